//! The programmes of a sheet: those of the region and the levels, as many as a page holds.

use super::{Level, SheetParams, rows};
use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::text::{Text, text};
use crate::model::town::Region;
use crate::query::training::place::{Atlas, Place};
use crate::query::training::{self, ProgrammeLine, TrainingParams, TrainingReport};
use crate::report::{Cell, Column, Document, Table, Term};

/// Programmes that a page holds.
const ROWS: usize = 12;
/// Programmes without room that are named.
const NAMED: usize = 8;
/// The id of the term that says that nobody says.
const NOT_SAID: &str = "not-said";
/// Towns that a row names.
const TOWNS: usize = 8;
/// The columns of a sheet, of those that the answer has.
const COLUMNS: [&str; 9] = [
    "level",
    "name",
    "entry",
    "duration_months",
    "tuition_per_year",
    "total_since_bac",
    "work_study",
    "cities",
    "sources",
];

/// The programmes of the asked levels, in the asked region or anywhere.
///
/// # Errors
/// Fails if a file is invalid.
pub fn report<'a>(
    params: &SheetParams,
    region: Option<&Region>,
    dataset: &'a Dataset,
) -> Result<TrainingReport<'a>, Reason> {
    let of_study = |level: &Level| if let Level::Study(level) = level { Some(*level) } else { None };
    let levels = params.levels.iter().filter_map(of_study).collect();
    let mut report = training::ask(&TrainingParams { levels, ..TrainingParams::default() }, dataset)?;
    if let Some(region) = region {
        let atlas = Atlas::new(dataset)?;
        let place = TrainingParams { regions: vec![region.id.to_string()], ..TrainingParams::default() };
        if let Some(place) = atlas.place(&place)? {
            report.programmes.retain_mut(|line| is_in(line, &place, &atlas));
        }
    }
    Ok(report)
}

/// Whether a programme is taught in the region, or nobody says where; only its schools there are kept.
fn is_in(line: &mut ProgrammeLine<'_>, place: &Place<'_>, atlas: &Atlas<'_>) -> bool {
    let has_town =
        |line: &ProgrammeLine<'_>| line.programme.providers.iter().any(|school| school.city.is_some());
    if !has_town(line) {
        return true;
    }
    line.programme.to_mut().providers.retain(|school| place.has(school, atlas));
    has_town(line)
}

/// The answer's table with the columns of a sheet, the names of what it has no room for, and what letters stand for.
pub fn table(document: Document) -> Option<(Table, Vec<Text>, Option<Text>)> {
    let mut table = document.into_main_table()?;
    say_where(&mut table);
    rows::merge(&mut table);
    let left_out = rows::give_way(&mut table, ROWS);
    let keep: Vec<usize> = COLUMNS.iter().filter_map(|key| rows::place(&table, key)).collect();
    let level = rows::place(&table, "level");
    let column = |at: &usize| Column { shown: true, ..table.columns[*at].clone() };
    table.columns = keep.iter().map(column).collect();
    for row in &mut table.rows {
        let cell = |at: &usize| {
            let cell = row.cells[*at].clone();
            if Some(*at) == level { cell } else { shortened(cell) }
        };
        row.cells = keep.iter().map(cell).collect();
    }
    table.main = false;
    let letters = lettered(&mut table);
    Some((table, left_out, letters))
}

/// A programme that is offered in many towns is not one of which nobody knows where.
fn say_where(table: &mut Table) {
    let (Some(towns), Some(offer)) = (rows::place(table, "cities"), rows::place(table, "availability"))
    else {
        return;
    };
    let rows = table.rows.iter_mut().filter(|row| row.cells[offer] != Cell::Empty);
    for row in rows.filter(|row| row.cells[towns] == Cell::Empty) {
        row.cells[towns] = Cell::Text(text("nombreuses", "many"));
    }
}

