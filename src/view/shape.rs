//! `--columns` and `--sort`: which columns of the main table, in which order, and which rows first.

use std::borrow::Cow;
use std::cmp::Ordering;

use crate::report::{Cell, Document, Money, Row, Table, Unknown, Wanted, fold, joined, mapped, text};

/// The order of rows: a column, and whether the largest comes first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sort {
    /// The column's key.
    pub column: String,
    /// Largest first.
    pub descending: bool,
}

/// What the asker wants of the main table; the default leaves it as the report has it.
#[derive(Debug, Clone, Default)]
pub struct Shape {
    /// The columns' keys, in the wanted order.
    pub columns: Option<Vec<String>>,
    /// The order of rows.
    pub sort: Option<Sort>,
}

impl Shape {
    /// Whether nothing is asked for.
    pub const fn is_plain(&self) -> bool {
        self.columns.is_none() && self.sort.is_none()
    }

    /// Which columns of the main table it needs, for people or for machines.
    pub fn wanted(&self, for_people: bool) -> Wanted<'_> {
        let sort = self.sort.as_ref().map(|sort| sort.column.as_str());
        match &self.columns {
            Some(columns) => Wanted::These(columns, sort),
            None if for_people => Wanted::Shown(sort),
            None => Wanted::All,
        }
    }

    /// Names the first column that `table` does not have.
    pub fn check(&self, table: &Table) -> Result<(), Unknown> {
        let sort = self.sort.iter().map(|sort| &sort.column);
        sort.chain(self.columns.iter().flatten()).try_for_each(|key| position(table, key).map(|_| ()))
    }

    /// Sorts and picks columns of the main table, or names the unknown column.
    pub fn apply(&self, document: &mut Document) -> Result<(), Unknown> {
        if self.is_plain() {
            return Ok(());
        }
        document.reveal_main_table();
        let Some(table) = document.main_table_mut() else { return Ok(()) };
        if let Some(sort) = &self.sort {
            sort_rows(table, sort)?;
        }
        if let Some(columns) = &self.columns {
            pick_columns(table, columns)?;
        }
        Ok(())
    }
}

fn position(table: &Table, key: &str) -> Result<usize, Unknown> {
    table.columns.iter().position(|column| column.key.eq_ignore_ascii_case(key)).ok_or_else(|| {
        Unknown::new(text("colonne", "column"), key, table.columns.iter().map(|column| column.key))
    })
}

fn sort_rows(table: &mut Table, sort: &Sort) -> Result<(), Unknown> {
    let at = position(table, &sort.column)?;
    let values = mapped(&table.rows, |row| Value::of(&row.cells[at]));
    let mut rows: Vec<(Value, Row)> = values.into_iter().zip(std::mem::take(&mut table.rows)).collect();
    rows.sort_by(|(a, _), (b, _)| a.compare(b, sort.descending));
    table.rows = rows.into_iter().map(|(_, row)| row).collect();
    Ok(())
}

fn pick_columns(table: &mut Table, keys: &[String]) -> Result<(), Unknown> {
    let picked = keys.iter().map(|key| position(table, key)).collect::<Result<Vec<usize>, _>>()?;
    table.columns = picked
        .iter()
        .map(|at| {
            let mut column = table.columns[*at].clone();
            column.shown = true;
            column
        })
        .collect();
    for row in &mut table.rows {
        row.cells = picked.iter().map(|at| row.cells[*at].clone()).collect();
    }
    Ok(())
}

