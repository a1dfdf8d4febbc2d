//! A workbook: every table of the answer a sheet, numbers as numbers, the notes beside their rows.

use std::collections::HashSet;
use std::io::{self, Write};

use rust_xlsxwriter::{Color, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::escape::escape_controls;
use super::format::localize;
use super::html::cited;
use super::options::{Provenance, RenderOptions};
use super::sentence;
use super::spread::{Spread, Value};
use crate::model::figures::date;
use crate::model::money::Money;
use crate::model::source::Source;
use crate::model::text::{Lang, Text, text};
use crate::report::{Block, Curves, Document, Facts, Node, Ranges, Row, Table};

/// Columns of characters that a column is wide at most; longer texts break.
const WIDEST: usize = 60;
/// The height of a line, and the most of them that a row may have, since spreadsheets limit it.
const LINE: u32 = 15;
const MOST_LINES: usize = 26;
/// The longest name of a sheet, in UTF-16 units, that spreadsheets take.
const LONGEST_NAME: usize = 31;
/// The longest text of a cell that spreadsheets take.
const LONGEST_TEXT: usize = 32_000;

/// Writes the workbook.
///
/// # Errors
/// Fails if `out` takes no more.
pub fn write(
    document: &Document,
    provenance: Provenance<'_>,
    options: &RenderOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let bytes = workbook(document, provenance, options).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

fn workbook(
    document: &Document,
    provenance: Provenance<'_>,
    options: &RenderOptions,
) -> Result<Vec<u8>, XlsxError> {
    let lang = options.lang;
    let mut book = Book { workbook: Workbook::new(), names: HashSet::new(), look: Look::new() };
    // What has no title stands under that of its section, or of the answer.
    let mut above = &document.title;
    for block in &document.blocks {
        let title = |title: Option<&Text>| localize(title.unwrap_or(above), lang);
        match block {
            Block::Table(table) => {
                // A second table under one title is rather named after what its rows are.
                let is_second = book.is_taken(&title(table.title.as_ref()));
                let rows_are = rows_are(table).filter(|_| is_second);
                book.sheet(&title(rows_are.or(table.title.as_ref())), &of_table(table, lang))?;
            }
            Block::Ranges(ranges) => book.sheet(&title(Some(&ranges.title)), &of_ranges(ranges, lang))?,
            Block::Curves(curves) => book.sheet(&title(Some(&curves.title)), &of_curves(curves, lang))?,
            Block::Facts(facts) => book.sheet(&title(facts.title.as_ref()), &of_facts(facts, lang))?,
            Block::Tree(tree) => book.sheet(&title(Some(&tree.root.label)), &of_tree(&tree.root, lang))?,
            Block::Section(section) => above = &section.title,
            Block::Prose(_) | Block::Note(_) | Block::Snippet(_) | Block::Break => {}
        }
    }
    book.sheet(&localize(&NOTES, lang), &about(document, provenance, options))?;
    let sources = cited(document, provenance.sources);
    if !sources.is_empty() {
        book.sheet("Sources", &of_sources(&sources, lang))?;
    }
    book.workbook.save_to_buffer()
}

const NOTES: Text = text("Notes", "Notes");

/// The rows of a sheet under their headings.
struct Sheet {
    headings: Vec<String>,
    rows: Vec<(Vec<Value>, bool)>,
}

/// The workbook so far.
struct Book {
    workbook: Workbook,
    names: HashSet<String>,
    look: Look,
}

/// How cells look.
struct Look {
    heading: Format,
    text: Format,
    euros: Format,
    cents: Format,
    number: Format,
    share: Format,
}

impl Look {
    fn new() -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        Self {
            heading: Format::new().set_bold().set_text_wrap().set_background_color(Color::RGB(0x00F6_F2E9)),
            text: top().set_text_wrap(),
            euros: top().set_num_format("#,##0 \"€\""),
            cents: top().set_num_format("#,##0.00 \"€\""),
            number: top(),
            share: top().set_num_format("0.0##%"),
        }
    }
}

impl Book {
    /// Adds a sheet; one without rows says nothing and is left out.
    fn sheet(&mut self, title: &str, content: &Sheet) -> Result<(), XlsxError> {
        if content.rows.is_empty() {
            return Ok(());
        }
        let name = self.free_name(title);
        let sheet = self.workbook.add_worksheet();
        sheet.set_name(name)?;
        sheet.set_freeze_panes(1, 0)?;
        sheet.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
        let mut widths = Vec::new();
        for (column, heading) in (0..).zip(&content.headings) {
            sheet.write_string_with_format(0, column, heading, &self.look.heading)?;
            let longest = content.rows.iter().map(|(row, _)| row.get(usize::from(column)).map_or(0, length));
            let width = longest.chain([heading.chars().count()]).max().unwrap_or(0).clamp(6, WIDEST);
            sheet.set_column_width(column, u32::try_from(width + 2).unwrap_or(u32::MAX))?;
            widths.push(width);
        }
        for (at, (row, strong)) in (1..).zip(&content.rows) {
            for (column, value) in (0..).zip(row) {
                write_value(sheet, (at, column), value, *strong, &self.look)?;
            }
            let lines = row.iter().zip(&widths).map(|(value, width)| length(value).div_ceil(*width)).max();
            if let Some(lines) = lines.filter(|lines| *lines > 1) {
                // Not every program makes a row as high as its texts.
                sheet.set_row_height(at, LINE * u32::try_from(lines.min(MOST_LINES)).unwrap_or(1))?;
            }
        }
        let last_column = u16::try_from(content.headings.len().saturating_sub(1)).unwrap_or(u16::MAX);
        sheet.autofilter(0, 0, u32::try_from(content.rows.len()).unwrap_or(u32::MAX), last_column)?;
        Ok(())
    }

    /// Whether a sheet has the name that this title gives.
    fn is_taken(&self, title: &str) -> bool {
        self.names.contains(&name_of(title, "").to_lowercase())
    }

    /// A name that spreadsheets take, from the title, and that no other sheet has.
    fn free_name(&mut self, title: &str) -> String {
        let end = |number: usize| if number == 1 { String::new() } else { format!(" {number}") };
        let mut names = (1..).map(|number| name_of(title, &end(number)));
        let name = names.find(|name| !self.names.contains(&name.to_lowercase())).unwrap_or_default();
        self.names.insert(name.to_lowercase());
        name
    }
}

/// A name that spreadsheets take: as many whole words of the title as there is room for, and `end`.
fn name_of(title: &str, end: &str) -> String {
    let kept: String =
        title.chars().map(|char| if "[]:*?/\\'".contains(char) { ' ' } else { char }).collect();
    let room = LONGEST_NAME - end.len();
    let length = |text: &str| text.encode_utf16().count();
    let mut name = String::new();
    for word in kept.split_whitespace() {
        if !name.is_empty() && length(&name) + 1 + length(word) > room {
            break;
        }
        name.extend((!name.is_empty()).then_some(' '));
        name.push_str(word);
    }
    while length(&name) > room {
        name.pop();
    }
    if name.is_empty() { format!("–{end}") } else { name + end }
}

/// A value as what it is. A text stays a text, whatever it begins with: no cell is a formula.
fn write_value(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: &Value,
    strong: bool,
    look: &Look,
) -> Result<(), XlsxError> {
    let format = |format: &Format| if strong { format.clone().set_bold() } else { format.clone() };
    match value {
        Value::Empty => {}
        Value::Text(text) => {
            let text: String = escape_controls(text).chars().take(LONGEST_TEXT).collect();
            sheet.write_string_with_format(row, column, text, &format(&look.text))?;
        }
        Value::Euros(euros) => {
            let look = if euros.fract() == 0.0 { &look.euros } else { &look.cents };
            sheet.write_number_with_format(row, column, *euros, &format(look))?;
        }
        Value::Number(number) => {
            sheet.write_number_with_format(row, column, *number, &format(&look.number))?;
        }
        Value::Share(share) => {
            sheet.write_number_with_format(row, column, *share, &format(&look.share))?;
        }
    }
    Ok(())
}

/// About how many characters a value takes.
fn length(value: &Value) -> usize {
    match value {
        Value::Empty => 0,
        Value::Text(text) => text.chars().count(),
        Value::Euros(euros) => format!("{euros:.0}").len() + 4,
        Value::Number(_) | Value::Share(_) => 7,
    }
}

/// What the rows of a table are: the heading of the column that names them.
fn rows_are(table: &Table) -> Option<&Text> {
    let shown = || table.columns.iter().filter(|column| column.shown);
    shown().find(|column| !column.grouped).or_else(|| shown().next()).map(|column| &column.label)
}

/// A table with the notes of its rows in a column of their own.
fn of_table(table: &Table, lang: Lang) -> Sheet {
    let spread = Spread::new(table);
    let mut headings = spread.headings(lang);
    let noted = table.rows.iter().any(|row| !row.notes.is_empty());
    headings.extend(noted.then(|| localize(&NOTES, lang)));
    let row = |row: &Row| {
        let mut values = spread.values(&row.cells, lang);
        if noted {
            values.push(joined(&row.notes, lang));
        }
        (values, row.strong)
    };
    Sheet { headings, rows: table.rows.iter().map(row).collect() }
}

fn joined(notes: &[Text], lang: Lang) -> Value {
    match notes {
        [] => Value::Empty,
        notes => Value::Text(notes.iter().map(|note| localize(note, lang)).collect::<Vec<_>>().join(" ")),
    }
}

fn said(text: &Text, lang: Lang) -> Value {
    let said = localize(text, lang);
    if said.is_empty() { Value::Empty } else { Value::Text(said) }
}

fn of_ranges(ranges: &Ranges, lang: Lang) -> Sheet {
    let counts = ranges.counts();
    let euros = |amount: Option<Money>| match amount {
        None => Value::Empty,
        Some(amount) if counts => Value::Number(amount.as_euros()),
        Some(amount) => Value::Euros(amount.rounded().as_euros()),
    };
    let bars = ranges.bars.iter().map(|bar| {
        let detail = bar.detail.as_ref().map_or(Value::Empty, |detail| said(detail, lang));
        let centre = |is_mean| bar.distribution.filter(|one| one.is_mean == is_mean).map(|one| one.centre);
        vec![
            said(&bar.group, lang),
            said(&bar.label, lang),
            euros(bar.range.low),
            euros(centre(false)),
            euros(centre(true)),
            euros(bar.range.high),
            detail,
            joined(&bar.notes, lang),
        ]
    });
    let lines = ranges.lines.iter().map(|line| {
        let amount = || euros(Some(line.amount));
        let empty = || Value::Empty;
        vec![empty(), said(&line.label, lang), amount(), empty(), empty(), amount(), empty(), empty()]
    });
    let headings = [
        text("Groupe", "Group"),
        text("Qui", "Who"),
        text("De", "From"),
        text("Médiane", "Median"),
        text("Moyenne", "Mean"),
        text("À", "To"),
        text("Précision", "Detail"),
        NOTES,
    ];
    sheet(&headings, bars.chain(lines), lang)
}

fn sheet(headings: &[Text], rows: impl Iterator<Item = Vec<Value>>, lang: Lang) -> Sheet {
    Sheet {
        headings: headings.iter().map(|heading| localize(heading, lang)).collect(),
        rows: rows.map(|row| (row, false)).collect(),
    }
}

fn of_curves(curves: &Curves, lang: Lang) -> Sheet {
    let headings = [text("Courbe", "Curve"), curves.axis.clone(), text("Euros", "Euros")];
    let points = curves.series.iter().flat_map(|series| {
        series
            .points
            .iter()
            .map(|(x, y)| vec![said(&series.label, lang), Value::Number(*x), Value::Euros(*y)])
    });
    sheet(&headings, points, lang)
}

fn of_facts(facts: &Facts, lang: Lang) -> Sheet {
    use crate::report::Cell;
    let value = |cell: &Cell| match cell {
        Cell::Money(money) | Cell::Cents(money) | Cell::Figure(money) => {
            Value::Euros(money.rounded().as_euros())
        }
        Cell::Year(year) => Value::Number(f64::from(*year)),
        Cell::Empty | Cell::Blank => Value::Empty,
        _ => Value::Text(super::format::cell_text(cell, lang)),
    };
    let items = facts.items.iter().map(|(label, cell)| vec![said(label, lang), value(cell)]);
    sheet(&[text("Quoi", "What"), text("Valeur", "Value")], items, lang)
}

/// The steps of a tree: from where, to where.
fn of_tree(root: &Node, lang: Lang) -> Sheet {
    fn below(node: &Node, lang: Lang, rows: &mut Vec<Vec<Value>>) {
        for child in &node.children {
            let told = |text: Option<&Text>| text.map_or(Value::Empty, |text| said(text, lang));
            let inferred = text("déduit par nous", "our reading");
            rows.push(vec![
                said(&node.label, lang),
                said(&child.label, lang),
                told(child.tag.as_ref()),
                told(child.detail.as_ref()),
                told(child.inferred.then_some(&inferred)),
            ]);
            below(child, lang, rows);
        }
    }
    let mut rows = Vec::new();
    below(root, lang, &mut rows);
    let headings = [
        text("De", "From"),
        text("À", "To"),
        text("Étape", "Step"),
        text("Selon", "According to"),
        text("Remarque", "Remark"),
    ];
    sheet(&headings, rows.into_iter(), lang)
}

/// What the whole answer says of itself: its title, its remarks, its edition, the command.
fn about(document: &Document, provenance: Provenance<'_>, options: &RenderOptions) -> Sheet {
    let lang = options.lang;
    let row = |label: Text, value: String| vec![said(&label, lang), Value::Text(value)];
    let mut rows = vec![row(text("Question", "Question"), localize(&document.title, lang))];
    rows.extend(document.blocks.iter().filter_map(|block| match block {
        Block::Prose(told) => Some(row(text("En bref", "In short"), localize(told, lang))),
        Block::Note(told) => Some(row(text("Note", "Note"), localize(told, lang))),
        Block::Ranges(ranges) => Some(row(ranges.title.clone(), sentence::ranges(ranges, lang))),
        Block::Snippet(snippet) => {
            let place = format!("{} {}", snippet.place, snippet.path);
            Some(row(Text::same(&place), localize(&snippet.message, lang)))
        }
        _ => None,
    }));
    rows.push(row(text("Édition", "Edition"), localize(&date(provenance.edition), lang)));
    rows.extend(provenance.data.map(|data| row(text("Vos données", "Your own data"), data.to_owned())));
    if !options.command.is_empty() {
        rows.push(row(text("Commande", "Command"), options.command.clone()));
    }
    sheet(&[text("Quoi", "What"), text("Texte", "Text")], rows.into_iter(), lang)
}

fn of_sources(sources: &[&Source], lang: Lang) -> Sheet {
    let row = |source: &&Source| {
        let word = |word: &Option<String>| word.clone().map_or(Value::Empty, Value::Text);
        vec![
            said(&source.short, lang),
            said(&source.title, lang),
            word(&source.publisher),
            source.year.map_or(Value::Empty, |year| Value::Number(f64::from(year))),
            word(&source.url),
        ]
    };
    let headings = [
        text("Source", "Source"),
        text("Titre", "Title"),
        text("Par", "By"),
        text("Année", "Year"),
        text("Adresse", "Address"),
    ];
    sheet(&headings, sources.iter().map(row), lang)
}