/// Sources by a letter each, and what the letters stand for.
fn lettered(table: &mut Table) -> Option<Text> {
    let at = table.columns.iter().position(|column| column.key == "sources")?;
    let mut letters: Vec<(Term, String)> = Vec::new();
    for row in &mut table.rows {
        let Cell::Terms(terms) = &row.cells[at] else { continue };
        let mut shown: Vec<String> = Vec::new();
        for term in terms {
            let known =
                letters.iter().find(|(known, _)| known.id == term.id).map(|(_, letter)| letter.clone());
            shown.push(known.unwrap_or_else(|| {
                let letter = free_letter(&term.label.fr, &letters);
                letters.push((term.clone(), letter.clone()));
                letter
            }));
        }
        row.cells[at] = Cell::Word(shown.join("\u{a0}"));
    }
    table.columns[at].label = text("Selon", "By");
    letters.sort_by(|(_, one), (_, other)| one.cmp(other));
    let named = letters.iter().map(|(term, letter)| term.label.map(|label| format!("{letter} {label}")));
    let Text { fr, en } = Text::joined(named, ", ");
    let told = Text::new(format!("Selon : {fr}."), format!("By: {en}."));
    (!letters.is_empty()).then_some(told)
}

/// The first letter of a name that no other source has.
fn free_letter(name: &str, taken: &[(Term, String)]) -> String {
    let is_free = |letter: &String| !taken.iter().any(|(_, other)| other == letter);
    let of_name =
        name.chars().filter(|char| char.is_alphabetic()).map(|char| char.to_uppercase().to_string());
    of_name.chain(('A'..='Z').map(String::from)).find(is_free).unwrap_or_else(|| name.to_owned())
}

/// A cell in one short line: what nobody says is unknown, terms do not break, towns beyond eight are counted.
fn shortened(cell: Cell) -> Cell {
    let words = match &cell {
        Cell::Term(term) if term.id == NOT_SAID => return Cell::Empty,
        Cell::Term(term) => return Cell::Text(term.label.map(|label| label.replace(' ', "\u{a0}"))),
        Cell::Words(words) => words,
        _ => return cell,
    };
    let more = words.len().saturating_sub(TOWNS);
    if more == 0 {
        return cell;
    }
    let named = words[..TOWNS].join(", ");
    Cell::Text(Text::new(format!("{named} et {more} autres"), format!("{named} and {more} more")))
}

/// How many programmes there are, and what a year of them costs.
pub fn finding(report: &TrainingReport<'_>) -> Option<(Text, Text)> {
    let fees = report.programmes.iter().filter_map(|line| line.tuition_per_year);
    let span = crate::model::money::Range::spanning(fees)?;
    let (low, high) = (span.low?, span.high?);
    let (low, high) = (crate::model::figures::amount(low), crate::model::figures::amount(high));
    let count = report.programmes.len();
    Some((
        Text::new(
            format!("De {} à {} de frais par an", low.fr, high.fr),
            format!("From {} to {} of fees a year", low.en, high.en),
        ),
        Text::new(
            format!("parmi les {count} formations citées ; « ? » : non dit, à demander à l’école."),
            format!("among the {count} programmes named; “?”: not said, to be asked of the school."),
        ),
    ))
}

/// What the page had no room for.
pub fn left_out_note(left_out: &[Text]) -> Text {
    let named = Text::joined(left_out.iter().take(NAMED), ", ");
    let more = match left_out.len().saturating_sub(NAMED) {
        0 => text("", ""),
        more => Text::new(format!(" et {more} autres"), format!(" and {more} more")),
    };
    Text::new(
        format!("Citées aussi, sans place ici : {}{}.", named.fr, more.fr),
        format!("Also named, without room here: {}{}.", named.en, more.en),
    )
}

/// What a sheet for a region leaves out and keeps.
pub fn region_note(region: &Text) -> Text {
    let kept =
        text("les formations dont le lieu n’est pas dit restent", "programmes whose place nobody says stay");
    Text::new(
        format!("Écoles de la région {} seulement ; {}.", region.fr, kept.fr),
        format!("Schools of {} only; {}.", region.en, kept.en),
    )
}
