//! Home: the questions people have, each with its shortest answer, and where there is room the answer itself.

use super::answer::Answer;
use super::list::List;
use super::search::Search;
use super::{Body, Context, Screen, Step};
use crate::explore::event::Key;
use crate::explore::frame::{Row, Target};
use crate::explore::keys::{Hint, hint};
use crate::explore::question::{Asked, Question};
use crate::explore::questions::HOME;
use crate::model::figures::date;
use crate::model::text::{Lang, Text, text};
use crate::view::{self, Line, Look};

/// From this width on, the answer to the current question stands beside the questions.
const TWO_PANES: usize = 100;
/// Columns of the questions beside an answer.
const LEFT_PANE: usize = 46;

const TITLE: Text = text(
    "Le développement back-end en France, avec ses sources",
    "Back-end development in France, with its sources",
);
const TYPE: Text =
    text("/ puis un mot : chercher dans tous les faits.", "/ then a word: search in all facts.");

/// The questions with their shortest answers.
#[derive(Debug, Clone, Default)]
pub struct Home {
    list: List,
    hints: Vec<Option<Text>>,
    preview: Vec<Line>,
    /// What the preview was made for.
    previewed: Option<(usize, Lang, usize)>,
    /// The lines of the list; a blank one stands between two groups.
    entries: Vec<Option<&'static Question>>,
}

impl Home {
    pub(super) fn key(&mut self, key: Key, context: &Context<'_>) -> Step {
        let height = Self::room(context);
        match key {
            Key::Up | Key::Char('k') => self.list.up(height),
            Key::Down | Key::Char('j') => self.list.down(height),
            Key::PageUp | Key::Home | Key::Char('g') => self.list.first(),
            Key::PageDown | Key::End | Key::Char('G') => self.list.last(height),
            Key::Enter | Key::Right => return self.open(context),
            Key::Char('/') => return Step::Open(Box::new(Screen::Search(Search::default()))),
            Key::Char(char) if char.is_alphanumeric() => {
                return Step::Open(Box::new(Screen::Search(Search::of(char, context))));
            }
            Key::Esc => {}
            _ => return Step::Done,
        }
        self.fit(context);
        Step::Done
    }

