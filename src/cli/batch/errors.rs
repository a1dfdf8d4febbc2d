//! `--errors`: the refused rows in a file of their own, as CSV.

use std::path::Path;

use super::row::Failure;
use crate::cli::atomic_file::PendingFile;
use crate::model::error::Reason;

/// The file of refused rows.
pub struct ErrorFile(PendingFile);

impl ErrorFile {
    /// Begins the file at `path`.
    ///
    /// # Errors
    /// Fails if it is there already and not to be replaced, or if the system refuses.
    pub fn create(path: &Path, force: bool) -> Result<Self, Reason> {
        let mut file = PendingFile::create(path, force)?;
        file.append(b"line,message\n")?;
        Ok(Self(file))
    }

    /// Adds refused rows.
    ///
    /// # Errors
    /// Fails if the system refuses.
    pub fn add(&mut self, failures: &[Failure]) -> anyhow::Result<()> {
        let mut csv = csv::Writer::from_writer(Vec::new());
        for failure in failures {
            csv.write_record([failure.line.to_string().as_str(), &failure.message])?;
        }
        Ok(self.0.append(&csv.into_inner().map_err(|error| anyhow::anyhow!("{error}"))?)?)
    }

    /// Puts the file into its place.
    ///
    /// # Errors
    /// Fails if the system refuses.
    pub fn commit(self) -> Result<(), Reason> {
        self.0.commit()
    }
}
