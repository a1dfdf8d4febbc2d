//! One run: the dataset, how answers look, and where they and the remarks go.

use std::io::Write;

use clap::ArgMatches;

use super::failure::Failure;
use super::options;
use super::surroundings::Surroundings;
use crate::query::{Dataset, Lang, Text};
use crate::view::{self, Edition, Look, Report};

/// One run of the program.
pub struct Session<'a> {
    /// The facts.
    pub dataset: &'a Dataset,
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
        out: &'a mut dyn Write,
        err: &'a mut dyn Write,
    ) -> Self {
        Self {
            dataset,
            look: options::look(matches, lang, surroundings),
            quiet: matches.get_flag("quiet"),
            out,
            err,
        }
    }

    /// Writes the answer to stdout, then its remarks to stderr.
    pub fn show<R: Report>(&mut self, report: &R) -> Result<(), Failure> {
        let edition = Edition { edition: self.dataset.edition()? };
        view::show(report, edition, &self.look, self.out)?;
        self.out.flush().map_err(Failure::Output)?;
        for remark in report.remarks() {
            self.remark(&remark);
        }
        Ok(())
    }

    /// Says how the question was read, unless asked to be quiet.
    fn remark(&mut self, remark: &Text) {
        if !self.quiet {
            // Nobody is left to tell if standard error is closed too.
            let _ = writeln!(self.err, "{}", view::said(remark, self.look.lang));
        }
    }
}
