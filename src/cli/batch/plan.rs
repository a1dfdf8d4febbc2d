//! What a run does with each row, settled from the command line and the beginning of the input.

use std::path::PathBuf;

use clap::parser::ValueSource;
use clap::{ArgMatches, Command};

use super::columns::{Columns, TEXT};
use super::input::Input;
use super::object::object;
use super::split::LONGEST_ROW;
use super::{answer, optional, own};
use crate::cli::argument::Arguments;
use crate::cli::command::Subcommand;
use crate::cli::output::ending_of;
use crate::cli::session::Session;
use crate::model::error::Reason;
use crate::model::text::{Lang, Text, text};
use crate::query::batch::{Figure, figures};
use crate::view::Format;

/// How the input is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Fields between delimiters, headings in the first row.
    Csv(u8),
    /// An object a line.
    Lines,
}

/// A column of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chosen {
    /// A column of the input, by its place.
    Own(usize),
    /// A figure of the answer, by its place.
    Figure(usize),
    /// What was wrong with the row.
    Error,
}

/// What is done with each row.
#[derive(Clone)]
pub struct Plan {
    /// The question.
    pub command: &'static Subcommand,
    /// The language of messages.
    pub lang: Lang,
    /// The user's own facts.
    pub data: Option<PathBuf>,
    /// How the input is written.
    pub form: Form,
    /// The columns of the input; those of the first object where each has its own.
    pub columns: Columns,
    /// The arguments of the command line, for every row: name, values.
    pub fixed: Vec<(String, Vec<String>)>,
    /// The figures of the answer, under their keys in the output.
    pub figures: Vec<Figure>,
    /// The key of what was wrong with a row.
    pub error_key: String,
    /// The columns of the output.
    pub chosen: Vec<Chosen>,
    /// Whether the output is JSON Lines; else CSV.
    pub json: bool,
    /// Whether the output is the input's own columns, the figures and the error, in this order.
    pub whole: bool,
    /// The line of the input after the headings.
    pub first_line: u64,
    /// Whether output goes to a workbook or a summary, where formulas are no danger.
    pub raw: bool,
    /// The input's name in messages.
    pub name: String,
}

impl Plan {
    /// Reads the beginning of `input`; `None` if there is nothing.
    ///
    /// # Errors
    /// Fails if the input cannot be read, its headings say nothing, or the options do not fit.
    pub fn new(
        command: &'static Subcommand,
        args: &ArgMatches,
        session: &Session<'_>,
        mut input: Input,
    ) -> anyhow::Result<Option<(Self, Input)>> {
        let has_line = |input: &Input| input.pending.contains(&b'\n') || input.pending.len() > LONGEST_ROW;
        while !has_line(&input) && !input.ended {
            input.read_more()?;
        }
        if input.pending.starts_with(b"\xef\xbb\xbf") {
            input.pending.drain(..3);
        }
        if input.pending.starts_with(b"\xff\xfe") || input.pending.starts_with(b"\xfe\xff") {
            return Err(Reason::Usage(text(
                "l’entrée est en UTF-16 ; enregistrez-la en UTF-8",
                "the input is in UTF-16; save it as UTF-8",
            ))
            .into());
        }
        let Some(first) = input.pending.iter().find(|byte| !byte.is_ascii_whitespace()).copied() else {
            return Ok(None);
        };
        let mut line_end = line_end(&input.pending);
        let said = said_delimiter(&input.pending[..line_end]);
        if said.is_some() {
            input.pending.drain(..line_end);
            while !has_line(&input) && !input.ended {
                input.read_more()?;
            }
            line_end = self::line_end(&input.pending);
        }
        if line_end > LONGEST_ROW && first != b'{' {
            return Err(Reason::Usage(text(
                "la première ligne dépasse 1 Mo : ce ne sont pas des titres",
                "the first line is longer than 1 MB: those are no headings",
            ))
            .into());
        }
        let (form, headings, first_line) = if first == b'{' {
            // An object that is too long says nothing of the others.
            let start = input.pending[..line_end.min(LONGEST_ROW)].to_vec();
            let keys = object(&start).map(|fields| fields.into_iter().map(|(key, _)| key).collect());
            (Form::Lines, keys.unwrap_or_default(), 1)
        } else {
            let start: Vec<u8> = input.pending.drain(..line_end).collect();
            let delimiter = said.unwrap_or_else(|| delimiter(&start));
            (Form::Csv(delimiter), headings(&start, delimiter)?, 2 + u64::from(said.is_some()))
        };
        let lang = session.options.lang;
        let plain = optional((command.arguments)(lang)(Command::new(command.name)));
        let reads = answer::reads_document(command.name);
        // Each object has columns of its own: what is wrong with the first is said of its row.
        let columns = match (Columns::new(headings.clone(), &plain, reads), form) {
            (Err(_), Form::Lines) => Columns::carried(headings),
            (columns, _) => columns?,
        };
        let fixed = fixed(args, &plain);
        if columns.given().next().is_none() && matches!(form, Form::Csv(_)) && fixed.is_empty() {
            return Err(Reason::Usage(nothing_named(&columns.headings, &plain, reads)).into());
        }
        let mut figures = figures(command.name);
        for figure in &mut figures {
            figure.key = columns.free_key(&figure.key);
        }
        let error_key = columns.free_key("error");
        let summary = args.has("summary");
        let format = args.one::<Format>("format");
        let (chosen, whole) = chosen(args, &columns.headings, &figures, &error_key, summary)?;
        let raw = summary || format == Some(Format::Xlsx) || (format.is_none() && ends_in(args, &["xlsx"]));
        let json = !raw
            && (args.has("json")
                || matches!(format, Some(Format::Json | Format::JsonLines))
                || (format.is_none() && ends_in(args, &["jsonl", "ndjson", "json"])));
        let plan = Self {
            command,
            lang,
            data: session.path.clone(),
            form,
            columns,
            fixed,
            figures,
            error_key,
            chosen,
            json,
            whole,
            first_line,
            raw,
            name: input.name.clone(),
        };
        Ok(Some((plan, input)))
    }

