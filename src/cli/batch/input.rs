//! Where the rows come from, and their beginning, which says their form.

use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;

use crate::cli::session::Session;
use crate::model::error::{Reason, system_reason};
use crate::model::text::Text;

/// How much is read at once, bytes: rows that keep a thread busy for a millisecond, or for a second where each is a
/// question of its own, so that progress moves.
const BLOCK: usize = 32 * 1024;

/// The rows as bytes, and what they are called.
pub struct Input {
    reader: Box<dyn Read + Send>,
    /// What errors call it.
    pub name: String,
    /// How many bytes it has, if that is known.
    pub length: Option<u64>,
    /// What was read to find out the form, and is not used up yet.
    pub pending: Vec<u8>,
    /// Whether nothing more will come.
    pub ended: bool,
}

impl Input {
    /// The rows in `file`, or on standard input without one or for `-`.
    ///
    /// # Errors
    /// Fails if the file cannot be opened; a keyboard is no file of rows.
    pub fn open(file: Option<PathBuf>, session: &Session<'_>) -> anyhow::Result<Self> {
        let (reader, name, length): (Box<dyn Read + Send>, _, _) = match file
            .filter(|file| file.as_os_str() != "-")
        {
            Some(path) => {
                let name = path.display().to_string();
                let failed = |error: &io::Error| Reason::Failed(unread(&name, error));
                let file = File::open(&path).map_err(|error| failed(&error))?;
                let kind = file.metadata().map_err(|error| failed(&error))?;
                if kind.is_dir() {
                    return Err(failed(&io::ErrorKind::IsADirectory.into()).into());
                }
                (Box::new(file), name, kind.is_file().then_some(kind.len()))
            }
            None if session.environment.typed_input => return Err(session.nothing_to_read("batch").into()),
            None => (Box::new(io::stdin()), "-".to_owned(), None),
        };
        Ok(Self { reader, name, length, pending: Vec::new(), ended: false })
    }

    /// Appends what is there now to `pending`; at the end nothing.
    ///
    /// # Errors
    /// Fails if the system refuses.
    pub fn read_more(&mut self) -> Result<(), Reason> {
        let start = self.pending.len();
        self.pending.resize(start + BLOCK, 0);
        loop {
            match self.reader.read(&mut self.pending[start..]) {
                Ok(count) => {
                    self.pending.truncate(start + count);
                    self.ended = count == 0;
                    return Ok(());
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(Reason::Failed(unread(&self.name, &error))),
            }
        }
    }
}

fn unread(name: &str, error: &io::Error) -> Text {
    let reason = system_reason(error);
    Text::new(format!("{name} : {}", reason.fr), format!("{name}: {}", reason.en))
}
