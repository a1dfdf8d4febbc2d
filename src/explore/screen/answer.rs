//! An answer: its filters and fields, its lines with a cursor, and what more can be said of the current one.

use std::collections::BTreeSet;

use super::count::Whole;
use super::detail::Found;
use super::list::{List, stops};
use super::{Context, detail, replies, shaping};
use crate::explore::question::{Asked, Kind};
use crate::report::{Block, Document, Table};
use crate::view::{self, Item, Line, Look, plain};

/// Columns before each line: the cursor and a mark.
const MARGIN: usize = 2;
/// So many rows of a long list are laid out at first; more are as the cursor comes near their end.
const LAID_OUT: usize = 300;
/// Nearer to the end of what is laid out than this, more is: further than the highest window shows.
const NEAR: usize = 100;

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
    /// The document as it is drawn: without what is hidden now, and with the first rows of a long list.
    shown: Option<Document>,
    /// How many rows of a list are laid out.
    laid_out: usize,
    /// Whether only rows in which entries differ are shown.
    pub(super) differences: bool,
    /// Why there is no answer to what is set now.
    pub(super) problem: Vec<Line>,
    pub(super) lines: Vec<Line>,
    pub(super) detail: Vec<Line>,
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
            laid_out: LAID_OUT,
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
        self.laid_out = LAID_OUT + current.as_deref().and_then(|id| self.row_of(id)).unwrap_or_default();
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
        if self.asked.question.things.is_none() {
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

    /// The row of a table that is about the entry of this id.
    fn row_of(&self, id: &str) -> Option<usize> {
        let tables = self.document.iter().flat_map(|document| &document.blocks).filter_map(Block::as_table);
        let row_in = |table: &Table| {
            let is_it = |row| Found { columns: &table.columns, row }.id().is_some_and(|other| other == id);
            table.rows.iter().position(is_it)
        };
        tables.filter_map(row_in).max()
    }

    /// The table of a block, as far as it is laid out.
    fn table(&self, block: usize) -> Option<&Table> {
        self.shown.as_ref()?.blocks.get(block)?.as_table()
    }

    /// How many rows of a block are not laid out yet.
    pub(super) fn left_out(&self, block: usize) -> usize {
        self.table(block).map_or(0, |table| table.more)
    }

    /// Whether the cursor is so far down a list that more of it has to be laid out.
    fn is_near_the_end(&self) -> bool {
        let is_near = |item: Item| {
            self.table(item.block).is_some_and(|table| table.more > 0 && item.at + NEAR > table.rows.len())
        };
        self.item().is_some_and(is_near)
    }

    /// Lays every list out to its end, however long it is.
    pub(super) fn lay_out_whole(&mut self, context: &Context<'_>) {
        let blocks = self.shown.as_ref().map_or(0, |document| document.blocks.len());
        if (0..blocks).any(|block| self.left_out(block) > 0) {
            self.laid_out = usize::MAX;
            self.lay_out(context);
        }
    }

    /// The cursor goes to the entry of this id, if the answer has it.
    fn go_to(&mut self, id: &str) {
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
        let mut shown = document.head(self.laid_out);
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
        if self.is_near_the_end() {
            self.laid_out *= 2;
            self.fitted = None;
        }
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

    pub(super) fn found_at(&self, line: usize) -> Option<detail::Found<'_>> {
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

    /// The ids of the entries that are listed, as far as they are laid out.
    pub(super) fn ids(&self) -> Vec<String> {
        let mut seen = BTreeSet::new();
        let ids = self.list.stops.iter().filter_map(|(line, _)| self.found_at(*line)?.id());
        ids.filter(|id| seen.insert(id.clone())).collect()
    }

    /// The first page that the answer names.
    pub(super) fn first_link(&self) -> Option<String> {
        let mut pieces = self.lines.iter().flat_map(|line| &line.pieces);
        pieces.find_map(|piece| match &piece.look {
            Look::Link(url) if detail::is_web_address(url) => Some(url.clone()),
            _ => None,
        })
    }

    /// The whole answer as a text.
    pub fn text(&mut self, context: &Context<'_>) -> String {
        self.lay_out_whole(context);
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
}
