//! One run: the dataset, how answers look, and where they and the remarks go.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::failure::Failure;
use super::options;
use super::surroundings::Surroundings;
use crate::query::{Dataset, Lang, Own, Text};
use crate::view::{self, Edition, Look, Report};

/// One run of the program.
pub struct Session<'a> {
    /// The facts.
    pub dataset: &'a Dataset,
    path: Option<PathBuf>,
    look: Look,
    quiet: bool,
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
}

impl<'a> Session<'a> {
    /// Settles how answers look and where they go.
    pub fn open(
        matches: &ArgMatches,
        lang: Lang,
        surroundings: &Surroundings,
        dataset: &'a Dataset,
        path: Option<PathBuf>,
        out: &'a mut dyn Write,
        err: &'a mut dyn Write,
    ) -> Self {
        Self {
            dataset,
            path,
            look: options::look(matches, lang, surroundings),
            quiet: matches.get_flag("quiet"),
            out,
            err,
        }
    }

    /// Writes the answer to stdout, then its remarks to stderr.
    pub fn show<R: Report>(&mut self, report: &R) -> Result<(), Failure> {
        let own = self.dataset.own();
        let edition = Edition { edition: self.dataset.edition()?, data: own.map(Own::shown) };
        view::show(report, edition, &self.look, self.out)?;
        self.out.flush().map_err(Failure::Output)?;
        for remark in own.map(laid_over).into_iter().chain(report.remarks()) {
            self.remark(&remark);
        }
        Ok(())
    }

    /// Writes a text as it is to stdout.
    pub fn write(&mut self, text: &str) -> Result<(), Failure> {
        self.out.write_all(text.as_bytes()).and_then(|()| self.out.flush()).map_err(Failure::Output)
    }

    /// Where the user's own facts are, if that was said.
    pub fn data(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Says how the question was read, unless asked to be quiet.
    fn remark(&mut self, remark: &Text) {
        if !self.quiet {
            // Nobody is left to tell if standard error is closed too.
            let _ = writeln!(self.err, "{}", view::said(remark, self.look.lang));
        }
    }
}

/// Which files of the user's the answer may rest on.
fn laid_over(own: &Own) -> Text {
    let (path, names) = (own.shown(), own.names().join(", "));
    Text::new(
        format!("avec vos données de {path} ({names})"),
        format!("with your own data from {path} ({names})"),
    )
}
