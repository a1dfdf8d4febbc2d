//! What keys and clicks make of an answer.

use std::rc::Rc;

use super::answer::{Answer, Zone};
use super::{Context, Step, detail};
use crate::explore::event::{Effect, Key};
use crate::explore::field;
use crate::explore::frame::Target;
use crate::explore::question::{Asked, FieldKind, Kind, unquoted};
use crate::explore::questions::{SHOW, SOURCE};
use crate::model::text::{Text, text};
use crate::model::vocabulary::Vocabulary;
use crate::query::fit::{QUESTIONS, Reply};

/// What is said where the last value that is on would be turned off.
const ONE_STAYS: Text = text("Une valeur au moins reste cochée.", "One value at least stays on.");

impl Answer {
    pub(super) fn key(&mut self, key: Key, context: &Context<'_>) -> Step {
        match self.zone {
            Zone::List => self.list_key(key, context),
            Zone::Chips(at) => self.chip_key(at, key, context),
            Zone::Fields(at) => self.field_key(at, key, context),
        }
    }

    fn list_key(&mut self, key: Key, context: &Context<'_>) -> Step {
        let height = self.room(context);
        match key {
            Key::Up | Key::Char('k') => self.list.up(height),
            Key::Down | Key::Char('j') => self.list.down(height),
            Key::PageUp | Key::Ctrl('b') => self.list.page(height, false),
            Key::PageDown | Key::Ctrl('f') => self.list.page(height, true),
            Key::Home | Key::Char('g') => self.list.first(),
            Key::End | Key::Char('G') => {
                self.lay_out_whole(context);
                self.list.last(height);
            }
            Key::Left | Key::Right => return self.sideways(key == Key::Right, context),
            Key::Tab => self.zone = self.next_zone(true),
            Key::BackTab => self.zone = self.next_zone(false),
            Key::Esc | Key::Backspace => return Step::Close,
            Key::Enter => return self.open(context),
            Key::Char(letter) => return self.letter(letter, context),
            Key::Ctrl(_) => return Step::Done,
        }
        self.fit(context);
        Step::Done
    }

    fn letter(&mut self, letter: char, context: &Context<'_>) -> Step {
        match letter {
            ' ' if self.compares() && self.asked.subjects.len() > 1 => return self.leave_out(context),
            ' ' if self.asked.question.retains => {
                return self.current_id().map_or(Step::Done, Step::Retain);
            }
            'c' => return Step::Compare,
            's' => return self.open_sources(context),
            'o' => return self.open_link(),
            'n' => return self.turn("net", context),
            'x' => return self.clear(context),
            't' => {
                self.list.at = self.next_part();
                self.fit(context);
            }
            'd' if self.compares() => {
                self.differences = !self.differences;
                self.ask(context);
            }
            _ => return Step::Done,
        }
        Step::Done
    }

    /// A comparison goes on without the programme that was retained last; of two, none is left to compare.
    fn leave_out(&mut self, context: &Context<'_>) -> Step {
        let Some(last) = self.asked.subjects.pop() else { return Step::Done };
        if self.asked.subjects.len() > 1 {
            self.ask(context);
        }
        Step::Release(last)
    }

    /// The first place of the next part of the answer, and after the last part that of the first.
    fn next_part(&self) -> usize {
        let current = self.item().map(|item| item.block);
        let parts = self.parts();
        let next = parts.iter().find(|(block, at)| *at > self.list.at && Some(*block) != current);
        next.or(parts.first()).map_or(self.list.at, |(_, at)| *at)
    }

    /// A neighbouring entry, or another reply to the question of the line.
    fn sideways(&mut self, forward: bool, context: &Context<'_>) -> Step {
        if self.asked.question.kind == Kind::Replies {
            if let Some(item) = self.item() {
                self.asked.replies.resize(QUESTIONS.len(), 0);
                if let Some(reply) = self.asked.replies.get_mut(item.at) {
                    let most = Reply::ALL.len();
                    *reply = if forward { (*reply + 1).min(most) } else { reply.saturating_sub(1) };
                }
                self.ask(context);
            }
            return Step::Done;
        }
        let shown = self.asked.subjects.first();
        let at = self.siblings.iter().position(|sibling| Some(sibling) == shown);
        let next = at.and_then(|at| if forward { at.checked_add(1) } else { at.checked_sub(1) });
        if let Some(next) = next.and_then(|next| self.siblings.get(next)).cloned() {
            self.asked.subjects = vec![next];
            self.list.first();
            self.ask(context);
            self.list.first();
            self.fit(context);
        }
        Step::Done
    }

