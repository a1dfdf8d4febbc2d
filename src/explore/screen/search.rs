//! The search: every fact in which the typed words stand, at each key.

use textwrap::core::display_width;

use super::answer::Answer;
use super::answer_keys::{open_entry, open_sources};
use super::detail::Found;
use super::list::List;
use super::{Body, Context, Step};
use crate::explore::event::Key;
use crate::explore::field;
use crate::explore::frame::{Row, Target};
use crate::explore::keys::{Hint, hint};
use crate::explore::question::Asked;
use crate::explore::questions::{GLOSSARY, SHOW, TRAINING};
use crate::model::text::{Lang, Text, text};
use crate::model::vocabulary::{Topic, Vocabulary};
use crate::query::search::{SearchParams, ask};
use crate::report::{Block, Cell, Document, Report as _};
use crate::view::{self, Line, Look};

/// Nobody reads further; another word narrows it down.
const MOST: usize = 100;
/// Columns of the topics: the longest, and where the window is narrow, enough to tell them apart.
const TOPIC: usize = 20;
const NARROW_TOPIC: usize = 14;
/// From this width on, topics are whole.
const WHOLE_TOPICS: usize = 80;
/// From this width on, a fact takes one line.
const WIDE: usize = 100;

const PROMPT: Text = text(
    "Écrivez un mot : une école, une compétence, une ville, un sigle…",
    "Write a word: a school, a skill, a town, an acronym…",
);
const SILENCE: Text = text(
    "Les faits disent ce que leurs sources disent : l’absence d’un mot ne dit rien du métier.",
    "The facts say what their sources say: that a word is missing says nothing of the job.",
);

/// The search.
#[derive(Debug, Clone, Default)]
pub struct Search {
    typed: String,
    /// Whether letters are obeyed rather than typed.
    is_reading: bool,
    document: Option<Document>,
    remarks: Vec<Text>,
    list: List,
    /// What the result is for.
    searched: String,
    /// The town among the words, where no fact has them all and the result does without it.
    town: Option<String>,
    /// The words that were perhaps meant, where one that is typed is found nowhere.
    meant: Option<String>,
}

impl Search {
    /// A search that has begun with a letter.
    pub fn of(letter: char, context: &Context<'_>) -> Self {
        let mut search = Self::default();
        field::type_into(&mut search.typed, letter);
        search.look_up(context);
        search
    }

    pub(super) const fn is_typing(&self) -> bool {
        !self.is_reading
    }

    pub(super) fn key(&mut self, key: Key, context: &Context<'_>) -> Step {
        let height = context.height;
        match key {
            Key::Char(char) if self.is_typing() => field::type_into(&mut self.typed, char),
            Key::Backspace => {
                self.typed.pop();
                self.is_reading = false;
            }
            Key::Ctrl('u') => {
                self.typed.clear();
                self.is_reading = false;
            }
            Key::Char('/') => self.is_reading = false,
            Key::Char('s') => return self.open_sources(context),
            Key::Up | Key::Char('k') => self.list.up(height),
            Key::Down | Key::Char('j') => self.list.down(height),
            Key::PageUp | Key::Ctrl('b') => self.list.page(height, false),
            Key::PageDown | Key::Ctrl('f') => self.list.page(height, true),
            Key::Home | Key::Char('g') => self.list.first(),
            Key::End | Key::Char('G') => self.list.last(height),
            Key::Tab | Key::BackTab => self.is_reading = !self.is_reading,
            Key::Enter => return self.open(context),
            Key::Esc if self.is_typing() && !self.list.stops.is_empty() => self.is_reading = true,
            Key::Esc => return Step::Close,
            _ => return Step::Done,
        }
        self.look_up(context);
        Step::Done
    }

    /// Looks up what is typed, if that has changed.
    fn look_up(&mut self, context: &Context<'_>) {
        if self.typed != self.searched {
            self.searched.clone_from(&self.typed);
            let words: Vec<String> = self.searched.split_whitespace().map(str::to_owned).collect();
            self.list.first();
            self.town = None;
            self.search(words.clone(), context);
            self.meant = self.near_words(&words);
            if self.count() == 0 && words.len() > 1 {
                self.do_without_town(words, context);
            }
        }
        self.fit(context);
    }

    fn search(&mut self, words: Vec<String>, context: &Context<'_>) {
        let is_a_search = words.iter().any(|word| word.chars().any(char::is_alphanumeric));
        let params = SearchParams { words, limit: MOST, lang: None };
        let answer = is_a_search.then(|| match context.index {
            Some(index) => index.ask(&params),
            None => ask(&params, context.dataset),
        });
        (self.document, self.remarks) = match answer {
            Some(Ok(report)) => (Some(report.document()), report.remarks()),
            Some(Err(reason)) => (None, vec![super::detail::message(&reason.into())]),
            None => (None, Vec::new()),
        };
    }

