//! The terms of an ad: as facts for people, as columns beside its skills for machines.

use super::yearly::times;
use crate::model::figures::{amounts, figure};
use crate::model::money::Range;
use crate::model::text::{Lang, Text, text};
use crate::model::vocabulary::Vocabulary;
use crate::query::to_check;
use crate::reader::ad::{Ad, Bound, OtherPay, Pay, Period};
use crate::report::{Cell, Facts, Kind, Term, TypedColumn, col};

/// The terms as people read them.
pub fn of(ad: &Ad<'_>) -> Facts {
    let pay = ad.pay.as_ref().and_then(pay).or_else(|| ad.other_pay.as_ref().map(other_pay));
    let years = ad.experience_years.map(to_check::years_of);
    Facts {
        title: None,
        items: vec![
            (text("Rémunération", "Pay"), Cell::of(pay, Cell::Text)),
            (text("Contrat", "Contract"), Cell::of(ad.contract, |contract| Cell::Term(Term::of(contract)))),
            (text("Niveau", "Level"), Cell::of(ad.level, |level| Cell::Term(Term::of(level)))),
            (text("Expérience", "Experience"), Cell::of(years, Cell::Text)),
            (text("Diplôme", "Diploma"), Cell::of(ad.study_level, |level| Cell::Term(Term::of(level)))),
            (
                text("Jours à distance par semaine", "Remote days a week"),
                Cell::of(ad.remote_days, |days| Cell::Count(u64::from(days))),
            ),
            (text("Ville", "Town"), Cell::of(ad.city.clone(), Cell::Word)),
        ],
    }
}

/// “jusqu’à 50 000 € brut par an”.
fn pay(pay: &Pay) -> Option<Text> {
    let range = match pay.bound {
        None => Range::between(pay.low, pay.high),
        Some(Bound::AtLeast) => Range { low: Some(pay.low), high: None },
        Some(Bound::AtMost) => Range { low: None, high: Some(pay.high) },
    };
    let per = match pay.per {
        Period::Year => text("par an", "a year"),
        Period::Month => text("par mois", "a month"),
        Period::Day => text("par jour", "a day"),
    };
    let (sum, gross) = (amounts(range)?, gross(pay.gross));
    let often = match pay.months.filter(|months| *months > 12.0) {
        Some(months) => {
            let [fr, en] = [Lang::Fr, Lang::En].map(|lang| times(months, lang));
            Text::new(format!(", sur {fr} mois"), format!(", {en} times a year"))
        }
        None => text("", ""),
    };
    Some(Text::new(
        format!("{}{} {}{}", sum.fr, gross.fr, per.fr, often.fr),
        format!("{}{} {}{}", sum.en, gross.en, per.en, often.en),
    ))
}

/// “22 € brut par heure”.
fn other_pay(pay: &OtherPay) -> Text {
    let sign = pay.currency.label();
    let sum = |lang: Lang, joint: &str| {
        let end = |amount: f64| {
            let decimals = if amount.fract() > 0.0 { 2 } else { 0 };
            format!("{}\u{a0}{}", figure(amount, decimals, lang), sign.in_lang(lang))
        };
        if pay.high > pay.low { format!("{} {joint} {}", end(pay.low), end(pay.high)) } else { end(pay.low) }
    };
    let gross = gross(pay.gross);
    let per = if pay.hourly { text(" par heure", " an hour") } else { text("", "") };
    Text::new(
        format!("{}{}{}", sum(Lang::Fr, "à"), gross.fr, per.fr),
        format!("{}{}{}", sum(Lang::En, "to"), gross.en, per.en),
    )
}

const fn gross(gross: Option<bool>) -> Text {
    match gross {
        Some(true) => text(" brut", " gross"),
        Some(false) => text(" net", " net"),
        None => text("", ""),
    }
}

/// The terms as columns for machines, the same in every row.
pub fn columns<'r, R: 'r>(ad: &Ad<'_>) -> Vec<TypedColumn<'r, R>> {
    let column = |key: &'static str, kind: Kind, label: Text, cell: Cell| {
        col(key, kind, label, move |_: &R| cell.clone()).hidden()
    };
    let pay = Cell::of(ad.pay, |pay| Cell::Amounts(Range::between(pay.low, pay.high)));
    let per = Cell::of(ad.pay, |pay| Cell::Term(Term::of(pay.per)));
    let contract = Cell::of(ad.contract, |contract| Cell::Term(Term::of(contract)));
    let level = Cell::of(ad.level, |level| Cell::Term(Term::of(level)));
    let remote = Cell::of(ad.remote_days, |days| Cell::Count(u64::from(days)));
    let city = Cell::of(ad.city.clone(), Cell::Word);
    vec![
        column("pay", Kind::Range, text("Rémunération", "Pay"), pay),
        column("pay_per", Kind::Name, text("Période", "Period"), per),
        column("contract", Kind::Name, text("Contrat", "Contract"), contract),
        column("level", Kind::Name, text("Niveau", "Level"), level),
        column(
            "remote_days",
            Kind::Number,
            text("Jours à distance par semaine", "Remote days a week"),
            remote,
        ),
        column("city", Kind::Name, text("Ville", "Town"), city),
    ]
}
