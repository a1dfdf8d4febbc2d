//! What must be said of each status and of the whole comparison.

use serde::Serialize;

use super::calculator::Calculator;
use super::curve::Crossing;
use super::params::{FreelanceParams, WorkStatus};
use crate::model::figures::{amount, date};
use crate::model::money::Money;
use crate::model::text::{Text, text};
use crate::model::vocabulary::Vocabulary;
use crate::pay::{MicroKind, MicroStart, Notice, Profile, Remuneration, Rules};
use crate::query::floors::{self, FloorRow};
use crate::query::rules::{self, Percent, RulesOf};

/// What a status protects from, in words.
#[derive(Debug, Clone, Serialize)]
pub struct Protection {
    /// Unemployment insurance.
    pub unemployment: Text,
    /// Pension.
    pub pension: Text,
    /// Paid leave.
    pub paid_leave: Text,
}

/// The protection of a status.
pub const fn protection(status: WorkStatus) -> Protection {
    match status {
        WorkStatus::Employee => Protection {
            unemployment: text("oui", "yes"),
            pension: text("base et Agirc-Arrco, sur le brut", "base and Agirc-Arrco, on the gross"),
            paid_leave: text("cinq semaines payées", "five paid weeks"),
        },
        WorkStatus::Portage => Protection {
            unemployment: text("oui", "yes"),
            pension: text("comme un salarié", "as an employee"),
            paid_leave: text("compris dans le brut", "inside the gross"),
        },
        WorkStatus::Sasu => Protection {
            unemployment: text("non", "no"),
            pension: text("comme un salarié, sur le salaire seulement", "as an employee, on the salary only"),
            paid_leave: text("non : rien n’est facturé", "no: nothing is billed"),
        },
        WorkStatus::Ei | WorkStatus::Eurl => Protection {
            unemployment: text("non", "no"),
            pension: text(
                "base et complémentaire des indépendants",
                "base and supplementary of independents",
            ),
            paid_leave: text("non : rien n’est facturé", "no: nothing is billed"),
        },
        WorkStatus::Micro => Protection {
            unemployment: text("non", "no"),
            pension: text(
                "réduite : sur le chiffre d’affaires après abattement",
                "smaller: on turnover after an allowance",
            ),
            paid_leave: text("non : rien n’est facturé", "no: nothing is billed"),
        },
    }
}

/// A remark on a status; an alert is shown beside the table, the others hold of the status at any amount.
pub struct Remark {
    pub text: Text,
    pub is_alert: bool,
}

impl From<Notice> for Remark {
    fn from(notice: Notice) -> Self {
        /// Less than this left over is of no weight to anybody, euros a year.
        const LITTLE: f64 = 10.0;
        let is_alert = match notice {
            Notice::NoUnemployment | Notice::CfeNotComputed | Notice::PortageReserve { .. } => false,
            Notice::LeftOver { amount } => amount.as_euros() >= LITTLE,
            _ => true,
        };
        Self { text: notice.text(), is_alert }
    }
}

/// Everything to say of `status` at `turnover`.
pub fn of_status(
    calculator: &Calculator<'_>,
    status: WorkStatus,
    turnover: Money,
    floors: &[FloorRow],
    shortfall: Money,
) -> Vec<Remark> {
    let mut all: Vec<Remark> = calculator.notices(status, turnover).into_iter().map(Remark::from).collect();
    let alert = |text: Text| Remark { text, is_alert: true };
    match status {
        WorkStatus::Employee => {
            all.push(alert(text(
                "Le salaire dont le coût employeur serait ce chiffre d’affaires.",
                "The salary whose cost to an employer would be this turnover.",
            )));
            all.extend(floors::warning(floors).map(alert));
        }
        WorkStatus::Portage => all.extend(levels_below(floors).map(alert)),
        WorkStatus::Sasu if calculator.acre => all.push(alert(
            text("Acre non comptée pour la SASU.", "Acre is not counted for the SASU.").spaced(),
        )),
        _ => {}
    }
    if shortfall.as_euros() >= 1.0 {
        let missing = amount(Money::euros(shortfall.as_euros().round()));
        all.push(alert(Text::new(
            format!("Les cotisations minimales dépassent le bénéfice de {}.", missing.fr),
            format!("The least contributions exceed the profit by {}.", missing.en),
        )));
    }
    all
}

/// The levels of the portage agreement, or the minimum wage, that the pay is below.
fn levels_below(floors: &[FloorRow]) -> Option<Text> {
    let below: Vec<Text> = floors.iter().filter(|row| row.below).map(floors::phrase).collect();
    let list = |pick: fn(&Text) -> &str| below.iter().map(pick).collect::<Vec<_>>().join(", ");
    (!below.is_empty()).then(|| {
        Text::new(
            format!(
                "Rémunération inférieure au minimum de : {}. Certaines sociétés calculent ces minima sur le plafond courant, donc plus haut.",
                list(|text| &text.fr)
            ),
            format!(
                "Pay below the minimum of: {}. Some companies compute these minima on the current ceiling, so higher.",
                list(|text| &text.en)
            ),
        )
    })
}

