//! The screens: each knows its state, its lines and what a key makes of it.

pub mod answer;
mod answer_body;
mod answer_hints;
mod answer_keys;
mod bar;
mod count;
mod detail;
mod heading;
pub mod help;
pub mod home;
mod list;
mod replies;
pub mod search;
mod shaping;

use self::answer::Answer;
pub use self::detail::message;
use self::help::Help;
use self::home::Home;
use self::search::Search;
use super::event::{Effect, Key};
use super::frame::{Row, Signs, Target};
use super::keys::Hint;
use crate::dataset::Dataset;
use crate::model::text::{Lang, Text};
use crate::query::search::Index;
use crate::view::{Line, Page};

/// What every screen may look at.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The facts.
    pub dataset: &'a Dataset,
    /// Their words, once a search has been opened.
    pub index: Option<&'a Index<'a>>,
    /// The language of the screen.
    pub lang: Lang,
    /// Columns of the window.
    pub width: usize,
    /// Rows for the screen between its rules.
    pub height: usize,
    /// The programmes that are retained.
    pub retained: &'a [String],
    /// The signs of the screen.
    pub signs: &'static Signs,
    /// Whether drawings keep to ASCII.
    pub ascii: bool,
}

impl Context<'_> {
    /// A page of this many columns.
    pub fn page(&self, width: usize) -> Page {
        Page::new(self.lang, width, true, self.ascii)
    }

    /// A text in the language of the screen.
    pub fn say(&self, text: &Text) -> String {
        crate::view::localize(text, self.lang)
    }
}

/// What a key makes of a screen.
pub enum Step {
    /// The screen has changed by itself, or not at all.
    Done,
    /// Another screen opens.
    Open(Box<Screen>),
    /// The screen closes.
    Close,
    /// Something outside the screen is done.
    Effect(Effect),
    /// A programme is retained, or released.
    Retain(String),
    /// A programme is released.
    Release(String),
    /// What is retained is compared.
    Compare,
    /// Something is said until the next key.
    Say(Text),
}

impl Step {
    /// An answer opens.
    fn open(answer: Answer) -> Self {
        Self::Open(Box::new(Screen::Answer(Box::new(answer))))
    }
}

/// What stands between the rules of a screen.
#[derive(Debug, Default)]
pub struct Body {
    /// The lines.
    pub rows: Vec<Row>,
    /// Where something is typed: column and line.
    pub cursor: Option<(usize, usize)>,
}

/// A screen.
#[derive(Debug, Clone)]
pub enum Screen {
    /// The questions.
    Home(Home),
    /// The search.
    Search(Search),
    /// An answer.
    Answer(Box<Answer>),
    /// The keys.
    Help(Help),
}

/// Calls the same function of whichever screen it is.
macro_rules! each {
    ($screen:expr, $name:ident => $call:expr) => {
        match $screen {
            Screen::Home($name) => $call,
            Screen::Search($name) => $call,
            Screen::Answer($name) => $call,
            Screen::Help($name) => $call,
        }
    };
}

impl Screen {
    /// What a key makes of it.
    pub fn key(&mut self, key: Key, context: &Context<'_>) -> Step {
        each!(self, screen => screen.key(key, context))
    }

    /// What a click makes of it.
    pub fn click(&mut self, target: Target, context: &Context<'_>) -> Step {
        each!(self, screen => screen.click(target, context))
    }

    /// Fits it to the window and the language.
    pub fn fit(&mut self, context: &Context<'_>) {
        each!(self, screen => screen.fit(context));
    }

    /// Where one is, and the scope.
    pub fn heading(&self, context: &Context<'_>) -> (Line, Line) {
        each!(self, screen => screen.heading(context))
    }

    /// What stands between the rules.
    pub fn body(&self, context: &Context<'_>) -> Body {
        each!(self, screen => screen.body(context))
    }

    /// The keys that do something here, and the position.
    pub fn hints(&self, context: &Context<'_>) -> (Vec<Hint>, String) {
        each!(self, screen => screen.hints(context))
    }

    /// Whether letters are typed rather than obeyed.
    pub fn is_typing(&self) -> bool {
        match self {
            Self::Search(search) => search.is_typing(),
            Self::Answer(answer) => answer.is_typing(),
            Self::Home(_) | Self::Help(_) => false,
        }
    }
}
