//! An answer: its filters and fields, its lines with a cursor, and what more can be said of the current one.

use super::count::Whole;
use super::list::{List, stops};
use super::{Body, Context, bar, detail, replies, shaping};
use crate::explore::frame::{Row, Target};
use crate::explore::question::{Asked, Kind};
use crate::model::text::{Text, text};
use crate::report::{Block, Document};
use crate::view::{self, Item, Line, Look, plain};

/// Columns before each line: the cursor and a mark.
const MARGIN: usize = 2;
/// With fewer lines than this for the answer, nothing more is said of the current line.
const DETAILED: usize = 14;
/// Filters and fields that would take more than this part of the rows give way to the answer.
const MOST_OF_BARS: usize = 6;
/// From this many rows on, a blank one stands below the filters.
const ROOMY: usize = 18;
/// More than this is for the entry itself.
const LONGEST_DETAIL: usize = 8;

/// What has the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// The lines of the answer.
    List,
    /// A filter.
    Chips(usize),
    /// A field.
    Fields(usize),
}

/// An answer.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The question with what is set.
    pub asked: Asked,
    /// The entries that the arrows lead to from here.
    pub siblings: Vec<String>,
    pub(super) zone: Zone,
    pub(super) list: List,
    pub(super) document: Option<Document>,
    /// The question as it was when it was answered last.
    answered: Asked,
    /// What the question lists where nothing is left out, once it has been asked so.
    whole: Option<Whole>,
    /// How many things are listed, of how many.
    pub(super) count: Option<(usize, usize)>,
    /// The blocks that list them.
    pub(super) listing: Vec<usize>,
    /// The document as it is drawn: without what is hidden now.
    shown: Option<Document>,
    /// Whether only rows in which entries differ are shown.
    pub(super) differences: bool,
    /// Why there is no answer to what is set now.
    problem: Vec<Line>,
    pub(super) lines: Vec<Line>,
    detail: Vec<Line>,
    /// The width and the language that the lines are for.
    fitted: Option<(usize, crate::model::text::Lang)>,
}

impl Answer {
    /// Asks the question.
    pub fn new(asked: Asked, context: &Context<'_>) -> Self {
        let mut answer = Self {
            answered: asked.clone(),
            whole: None,
            count: None,
            listing: Vec::new(),
            asked,
            siblings: Vec::new(),
            zone: Zone::List,
            list: List::default(),
            document: None,
            shown: None,
            differences: false,
            problem: Vec::new(),
            lines: Vec::new(),
            detail: Vec::new(),
            fitted: None,
        };
        answer.ask(context);
        if answer.asked.question.kind == Kind::Form {
            answer.zone = Zone::Fields(0);
        }
        answer
    }

    /// The same answer among others of its kind.
    #[must_use]
    pub fn among(mut self, siblings: Vec<String>) -> Self {
        self.siblings = siblings;
        self
    }

    /// Whether there is no answer at all.
    pub const fn is_empty(&self) -> bool {
        self.document.is_none()
    }

    /// Asks again with what is set now; what was answered last stays while there is no new answer.
    pub(super) fn ask(&mut self, context: &Context<'_>) {
        let current = self.current_id();
        match self.answer(context) {
            Ok(document) => {
                self.answered.clone_from(&self.asked);
                self.count_things(&document, context);
                self.document = Some(document);
                self.problem.clear();
            }
            Err(error) => self.problem = detail::told(&error, context, context.width.saturating_sub(2)),
        }
        self.lay_out(context);
        if let Some(id) = current {
            self.go_to(&id);
        }
        self.fit(context);
    }

    /// The question to which the answer that is shown was given.
    pub const fn shown_as(&self) -> &Asked {
        &self.answered
    }

    /// Counts what an answer lists, of what the question lists where nothing is left out.
    fn count_things(&mut self, document: &Document, context: &Context<'_>) {
        if self.asked.question.things[0].en.is_empty() {
            return;
        }
        if self.whole.is_none() {
            let all = Asked::open(self.asked.question, context.dataset);
            self.whole = if self.asked.is_narrowed() {
                all.answer(context.dataset).ok().map(|report| Whole::of(&report.document()))
            } else {
                Some(Whole::of(document))
            };
        }
        self.count = self.whole.as_ref().map(|whole| (whole.listed(document), whole.len()));
        self.listing = self.whole.as_ref().map(|whole| whole.blocks(document)).unwrap_or_default();
    }

    /// What is answered to what is set now, remarks first.
    fn answer(&self, context: &Context<'_>) -> anyhow::Result<Document> {
        let report = self.asked.answer(context.dataset)?;
        let mut document = report.document();
        // Standard error says some of it for those who read no document.
        let remarks = report.remarks().into_iter().map(Block::Note);
        let unsaid: Vec<Block> = remarks.filter(|remark| !document.blocks.contains(remark)).collect();
        document.blocks.splice(0..0, unsaid);
        shaping::shape(&mut document, &self.asked);
        if self.asked.question.kind == Kind::Replies {
            replies::keep_questions(&mut document);
        }
        Ok(document)
    }

    /// The cursor goes to the entry of this id, if the answer has it.
    pub fn go_to(&mut self, id: &str) {
        let is_it = |(line, _): &(usize, usize)| {
            self.found_at(*line).and_then(|found| found.id()).is_some_and(|other| other == id)
        };
        if let Some(at) = self.list.stops.iter().position(is_it) {
            self.list.at = at;
        }
    }

