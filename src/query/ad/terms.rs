//! The terms of an ad: as facts for people, as columns beside its skills for machines.

use super::yearly::times;
use crate::model::figures::{amounts, figure};
use crate::model::money::Range;
use crate::model::text::{Lang, Text, text};
use crate::model::vocabulary::Vocabulary;
use crate::query::to_check;
use crate::reader::ad::{Ad, Bound, OtherPay, Pay, Period};
use crate::report::{Facts, Kind, TableBuilder};

const REMOTE_DAYS: Text = text("Jours à distance par semaine", "Remote days a week");

/// The terms as people read them.
pub fn of(ad: &Ad<'_>) -> Facts {
    let pay = ad.pay.as_ref().and_then(pay).or_else(|| ad.other_pay.as_ref().map(other_pay));
    let years = ad.experience_years.map(to_check::years_of);
    Facts {
        title: None,
        items: vec![
            (text("Rémunération", "Pay"), pay.into()),
            (text("Contrat", "Contract"), ad.contract.into()),
            (text("Niveau", "Level"), ad.level.into()),
            (text("Expérience", "Experience"), years.into()),
            (text("Diplôme", "Diploma"), ad.study_level.into()),
            (REMOTE_DAYS, ad.remote_days.map(usize::from).into()),
            (text("Ville", "Town"), (&ad.city).into()),
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

/// The terms as more columns for machines, the same in every row.
pub fn columns<R: Copy>(ad: &Ad<'_>, table: TableBuilder<R>) -> TableBuilder<R> {
    let pay = ad.pay.map(|pay| Range::between(pay.low, pay.high));
    table
        .hidden("pay", Kind::Range, text("Rémunération", "Pay"), |_| pay)
        .hidden("pay_per", Kind::Name, text("Période", "Period"), |_| ad.pay.map(|pay| pay.per))
        .hidden("contract", Kind::Name, text("Contrat", "Contract"), |_| ad.contract)
        .hidden("level", Kind::Name, text("Niveau", "Level"), |_| ad.level)
        .hidden("remote_days", Kind::Number, REMOTE_DAYS, |_| ad.remote_days.map(usize::from))
        .hidden("city", Kind::Name, text("Ville", "Town"), |_| &ad.city)
}
