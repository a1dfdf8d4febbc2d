//! The forms of an answer: pages, workbooks, files, lines for the ear, and what every one of them promises.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a step that fails fails the test"
)]

mod answers;
mod asking;
mod browser;
mod files;
mod hostile;
mod markup;
mod page;
mod plain;
mod sheet;
mod spreadsheet;
