//! Every entry of every file as plain JSON, for those who show one whole whatever it is.

use serde::Serialize;
use serde_json::Value;

use super::files::File;
use super::store::Dataset;
use super::table::each_file;
use crate::model::error::InvalidData;

/// An entry with the file and the list that it stands in.
#[derive(Debug, Clone, Serialize)]
pub struct PlainEntry {
    /// The file: `training.json`.
    pub file: &'static str,
    /// The list in it: `programmes`.
    pub list: String,
    /// Its id.
    pub id: String,
    /// All of it.
    pub entry: Value,
}

macro_rules! entries {
    ($($collection:ident: $file:ident,)+) => {
        use super::files::{$($file),+};

        impl Dataset {
            /// Every entry of every file, in the order of the table of files.
            ///
            /// # Errors
            /// Fails if the user's data cannot be read.
            pub fn entries(&self) -> Result<Vec<PlainEntry>, InvalidData> {
                let mut all = Vec::new();
                $(add($file::NAME, self.$collection()?, &mut all);)+
                Ok(all)
            }
        }
    };
}
each_file!(entries);

/// Adds the entries of one file. What cannot be written as JSON has no entries; no file of ours is such.
fn add<T: File>(name: &'static str, file: &T, all: &mut Vec<PlainEntry>) {
    let Ok(Value::Object(lists)) = serde_json::to_value(file) else { return };
    for (list, entries) in lists {
        let entries = match entries {
            Value::Array(entries) => entries,
            single @ Value::Object(_) => vec![single],
            _ => continue,
        };
        for entry in entries {
            let Some(id) = entry.get("id").and_then(Value::as_str).map(str::to_owned) else { continue };
            all.push(PlainEntry { file: name, list: list.clone(), id, entry });
        }
    }
}
