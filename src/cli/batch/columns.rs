//! Which column of the input gives which argument of the command.

use clap::Command;

use crate::cli::french;
use crate::model::error::Reason;
use crate::model::name::fold;
use crate::model::text::Text;

/// What else columns are called that give an argument without dashes, or a document.
const HEADINGS: &[(&str, &[&str])] = &[
    (
        "amount",
        &[
            "montant",
            "salaire",
            "salary",
            "brut",
            "brut-annuel",
            "salaire-annuel",
            "salaire-annuel-brut",
            "salaire-brut",
            "salaire-brut-annuel",
            "gross",
            "gross-salary",
        ],
    ),
    ("name", &["nom", "formation", "programme"]),
    ("contract-year", &["annee-du-contrat"]),
    ("daily-rate", &["taux-journalier", "taux-journalier-moyen", "tarif-journalier"]),
    ("file", &["fichier"]),
    ("monthly-pays", &["nombre-de-mois", "nombre-de-mensualites"]),
    ("partner-taxable", &["revenu-du-conjoint"]),
    ("turnover", &["chiffre-d-affaires"]),
    (TEXT, &["texte", "document"]),
];

/// The column that holds a document itself, for the commands that read one.
pub const TEXT: &str = "text";

/// The columns of a row: of every row of a CSV, of each object of JSON Lines.
#[derive(Debug, Clone)]
pub struct Columns {
    /// What they are called, each name once.
    pub headings: Vec<String>,
    /// The argument that each of them gives; `None` for a column that is only carried along.
    pub arguments: Vec<Option<String>>,
    /// The names that a second column of one heading was given.
    pub renamed: Vec<String>,
}

impl Columns {
    /// The columns under `headings`, for the arguments of `command`; `reads` if it reads documents.
    ///
    /// # Errors
    /// A usage error if two columns give the same argument.
    pub fn new(headings: Vec<String>, command: &Command, reads: bool) -> Result<Self, Reason> {
        let arguments = arguments_of(&headings, command, reads)?;
        Ok(Self::named(headings, arguments))
    }

    /// The same columns, none of which gives an argument.
    pub fn carried(headings: Vec<String>) -> Self {
        let arguments = vec![None; headings.len()];
        Self::named(headings, arguments)
    }

    fn named(read: Vec<String>, arguments: Vec<Option<String>>) -> Self {
        let headings = distinct(read.clone());
        let named = headings.iter().zip(read);
        let renamed = named.filter(|(name, read)| *name != read).map(|(name, _)| name.clone()).collect();
        Self { headings, arguments, renamed }
    }

    /// The columns that are only carried along, the first few of them.
    pub fn unread(&self) -> Vec<&str> {
        /// More names than this do not help to see what was not read.
        const SHOWN: usize = 8;
        let columns = self.headings.iter().zip(&self.arguments);
        columns
            .filter(|(_, argument)| argument.is_none())
            .map(|(heading, _)| heading.as_str())
            .take(SHOWN)
            .collect()
    }

    /// Each column that gives an argument: its place, its heading, the argument.
    pub fn given(&self) -> impl Iterator<Item = (usize, &str, &str)> {
        let columns = self.headings.iter().zip(&self.arguments).enumerate();
        columns.filter_map(|(at, (heading, argument))| Some((at, heading.as_str(), argument.as_deref()?)))
    }

    /// `key`, or with `answer_` before it as often as a column has that name already.
    pub fn free_key(&self, key: &str) -> String {
        free_key(key, |key| self.headings.iter().any(|heading| heading == key))
    }
}

/// `key`, or with `answer_` before it as often as it `is_taken`.
pub fn free_key(key: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let mut free = key.to_owned();
    while is_taken(&free) {
        free = format!("answer_{free}");
    }
    free
}

/// The argument of each column; two that give the same are a usage error.
fn arguments_of(headings: &[String], command: &Command, reads: bool) -> Result<Vec<Option<String>>, Reason> {
    let known: Vec<(String, Vec<String>)> = names(command, reads);
    let mut given: Vec<Option<String>> = Vec::with_capacity(headings.len());
    let mut first: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
    for (at, heading) in headings.iter().enumerate() {
        let key = normal(heading);
        let id = known.iter().find(|(_, names)| names.contains(&key)).map(|(id, _)| id.clone());
        if let Some(id) = &id
            && let Some(before) = first.insert(id.clone(), at)
        {
            return Err(Reason::Usage(twice(&headings[before], heading, id)));
        }
        given.push(id);
    }
    Ok(given)
}

/// Each argument with what its column may be called.
fn names(command: &Command, reads: bool) -> Vec<(String, Vec<String>)> {
    let ids = command.get_arguments().map(|arg| arg.get_id().to_string());
    let ids = ids.filter(|id| !matches!(id.as_str(), "help" | "version"));
    let with_names = |id: String| {
        let more = HEADINGS.iter().find(|(name, _)| *name == id).map_or(&[][..], |(_, more)| more);
        let aliases = french::option_aliases(&id).iter().chain(more).map(|name| normal(name));
        let names = std::iter::once(normal(&id)).chain(aliases).collect();
        (id, names)
    };
    ids.chain(reads.then(|| TEXT.to_owned())).map(with_names).collect()
}

/// A heading without case, accents, and marks between its words.
fn normal(heading: &str) -> String {
    fold(heading.trim())
        .chars()
        .map(|char| if matches!(char, ' ' | '_' | '\'') { '-' } else { char })
        .collect()
}

fn twice(first: &str, second: &str, argument: &str) -> Text {
    Text::new(
        format!("les colonnes « {first} » et « {second} » donnent toutes deux {argument} ; renommez-en une"),
        format!("the columns `{first}` and `{second}` both give {argument}; rename one of them"),
    )
}

/// The headings with each name once: the second `x` becomes `x_2`.
fn distinct(headings: Vec<String>) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    let mut count = std::collections::HashMap::<String, usize>::new();
    let mut made = Vec::with_capacity(headings.len());
    for heading in headings {
        let mut name = heading.clone();
        while !seen.insert(name.clone()) {
            let number = count.entry(heading.clone()).or_insert(1);
            *number += 1;
            name = format!("{heading}_{number}");
        }
        made.push(name);
    }
    made
}
