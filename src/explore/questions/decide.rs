//! The questions about oneself.

use super::super::chip::Chip;
use super::super::question::{Asked, Beside, FieldSpec, Kind, Question, boxed};
use super::{gross, per};
use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::money::Money;
use crate::model::percent::parse_percent;
use crate::model::skill::SkillKind;
use crate::model::text::{Text, text};
use crate::model::training::{Sector, StudyLevel};
use crate::model::vocabulary::{Per, Seniority, Vocabulary};
use crate::pay::{Basis, Household, HouseholdKind, Status, Tax, Taxation};
use crate::query::fit::{FitParams, QUESTIONS, Reply};
use crate::query::freelance::{FreelanceParams, Known};
use crate::query::gap::GapParams;
use crate::query::offer::OfferParams;
use crate::query::pay::{PaidAs, PayParams};
use crate::query::payback::{Diploma, Kept, PaybackParams};
use crate::query::{fit, freelance, gap, offer, pay, payback};

/// What is said where an amount is needed first.
const TYPE_AN_AMOUNT: Text =
    text("Écrivez un montant, puis voyez le résultat ici.", "Write an amount and see the result here.");

/// An amount that has to be there.
fn needed(amount: Option<Money>) -> Result<Money, Reason> {
    amount.filter(|amount| amount.as_euros() > 0.0).ok_or(Reason::Usage(TYPE_AN_AMOUNT))
}

/// What a training costs and brings.
pub static MY_CASE: Question = Question {
    title: &text("Et moi : une formation, à quel prix ?", "And me: training, at what price?"),
    hint: |_| Some(text("mon cas : salaire, frais, durée", "my case: pay, fees, months")),
    unit: |_| text("mon cas, brut", "my case, gross"),
    chips: |dataset| {
        vec![
            Chip::argument(text("Formation", "Programme"), programmes(dataset)),
            status(),
            household(),
            Chip::unsaid_or::<Diploma>(
                "from",
                text("Mon diplôme", "My diploma"),
                text("celui qu’on demande", "what is asked for"),
            ),
            Chip::flag(
                "apprentice",
                text("En apprentissage", "As an apprentice"),
                text("non", "no"),
                text("oui", "yes"),
            ),
            Chip::all_or::<StudyLevel>("level", text("Niveau", "Level")),
            Chip::all_or::<Sector>("sector", text("Secteur", "Sector")),
        ]
    },
    fields: &[
        FieldSpec::new(
            "current",
            text("Salaire actuel", "Pay today"),
            text("26k, ou 2 100 net", "26k, or 2,100 net"),
        ),
        FieldSpec::new("kept", text("Gardé par an", "Kept a year"), text("12k, ou 57 %", "12k, or 57%")),
        FieldSpec::new("fees", text("Frais", "Fees"), text("8 000", "8,000")),
        FieldSpec::count("months", text("Mois", "Months"), text("9", "9")),
        FieldSpec::count("children", text("Enfants", "Children"), text("2", "2")),
    ],
    beside: Some(&Beside {
        question: &PAY,
        amount: "current",
        options: &["status", "household", "children"],
    }),
    kind: Kind::Form,
    retains: true,
    ..Question::of("payback", |asked, dataset| {
        let params = PaybackParams {
            names: asked.named("name"),
            current: asked.pay("current")?,
            status: asked.choice("status"),
            kept: kept(asked)?,
            fees: asked.amount("fees")?,
            months: asked.number("months")?,
            from: asked.choice("from"),
            apprentice: asked.has("apprentice"),
            levels: asked.choices("level"),
            sector: asked.choice("sector"),
            ..PaybackParams::default()
        };
        boxed(payback::ask(&params, dataset))
    })
};

/// The status of an employee.
fn status() -> Chip {
    Chip::unsaid_or::<Status>("status", text("Statut", "Status"), text("selon le montant", "by the amount"))
}

