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
mod data;
mod export;
mod files;
mod freelance;
mod gap;
mod hostile;
mod missions;
mod offer;
mod overview;
mod own;
mod pay;
mod payback;
mod progression;
mod salary;
mod search;
mod shell;
mod skills;
mod sources;
mod training;
mod work;
