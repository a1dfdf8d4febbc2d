//! The questions about the job itself.

use super::super::chip::Chip;
use super::super::question::{Asked, FieldSpec, Question, ShownColumn, boxed};
use super::per;
use crate::dataset::Dataset;
use crate::model::id::{RoleId, SourceId};
use crate::model::mission::Phase;
use crate::model::skill::{Category, SkillKind};
use crate::model::source::SourceName;
use crate::model::text::{Lang, Text, text};
use crate::model::training::{Sector, StudyLevel, WorkStudy};
use crate::model::vocabulary::{Per, Seniority, Vocabulary};
use crate::model::work::WorkTopic;
use crate::query::rates::{PriceKind, RatesParams};
use crate::query::salary::SalaryParams;
use crate::query::training::TrainingParams;
use crate::query::{missions, progression, rates, salary, skills, training, work};
use crate::report::{Cell, Report as _};
use crate::view::cell_text;

/// What the job consists of.
pub static MISSIONS: Question = Question {
    title: &text("Que fait-on dans ce métier ?", "What does one do in this job?"),
    hint: |dataset| {
        let count = dataset.missions().ok()?.missions.len();
        let phases = Phase::ALL.len();
        Some(Text::new(
            format!("{count} missions en {phases} phases"),
            format!("{count} missions in {phases} phases"),
        ))
    },
    things: Some(&[text("mission", "mission"), text("missions", "missions")]),
    chips: |_| vec![Chip::all_or::<Phase>("phase", text("Phase", "Phase"))],
    ..Question::of("missions", |asked, dataset| {
        boxed(missions::ask(&missions::MissionsParams { phases: asked.choices("phase") }, dataset))
    })
};

/// What one has to know.
pub static SKILLS: Question = Question {
    title: &text("Que faut-il savoir ?", "What does one have to know?"),
    hint: |dataset| {
        let document = skills::ask(&skills::SkillsParams::default(), dataset).ok()?.document();
        let table = document.main_table()?;
        let at = table.columns.iter().position(|column| column.key == "name")?;
        let first = &table.rows.first()?.cells[at];
        let count = table.rows.len();
        Some(Text::new(
            format!("{count} compétences, {} en tête", cell_text(first, Lang::Fr)),
            format!("{count} skills, {} first", cell_text(first, Lang::En)),
        ))
    },
    things: Some(&[text("compétence", "skill"), text("compétences", "skills")]),
    chips: |_| {
        vec![
            Chip::all_or::<SkillKind>("kind", text("Nature", "Kind")),
            Chip::all_or::<Category>("category", text("Catégorie", "Category")),
        ]
    },
    ..Question::of("skills", |asked, dataset| {
        let params = skills::SkillsParams {
            kind: asked.choice("kind"),
            categories: asked.choices("category"),
            origin: None,
        };
        boxed(skills::ask(&params, dataset))
    })
};

/// What the job pays.
pub static SALARY: Question = Question {
    title: &text("Combien gagne-t-on ?", "What does it pay?"),
    hint: |dataset| {
        let params = SalaryParams { levels: vec![Seniority::Junior], ..SalaryParams::default() };
        let report = salary::ask(&params, dataset).ok()?;
        let junior = report.levels.first()?;
        let range = |lang| cell_text(&Cell::Amounts(junior.span()), lang);
        Some(Text::new(
            format!("débuts : {} brut par an", range(Lang::Fr)),
            format!("at first: {} gross a year", range(Lang::En)),
        ))
    },
    unit: gross_or_net,
    chips: |dataset| {
        vec![
            Chip::all_or::<Seniority>("level", text("Niveau", "Level")),
            Chip::one_of("per", text("Période", "Period"), Per::Year),
            Chip::flag("net", text("Montants", "Amounts"), text("brut", "gross"), text("et net", "and net")),
            Chip::without("without", text("Sources", "Sources"), pay_sources(dataset)),
            Chip::flag("more", text("Détail", "Detail"), text("non", "no"), text("oui", "yes")),
        ]
    },
    ..Question::of("salary", |asked, dataset| {
        let params = SalaryParams {
            levels: asked.choices("level"),
            without: asked.off("without").into_iter().map(SourceId::new).collect(),
            per: asked.choice("per").unwrap_or_default(),
            net: asked.has("net"),
            more: asked.has("more"),
            ..SalaryParams::default()
        };
        boxed(salary::ask(&params, dataset))
    })
};

/// What the amounts of pay are.
fn gross_or_net(asked: &Asked) -> Text {
    let kind = if asked.has("net") { text("brut et net", "gross and net") } else { text("brut", "gross") };
    per(asked, &kind)
}

/// The sources that state pay, by id and short name.
fn pay_sources(dataset: &Dataset) -> Vec<(String, Text)> {
    let (Ok(pay), Ok(names)) = (dataset.salaries(), dataset.source_names()) else { return Vec::new() };
    let states = |id: &SourceId| pay.observations.iter().any(|one| one.source == *id);
    let stating = names.sources.iter().filter(|source| states(&source.id));
    // Several studies of one name differ by their years.
    let dated =
        |short: &Text, year| Text::new(format!("{} {year}", short.fr), format!("{} {year}", short.en));
    let label =
        |source: &SourceName| source.year.map_or(source.short.clone(), |year| dated(&source.short, year));
    stating.map(|source| (source.id.as_str().to_owned(), label(source))).collect()
}

