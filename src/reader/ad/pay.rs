//! The pay that an ad tells: the amount that most looks like one among all its figures.

use serde::Serialize;

use super::figures::Figure;
use super::sections::{has_start, has_word};
use crate::model::money::Money;
use crate::model::vocabulary::vocabulary;

vocabulary! {
    /// The period that the pay of an ad is for.
    Period ("période", "period")
    Year = "year", "an", "year", "annee", "annuel";
    Month = "month", "mois", "month", "mensuel";
    Day = "day", "jour", "day", "tjm";
}

/// What an ad pays, in euros over a period.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Pay {
    /// The lower end; the amount itself if there is only one.
    pub low: Money,
    /// The higher end.
    pub high: Money,
    /// The period.
    pub per: Period,
    /// True if the ad says gross, false if it says net, `null` if it says neither.
    pub gross: Option<bool>,
    /// Whether it is a package: fixed and variable pay and more, in one figure.
    pub package: bool,
}

const PAY_WORDS: &[&str] = &[
    "salaire",
    "remuneration",
    "package",
    "fixe",
    "gratification",
    "tjm",
    "taux journalier",
    "salary",
    "compensation",
    "pay ",
    "paid",
    "wage",
    "fourchette",
    "indemnite de stage",
    "base salary",
    "fixed",
    "daily rate",
    "taux",
    "retribution",
    "brut",
    "gross",
    "selon experience",
    "selon profil",
    "equity",
    "bspce",
    "variable",
    "bonus",
    "k€",
    "annual",
    "annuel",
];
/// Words near an amount that is something else.
const OTHER_WORDS: &[&str] = &[
    "chiffre d'affaires",
    "ca ",
    "leve",
    "levee",
    "levees",
    "leves",
    "raised",
    "funding",
    "prime",
    "primes",
    "ticket",
    "tickets",
    "titres-restaurant",
    "titre-restaurant",
    "titres restaurant",
    "swile",
    "budget",
    "training budget",
    "formation",
    "cooptation",
    "transport",
    "utilisateurs",
    "users",
    "clients",
    "capital",
    "revenue",
    "turnover",
    "arr",
    "million",
    "millions",
    "abonnement",
    "mutuelle",
    "referral",
    "parrainage",
    "teletravail",
    "home office",
    "equipement",
    "equipment",
    "foyers",
    "customers",
    "investissement",
    "investi",
    "repas",
    "panier",
    "cheque",
    "cheques",
    "cse",
    "indemnite de teletravail",
    "sign-on",
    "merchants",
    "collaborateurs",
    "employees",
    "salaries",
    "requetes",
    "requests",
    "lunch",
    "allowance",
    "forfait",
];

/// The pay told by a folded text with these figures; `header` is where the head of the ad ends.
pub fn of(text: &str, figures: &[Figure], header: usize) -> Option<Pay> {
    let scored = figures.iter().filter_map(|figure| scored(text, figure, header));
    // Of two that look alike the first is meant: the fixed part comes before what is added to it.
    let best = scored.rev().max_by_key(|(score, _)| *score)?;
    (best.0 >= 4).then_some(best.1)
}

fn scored(text: &str, figure: &Figure, header: usize) -> Option<(i32, Pay)> {
    if figure.millions || figure.high <= 0.0 || !(figure.euros || figure.thousands || figure.low >= 400.0) {
        return None;
    }
    let (before, after) = around(text, figure);
    let per = period(before, after, figure)?;
    let plausible = match per {
        Period::Year => 12_000.0..=400_000.0,
        Period::Month => 400.0..=20_000.0,
        Period::Day => 80.0..=3_000.0,
    };
    if !plausible.contains(&figure.low) || !plausible.contains(&figure.high) || figure.high > figure.low * 4.0
    {
        return None;
    }
    if after.starts_with(['%', '°'])
        || after.starts_with("/h")
        || after.starts_with(" /h")
        || has_word(close_to(after), "heure")
        || has_word(close_to(after), "hour")
    {
        return None;
    }
    let near = |words: &[&str], text: &str| words.iter().any(|word| has_start(text, word));
    let mut score = 0;
    score += if figure.euros { 3 } else { 0 };
    score += if figure.thousands { 3 } else { 0 };
    score += if near(PAY_WORDS, before) || near(PAY_WORDS, after) { 3 } else { 0 };
    score += if told_period(before, after).is_some() { 2 } else { 0 };
    score += i32::from(figure.high > figure.low);
    score += if figure.start < header { 2 } else { 0 };
    // What stands just before or after an amount says what it is for.
    let close = before.rsplit([',', ';', '|', '·', '(']).next().unwrap_or_default();
    let follows = after.split([',', ';', '|', '·', '.', '\n']).next().unwrap_or_default();
    score -= if near(OTHER_WORDS, close) || near(OTHER_WORDS, follows) { 7 } else { 0 };
    let around = format!("{before} {after}");
    let gross = if has_start(&around, "brut") || has_word(&around, "gross") {
        Some(true)
    } else if has_word(after, "net") || has_word(after, "nets") || has_word(after, "net mensuel") {
        Some(false)
    } else {
        None
    };
    let package = has_word(before, "package") || has_word(after, "package");
    Some((score, Pay { low: Money::euros(figure.low), high: Money::euros(figure.high), per, gross, package }))
}