    /// Opens the entry of the current line.
    fn open(&mut self, context: &Context<'_>) -> Step {
        let Some(id) = self.found().and_then(|found| found.id()) else { return Step::Done };
        let question = if self.asked.question.command == SOURCE.command { &SOURCE } else { &SHOW };
        let ids = self.ids();
        open_entry(question, id, ids, context)
    }

    fn open_sources(&self, context: &Context<'_>) -> Step {
        open_sources(self.sources(context), context)
    }

    /// The sources of the current line, or else of what is shown: an entry, or the entries that are compared.
    fn sources(&self, context: &Context<'_>) -> Vec<String> {
        let of_line = self.found().map(|found| found.sources()).unwrap_or_default();
        if !of_line.is_empty() {
            return of_line;
        }
        let of_subject = |subject: &String| {
            let entry = Asked::new(&SHOW, context.dataset).about(vec![subject.clone()]);
            entry.answer(context.dataset).map(|report| report.document()).ok()
        };
        let entries = self.asked.subjects.iter().filter_map(of_subject);
        let named = entries.flat_map(|entry| detail::named_sources(&entry, context)).collect::<Vec<_>>();
        // A line of the list of sources is itself the source.
        let itself = self.found().and_then(|found| found.id()).filter(|id| detail::is_source(id, context));
        named.into_iter().chain(itself).fold(Vec::new(), |mut all, id| {
            if !all.contains(&id) {
                all.push(id);
            }
            all
        })
    }

    fn open_link(&self) -> Step {
        let of_line = self.found().and_then(|found| found.link());
        match of_line.or_else(|| self.first_link()) {
            Some(url) => Step::Effect(Effect::Open(url)),
            None => Step::Say(text("Aucun lien ici.", "No link here.")),
        }
    }

    /// Sets a filter to its next value, and from the last one to the first.
    fn turn(&mut self, option: &str, context: &Context<'_>) -> Step {
        let Some(chip) = self.asked.chip_mut(option) else { return Step::Done };
        chip.set = (chip.set + 1) % chip.values.len().max(1);
        self.ask(context);
        Step::Done
    }

    /// Everything is shown.
    fn clear(&mut self, context: &Context<'_>) -> Step {
        let subjects = std::mem::take(&mut self.asked.subjects);
        self.asked = Asked::open(self.asked.question, context.dataset).about(subjects);
        self.ask(context);
        Step::Say(text("Tout est montré.", "Everything is shown."))
    }

    fn chip_key(&mut self, at: usize, key: Key, context: &Context<'_>) -> Step {
        match key {
            Key::Left | Key::Right | Key::Char(' ') => {
                if let Some(chip) = self.asked.chips.get_mut(at) {
                    match key {
                        Key::Char(_) if chip.has_switches() => {
                            if !chip.toggle() {
                                return Step::Say(ONE_STAYS);
                            }
                        }
                        _ => chip.turn(key != Key::Left),
                    }
                }
                self.ask(context);
            }
            Key::Up => self.zone = Zone::Chips(at.saturating_sub(1)),
            Key::Down if at + 1 < self.asked.chips.len() => self.zone = Zone::Chips(at + 1),
            Key::Down if !self.asked.fields.is_empty() => self.zone = Zone::Fields(0),
            Key::Down | Key::Enter | Key::Esc => self.zone = Zone::List,
            Key::Tab => self.zone = self.next_zone(true),
            Key::BackTab => self.zone = self.next_zone(false),
            Key::Char('x') => return self.clear(context),
            _ => return Step::Done,
        }
        Step::Done
    }

