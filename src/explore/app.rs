//! The state of the explorer and what each event makes of it; nothing here reads or writes.

use super::event::{Effect, Event, Key};
use super::frame::{self, Frame, Row, Signs};
use super::keys;
use super::question::Asked;
use super::questions::COMPARE;
use super::screen::answer::Answer;
use super::screen::help::Help;
use super::screen::home::Home;
use super::screen::search::Search;
use super::screen::{Context, Screen, Step};
use crate::dataset::Dataset;
use crate::model::text::{Lang, Text, text};
use crate::query::search::Index;
use crate::view::{Line, Look};

/// Fewer columns or rows than this show nothing.
const SMALLEST: (u16, u16) = (30, 10);
/// How many programmes can be retained: as many as can be compared.
const MOST_RETAINED: usize = 3;

/// What is said once the answer has been copied.
const ANSWER_COPIED: Text = text(
    "Réponse copiée, si le terminal le permet ; encore y : la commande.",
    "Answer copied, if the terminal allows it; y again: the command.",
);
/// What is said once the command has been copied.
const COMMAND_COPIED: Text =
    text("Commande copiée, si le terminal le permet.", "Command copied, if the terminal allows it.");

/// How the explorer looks.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// The language to begin with.
    pub lang: Lang,
    /// Whether drawings keep to ASCII.
    pub ascii: bool,
    /// Whether there are colours and weights.
    pub color: bool,
    /// Whether the mouse is heard.
    pub mouse: bool,
}

/// The explorer.
pub struct App<'a> {
    dataset: &'a Dataset,
    /// The words of the dataset, from the first search on; none if the dataset cannot be read.
    index: Option<Index<'a>>,
    settings: Settings,
    lang: Lang,
    size: (u16, u16),
    screens: Vec<Screen>,
    retained: Vec<String>,
    /// What is said on the last line until the next key.
    said: Option<Text>,
    /// Whether the last key copied the answer, so that the next one copies the command.
    has_copied: bool,
}

impl<'a> App<'a> {
    /// The home screen in a window of so many columns and rows.
    pub fn new(dataset: &'a Dataset, settings: Settings, size: (u16, u16)) -> Self {
        let mut app = Self {
            dataset,
            index: None,
            settings,
            lang: settings.lang,
            size,
            screens: vec![Screen::Home(Home::default())],
            retained: Vec::new(),
            said: None,
            has_copied: false,
        };
        app.fit();
        app
    }

    /// How the explorer looks.
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// How many screens are open, home included.
    pub fn depth(&self) -> usize {
        self.screens.len()
    }

    /// Says something on the last line until the next key.
    pub fn say(&mut self, message: Text) {
        self.said = Some(message);
    }

    /// Hands in the document that the current answer asked for, or why it could not be read.
    pub fn hand_in(&mut self, document: Result<String, Text>) {
        if let Some((Screen::Answer(answer), context)) = self.current() {
            answer.hand_in(document, &context);
        }
    }

