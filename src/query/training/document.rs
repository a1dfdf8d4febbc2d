//! Programmes as people read them: one line each, and the whole of each when few are left.

use std::collections::HashSet;

use super::{ProgrammeLine, TrainingReport};
use crate::model::fact::Fact;
use crate::model::money::Range;
use crate::model::text::{Text, text};
use crate::model::training::{Advice, FeePer, InferredField, Programme, Provider, Sector};
use crate::report::{Block, Cell, Column, Document, Facts, Kind, Row, Table, Term};

/// Up to this many programmes are told whole.
const FEW: usize = 4;

/// The whole answer.
pub fn of(report: &TrainingReport<'_>) -> Document {
    let title =
        text("Se former au développement back-end en France", "Training for back-end development in France");
    let (columns, makers): (Vec<Column>, Vec<Maker>) = columns().into_iter().unzip();
    let rows = report.programmes.iter().map(|line| row(line, report, &makers)).collect();
    let mut document = Document::new(title).with(Block::Table(Table::main(columns, rows)));
    if report.programmes.len() <= FEW {
        let details = report.programmes.iter().map(|line| Block::Facts(detail(&line.programme, report)));
        document = document.with_all(details);
    }
    if !report.advice.is_empty() {
        document = document.with(Block::Table(advice(report)));
    }
    document = document.with(Block::Note(fees(report)));
    if report.programmes.len() <= FEW {
        return document;
    }
    document.with(Block::Note(Text::new(
        format!("Admission, apprentissage et liens s’affichent quand il reste {FEW} formations ou moins (`--city`, `--sector`, `--max-tuition`)."),
        format!("Admission, apprenticeship and links are shown once {FEW} programmes or fewer are left (`--city`, `--sector`, `--max-tuition`)."),
    )))
}

/// What the fees are, and the school year of the public ones if they are all of one.
fn fees(report: &TrainingReport<'_>) -> Text {
    let public = report.programmes.iter().filter(|line| line.programme.sector == Some(Sector::Public));
    let mut years: Vec<u16> = public.filter_map(|line| line.programme.tuition.as_ref()?.year).collect();
    years.sort_unstable();
    years.dedup();
    let (fr, en) = match years.as_slice() {
        [year] => (
            format!(", du public en {year}-{}", year + 1),
            format!("; public ones are those of {year}-{:02}", (year + 1) % 100),
        ),
        _ => (String::new(), String::new()),
    };
    Text::new(
        format!("Frais par an à la charge des étudiants{fr} ; « – » : aucune source ne le dit."),
        format!("Fees are a student’s, a year{en}. “–”: no source says."),
    )
}

/// What makes the cells of a column.
type Maker = fn(&ProgrammeLine<'_>, &TrainingReport<'_>) -> Cell;

fn columns() -> Vec<(Column, Maker)> {
    vec![
        (Column::new("id", Kind::Name, text("Id", "Id")).hidden(), |line, _| {
            Cell::Word(line.programme.id.to_string())
        }),
        (Column::new("level", Kind::Name, text("Niveau", "Level")).grouped(), |line, _| {
            Cell::Term(Term::of(line.programme.level))
        }),
        (Column::new("name", Kind::Text, text("Formation", "Programme")), |line, _| {
            Cell::Text(line.programme.name.clone())
        }),
        (Column::new("kind", Kind::Name, text("Type", "Kind")).hidden(), |line, _| {
            Cell::Term(Term::of(line.programme.kind))
        }),
        (Column::new("sector", Kind::Name, text("Secteur", "Sector")), |line, _| {
            Cell::of(line.programme.sector, |sector| Cell::Term(Term::of(sector)))
        }),
        (Column::new("entry", Kind::Name, text("Entrée", "Entry")).hidden(), |line, _| {
            Cell::of(line.programme.entry, |entry| Cell::Term(Term::of(entry)))
        }),
        (Column::new("admission", Kind::Text, text("Admission", "Admission")).hidden(), |line, _| {
            Cell::of(line.programme.admission.clone(), Cell::Text)
        }),
        (Column::new("duration_months", Kind::Range, text("Durée", "Duration")), |line, _| {
            Cell::of(line.programme.duration_months, Cell::Months)
        }),
        (Column::new("tuition_per_year", Kind::Range, text("Frais par an", "Fees a year")), |line, _| {
            Cell::of(line.tuition_per_year, Cell::Amounts)
        }),
        (Column::new("tuition_year", Kind::Number, text("Vus en", "Seen in")).hidden(), |line, _| {
            Cell::of(line.programme.tuition.as_ref().and_then(|tuition| tuition.year), Cell::Year)
        }),
        (
            Column::new("apprenticeship", Kind::Text, text("Apprentissage", "Apprenticeship")).hidden(),
            |line, _| Cell::of(line.programme.apprenticeship.clone(), Cell::Text),
        ),
        (Column::new("availability", Kind::Text, text("Offre", "Offer")).hidden(), |line, _| {
            Cell::of(line.programme.availability.clone(), Cell::Text)
        }),
        (Column::new("providers", Kind::Names, text("Écoles", "Schools")).hidden(), |line, _| {
            words(&line.programme, |provider| Some(&provider.name))
        }),
        (Column::new("cities", Kind::Names, text("Villes", "Towns")).hidden(), |line, _| {
            words(&line.programme, |provider| provider.city.as_ref())
        }),
        (Column::new("urls", Kind::Names, text("Liens", "Links")).hidden(), |line, _| {
            words(&line.programme, |provider| provider.url.as_ref())
        }),
        (Column::new("sources", Kind::Names, text("Selon", "According to")), |line, report| {
            report.citations.cell(&line.programme.sources)
        }),
        (Column::new("inferred", Kind::Names, text("Déduit", "Inferred")).hidden(), |line, _| {
            inferred(&line.programme)
        }),
        (Column::new("caveat", Kind::Text, text("Réserve", "Caveat")).hidden(), |line, _| {
            Cell::of(doubt(&line.programme), Cell::Text)
        }),
    ]
}

