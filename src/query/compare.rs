//! `compare`: two or three of a kind side by side: programmes, roles, levels or offers.

mod offers;
mod programmes;
mod roles;

use serde::Serialize;

use super::payback::Diploma;
use super::progression;
use super::training;
use crate::dataset::Dataset;
use crate::model::amount::parse_amount;
use crate::model::error::Reason;
use crate::model::money::Money;
use crate::model::name::Unknown;
use crate::model::text::{Text, text};
use crate::model::vocabulary::{Seniority, Vocabulary, vocabulary};
use crate::report::{Block, Document, Kind, Report, Table};

/// More than three do not stand side by side on a screen.
const MOST: usize = 3;

vocabulary! {
    /// What is compared.
    Compared ("objet comparé", "kind of thing compared")
    Programmes = "programmes", "Formations", "Programmes";
    Roles = "roles", "Postes", "Roles";
    Levels = "levels", "Niveaux", "Levels";
    Offers = "offers", "Offres", "Offers";
}

/// What to set side by side.
#[derive(Debug)]
pub struct CompareParams {
    /// Programmes, roles, levels or gross yearly amounts; all of one kind.
    pub subjects: Vec<String>,
    /// A day rate to set beside offers, in euros before VAT.
    pub daily_rate: Option<Money>,
    /// Days billed a year at that rate.
    pub days: u16,
    /// The diploma that the years and sums of programmes are counted from; from what each asks for without it.
    pub from: Option<Diploma>,
}

/// What is compared with the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Subject {
    /// The id, or the amount.
    pub id: String,
    /// The name it is shown by.
    pub name: Text,
}

/// One thing that is compared, a value for each subject.
#[derive(Debug, Clone, Serialize)]
pub struct ComparedRow {
    /// What it is, for machines.
    pub key: &'static str,
    /// What it is.
    pub label: Text,
    /// A value for each subject; `None` where nobody says.
    pub values: Vec<Option<Text>>,
    /// Whether the subjects differ in it.
    pub differs: bool,
}

/// The subjects side by side.
#[derive(Serialize)]
pub struct CompareReport {
    kind: Compared,
    subjects: Vec<Subject>,
    rows: Vec<ComparedRow>,
    /// What nobody says of any of them.
    not_said: Vec<Text>,
    notes: Vec<Text>,
}

impl ComparedRow {
    /// A row, which differs if its values do.
    pub fn new(key: &'static str, label: Text, values: Vec<Option<Text>>) -> Self {
        let differs = values.windows(2).any(|pair| pair[0] != pair[1]);
        Self { key, label, values, differs }
    }

    /// Whether it has a value for one of the subjects at least.
    pub fn has_value(&self) -> bool {
        self.values.iter().any(Option::is_some)
    }
}

/// Answers with a row for each thing that is known of one of them.
///
/// # Errors
/// Fails if a subject is unknown, or of another kind than the first, or if there are not two or three.
pub fn ask(params: &CompareParams, dataset: &Dataset) -> Result<CompareReport, Reason> {
    let count = params.subjects.len() + usize::from(params.daily_rate.is_some());
    if !(2..=MOST).contains(&count) {
        return Err(few_or_many(count));
    }
    let (kind, subjects, rows, notes) = match kind(dataset, params)? {
        Compared::Offers => offers::of(dataset, params)?,
        Compared::Levels => roles::levels(dataset, params)?,
        Compared::Roles => roles::of(dataset, params)?,
        Compared::Programmes => programmes::of(dataset, params)?,
    };
    let (rows, silent): (Vec<ComparedRow>, Vec<ComparedRow>) =
        rows.into_iter().partition(ComparedRow::has_value);
    Ok(CompareReport {
        kind,
        subjects,
        rows,
        not_said: silent.into_iter().map(|row| row.label).collect(),
        notes,
    })
}

/// What a comparison is made of before what nobody says is set apart.
type Side = (Compared, Vec<Subject>, Vec<ComparedRow>, Vec<Text>);

