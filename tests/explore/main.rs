//! The explorer: its frames, what keys make of it, and a real terminal.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a step that fails fails the test"
)]

mod design;
mod frames;
mod keys;
mod speed;
mod tmux;

use backend_career::dataset::Dataset;
use backend_career::explore::{App, Event, Key, Settings};
use backend_career::model::text::Lang;

/// How the explorer looks in tests.
fn settings(lang: Lang) -> Settings {
    Settings { lang, ascii: false, color: true, mouse: true }
}

/// The explorer after some keys, in a window of so many columns and rows.
fn after<'a>(dataset: &'a Dataset, lang: Lang, size: (u16, u16), keys: &[Key]) -> App<'a> {
    let mut app = App::new(dataset, settings(lang), size);
    for key in keys {
        app.update(Event::Key(*key));
    }
    app
}

/// A word as keys.
fn typed(word: &str) -> Vec<Key> {
    word.chars().map(Key::Char).collect()
}

/// The same key several times.
fn times(key: Key, times: usize) -> Vec<Key> {
    vec![key; times]
}
