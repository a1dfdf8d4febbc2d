//! Long answers on a terminal go through the reader's pager.

use std::io::{self, Write};
use std::process::{Command, Stdio};

/// Shows `text` through `pager`, a program with its arguments; false if it could not be started.
///
/// A reader who leaves early has read enough: the closed pipe is no error.
pub fn show(pager: &str, text: &[u8]) -> io::Result<bool> {
    let mut words = pager.split_whitespace();
    let Some(program) = words.next() else { return Ok(false) };
    let Ok(mut child) = Command::new(program).args(words).stdin(Stdio::piped()).spawn() else {
        return Ok(false);
    };
    let wrote = child.stdin.take().map_or(Ok(()), |mut stdin| stdin.write_all(text));
    child.wait()?;
    match wrote {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
        _ => Ok(true),
    }
}

#[cfg(test)]
mod tests {
    use super::show;

    #[test]
    fn a_pager_that_does_not_exist_is_passed_over() {
        assert!(!show("no-such-pager-anywhere -R", b"text").unwrap());
        assert!(!show("  ", b"text").unwrap());
    }

    #[test]
    fn a_reader_who_leaves_early_is_no_error() {
        let long = vec![b'x'; 1 << 20];
        assert!(show("true", &long).unwrap());
    }
}
