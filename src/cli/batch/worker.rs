//! Answers the rows of a piece, one after another; each thread has a worker of its own.

use std::cell::OnceCell;
use std::ffi::OsString;
use std::path::PathBuf;

use clap::{ArgMatches, Command};
use serde_json::Value;

use super::answer::{self, figure};
use super::columns::TEXT;
use super::object::object;
use super::pay::{PayDesk, PayRow};
use super::plan::{Chosen, Form, Plan};
use super::split::{Fault, LONGEST_ROW, Piece};
use crate::cli::argument::Arguments;
use crate::cli::environment::{Environment, TerminalInfo};
use crate::cli::session::Session;
use crate::cli::{command_line, explain, usage};
use crate::dataset::{Dataset, UserData};
use crate::model::id::SourceId;
use crate::model::skill::Skill;
use crate::model::text::{Text, text};
use crate::query::gap::{GapParams, report_without_training};
use crate::reader::matching::Matcher;
use crate::view::{guard_formula, localize_message};

/// A row that has no answer.
#[derive(Debug, Clone)]
pub struct Failure {
    /// The line of the input, from 1.
    pub line: u64,
    /// What was wrong and what was expected.
    pub message: String,
}

/// A piece answered.
#[derive(Debug, Default)]
pub struct Answered {
    /// The rows of the output.
    pub bytes: Vec<u8>,
    /// How many rows there were.
    pub rows: u64,
    /// Those that have no answer.
    pub failures: Vec<Failure>,
    /// How many cells would have been formulas to a spreadsheet.
    pub guarded: u64,
    /// How many bytes of the input it took.
    pub read: u64,
}

/// What a thread needs to answer rows.
pub struct Worker<'a> {
    plan: &'a Plan,
    dataset: &'a Dataset,
    environment: Environment,
    /// Reads the arguments of a row.
    reader: Command,
    /// The common options of every answer.
    common: ArgMatches,
    desk: PayDesk<'a>,
    /// Finds skills in CVs, once one is to be read.
    matcher: OnceCell<Matcher>,
}

impl<'a> Worker<'a> {
    /// A worker over its own dataset; `rules` are those that the desk of `pay` may need.
    ///
    /// # Errors
    /// Fails if the common options are not understood, which would be a slip of the program.
    pub fn new(plan: &'a Plan, dataset: &'a Dataset, desk: PayDesk<'a>) -> anyhow::Result<Self> {
        let terminal = TerminalInfo::default();
        let common =
            command_line(plan.lang, true).try_get_matches_from(["backend-career", "--json", "-q"])?;
        let plain = Command::new(plan.command.name).no_binary_name(true);
        Ok(Self {
            plan,
            dataset,
            environment: Environment::read(|_| None, terminal),
            reader: (plan.command.arguments)(plan.lang)(plain),
            common,
            desk,
            matcher: OnceCell::new(),
        })
    }

    /// The dataset of a thread: the same facts as those of the run.
    ///
    /// # Errors
    /// Fails if the user's data has become invalid.
    pub fn dataset(plan: &Plan) -> anyhow::Result<Dataset> {
        Ok(match &plan.data {
            Some(path) => Dataset::with(UserData::open(path)?),
            None => Dataset::embedded(),
        })
    }

    /// Answers every row of `piece`.
    ///
    /// # Errors
    /// Fails if a row cannot be written to memory.
    pub fn answer(&mut self, piece: &Piece) -> anyhow::Result<Answered> {
        let mut answered = Answered { read: piece.bytes.len() as u64, ..Answered::default() };
        match self.plan.form {
            Form::Csv(delimiter) => self.answer_csv(piece, delimiter, &mut answered)?,
            Form::Lines => self.answer_lines(piece, &mut answered)?,
        }
        Ok(answered)
    }

    fn answer_csv(&mut self, piece: &Piece, delimiter: u8, answered: &mut Answered) -> anyhow::Result<()> {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(piece.bytes.as_slice());
        let mut record = csv::ByteRecord::new();
        let mut out = RowWriter::new(self.plan, piece.bytes.len());
        let width = self.plan.headings.len();
        while reader.read_byte_record(&mut record)? {
            let line = piece.first_line + record.position().map_or(0, |position| position.line() - 1);
            answered.rows += 1;
            let result = if let Some(fault) = piece.fault {
                Err(message(fault))
            } else if record.len() > width {
                Err(Text::new(
                    format!(
                        "{} champs pour {width} titres ; mettez entre guillemets un champ qui contient le séparateur",
                        record.len()
                    ),
                    format!(
                        "{} fields under {width} headings; quote a field that holds the delimiter",
                        record.len()
                    ),
                ))
            } else {
                self.row(|at| record.get(at).unwrap_or_default())
            };
            out.csv_row(|at| record.get(at).unwrap_or_default(), line, result, answered)?;
        }
        if piece.bytes.is_empty() {
            answered.rows += 1;
            out.csv_row(|_| &[], piece.first_line, Err(message(Fault::TooLong)), answered)?;
        }
        answered.bytes = out.finish()?;
        Ok(())
    }

