//! Programmes as people read them: one line each, the whole of each when few are left, then where to look further.

use std::collections::HashSet;

use super::place::NEAR;
use super::total::Total;
use super::{NamedProgramme, ProgrammeLine, TrainingReport};
use super::{apprentice, detail, remark};
use crate::model::fact::Fact;
use crate::model::funding::NextStep;
use crate::model::text::{Text, text};
use crate::model::training::{Programme, Provider, Sector};
use crate::query::naming::listed;
use crate::report::{Block, Cell, Document, Kind, Table};

/// Up to this many programmes are told whole.
pub const FEW: usize = 4;

/// The whole answer.
pub fn of(report: &TrainingReport<'_>) -> Document {
    let title =
        text("Se former au développement back-end en France", "Training for back-end development in France");
    let document =
        Document::new(title).with_notes(remark::above(report)).with(Block::Table(programmes(report)));
    let few = report.programmes.len() <= FEW || report.is_named;
    let details = report.programmes.iter().map(|line| Block::Facts(detail::of(&line.programme, report)));
    let titles = report.titles.iter().map(|title| Block::Facts(detail::title(title, report)));
    let goes_on = few || report.has_place || report.is_open;
    let near = Text::new(
        format!("Aussi dans les villes à moins de {NEAR} km à vol d’oiseau, la plus proche d’abord."),
        format!("In towns within {NEAR} km as the crow flies too, the nearest first."),
    );
    // What may fit too must not be lost behind the whole of each programme.
    let document = further(document, report)
        .with_all(details.filter(|_| few))
        .with_rows(advice(report))
        .with_all(titles)
        .with_rows(detail::funding(report))
        .with_all(next_steps(report).filter(|_| goes_on))
        .with_all(report.is_near.then_some(Block::Note(near)))
        .with_rows(apprentice::table(&report.apprentice_pay))
        .with(Block::Note(fees(report)));
    if few {
        return document;
    }
    document.with(Block::Note(Text::new(
        format!("Admission, alternance et liens s’affichent quand il reste {FEW} formations ou moins, ou pour une formation nommée (`backend-career training epitech`)."),
        format!("Admission, work-study and links are shown once {FEW} programmes or fewer are left, or for one that is named (`backend-career training epitech`)."),
    )))
}

/// What may fit too: offered in many towns, without a known town, or silent on work-study.
fn further(document: Document, report: &TrainingReport<'_>) -> Document {
    let town_unknown = text("Aucune source ne dit la ville de", "No source names the town of");
    let not_said = text(
        "Aucune source ne dit si l’alternance est possible, ce qui n’est pas un non, pour",
        "No source says whether work-study is possible, which is not a no, for",
    );
    document
        .with_rows(widely_offered(report))
        .with_rows(names(&report.town_unknown, text("Ville non dite", "Town not said")))
        .with_all(counted(&report.town_unknown, &town_unknown))
        .with_rows(names(&report.work_study_not_said, text("Alternance non précisée", "Work-study not said")))
        .with_all(counted(&report.work_study_not_said, &not_said))
}