    /// The heading of a column of the output.
    pub fn heading(&self, chosen: Chosen) -> &str {
        match chosen {
            Chosen::Own(at) => &self.columns.headings[at],
            Chosen::Figure(at) => &self.figures[at].key,
            Chosen::Error => &self.error_key,
        }
    }
}

fn ends_in(args: &ArgMatches, endings: &[&str]) -> bool {
    let file = args.one::<PathBuf>("output");
    file.as_deref().and_then(ending_of).is_some_and(|end| endings.contains(&end.as_str()))
}

/// The columns of the output, and whether they are all of them in their usual order.
fn chosen(
    args: &ArgMatches,
    headings: &[String],
    figures: &[Figure],
    error_key: &str,
    summary: bool,
) -> Result<(Vec<Chosen>, bool), Reason> {
    let own = (0..headings.len()).map(Chosen::Own);
    let all: Vec<Chosen> = own.chain((0..figures.len()).map(Chosen::Figure)).chain([Chosen::Error]).collect();
    let asked = args.many::<String>("columns");
    if asked.is_empty() || summary {
        return Ok((all, true));
    }
    let find = |name: &String| {
        let name = name.trim();
        let own = headings.iter().position(|heading| heading == name).map(Chosen::Own);
        let figure = || figures.iter().position(|figure| figure.key == name).map(Chosen::Figure);
        own.or_else(figure).or_else(|| (name == error_key).then_some(Chosen::Error)).ok_or_else(|| {
            let keys = figures.iter().map(|figure| &figure.key);
            let known = headings.iter().chain(keys).map(String::as_str).chain([error_key]);
            let kind = text("colonne", "column");
            Reason::from(crate::model::name::Unknown::new(kind, name, known))
        })
    };
    Ok((asked.iter().map(find).collect::<Result<_, _>>()?, false))
}

/// The arguments that the command line gives to every row.
fn fixed(args: &ArgMatches, command: &Command) -> Vec<(String, Vec<String>)> {
    let own: Vec<String> = own(Lang::En).iter().map(|arg| arg.get_id().to_string()).collect();
    let ids = command.get_arguments().map(|arg| arg.get_id().to_string()).filter(|id| !own.contains(id));
    let given = ids.filter(|id| args.value_source(id) == Some(ValueSource::CommandLine));
    given
        .map(|id| {
            let raw = args
                .get_raw(&id)
                .map(|values| values.map(|value| value.to_string_lossy().into_owned()).collect());
            (id, raw.unwrap_or_default())
        })
        .collect()
}

/// Where the first line ends.
fn line_end(bytes: &[u8]) -> usize {
    bytes.iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |at| at + 1)
}

/// The delimiter of a first line such as `sep=;`, which spreadsheets write and read.
fn said_delimiter(line: &[u8]) -> Option<u8> {
    match line.trim_ascii() {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter] => Some(*delimiter),
        _ => None,
    }
}

/// The character between fields: the commonest of the usual ones among the headings. A single column has none.
fn delimiter(line: &[u8]) -> u8 {
    /// Stands in no text: then a decimal comma divides nothing.
    const NONE: u8 = 0x1f;
    let count = |delimiter: u8| {
        let mut quoted = false;
        line.iter()
            .filter(|byte| {
                quoted ^= **byte == b'"';
                !quoted && **byte == delimiter
            })
            .count()
    };
    let best = [b'\t', b'|', b';', b','].into_iter().max_by_key(|delimiter| count(*delimiter));
    best.filter(|delimiter| count(*delimiter) > 0).unwrap_or(NONE)
}

fn headings(line: &[u8], delimiter: u8) -> Result<Vec<String>, Reason> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(line);
    let mut record = csv::ByteRecord::new();
    let unreadable = || {
        Reason::Usage(text(
            "les titres ne sont pas lisibles en UTF-8",
            "the headings are not readable as UTF-8",
        ))
    };
    if !reader.read_byte_record(&mut record).unwrap_or(false) {
        return Err(unreadable());
    }
    record
        .iter()
        .map(|field| std::str::from_utf8(field).map(|name| name.trim().to_owned()).map_err(|_| unreadable()))
        .collect()
}

fn nothing_named(headings: &[String], command: &Command, reads: bool) -> Text {
    /// More headings than this do not help to see what was read.
    const SHOWN: usize = 8;
    let mut known: Vec<&str> = command.get_arguments().map(|arg| arg.get_id().as_str()).collect();
    known.retain(|id| !matches!(*id, "help" | "version"));
    known.extend(reads.then_some(TEXT));
    let known = known.join(", ");
    let read = headings.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
    let read: String = read.chars().take(200).collect();
    Text::new(
        format!("aucune colonne ne donne d’argument (lu : {read})\nconnues : {known}"),
        format!("no column gives an argument (read: {read})\nknown: {known}"),
    )
}
