//! Programmes as people read them: one line each, the whole of each when few are left, then where to look further.

use std::collections::HashSet;

use super::place::NEAR;
use super::total::Total;
use super::{NamedProgramme, ProgrammeLine, TrainingReport};
use super::{apprentice, detail, remark};
use crate::model::fact::Fact;
use crate::model::funding::NextStep;
use crate::model::text::{Lang, Text, text};
use crate::model::training::{Advice, Programme, Provider, Sector};
use crate::query::naming::listed;
use crate::report::{Block, Cell, Column, Document, Kind, Row, Table, Term};

/// Up to this many programmes are told whole.
pub const FEW: usize = 4;

/// The whole answer.
pub fn of(report: &TrainingReport<'_>) -> Document {
    let title =
        text("Se former au développement back-end en France", "Training for back-end development in France");
    let (columns, makers): (Vec<Column>, Vec<Maker>) = columns(report.is_near).into_iter().unzip();
    let rows = report.programmes.iter().map(|line| row(line, report, &makers)).collect();
    let document = Document::new(title)
        .with_all(remark::above(report).into_iter().map(Block::Note))
        .with(Block::Table(Table::main(columns, rows)));
    // What may fit too must not be lost behind the whole of each programme.
    let mut document = document.with_all(further(report));
    let few = report.programmes.len() <= FEW || report.is_named;
    if few {
        let details = report.programmes.iter().map(|line| Block::Facts(detail::of(&line.programme, report)));
        document = document.with_all(details);
    }
    if !report.advice.is_empty() {
        document = document.with(Block::Table(advice(report)));
    }
    if !report.titles.is_empty() {
        document =
            document.with_all(report.titles.iter().map(|title| Block::Facts(detail::title(title, report))));
    }
    if !report.funding.is_empty() {
        document = document.with(Block::Table(detail::funding(report)));
    }
    if few || report.has_place || report.is_open {
        document = document.with_all(next_steps(report));
    }
    if report.is_near {
        document = document.with(Block::Note(Text::new(
            format!("Aussi dans les villes à moins de {NEAR} km à vol d’oiseau, la plus proche d’abord."),
            format!("In towns within {NEAR} km as the crow flies too, the nearest first."),
        )));
    }
    document = document.with_all(apprentice::table(&report.apprentice_pay).map(Block::Table));
    document = document.with(Block::Note(fees(report)));
    if few {
        return document;
    }
    document.with(Block::Note(Text::new(
        format!("Admission, alternance et liens s’affichent quand il reste {FEW} formations ou moins, ou pour une formation nommée (`backend-career training epitech`)."),
        format!("Admission, work-study and links are shown once {FEW} programmes or fewer are left, or for one that is named (`backend-career training epitech`)."),
    )))
}

/// What may fit too: offered in many towns, without a known town, or silent on work-study.
fn further(report: &TrainingReport<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !report.widely_offered.is_empty() {
        blocks.push(Block::Table(widely_offered(report)));
    }
    if !report.town_unknown.is_empty() {
        blocks.push(Block::Table(names(&report.town_unknown, text("Ville non dite", "Town not said"))));
        blocks.push(Block::Note(counted(
            &report.town_unknown,
            &text("Aucune source ne dit la ville de", "No source names the town of"),
        )));
    }
    if !report.work_study_not_said.is_empty() {
        let title = text("Alternance non précisée", "Work-study not said");
        blocks.push(Block::Table(names(&report.work_study_not_said, title)));
        blocks.push(Block::Note(counted(
            &report.work_study_not_said,
            &text(
                "Aucune source ne dit si l’alternance est possible, ce qui n’est pas un non, pour",
                "No source says whether work-study is possible, which is not a no, for",
            ),
        )));
    }
    blocks
}

/// Programmes of which something is not said, for who reads tables: people read the sentence that follows.
fn names(programmes: &[NamedProgramme<'_>], title: Text) -> Table {
    let columns = vec![
        Column::new("id", Kind::Name, text("Id", "Id")).hidden(),
        Column::new("name", Kind::Text, text("Formation", "Programme")),
    ];
    let row = |one: &NamedProgramme<'_>| {
        Row::new(vec![Cell::Word(one.id.to_string()), Cell::Text(one.name.clone())])
    };
    Table::aside(title, columns, programmes.iter().map(row).collect()).unseen()
}

