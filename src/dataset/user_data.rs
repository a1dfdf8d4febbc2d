//! A user's own facts: a folder with any of data/'s files, or one of them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::check::{no_known_key, read_loosely};
use super::read;
use super::table::{FILES, FileKind, pay_year};
use crate::model::error::{InvalidData, Problem, system_reason};
use crate::model::name::is_slip_of;
use crate::model::text::{Text, text};

/// A user's own facts: which files there are, not yet what they say.
#[derive(Debug, Default)]
pub struct UserData {
    shown: String,
    files: Vec<UserFile>,
    unrecognized_files: Vec<Problem>,
}

/// One of a user's files.
#[derive(Debug)]
pub struct UserFile {
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

impl UserFile {
    /// The file's text. Fails if it cannot be read, is too large, or is not UTF-8.
    pub fn text(&self) -> Result<String, InvalidData> {
        match &self.from {
            Origin::Path(path) => read::text(read::bytes(path, &self.shown)?, &self.shown),
            Origin::Bytes(bytes) => read::text(bytes.clone(), &self.shown),
        }
    }

    /// What kind of file it stands for.
    pub fn kind(&self) -> &'static FileKind {
        // Only files that are known by name become a user's file.
        FileKind::named(&self.name).unwrap_or(&FILES[0])
    }

    /// The year of a file of pay rules.
    pub fn pay_year(&self) -> Option<u16> {
        pay_year(&self.name)
    }
}

impl UserData {
    /// What stands at `path`: a folder, or one file. Fails if it cannot be found, read or told apart.
    pub fn open(path: &Path) -> Result<Self, InvalidData> {
        let shown = path.display().to_string();
        let metadata = fs::metadata(path).map_err(|error| Problem::of_file(&shown, system_reason(&error)))?;
        if metadata.is_dir() { Self::folder(path, shown) } else { Self::file(path, shown) }
    }

    /// Facts that are in memory already: the name of a file of data/, and its bytes.
    pub fn given(name: &str, bytes: Vec<u8>) -> Self {
        let file = UserFile { name: name.to_owned(), shown: name.to_owned(), from: Origin::Bytes(bytes) };
        Self { shown: name.to_owned(), files: vec![file], unrecognized_files: Vec::new() }
    }

    fn folder(path: &Path, shown: String) -> Result<Self, InvalidData> {
        let (mut files, mut unrecognized_files) = (Vec::new(), Vec::new());
        let refused =
            |at: &Path, error: &io::Error| Problem::of_file(&at.display().to_string(), system_reason(error));
        let mut names = names_in(path, "").map_err(|error| refused(path, &error))?;
        match names_in(path, "pay/") {
            Ok(rules) => names.extend(rules),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => unrecognized_files.push(refused(&path.join("pay"), &error)),
        }
        names.sort();
        for name in names {
            let at = path.join(&name);
            if FileKind::is_name(&name) {
                files.push(UserFile { name, shown: at.display().to_string(), from: Origin::Path(at) });
            } else if let Some(near) = meant(&name) {
                unrecognized_files.push(unrecognized(&at.display().to_string(), &near));
            }
        }
        if files.is_empty() {
            if unrecognized_files.is_empty() {
                unrecognized_files.push(Problem::of_file(&shown, no_file()));
            }
            return Err(InvalidData { problems: unrecognized_files, omitted: 0 });
        }
        Ok(Self { shown, files, unrecognized_files })
    }

    fn file(path: &Path, shown: String) -> Result<Self, InvalidData> {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let known = [format!("pay/{name}"), name].into_iter().find(|name| FileKind::is_name(name));
        let file = match known {
            Some(name) => UserFile { name, shown: shown.clone(), from: Origin::Path(path.to_owned()) },
            None => recognised(path, &shown)?,
        };
        Ok(Self { shown, files: vec![file], unrecognized_files: Vec::new() })
    }

    /// The path as it was given.
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// The files, sorted by name.
    pub fn files(&self) -> &[UserFile] {
        &self.files
    }

    /// Which files of data/ they stand for.
    pub fn names(&self) -> Vec<&str> {
        self.files.iter().map(|file| file.name.as_str()).collect()
    }

    /// The file that stands for `name` of data/.
    pub fn file_for(&self, name: &str) -> Option<&UserFile> {
        self.files.iter().find(|file| file.name == name)
    }

    /// Files of the folder whose names look like slips.
    pub fn unrecognized_files(&self) -> &[Problem] {
        &self.unrecognized_files
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

/// Which file of data/ a name was perhaps meant to be: one in other case, or a letter away from one of ours.
fn meant(name: &str) -> Option<String> {
    let name = name.to_lowercase();
    let of_a_year = [name.clone(), format!("pay/{name}")].into_iter().find(|name| pay_year(name).is_some());
    of_a_year.or_else(|| {
        let near = FILES.iter().find(|kind| {
            let stem = |name: &'_ str| name.strip_suffix(".json").unwrap_or(name).to_owned();
            is_slip_of(&stem(&name), &stem(kind.name))
        });
        near.map(|kind| kind.name.to_owned())
    })
}

/// A file whose name says nothing: the keys at its top tell what it is.
fn recognised(path: &Path, shown: &str) -> Result<UserFile, InvalidData> {
    let bytes = read::bytes(path, shown)?;
    let text = read::text(bytes.clone(), shown)?;
    let value = read_loosely(shown, &text)?;
    let keys = value.as_object().into_iter().flatten().map(|(key, _)| key.as_str());
    let kind = FileKind::recognised(keys).ok_or_else(|| {
        let known = FILES.iter().flat_map(|kind| kind.keys.iter().copied()).collect();
        no_known_key(shown, &text, &known)
    })?;
    let of_year = format!("pay/{}.json", value["year"]);
    let of_year = Some(of_year).filter(|name| pay_year(kind.name).is_some() && pay_year(name).is_some());
    let name = of_year.unwrap_or_else(|| kind.name.to_owned());
    Ok(UserFile { name, shown: shown.to_owned(), from: Origin::Bytes(bytes) })
}

fn unrecognized(shown: &str, near: &str) -> Problem {
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
