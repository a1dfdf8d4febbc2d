//! One run: the dataset, how answers look, and where they and the remarks go.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::document;
use super::failure::Failure;
use super::options;
use super::pager::{self, Pager};
use super::surroundings::Surroundings;
use crate::query::{Dataset, Lang, Own, Problem, Text};
use crate::view::{self, Answer, Edition, Format, Look};

/// One run of the program.
pub struct Session<'a> {
    /// The facts.
    pub dataset: &'a Dataset,
    path: Option<PathBuf>,
    look: Look,
    quiet: bool,
    typed_input: bool,
    /// The pager for long answers; `None` if answers are written as they are.
    pager: Option<&'a Pager>,
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
}

impl<'a> Session<'a> {
    /// Settles how answers look and where they go.
    pub fn open(
        matches: &ArgMatches,
        lang: Lang,
        surroundings: &'a Surroundings,
        dataset: &'a Dataset,
        path: Option<PathBuf>,
        out: &'a mut dyn Write,
        err: &'a mut dyn Write,
    ) -> Self {
        Self {
            dataset,
            path,
            look: options::look(matches, lang, surroundings),
            quiet: options::is_quiet(matches),
            typed_input: surroundings.has_typed_input(),
            pager: surroundings.pager().filter(|_| options::pages(matches)),
            out,
            err,
        }
    }

    /// The text of a document in `file`, or on standard input without one or for `-`; a keyboard is none.
    pub fn read(&self, file: Option<PathBuf>) -> Result<String, Failure> {
        match file.filter(|file| file.as_os_str() != "-") {
            Some(file) => document::text_in(&file),
            None if self.typed_input => Err(Failure::NothingGiven),
            None => document::text_of(io::stdin().lock()),
        }
    }

    /// The language of the answer.
    pub const fn lang(&self) -> Lang {
        self.look.lang
    }

    /// Writes the answer to stdout, then its remarks to stderr.
    pub fn show(&mut self, report: &dyn Answer) -> Result<(), Failure> {
        let own = self.dataset.own();
        // `data` looks at the files without answering from them.
        let path = self.path.as_ref().map(|path| path.display().to_string());
        let data = own.map(Own::shown).or(path.as_deref());
        let edition = Edition { edition: self.dataset.edition()?, data };
        if let Some(pager) = self.pager.filter(|_| self.look.format == Format::Table) {
            let mut answer = Vec::new();
            view::show(report, edition, &self.look, &mut answer)?;
            self.paged(&answer, pager)?;
        } else {
            view::show(report, edition, &self.look, self.out)?;
            self.out.flush().map_err(Failure::Output)?;
        }
        let unread = own.map(Own::strangers).unwrap_or_default().iter().map(Problem::line);
        let laid_over = own.map(laid_over).or_else(|| path.as_deref().map(looked_at));
        for remark in laid_over.into_iter().chain(unread).chain(report.remarks()) {
            self.remark(&remark);
        }
        Ok(())
    }

    /// Writes an answer through the pager if it is longer than the screen and the pager starts.
    fn paged(&mut self, answer: &[u8], pager: &Pager) -> Result<(), Failure> {
        let lines = answer.split(|byte| *byte == b'\n').count();
        if lines > pager.height && pager::show(pager, answer).map_err(Failure::Output)? {
            return Ok(());
        }
        self.write(answer)
    }

    /// Writes a text that is no report: a script, a manual page.
    pub fn write(&mut self, text: &[u8]) -> Result<(), Failure> {
        self.out.write_all(text).and_then(|()| self.out.flush()).map_err(Failure::Output)
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

/// Which data of the user's was named, where the answer does not rest on it.
fn looked_at(path: &str) -> Text {
    let path = in_one_line(path);
    Text::new(format!("vos données : {path}"), format!("your own data: {path}"))
}

/// A path is one line, whatever it is.
fn in_one_line(path: &str) -> String {
    path.replace('\n', "␊")
}

/// Which files of the user's the answer may rest on.
fn laid_over(own: &Own) -> Text {
    let (path, names) = (in_one_line(own.shown()), own.names().join(", "));
    Text::new(
        format!("avec vos données de {path} ({names})"),
        format!("with your own data from {path} ({names})"),
    )
}
