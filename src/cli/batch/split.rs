//! Cuts the bytes of the input into pieces of whole rows, which threads can read apart from each other.

use super::input::Input;
use crate::model::error::Reason;

/// No row is longer, bytes; a CV has some thousands. Keeps memory bounded whatever is read.
pub const LONGEST_ROW: usize = 1024 * 1024;

/// Whole rows, in the order of the input.
pub struct Piece {
    /// The line of the input that it begins with, from 1.
    pub first_line: u64,
    /// The rows; empty if they are one that is too long to be kept.
    pub bytes: Vec<u8>,
    /// Why the piece, a single line, is no row.
    pub fault: Option<Fault>,
}

/// What is wrong with a line as such.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is longer than [`LONGEST_ROW`].
    TooLong,
    /// A quotation mark is not closed.
    OpenQuote,
}

/// The pieces of an input.
pub struct Splitter {
    input: Input,
    /// Whether quoted fields may hold line ends.
    quotes: Option<u8>,
    line: u64,
    /// Whether the rest of a line that is too long is being left out.
    skipping: bool,
}

impl Splitter {
    /// The rest of `input` from line `line` on; `delimiter` is that of a CSV file.
    pub const fn new(input: Input, delimiter: Option<u8>, line: u64) -> Self {
        Self { input, quotes: delimiter, line, skipping: false }
    }

    /// The next rows, as many as are there; `None` at the end.
    ///
    /// # Errors
    /// Fails if the input cannot be read.
    pub fn next(&mut self) -> Result<Option<Piece>, Reason> {
        loop {
            if self.skipping {
                self.skip();
            }
            let end = last_end(&self.input.pending, self.quotes);
            if end > 0 && !self.skipping {
                return Ok(Some(self.take(end, None)));
            }
            let left = self.input.pending.len();
            if !self.skipping && left > LONGEST_ROW {
                return Ok(Some(self.give_up()));
            }
            if self.input.ended {
                if left == 0 {
                    return Ok(None);
                }
                let open = self.quotes.is_some_and(|delimiter| ends_quoted(&self.input.pending, delimiter));
                return Ok(Some(if open { self.give_up() } else { self.take(left, None) }));
            }
            self.input.read_more()?;
        }
    }

    /// A row that cannot be read: its first line is told, and the next line is tried.
    fn give_up(&mut self) -> Piece {
        match self.input.pending.iter().position(|byte| *byte == b'\n') {
            Some(end) if end <= LONGEST_ROW => self.take(end + 1, Some(Fault::OpenQuote)),
            _ if self.input.ended && self.input.pending.len() <= LONGEST_ROW => {
                self.take(self.input.pending.len(), Some(Fault::OpenQuote))
            }
            _ => {
                let piece = Piece { first_line: self.line, bytes: Vec::new(), fault: Some(Fault::TooLong) };
                self.skipping = true;
                piece
            }
        }
    }

    /// Drops bytes up to the end of the line.
    fn skip(&mut self) {
        if let Some(end) = self.input.pending.iter().position(|byte| *byte == b'\n') {
            self.input.pending.drain(..=end);
            self.line += 1;
            self.skipping = false;
        } else {
            self.input.pending.clear();
        }
    }

    fn take(&mut self, end: usize, fault: Option<Fault>) -> Piece {
        let rest = self.input.pending.split_off(end);
        let bytes = std::mem::replace(&mut self.input.pending, rest);
        let first_line = self.line;
        self.line += bytes.iter().map(|byte| u64::from(*byte == b'\n')).sum::<u64>();
        Piece { first_line, bytes, fault }
    }
}

/// Where the last whole row ends; 0 if none does.
fn last_end(bytes: &[u8], delimiter: Option<u8>) -> usize {
    let last = |bytes: &[u8]| bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    match delimiter {
        Some(delimiter) if bytes.contains(&b'"') => scan(bytes, delimiter).0,
        _ => last(bytes),
    }
}

fn ends_quoted(bytes: &[u8], delimiter: u8) -> bool {
    bytes.contains(&b'"') && scan(bytes, delimiter).1
}

/// Where the last row outside quotation marks ends, and whether the bytes end within some.
///
/// As the CSV reader has it, a mark opens a field only at its beginning.
fn scan(bytes: &[u8], delimiter: u8) -> (usize, bool) {
    let (mut end, mut quoted, mut at_start, mut closed) = (0, false, true, false);
    for (at, byte) in bytes.iter().enumerate() {
        if *byte == b'"' {
            // A doubled mark closes the field and opens it again.
            let was_quoted = quoted;
            quoted = !was_quoted && (at_start || closed);
            closed = was_quoted;
            at_start = false;
        } else if !quoted {
            closed = false;
            at_start = *byte == delimiter || *byte == b'\n' || *byte == b'\r';
            if *byte == b'\n' {
                end = at + 1;
            }
        }
    }
    (end, quoted)
}
