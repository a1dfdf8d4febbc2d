//! The dataset: every file of facts, read and checked when it is first asked for, with the user's over it.
//!
//! A question calls the method of a file, which loads it once. `load_user_file` checks the user's text, `merged` lays it
//! over ours, and `load` sees to it that no source is left out that facts rest on.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::check::{self, Checked, KEPT, References};
use super::files::File;
use super::merge::merge_over;
use super::table::{FILES, each_file, pay_year};
use super::user_data::{UserData, UserFile};
use crate::model::day::Day;
use crate::model::error::{InvalidData, Problem};
use crate::model::fact::Fact;
use crate::model::rules::Rules;
use crate::model::source::SourceName;
use crate::model::text::Text;

/// A file of facts, read when it is first asked for.
#[derive(Debug)]
struct Collection<F>(OnceCell<F>);

impl<F> Default for Collection<F> {
    fn default() -> Self {
        Self(OnceCell::new())
    }
}

impl<F> Collection<F> {
    /// The file; fails as `load` does, and then loads it again on the next call.
    fn get_or_load(&self, load: impl FnOnce() -> Result<F, InvalidData>) -> Result<&F, InvalidData> {
        if let Some(loaded) = self.0.get() {
            return Ok(loaded);
        }
        let loaded = load()?;
        Ok(self.0.get_or_init(|| loaded))
    }
}

/// The sources by name, and the edition that they belong to: all that most answers need of `sources.json`.
#[derive(Debug, Deserialize)]
pub struct SourceNames {
    /// The date of the edition, as `YYYY-MM-DD`.
    pub edition: String,
    /// Sorted by id.
    pub sources: Vec<SourceName>,
}

impl From<&SourcesFile> for SourceNames {
    fn from(file: &SourcesFile) -> Self {
        Self { edition: file.edition.clone(), sources: file.sources.iter().map(SourceName::from).collect() }
    }
}

/// How often facts rest on each source that is left out, and the files that they stand in.
#[derive(Default)]
struct LostSources {
    facts: BTreeMap<String, usize>,
    files: BTreeSet<&'static str>,
}

/// Makes a collection and a method of every file of facts.
macro_rules! dataset {
    ($($collection:ident: $file:ident,)+) => {
        use super::files::{$($file),+};

        /// All facts, one collection per file; a file that no question touches is never read.
        #[derive(Debug, Default)]
        pub struct Dataset {
            user: Option<UserData>,
            names: Collection<SourceNames>,
            $($collection: Collection<$file>,)+
        }

        impl Dataset {
            $(
                #[doc = concat!("The facts of [`", stringify!($file), "`]. Fails if the user's file is invalid.")]
                pub fn $collection(&self) -> Result<&$file, InvalidData> {
                    self.$collection.get_or_load(|| self.load())
                }
            )+

            /// Shows every fact of every topic to `visit`, file by file. Fails if a file of the user's is invalid.
            pub fn each_fact(&self, visit: &mut dyn FnMut(&dyn Fact)) -> Result<(), InvalidData> {
                $(self.$collection()?.each_fact(visit);)+
                Ok(())
            }

            /// Every file as plain JSON, behind its name, as the questions get it. Fails if a file of the user's is
            /// invalid.
            pub fn values(&self) -> Result<Vec<(&'static str, Value)>, InvalidData> {
                // What was read can be written.
                Ok(vec![$(($file::NAME, serde_json::to_value(self.$collection()?).unwrap_or_default())),+])
            }

            /// The sources that `only` leaves out though facts of any file rest on them.
            pub(super) fn check_lost_sources(&self) -> Result<(), InvalidData> {
                let sources = self.sources()?;
                let mut lost = LostSources::default();
                if sources.only {
                    // A file that is invalid tells so itself.
                    $(if let Ok(file) = self.merged::<$file>() {
                        lost.add(&file, sources);
                    })+
                }
                self.tell_lost(&lost)
            }
        }
    };
}
each_file!(dataset);