    fn signs(&self) -> &'static Signs {
        if self.settings.ascii { &frame::ASCII } else { &frame::UNICODE }
    }

    /// The current screen with what it may look at.
    fn current(&mut self) -> Option<(&mut Screen, Context<'_>)> {
        let signs = self.signs();
        let context = Context {
            dataset: self.dataset,
            index: self.index.as_ref(),
            lang: self.lang,
            width: self.size.0.into(),
            height: usize::from(self.size.1).saturating_sub(4),
            retained: &self.retained,
            signs,
            ascii: self.settings.ascii,
        };
        self.screens.last_mut().map(|screen| (screen, context))
    }

    fn fit(&mut self) {
        if let Some((screen, context)) = self.current() {
            screen.fit(&context);
        }
    }

    /// What an event makes of it; the effects are to be done by the terminal.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Resize(width, height) => {
                self.size = (width, height);
                self.fit();
                Vec::new()
            }
            Event::Key(key) => {
                self.said = None;
                let has_copied = std::mem::take(&mut self.has_copied);
                self.key(key, has_copied)
            }
            Event::Wheel(lines) => {
                let key = if lines > 0 { Key::Down } else { Key::Up };
                (0..lines.unsigned_abs().min(10)).flat_map(|_| self.scroll(key)).collect()
            }
            Event::Click(column, row) => {
                self.said = None;
                let target = self.frame().target(column.into(), row.into());
                let step = match (target, self.current()) {
                    (Some(target), Some((screen, context))) => screen.click(target, &context),
                    _ => Step::Done,
                };
                self.step(step)
            }
        }
    }

    /// The wheel moves the cursor of a list, never that of a form.
    fn scroll(&mut self, key: Key) -> Vec<Effect> {
        let step = self.current().map_or(Step::Done, |(screen, context)| screen.key(key, &context));
        self.step(step)
    }

    fn key(&mut self, key: Key, has_copied: bool) -> Vec<Effect> {
        match key {
            Key::Ctrl('c') => return vec![Effect::Quit],
            Key::Ctrl('l') => return vec![Effect::Redraw],
            Key::Ctrl('z') => return vec![Effect::Suspend],
            _ => {}
        }
        let is_typing = self.screens.last().is_some_and(Screen::is_typing);
        if let (false, Key::Char(letter)) = (is_typing, key)
            && let Some(effects) = self.letter(letter, has_copied)
        {
            return effects;
        }
        let step = self.current().map_or(Step::Done, |(screen, context)| screen.key(key, &context));
        self.step(step)
    }

    /// A letter that means the same on every screen.
    fn letter(&mut self, letter: char, has_copied: bool) -> Option<Vec<Effect>> {
        let answer = match self.screens.last() {
            Some(Screen::Answer(answer)) => Some(answer),
            _ => None,
        };
        match (letter, answer) {
            ('q', _) => return Some(vec![Effect::Quit]),
            ('l', _) => {
                self.lang = if self.lang == Lang::Fr { Lang::En } else { Lang::Fr };
                self.fit();
            }
            ('?', _) if !matches!(self.screens.last(), Some(Screen::Help(_))) => {
                self.open(Screen::Help(Help::default()));
            }
            ('/', Some(_)) => self.open(Screen::Search(Search::default())),
            ('y', Some(answer)) if has_copied => {
                let command = answer.shown_as().command_line(self.dataset, self.other_lang());
                return Some(vec![Effect::Copy(command, COMMAND_COPIED)]);
            }
            ('y', Some(_)) => {
                self.has_copied = true;
                let Some((Screen::Answer(answer), context)) = self.current() else { return None };
                return Some(vec![Effect::Copy(answer.text(&context), ANSWER_COPIED)]);
            }
            ('p', Some(answer)) => {
                return Some(vec![Effect::WritePage(Box::new(answer.shown_as().clone()), self.lang)]);
            }
            _ => return None,
        }
        Some(Vec::new())
    }

    /// The language, where it is no longer the one that a command would answer in.
    fn other_lang(&self) -> Option<Lang> {
        (self.lang != self.settings.lang).then_some(self.lang)
    }

    fn open(&mut self, screen: Screen) {
        if self.index.is_none() && matches!(screen, Screen::Search(_)) {
            self.index = Index::new(self.dataset).ok();
        }
        self.screens.push(screen);
        self.fit();
    }

    fn step(&mut self, step: Step) -> Vec<Effect> {
        match step {
            Step::Done => {}
            Step::Open(screen) => self.open(*screen),
            Step::Close => {
                if self.screens.len() > 1 {
                    self.screens.pop();
                    self.fit();
                }
            }
            Step::Effect(effect) => return vec![effect],
            Step::Say(message) => self.said = Some(message),
            Step::Retain(id) => self.retain(id),
            Step::Release(id) => {
                self.retained.retain(|retained| *retained != id);
                if self.retained.len() < 2 && self.screens.len() > 1 {
                    self.screens.pop();
                }
                self.fit();
            }
            Step::Compare => self.compare(),
        }
        Vec::new()
    }

    fn retain(&mut self, id: String) {
        if let Some(at) = self.retained.iter().position(|retained| *retained == id) {
            self.retained.remove(at);
        } else if self.retained.len() < MOST_RETAINED {
            self.retained.push(id);
        } else {
            self.said = Some(Text::new(
                format!("{MOST_RETAINED} retenues au plus ; Espace en relâche une."),
                format!("{MOST_RETAINED} retained at most; Space releases one."),
            ));
        }
    }

    fn compare(&mut self) {
        if self.retained.len() < 2 {
            let message = "Retenez-en deux avec Espace dans la liste des formations.";
            self.said = Some(text(message, "Retain two with Space in the list of programmes."));
            return;
        }
        let asked = Asked::new(&COMPARE, self.dataset).about(self.retained.clone());
        if let Some((_, context)) = self.current() {
            let answer = Answer::new(asked, &context);
            self.open(Screen::Answer(Box::new(answer)));
        }
    }

    /// The screen in lines.
    pub fn frame(&mut self) -> Frame {
        let (width, rows) = (usize::from(self.size.0), usize::from(self.size.1));
        if self.size.0 < SMALLEST.0 || self.size.1 < SMALLEST.1 {
            return too_small(self.lang, width, rows);
        }
        let (said, command, signs) = (self.said.clone(), self.command(), self.signs());
        let Some((screen, context)) = self.current() else { return Frame::default() };
        let (left, right) = screen.heading(&context);
        let body = screen.body(&context);
        let (hints, position) = screen.hints(&context);
        let mut frame = Frame::default();
        let mut heading = Line::of(" ", Look::Plain);
        heading.append(left);
        frame.rows.push(Row::of(signs.ends(heading, right.with(" ", Look::Plain), width)));
        frame.rows.push(Row::of(signs.rule(width)));
        frame.rows.extend(body.rows);
        frame.rows.resize_with(rows.saturating_sub(2), Row::default);
        frame.rows.push(Row::of(command_rule(command.as_deref(), signs, width)));
        let last = if let Some(message) = said {
            Line::of(format!(" {}", context.say(&message)), Look::Mark)
        } else {
            let room = width.saturating_sub(position.chars().count() + 3);
            let hints = format!(" {}", keys::line(&hints, context.lang, room, signs));
            signs.ends(Line::of(hints, Look::Quiet), Line::of(format!("{position} "), Look::Quiet), width)
        };
        frame.rows.push(Row::of(signs.cut(&last, width)));
        let at = |position: usize| u16::try_from(position).unwrap_or(u16::MAX);
        frame.cursor = body.cursor.map(|(column, row)| (at(column), at(row + 2)));
        frame
    }

    /// The command that gives the current answer.
    fn command(&self) -> Option<String> {
        match self.screens.last()? {
            Screen::Answer(answer) => Some(answer.shown_as().command_line(self.dataset, self.other_lang())),
            _ => None,
        }
    }
}

/// The lower rule, which holds the command that gives the same answer.
fn command_rule(command: Option<&str>, signs: &Signs, width: usize) -> Line {
    let Some(command) = command else { return signs.rule(width) };
    let command = crate::view::localize(&Text::same(command), Lang::En);
    let shown = signs.cut(&Line::of(format!(" {command} "), Look::Label), width.saturating_sub(4));
    let rest = width.saturating_sub(shown.width() + 2);
    let mut line = Line::of(signs.rule.repeat(2), Look::Quiet);
    line.append(shown);
    line.with(signs.rule.repeat(rest), Look::Quiet)
}

/// One sentence, where nothing else would fit.
fn too_small(lang: Lang, width: usize, rows: usize) -> Frame {
    let told = text(
        "Agrandissez la fenêtre, ou lancez `backend-career salary --width 30`.",
        "Enlarge the window, or run `backend-career salary --width 30`.",
    );
    let told = crate::view::localize(&told, lang);
    let lines = textwrap::wrap(&told, width.max(1));
    let rows = lines.into_iter().take(rows).map(|line| Row::of(Line::of(line, Look::Plain))).collect();
    Frame { rows, cursor: None }
}
