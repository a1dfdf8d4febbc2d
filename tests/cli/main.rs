//! The program as people run it: one module per command, and what holds for all of them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a step that fails fails the test"
)]

mod ad;
mod all;
mod asking;
mod batch;
mod batch_input;
mod compare;
mod data;
mod export;
mod files;
mod fit;
mod freelance;
mod gap;
mod gap_against;
mod glossary;
mod hostile;
mod missions;
mod names;
mod offer;
mod overview;
mod own;
mod pay;
mod payback;
mod progression;
mod questions;
mod salary;
mod search;
mod shell;
mod show;
mod skills;
mod sources;
mod training;
mod work;
