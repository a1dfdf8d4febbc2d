//! The rows of programmes on a page: those that say the same share a line, and those that say least give way.

use std::cmp::Reverse;
use std::mem::discriminant;

use crate::model::text::Text;
use crate::report::{Cell, Row, Table};

/// Rows with the same values here, the fee among them, may share a line.
const SAME: [&str; 7] =
    ["level", "kind", "entry", "duration_months", "tuition_per_year", "total_since_bac", "work_study"];
/// What the rows of one line say each.
const TOGETHER: [&str; 2] = ["cities", "sources"];

/// The place of a column.
pub fn place(table: &Table, key: &str) -> Option<usize> {
    table.columns.iter().position(|column| column.key == key)
}

/// Programmes that differ by their names, towns and sources only become one line.
pub fn merge(table: &mut Table) {
    let same: Vec<usize> = SAME.iter().filter_map(|key| place(table, key)).collect();
    let together: Vec<usize> = TOGETHER.iter().filter_map(|key| place(table, key)).collect();
    let (Some(name), Some(fee)) = (place(table, "name"), place(table, "tuition_per_year")) else { return };
    let mut merged: Vec<(Row, Vec<Text>)> = Vec::new();
    for row in std::mem::take(&mut table.rows) {
        // What is not said of one is not said of the other either: a town of one is not that of both.
        let is_like =
            |at: &usize, other: &Row| discriminant(&row.cells[*at]) == discriminant(&other.cells[*at]);
        let is_same = |(other, _): &&mut (Row, Vec<Text>)| {
            row.cells[fee] != Cell::Empty
                && same.iter().all(|at| row.cells[*at] == other.cells[*at])
                && together.iter().all(|at| is_like(at, other))
        };
        let named: Vec<Text> =
            if let Cell::Text(name) = &row.cells[name] { vec![name.clone()] } else { Vec::new() };
        match merged.iter_mut().find(is_same) {
            Some((first, names)) => {
                names.extend(named);
                for at in &together {
                    add(&mut first.cells[*at], &row.cells[*at]);
                }
                first.notes.extend(row.notes);
            }
            None => merged.push((row, named)),
        }
    }
    table.rows = merged.into_iter().map(|(row, names)| with_names(row, name, &names)).collect();
}

/// The same row, named after all programmes that it stands for.
fn with_names(mut row: Row, at: usize, names: &[Text]) -> Row {
    if names.len() > 1 {
        row.cells[at] = Cell::Text(Text::in_each(|lang| {
            let names: Vec<&str> = names.iter().map(|name| name.in_lang(lang)).collect();
            let start = common_words(&names);
            let rest = names.iter().skip(1).map(|name| &name[start..]);
            std::iter::once(names[0]).chain(rest).collect::<Vec<_>>().join(" / ")
        }));
    }
    row
}

/// How many bytes of whole words all names begin with.
fn common_words(names: &[&str]) -> usize {
    let first = names.first().copied().unwrap_or_default();
    let ends = first.char_indices().filter(|(_, char)| *char == ' ').map(|(at, _)| at + 1);
    let is_common = |end: &usize| names.iter().all(|name| name.starts_with(&first[..*end]));
    ends.take_while(is_common).last().unwrap_or_default()
}

/// Adds the towns or the sources of a row to those of another, each once.
fn add(to: &mut Cell, more: &Cell) {
    match (&mut *to, more) {
        (Cell::Words(all), Cell::Words(more)) => {
            all.extend(more.iter().filter(|word| !all.contains(word)).cloned().collect::<Vec<_>>());
        }
        (Cell::Terms(all), Cell::Terms(more)) => {
            all.extend(more.iter().filter(|term| !all.contains(term)).cloned().collect::<Vec<_>>());
        }
        _ => {}
    }
}

/// Takes rows away until `most` are left: first those that say nothing but a name, then those without a fee, then those
/// that stand last. Their names are given back in the order of the table.
pub fn give_way(table: &mut Table, most: usize) -> Vec<Text> {
    let says = |key: &str| place(table, key);
    let (fee, duration, name) = (says("tuition_per_year"), says("duration_months"), says("name"));
    let is_said = |row: &Row, at: Option<usize>| at.is_some_and(|at| row.cells[at] != Cell::Empty);
    let mut order: Vec<usize> = (0..table.rows.len()).collect();
    order.sort_by_key(|at| {
        let row = &table.rows[*at];
        (is_said(row, fee), is_said(row, duration), Reverse(*at))
    });
    let mut gone: Vec<usize> = order.into_iter().take(table.rows.len().saturating_sub(most)).collect();
    gone.sort_unstable();
    let taken = gone.iter().rev().map(|at| table.rows.remove(*at)).collect::<Vec<_>>();
    let named = taken.iter().rev().filter_map(|row| match &row.cells[name?] {
        Cell::Text(text) => Some(text.clone()),
        _ => None,
    });
    named.collect()
}

#[cfg(test)]
mod tests {
    use super::{common_words, give_way, merge};
    use crate::model::money::{Money, Range};
    use crate::model::text::{Lang, Text, text};
    use crate::report::{Cell, Column, Kind, Row, Table};

    fn table(rows: &[(&str, Option<f64>, Option<u16>)]) -> Table {
        let columns = vec![
            Column::new("name", Kind::Text, text("", "")),
            Column::new("tuition_per_year", Kind::Range, text("", "")),
            Column::new("duration_months", Kind::Range, text("", "")),
        ];
        let row = |(name, fee, months): &(&str, Option<f64>, Option<u16>)| {
            let fee = fee.map(|fee| Range::between(Money::euros(fee), Money::euros(fee)));
            let months = months.map(|months| Range::between(months, months));
            Row::new(vec![Cell::Text(Text::same(name)), Cell::from(fee), Cell::of(months, Cell::Months)])
        };
        Table::main(columns, rows.iter().map(row).collect())
    }

    fn names(table: &Table) -> Vec<String> {
        table.rows.iter().map(|row| name(&row.cells[0])).collect()
    }

    fn name(cell: &Cell) -> String {
        if let Cell::Text(text) = cell { text.in_lang(Lang::En).to_owned() } else { String::new() }
    }

    #[test]
    fn what_says_nothing_but_a_name_gives_way_first_and_what_states_a_fee_last() {
        let mut table = table(&[
            ("years", None, Some(24)),
            ("fee", Some(1.0), Some(12)),
            ("bare", None, None),
            ("last", Some(0.0), None),
        ]);
        assert_eq!(give_way(&mut table, 3), [Text::same("bare")]);
        assert_eq!(give_way(&mut table, 1), [Text::same("years"), Text::same("last")]);
        assert_eq!(names(&table), ["fee"]);
    }

    #[test]
    fn programmes_of_one_fee_and_duration_share_a_line_and_those_without_a_fee_do_not() {
        let mut table = table(&[
            ("Licence pro, Lyon", Some(178.0), Some(12)),
            ("Hetic", None, Some(60)),
            ("Licence pro, Paris", Some(178.0), Some(12)),
            ("School", None, Some(60)),
        ]);
        merge(&mut table);
        assert_eq!(names(&table), ["Licence pro, Lyon / Paris", "Hetic", "School"]);
        assert_eq!(common_words(&["a b", "a bc"]), 2);
    }
}