impl Dataset {
    /// The facts that ship with the program.
    pub fn embedded() -> Self {
        Self::default()
    }

    /// A user's own facts over the embedded ones.
    pub fn with(user: UserData) -> Self {
        Self { user: Some(user), ..Self::default() }
    }

    /// The user's own facts, if there are some.
    pub const fn user_data(&self) -> Option<&UserData> {
        self.user.as_ref()
    }

    /// The user's own facts, once the dataset is done with.
    pub fn into_user_data(self) -> Option<UserData> {
        self.user
    }

    fn user_file(&self, name: &str) -> Option<&UserFile> {
        self.user.as_ref().and_then(|user| user.file_for(name))
    }

    /// The pay rules of `year`, the newest if `None`; `None` if there are none for that year.
    ///
    /// A user's file of a year stands in place of ours; the rules fail if it is invalid.
    pub fn pay_rules(&self, year: Option<u16>) -> Option<Result<Rules, InvalidData>> {
        let name = format!("pay/{}.json", year.or(self.pay_years().next())?);
        match self.user_file(&name) {
            Some(file) => Some(self.load_user_file(file).and_then(|value| typed(file, &value))),
            None => embedded_rules(&name),
        }
    }

    /// The years that have pay rules, newest first.
    pub fn pay_years(&self) -> impl Iterator<Item = u16> {
        let own = self.user.iter().flat_map(UserData::files).filter_map(UserFile::pay_year);
        let shipped = FILES.iter().filter_map(|kind| pay_year(kind.name));
        let mut years: Vec<u16> = shipped.chain(own).collect();
        years.sort_unstable_by(|a, b| b.cmp(a));
        years.dedup();
        years.into_iter()
    }

    /// What `sources.json` calls its sources. Fails if the user's file of that name is invalid.
    pub fn source_names(&self) -> Result<&SourceNames, InvalidData> {
        self.names.get_or_load(|| match self.user_file(SourcesFile::NAME) {
            None => parsed(SourcesFile::NAME, SourcesFile::EMBEDDED),
            Some(_) => self.sources().map(SourceNames::from),
        })
    }

    /// The edition's date, as `YYYY-MM-DD`. Fails if the user's sources are invalid.
    pub fn edition(&self) -> Result<&str, InvalidData> {
        Ok(&self.source_names()?.edition)
    }

    /// Reads every file, and the user's pay rules, as the questions will; fails with the problems of the first that
    /// is not valid.
    pub fn read_all(&self) -> Result<(), InvalidData> {
        self.each_fact(&mut |_| ())?;
        for file in self.user.iter().flat_map(UserData::files) {
            if let Some(rules) = file.pay_year().and_then(|year| self.pay_rules(Some(year))) {
                rules?;
            }
        }
        Ok(())
    }

    /// A file as the questions get it, with every source that it rests on.
    fn load<F: File>(&self) -> Result<F, InvalidData> {
        let file = self.merged::<F>()?;
        if F::NAME != SourcesFile::NAME && self.user_file(SourcesFile::NAME).is_some() {
            let sources = self.sources()?;
            if sources.only {
                let mut lost = LostSources::default();
                lost.add(&file, sources);
                self.tell_lost(&lost)?;
            }
        }
        Ok(file)
    }

    /// The user's file over the embedded one.
    fn merged<F: File>(&self) -> Result<F, InvalidData> {
        let Some(file) = self.user_file(F::NAME) else { return embedded() };
        let value = self.load_user_file(file)?;
        typed(file, &merge_over(value, parsed(F::NAME, F::EMBEDDED)?))
    }

