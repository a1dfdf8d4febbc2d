//! Long answers on a terminal go through the reader's pager.

use std::io::{self, Write};
use std::process::{Command, Stdio};

/// A pager as the reader wants it.
#[derive(Debug, Clone)]
pub struct Pager {
    /// A program with its arguments.
    pub command: String,
    /// Whether the reader says how `less` behaves.
    pub less_is_set: bool,
    /// The lines of the screen, of which shorter answers need no pager.
    pub height: usize,
}

/// Shows `text` through `pager`; false if it could not be started or failed.
///
/// A reader who leaves early has read enough: the closed pipe is no error.
pub fn show(pager: &Pager, text: &[u8]) -> io::Result<bool> {
    let mut words = pager.command.split_whitespace();
    let Some(program) = words.next() else { return Ok(false) };
    let mut command = Command::new(program);
    if !pager.less_is_set {
        // Without it, less shows colours as signs and keeps a screen that is not full.
        command.env("LESS", "FRX");
    }
    let Ok(mut child) = command.args(words).stdin(Stdio::piped()).spawn() else { return Ok(false) };
    let wrote = child.stdin.take().map_or(Ok(()), |mut stdin| stdin.write_all(text));
    let ended = child.wait()?;
    match wrote {
        _ if !ended.success() => Ok(false),
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
        _ => Ok(true),
    }
}

#[cfg(test)]
mod tests {
    use super::{Pager, show};

    fn pager(command: &str) -> Pager {
        Pager { command: command.to_owned(), less_is_set: false, height: 24 }
    }

    #[test]
    fn a_pager_that_does_not_exist_or_fails_is_passed_over() {
        for command in ["no-such-pager-anywhere -R", "  ", "false"] {
            assert!(!show(&pager(command), b"text").unwrap(), "{command}");
        }
    }

    #[test]
    fn a_reader_who_leaves_early_is_no_error() {
        let long = vec![b'x'; 1 << 20];
        assert!(show(&pager("true"), &long).unwrap());
    }
}