/// Programmes of which something is not said, for who reads tables: people read the sentence that follows.
fn names(programmes: &[NamedProgramme<'_>], title: Text) -> Table {
    Table::of(programmes)
        .hidden("id", Kind::Name, text("Id", "Id"), |one| one.id)
        .column("name", Kind::Text, text("Formation", "Programme"), |one| one.name)
        .aside(title)
        .unseen()
}

/// A sentence with how many programmes it is about, and their names.
fn counted(programmes: &[NamedProgramme<'_>], beginning: &Text) -> Option<Block> {
    let names = listed(programmes.iter().map(|one| one.name));
    let (fr, en) = match programmes.len() {
        0 => return None,
        1 => ("1 formation".to_owned(), "1 programme".to_owned()),
        count => (format!("{count} formations"), format!("{count} programmes")),
    };
    Some(Block::Note(Text::new(
        format!("{} {fr} : {}.", beginning.fr, names.fr),
        format!("{} {en}: {}.", beginning.en, names.en),
    )))
}

/// What is offered in many towns, with the address where they are listed.
fn widely_offered(report: &TrainingReport<'_>) -> Table {
    let url = |line: &ProgrammeLine<'_>| {
        line.programme.providers.iter().find_map(|provider| provider.url.clone()).map(Cell::Link)
    };
    Table::of(&report.widely_offered)
        .hidden("id", Kind::Name, text("Id", "Id"), |line| &line.programme.id)
        .column("name", Kind::Text, text("Formation", "Programme"), |line| &line.programme.name)
        .column("availability", Kind::Text, text("Offre", "Offer"), |line| &line.programme.availability)
        .column("url", Kind::Name, text("Où chercher", "Where to look"), url)
        .aside(text("Proposé dans beaucoup de villes", "Offered in many towns"))
}

/// The official sites, each in a sentence of its own where everything is asked for, else by their addresses.
fn next_steps(report: &TrainingReport<'_>) -> impl Iterator<Item = Block> {
    let told = move |step: &&NextStep| {
        let detail =
            if report.is_open { step.detail.map(|detail| format!(" {detail}")) } else { text("", "") };
        Block::Note(Text::new(
            format!("{} : {}{}", step.title.fr, step.url, detail.fr),
            format!("{}: {}{}", step.title.en, step.url, detail.en),
        ))
    };
    report.next_steps.iter().map(told)
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

/// A programme a row.
fn programmes(report: &TrainingReport<'_>) -> Table {
    let total = |line: &ProgrammeLine<'_>| line.total_since_bac.as_ref().map(Total::cell);
    let fee_year = |line: &ProgrammeLine<'_>| line.programme.tuition.as_ref()?.year;
    let distance = |distance: u32| Cell::Count(distance.into());
    Table::of(&report.programmes)
        .hidden("id", Kind::Name, text("Id", "Id"), |line| &line.programme.id)
        .grouped("level", Kind::Name, text("Niveau", "Level"), |line| line.programme.level)
        .column("name", Kind::Text, text("Formation", "Programme"), |line| &line.programme.name)
        .hidden("kind", Kind::Name, text("Type", "Kind"), |line| line.programme.kind)
        .column("sector", Kind::Name, text("Secteur", "Sector"), |line| line.programme.sector)
        .hidden("entry", Kind::Name, text("Niveau d’entrée", "Entry level"), |line| line.programme.entry)
        .hidden("admission", Kind::Text, text("Admission", "Admission"), |line| &line.programme.admission)
        .column("duration_months", Kind::Range, text("Durée", "Duration"), |line| {
            line.programme.duration_months.map(Cell::Months)
        })
        .column("tuition_per_year", Kind::Range, text("Frais par an", "Fees a year"), |line| {
            line.tuition_per_year
        })
        .hidden("total_since_bac", Kind::Range, text("Total depuis le bac", "Total since the bac"), total)
        .hidden("total_without", Kind::Text, text("Hors du total", "Not in the total"), |line| {
            line.total_since_bac.as_ref().and_then(Total::without)
        })
        .hidden("tuition_year", Kind::Number, text("Vus en", "Seen in"), |line| {
            fee_year(line).map(Cell::Year)
        })
        .hidden("work_study", Kind::Name, text("Alternance", "Work-study"), |line| {
            line.programme.work_study()
        })
        .hidden("apprenticeship", Kind::Text, text("Apprentissage", "Apprenticeship"), |line| {
            &line.programme.apprenticeship
        })
        .hidden("availability", Kind::Text, text("Offre", "Offer"), |line| &line.programme.availability)
        .hidden("providers", Kind::Names, text("Écoles", "Schools"), |line| {
            words(&line.programme, |provider| Some(&provider.name))
        })
        .hidden("cities", Kind::Names, text("Villes", "Towns"), |line| {
            words(&line.programme, |provider| provider.city.as_ref())
        })
        .shown_if(report.is_near, "distance_km", Kind::Number, text("Km", "Km"), |line| {
            line.distance_km.map(distance)
        })
        .hidden("urls", Kind::Names, text("Liens", "Links"), |line| {
            words(&line.programme, |provider| provider.url.as_ref())
        })
        .column("sources", Kind::Names, text("Selon", "According to"), |line| {
            report.citations.cell(&line.programme.sources)
        })
        .hidden("inferred", Kind::Names, text("Déduit", "Inferred"), |line| {
            detail::inferred(&line.programme)
        })
        .hidden("caveat", Kind::Text, text("Réserve", "Caveat"), |line| doubt(&line.programme))
        .noted(|line| doubt(&line.programme))
        .main()
}

/// Why the programme's figures may not be what they seem.
fn doubt(programme: &Programme) -> Option<Text> {
    programme.caveat().map(|caveat| caveat.reason.clone())
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
    Table::of(report.advice.iter().copied())
        .column("title", Kind::Text, text("Ce qu’en disent les sources", "What the sources say"), |one| {
            &one.title
        })
        .column("sources", Kind::Names, text("Selon", "According to"), |one| {
            report.citations.cell(one.sources())
        })
        .noted(|one| one.caveat().map(|caveat| caveat.reason.clone()))
        .beside()
}