/// The household whose tax is reckoned.
fn household() -> Chip {
    Chip::unsaid_or::<HouseholdKind>("household", text("Foyer", "Household"), text("non dit", "not said"))
}

/// The programmes, by id and name.
fn programmes(dataset: &Dataset) -> Vec<(String, Text)> {
    let programmes = dataset.training().map(|file| file.programmes.as_slice()).unwrap_or_default();
    programmes.iter().map(|programme| (programme.id.to_string(), programme.name.clone())).collect()
}

/// What is kept of today's pay: a share of it, or an amount.
fn kept(asked: &Asked) -> Result<Option<Kept>, Reason> {
    let typed = asked.typed("kept").filter(|typed| typed.ends_with('%'));
    match typed.and_then(|typed| parse_percent(typed).ok()) {
        Some(percent) => Ok(Some(Kept::Share(percent.clamp(0.0, 100.0) / 100.0))),
        None => Ok(asked.amount("kept")?.map(Kept::Amount)),
    }
}

/// How tax is reckoned: for a household by the scale, else as the filter says.
fn taxation(asked: &Asked) -> Result<Taxation, Reason> {
    let children = asked.number("children")?;
    let kind = asked.choice::<HouseholdKind>("household");
    if kind.is_none() && children.is_none() {
        return Ok(Taxation::from(asked.choice("tax").unwrap_or(Tax::Neutral)));
    }
    let kind = kind.unwrap_or(HouseholdKind::Single);
    let household = Household::new(kind, children.unwrap_or(0), Money::euros(0.0));
    household.map(Taxation::Scale).map_err(|_| {
        Reason::Usage(text(
            "Un parent isolé a au moins un enfant, et un foyer vingt au plus : écrivez combien.",
            "A lone parent has one child at least, and a household twenty at most: write how many.",
        ))
    })
}

/// Whether an offer is a good one.
pub static OFFER: Question = Question {
    title: &text("Une offre est-elle bonne ?", "Is an offer a good one?"),
    hint: |_| Some(text("face à chaque source", "against every source")),
    unit: gross,
    chips: |_| {
        vec![
            Chip::all_or::<Seniority>("level", text("Niveau", "Level")),
            Chip::one_of("per", text("Période", "Period"), Per::Year),
        ]
    },
    fields: &[
        FieldSpec::new("", text("Brut proposé", "Gross offered"), text("42k", "42k")),
        FieldSpec::new("to", text("Jusqu’à", "Up to"), text("45k", "45k")),
    ],
    kind: Kind::Form,
    ..Question::of("offer", |asked, dataset| {
        let params = OfferParams {
            amount: needed(asked.amount("")?)?,
            high: asked.amount("to")?,
            per: asked.choice("per").unwrap_or(Per::Year),
            level: asked.choice("level"),
            ..OfferParams::default()
        };
        boxed(offer::ask(&params, dataset))
    })
};

/// What is left of a salary.
pub static PAY: Question = Question {
    title: &text("Que me reste-t-il d’un brut ?", "What is left of a gross salary?"),
    hint: |_| Some(text("du brut au net et à l’impôt", "from gross to net and tax")),
    unit: |asked| per(asked, &text("", "")),
    chips: |_| {
        vec![
            Chip::one_of("from", text("Montant", "Amount"), Basis::Gross),
            Chip::one_of("per", text("Période", "Period"), Per::Year),
            status(),
            Chip::one_of("tax", text("Impôt", "Tax"), Tax::Neutral),
            household(),
            Chip::flag(
                "lines",
                text("Bulletin", "Slip"),
                text("en bref", "in short"),
                text("entier", "whole"),
            ),
        ]
    },
    fields: &[
        FieldSpec::new("", text("Montant", "Amount"), text("42k", "42k")),
        FieldSpec::count("children", text("Enfants", "Children"), text("2", "2")),
    ],
    kind: Kind::Form,
    ..Question::of("pay", |asked, dataset| {
        let params = PayParams {
            basis: asked.choice("from").unwrap_or(Basis::Gross),
            per: asked.choice("per").unwrap_or(Per::Year),
            status: asked.choice::<Status>("status").map(PaidAs::from),
            taxation: taxation(asked)?,
            lines: asked.has("lines"),
            ..PayParams::of(needed(asked.amount("")?)?)
        };
        boxed(pay::ask(&params, dataset))
    })
};

