//! A row of the output: its own columns, the figures of its answer, and what was wrong with it.

use std::borrow::Cow;

use serde_json::Value;

use super::columns::free_key;
use super::pay::PayRow;
use super::plan::{Chosen, Form, Plan};
use crate::model::text::Text;
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
    /// Where the first of them begins among the bytes.
    pub failed_at: usize,
    /// How many fields of the input were not in UTF-8, and have lost letters.
    pub garbled: u64,
    /// How many cells would have been formulas to a spreadsheet.
    pub guarded: u64,
    /// How many bytes of the input it took.
    pub read: u64,
}

/// What a row gives.
pub enum Row {
    /// The figures of `pay`, straight from the arithmetic.
    Pay(PayRow),
    /// The figures of an answer.
    Values(Vec<Value>),
}

/// Writes rows of the output.
pub struct RowWriter<'p> {
    plan: &'p Plan,
    csv: csv::Writer<Vec<u8>>,
    json: Vec<u8>,
}

impl<'p> RowWriter<'p> {
    pub fn new(plan: &'p Plan, input: usize) -> Self {
        let space = Vec::with_capacity(if plan.json { 0 } else { input * 4 });
        let csv = csv::WriterBuilder::new().flexible(true).buffer_capacity(64 * 1024).from_writer(space);
        Self { plan, csv, json: Vec::new() }
    }

    pub fn finish(self) -> anyhow::Result<Vec<u8>> {
        if self.plan.json {
            Ok(self.json)
        } else {
            Ok(self.csv.into_inner().map_err(|error| anyhow::anyhow!("{error}"))?)
        }
    }

    /// A row whose own fields `field` gives, in the form of the output.
    pub fn csv_row<'r>(
        &mut self,
        field: impl Fn(usize) -> &'r [u8],
        line: u64,
        result: Result<Row, Text>,
        answered: &mut Answered,
    ) -> anyhow::Result<()> {
        let (row, failure) = self.outcome(line, result, answered)?;
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
        &mut self,
        line: u64,
        result: Result<Row, Text>,
        answered: &mut Answered,
    ) -> anyhow::Result<(Option<Row>, Option<String>)> {
        match result {
            Ok(row) => Ok((Some(row), None)),
            Err(message) => {
                if answered.failures.is_empty() {
                    self.csv.flush()?;
                    answered.failed_at = self.json.len() + self.csv.get_ref().len();
                }
                let message = localize_message(&message, self.plan.lang);
                let place = localize_message(
                    &Text::new(format!("ligne {line} : "), format!("line {line}: ")),
                    self.plan.lang,
                );
                answered.failures.push(Failure { line, message: message.clone() });
                Ok((None, Some(format!("{place}{message}"))))
            }
        }
    }

    /// A field of the input, which no spreadsheet takes for a formula.
    fn own(&mut self, field: &[u8], answered: &mut Answered) -> csv::Result<()> {
        // The output is UTF-8 whatever comes in.
        let shown = String::from_utf8_lossy(field);
        answered.garbled += u64::from(matches!(shown, Cow::Owned(_)));
        let guarded = if self.plan.raw { Cow::Borrowed(&*shown) } else { guard_formula(&shown) };
        // A number with its sign is none.
        if matches!(guarded, Cow::Borrowed(_)) || shown.parse::<f64>().is_ok() {
            return self.csv.write_field(shown.as_bytes());
        }
        answered.guarded += 1;
        self.csv.write_field(guarded.as_bytes())
    }

    fn value(&mut self, value: &Value) -> csv::Result<()> {
        match value {
            Value::Null => self.csv.write_field(b""),
            Value::String(text) => self.csv.write_field(guard_formula(text).as_bytes()),
            other => self.csv.write_field(other.to_string()),
        }
    }

    /// An object with the chosen columns.
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
                // A value of an object stays as it is written; fields of CSV are texts.
                Chosen::Own(at) if self.plan.form == Form::Lines => self.json.extend_from_slice(field(*at)),
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

    /// The input's own object, byte for byte, with the figures behind its fields; `own` is its line and its fields' names.
    pub fn extend_object(
        &mut self,
        own: Option<(&[u8], &[String])>,
        number: u64,
        result: Result<Row, Text>,
        answered: &mut Answered,
    ) -> anyhow::Result<()> {
        let (row, failure) = self.outcome(number, result, answered)?;
        let (line, names) = own.unwrap_or_default();
        let line = line.trim_ascii().strip_suffix(b"}").unwrap_or(b"{").trim_ascii_end();
        self.json.extend_from_slice(line);
        let mut begun = line.len() > 1;
        let keys = self.plan.figures.iter().enumerate().map(|(at, figure)| (Some(at), &figure.key));
        for (at, key) in keys.chain([(None, &self.plan.error_key)]) {
            if std::mem::replace(&mut begun, true) {
                self.json.push(b',');
            }
            // An object may have a field that the first one had not.
            serde_json::to_writer(
                &mut self.json,
                &free_key(key, |key| names.iter().any(|name| name == key)),
            )?;
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
            let quoted = PayRow::is_text(at);
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
