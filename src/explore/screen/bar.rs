//! The filters and fields above an answer, in lines.

use textwrap::core::display_width;

use super::Context;
use crate::explore::chip::Chip;
use crate::explore::frame::{Row, Target};
use crate::explore::question::Asked;
use crate::view::{Line, Look};

/// Narrower than this, a filter shows the value that is set and no other.
const WIDE: usize = 60;
/// More values than this would push the other filters away.
const LISTED: usize = 5;

/// A piece of a filter with what a click on it does.
type Part = (String, Look, Option<Target>);

/// The filters, as many in a line as fit; `current` has the focus.
pub fn chips(asked: &Asked, current: Option<usize>, context: &Context<'_>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let is_tight = |listed: bool| {
        let widths =
            asked.chips.iter().enumerate().map(|(at, chip)| width(&parts(chip, at, false, listed, context)));
        widths.sum::<usize>() > 2 * context.width
    };
    let listed = context.width >= WIDE && !is_tight(true);
    for (at, chip) in asked.chips.iter().enumerate() {
        let parts = parts(chip, at, current == Some(at), listed, context);
        let fits = rows.last().is_some_and(|row| row.line.width() + width(&parts) < context.width);
        if !fits {
            rows.push(Row::default());
        }
        if let Some(row) = rows.last_mut() {
            for (text, look, target) in parts {
                let from = row.line.width();
                row.line.push(text, look);
                row.targets.extend(target.map(|target| (from, row.line.width(), target)));
            }
        }
    }
    for row in &mut rows {
        row.line = context.signs.cut(&row.line, context.width);
    }
    rows
}

fn width(parts: &[Part]) -> usize {
    parts.iter().map(|(text, ..)| display_width(text)).sum()
}

/// ` › Niveau ‹tous› junior senior `.
fn parts(chip: &Chip, at: usize, is_current: bool, listed: bool, context: &Context<'_>) -> Vec<Part> {
    let cursor = if is_current { context.signs.cursor } else { " " };
    let label = format!("{cursor}{} ", context.say(&chip.label));
    let look = if is_current { Look::Strong } else { Look::Label };
    let mut parts: Vec<Part> = vec![(label, look, Some(Target::Chip(at, chip.set)))];
    let [open, close] = context.signs.set;
    for (value_at, value) in chip.values.iter().enumerate() {
        let told = context.say(&value.label);
        let target = Some(Target::Chip(at, value_at));
        if value_at == chip.set {
            let look = if chip.set > 0 { Look::Strong } else { Look::Plain };
            parts.push((format!("{open}{told}{close}"), look, target));
        } else if listed && chip.values.len() <= LISTED {
            parts.push((told, Look::Quiet, target));
        } else {
            continue;
        }
        parts.push((" ".to_owned(), Look::Plain, None));
    }
    parts.push((" ".to_owned(), Look::Plain, None));
    parts
}

/// The fields, a line each, or only the one that has the focus; with where the caret stands.
pub fn fields(
    asked: &Asked,
    current: Option<usize>,
    context: &Context<'_>,
) -> (Vec<Row>, Option<(usize, usize)>) {
    let specs = asked.question.fields;
    let labels: Vec<String> = specs.iter().map(|spec| context.say(&spec.label)).collect();
    let widest = labels.iter().map(|label| display_width(label)).max().unwrap_or(0);
    let only = (context.height < 18).then(|| current.unwrap_or(0));
    let (mut rows, mut caret) = (Vec::new(), None);
    for (at, (label, typed)) in labels.iter().zip(&asked.fields).enumerate() {
        if only.is_some_and(|only| only != at) {
            continue;
        }
        let is_current = current == Some(at);
        let cursor = if is_current { context.signs.cursor } else { " " };
        let pad = " ".repeat(widest - display_width(label) + 2);
        let look = if is_current { Look::Strong } else { Look::Label };
        let mut line = Line::of(format!("{cursor}{label}{pad}"), look).with(typed.text(), Look::Plain);
        if is_current {
            caret = Some((line.width().min(context.width.saturating_sub(1)), rows.len()));
        }
        if typed.text().is_empty() {
            let example = specs.get(at).map(|spec| context.say(&spec.example)).unwrap_or_default();
            let dots = if is_current { " " } else { "" };
            line.push(format!("{dots}({example})"), Look::Quiet);
        }
        let shown = context.signs.cut(&line, context.width);
        rows.push(Row::of(shown).target(Target::Field(at)));
    }
    (rows, caret)
}
