//! Answers the rows of a piece, one after another; each thread has a worker of its own.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashMap;
use std::ffi::OsString;
use std::rc::Rc;

use clap::error::ErrorKind;
use clap::{ArgAction, ArgMatches, Command};
use serde_json::Value;
use serde_json::value::RawValue;

use super::answer::{self, figure};
use super::columns::{Columns, TEXT};
use super::object::{argument, is_list, object, repeated, typed};
use super::pay::PayDesk;
use super::plan::{Form, Plan};
use super::row::{Answered, Row, RowWriter};
use super::split::{Fault, Piece};
use super::told::{about_columns, fault, missing, not_utf8, told};
use crate::cli::environment::{Environment, TerminalInfo};
use crate::cli::session::Session;
use crate::cli::{gap, root, usage};
use crate::dataset::{Dataset, UserData};
use crate::model::skill::Skill;
use crate::model::text::{Text, text};
use crate::query::gap::{GapParams, report_without_training};
use crate::query::pay::missing_amount;
use crate::reader::matching::Matcher;

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
    /// The columns of the kinds of objects that were met, by the names of their fields.
    columns: HashMap<Vec<String>, Result<Rc<Columns>, Text>>,
    /// Finds skills in CVs, once one is to be read.
    matcher: OnceCell<Matcher>,
}

/// Objects of more kinds than this are no rows of one thing.
const MOST_KINDS: usize = 1_000;

impl<'a> Worker<'a> {
    /// A worker over its own dataset; `rules` are those that the desk of `pay` may need.
    ///
    /// # Errors
    /// Fails if the common options are not understood, which would be a slip of the program.
    pub fn new(plan: &'a Plan, dataset: &'a Dataset, desk: PayDesk<'a>) -> anyhow::Result<Self> {
        let terminal = TerminalInfo::default();
        let common = root(plan.lang, true).try_get_matches_from(["backend-career", "--json", "-q"])?;
        let plain = Command::new(plan.command.name).no_binary_name(true);
        Ok(Self {
            plan,
            dataset,
            environment: Environment::read(|_| None, terminal),
            reader: (plan.command.arguments)(plan.lang)(plain),
            common,
            desk,
            columns: HashMap::new(),
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
        let plan = self.plan;
        let width = plan.columns.headings.len();
        while reader.read_byte_record(&mut record)? {
            let line = piece.first_line + record.position().map_or(0, |position| position.line() - 1);
            answered.rows += 1;
            let result = if let Some(found) = piece.fault {
                Err(fault(found))
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
                self.row(&plan.columns, |at| record.get(at).unwrap_or_default())
            };
            out.csv_row(|at| record.get(at).unwrap_or_default(), line, result, answered)?;
        }
        if piece.bytes.is_empty() {
            answered.rows += 1;
            out.csv_row(|_| &[], piece.first_line, Err(fault(Fault::TooLong)), answered)?;
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
            let names: Vec<String> = fields.iter().flatten().map(|(name, _)| name.clone()).collect();
            let result = match (&fields, piece.fault) {
                (_, Some(found)) => Err(fault(found)),
                (None, None) => Err(text("ce n’est pas un objet JSON", "this is no JSON object")),
                (Some(fields), None) => self.object_row(fields, &names),
            };
            let values: Vec<Cow<'_, [u8]>> = match &fields {
                Some(fields) if self.plan.json => {
                    fields.iter().map(|(_, value)| Cow::Borrowed(value.get().as_bytes())).collect()
                }
                fields => {
                    fields.iter().flatten().map(|(_, value)| Cow::Owned(typed(value).into_bytes())).collect()
                }
            };
            let missing: &[u8] = if self.plan.json { b"null" } else { b"" };
            let own = |at: usize| {
                let place = names.iter().position(|name| *name == self.plan.columns.headings[at]);
                place.map_or(missing, |place| &values[place])
            };
            if self.plan.json && self.plan.whole {
                let own = fields.is_some().then_some((line, names.as_slice()));
                out.extend_object(own, number, result, answered)?;
            } else {
                out.csv_row(own, number, result, answered)?;
            }
        }
        answered.bytes = out.finish()?;
        Ok(())
    }

    /// The figures of an object, each of whose fields must have one meaning.
    fn object_row(&mut self, fields: &[(String, &RawValue)], names: &[String]) -> Result<Row, Text> {
        if let Some(key) = repeated(fields) {
            return Err(Text::new(
                format!("la clé « {key} » est donnée deux fois"),
                format!("the key `{key}` is given twice"),
            ));
        }
        let columns = self.columns_of(names)?;
        for (at, heading, id) in columns.given() {
            let takes_several = self
                .reader
                .get_arguments()
                .any(|arg| arg.get_id() == id && matches!(arg.get_action(), ArgAction::Append));
            if is_list(fields[at].1) && !takes_several {
                return Err(Text::new(
                    format!("colonne « {heading} » : une liste ; donnez une seule valeur"),
                    format!("column `{heading}`: a list; give one value"),
                ));
            }
        }
        let values: Vec<String> = fields.iter().map(|(_, value)| argument(value)).collect();
        self.row(&columns, |at| values[at].as_bytes())
    }

    /// The columns of an object with the fields `names`.
    fn columns_of(&mut self, names: &[String]) -> Result<Rc<Columns>, Text> {
        if let Some(known) = self.columns.get(names) {
            return known.clone();
        }
        let reads = answer::reads_document(self.plan.command.name);
        let columns = Columns::new(names.to_vec(), &self.reader, reads);
        let columns = columns.map(Rc::new).map_err(|reason| reason.message());
        // Objects of too many kinds share nothing; each is then looked at anew.
        if self.columns.len() < MOST_KINDS {
            self.columns.insert(names.to_vec(), columns.clone());
        }
        columns
    }

    /// The figures of a row whose fields `field` gives.
    fn row<'r>(&mut self, columns: &Columns, field: impl Fn(usize) -> &'r [u8]) -> Result<Row, Text> {
        if self.plan.command.name == "pay" {
            let known = self.desk.answer(columns, &field);
            if let Some(figures) = known {
                return Ok(Row::Pay(figures));
            }
        }
        let (words, document) = self.words(columns, &field)?;
        let matches = self.reader.try_get_matches_from_mut(words).map_err(|error| {
            if error.kind() == ErrorKind::MissingRequiredArgument {
                return missing(&self.reader, columns, &field);
            }
            let refused = usage::answer(&error, None, &self.environment, &mut Vec::new());
            refused.map_or_else(
                |error| about_columns(told(&error), &self.reader, columns, &field),
                |()| text("la ligne ne demande rien", "the row asks nothing"),
            )
        })?;
        if self.plan.command.name == "pay" {
            self.desk.learn(columns, &field, &matches);
        }
        let answer = self.ask(&matches, document).map_err(|error| {
            let message = told(&error);
            if message == missing_amount().message() {
                missing(&self.reader, columns, &field)
            } else {
                about_columns(message, &self.reader, columns, &field)
            }
        })?;
        let figures = self.plan.figures.iter();
        Ok(Row::Values(figures.map(|one| figure(&answer, &one.place)).collect()))
    }