    /// What the user's file says, if nothing is wrong with it.
    fn load_user_file(&self, file: &UserFile) -> Result<Value, InvalidData> {
        let (ids, edition) = if file.name == SourcesFile::NAME {
            (None, "")
        } else {
            let sources = self.sources()?;
            let ids = sources.sources.iter().map(|source| source.id.to_string()).collect();
            (Some(ids), sources.edition.as_str())
        };
        let references = references(file, ids, edition)?;
        let Checked { problems, value, .. } =
            check::check(&file.shown, &file.text()?, file.kind().form(), &references, KEPT);
        if problems.total() > 0 { Err(problems) } else { Ok(value.unwrap_or_default()) }
    }

    /// Fails at the `only` of the user's sources if facts rest on one that it leaves out: one cause, and how many
    /// facts it concerns.
    fn tell_lost(&self, lost: &LostSources) -> Result<(), InvalidData> {
        let Some(file) = self.user_file(SourcesFile::NAME).filter(|_| !lost.facts.is_empty()) else {
            return Ok(());
        };
        Err(check::at_key(&file.shown, &file.text()?, "only", lost.message()))
    }
}

impl LostSources {
    /// Counts the facts of `file` that rest on none of the `sources`.
    fn add<F: File>(&mut self, file: &F, sources: &SourcesFile) {
        let known: HashSet<&str> = sources.sources.iter().map(|source| source.id.as_str()).collect();
        file.each_fact(&mut |fact| {
            for source in fact.all_sources().into_iter().filter(|id| !known.contains(id.as_str())) {
                *self.facts.entry(source.to_string()).or_default() += 1;
                self.files.insert(F::NAME);
            }
        });
    }

    fn message(&self) -> Text {
        let count = |(id, times): (&String, &usize)| format!("{id} ({times})");
        let sources = self.facts.iter().map(count).collect::<Vec<_>>().join(", ");
        let files = self.files.iter().copied().collect::<Vec<_>>().join(", ");
        Text::new(
            format!(
                "« only » retire des sources sur lesquelles reposent des faits (leur nombre) : {sources} ; dans {files}"
            ),
            format!("`only` leaves out sources on which facts (so many) rest: {sources}; in {files}"),
        )
    }
}

/// What a user's file is checked against: the ids of the sources it may name, if they can be known, and the date of
/// the user's edition, if there is one.
pub(super) fn references(
    file: &UserFile,
    sources: Option<BTreeSet<String>>,
    edition: &str,
) -> Result<References, InvalidData> {
    let shipped = Dataset::embedded();
    let mut roles = BTreeSet::new();
    if file.name == ProgressionFile::NAME {
        roles.extend(shipped.progression()?.roles.iter().map(|role| role.id.to_string()));
    }
    let year = |edition: &str| Day::parse(edition).map_or(0, |day| day.year);
    let shipped_year = year(shipped.edition()?);
    let edition_year = year(edition).max(shipped_year);
    Ok(References { sources, roles, edition_year, shipped_year, pay_year: file.pay_year() })
}

/// A file as it ships with the program.
fn embedded<F: File>() -> Result<F, InvalidData> {
    parsed(F::NAME, F::EMBEDDED)
}

/// The pay rules that ship with the program as the file `name`; `None` if there are none.
pub(super) fn embedded_rules(name: &str) -> Option<Result<Rules, InvalidData>> {
    let kind = FILES.iter().find(|kind| kind.name == name)?;
    Some(parsed(kind.name, kind.embedded))
}

fn parsed<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, InvalidData> {
    serde_json::from_str(text).map_err(|error| check::parse_error(name, text, &error))
}

/// A user's file as its type; the check has read it so already. It is read from a text, as the files that ship are:
/// reading every type from values too would add half a megabyte to the program.
fn typed<T: DeserializeOwned>(file: &UserFile, value: &Value) -> Result<T, InvalidData> {
    serde_json::from_str(&value.to_string()).map_err(|error| {
        let message =
            Text::new(format!("données illisibles ({error})"), format!("unreadable data ({error})"));
        Problem::of_file(&file.shown, message).into()
    })
}
