//! `--columns` and `--sort`: which columns of the main table, in which order, and which rows first.

use std::cmp::Ordering;

use super::format::cell_text;
use crate::model::error::Reason;
use crate::model::money::Money;
use crate::model::name::{Unknown, fold, key};
use crate::model::text::{Lang, text};
use crate::report::{Cell, Column, Document, Row, Table};

/// The order of rows: a column, and whether the largest comes first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sort {
    /// The column's key or heading.
    pub column: String,
    /// Largest first.
    pub descending: bool,
}

/// What the asker wants of the main table; the default leaves it as the report has it.
#[derive(Debug, Clone, Default)]
pub struct ColumnSelection {
    /// The columns' keys or headings, in the wanted order.
    pub columns: Option<Vec<String>>,
    /// The order of rows.
    pub sort: Option<Sort>,
}

impl ColumnSelection {
    /// Whether nothing is asked for.
    pub const fn is_plain(&self) -> bool {
        self.columns.is_none() && self.sort.is_none()
    }

    /// Sorts by what is read in `lang` and picks columns of the main table.
    ///
    /// # Errors
    /// A usage error names the first column that the table does not have.
    pub fn apply(&self, document: &mut Document, lang: Lang) -> Result<(), Reason> {
        if self.is_plain() {
            return Ok(());
        }
        document.reveal_main_table();
        let Some(table) = document.main_table_mut() else { return Ok(()) };
        if let Some(sort) = &self.sort {
            let named = position(table, &sort.column)?;
            let column = table.columns[named].sorted_by.map_or(Ok(named), |key| position(table, key))?;
            sort_rows(&mut table.rows, column, sort.descending, lang);
        }
        if let Some(columns) = &self.columns {
            pick_columns(table, columns)?;
        }
        Ok(())
    }
}

/// Puts the rows of tables that are read in alphabetical order into that of `lang`.
pub fn put_in_alphabet(document: &mut Document, lang: Lang) {
    for table in document.tables_mut() {
        if let Some(column) = table.alphabetical_by.and_then(|key| position(table, key).ok()) {
            sort_rows(&mut table.rows, column, false, lang);
        }
    }
}

/// The column of this key, of this heading in either language, or the only one with this word in its key or headings.
fn position(table: &Table, name: &str) -> Result<usize, Reason> {
    let wanted = key(name);
    // The column of names has the heading of what it names.
    let wanted = if wanted == "nom" { "name".to_owned() } else { wanted };
    let by_key = table.columns.iter().position(|column| key(column.key) == wanted);
    let by_heading = || {
        table
            .columns
            .iter()
            .position(|column| key(&column.label.fr) == wanted || key(&column.label.en) == wanted)
    };
    let by_word = || {
        let has_word = |column: &&Column| {
            [column.key, &column.label.fr, &column.label.en]
                .into_iter()
                .any(|name| words(name).any(|word| singular(&word) == singular(&wanted)))
        };
        let mut found = table.columns.iter().enumerate().filter(|(_, column)| has_word(column));
        let first = found.next().map(|(at, _)| at);
        first.filter(|_| found.next().is_none())
    };
    by_key.or_else(by_heading).or_else(by_word).ok_or_else(|| {
        let known = table.columns.iter().map(|column| column.key);
        Reason::Usage(Unknown::new(text("colonne", "column"), name, known).message())
    })
}

/// A word without the mark of its plural: `ville` names the column of « Villes ».
fn singular(word: &str) -> &str {
    word.strip_suffix('s').unwrap_or(word)
}

/// The words of a heading, folded.
fn words(heading: &str) -> impl Iterator<Item = String> {
    heading.split(|char: char| !char.is_alphanumeric()).map(key).filter(|word| !word.is_empty())
}

fn sort_rows(rows: &mut Vec<Row>, column: usize, descending: bool, lang: Lang) {
    let keyed = std::mem::take(rows).into_iter().map(|row| (SortKey::of(&row.cells[column], lang), row));
    let mut keyed: Vec<(SortKey, Row)> = keyed.collect();
    keyed.sort_by(|(a, _), (b, _)| a.compare(b, descending));
    rows.extend(keyed.into_iter().map(|(_, row)| row));
}

fn pick_columns(table: &mut Table, names: &[String]) -> Result<(), Reason> {
    let picked = names.iter().map(|name| position(table, name)).collect::<Result<Vec<usize>, _>>()?;
    let column = |at: &usize| {
        let mut column = table.columns[*at].clone();
        column.shown = true;
        column
    };
    table.columns = picked.iter().map(column).collect();
    for row in &mut table.rows {
        row.cells = picked.iter().map(|at| row.cells[*at].clone()).collect();
    }
    Ok(())
}

/// A cell as it is compared: quantities by value, members of a set by their order, words as they are read.
enum SortKey {
    Ends(f64, f64),
    Ranked(usize, String),
    Words(String),
    Unknown,
}

impl SortKey {
    fn of(cell: &Cell, lang: Lang) -> Self {
        match cell {
            Cell::Empty | Cell::Blank => Self::Unknown,
            Cell::Term(term) => Self::Ranked(term.rank, fold(&cell_text(cell, lang))),
            _ => match numbers(cell) {
                Some((low, high)) => Self::Ends(low, high),
                None => Self::Words(fold(&cell_text(cell, lang))),
            },
        }
    }

    const fn kind(&self) -> u8 {
        match self {
            Self::Ends(..) => 0,
            Self::Ranked(..) => 1,
            Self::Words(_) => 2,
            Self::Unknown => 3,
        }
    }

