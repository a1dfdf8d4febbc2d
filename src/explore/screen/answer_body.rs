//! How an answer is drawn: its filters and fields, its lines with a cursor, and the detail of the current one.

use super::answer::{Answer, Zone};
use super::{Body, Context, bar};
use crate::explore::frame::{Row, Target};
use crate::view::{Line, Look};

/// With fewer lines than this for the answer, nothing more is said of the current line.
const DETAILED: usize = 14;
/// Filters and fields that would take more than this part of the rows give way to the answer.
const MOST_OF_BARS: usize = 6;
/// From this many rows on, a blank one stands below the filters.
const ROOMY: usize = 18;
/// More than this is for the entry itself.
const LONGEST_DETAIL: usize = 8;

impl Answer {
    /// Filters, fields and what is wrong with them; with where the caret stands.
    fn top_rows(&self, context: &Context<'_>) -> (Vec<Row>, Option<(usize, usize)>) {
        let whole = self.bars(false, context);
        let is_short = whole.0.len() > context.height / MOST_OF_BARS;
        let (mut rows, caret) = if is_short { self.bars(true, context) } else { whole };
        let problem = self.problem.iter().map(|line| {
            let shown = Line::of(" ", Look::Plain).with(line.text(), Look::Mark);
            Row::of(context.signs.cut(&shown, context.width))
        });
        rows.extend(problem);
        if !rows.is_empty() && context.height >= ROOMY && (!is_short || !self.problem.is_empty()) {
            rows.push(Row::default());
        }
        rows.truncate(context.height.saturating_sub(3).max(1));
        (rows, caret)
    }

    /// Filters and fields; where rows are short, only those that have the focus, and the others in one line.
    fn bars(&self, is_short: bool, context: &Context<'_>) -> (Vec<Row>, Option<(usize, usize)>) {
        let chip = if let Zone::Chips(at) = self.zone { Some(at) } else { None };
        let field = if let Zone::Fields(at) = self.zone { Some(at) } else { None };
        let mut rows = if is_short && chip.is_none() {
            vec![bar::in_one_line(&self.asked, context)]
        } else {
            bar::chips(&self.asked, chip, is_short, context)
        };
        if is_short && field.is_none() {
            return (rows, None);
        }
        let (fields, caret) = bar::fields(&self.asked, field, context);
        let caret = caret.map(|(column, row)| (column, row + rows.len()));
        rows.extend(fields);
        (rows, caret)
    }

    /// Lines for what more can be said of the current one, with the rule above them.
    fn detail_height(&self, below: usize) -> usize {
        if self.detail.is_empty() || below < DETAILED {
            return 0;
        }
        let spare = below.saturating_sub(self.lines.len());
        (self.detail.len() + 1).min((below / 3).max(spare)).min(LONGEST_DETAIL + 1)
    }

    /// Lines for the answer itself.
    pub(super) fn room(&self, context: &Context<'_>) -> usize {
        let below = context.height.saturating_sub(self.top_rows(context).0.len());
        below - self.detail_height(below)
    }

    pub(super) fn body(&self, context: &Context<'_>) -> Body {
        let (mut rows, cursor) = self.top_rows(context);
        let below = context.height.saturating_sub(rows.len());
        let detail = self.detail_height(below);
        let room = below - detail;
        let (line, end) = self.list.stops.get(self.list.at).copied().unwrap_or((usize::MAX, usize::MAX));
        let seen = self.lines.iter().enumerate().skip(self.list.top).take(room);
        let mut shown: Vec<Row> = seen
            .map(|(at, drawn)| self.row(at, drawn, at == line, (line..end).contains(&at), context))
            .collect();
        shown.resize_with(room, Row::default);
        rows.extend(shown);
        if detail > 0 && !self.detail.is_empty() {
            rows.push(Row::of(Line::of(
                format!(" {}", context.signs.dotted.repeat(context.width.saturating_sub(2))),
                Look::Quiet,
            )));
            let lines = self.detail.iter().take(detail - 1);
            rows.extend(lines.map(|line| Row::of(context.signs.cut(&behind(" ", line), context.width))));
            if self.detail.len() >= detail
                && let Some(last) = rows.last_mut()
            {
                last.line = context.signs.goes_on(&last.line, context.width);
            }
        }
        Body { rows, cursor }
    }

    fn row(&self, at: usize, drawn: &Line, has_cursor: bool, is_current: bool, context: &Context<'_>) -> Row {
        let in_list = self.zone == Zone::List;
        // Titles and notes are passed without a cursor.
        let (has_cursor, is_current) =
            (has_cursor && drawn.item.is_some(), is_current && drawn.item.is_some());
        let cursor = if has_cursor && in_list { context.signs.cursor } else { " " };
        let is_retained = self.asked.question.retains
            && !context.retained.is_empty()
            && self.list.stops.iter().any(|(stop, _)| *stop == at)
            && self
                .found_at(at)
                .and_then(|found| found.id())
                .is_some_and(|id| context.retained.contains(&id));
        let mark = if is_retained { context.signs.check } else { " " };
        let line = behind(&format!("{cursor}{mark}"), drawn);
        let mut row = Row::of(context.signs.cut(&line, context.width)).current(is_current && in_list);
        row.is_stale = !self.problem.is_empty();
        let stop = self.list.stops.iter().position(|(from, to)| (*from..*to).contains(&at));
        match stop {
            Some(stop) => row.target(Target::Stop(stop)),
            None => row,
        }
    }
}

/// A line behind a margin.
fn behind(margin: &str, line: &Line) -> Line {
    let mut shown = Line::of(margin, Look::Plain);
    shown.append(line.clone());
    shown
}