    fn current(&self) -> Option<&'static Question> {
        *self.entries.get(self.list.line()?)?
    }

    fn open(&self, context: &Context<'_>) -> Step {
        self.current().map_or(Step::Done, |question| {
            Step::open(Answer::new(Asked::new(question, context.dataset), context))
        })
    }

    pub(super) fn click(&mut self, target: Target, context: &Context<'_>) -> Step {
        if let Target::Stop(at) = target {
            if self.list.at == at {
                return self.open(context);
            }
            self.list.at = at;
            self.fit(context);
        }
        Step::Done
    }

    /// Lines of the list itself, below the title.
    const fn room(context: &Context<'_>) -> usize {
        let around = if context.height < 18 { 0 } else { 2 };
        context.height.saturating_sub(around)
    }

    pub(super) fn fit(&mut self, context: &Context<'_>) {
        if self.entries.is_empty() {
            let groups: Vec<Vec<_>> =
                HOME.iter().map(|group| group.iter().copied().map(Some).collect()).collect();
            self.entries = groups.join(&None);
            let hint = |question: Option<&Question>| (question?.hint)(context.dataset);
            self.hints = self.entries.iter().copied().map(hint).collect();
            let questions = self.entries.iter().enumerate().filter(|(_, entry)| entry.is_some());
            self.list.stops = questions.map(|(at, _)| (at, at + 1)).collect();
            self.list.length = self.entries.len();
        }
        self.list.show(Self::room(context));
        let width = context.width.saturating_sub(LEFT_PANE + 4);
        let wanted = (self.list.at, context.lang, width);
        if context.width >= TWO_PANES && self.previewed != Some(wanted) {
            self.preview =
                self.current().map(|question| preview(question, context, width)).unwrap_or_default();
            self.previewed = Some(wanted);
        }
    }

    #[allow(clippy::unused_self, reason = "screens share one face")]
    pub(super) fn heading(&self, context: &Context<'_>) -> (Line, Line) {
        let edition = context.dataset.edition().map_or(text("", ""), date);
        let edition = context.say(&Text::new(
            format!("édition du {} · fr", edition.fr),
            format!("edition of {} · en", edition.en),
        ));
        (Line::of("backend-career", Look::Title), Line::of(edition, Look::Quiet))
    }

    pub(super) fn body(&self, context: &Context<'_>) -> Body {
        let is_wide = context.width >= TWO_PANES;
        let width = if is_wide { LEFT_PANE } else { context.width };
        let mut rows = Vec::new();
        if context.height >= 18 {
            if context.height > 20 {
                rows.push(Row::default());
            }
            for line in textwrap::wrap(&context.say(&TITLE), width.saturating_sub(2).max(12)) {
                rows.push(Row::of(Line::of(format!(" {line}"), Look::Title)));
            }
            rows.push(Row::default());
        }
        let room = context.height.saturating_sub(rows.len());
        let seen = self.entries.iter().enumerate().skip(self.list.top).take(room);
        rows.extend(seen.map(|(line, entry)| self.row(line, *entry, width, !is_wide, context)));
        if rows.len() < context.height {
            if context.height > 20 {
                rows.push(Row::default());
            }
            let told = Line::of(format!(" {}", context.say(&TYPE)), Look::Quiet);
            rows.push(Row::of(context.signs.cut(&told, width)));
        }
        if is_wide {
            rows.resize_with(context.height, Row::default);
            for (at, row) in rows.iter_mut().enumerate() {
                beside(row, at.checked_sub(1).and_then(|at| self.preview.get(at)), context);
            }
        }
        Body { rows, cursor: None }
    }

    fn row(
        &self,
        line: usize,
        entry: Option<&Question>,
        width: usize,
        hints: bool,
        context: &Context<'_>,
    ) -> Row {
        let Some(question) = entry else { return Row::default() };
        let is_current = self.list.line() == Some(line);
        let cursor = if is_current { context.signs.cursor } else { " " };
        let left =
            Line::of(format!(" {cursor} "), Look::Plain).with(context.say(question.title), Look::Plain);
        let hint = self.hints.get(line).and_then(Option::as_ref).filter(|_| hints);
        let hint = hint.map(|hint| format!("{} ", context.say(hint))).unwrap_or_default();
        let line_shown = context.signs.ends(left, Line::of(hint, Look::Quiet), width);
        let at = self.list.stops.iter().position(|(stop, _)| *stop == line).unwrap_or_default();
        Row::of(line_shown).current(is_current).target(Target::Stop(at))
    }

    #[allow(clippy::unused_self, reason = "screens share one face")]
    pub(super) fn hints(&self, _: &Context<'_>) -> (Vec<Hint>, String) {
        let hints = vec![
            hint("↑↓", "choisir", "choose"),
            hint("⏎", "ouvrir", "open"),
            hint("/", "chercher", "search"),
            hint("l", "english", "français"),
            hint("?", "aide", "help"),
            hint("q", "quitter", "quit"),
        ];
        (hints, String::new())
    }
}

/// The beginning of an answer; where something has to be typed first, that is said.
fn preview(question: &'static Question, context: &Context<'_>, width: usize) -> Vec<Line> {
    let asked = Asked::new(question, context.dataset);
    let mut lines = vec![Line::of(context.say(question.title), Look::Title), Line::default()];
    lines.extend(match asked.answer(context.dataset) {
        Ok(report) => {
            // The pane ends before a table of more rows does.
            let mut document = report.document().head(context.height);
            view::as_questions(&mut document);
            view::lines(&document, &context.page(width))
        }
        Err(error) => super::detail::told(&error, context, width),
    });
    lines
}

/// Puts a line of the second pane behind a row.
fn beside(row: &mut Row, line: Option<&Line>, context: &Context<'_>) {
    let pad = LEFT_PANE.saturating_sub(row.line.width());
    row.line.push(" ".repeat(pad), Look::Plain);
    row.line.push(context.signs.vertical, Look::Quiet);
    row.line.push(" ", Look::Plain);
    if let Some(line) = line {
        row.line.append(context.signs.cut(line, context.width.saturating_sub(LEFT_PANE + 3)));
    }
}
