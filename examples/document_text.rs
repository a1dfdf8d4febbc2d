//! Prints the text that is read out of a CV or a job ad: `cargo run --example document_text -- cv.pdf`.

#![allow(clippy::print_stdout, reason = "an example shows what it finds")]

use std::env;
use std::fs;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = env::args().nth(1).ok_or("give a file")?;
    let words = backend_career::reader::read(
        &fs::read(&path)?,
        std::path::Path::new(&path).extension().is_some_and(|end| end == "json"),
    )
    .map_err(|reason| reason.en.into_owned())?;
    println!("{words}");
    Ok(())
}