    /// Draws the lines anew, with the cursor on what it stood on.
    fn lay_out(&mut self, context: &Context<'_>) {
        self.fitted = Some((context.width, context.lang));
        let item = self.item();
        let Some(document) = &self.document else { return };
        let page = context.page(context.width.saturating_sub(MARGIN));
        let mut shown = document.clone();
        if self.differences {
            shaping::only_differences(&mut shown);
        }
        shaping::fit(&mut shown, &self.asked, context.width);
        if page.width < view::NARROWEST_PAGE {
            view::instead_of_drawings(&mut shown);
        }
        self.lines = view::lines(&shown, &page);
        self.shown = Some(shown);
        if !self.asked.subjects.is_empty() {
            // The heading says it.
            let title = self.lines.iter().take_while(|line| !line.is_blank()).count();
            self.lines.drain(..(title + 1).min(self.lines.len()));
        }
        self.list.length = self.lines.len();
        self.list.stops = stops(&self.lines);
        let at = |wanted: Option<Item>| {
            let stops = &self.list.stops;
            stops.iter().position(|(line, _)| self.lines.get(*line).and_then(|line| line.item) == wanted)
        };
        // The beginning is read first; a list further down is not jumped to.
        let is_near = |line: usize| line < context.height / 2 && self.lines[line].item.is_some();
        let first_item = self.list.stops.iter().position(|(line, _)| is_near(*line));
        self.list.at = match item {
            Some(_) => at(item).unwrap_or(self.list.at),
            None if self.list.at == 0 => first_item.unwrap_or(0),
            None => self.list.at,
        };
    }

    pub(super) fn fit(&mut self, context: &Context<'_>) {
        if self.fitted != Some((context.width, context.lang)) {
            self.lay_out(context);
        }
        self.detail = match (&self.shown, self.item()) {
            (Some(document), Some(item)) => {
                detail::lines(document, item, context, context.width.saturating_sub(2))
            }
            _ => Vec::new(),
        };
        self.list.show(self.room(context));
    }

    /// What the cursor stands on.
    pub(super) fn item(&self) -> Option<Item> {
        self.lines.get(self.list.line()?)?.item
    }

    fn found_at(&self, line: usize) -> Option<detail::Found<'_>> {
        detail::found(self.shown.as_ref()?, self.lines.get(line)?.item?)
    }

    /// The row that the cursor stands on.
    pub(super) fn found(&self) -> Option<detail::Found<'_>> {
        self.found_at(self.list.line()?)
    }

    /// The id of the entry that the cursor stands on, or that is shown.
    pub(super) fn current_id(&self) -> Option<String> {
        let shown = || self.asked.subjects.first().filter(|_| !self.siblings.is_empty()).cloned();
        self.found().and_then(|found| found.id()).or_else(shown)
    }

    /// The blocks that list something, each with the first place of the list that is in it.
    pub(super) fn parts(&self) -> Vec<(usize, usize)> {
        let mut parts: Vec<(usize, usize)> = Vec::new();
        for (at, (line, _)) in self.list.stops.iter().enumerate() {
            let block = self.lines.get(*line).and_then(|line| line.item).map(|item| item.block);
            if let Some(block) = block.filter(|block| parts.last().is_none_or(|(last, _)| last != block)) {
                parts.push((block, at));
            }
        }
        parts
    }

    /// The ids of the entries that the current table lists.
    pub(super) fn ids(&self) -> Vec<String> {
        let ids = self.list.stops.iter().filter_map(|(line, _)| self.found_at(*line)?.id());
        ids.fold(Vec::new(), |mut ids, id| {
            if !ids.contains(&id) {
                ids.push(id);
            }
            ids
        })
    }

    /// The first page that the answer names.
    pub(super) fn first_link(&self) -> Option<String> {
        let mut pieces = self.lines.iter().flat_map(|line| &line.pieces);
        pieces.find_map(|piece| match &piece.look {
            Look::Link(url) if detail::is_web_address(url) => Some(url.clone()),
            _ => None,
        })
    }

    /// The answer as a text.
    pub fn text(&self) -> String {
        plain(&self.lines)
    }

    /// Whether the rows say in what entries differ.
    pub(super) fn compares(&self) -> bool {
        let table = self.document.as_ref().and_then(Document::main_table);
        table.is_some_and(|table| table.columns.iter().any(|column| column.key == "differs"))
    }

    /// Whether letters are typed rather than obeyed.
    pub const fn is_typing(&self) -> bool {
        matches!(self.zone, Zone::Fields(_))
    }

    /// Filters, fields and what is wrong with them; with where the caret stands.
    fn top_rows(&self, context: &Context<'_>) -> (Vec<Row>, Option<(usize, usize)>) {
        let whole = self.bars(false, context);
        let is_short = whole.0.len() > context.height / MOST_OF_BARS;
        let (mut rows, caret) = if is_short { self.bars(true, context) } else { whole };
        let problem = self.problem.iter().map(|line| {
            let mut shown = Line::of(" ", Look::Plain);
            line.pieces.iter().for_each(|piece| shown.push(piece.text.as_str(), Look::Mark));
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
    line.pieces.iter().for_each(|piece| shown.push(piece.text.as_str(), piece.look.clone()));
    shown
}

/// What is said where a line names no source.
pub(super) const NO_SOURCE: Text = text("Cette ligne ne nomme pas de source.", "This line names no source.");