    /// The row as words of a command line, and its document if a column holds one.
    fn words<'r>(
        &self,
        columns: &Columns,
        field: impl Fn(usize) -> &'r [u8],
    ) -> Result<(Vec<OsString>, Option<String>), Text> {
        let (mut words, mut positional, mut document) = (Vec::new(), Vec::new(), None);
        let mut given: Vec<&str> = Vec::new();
        let is_flag = |id: &str| {
            self.reader.get_arguments().any(|arg| arg.get_id() == id && !arg.get_action().takes_values())
        };
        let is_positional =
            |id: &str| self.reader.get_arguments().any(|arg| arg.get_id() == id && arg.is_positional());
        for (at, heading, id) in columns.given() {
            let value = std::str::from_utf8(field(at)).map_err(|_| not_utf8(heading))?;
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
                words.extend(flag(value, heading)?.then(|| OsString::from(format!("--{id}"))));
            } else {
                words.push(OsString::from(format!("--{id}={}", whole(value.trim()))));
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
        if self.plan.command.name == gap::COMMAND.name {
            return self.gap(&gap::params(args, &session)?);
        }
        (self.plan.command.run)(args, &mut session)?;
        Ok(serde_json::from_slice(&out)?)
    }
}

impl Worker<'_> {
    /// The answer to `gap`, with the matcher that all rows share; no figure is of the programmes.
    fn gap(&self, params: &GapParams) -> anyhow::Result<Value> {
        let matcher = if let Some(matcher) = self.matcher.get() {
            matcher
        } else {
            let skills: Vec<&Skill> = self.dataset.skills()?.skills.iter().collect();
            let made = Matcher::new(&skills)?;
            self.matcher.get_or_init(|| made)
        };
        Ok(serde_json::to_value(report_without_training(params, self.dataset, matcher)?)?)
    }
}

/// A whole number as programs write it where a column has gaps: `10.0` is 10.
fn whole(value: &str) -> &str {
    let digits = value.strip_suffix(".0");
    digits.filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit())).unwrap_or(value)
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