    fn field_key(&mut self, at: usize, key: Key, context: &Context<'_>) -> Step {
        let fields = self.asked.fields.len();
        let Some(field) = self.asked.fields.get_mut(at) else {
            self.zone = Zone::List;
            return Step::Done;
        };
        match key {
            Key::Char(char) => field::type_into(field, char),
            Key::Backspace => drop(field.pop()),
            Key::Ctrl('u') => field.clear(),
            Key::Up => {
                self.zone = match (at.checked_sub(1), self.asked.chips.len().checked_sub(1)) {
                    (Some(before), _) => Zone::Fields(before),
                    (None, Some(last)) => Zone::Chips(last),
                    (None, None) => Zone::Fields(0),
                };
                return Step::Done;
            }
            Key::Down | Key::Enter => {
                self.zone = if at + 1 < fields { Zone::Fields(at + 1) } else { Zone::List };
                self.fit(context);
                return Step::Done;
            }
            Key::Esc => {
                self.zone = Zone::List;
                return Step::Done;
            }
            Key::Tab | Key::BackTab => {
                self.zone = self.next_zone(key == Key::Tab);
                return Step::Done;
            }
            _ => return Step::Done,
        }
        if self.asked.question.fields[at].kind == FieldKind::File {
            self.asked.document = None;
            let path = unquoted(&self.asked.fields[at]);
            if !path.is_empty() {
                return Step::Effect(Effect::Read(path));
            }
        }
        self.ask(context);
        Step::Done
    }

    /// Takes the document that a field names, or why it could not be read.
    pub fn hand_in(&mut self, document: Result<String, Text>, context: &Context<'_>) {
        self.asked.document = Some(Rc::new(document));
        self.ask(context);
    }

    /// The zones in their order: list, filters, fields.
    fn next_zone(&self, forward: bool) -> Zone {
        let mut zones = vec![Zone::List];
        zones.extend((!self.asked.chips.is_empty()).then_some(Zone::Chips(0)));
        zones.extend((!self.asked.fields.is_empty()).then_some(Zone::Fields(0)));
        let is_current = |zone: &Zone| std::mem::discriminant(zone) == std::mem::discriminant(&self.zone);
        let at = zones.iter().position(is_current).unwrap_or_default();
        let step = if forward { 1 } else { zones.len() - 1 };
        zones[(at + step) % zones.len()]
    }

    pub(super) fn click(&mut self, target: Target, context: &Context<'_>) -> Step {
        match target {
            Target::Stop(at) if self.zone == Zone::List && self.list.at == at => return self.open(context),
            Target::Stop(at) => {
                self.zone = Zone::List;
                self.list.at = at;
                self.fit(context);
            }
            Target::Chip(at, value) => {
                if let Some(chip) = self.asked.chips.get_mut(at) {
                    chip.set = value;
                    if chip.has_switches() {
                        chip.toggle();
                    }
                }
                self.zone = Zone::Chips(at);
                self.ask(context);
            }
            Target::Filter(at) => self.zone = Zone::Chips(at),
            Target::Field(at) => self.zone = Zone::Fields(at),
        }
        Step::Done
    }
}

/// Opens the first of these sources among the others.
pub(super) fn open_sources(sources: Vec<String>, context: &Context<'_>) -> Step {
    match sources.first() {
        Some(first) => open_entry(&SOURCE, first.clone(), sources, context),
        None => Step::Say(text("Cette ligne ne nomme pas de source.", "This line names no source.")),
    }
}

/// Opens an entry among its neighbours; one that cannot be shown says why instead.
pub(super) fn open_entry(
    question: &'static crate::explore::question::Question,
    id: String,
    siblings: Vec<String>,
    context: &Context<'_>,
) -> Step {
    let asked = Asked::new(question, context.dataset).about(vec![id.clone()]);
    let answer = Answer::new(asked, context);
    if answer.is_empty() {
        return Step::Say(Text::new(
            format!("« {id} » n’a pas de fiche."),
            format!("`{id}` has no entry of its own."),
        ));
    }
    Step::open(answer.among(siblings))
}
