//! Offers side by side: gross, net, cost, legal minimum, what covers one; a day rate beside them, in portage.

use super::{CompareParams, Compared, ComparedRow, Side, Subject};
use crate::dataset::Dataset;
use crate::model::amount::parse_amount;
use crate::model::error::Reason;
use crate::model::figures::amount;
use crate::model::money::Money;
use crate::model::text::{Text, text};
use crate::pay::{Billing, Figures, Micro, MicroKind, MicroTax, Portage, Rules, Tax, UsualSchedules};
use crate::query::rules;

/// What is offered.
struct Offer {
    subject: Subject,
    figures: Figures,
    /// What is billed a year, for a day rate.
    turnover: Option<Money>,
}

/// The rows of the offers asked for.
pub fn of(dataset: &Dataset, params: &CompareParams) -> Result<Side, Reason> {
    let rules = rules::of(dataset, None)?;
    let schedules = UsualSchedules::new(&rules);
    let salary = |gross: Money| {
        let written = amount(gross);
        Offer {
            subject: Subject {
                id: gross.as_euros().to_string(),
                name: Text::new(
                    format!("{} brut par an", written.fr),
                    format!("{} gross a year", written.en),
                ),
            },
            figures: schedules.figures(gross, None, Tax::Scale),
            turnover: None,
        }
    };
    let gross = params.subjects.iter().filter_map(|subject| parse_amount(subject).ok());
    let mut offers: Vec<Offer> = gross.map(salary).collect();
    offers.extend(params.daily_rate.map(|rate| portage(rate, params.days, &rules)));
    let subjects = offers.iter().map(|offer| offer.subject.clone()).collect();
    let mut notes = vec![rules::RulesOf::from(&rules).note(), rules::single_person()];
    notes.push(text(
        "Impôt au barème, que toutes les offres ont en commun ; `pay` prend le taux neutre du prélèvement, ou le barème avec `--tax scale`.",
        "Income tax by the scale, which all offers have in common; `pay` takes the neutral withholding rate, or the scale with `--tax scale`.",
    ).spaced());
    notes.push(text(
        "Salariat dans une entreprise de 10 personnes, non-cadre sous 30 360 € par an et cadre au-delà.",
        "Employees in a company of 10 people, non-cadre below €30,360 a year and cadre from there on.",
    ));
    if let Some(rate) = params.daily_rate {
        notes.extend(of_micro(rate * f64::from(params.days), &rules));
        let days = params.days;
        notes.push(Text::new(
            format!("Tarif journalier : {days} jours facturés par an, en portage salarial aux frais de gestion habituels ; congés et jours sans mission ne sont pas payés."),
            format!("Day rate: {days} days billed a year, through an umbrella company at its usual fee; holidays and days without work are not paid."),
        ));
    }
    // What is only asked of a day rate is not unknown of a salary.
    let rows = rows(&offers, &rules).into_iter().filter(ComparedRow::has_value).collect();
    Ok((Compared::Offers, subjects, rows, notes))
}

/// What must be said of a micro-entrepreneur who bills so much a year.
fn of_micro(turnover: Money, rules: &Rules) -> impl Iterator<Item = Text> {
    let notices = Micro::new(rules, MicroKind::Bnc).notices(turnover, MicroTax::Scale);
    notices.into_iter().map(|notice| {
        let said = notice.text();
        Text::new(format!("Micro-entreprise : {}", said.fr), format!("Micro-entrepreneur: {}", said.en))
    })
}

/// A day rate through an umbrella company.
fn portage(rate: Money, days: u16, rules: &Rules) -> Offer {
    let turnover = rate * f64::from(days);
    let billing = Billing { turnover, fee: rules.portage.fee.usual, expenses: Money::euros(0.0) };
    let written = amount(rate);
    Offer {
        subject: Subject {
            id: rate.as_euros().to_string(),
            name: Text::new(
                format!("{} par jour, en portage", written.fr),
                format!("{} a day, in portage", written.en),
            ),
        },
        figures: Portage::new(rules).figures(billing, Tax::Scale).salary,
        turnover: Some(turnover),
    }
}

fn rows(offers: &[Offer], rules: &Rules) -> Vec<ComparedRow> {
    let row = |key, label, value: &dyn Fn(&Offer) -> Option<Text>| {
        ComparedRow::new(key, label, offers.iter().map(value).collect())
    };
    let money = |sum: Money| Some(amount(Money::euros(sum.as_euros().round() + 0.0)));
    let minimum = rules.minimum_wage_per_year();
    vec![
        row("turnover", text("Facturé par an", "Billed a year"), &|one| one.turnover.and_then(money)),
        row("gross", text("Brut par an", "Gross a year"), &|one| money(one.figures.gross)),
        row("net_before_tax", text("Net avant impôt par mois", "Net before tax a month"), &|one| {
            money(one.figures.net_before_tax / 12.0)
        }),
        row("tax", text("Impôt au barème par an", "Income tax by the scale a year"), &|one| {
            money(one.figures.tax)
        }),
        row("net_after_tax", text("Net après impôt par mois", "Net after tax a month"), &|one| {
            money(one.figures.net_after_tax / 12.0)
        }),
        row(
            "micro",
            text(
                "Net après impôt par mois, en micro-entreprise",
                "Net after tax a month, as a micro-entrepreneur",
            ),
            &|one| {
                let figures = Micro::new(rules, MicroKind::Bnc).figures(one.turnover?, MicroTax::Scale);
                money(figures.net_after_tax / 12.0)
            },
        ),
        row("employer_cost", text("Coût pour l’employeur par an", "Cost to the employer a year"), &|one| {
            money(one.figures.employer_cost)
        }),
        row(
            "minimum_wage",
            text("Face au Smic à temps plein", "Beside the full-time minimum wage"),
            &|one| {
                let ratio = (one.figures.gross / minimum.as_euros().max(1.0)).as_euros();
                let tenths = (ratio * 10.0).round() / 10.0;
                Some(Text::new(
                    format!("{} fois", tenths.to_string().replace('.', ",")),
                    format!("{tenths} times"),
                ))
            },
        ),
        row("cover", text("Protection", "Cover"), &|one| {
            Some(match one.turnover {
                None => text(
                    "santé, retraite, chômage, congés payés",
                    "health, pension, unemployment, paid holidays",
                ),
                Some(_) => text(
                    "santé, retraite, chômage ; congés compris dans le tarif",
                    "health, pension, unemployment; holidays are in the rate",
                ),
            })
        }),
    ]
}
