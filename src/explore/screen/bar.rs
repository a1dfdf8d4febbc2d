//! The filters and fields above an answer, in lines.

use textwrap::core::display_width;

use super::Context;
use crate::explore::chip::{Chip, Kind, Value};
use crate::explore::frame::{Row, Target};
use crate::explore::question::Asked;
use crate::model::text::{Text, text};
use crate::view::{Line, Look};

/// Narrower than this, a filter shows the value that is set and no other.
const WIDE: usize = 60;
/// More values than this would push the other filters away.
const LISTED: usize = 5;

/// A piece of a filter with what a click on it does.
type Part = (String, Look, Option<Target>);

/// The filters, as many in a line as fit; `current` has the focus. Where rows are short, only that one lists its values.
pub fn chips(asked: &Asked, current: Option<usize>, is_short: bool, context: &Context<'_>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let is_tight = |listed: bool| {
        let widths =
            asked.chips.iter().enumerate().map(|(at, chip)| width(&parts(chip, at, None, listed, context)));
        widths.sum::<usize>() > 2 * context.width
    };
    let listed = context.width >= WIDE && !is_short && !is_tight(true);
    for (at, chip) in asked.chips.iter().enumerate() {
        let is_current = current == Some(at);
        let is_listed = listed || (is_current && context.width >= WIDE);
        let parts = parts(chip, at, current, is_listed, context);
        let fits = rows.last().is_some_and(|row| row.line.width() + width(&parts) < context.width);
        if !fits {
            rows.push(Row::default());
        }
        for part in parts {
            push(&mut rows, part, context.width);
        }
    }
    for row in &mut rows {
        row.line = context.signs.cut(&row.line, context.width);
    }
    rows
}

/// Adds a part to the last row, or to a new one where it would not fit.
fn push(rows: &mut Vec<Row>, (text, look, target): Part, width: usize) {
    let is_full = |row: &Row| row.line.width() > 0 && row.line.width() + display_width(&text) > width;
    if rows.last().is_none_or(is_full) {
        if text.trim().is_empty() {
            return;
        }
        rows.push(Row::of(Line::of("  ", Look::Plain)));
    }
    if let Some(row) = rows.last_mut() {
        let from = row.line.width();
        row.line.push(text, look);
        row.targets.extend(target.map(|target| (from, row.line.width(), target)));
    }
}

fn width(parts: &[Part]) -> usize {
    parts.iter().map(|(text, ..)| display_width(text)).sum()
}

/// ` › Niveau ‹tous› junior senior `; a filter that has the focus and can have several values on lists them all.
fn parts(chip: &Chip, at: usize, current: Option<usize>, listed: bool, context: &Context<'_>) -> Vec<Part> {
    let is_current = current == Some(at);
    let cursor = if is_current { context.signs.cursor } else { " " };
    let label = format!("{cursor}{} ", context.say(&chip.label));
    let look = if is_current { Look::Strong } else { Look::Label };
    let mut parts: Vec<Part> = vec![(label, look, Some(Target::Filter(at)))];
    match chip.kind {
        Kind::Without | Kind::Among if is_current => parts.extend(switches(chip, at, true, context)),
        Kind::Among if listed => parts.extend(switches(chip, at, false, context)),
        Kind::Without | Kind::Among => {
            parts.push((set(&summary(chip), context), Look::Plain, Some(Target::Filter(at))));
        }
        _ => parts.extend(values(chip, at, listed, context)),
    }
    parts.push(("  ".to_owned(), Look::Plain, None));
    parts
}

/// A value between the signs of what is set.
fn set(value: &Text, context: &Context<'_>) -> String {
    let [open, close] = context.signs.set;
    format!("{open}{}{close}", context.say(value))
}

/// What is set, in a word.
fn summary(chip: &Chip) -> Text {
    let (all, off) = (chip.values.len(), chip.off().len());
    match chip.kind {
        Kind::Without if off == 0 => text("toutes", "all"),
        Kind::Without => Text::new(format!("{} sur {all}", all - off), format!("{} of {all}", all - off)),
        Kind::Among => {
            let on = chip.values.iter().filter(|value| !value.is_off);
            let (fr, en): (Vec<_>, Vec<_>) = on.map(|value| (&*value.label.fr, &*value.label.en)).unzip();
            Text::new(fr.join(", "), en.join(", "))
        }
        _ => chip.values.get(chip.set).map_or(text("", ""), |value| value.label.clone()),
    }
}