/// A sentence with how many programmes it is about, and their names.
fn counted(programmes: &[NamedProgramme<'_>], beginning: &Text) -> Text {
    let names = listed(programmes.iter().map(|one| one.name));
    let count = programmes.len();
    let (fr, en) = if count == 1 { ("formation", "programme") } else { ("formations", "programmes") };
    Text::new(
        format!("{} {count} {fr} : {}.", beginning.fr, names.fr),
        format!("{} {count} {en}: {}.", beginning.en, names.en),
    )
}

/// What is offered in many towns, with the address where they are listed.
fn widely_offered(report: &TrainingReport<'_>) -> Table {
    let columns = vec![
        Column::new("id", Kind::Name, text("Id", "Id")).hidden(),
        Column::new("name", Kind::Text, text("Formation", "Programme")),
        Column::new("availability", Kind::Text, text("Offre", "Offer")),
        Column::new("url", Kind::Name, text("Où chercher", "Where to look")),
    ];
    let row = |line: &ProgrammeLine<'_>| {
        let programme = &line.programme;
        let url = programme.providers.iter().find_map(|provider| provider.url.clone());
        Row::new(vec![
            Cell::Word(programme.id.to_string()),
            Cell::Text(programme.name.clone()),
            Cell::of(programme.availability.clone(), Cell::Text),
            Cell::of(url, Cell::Link),
        ])
    };
    Table::aside(
        text("Proposé dans beaucoup de villes", "Offered in many towns"),
        columns,
        report.widely_offered.iter().map(row).collect(),
    )
}

/// The official sites, each in a sentence of its own where everything is asked for, else by their addresses.
fn next_steps(report: &TrainingReport<'_>) -> Vec<Block> {
    let told = |step: &&NextStep| {
        let detail =
            |lang| if report.is_open { format!(" {}", step.detail.in_lang(lang)) } else { String::new() };
        Text::new(
            format!("{} : {}{}", step.title.fr, step.url, detail(Lang::Fr)),
            format!("{}: {}{}", step.title.en, step.url, detail(Lang::En)),
        )
    };
    report.next_steps.iter().map(|step| Block::Note(told(step))).collect()
}

/// What the fees are, and the school year of the public ones if they are all of one.
fn fees(report: &TrainingReport<'_>) -> Text {
    let public = report.programmes.iter().filter(|line| line.programme.sector == Some(Sector::Public));
    let mut years: Vec<u16> = public.filter_map(|line| line.programme.tuition.as_ref()?.year).collect();
    years.sort_unstable();
    years.dedup();
    let (fr, en) = match years.as_slice() {
        [year] => (
            format!(" ; dans le public, tarifs {year}-{}", year + 1),
            format!("; public ones are those of {year}-{:02}", (year + 1) % 100),
        ),
        _ => (String::new(), String::new()),
    };
    Text::new(
        format!(
            "Frais annuels payés par l’étudiant{fr}, sans la contribution de vie étudiante ; les boursiers ne paient ni les frais publics ni la contribution. « – » : aucune source ne le dit."
        ),
        format!(
            "Yearly fees, paid by the student{en}, without the contribution to student life; grant holders pay neither public fees nor the contribution. “–”: no source says."
        ),
    )
}

/// What makes the cells of a column.
type Maker = fn(&ProgrammeLine<'_>, &TrainingReport<'_>) -> Cell;

fn columns(is_near: bool) -> Vec<(Column, Maker)> {
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
        (Column::new("entry", Kind::Name, text("Niveau d’entrée", "Entry level")).hidden(), |line, _| {
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
        (
            Column::new("total_since_bac", Kind::Text, text("Total depuis le bac", "Total since the bac"))
                .hidden(),
            |line, _| line.total_since_bac.as_ref().map_or(Cell::Empty, Total::cell),
        ),
        (Column::new("tuition_year", Kind::Number, text("Vus en", "Seen in")).hidden(), |line, _| {
            Cell::of(line.programme.tuition.as_ref().and_then(|tuition| tuition.year), Cell::Year)
        }),
        (Column::new("work_study", Kind::Name, text("Alternance", "Work-study")).hidden(), |line, _| {
            Cell::Term(Term::of(line.programme.work_study()))
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
        (
            Column { shown: is_near, ..Column::new("distance_km", Kind::Number, text("Km", "Km")) },
            |line, _| Cell::of(line.distance_km, |distance| Cell::Count(distance.into())),
        ),
        (Column::new("urls", Kind::Names, text("Liens", "Links")).hidden(), |line, _| {
            words(&line.programme, |provider| provider.url.as_ref())
        }),
        (Column::new("sources", Kind::Names, text("Selon", "According to")), |line, report| {
            report.citations.cell(&line.programme.sources)
        }),
        (Column::new("inferred", Kind::Names, text("Déduit", "Inferred")).hidden(), |line, _| {
            detail::inferred(&line.programme)
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

/// What the sources say of the ways in, each with its sentence.
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
