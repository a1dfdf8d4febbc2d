//! Why the system refused to read or write, in both languages.

use std::io::{self, ErrorKind};

use crate::model::text::{Text, text};

/// The reason behind `error`; one that is rare is told in the system's own words.
pub fn reason(error: &io::Error) -> Text {
    /// Too many symbolic links, on Linux and on macOS; std has no stable name for it.
    const LOOPS: [i32; 2] = [40, 62];
    match error.kind() {
        ErrorKind::NotFound => text("introuvable", "not found"),
        ErrorKind::PermissionDenied => text("accès refusé", "permission denied"),
        ErrorKind::AlreadyExists => text("existe déjà", "it is there already"),
        ErrorKind::NotADirectory => {
            text("un fichier se trouve à la place d’un dossier", "a file is in the place of a folder")
        }
        ErrorKind::IsADirectory => {
            text("un dossier se trouve à la place d’un fichier", "a folder is in the place of a file")
        }
        ErrorKind::StorageFull => text("plus de place sur le disque", "no space left on the device"),
        ErrorKind::QuotaExceeded => text("quota de disque dépassé", "the disk quota is used up"),
        ErrorKind::ReadOnlyFilesystem => text("disque en lecture seule", "the disk is read-only"),
        ErrorKind::FileTooLarge => {
            text("fichier trop gros pour ce disque", "the file is too large for this disk")
        }
        ErrorKind::InvalidFilename => text("nom de fichier impossible", "no such name is possible"),
        ErrorKind::StaleNetworkFileHandle | ErrorKind::TimedOut => {
            text("le disque ne répond plus", "the disk answers no more")
        }
        _ if error.raw_os_error().is_some_and(|code| LOOPS.contains(&code)) => {
            text("un lien symbolique tourne en rond", "a symbolic link leads back to itself")
        }
        _ => Text::new(format!("refus du système ({error})"), format!("the system refused ({error})")),
    }
}
