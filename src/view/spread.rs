//! A table as a spreadsheet holds it: headings and words in one language, numbers as numbers.

use super::format::{cell_text, localize};
use crate::model::money::Money;
use crate::model::text::{Lang, Text, text};
use crate::model::vocabulary::Vocabulary;
use crate::report::{Cell, Column, Kind, Table};

/// A value of a spreadsheet.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing is known, or nothing stands here.
    Empty,
    /// Words.
    Text(String),
    /// Euros.
    Euros(f64),
    /// A number of things, a duration, a year.
    Number(f64),
    /// A share of a whole, 1 being all of it.
    Share(f64),
}

/// A table spread over a sheet: what people see first, then what else is known; columns without any value are left out.
pub struct Spread<'a> {
    table: &'a Table,
    columns: Vec<usize>,
}

impl<'a> Spread<'a> {
    /// Spreads a table.
    pub fn new(table: &'a Table) -> Self {
        let is_filled = |at: &usize| {
            let cells = table.rows.iter().map(|row| &row.cells[*at]);
            cells.into_iter().any(|cell| !matches!(cell, Cell::Empty | Cell::Blank))
        };
        let all = || 0..table.columns.len();
        let shown = all().filter(|at| table.columns[*at].shown);
        let hidden = all().filter(|at| !table.columns[*at].shown).filter(is_filled);
        Self { table, columns: shown.chain(hidden).collect() }
    }

    /// The headings, as many as the columns spread over.
    pub fn headings(&self, lang: Lang) -> Vec<String> {
        self.columns.iter().flat_map(|at| heading(&self.table.columns[*at], lang)).collect()
    }

    /// The values of a row, as many as there are headings.
    pub fn values(&self, row: &[Cell], lang: Lang) -> Vec<Value> {
        self.columns.iter().flat_map(|at| spread(self.table.columns[*at].kind, &row[*at], lang)).collect()
    }
}

fn heading(column: &Column, lang: Lang) -> Vec<String> {
    let name = localize(&column.label, lang);
    let end = |end: Text| format!("{name} ({})", localize(&end, lang));
    match column.kind {
        Kind::Text | Kind::Name | Kind::Names | Kind::Number => vec![name],
        Kind::Range => vec![end(LOW), end(HIGH)],
        Kind::RangePer => vec![end(LOW), end(HIGH), end(PERIOD)],
    }
}

const LOW: Text = text("de", "from");
const HIGH: Text = text("à", "to");
const PERIOD: Text = text("période", "period");

fn spread(kind: Kind, cell: &Cell, lang: Lang) -> Vec<Value> {
    let mut values = match cell {
        Cell::Empty | Cell::Blank => Vec::new(),
        Cell::Money(money) | Cell::Cents(money) | Cell::Figure(money) => vec![euros(*money)],
        Cell::Amounts(range) | Cell::AmountsAnd(range, _) => {
            vec![end(range.low, euros), end(range.high, euros)]
        }
        Cell::AmountsPer(range, per) => {
            vec![
                end(range.low, euros),
                end(range.high, euros),
                Value::Text(per.label().in_lang(lang).to_owned()),
            ]
        }
        Cell::Months(range) => {
            vec![
                end(range.low, |months| Value::Number(f64::from(months))),
                end(range.high, |months| Value::Number(f64::from(months))),
            ]
        }
        Cell::Years(range) => vec![end(range.low, Value::Number), end(range.high, Value::Number)],
        Cell::Year(year) => vec![Value::Number(f64::from(*year))],
        #[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
        Cell::Count(count) => vec![Value::Number(*count as f64)],
        Cell::Number(number) => vec![Value::Number(*number)],
        Cell::Share(share) | Cell::Rate(share) => vec![Value::Share(*share)],
        Cell::Percent(percent) => vec![Value::Share(*percent / 100.0)],
        Cell::Terms(terms) if terms.is_empty() => Vec::new(),
        Cell::Words(words) if words.is_empty() => Vec::new(),
        Cell::Text(_)
        | Cell::Marked { .. }
        | Cell::Word(_)
        | Cell::Term(_)
        | Cell::Terms(_)
        | Cell::Words(_)
        | Cell::Flag(_)
        | Cell::Link(_) => vec![Value::Text(cell_text(cell, lang))],
    };
    // A row may hold another kind of cell than its column, a note in place of a figure for instance.
    values.resize(width(kind), Value::Empty);
    values
}

/// How many values a column spreads over: as in CSV, but for texts, which are in one language.
const fn width(kind: Kind) -> usize {
    match kind {
        Kind::Text => 1,
        _ => kind.endings().len(),
    }
}

fn euros(money: Money) -> Value {
    Value::Euros(money.rounded().as_euros())
}

fn end<T>(end: Option<T>, value: impl Fn(T) -> Value) -> Value {
    end.map_or(Value::Empty, value)
}

#[cfg(test)]
mod tests {
    use super::{Value, spread};
    use crate::model::money::{Money, Range};
    use crate::model::text::Lang;
    use crate::model::vocabulary::Per;
    use crate::report::{Cell, Kind};

    #[test]
    fn a_cell_fills_its_columns_whatever_it_holds() {
        let range = Range { low: None, high: Some(Money::euros(5000.0)) };
        assert_eq!(
            spread(Kind::RangePer, &Cell::AmountsPer(range, Per::Month), Lang::Fr),
            [Value::Empty, Value::Euros(5000.0), Value::Text("mois".to_owned())]
        );
        assert_eq!(spread(Kind::Range, &Cell::Empty, Lang::En), [Value::Empty, Value::Empty]);
        assert_eq!(spread(Kind::Number, &Cell::Flag(true), Lang::En), [Value::Text("yes".to_owned())]);
        assert_eq!(spread(Kind::Number, &Cell::Share(0.5), Lang::En), [Value::Share(0.5)]);
    }
}