/// A cell as it is compared: by value, never by how it is displayed.
enum Value {
    Ends(f64, f64),
    Ranked(usize, Cow<'static, str>),
    Words(String),
    Unknown,
}

impl Value {
    fn of(cell: &Cell) -> Self {
        match cell {
            Cell::Empty | Cell::Blank => Self::Unknown,
            Cell::Term(term) => Self::Ranked(term.rank, term.id.clone()),
            _ => numbers(cell).map_or_else(|| Self::Words(words(cell)), |(low, high)| Self::Ends(low, high)),
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
            (Self::Ranked(rank, id), Self::Ranked(other_rank, other)) => {
                rank.cmp(other_rank).then_with(|| id.cmp(other))
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
        Cell::Amounts(range) | Cell::Span { range, .. } => {
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
        Cell::Share(share) | Cell::Rate(share) => ends(Some(*share), None),
        Cell::Flag(flag) => ends(Some(f64::from(u8::from(*flag))), None),
        _ => None,
    }
}

/// The words of a cell for an order that is the same in every language.
fn words(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => fold(&text.en),
        Cell::Marked { en, .. } => fold(&joined(en)),
        Cell::Word(word) | Cell::Link(word) => fold(word),
        Cell::Terms(terms) => terms.iter().map(|term| &*term.id).collect::<Vec<_>>().join(" "),
        Cell::Words(words) => fold(&words.join(" ")),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Shape, Sort};
    use crate::report::{Cell, Column, Document, Kind, Row, Table, text};

    fn document() -> Document {
        let columns = vec![
            Column::new("name", Kind::Name, text("Nom", "Name")),
            Column::new("count", Kind::Number, text("Nombre", "Count")).hidden(),
        ];
        let row = |name: &str, count: Cell| Row::new(vec![Cell::Word(name.to_owned()), count]);
        let rows = vec![row("Éa", Cell::Count(2)), row("b", Cell::Empty), row("c", Cell::Count(10))];
        Document::new(text("", "")).with(crate::report::Block::Table(Table::main(columns, rows)))
    }

    fn names(sort: &str, descending: bool) -> Vec<Cell> {
        let mut document = document();
        let sort = Some(Sort { column: sort.to_owned(), descending });
        Shape { columns: None, sort }.apply(&mut document).unwrap();
        document.into_main_table().unwrap().rows.into_iter().map(|row| row.cells[0].clone()).collect()
    }

    fn words(words: &[&str]) -> Vec<Cell> {
        words.iter().map(|word| Cell::Word((*word).to_owned())).collect()
    }

    #[test]
    fn rows_sort_by_value_with_the_unknown_last() {
        assert_eq!(names("count", false), words(&["Éa", "c", "b"]));
        assert_eq!(names("count", true), words(&["c", "Éa", "b"]));
        assert_eq!(names("name", false), words(&["b", "c", "Éa"]));
    }

    #[test]
    fn a_column_that_mixes_kinds_still_has_one_order() {
        let cells = [
            Cell::Word("b".to_owned()),
            Cell::Count(2),
            Cell::Empty,
            Cell::Word("a".to_owned()),
            Cell::Count(1),
        ];
        let rows = cells.map(|cell| Row::new(vec![cell])).into();
        let columns = vec![Column::new("x", Kind::Name, text("x", "x"))];
        let table = Table::main(columns, rows);
        let mut document = Document::new(text("", "")).with(crate::report::Block::Table(table));
        let sort = Some(Sort { column: "x".to_owned(), descending: false });
        Shape { columns: None, sort }.apply(&mut document).unwrap();
        let sorted = document.into_main_table().unwrap().rows.into_iter().map(|row| row.cells[0].clone());
        let expected = [
            Cell::Count(1),
            Cell::Count(2),
            Cell::Word("a".to_owned()),
            Cell::Word("b".to_owned()),
            Cell::Empty,
        ];
        assert_eq!(sorted.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_picked_column_is_shown_and_an_unknown_one_is_named_with_the_known() {
        let mut picked = document();
        let shape = |columns: &[&str]| Shape {
            columns: Some(columns.iter().map(|column| (*column).to_owned()).collect()),
            sort: None,
        };
        shape(&["count"]).apply(&mut picked).unwrap();
        let table = picked.into_main_table().unwrap();
        assert!(table.columns.iter().all(|column| column.key == "count" && column.shown));
        let unknown = shape(&["cuont"]).apply(&mut document()).unwrap_err();
        assert_eq!((unknown.nearest.as_deref(), unknown.known.len()), (Some("count"), 2));
    }
}