    fn answer_lines(&mut self, piece: &Piece, answered: &mut Answered) -> anyhow::Result<()> {
        let mut out = RowWriter::new(self.plan, piece.bytes.len());
        let lines = piece.bytes.split(|byte| *byte == b'\n').enumerate();
        let too_long = piece.bytes.is_empty().then_some((0, &b""[..]));
        for (at, line) in lines.filter(|(_, line)| !line.trim_ascii().is_empty()).chain(too_long) {
            let number = piece.first_line + at as u64;
            answered.rows += 1;
            let fields = object(line);
            let values: Vec<String> = self
                .plan
                .headings
                .iter()
                .map(|heading| {
                    let value =
                        fields.as_ref().and_then(|fields| fields.iter().find(|(key, _)| key == heading));
                    value.map(|(_, value)| plain(value)).unwrap_or_default()
                })
                .collect();
            let result = match (&fields, piece.fault) {
                (_, Some(fault)) => Err(message(fault)),
                (None, None) => Err(text("ce n’est pas un objet JSON", "this is no JSON object")),
                (Some(_), None) => self.row(|at| values[at].as_bytes()),
            };
            if self.plan.json && self.plan.whole {
                out.extend_object(fields.is_some().then_some(line), number, result, answered)?;
            } else {
                out.csv_row(|at| values[at].as_bytes(), number, result, answered)?;
            }
        }
        answered.bytes = out.finish()?;
        Ok(())
    }

    /// The figures of a row whose fields `field` gives.
    fn row<'r>(&mut self, field: impl Fn(usize) -> &'r [u8]) -> Result<Row, Text> {
        if self.plan.command.name == "pay" {
            let plan = self.plan;
            let known = self.desk.answer(plan, &field);
            if let Some(figures) = known {
                return Ok(Row::Pay(figures));
            }
        }
        let (words, document) = self.words(&field)?;
        let matches = self.reader.try_get_matches_from_mut(words).map_err(|error| {
            let refused = usage::answer(&error, None, &self.environment, &mut Vec::new());
            refused.map_or_else(
                |error| told(&error),
                |()| text("la ligne ne demande rien", "the row asks nothing"),
            )
        })?;
        if self.plan.command.name == "pay" {
            let plan = self.plan;
            self.desk.learn(plan, &field, &matches);
        }
        let answer = self.ask(&matches, document).map_err(|error| told(&error))?;
        let places = answer::figures(self.plan.command.name);
        Ok(Row::Values(places.iter().map(|(_, place)| figure(&answer, place)).collect()))
    }

    /// The row as words of a command line, and its document if a column holds one.
    fn words<'r>(&self, field: impl Fn(usize) -> &'r [u8]) -> Result<(Vec<OsString>, Option<String>), Text> {
        let (mut words, mut positional, mut document) = (Vec::new(), Vec::new(), None);
        let mut given: Vec<&str> = Vec::new();
        let is_flag = |id: &str| {
            self.reader.get_arguments().any(|arg| arg.get_id() == id && !arg.get_action().takes_values())
        };
        let is_positional =
            |id: &str| self.reader.get_arguments().any(|arg| arg.get_id() == id && arg.is_positional());
        for (at, argument) in self.plan.arguments.iter().enumerate() {
            let Some(id) = argument else { continue };
            let value = std::str::from_utf8(field(at)).map_err(|_| not_utf8(&self.plan.headings[at]))?;
            if value.trim().is_empty() {
                continue;
            }
            given.push(id);
            if id == TEXT {
                document = Some(value.to_owned());
                positional.push(OsString::from("-"));
            } else if is_positional(id) {
                positional.push(OsString::from(value));
            } else if is_flag(id) {
                words
                    .extend(flag(value, &self.plan.headings[at])?.then(|| OsString::from(format!("--{id}"))));
            } else {
                words.push(OsString::from(format!("--{id}={}", value.trim())));
            }
        }
        for (id, values) in self.plan.fixed.iter().filter(|(id, _)| !given.contains(&id.as_str())) {
            if is_flag(id) {
                words.push(OsString::from(format!("--{id}")));
            } else if is_positional(id) {
                positional.extend(values.iter().map(OsString::from));
            } else {
                words.extend(values.iter().map(|value| OsString::from(format!("--{id}={value}"))));
            }
        }
        words.push(OsString::from("--"));
        words.extend(positional);
        Ok((words, document))
    }

    /// The answer to the same command line without `batch`; a document stands for standard input.
    fn ask(&self, args: &ArgMatches, document: Option<String>) -> anyhow::Result<Value> {
        if self.plan.command.name == "gap" && document.is_some() && args.many::<PathBuf>("against").is_empty()
        {
            return self.gap(args, document);
        }
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut session = Session::open(
            &self.common,
            (self.plan.lang, &[]),
            &self.environment,
            self.dataset,
            None,
            &mut out,
            &mut err,
        );
        session.stand_in_for_input(document);
        (self.plan.command.run)(args, &mut session)?;
        Ok(serde_json::from_slice(&out)?)
    }
}