/// What tells programmes apart at a glance; where there is room, where they are and who says so.
const PROGRAMME_COLUMNS: &[ShownColumn] = &[
    ShownColumn::from("level", 110),
    ShownColumn::from("name", 0),
    ShownColumn::headed("entry", "Entrée", "Entry", 0),
    ShownColumn::from("duration_months", 64),
    ShownColumn::from("tuition_per_year", 110),
    ShownColumn::headed("total_since_bac", "Total du bac", "Total since bac", 78),
    ShownColumn::headed("work_study", "Alt.", "Appr.", 0),
    ShownColumn::from("cities", 140),
    ShownColumn::from("sources", 160),
];

/// How one gets in.
pub static TRAINING: Question = Question {
    title: &text("Comment y arriver ?", "How does one get there?"),
    hint: |dataset| {
        let count = dataset.training().ok()?.programmes.len();
        Some(Text::new(
            format!("{count} formations, niveau par niveau"),
            format!("{count} programmes, level by level"),
        ))
    },
    things: Some(&[text("formation", "programme"), text("formations", "programmes")]),
    columns: PROGRAMME_COLUMNS,
    chips: |dataset| {
        vec![
            Chip::all_or_named("region", text("Région", "Region"), regions(dataset)),
            Chip::all_or::<StudyLevel>("level", text("Niveau", "Level")),
            Chip::among("apprenticeship", text("Alternance", "Work-study"), &[WorkStudy::No]),
            Chip::all_or::<Sector>("sector", text("Secteur", "Sector")),
        ]
    },
    fields: &[
        FieldSpec::new("city", text("Ville", "Town"), text("Lyon", "Lyon")),
        FieldSpec::new(
            "max-tuition",
            text("Frais par an au plus", "Fees a year at most"),
            text("1000", "1000"),
        ),
    ],
    retains: true,
    ..Question::of("training", |asked, dataset| {
        let params = TrainingParams {
            names: asked.subjects.clone(),
            levels: asked.choices("level"),
            sector: asked.choice("sector"),
            cities: asked.typed("city").map(str::to_owned).into_iter().collect(),
            regions: asked.named("region"),
            apprenticeship: asked.among("apprenticeship"),
            hides_not_said: true,
            max_tuition: asked.amount("max-tuition")?,
            ..TrainingParams::default()
        };
        boxed(training::ask(&params, dataset))
    })
};

/// The regions, by name.
fn regions(dataset: &Dataset) -> Vec<(String, Text)> {
    let Ok(towns) = dataset.towns() else { return Vec::new() };
    let mut names: Vec<&str> = towns.regions.iter().map(|region| region.name.as_str()).collect();
    names.sort_unstable();
    names.into_iter().map(|name| (name.to_owned(), Text::same(name))).collect()
}

/// Where the job leads.
pub static PROGRESSION: Question = Question {
    title: &text("Où cela mène-t-il ?", "Where does it lead?"),
    hint: |_| Some(text("lead dev, staff engineer, CTO…", "lead dev, staff engineer, CTO…")),
    chips: |dataset| {
        let roles = dataset.progression().map(|file| file.roles.as_slice()).unwrap_or_default();
        let names = || roles.iter().map(|role| (role.id.as_str().to_owned(), role.name.clone()));
        vec![
            Chip::all_or_named("to", text("Jusqu’à", "Up to"), names()),
            Chip::all_or_named("from", text("Depuis", "From"), names()),
        ]
    },
    ..Question::of("progression", |asked, dataset| {
        let role = |option: &str| asked.named(option).into_iter().next().map(RoleId::new);
        let params = progression::ProgressionParams { from: role("from"), to: role("to"), max: None };
        boxed(progression::ask(&params, dataset))
    })
};

/// Who hires, and how.
pub static WORK: Question = Question {
    title: &text("Qui recrute, sous quel contrat ?", "Who hires, under which contract?"),
    hint: |dataset| {
        let work = dataset.work().ok()?;
        let (employers, contracts) = (work.employers.len(), work.contracts.len());
        Some(Text::new(
            format!("{employers} employeurs, {contracts} points sur les statuts"),
            format!("{employers} employers, {contracts} points on contracts"),
        ))
    },
    things: Some(&[text("point", "point"), text("points", "points")]),
    chips: |_| vec![Chip::all_or::<WorkTopic>("topic", text("Sujet", "Topic"))],
    ..Question::of("work", |asked, dataset| {
        boxed(work::ask(&work::WorkParams { topics: asked.choices("topic") }, dataset))
    })
};

/// What a day of a freelance costs.
pub static RATES: Question = Question {
    title: &text("Quels tarifs en indépendant ?", "Which day rates as a freelance?"),
    hint: |dataset| {
        let count = dataset.rates().ok()?.rates.len();
        Some(Text::new(
            format!("{count} tarifs journaliers, source par source"),
            format!("{count} day rates, source by source"),
        ))
    },
    unit: |_| text("hors TVA, par jour", "before VAT, a day"),
    things: Some(&[text("tarif", "rate"), text("tarifs", "rates")]),
    chips: |_| {
        vec![
            Chip::all_or::<Seniority>("level", text("Niveau", "Level")),
            Chip::all_or::<PriceKind>("basis", text("Prix", "Prices")),
        ]
    },
    fields: &[FieldSpec::new("rate", text("Mon tarif, par jour", "My rate, a day"), text("450", "450"))],
    ..Question::of("rates", |asked, dataset| {
        let params = RatesParams {
            level: asked.choice("level"),
            kinds: asked.choices("basis"),
            rate: asked.amount("rate")?,
            ..RatesParams::default()
        };
        boxed(rates::ask(&params, dataset))
    })
};
