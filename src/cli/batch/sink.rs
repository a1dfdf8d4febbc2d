//! Where the rows of the output go: a stream, a file, a workbook or a summary.

use rust_xlsxwriter::{Workbook, Worksheet};

use super::plan::{Chosen, Plan};
use super::row::Answered;
use crate::cli::atomic_file::PendingFile;
use crate::cli::output::Output;
use crate::cli::session::Session;
use crate::model::error::Reason;
use crate::model::text::text;
use crate::query::batch::Summary;

/// The rows of a sheet, headings included.
const SHEET_ROWS: u32 = 1_048_576;

/// Takes the rows in their order.
pub enum Sink {
    /// Standard output.
    Stream,
    /// A file, which is put into its place at the end.
    File(PendingFile),
    /// A workbook, which is written at the end.
    Sheet(Box<Sheet>),
    /// A summary, which is shown at the end.
    Summary(Box<Figures>),
}

/// A workbook with its next row.
#[allow(clippy::struct_field_names)] // A worksheet in a workbook.
pub struct Sheet {
    book: Workbook,
    sheet: Worksheet,
    next: u32,
    output: Option<Output>,
}

/// A summary, and where its figures stand in a row.
#[allow(clippy::struct_field_names)] // The figures of a summary.
pub struct Figures {
    figures: Summary,
    by: Option<usize>,
    by_name: Option<String>,
    first: usize,
}

impl Sink {
    /// A workbook for `output` or standard output.
    pub fn sheet(output: Option<Output>) -> Self {
        Self::Sheet(Box::new(Sheet { book: Workbook::new(), sheet: Worksheet::new(), next: 0, output }))
    }

    /// A summary, by the values of the column `by`.
    ///
    /// # Errors
    /// A usage error if there is no such column.
    pub fn summary(plan: &Plan, by: Option<String>) -> Result<Self, Reason> {
        let place = by.as_ref().map(|name| {
            plan.columns.headings.iter().position(|heading| heading == name.trim()).ok_or_else(|| {
                let known = plan.columns.headings.iter().map(String::as_str);
                Reason::from(crate::model::name::Unknown::new(text("colonne", "column"), name, known))
            })
        });
        let figures = Figures {
            figures: Summary::new(plan.figures.clone()),
            by: place.transpose()?,
            by_name: by,
            first: plan.columns.headings.len(),
        };
        Ok(Self::Summary(Box::new(figures)))
    }

    /// Writes the headings.
    ///
    /// # Errors
    /// Fails if the output takes no more.
    pub fn begin(&mut self, plan: &Plan, session: &mut Session<'_>) -> anyhow::Result<()> {
        if plan.json {
            return Ok(());
        }
        let mut csv = csv::Writer::from_writer(Vec::new());
        let guarded = |chosen: &Chosen| crate::view::guard_formula(plan.heading(*chosen)).into_owned();
        csv.write_record(plan.chosen.iter().map(guarded))?;
        let bytes = csv.into_inner().map_err(|error| anyhow::anyhow!("{error}"))?;
        match self {
            Self::Summary(_) => Ok(()),
            _ => self.add(&Answered { bytes, ..Answered::default() }, session),
        }
    }

    /// Takes the rows of a piece.
    ///
    /// # Errors
    /// Fails if the output takes no more.
    pub fn add(&mut self, answered: &Answered, session: &mut Session<'_>) -> anyhow::Result<()> {
        match self {
            Self::Stream => Ok(session.stream(&answered.bytes)?),
            Self::File(file) => Ok(file.append(&answered.bytes)?),
            Self::Sheet(sheet) => each_row(&answered.bytes, |row| sheet.add(row)),
            Self::Summary(figures) => each_row(&answered.bytes, |row| {
                figures.add(row);
                Ok(())
            }),
        }
    }

    /// Puts everything into its place; with `failed` rows the exit code says so.
    ///
    /// # Errors
    /// Fails if the output takes no more.
    pub fn finish(self, plan: &Plan, failed: bool, session: &mut Session<'_>) -> anyhow::Result<()> {
        match self {
            Self::Stream => session.flush()?,
            Self::File(file) => file.commit()?,
            Self::Sheet(mut sheet) => {
                sheet.book.push_worksheet(sheet.sheet);
                let bytes = sheet.book.save_to_buffer()?;
                match sheet.output {
                    Some(output) => {
                        crate::cli::atomic_file::write_file(&output.file, &bytes, output.force)?;
                    }
                    None => session.write(&bytes)?,
                }
            }
            Self::Summary(figures) => {
                session.show(&figures.figures.report(plan.command.name, figures.by_name))?;
            }
        }
        session.exit_code = u8::from(failed);
        Ok(())
    }
}

impl Sheet {
    fn add(&mut self, row: &csv::StringRecord) -> anyhow::Result<()> {
        if self.next >= SHEET_ROWS {
            return Err(Reason::Failed(text(
                "une feuille de classeur a 1 048 576 lignes au plus ; prenez --format csv",
                "a sheet of a workbook has 1,048,576 rows at most; take --format csv",
            ))
            .into());
        }
        for (at, field) in row.iter().enumerate() {
            let column = u16::try_from(at).unwrap_or(u16::MAX);
            match field.parse::<f64>().ok().filter(|number| number.is_finite()) {
                Some(number) if !leads_with_zero(field) => {
                    self.sheet.write_number(self.next, column, number)?
                }
                _ => self.sheet.write_string(self.next, column, field)?,
            };
        }
        self.next += 1;
        Ok(())
    }
}

/// A code such as a postcode is no number.
fn leads_with_zero(field: &str) -> bool {
    field.len() > 1 && field.starts_with('0') && !field.starts_with("0.")
}

impl Figures {
    fn add(&mut self, row: &csv::StringRecord) {
        let failed = row.get(row.len().saturating_sub(1)).is_some_and(|error| !error.is_empty());
        if failed {
            self.figures.fail();
            return;
        }
        let group = self.by.and_then(|at| row.get(at)).unwrap_or_default().trim().to_owned();
        let last = row.len().saturating_sub(1);
        let figures = (self.first..last).map(|at| row.get(at).and_then(|field| field.parse::<f64>().ok()));
        self.figures.add(&group, figures);
    }
}

fn each_row(
    bytes: &[u8],
    mut take: impl FnMut(&csv::StringRecord) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    let mut record = csv::ByteRecord::new();
    while reader.read_byte_record(&mut record)? {
        take(&csv::StringRecord::from_byte_record_lossy(record.clone()))?;
    }
    Ok(())
}