    /// The words with the near ones in place of those that are found nowhere, as the answer names them.
    fn near_words(&self, words: &[String]) -> Option<String> {
        let document = self.document.as_ref().filter(|_| self.count() == 0)?;
        let pairs = document.blocks.iter().find_map(|block| match block {
            Block::Table(table) if table.columns.iter().any(|column| column.key == "meant") => {
                Some(&table.rows)
            }
            _ => None,
        })?;
        let near = |word: &String| {
            let meant = pairs.iter().find_map(|row| match row.cells.as_slice() {
                [Cell::Word(typed), Cell::Word(meant)] if typed == word => Some(meant),
                _ => None,
            });
            meant.unwrap_or(word).clone()
        };
        Some(words.iter().map(near).collect::<Vec<_>>().join(" "))
    }

    /// Few facts name a town: they are searched for the other words, and the programmes of the town are offered.
    fn do_without_town(&mut self, mut words: Vec<String>, context: &Context<'_>) {
        let Ok(file) = context.dataset.towns() else { return };
        let named = |word: &String| file.towns.iter().find(|town| town.is_named(word));
        let found = words.iter().enumerate().find_map(|(at, word)| Some((at, named(word)?)));
        if let Some((at, town)) = found {
            words.remove(at);
            self.town = Some(town.name.clone());
            self.search(words, context);
        }
    }

    fn open(&mut self, context: &Context<'_>) -> Step {
        if let Some(meant) = self.meant.take() {
            self.typed = meant;
            self.look_up(context);
            return Step::Done;
        }
        if let Some(town) = self.town.as_ref().filter(|_| self.list.at == 0) {
            let asked = Asked::new(&TRAINING, context.dataset).with_typed("city", town);
            return Step::open(Answer::new(asked, context));
        }
        let Some(found) = self.found() else { return Step::Done };
        let Some(id) = found.id() else { return Step::Done };
        let topic = found.cell("topic").map(|cell| view::cell_text(cell, Lang::En));
        if topic.as_deref() == Some(&*Topic::Word.label().en) {
            // Other entries may go by the same name; the word is to be explained.
            let asked = Asked::new(&GLOSSARY, context.dataset).with_typed("", &id);
            return Step::open(Answer::new(asked, context));
        }
        open_entry(&SHOW, id, Vec::new(), context)
    }

    /// The sources of the fact that the cursor stands on.
    fn open_sources(&self, context: &Context<'_>) -> Step {
        open_sources(self.found().map(|found| found.sources()).unwrap_or_default(), context)
    }

