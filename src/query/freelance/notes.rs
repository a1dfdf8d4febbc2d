//! What must be said of each status and of the whole comparison.

use serde::Serialize;

use super::calculator::Calculator;
use super::creation;
use super::curve::Crossing;
use super::params::{FreelanceParams, WorkStatus};
use crate::model::figures::amount;
use crate::model::money::Money;
use crate::model::text::{Text, text};
use crate::model::vocabulary::Vocabulary;
use crate::pay::{MicroKind, Notice, Profile, Remuneration};
use crate::query::floors::{self, FloorRow};
use crate::query::rules::{self, Contract, Percent, RulesOf};

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
        WorkStatus::Ei | WorkStatus::Eurl if calculator.acre && !calculator.acre_of_independents => {
            all.push(alert(text(
                "Acre non comptée : elle prend fin douze mois après la création, et une partie d’année n’est pas calculée.",
                "Acre is not counted: it ends twelve months after the creation, and a part of a year is not computed.",
            ).spaced()));
        }
        WorkStatus::Ei | WorkStatus::Eurl if calculator.acre && !calculator.acre_counts(status, turnover) => {
            all.push(alert(
                text(
                    "À ce revenu, l’Acre ne retire rien : elle s’éteint quand la base atteint le plafond de la Sécurité sociale.",
                    "At this income Acre takes nothing off: it ends where the base reaches the ceiling of social security.",
                )
                .spaced(),
            ));
        }
        _ => {}
    }
    let shortfall = calculator.shortfall(status, turnover);
    if shortfall.as_euros() >= 1.0 {
        all.push(alert(missing(status, amount(Money::euros(shortfall.as_euros().round())))));
    }
    all
}

/// How much a status costs above what it brings in.
fn missing(status: WorkStatus, amount: Text) -> Text {
    if status == WorkStatus::Micro {
        return Text::new(
            format!("Cotisations, frais et impôt dépassent ce qui est facturé de {}.", amount.fr),
            format!("Contributions, expenses and tax exceed what is billed by {}.", amount.en),
        );
    }
    Text::new(
        format!("Les cotisations minimales dépassent le bénéfice de {}.", amount.fr),
        format!("The least contributions exceed the profit by {}.", amount.en),
    )
}

/// The levels of the portage agreement, or the minimum wage, that the pay is below.
fn levels_below(floors: &[FloorRow]) -> Option<Text> {
    let below: Vec<Text> = floors.iter().filter(|row| row.below).map(floors::phrase).collect();
    let Text { fr, en } = Text::joined(&below, ", ");
    (!below.is_empty()).then(|| {
        Text::new(
            format!(
                "Rémunération inférieure au minimum de : {fr}. Certaines sociétés calculent ces minima sur le plafond courant, donc plus haut."
            ),
            format!(
                "Pay below the minimum of: {en}. Some companies compute these minima on the current ceiling, so higher."
            ),
        )
    })
}

/// What the comparison takes for granted; only what concerns the statuses that are shown.
pub fn assumptions(calculator: &Calculator<'_>, params: &FreelanceParams) -> Vec<Text> {
    let rules = calculator.rules;
    let statuses = params.statuses();
    let mut all = vec![RulesOf::from(rules).note(), rules::taxed(rules, calculator.taxation)];
    all.push(Text::joined(statuses.iter().map(|status| set_up(calculator, params, *status)), " ").spaced());
    all.extend(creation::created(rules, params));
    all.push(match params.status {
        Some(status) => protected(status),
        None => text(
            "À net égal, protection inégale. Chômage : salariat et portage seulement. Retraite : celle d’un salarié en salariat, portage et SASU (sur le salaire) ; moindre en EI et EURL, plus faible encore en micro. Congés payés : cinq semaines en salariat, compris dans le brut en portage, aucun ailleurs.",
            "Same net, not the same protection. Unemployment cover: employee and portage only. Pension: an employee’s as employee, in portage and in a SASU (on the salary); lower in EI and EURL, lowest in micro. Paid leave: five weeks as employee, inside the gross in portage, none elsewhere.",
        )
        .spaced(),
    });
    all.push(left_out(&statuses));
    if statuses.iter().any(|status| has_payslip(*status)) {
        all.push(rules::contract(rules, Profile::default(), Contract::Permanent, true));
    }
    all
}

