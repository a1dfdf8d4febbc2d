//! The level that a text tells of a skill: behind its name, `Kotlin (notions)`, or behind the label of its list.

use super::Hit;
use super::clauses::Clauses;
use super::surface::Surface;
use crate::reader::words::list;

/// What sets a level apart from the name before it.
const APART: [char; 5] = ['(', ':', '-', '=', '|'];

/// Where the level of a hit stands in the surface's text, if the text tells one.
pub fn of(hit: &Hit, surface: &Surface<'_>, clauses: &Clauses) -> Option<(usize, usize)> {
    let text = surface.text();
    let clause = clauses.around(hit.start);
    let from = hit.version_end.max(hit.end);
    let behind = text.get(from..clause.end).and_then(|rest| level_behind(rest, from));
    behind.or_else(|| {
        let label = text.get(clause.start..clause.label_end.filter(|end| *end <= hit.start)?)?;
        let label = label.trim_end_matches([' ', ':']);
        let open = label.rfind('(').filter(|_| label.ends_with(')'))?;
        level_behind(&label[open..], clause.start + open)
    })
}

/// The level at the beginning of `rest`, which stands at `from`, if it is all that is set apart there.
fn level_behind(rest: &str, from: usize) -> Option<(usize, usize)> {
    let body = rest.trim_start().strip_prefix(APART)?;
    let level = body.split([',', ';', ')', '.', '\n', '(', ':']).next()?;
    let start = from + rest.len() - body.len() + (level.len() - level.trim_start().len());
    list("skill levels").contains(&level.trim()).then_some((start, start + level.trim().len()))
}