fn few_or_many(count: usize) -> Reason {
    Reason::Usage(match count {
        1 => text(
            "il manque à quoi comparer : donnez deux ou trois noms ou montants, comme `compare epitech but-informatique`",
            "there is nothing to compare it with: give two or three names or amounts, such as `compare epitech but-informatique`",
        ),
        _ => Text::new(
            format!("{count} ne tiennent pas côte à côte : donnez deux ou trois noms ou montants"),
            format!("{count} do not stand side by side: give two or three names or amounts"),
        ),
    })
}

/// What the subjects are: what the first of them is, if it is a level or role that is also called otherwise, the kind
/// that fits all.
fn kind(dataset: &Dataset, params: &CompareParams) -> Result<Compared, Reason> {
    let all = |is: &dyn Fn(&str) -> bool| params.subjects.iter().all(|subject| is(subject));
    if all(&|subject| parse_amount(subject).is_ok()) {
        return Ok(Compared::Offers);
    }
    if params.daily_rate.is_some() {
        let wrong = params.subjects.iter().find(|subject| parse_amount(subject).is_err());
        let kind = text("montant à comparer au tarif journalier", "amount to compare with a day rate");
        return Err(Unknown::new(kind, wrong.map_or("", String::as_str), []).into());
    }
    if all(&|subject| Seniority::parse(subject).is_ok()) {
        return Ok(Compared::Levels);
    }
    let programmes = &dataset.training()?.programmes;
    let known = |subject: &str| training::named(programmes, &[subject.to_owned()]);
    if all(&|subject| known(subject).is_ok()) {
        return Ok(Compared::Programmes);
    }
    let roles = &dataset.progression()?.roles;
    if all(&|subject| progression::find(roles, subject).is_ok()) {
        return Ok(Compared::Roles);
    }
    if let (Some(amount), Some(name)) = (
        params.subjects.iter().find(|subject| parse_amount(subject).is_ok()),
        params.subjects.iter().find(|subject| parse_amount(subject).is_err()),
    ) {
        return Err(Reason::Usage(Text::new(
            format!(
                "« {amount} » est un montant et « {name} » n’en est pas un : on ne compare que des choses de même genre"
            ),
            format!("`{amount}` is an amount and `{name}` is none: only things of one kind can be compared"),
        )));
    }
    let is_role = |subject: &str| progression::find(roles, subject).is_ok();
    // The first that is neither is the one that is mistyped; if each is something, they are of different kinds.
    let stranger = params.subjects.iter().find(|subject| known(subject).is_err() && !is_role(subject));
    let name = stranger.or(params.subjects.last()).map_or("", String::as_str);
    let ids = programmes.iter().map(|one| one.id.as_str()).chain(roles.iter().map(|role| role.id.as_str()));
    Err(Unknown::new(text("objet à comparer à l’autre", "thing to compare with the other"), name, ids).into())
}

impl Report for CompareReport {
    fn name(&self) -> &'static str {
        "compare"
    }

    fn document(&self) -> Document {
        const KEYS: [&str; MOST] = ["first", "second", "third"];
        let mut table = Table::of(&self.rows)
            .hidden("key", Kind::Name, text("Clé", "Key"), |row| row.key)
            .column("label", Kind::Text, text("Comparé", "Compared"), |row| &row.label);
        for (at, (subject, key)) in self.subjects.iter().zip(KEYS).enumerate() {
            table = table.column(key, Kind::Text, subject.name.clone(), |row| &row.values[at]);
        }
        let table = table.column("differs", Kind::Number, text("Diffère", "Differs"), |row| row.differs);
        let title = Text::new(
            format!("{} côte à côte", self.kind.label().fr),
            format!("{} side by side", self.kind.label().en),
        );
        let silent = (!self.not_said.is_empty()).then(|| {
            let Text { fr, en } = Text::joined(&self.not_said, " · ");
            Block::Note(Text::new(format!("Aucune source ne dit : {fr}."), format!("No source says: {en}.")))
        });
        Document::new(title)
            .with(Block::Table(table.main().side_by_side()))
            .with_all(silent)
            .with_notes(self.notes.clone())
    }
}
