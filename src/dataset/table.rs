//! The files of data/ as a table: their names, their keys, their texts, their schemas.

use std::sync::OnceLock;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::check::{Form, Schema, Typed};
use super::files::File;
use crate::model::name::nearest;
use crate::model::rules::Rules;

/// The files of facts, one row each: the name of its collection and its type. The sources come first, as the others
/// refer to them. `$then` is a macro that makes something of every row.
macro_rules! each_file {
    ($then:ident) => {
        $then! {
            sources: SourcesFile,
            role: RoleFile,
            missions: MissionsFile,
            skills: SkillsFile,
            salaries: SalariesFile,
            training: TrainingFile,
            progression: ProgressionFile,
            work: WorkFile,
            rates: RatesFile,
            prices: PricesFile,
            floors: FloorsFile,
            towns: TownsFile,
            glossary: GlossaryFile,
        }
    };
}
pub(super) use each_file;

/// Makes a table of the rows, with the pay rules of each year behind them, newest first.
macro_rules! table {
    ($($collection:ident: $file:ident,)+) => {
        use super::files::{$($file),+};

        /// Every file of data/.
        pub static FILES: [FileKind; [$($file::NAME),+].len() + 2] = [
            $(FileKind::of::<$file>(include_str!(concat!("schemas/", stringify!($collection), ".json"))),)+
            FileKind::pay("pay/2026.json", include_str!("../../data/pay/2026.json")),
            FileKind::pay("pay/2025.json", include_str!("../../data/pay/2025.json")),
        ];
    };
}
each_file!(table);

/// A file of data/, whatever it holds.
#[derive(Debug)]
pub struct FileKind {
    /// Its name.
    pub name: &'static str,
    /// The keys at its top that hold facts.
    pub keys: &'static [&'static str],
    /// The text that ships with the program.
    pub embedded: &'static str,
    /// Its schema, which a test draws from its type.
    schema: &'static str,
    typed: Typed,
    read_schema: OnceLock<Schema>,
}

/// The keys at the top of a file of pay rules.
const PAY_KEYS: &[&str] = &[
    "contributions",
    "ceiling",
    "minimum_wage",
    "health_cover",
    "csg",
    "forfait_social",
    "general_reduction",
    "income_tax",
    "micro",
    "portage",
    "sasu",
    "dividends",
    "independent",
    "part_time",
    "apprentice",
    "intern",
];

/// The year that a file of pay rules is named after: `pay/2026.json`.
pub fn pay_year(name: &str) -> Option<u16> {
    let year = name.strip_prefix("pay/")?.strip_suffix(".json")?;
    let written = year.len() == 4 && !year.starts_with('0') && year.bytes().all(|byte| byte.is_ascii_digit());
    year.parse().ok().filter(|_| written)
}

impl FileKind {
    const fn of<T: File>(schema: &'static str) -> Self {
        Self {
            name: T::NAME,
            keys: T::KEYS,
            embedded: T::EMBEDDED,
            schema,
            typed: typed::<T>,
            read_schema: OnceLock::new(),
        }
    }

    const fn pay(name: &'static str, embedded: &'static str) -> Self {
        let schema = include_str!("schemas/pay.json");
        Self { name, keys: PAY_KEYS, embedded, schema, typed: typed::<Rules>, read_schema: OnceLock::new() }
    }

    /// The file of that name; its ending may be left out, and the folder of pay rules. All their years are of one kind.
    pub fn named(name: &str) -> Option<&'static Self> {
        let is_named = |kind: &&Self| kind.name == name || kind.name.strip_suffix(".json") == Some(name);
        let is_pay = |kind: &&Self| pay_year(kind.name).is_some();
        let within = name.strip_prefix("pay/").unwrap_or(name);
        let of_a_year = pay_year(&format!("pay/{}.json", within.strip_suffix(".json").unwrap_or(within)));
        FILES.iter().find(is_named).or_else(|| FILES.iter().find(is_pay).filter(|_| of_a_year.is_some()))
    }

    /// Whether `name` is a file of data/, or of the pay rules of any year.
    pub fn is_name(name: &str) -> bool {
        FILES.iter().any(|kind| kind.name == name) || pay_year(name).is_some()
    }

    /// The file that holds a value with these `keys` at its top, or with keys that look most like its own.
    pub fn recognised<'k>(keys: impl Iterator<Item = &'k str> + Clone) -> Option<&'static Self> {
        let holding = |key: &str| FILES.iter().find(|kind| kind.keys.contains(&key));
        keys.clone().find_map(holding).or_else(|| {
            let known = || FILES.iter().flat_map(|kind| kind.keys.iter().copied());
            // More keys than this are no file of ours.
            keys.take(64).find_map(|key| holding(nearest(key, known())?))
        })
    }

    /// The JSON Schema of the file.
    pub fn schema(&self) -> FileSchema {
        let json_schema = serde_json::from_str(self.schema).unwrap_or_default();
        FileSchema { file: self.name, keys: self.keys, json_schema }
    }

    /// What a file of this kind is checked along.
    pub fn form(&self) -> Form<'_> {
        let read = || serde_json::from_str(self.schema).unwrap_or_default();
        Form { schema: self.read_schema.get_or_init(read), typed: self.typed }
    }
}

fn typed<T: DeserializeOwned>(text: &str) -> Result<(), serde_json::Error> {
    serde_json::from_str::<T>(text).map(drop)
}

/// The JSON Schema of a file.
#[derive(Debug, Clone, Serialize)]
pub struct FileSchema {
    /// The file's name.
    pub file: &'static str,
    /// The keys at its top that hold facts.
    pub keys: &'static [&'static str],
    /// The schema itself.
    pub json_schema: Value,
}

impl FileSchema {
    /// The schema as a file of its own.
    pub fn text(&self) -> String {
        format!("{:#}\n", self.json_schema)
    }
}

#[cfg(test)]
mod tests {
    use super::FileKind;

    #[test]
    fn a_file_is_recognised_by_its_keys() {
        let name = |keys: &[&str]| FileKind::recognised(keys.iter().copied()).map(|kind| kind.name);
        assert_eq!(name(&["only", "advice"]), Some("training.json"));
        assert_eq!(name(&["programms"]), Some("training.json"));
        assert_eq!(name(&["only"]), None);
        assert_eq!(name(&[]), None);
    }
}