/// Why the programme's figures may not be what they seem.
fn doubt(programme: &Programme) -> Option<Text> {
    programme.caveat().map(|caveat| caveat.reason.clone())
}

/// A line of the table; cells that nothing makes stay empty.
fn row(line: &ProgrammeLine<'_>, report: &TrainingReport<'_>, makers: &[Maker]) -> Row {
    let cell = |make: &Maker| make(line, report);
    Row::new(makers.iter().map(cell).collect()).noted(doubt(&line.programme))
}

/// One value per provider that has it, each once.
fn words<'a>(programme: &'a Programme, part: impl Fn(&'a Provider) -> Option<&'a String>) -> Cell {
    let mut seen = HashSet::new();
    let words = programme.providers.iter().filter_map(part).filter(|word| seen.insert(word.as_str()));
    let words: Vec<String> = words.cloned().collect();
    if words.is_empty() { Cell::Empty } else { Cell::Words(words) }
}

fn inferred(programme: &Programme) -> Cell {
    if programme.inferred.is_empty() {
        return Cell::Empty;
    }
    Cell::Terms(programme.inferred.iter().map(|field: &InferredField| Term::of(*field)).collect())
}

/// Everything that is known of a programme.
fn detail(programme: &Programme, report: &TrainingReport<'_>) -> Facts {
    let fee = programme.tuition.as_ref().map(|fee| Range { low: fee.low, high: fee.high });
    let known = [
        (text("Entrée", "Entry"), Cell::of(programme.entry, |entry| Cell::Term(Term::of(entry)))),
        (text("Admission", "Admission"), Cell::of(programme.admission.clone(), Cell::Text)),
        (fee_label(programme), Cell::of(fee, Cell::Amounts)),
        (text("Selon", "According to"), Cell::of(fee_source(programme, report), Cell::Text)),
        (text("Apprentissage", "Apprenticeship"), Cell::of(programme.apprenticeship.clone(), Cell::Text)),
        (text("Offre", "Offer"), Cell::of(programme.availability.clone(), Cell::Text)),
        (text("À savoir", "To know"), Cell::of(programme.note.clone(), Cell::Text)),
        (text("Déduit par nous", "Inferred by us"), inferred(programme)),
    ];
    let known = known.into_iter().filter(|(_, cell)| *cell != Cell::Empty);
    let schools = programme.providers.iter().flat_map(school);
    Facts { title: Some(programme.name.clone()), items: known.chain(schools).collect() }
}

/// What the stated fee is for.
fn fee_label(programme: &Programme) -> Text {
    match programme.tuition.as_ref().map(|tuition| tuition.per) {
        Some(FeePer::Programme) => text("Frais du cursus", "Fees in all"),
        _ => text("Frais par an", "Fees a year"),
    }
}

/// Who states the fee, and of which year.
fn fee_source(programme: &Programme, report: &TrainingReport<'_>) -> Option<Text> {
    let tuition = programme.tuition.as_ref()?;
    let sources = if tuition.sources.is_empty() { &programme.sources } else { &tuition.sources };
    let sources = report.citations.list(sources);
    let year = tuition.year.map(|year| format!(", {year}")).unwrap_or_default();
    Some(Text::new(format!("{}{year}", sources.fr), format!("{}{year}", sources.en)))
}

/// A school with its town, and its page on a line of its own.
fn school(provider: &Provider) -> impl Iterator<Item = (Text, Cell)> {
    let parts: Vec<&str> =
        [Some(&provider.name), provider.city.as_ref()].into_iter().flatten().map(String::as_str).collect();
    let link = provider.url.clone().map(|url| (text("Lien", "Link"), Cell::Link(url)));
    std::iter::once((text("École", "School"), Cell::Word(parts.join(" · ")))).chain(link)
}

/// What the sources say of the ways in: a line each, told whole in JSON and by `search`.
fn advice(report: &TrainingReport<'_>) -> Table {
    let columns = vec![
        Column::new("title", Kind::Text, text("Ce qu’en disent les sources", "What the sources say")),
        Column::new("sources", Kind::Names, text("Selon", "According to")),
    ];
    let row = |advice: &&Advice| {
        let caveat = advice.caveat().map(|caveat| caveat.reason.clone());
        Row::new(vec![Cell::Text(advice.title.clone()), report.citations.cell(advice.sources())])
            .noted(caveat)
    };
    Table::plain(columns, report.advice.iter().map(row).collect())
}
