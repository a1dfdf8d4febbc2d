//! One run: the dataset, how answers look, and where they and the remarks go.

use std::ffi::OsString;
use std::io::{self, BufRead, Write};
use std::path::PathBuf;

use clap::{ArgMatches, Command};

use super::again;
use super::argument::Arguments;
use super::document;
use super::environment::Environment;
use super::explain::wrapped;
use super::next;
use super::options;
use super::output::{Output, in_one_line};
use super::pager::{self, Pager};
use crate::cli::atomic_file::write_file;
use crate::dataset::{Dataset, UserData};
use crate::model::error::{Problem, Reason};
use crate::model::text::{Lang, Text, text};
use crate::report::Report;
use crate::view::{self, Format, Provenance, RenderOptions, localize_message};

/// One run of the program.
pub struct Session<'a> {
    /// The facts.
    pub dataset: &'a Dataset,
    /// Builds the whole command line, for completions and manual pages.
    pub command_line: fn(Lang) -> Command,
    pub(super) environment: &'a Environment,
    /// Where the user's own facts are, if that was said.
    pub(super) path: Option<PathBuf>,
    pub(super) options: RenderOptions,
    /// The words of the command line.
    words: &'a [OsString],
    /// Whether a form of the answer is asked for, by its name or by the file's.
    asked_format: bool,
    /// Why an answer cannot have the asked form; scripts and manual pages have one form only.
    refusal: Option<Reason>,
    /// Whether remarks are kept back.
    pub(super) quiet: bool,
    /// What is read in place of standard input, if somebody else reads that.
    stand_in: Option<StandIn>,
    /// The file that the answer goes to; `None` for standard output.
    output: Option<Output>,
    /// The pager for long answers; `None` if answers are written as they are.
    pub(super) pager: Option<&'a Pager>,
    /// The exit code of the answer that was shown.
    pub(super) exit_code: u8,
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
}

/// What is read in place of standard input: a document, or nothing.
struct StandIn(Option<String>);