/// The first words of `after`.
fn close_to(after: &str) -> &str {
    &after[..after.char_indices().nth(20).map_or(after.len(), |(at, _)| at)]
}

/// The words of the line before and after a figure, not too far.
fn around<'a>(text: &'a str, figure: &Figure) -> (&'a str, &'a str) {
    let from = text[..figure.start].rfind('\n').map_or(0, |at| at + 1);
    let mut from = from.max(figure.start.saturating_sub(70));
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let end = text[figure.end..].find('\n').map_or(text.len(), |at| figure.end + at);
    let mut end = end.min(figure.end + 45);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    (&text[from..figure.start], &text[figure.end..end])
}

fn told_period(before: &str, after: &str) -> Option<Period> {
    let close = &after[..after.char_indices().nth(28).map_or(after.len(), |(at, _)| at)];
    let said = |words: &[&str], text: &str| {
        words.iter().any(|word| {
            text.match_indices(word)
                .any(|(at, _)| !text[at + word.len()..].starts_with(char::is_alphanumeric))
        })
    };
    let first = |words: &[&str]| {
        words
            .iter()
            .filter_map(|word| {
                close
                    .match_indices(word)
                    .map(|(at, _)| at)
                    .find(|at| !close[at + word.len()..].starts_with(char::is_alphanumeric))
            })
            .min()
    };
    let year = first(&[
        "/an",
        "/ an",
        "par an",
        "annuel",
        "annuels",
        "annuelle",
        "/year",
        "/ year",
        "per year",
        "a year",
        "per annum",
        "annual",
        "yearly",
        "/yr",
        "p.a",
        "an",
    ]);
    let month = first(&[
        "/mois",
        "/ mois",
        "par mois",
        "mensuel",
        "mensuels",
        "mensuelle",
        "/month",
        "/ month",
        "per month",
        "a month",
        "monthly",
        "mois",
    ])
    .filter(|at| {
        !close[..*at].trim_end().ends_with("sur 13") && !close[..*at].trim_end().ends_with("sur 12")
    });
    let day = first(&[
        "/j",
        "/ j",
        "/jour",
        "/ jour",
        "par jour",
        "/day",
        "/ day",
        "per day",
        "a day",
        "journalier",
        "ht",
    ]);
    let told = [(year, Period::Year), (month, Period::Month), (day, Period::Day)]
        .into_iter()
        .filter_map(|(at, period)| Some((at?, period)))
        .min_by_key(|(at, _)| *at);
    told.map(|(_, period)| period).or_else(|| {
        if said(&["tjm", "taux journalier", "daily rate", "day rate", "tarif journalier"], before) {
            Some(Period::Day)
        } else if said(&["annuel", "annuelle", "annual", "par an", "yearly"], before) {
            Some(Period::Year)
        } else if said(&["mensuel", "mensuelle", "monthly", "par mois"], before) {
            Some(Period::Month)
        } else {
            None
        }
    })
}

/// The period, said or told by the size of the amount.
fn period(before: &str, after: &str, figure: &Figure) -> Option<Period> {
    told_period(before, after).or(if figure.thousands || figure.low >= 12_000.0 {
        Some(Period::Year)
    } else if figure.low >= 1_000.0 && figure.euros {
        Some(Period::Month)
    } else {
        None
    })
}