/// What a day rate leaves.
pub static FREELANCE: Question = Question {
    title: &text("Et en indépendant ?", "And as a freelance?"),
    hint: |_| Some(text("d’un tarif journalier à ce qui reste", "from a day rate to what is left")),
    unit: |_| text("par an", "a year"),
    fields: &[
        FieldSpec::new("daily-rate", text("Tarif journalier", "Day rate"), text("450", "450")),
        FieldSpec::count("days", text("Jours par an", "Days a year"), text("200", "200")),
        FieldSpec::new("expenses", text("Dépenses par an", "Expenses a year"), text("3 000", "3,000")),
    ],
    kind: Kind::Form,
    ..Question::of("freelance", |asked, dataset| {
        let days = asked.number::<u16>("days")?.unwrap_or(200);
        let params = FreelanceParams {
            known: Known::DailyRate(needed(asked.amount("daily-rate")?)?),
            days: days.clamp(1, 366),
            fee: None,
            expenses: asked.amount("expenses")?.unwrap_or(Money::euros(0.0)),
            household: Household::default(),
            activity: None,
            acre: false,
            flat_tax: false,
            start: None,
            dividends: None,
            status: None,
            lines: false,
            confirmed: true,
            year: None,
        };
        boxed(freelance::ask(&params, dataset))
    })
};

/// What one lacks.
pub static GAP: Question = Question {
    title: &text("Que me manque-t-il ?", "What do I lack?"),
    hint: |_| Some(text("mon CV face aux compétences citées", "my CV against the skills named")),
    things: Some(&[text("compétence", "skill"), text("compétences", "skills")]),
    chips: |_| vec![Chip::all_or::<SkillKind>("kind", text("Nature", "Kind"))],
    fields: &[
        FieldSpec::file("", text("Mon CV", "My CV"), text("cv.pdf", "cv.pdf")),
        FieldSpec::new(
            "have",
            text("Ce que je sais", "What I know"),
            text("SQL, Java, Git", "SQL, Java, Git"),
        ),
    ],
    kind: Kind::Form,
    ..Question::of("gap", |asked, dataset| {
        let have: Vec<String> = asked
            .typed("have")
            .into_iter()
            .flat_map(|typed| typed.split(','))
            .map(|name| name.trim().to_owned())
            .filter(|name| !name.is_empty())
            .collect();
        let cv = asked.text()?;
        if have.is_empty() && cv.is_none() {
            let what = text(
                "Écrivez le chemin de votre CV (texte, PDF, Word), ou ce que vous savez, séparé par des virgules. Rien ne quitte cette machine.",
                "Write the path of your CV (text, PDF, Word), or what you know, separated by commas. Nothing leaves this machine.",
            );
            return Err(Reason::Usage(what).into());
        }
        let params = GapParams { cv, have, kind: asked.choice("kind"), ..GapParams::default() };
        boxed(gap::ask(&params, dataset))
    })
};

/// Whether the job would suit.
pub static FIT: Question = Question {
    title: &text("Ce métier est-il pour moi ?", "Is this job for me?"),
    hint: |_| {
        let count = QUESTIONS.len();
        Some(Text::new(format!("{count} questions, sans note"), format!("{count} questions, no score")))
    },
    kind: Kind::Replies,
    ..Question::of("fit", |asked, dataset| {
        let reply = |at: &usize| at.checked_sub(1).and_then(|at| Reply::ALL.get(at)).copied();
        boxed(fit::ask(&FitParams { replies: asked.replies.iter().map(reply).collect() }, dataset))
    })
};
