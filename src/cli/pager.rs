//! Long answers on a terminal go through the reader's pager.

use std::io::{self, Write};
use std::process::{Command, Stdio};
use std::sync::Arc;

/// A pager as the reader wants it.
#[derive(Debug, Clone)]
pub struct Pager {
    /// A program with its arguments.
    pub command: String,
    /// Whether the reader says how `less` behaves.
    pub less_is_set: bool,
    /// Whether the reader says which characters `less` shows.
    pub charset_is_set: bool,
    /// The lines of the screen, of which shorter answers need no pager.
    pub height: usize,
}

/// Writes `text` to `out`, or through `pager` if it is longer than the screen.
///
/// # Errors
/// Fails if the output or the pager takes no more.
pub fn page(pager: Option<&Pager>, text: &[u8], out: &mut dyn Write) -> io::Result<()> {
    let lines = text.split(|byte| *byte == b'\n').count();
    if let Some(pager) = pager.filter(|pager| lines > pager.height)
        && show(pager, text)?
    {
        return Ok(());
    }
    out.write_all(text)?;
    out.flush()
}

/// Shows `text` through `pager`; false if it could not be started.
///
/// A reader who leaves early has read enough: the closed pipe is no error. While the pager has the terminal, an
/// interrupt is for the pager to decide, as behind any pipe.
///
/// # Errors
/// Fails if the pager cannot be written to or waited for.
pub fn show(pager: &Pager, text: &[u8]) -> io::Result<bool> {
    let mut words = pager.command.split_whitespace();
    let Some(program) = words.next() else { return Ok(false) };
    let mut command = Command::new(program);
    if !pager.less_is_set {
        // Without it, less shows colours as signs and keeps a screen that is not full.
        command.env("LESS", "FRX");
    }
    if !pager.charset_is_set {
        // In a locale that is not installed, less would show every accent as bytes.
        command.env("LESSCHARSET", "utf-8");
    }
    let Ok(mut child) = command.args(words).stdin(Stdio::piped()).spawn() else { return Ok(false) };
    // The flag is never read: registering it is what keeps the interrupt from ending this program.
    let interrupted = signal_hook::flag::register(signal_hook::consts::SIGINT, Arc::default());
    let wrote = child.stdin.take().map_or(Ok(()), |mut stdin| stdin.write_all(text));
    child.wait()?;
    interrupted.ok().map(signal_hook::low_level::unregister);
    match wrote {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
        _ => Ok(true),
    }
}

#[cfg(test)]
mod tests {
    use super::{Pager, show};

    fn pager(command: &str) -> Pager {
        Pager { command: command.to_owned(), less_is_set: false, charset_is_set: false, height: 24 }
    }

    #[test]
    fn a_pager_that_does_not_exist_is_passed_over() {
        for command in ["no-such-pager-anywhere -R", "  "] {
            assert!(!show(&pager(command), b"text").unwrap(), "{command}");
        }
    }

    #[test]
    fn a_reader_who_leaves_early_is_no_error() {
        let long = vec![b'x'; 1 << 20];
        assert!(show(&pager("true"), &long).unwrap());
    }
}