impl Worker<'_> {
    /// The answer to `gap` for a CV, with the matcher that all rows share; no figure is of the programmes.
    fn gap(&self, args: &ArgMatches, cv: Option<String>) -> anyhow::Result<Value> {
        let mut have = args.many::<String>("have");
        have.retain(|name| !name.trim().is_empty());
        let sources = args.many::<String>("source").into_iter().map(SourceId::new).collect();
        let params = GapParams { cv, have, kind: args.one("kind"), sources, ..GapParams::default() };
        let matcher = if let Some(matcher) = self.matcher.get() {
            matcher
        } else {
            let skills: Vec<&Skill> = self.dataset.skills()?.skills.iter().collect();
            let made = Matcher::new(&skills)?;
            self.matcher.get_or_init(|| made)
        };
        Ok(serde_json::to_value(report_without_training(&params, self.dataset, matcher)?)?)
    }
}

/// What a row gives.
pub enum Row {
    /// The figures of `pay`, straight from the arithmetic.
    Pay(PayRow),
    /// The figures of an answer.
    Values(Vec<Value>),
}

/// A reason in one line.
fn told(error: &anyhow::Error) -> Text {
    let one_line = |text: &str| text.lines().next().unwrap_or_default().to_owned();
    explain::reason(error).map_or_else(
        || text("pas de réponse", "no answer"),
        |reason| {
            let message = reason.message();
            Text::new(one_line(&message.fr), one_line(&message.en))
        },
    )
}

fn message(fault: Fault) -> Text {
    match fault {
        Fault::TooLong => {
            let megabytes = LONGEST_ROW / (1024 * 1024);
            Text::new(format!("ligne de plus de {megabytes} Mo"), format!("line of more than {megabytes} MB"))
        }
        Fault::OpenQuote => text("guillemet jamais fermé", "a quotation mark never closes"),
    }
}

fn not_utf8(heading: &str) -> Text {
    Text::new(format!("{heading} : pas en UTF-8"), format!("{heading}: not in UTF-8"))
}

/// Whether a cell sets a flag.
fn flag(value: &str, heading: &str) -> Result<bool, Text> {
    match value.trim().to_lowercase().as_str() {
        "1" | "true" | "yes" | "oui" | "vrai" | "x" => Ok(true),
        "0" | "false" | "no" | "non" | "faux" => Ok(false),
        _ => Err(Text::new(
            format!("{heading} : « {value} » n’est ni oui ni non"),
            format!("{heading}: `{value}` is neither yes nor no"),
        )),
    }
}

/// A JSON value as a person would have typed it.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(all) => all.iter().map(plain).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    }
}

/// Writes rows of the output.
struct RowWriter<'p> {
    plan: &'p Plan,
    csv: csv::Writer<Vec<u8>>,
    json: Vec<u8>,
}

impl<'p> RowWriter<'p> {
    fn new(plan: &'p Plan, input: usize) -> Self {
        let space = Vec::with_capacity(if plan.json { 0 } else { input * 4 });
        let csv = csv::WriterBuilder::new().flexible(true).buffer_capacity(64 * 1024).from_writer(space);
        Self { plan, csv, json: Vec::new() }
    }

    fn finish(self) -> anyhow::Result<Vec<u8>> {
        if self.plan.json {
            Ok(self.json)
        } else {
            Ok(self.csv.into_inner().map_err(|error| anyhow::anyhow!("{error}"))?)
        }
    }

