//! `data diff`: what a user's files change against the embedded facts.

use serde::Serialize;
use serde_json::Value;

use crate::dataset::{Change, ChangeKind, Dataset, FieldChange, UserData, changes, validate};
use crate::model::error::Reason;
use crate::model::text::{Text, text};
use crate::report::{Block, Cell, Document, Kind, Report, Table, Term};

/// How many entries a change concerns.
#[derive(Debug, Default, Serialize)]
struct Counts {
    added: usize,
    replaced: usize,
    dropped: usize,
}

impl Counts {
    /// "2 added, 1 replaced, 0 dropped".
    fn title(&self) -> Text {
        let Self { added, replaced, dropped } = self;
        let s = |count: &usize| if *count > 1 { "s" } else { "" };
        Text::new(
            format!(
                "{added} ajout{}, {replaced} remplacement{}, {dropped} retrait{}",
                s(added),
                s(replaced),
                s(dropped)
            ),
            format!("{added} added, {replaced} replaced, {dropped} dropped"),
        )
    }
}

/// What changes.
#[derive(Debug, Serialize)]
pub struct DataDiffReport {
    counts: Counts,
    changes: Vec<Change>,
}

/// Answers with every change; fails with everything that is wrong with the files if they are not valid.
pub fn ask(user: UserData) -> Result<DataDiffReport, Reason> {
    if !user.unrecognized_files().is_empty() {
        return Err(Reason::InvalidData(validate(user, false).1));
    }
    let dataset = Dataset::with(user);
    let changes = match dataset.read_all().and_then(|()| changes(&dataset)) {
        Ok(changes) => changes,
        Err(first) => {
            let all = dataset.into_user_data().map(|user| validate(user, false).1);
            return Err(Reason::InvalidData(all.unwrap_or(first)));
        }
    };
    let of = |kind: ChangeKind| changes.iter().filter(|change| change.change == kind).count();
    let counts = Counts {
        added: of(ChangeKind::Added),
        replaced: of(ChangeKind::Replaced),
        dropped: of(ChangeKind::Dropped),
    };
    Ok(DataDiffReport { counts, changes })
}

/// A change as people see it.
fn label(kind: ChangeKind) -> Term {
    let (id, label, rank) = match kind {
        ChangeKind::Added => ("added", text("ajouté", "added"), 0),
        ChangeKind::Replaced => ("replaced", text("remplacé", "replaced"), 1),
        ChangeKind::Dropped => ("dropped", text("retiré", "dropped"), 2),
    };
    Term { id: id.into(), label, rank }
}

/// One row per field that differs, one per entry that comes or goes.
fn rows(change: &Change) -> Vec<(&Change, Option<&FieldChange>)> {
    if change.fields.is_empty() {
        return vec![(change, None)];
    }
    change.fields.iter().map(|field| (change, Some(field))).collect()
}

/// What is not there is not unknown: its place stays blank.
fn or_blank(word: Option<String>) -> Cell {
    word.map_or(Cell::Blank, Cell::Word)
}

/// A value as JSON, a text without its quotes.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        // A rate of nothing is written 0 in the files.
        Value::Number(number) => number.to_string().trim_end_matches(".0").to_owned(),
        Value::Array(list) => format!("[{}]", list.iter().map(spaced).collect::<Vec<_>>().join(", ")),
        Value::Object(fields) => {
            let field = |(key, value): (&String, &Value)| format!("\"{key}\": {}", spaced(value));
            format!("{{{}}}", fields.iter().map(field).collect::<Vec<_>>().join(", "))
        }
        _ => value.to_string(),
    }
}

/// A value as JSON, with blanks where a line may break.
fn spaced(value: &Value) -> String {
    if value.is_string() { value.to_string() } else { plain(value) }
}

impl Report for DataDiffReport {
    fn name(&self) -> &'static str {
        "data-diff"
    }

    fn document(&self) -> Document {
        let path = |field: &FieldChange| (!field.path.is_empty()).then(|| field.path.clone());
        let table = Table::of(self.changes.iter().flat_map(rows))
            .grouped("list", Kind::Name, text("Liste", "List"), |(change, _)| {
                format!("{} ({})", change.file, change.list)
            })
            .grouped("id", Kind::Name, text("Id", "Id"), |(change, _)| or_blank(change.id.clone()))
            .column("change", Kind::Name, text("Changement", "Change"), |(change, _)| label(change.change))
            .column("field", Kind::Name, text("Champ", "Field"), |(_, field)| or_blank(field.and_then(path)))
            .column("from", Kind::Name, text("Avant", "From"), |(_, field)| {
                or_blank(field.and_then(|field| field.from.as_ref()).map(plain))
            })
            .column("to", Kind::Name, text("Après", "To"), |(_, field)| {
                or_blank(field.and_then(|field| field.to.as_ref()).map(plain))
            });
        Document::new(self.counts.title()).with(Block::Table(table.main()))
    }

    fn remarks(&self) -> Vec<Text> {
        let same = text(
            "ces fichiers ne changent rien aux données du programme",
            "these files change nothing in the program’s facts",
        );
        self.changes.is_empty().then_some(same).into_iter().collect()
    }
}