impl<'a> Session<'a> {
    /// Settles how answers look and where they go; `words` are those of the command line.
    pub fn open(
        matches: &ArgMatches,
        (lang, words): (Lang, &'a [OsString]),
        environment: &'a Environment,
        dataset: &'a Dataset,
        path: Option<PathBuf>,
        out: &'a mut dyn Write,
        err: &'a mut dyn Write,
    ) -> Self {
        let format = options::format(matches, environment);
        let known = format.as_ref().copied().unwrap_or(Format::Table);
        let mut options = options::render_options(matches, lang, environment, known);
        options.command = again::command(words, lang, options.format);
        Self {
            dataset,
            command_line: |_| Command::new("backend-career"),
            environment,
            path,
            options,
            words,
            refusal: format.err(),
            asked_format: options::asks_format(matches),
            quiet: matches.has("quiet"),
            stand_in: None,
            output: options::output(matches),
            pager: environment.pager.as_ref().filter(|_| !matches.has("no-pager")),
            exit_code: 0,
            out,
            err,
        }
    }

    /// The text of a document in `file`, or on standard input without one or for `-`.
    ///
    /// # Errors
    /// Fails if the document cannot be read; a keyboard is no document, and the help of `command` says what is.
    pub fn read(&self, file: Option<PathBuf>, command: &str) -> anyhow::Result<String> {
        match file.filter(|file| file.as_os_str() != "-") {
            Some(file) => Ok(document::text_in(&file)?),
            None => self.read_input(command),
        }
    }

    /// The text on standard input, or what stands in for it.
    fn read_input(&self, command: &str) -> anyhow::Result<String> {
        match &self.stand_in {
            Some(StandIn(document)) => {
                let nothing = || Reason::Usage(text("aucun document n’est donné", "no document is given"));
                Ok(document.clone().ok_or_else(nothing)?)
            }
            None if self.environment.typed_input => Err(self.nothing_to_read(command).into()),
            None => Ok(document::text_of(io::stdin().lock())?),
        }
    }

    /// Nothing was given to work on, and nobody would type it in: what the command needs, and its help.
    pub fn nothing_to_read(&self, command: &str) -> Reason {
        let nothing = text("rien à lire", "nothing to read");
        let help = |lang| {
            let mut root = (self.command_line)(lang);
            root.build();
            let help = root.find_subcommand_mut(command).map(Command::render_help);
            let help = help.map(|help| help.to_string()).unwrap_or_default();
            format!("{}\n\n{help}", localize_message(&nothing, lang))
        };
        Reason::Usage(Text::literal(help(Lang::Fr), help(Lang::En)))
    }

    /// Writes a part of an answer to standard output, as it is.
    ///
    /// # Errors
    /// Fails if the output takes no more.
    pub fn stream(&mut self, part: &[u8]) -> std::io::Result<()> {
        self.out.write_all(part)
    }

    /// Passes on what was written to standard output.
    ///
    /// # Errors
    /// Fails if the output takes no more.
    pub fn flush(&mut self) -> std::io::Result<()> {
        self.out.flush()
    }

    /// Takes `document` for what stands on standard input, which somebody else reads.
    pub fn stand_in_for_input(&mut self, document: Option<String>) {
        self.stand_in = Some(StandIn(document));
    }

    /// Asks a question on standard error and reads one line; `None` at the end of input.
    pub fn prompt(&mut self, question: &Text) -> Option<String> {
        let shown = localize_message(question, self.options.lang);
        let shown = view::wrap(&shown, self.environment.width);
        write!(self.err, "{shown} ").and_then(|()| self.err.flush()).ok()?;
        let mut line = String::new();
        let read = io::stdin().lock().read_line(&mut line).ok()?;
        (read > 0).then_some(line)
    }

    /// The language of the person who reads; `None` if the answer goes to a program, which gets both.
    pub const fn reader(&self) -> Option<Lang> {
        match self.options.format {
            Format::Table | Format::Markdown => Some(self.options.lang),
            _ => None,
        }
    }

    /// Answers in `format` where no other is asked for.
    pub fn prefer(&mut self, format: Format) {
        if !self.asked_format {
            self.options.format = format;
            self.options.command = again::command(self.words, self.options.lang, format);
        }
    }

    /// Whether a text is read where it is asked for, rather than kept or passed on.
    pub const fn shows_on_terminal(&self) -> bool {
        self.environment.on_terminal && self.output.is_none()
    }

    /// Writes an answer to `out` as `options` ask, without remarks.
    ///
    /// # Errors
    /// Fails if the options do not fit the answer, or if the output takes no more.
    pub fn render(
        &self,
        report: &dyn Report,
        options: &RenderOptions,
        out: &mut dyn Write,
    ) -> anyhow::Result<()> {
        // `data` looks at the files without answering from them.
        let path = self.path.as_ref().map(|path| path.display().to_string());
        let data = self.dataset.user_data().map(UserData::shown).or(path.as_deref());
        // Only these forms name at their foot the sources that they rest on.
        let sources = match options.format {
            Format::Html | Format::Xlsx => self.dataset.sources()?.sources.as_slice(),
            _ => &[],
        };
        let provenance = Provenance { edition: self.dataset.edition()?, data, sources };
        view::render(report, provenance, options, out)
    }

    /// Writes the answer to stdout, then its remarks to stderr.
    ///
    /// # Errors
    /// Fails if the options do not fit the answer, or if the output takes no more.
    pub fn show(&mut self, report: &dyn Report) -> anyhow::Result<()> {
        if let Some(reason) = self.refusal.take() {
            return Err(reason.into());
        }
        let mut answer = Vec::new();
        self.render(report, &self.options, &mut answer)?;
        let is_page = self.options.format == Format::Html && self.shows_on_terminal();
        let is_kept = self.output.is_some();
        self.deliver(&answer)?;
        if is_page {
            self.remark(&text(
                "une page se lit dans un navigateur : `--output page.html`",
                "a page is read in a browser: `--output page.html`",
            ));
        }
        self.exit_code = report.exit_code();
        let own = self.dataset.user_data();
        let path = self.path.as_ref().map(|path| path.display().to_string());
        let unread = own.map(UserData::unrecognized_files).unwrap_or_default().iter().map(Problem::line);
        let used = own.map(user_data_notice).or_else(|| path.as_deref().map(looked_at));
        for remark in used.into_iter().chain(unread).chain(report.remarks()) {
            self.remark(&remark);
        }
        let is_read = self.environment.on_terminal && self.options.format == Format::Table && !is_kept;
        if let Some(next) = next::after(report.name()).filter(|_| is_read) {
            self.remark(&next);
        }
        Ok(())
    }

    /// Writes a text that is no report: a script, a manual page.
    ///
    /// # Errors
    /// Fails if the output takes no more.
    pub fn write(&mut self, text: &[u8]) -> anyhow::Result<()> {
        if self.output.is_some() {
            return self.deliver(text);
        }
        self.out.write_all(text)?;
        Ok(self.out.flush()?)
    }

    /// Puts a finished answer into its file and says where, or onto standard output.
    fn deliver(&mut self, answer: &[u8]) -> anyhow::Result<()> {
        if let Some(output) = self.output.take() {
            write_file(&output.file, answer, output.force)?;
            let file = in_one_line(&output.file.display().to_string());
            self.remark(&Text::new(format!("écrit : {file}"), format!("written: {file}")));
            return Ok(());
        }
        let pager = self.pager.filter(|_| self.options.format == Format::Table);
        Ok(pager::page(pager, answer, self.out)?)
    }

    /// Says how the question was read, unless asked to be quiet.
    pub fn remark(&mut self, remark: &Text) {
        if !self.quiet {
            let message = wrapped(&localize_message(remark, self.options.lang), self.environment);
            // Nobody is left to tell if standard error is closed too.
            let _ = writeln!(self.err, "{message}");
        }
    }
}

/// Which data of the user's was named, where the answer does not rest on it.
fn looked_at(path: &str) -> Text {
    let path = in_one_line(path);
    Text::new(format!("vos données : {path}"), format!("your own data: {path}"))
}

/// Which files of the user's the answer may rest on.
fn user_data_notice(own: &UserData) -> Text {
    let (path, names) = (in_one_line(own.shown()), own.names().join(", "));
    Text::new(
        format!("avec vos données de {path} ({names})"),
        format!("with your own data from {path} ({names})"),
    )
}
