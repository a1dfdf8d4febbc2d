//! A program that prints one line: what starting a program costs before it does anything, for comparison.

#![allow(clippy::print_stdout, reason = "it is all that it does")]

fn main() {
    println!("Hello, world!");
}