/// What the comparison takes for granted.
pub fn assumptions(calculator: &Calculator<'_>, params: &FreelanceParams) -> Vec<Text> {
    let rules = calculator.rules;
    let mut all = vec![RulesOf::from(rules).note(), rules::taxed(rules, calculator.taxation)];
    all.push(statuses(calculator, params));
    all.extend(created(rules, params));
    all.push(
        text(
            "À net égal, protection inégale. Chômage : salariat et portage seulement. Retraite : celle d’un salarié en salariat, portage et SASU (sur le salaire) ; moindre en EI et EURL, plus faible encore en micro. Congés payés : cinq semaines en salariat, compris dans le brut en portage, aucun ailleurs.",
            "Same net, not the same protection. Unemployment cover: employee and portage only. Pension: an employee’s as employee, in portage and in a SASU (on the salary); lower in EI and EURL, lowest in micro. Paid leave: five weeks as employee, inside the gross in portage, none elsewhere.",
        )
        .spaced(),
    );
    all.push(
        text(
            "Hors TVA. CFE non comptée : elle dépend de la commune. En portage, environ un onzième du brut est une réserve ou une prime versée plus tard.",
            "Without VAT. CFE is not counted: the town sets it. In portage about an eleventh of the gross is a reserve or a bonus paid later.",
        )
        .spaced(),
    );
    all.push(rules::contract(rules, Profile::default()));
    all
}

/// How each status is set up.
fn statuses(calculator: &Calculator<'_>, params: &FreelanceParams) -> Text {
    let staff = calculator.rules.portage.staff;
    let fee = Percent::from(calculator.fee).value();
    let fee_fr = fee.to_string().replace('.', ",");
    let activity = params.activity.unwrap_or(MicroKind::Bnc).label();
    let with = |given: bool, fr: [&'static str; 2], en: [&'static str; 2]| {
        if given { (fr[0], en[0]) } else { (fr[1], en[1]) }
    };
    let acre = with(params.acre, ["avec Acre", "sans Acre"], ["with Acre", "no Acre"]);
    let flat =
        with(params.flat_tax, ["versement libératoire", "impôt au barème"], ["flat tax", "tax by the scale"]);
    let (sasu_fr, sasu_en) = match calculator.remuneration {
        Remuneration::SalaryOnly => ("tout en salaire".to_owned(), "all as salary".to_owned()),
        Remuneration::WithDividends { salary } => {
            let salary = amount(salary);
            (
                format!("salaire brut de {}, le reste en dividendes (flat tax)", salary.fr),
                format!("gross salary of {}, the rest as dividends (flat tax)", salary.en),
            )
        }
    };
    Text::new(
        format!(
            "Salariat : cadre, 10 personnes. Micro : {}, {}, {}, frais réels sortis du net. Portage : cadre, société de {staff} personnes, frais de {fee_fr} %, sans simulateur officiel. SASU : {sasu_fr}. EI et EURL : profession libérale non réglementée, tout en bénéfice ou rémunération.",
            activity.fr, acre.0, flat.0
        ),
        format!(
            "Employee: cadre, 10 people. Micro: {}, {}, {}, real expenses out of the net. Portage: cadre, company of {staff} people, fee of {fee}%, no official simulator. SASU: {sasu_en}. EI and EURL: liberal profession, all as profit or remuneration.",
            activity.en, acre.1, flat.1
        ),
    )
}

/// When the business begins, where the relief or the ceilings depend on it.
fn created(rules: &Rules, params: &FreelanceParams) -> Option<Text> {
    match params.start {
        Some(start) => first_year(rules, start),
        None if params.acre => {
            let day = date(&rules.date);
            Some(Text::new(
                format!(
                    "Acre d’une entreprise créée le {} ; une autre date : `--start 2026-01-15`. En EI et EURL, une année entière.",
                    day.fr
                ),
                format!(
                    "Acre of a business created on {}; another date: `--start 2026-01-15`. In EI and EURL a whole year.",
                    day.en
                ),
            ))
        }
        None => None,
    }
}

fn first_year(rules: &Rules, start: MicroStart) -> Option<Text> {
    let day = date(&format!("{:04}-{:02}-{:02}", start.year, start.month, start.day));
    let days = start.days_left();
    (start.year == rules.year).then(|| {
        Text::new(
            format!("Créée le {} : plafond et seuils de TVA de la micro au prorata de {days} jours.", day.fr),
            format!(
                "Created on {}: the micro ceiling and VAT thresholds in proportion to {days} days.",
                day.en
            ),
        )
    })
}

/// Where statuses overtake each other.
pub fn crossings(crossings: &[Crossing]) -> Option<Text> {
    let told: Vec<Text> = crossings
        .iter()
        .map(|crossing| {
            let rate = amount(crossing.daily_rate);
            let (up, down) = (crossing.status.label(), crossing.overtakes.label());
            Text::new(
                format!("{} au-dessus de {} dès {} par jour environ", up.fr, down.fr, rate.fr),
                format!("{} above {} from about {} a day", up.en, down.en, rate.en),
            )
        })
        .collect();
    let list = |pick: fn(&Text) -> &str| told.iter().map(pick).collect::<Vec<_>>().join(" ; ");
    (!told.is_empty()).then(|| {
        Text::new(
            format!("Les courbes se croisent : {}.", list(|text| &text.fr)),
            format!("The curves cross: {}.", list(|text| &text.en).replace(" ; ", "; ")),
        )
    })
}
