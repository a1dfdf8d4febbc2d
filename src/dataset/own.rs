//! A user's own facts: a folder with any of data/'s files, or one of them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::error::{DataError, Problem};
use super::kind::{FILES, FileKind, pay_year, top_value};
use super::read::{self, Content};
use crate::model::error::system_reason as reason;
use crate::model::name::nearest;
use crate::model::text::{Text, text};

/// A user's own facts: which files there are, not yet what they say.
#[derive(Debug, Default)]
pub struct Own {
    shown: String,
    files: Vec<OwnFile>,
    strangers: Vec<Problem>,
}

/// One of a user's files.
#[derive(Debug)]
pub struct OwnFile {
    /// Which file of data/ it stands for.
    pub name: String,
    /// Its path as people see it.
    pub shown: String,
    from: Origin,
}

/// Where the bytes are.
#[derive(Debug)]
enum Origin {
    Path(PathBuf),
    Bytes(Vec<u8>),
}

impl OwnFile {
    /// The file's text.
    pub fn content(&self) -> Result<Content, Box<Problem>> {
        match &self.from {
            Origin::Path(path) => read::bytes(path, &self.shown).map(Content::of),
            Origin::Bytes(bytes) => Ok(Content::of(bytes.clone())),
        }
    }

    /// The year of a file of pay rules.
    pub fn pay_year(&self) -> Option<u16> {
        pay_year(&self.name)
    }
}

impl Own {
    /// What stands at `path`.
    pub fn open(path: &Path) -> Result<Self, DataError> {
        let shown = path.display().to_string();
        let metadata = fs::metadata(path).map_err(|error| Problem::of_file(&shown, reason(&error)))?;
        if metadata.is_dir() { Self::folder(path, shown) } else { Self::file(path, shown) }
    }

    /// Facts that are in memory already: the name of a file of data/, and its bytes.
    pub fn given(name: &str, bytes: Vec<u8>) -> Self {
        let file = OwnFile { name: name.to_owned(), shown: name.to_owned(), from: Origin::Bytes(bytes) };
        Self { shown: name.to_owned(), files: vec![file], strangers: Vec::new() }
    }

    fn folder(path: &Path, shown: String) -> Result<Self, DataError> {
        let (mut files, mut strangers) = (Vec::new(), Vec::new());
        let refused =
            |at: &Path, error: &io::Error| Problem::of_file(&at.display().to_string(), reason(error));
        let mut names = names_in(path, "").map_err(|error| refused(path, &error))?;
        match names_in(path, "pay/") {
            Ok(rules) => names.extend(rules),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => strangers.push(refused(&path.join("pay"), &error)),
        }
        names.sort();
        for name in names {
            let at = path.join(&name);
            if FileKind::is_name(&name) {
                files.push(OwnFile { name, shown: at.display().to_string(), from: Origin::Path(at) });
            } else if let Some(near) = meant(&name) {
                strangers.push(stranger(&at.display().to_string(), &near));
            }
        }
        if files.is_empty() {
            if strangers.is_empty() {
                strangers.push(Problem::of_file(&shown, no_file()));
            }
            return Err(DataError { problems: strangers, omitted: 0 });
        }
        Ok(Self { shown, files, strangers })
    }

    fn file(path: &Path, shown: String) -> Result<Self, DataError> {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let known = [format!("pay/{name}"), name].into_iter().find(|name| FileKind::is_name(name));
        let file = match known {
            Some(name) => OwnFile { name, shown: shown.clone(), from: Origin::Path(path.to_owned()) },
            None => recognised(path, &shown)?,
        };
        Ok(Self { shown, files: vec![file], strangers: Vec::new() })
    }

    /// The path as it was given.
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// The files, sorted by name.
    pub fn files(&self) -> &[OwnFile] {
        &self.files
    }

    /// Which files of data/ they stand for.
    pub fn names(&self) -> Vec<&str> {
        self.files.iter().map(|file| file.name.as_str()).collect()
    }

    /// The file that stands for `name` of data/.
    pub fn stands_for(&self, name: &str) -> Option<&OwnFile> {
        self.files.iter().find(|file| file.name == name)
    }

    /// Files of the folder whose names look like slips.
    pub fn strangers(&self) -> &[Problem] {
        &self.strangers
    }
}

/// The JSON files `within` a folder, named from it.
fn names_in(folder: &Path, within: &str) -> io::Result<Vec<String>> {
    let is_json =
        |name: &String| Path::new(name).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    let names =
        fs::read_dir(folder.join(within))?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    Ok(names.filter(is_json).map(|name| format!("{within}{name}")).collect())
}

/// Which file of data/ a name that is none was perhaps meant to be.
fn meant(name: &str) -> Option<String> {
    let name = name.to_lowercase();
    let of_a_year = [name.clone(), format!("pay/{name}")].into_iter().find(|name| pay_year(name).is_some());
    if of_a_year.is_some() {
        return of_a_year;
    }
    nearest(&name, FILES.iter().map(|kind| kind.name)).map(str::to_owned)
}

/// A file whose name says nothing: the keys at its top tell what it is.
fn recognised(path: &Path, shown: &str) -> Result<OwnFile, DataError> {
    let bytes = read::bytes(path, shown)?;
    let content = Content::of(bytes.clone());
    let kind = FileKind::recognised(&content.text);
    let kind = kind.ok_or_else(|| super::check::unrecognised(shown, &content))?;
    let year = || top_value(&content.text, "year").map(|year| format!("pay/{year}.json"));
    let of_year = year().filter(|name| pay_year(kind.name).is_some() && pay_year(name).is_some());
    let name = of_year.unwrap_or_else(|| kind.name.to_owned());
    Ok(OwnFile { name, shown: shown.to_owned(), from: Origin::Bytes(bytes) })
}

fn stranger(shown: &str, near: &str) -> Problem {
    let message = Text::new(
        format!("ce nom de fichier n’est pas lu ; vouliez-vous dire « {near} » ?"),
        format!("a file of this name is not read; did you mean `{near}`?"),
    );
    Problem::of_file(shown, message)
}

fn no_file() -> Text {
    let names: Vec<&str> = FILES.iter().map(|kind| kind.name).collect();
    let list = text("aucun fichier connu dans ce dossier", "no known file in this folder");
    Text::new(
        format!("{} ; attendus : {}", list.fr, names.join(", ")),
        format!("{}; expected: {}", list.en, names.join(", ")),
    )
}