    /// A row whose own fields `field` gives, in the form of the output.
    fn csv_row<'r>(
        &mut self,
        field: impl Fn(usize) -> &'r [u8],
        line: u64,
        result: Result<Row, Text>,
        answered: &mut Answered,
    ) -> anyhow::Result<()> {
        let (row, failure) = self.outcome(line, result, answered);
        if self.plan.json {
            return self.object(field, row.as_ref(), failure.as_deref());
        }
        for chosen in &self.plan.chosen {
            match chosen {
                Chosen::Own(at) => self.own(field(*at), answered)?,
                Chosen::Figure(at) => match &row {
                    Some(Row::Pay(pay)) => pay.with(*at, |bytes| self.csv.write_field(bytes))?,
                    Some(Row::Values(values)) => self.value(&values[*at])?,
                    None => self.csv.write_field(b"")?,
                },
                Chosen::Error => self.csv.write_field(failure.as_deref().unwrap_or_default())?,
            }
        }
        Ok(self.csv.write_record(None::<&[u8]>)?)
    }

    /// Counts the row, and keeps what was wrong with it.
    fn outcome(
        &self,
        line: u64,
        result: Result<Row, Text>,
        answered: &mut Answered,
    ) -> (Option<Row>, Option<String>) {
        match result {
            Ok(row) => (Some(row), None),
            Err(message) => {
                let message = localize_message(&message, self.plan.lang);
                let place = localize_message(
                    &Text::new(format!("ligne {line} : "), format!("line {line}: ")),
                    self.plan.lang,
                );
                answered.failures.push(Failure { line, message: message.clone() });
                (None, Some(format!("{place}{message}")))
            }
        }
    }

    /// A field of the input, which no spreadsheet takes for a formula.
    fn own(&mut self, field: &[u8], answered: &mut Answered) -> csv::Result<()> {
        let begins = matches!(field.first(), Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r' | b'\n'));
        if !begins || self.plan.raw {
            // The output is UTF-8 whatever comes in.
            return match std::str::from_utf8(field) {
                Ok(_) => self.csv.write_field(field),
                Err(_) => self.csv.write_field(String::from_utf8_lossy(field).as_bytes()),
            };
        }
        let shown = String::from_utf8_lossy(field);
        // A number with its sign is none.
        if shown.parse::<f64>().is_ok() {
            return self.csv.write_field(field);
        }
        answered.guarded += 1;
        self.csv.write_field(guard_formula(&shown).as_bytes())
    }

    fn value(&mut self, value: &Value) -> csv::Result<()> {
        match value {
            Value::Null => self.csv.write_field(b""),
            Value::String(text) => self.csv.write_field(guard_formula(text).as_bytes()),
            other => self.csv.write_field(other.to_string()),
        }
    }

    /// An object with the chosen columns; fields of CSV are texts.
    fn object<'r>(
        &mut self,
        field: impl Fn(usize) -> &'r [u8],
        row: Option<&Row>,
        failure: Option<&str>,
    ) -> anyhow::Result<()> {
        for (place, chosen) in self.plan.chosen.iter().enumerate() {
            self.json.push(if place == 0 { b'{' } else { b',' });
            serde_json::to_writer(&mut self.json, self.plan.heading(*chosen))?;
            self.json.push(b':');
            match chosen {
                Chosen::Own(at) => {
                    serde_json::to_writer(&mut self.json, &*String::from_utf8_lossy(field(*at)))?;
                }
                Chosen::Figure(at) => figure_json(&mut self.json, row, *at)?,
                Chosen::Error => serde_json::to_writer(&mut self.json, &failure)?,
            }
        }
        self.json.extend_from_slice(b"}\n");
        Ok(())
    }

    /// The input's own object, byte for byte, with the figures behind its fields.
    fn extend_object(
        &mut self,
        line: Option<&[u8]>,
        number: u64,
        result: Result<Row, Text>,
        answered: &mut Answered,
    ) -> anyhow::Result<()> {
        let (row, failure) = self.outcome(number, result, answered);
        let own = line.and_then(|line| line.trim_ascii().strip_suffix(b"}")).unwrap_or(b"{").trim_ascii_end();
        self.json.extend_from_slice(own);
        let mut begun = own.len() > 1;
        let keys = self.plan.keys.iter().map(String::as_str).enumerate().map(|(at, key)| (Some(at), key));
        for (at, key) in keys.chain([(None, "error")]) {
            if std::mem::replace(&mut begun, true) {
                self.json.push(b',');
            }
            serde_json::to_writer(&mut self.json, key)?;
            self.json.push(b':');
            match at {
                Some(at) => figure_json(&mut self.json, row.as_ref(), at)?,
                None => serde_json::to_writer(&mut self.json, &failure)?,
            }
        }
        self.json.extend_from_slice(b"}\n");
        Ok(())
    }
}

fn figure_json(out: &mut Vec<u8>, row: Option<&Row>, at: usize) -> anyhow::Result<()> {
    match row {
        Some(Row::Pay(pay)) => {
            let quoted = at == 0;
            let quote = |out: &mut Vec<u8>| out.extend(quoted.then_some(b'"'));
            quote(out);
            pay.with(at, |bytes| {
                out.extend_from_slice(bytes);
                Ok::<(), anyhow::Error>(())
            })?;
            quote(out);
            Ok(())
        }
        Some(Row::Values(values)) => Ok(serde_json::to_writer(out, &values[at])?),
        None => {
            out.extend_from_slice(b"null");
            Ok(())
        }
    }
}