const fn has_payslip(status: WorkStatus) -> bool {
    matches!(status, WorkStatus::Employee | WorkStatus::Portage | WorkStatus::Sasu)
}

/// What a single status protects from.
fn protected(status: WorkStatus) -> Text {
    let Protection { unemployment, pension, paid_leave } = protection(status);
    Text::new(
        format!(
            "Chômage : {}. Retraite : {}. Congés payés : {}.",
            unemployment.fr, pension.fr, paid_leave.fr
        ),
        format!(
            "Unemployment cover: {}. Pension: {}. Paid leave: {}.",
            unemployment.en, pension.en, paid_leave.en
        ),
    )
}

/// What no figure counts.
fn left_out(statuses: &[WorkStatus]) -> Text {
    let on_own = statuses.iter().any(|status| !matches!(status, WorkStatus::Employee | WorkStatus::Portage));
    let mut all = vec![text("Hors TVA.", "Without VAT.")];
    if on_own {
        all.push(
            text("CFE non comptée : elle dépend de la commune.", "CFE is not counted: the town sets it.")
                .spaced(),
        );
    }
    if statuses.contains(&WorkStatus::Portage) {
        all.push(text(
            "En portage, environ un onzième du brut est une réserve ou une prime versée plus tard.",
            "In portage about an eleventh of the gross is a reserve or a bonus paid later.",
        ));
    }
    Text::joined(all, " ").spaced()
}

/// How a status is set up.
fn set_up(calculator: &Calculator<'_>, params: &FreelanceParams, status: WorkStatus) -> Text {
    match status {
        WorkStatus::Employee => {
            text("Salariat : cadre, 10 personnes.", "Employee: cadre, 10 people.").spaced()
        }
        WorkStatus::Micro => micro(params),
        WorkStatus::Portage => {
            let staff = calculator.rules.portage.staff;
            let fee = Percent::from(calculator.fee).value();
            let fee_fr = fee.to_string().replace('.', ",");
            Text::new(
                format!(
                    "Portage : cadre, société de {staff} personnes, frais de {fee_fr} %, sans simulateur officiel."
                ),
                format!("Portage: cadre, company of {staff} people, fee of {fee}%, no official simulator."),
            )
        }
        WorkStatus::Sasu => match calculator.remuneration {
            Remuneration::SalaryOnly => text("SASU : tout en salaire.", "SASU: all as salary.").spaced(),
            Remuneration::WithDividends { salary } => {
                let salary = amount(salary);
                Text::new(
                    format!("SASU : salaire brut de {}, le reste en dividendes (flat tax).", salary.fr),
                    format!("SASU: gross salary of {}, the rest as dividends (flat tax).", salary.en),
                )
            }
        },
        WorkStatus::Ei => text(
            "EI : profession libérale non réglementée, tout en bénéfice.",
            "EI: liberal profession, all as profit.",
        )
        .spaced(),
        WorkStatus::Eurl => text(
            "EURL : profession libérale non réglementée, tout en rémunération.",
            "EURL: liberal profession, all as remuneration.",
        )
        .spaced(),
    }
}

/// How the micro-entrepreneur is set up.
fn micro(params: &FreelanceParams) -> Text {
    let activity = params.activity.unwrap_or(MicroKind::Bnc).label();
    let with = |given: bool, fr: [&'static str; 2], en: [&'static str; 2]| {
        if given { (fr[0], en[0]) } else { (fr[1], en[1]) }
    };
    let acre = with(params.acre, ["avec Acre", "sans Acre"], ["with Acre", "no Acre"]);
    let flat =
        with(params.flat_tax, ["versement libératoire", "impôt au barème"], ["flat tax", "tax by the scale"]);
    Text::new(
        format!("Micro : {}, {}, {}, frais réels sortis du net.", activity.fr, acre.0, flat.0),
        format!("Micro: {}, {}, {}, real expenses out of the net.", activity.en, acre.1, flat.1),
    )
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
    let Text { fr, en } = Text::joined_by(&told, &text(" ; ", "; "));
    (!told.is_empty())
        .then(|| Text::new(format!("Les courbes se croisent : {fr}."), format!("The curves cross: {en}.")))
}
