//! The keys, over whatever is open.

use super::{Body, Context, Step};
use crate::explore::event::Key;
use crate::explore::frame::{Row, Target};
use crate::explore::keys::{self, Hint, hint};
use crate::model::text::{Text, text};
use crate::view::{Line, Look};

/// What the signs mean, and where this goes on.
const BELOW: [Text; 5] = [
    text(
        "Souris : clic choisit, clic encore ouvre, molette défile.",
        "Mouse: click chooses, click again opens, wheel scrolls.",
    ),
    text("?  aucune source ne le dit : à demander", "?  no source says so: ask"),
    text("*  déduit par nous   ¹ ²  réserve, voir s", "*  worked out by us   ¹ ²  caveat, see s"),
    text(
        "Ce que vous saisissez reste dans cette fenêtre : rien n’est envoyé.",
        "What you type stays in this window: nothing is sent.",
    ),
    text(
        "Sans écran : `backend-career` répond aussi en lignes simples, question par question.",
        "Without a screen: `backend-career` also answers in plain lines, question by question.",
    ),
];

/// The help.
#[derive(Debug, Clone, Default)]
pub struct Help {
    top: usize,
}

impl Help {
    pub(super) fn key(&mut self, key: Key, context: &Context<'_>) -> Step {
        let last = lines(context).len().saturating_sub(context.height);
        match key {
            Key::Esc | Key::Char('?') | Key::Enter => return Step::Close,
            Key::Down | Key::Char('j') => self.top = (self.top + 1).min(last),
            Key::Up | Key::Char('k') => self.top = self.top.saturating_sub(1),
            Key::PageDown | Key::Char('G') | Key::End => self.top = last,
            Key::PageUp | Key::Char('g') | Key::Home => self.top = 0,
            _ => return Step::Done,
        }
        Step::Done
    }

    #[allow(clippy::unused_self, reason = "screens share one face")]
    pub(super) fn click(&mut self, _: Target, _: &Context<'_>) -> Step {
        Step::Done
    }

    pub(super) fn fit(&mut self, context: &Context<'_>) {
        self.top = self.top.min(lines(context).len().saturating_sub(context.height));
    }

    #[allow(clippy::unused_self, reason = "screens share one face")]
    pub(super) fn heading(&self, context: &Context<'_>) -> (Line, Line) {
        (Line::of(context.say(&text("Aide", "Help")), Look::Title), Line::default())
    }

    pub(super) fn body(&self, context: &Context<'_>) -> Body {
        let rows = lines(context).into_iter().skip(self.top).take(context.height).map(Row::of).collect();
        Body { rows, cursor: None }
    }

    #[allow(clippy::unused_self, reason = "screens share one face")]
    pub(super) fn hints(&self, _: &Context<'_>) -> (Vec<Hint>, String) {
        (vec![hint("↑↓", "lire", "read"), hint("Esc", "fermer", "close")], String::new())
    }
}

/// The keys, in two columns where they fit.
fn lines(context: &Context<'_>) -> Vec<Line> {
    let keys: Vec<(String, String)> =
        keys::ALL.iter().map(|hint| (context.signs.key(hint.key), context.say(&hint.does))).collect();
    let columns = |text: &str| text.chars().count();
    let key = keys.iter().map(|(key, _)| columns(key)).max().unwrap_or(0) + 2;
    let does = keys.iter().map(|(_, does)| columns(does)).max().unwrap_or(0) + 2;
    let in_two = 2 * (key + does) < context.width;
    let half = if in_two { keys.len().div_ceil(2) } else { keys.len() };
    let mut lines = vec![Line::default()];
    for at in 0..half {
        let mut line = Line::of(" ", Look::Plain);
        for (key_name, told) in
            [keys.get(at), in_two.then(|| keys.get(at + half)).flatten()].into_iter().flatten()
        {
            line.push(key_name.as_str(), Look::Strong);
            line.push(" ".repeat(key - columns(key_name)), Look::Plain);
            line.push(told.as_str(), Look::Plain);
            line.push(" ".repeat(does - columns(told)), Look::Plain);
        }
        lines.push(context.signs.cut(&line.trimmed(), context.width));
    }
    lines.push(Line::default());
    let room = context.width.saturating_sub(2).max(12);
    for text in &BELOW {
        let told = context.say(text);
        let told =
            textwrap::wrap(&told, room).into_iter().map(|line| Line::of(format!(" {line}"), Look::Quiet));
        lines.extend(told);
    }
    lines
}