    /// The fact that the cursor stands on.
    fn found(&self) -> Option<Found<'_>> {
        self.fact(self.list.at.checked_sub(self.offers())?)
    }

    /// How many lines stand before the facts.
    const fn offers(&self) -> usize {
        if self.town.is_some() || self.meant.is_some() { 1 } else { 0 }
    }

    fn count(&self) -> usize {
        self.document.as_ref().and_then(Document::main_table).map_or(0, |table| table.rows.len())
    }

    fn fact(&self, at: usize) -> Option<Found<'_>> {
        let table = self.document.as_ref()?.main_table()?;
        Some(Found { columns: &table.columns, row: table.rows.get(at)? })
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

    pub(super) fn fit(&mut self, context: &Context<'_>) {
        let lines = if context.width >= WIDE { 1 } else { 2 };
        let offers = self.offers();
        let facts = (0..self.count()).map(|at| (offers + at * lines, offers + (at + 1) * lines));
        self.list.stops = (0..offers).map(|at| (at, at + 1)).chain(facts).collect();
        self.list.length = offers + self.count() * lines;
        self.list.show(context.height.saturating_sub(1));
    }

    pub(super) fn heading(&self, context: &Context<'_>) -> (Line, Line) {
        let caret = if self.is_typing() { context.signs.caret } else { "" };
        let typed = crate::view::localize(&Text::same(&self.typed), context.lang);
        let count = self.document.as_ref().map(|document| context.say(&document.title)).unwrap_or_default();
        let left = Line::of("/ ", Look::Quiet).with(typed, Look::Title).with(caret, Look::Mark);
        // The title also tells how to see more on the command line.
        let count = count.split(" (").next().unwrap_or_default().to_owned();
        (left, Line::of(count, Look::Quiet))
    }

    pub(super) fn body(&self, context: &Context<'_>) -> Body {
        let mut rows = vec![Row::default()];
        let wraps = |text: &Text| {
            let told = context.say(text);
            let lines = textwrap::wrap(&told, context.width.saturating_sub(2).max(12));
            lines
                .into_iter()
                .map(|line| Row::of(Line::of(format!(" {line}"), Look::Quiet)))
                .collect::<Vec<_>>()
        };
        let facts = (0..self.count()).flat_map(|at| self.entry(at, context));
        let all = self.offer(context).into_iter().chain(facts);
        rows.extend(all.skip(self.list.top).take(context.height.saturating_sub(1)));
        if self.count() == 0 && !self.searched.trim().is_empty() && self.town.is_none() {
            rows.extend(self.remarks.iter().flat_map(wraps));
            rows.push(Row::default());
            rows.extend(wraps(&SILENCE));
        } else if self.list.stops.is_empty() {
            rows.extend(wraps(&PROMPT));
        }
        rows.truncate(context.height);
        Body { rows, cursor: None }
    }

    /// What stands before the facts: the words that were perhaps meant, or the programmes of a town where no fact has it
    /// among the other words.
    fn offer(&self, context: &Context<'_>) -> Option<Row> {
        let (offered, why) = match (&self.meant, &self.town) {
            (Some(meant), _) => {
                let offered = Text::new(format!("Chercher « {meant} »"), format!("Search for “{meant}”"));
                (offered, Line::default())
            }
            (None, Some(town)) => {
                let why = Text::new(
                    format!("aucun fait n’a tous ces mots ; sans « {town} » :"),
                    format!("no fact has all these words; without `{town}`:"),
                );
                let offered = Text::new(format!("Formations à {town}"), format!("Programmes in {town}"));
                (offered, Line::of(format!("{} ", context.say(&why)), Look::Quiet))
            }
            (None, None) => return None,
        };
        let is_current = self.list.at == 0;
        let cursor = if is_current { context.signs.cursor } else { " " };
        let line = Line::of(format!(" {cursor} {}", context.say(&offered)), Look::Strong);
        let line = context.signs.ends(line, why, context.width);
        Some(Row::of(line).current(is_current).target(Target::Stop(0)))
    }

    /// A fact: its topic and title, who says so, and the words around what was found.
    fn entry(&self, at: usize, context: &Context<'_>) -> Vec<Row> {
        let fact = self.fact(at);
        let spans = |key: &str| {
            let mut line = Line::default();
            if let Some(cell) = fact.as_ref().and_then(|fact| fact.cell(key)) {
                line.push_spans(&view::spans(cell, context.lang));
            }
            line
        };
        let stop = at + self.offers();
        let is_current = self.list.at == stop;
        let cursor = if is_current { context.signs.cursor } else { " " };
        let topic = spans("topic").text();
        let topics = if context.width < WHOLE_TOPICS { NARROW_TOPIC } else { TOPIC };
        let topic = context.signs.cut(&Line::of(topic, Look::Label), topics);
        let pad = topics.saturating_sub(display_width(&topic.text())) + 2;
        let mut first = Line::of(format!(" {cursor} "), Look::Plain);
        first.append(topic);
        first.push(" ".repeat(pad), Look::Plain);
        first.append(spans("title"));
        let sources = Line::of(spans("sources").text(), Look::Quiet);
        let sources = context.signs.cut(&sources, context.width / 4).with(" ", Look::Quiet);
        let margin = topics + 5;
        let row = |line| Row::of(line).current(is_current).target(Target::Stop(stop));
        if context.width >= WIDE {
            let column = margin + (context.width - margin) * 2 / 5;
            let mut line = context.signs.cut(&first, column - 2);
            line.push(" ".repeat(column - line.width()), Look::Plain);
            let room = context.width.saturating_sub(column + sources.width() + 2).max(10);
            line.append(context.signs.cut(&spans("excerpt"), room));
            return vec![row(context.signs.ends(line, sources, context.width))];
        }
        let mut second = Line::of(" ".repeat(margin), Look::Plain);
        second.append(spans("excerpt"));
        let room = context.width.saturating_sub(sources.width() + 2);
        let first =
            if first.width() > room && room > margin + 20 { context.signs.cut(&first, room) } else { first };
        vec![
            row(context.signs.ends(first, sources, context.width)),
            row(context.signs.cut(&second, context.width)),
        ]
    }

    pub(super) fn hints(&self, _: &Context<'_>) -> (Vec<Hint>, String) {
        let mut hints = vec![hint("↑↓", "choisir", "choose"), hint("⏎", "ouvrir", "open")];
        if self.is_typing() {
            hints.push(hint("^U", "effacer", "clear"));
        } else {
            hints.extend([
                hint("/", "écrire", "write"),
                hint("s", "sources", "sources"),
                hint("l", "english", "français"),
                hint("?", "aide", "help"),
            ]);
        }
        hints.push(hint("Esc", "retour", "back"));
        (hints, self.list.position())
    }
}
