//! The explorer: everything the program knows, by keys alone, for people who do not compose options.
//!
//! | file | what it holds |
//! |---|---|
//! | [`app`] | the state, and what each event makes of it |
//! | [`question`], `questions/` | what can be asked, with its filters and fields |
//! | `screen/` | the screens: home, search, an answer, help |
//! | [`frame`], [`paint`] | lines of a screen, and their look |
//! | [`terminal`] | the real terminal: events in, frames out, restored whatever happens |
//!
//! Questions are those of the command line and so are their answers; nothing here computes or formats a figure.
//! Nothing but [`terminal`] reads or writes.

pub mod app;
mod both;
pub mod chip;
pub mod event;
mod field;
pub mod frame;
mod keys;
pub mod paint;
pub mod question;
pub mod questions;
pub mod screen;
pub mod terminal;

pub use self::app::{App, Settings};
pub use self::event::{Effect, Event, Key};
pub use self::terminal::run;