/// The value that is set, and the others where there is room.
fn values(chip: &Chip, at: usize, listed: bool, context: &Context<'_>) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for (value_at, value) in chip.values.iter().enumerate() {
        let target = Some(Target::Chip(at, value_at));
        let part = if value_at == chip.set {
            let look = if chip.set > 0 { Look::Strong } else { Look::Plain };
            (set(&value.label, context), look, target)
        } else if listed && chip.values.len() <= LISTED {
            (context.say(&value.label), Look::Quiet, target)
        } else {
            continue;
        };
        parts.extend((!parts.is_empty()).then(|| (" ".to_owned(), Look::Plain, None)));
        parts.push(part);
    }
    parts
}

/// Every value, those that are on between signs, with a cursor before one of them where the filter has the focus.
fn switches(chip: &Chip, at: usize, has_focus: bool, context: &Context<'_>) -> Vec<Part> {
    let part = |(value_at, value): (usize, &Value)| {
        let is_current = has_focus && value_at == chip.set;
        let told = match (value.is_off, has_focus) {
            (true, true) => format!(" {} ", context.say(&value.label)),
            (true, false) => context.say(&value.label),
            (false, _) => set(&value.label, context),
        };
        let before = if value_at > 0 { " " } else { "" };
        let cursor = match (is_current, has_focus) {
            (true, _) => context.signs.cursor,
            (false, true) => " ",
            (false, false) => "",
        };
        let look = match (is_current, value.is_off) {
            (true, _) => Look::Strong,
            (false, true) => Look::Quiet,
            (false, false) => Look::Plain,
        };
        (format!("{before}{cursor}{told}"), look, Some(Target::Chip(at, value_at)))
    };
    chip.values.iter().enumerate().map(part).collect()
}

/// Filters and fields in one line, where rows are short: those that are set, then the names of the others.
pub fn in_one_line(asked: &Asked, context: &Context<'_>) -> Row {
    let chips = asked
        .chips
        .iter()
        .enumerate()
        .map(|(at, chip)| (&chip.label, chip.is_changed().then(|| summary(chip)), Target::Filter(at)));
    let specs = asked.question.fields.iter().zip(&asked.fields).enumerate();
    let fields = specs.map(|(at, (spec, typed))| {
        let typed = (!typed.is_empty()).then(|| Text::same(typed));
        (&spec.label, typed, Target::Field(at))
    });
    let (given, free): (Vec<_>, Vec<_>) = chips.chain(fields).partition(|(_, value, _)| value.is_some());
    let mut row = Row::default();
    let mut push = |text: String, look: Look, target: Option<Target>| {
        let from = row.line.width();
        row.line.push(text, look);
        row.targets.extend(target.map(|target| (from, row.line.width(), target)));
    };
    for (label, value, target) in given {
        push(format!(" {} ", context.say(label)), Look::Label, Some(target));
        push(set(&value.unwrap_or(text("", "")), context), Look::Strong, Some(target));
        push(" ".to_owned(), Look::Plain, None);
    }
    let mut separator = context.say(&text(" Tab : ", " Tab: "));
    for (label, _, target) in free {
        push(std::mem::replace(&mut separator, ", ".to_owned()), Look::Quiet, None);
        push(context.say(label).to_lowercase(), Look::Quiet, Some(target));
    }
    row.line = context.signs.cut(&row.line, context.width);
    row
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
        let mut line = Line::of(format!("{cursor}{label}{pad}"), look).with(typed, Look::Plain);
        if is_current {
            caret = Some((line.width().min(context.width.saturating_sub(1)), rows.len()));
        }
        if typed.is_empty() {
            let example = specs.get(at).map(|spec| context.say(&spec.example)).unwrap_or_default();
            let dots = if is_current { " " } else { "" };
            let told = context.say(&Text::new(format!("p. ex. {example}"), format!("e.g. {example}")));
            line.push(format!("{dots}{told}"), Look::Quiet);
        }
        let shown = context.signs.cut(&line, context.width);
        rows.push(Row::of(shown).target(Target::Field(at)));
    }
    (rows, caret)
}