    /// The order of two cells of a column; the unknown comes last either way.
    fn compare(&self, other: &Self, descending: bool) -> Ordering {
        let order = match (self, other) {
            (Self::Unknown, Self::Unknown) => return Ordering::Equal,
            (Self::Unknown, _) => return Ordering::Greater,
            (_, Self::Unknown) => return Ordering::Less,
            (Self::Ends(low, high), Self::Ends(other_low, other_high)) => {
                low.total_cmp(other_low).then(high.total_cmp(other_high))
            }
            (Self::Ranked(rank, name), Self::Ranked(other_rank, other)) => {
                rank.cmp(other_rank).then_with(|| name.cmp(other))
            }
            (Self::Words(words), Self::Words(other)) => words.cmp(other),
            // Where a column mixes kinds, quantities come before names, and names before words.
            _ => self.kind().cmp(&other.kind()),
        };
        if descending { order.reverse() } else { order }
    }
}

/// Low and high of a cell that is a quantity; an end that is missing counts as the other.
fn numbers(cell: &Cell) -> Option<(f64, f64)> {
    let ends = |low: Option<f64>, high: Option<f64>| Some((low.or(high)?, high.or(low)?));
    match cell {
        Cell::Money(money) | Cell::Cents(money) | Cell::Figure(money) => ends(Some(money.as_euros()), None),
        Cell::Amounts(range) | Cell::AmountsAnd(range, _) => {
            ends(range.low.map(Money::as_euros), range.high.map(Money::as_euros))
        }
        Cell::AmountsPer(range, per) => {
            let yearly = range.map(|amount| amount.as_euros() * per.per_year());
            ends(yearly.low, yearly.high)
        }
        Cell::Months(range) => ends(range.low.map(f64::from), range.high.map(f64::from)),
        Cell::Years(range) => ends(range.low, range.high),
        Cell::Year(year) => ends(Some(f64::from(*year)), None),
        #[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
        Cell::Count(count) => ends(Some(*count as f64), None),
        Cell::Number(number) | Cell::Share(number) | Cell::Rate(number) | Cell::Percent(number) => {
            ends(Some(*number), None)
        }
        Cell::Flag(flag) => ends(Some(f64::from(u8::from(*flag))), None),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{ColumnSelection, Sort};
    use crate::model::text::{Lang, Text, text};
    use crate::report::{Block, Cell, Column, Document, Kind, Row, Table};

    fn document() -> Document {
        let columns = vec![
            Column::new("name", Kind::Name, text("Nom", "Name")),
            Column::new("count", Kind::Number, text("Nombre", "Count")).hidden(),
        ];
        let row = |name: Cell, count: Cell| Row::new(vec![name, count]);
        let word = |word: &str| Cell::Word(word.to_owned());
        let rows = vec![
            row(word("Éa"), Cell::Count(2)),
            row(Cell::Text(Text::literal("z".to_owned(), "b".to_owned())), Cell::Empty),
            row(word("c"), Cell::Count(10)),
        ];
        Document::new(text("", "")).with(Block::Table(Table::main(columns, rows)))
    }

    fn counts(column: &str, descending: bool, lang: Lang) -> Vec<Cell> {
        let mut document = document();
        let sort = Some(Sort { column: column.to_owned(), descending });
        ColumnSelection { columns: None, sort }.apply(&mut document, lang).unwrap();
        document.into_main_table().unwrap().rows.into_iter().map(|row| row.cells[1].clone()).collect()
    }

    #[test]
    fn rows_sort_by_value_with_the_unknown_last() {
        let ascending = [Cell::Count(2), Cell::Count(10), Cell::Empty];
        assert_eq!(counts("count", false, Lang::En), ascending);
        assert_eq!(counts("count", true, Lang::En), [Cell::Count(10), Cell::Count(2), Cell::Empty]);
    }

    #[test]
    fn names_sort_as_they_are_read_in_the_language() {
        assert_eq!(counts("name", false, Lang::En), [Cell::Empty, Cell::Count(10), Cell::Count(2)]);
        assert_eq!(counts("nom", false, Lang::Fr), [Cell::Count(10), Cell::Count(2), Cell::Empty]);
    }

    #[test]
    fn a_word_of_one_heading_names_its_column_and_a_word_of_two_none() {
        let columns = vec![
            Column::new("tuition_per_year", Kind::Number, text("Frais par an", "Fees a year")),
            Column::new("months", Kind::Number, text("Mois par an", "Months a year")),
        ];
        let table = Table::main(columns, vec![Row::new(vec![Cell::Count(1), Cell::Count(2)])]);
        assert_eq!(super::position(&table, "frais").unwrap(), 0);
        assert_eq!(super::position(&table, "Fees").unwrap(), 0);
        assert!(super::position(&table, "year").is_err());
    }

    #[test]
    fn a_picked_column_is_shown_by_key_or_heading_and_an_unknown_one_is_named() {
        let selection = |column: &str| ColumnSelection { columns: Some(vec![column.to_owned()]), sort: None };
        for name in ["count", "NOMBRE", "Count"] {
            let mut picked = document();
            selection(name).apply(&mut picked, Lang::Fr).unwrap();
            let table = picked.into_main_table().unwrap();
            assert!(table.columns.iter().all(|column| column.key == "count" && column.shown), "{name}");
        }
        let unknown = selection("cuont").apply(&mut document(), Lang::En).unwrap_err();
        assert!(unknown.message().en.contains("did you mean `count`?"), "{}", unknown.message().en);
    }
}
