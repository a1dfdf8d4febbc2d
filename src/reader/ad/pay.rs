//! The pay that an ad tells: the amount that most looks like one among all its figures.

use serde::Serialize;

use super::figures::{Currency, Figure};
use super::period::{Period, months, period, told_period};
use crate::model::money::{Money, Range};
use crate::model::vocabulary::vocabulary;
use crate::reader::words::{
    ends_with_word, first_bytes, first_chars, has_any, has_start, has_word, last_bytes, list,
};

vocabulary! {
    /// Which end of the pay an ad tells, where it tells one.
    Bound ("borne", "bound")
    AtLeast = "at-least", "à partir de", "from";
    AtMost = "at-most", "jusqu’à", "up to";
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
    /// How often a monthly pay is paid in a year, if the ad says so: 13 or 13.5.
    pub months: Option<f64>,
    /// Which end the amount is, if the ad tells only one: *jusqu’à 50 k€*.
    pub bound: Option<Bound>,
    /// True if the ad says gross, false if it says net, `null` if it says neither.
    pub gross: Option<bool>,
    /// Whether it is a package: fixed and variable pay and more, in one figure.
    pub package: bool,
}

impl Pay {
    /// Both ends over a year; `None` for a day rate, whose number of days nobody knows.
    pub fn yearly(&self) -> Option<Range<Money>> {
        let times = match self.per {
            Period::Year => 1.0,
            Period::Month => self.months.unwrap_or(12.0),
            Period::Day => return None,
        };
        Some(Range::between(self.low * times, self.high * times))
    }
}

/// Pay that an ad tells by the hour, or in another currency.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct OtherPay {
    /// The lower end; the amount itself if there is only one.
    pub low: f64,
    /// The higher end.
    pub high: f64,
    /// The currency.
    pub currency: Currency,
    /// Whether it is by the hour.
    pub hourly: bool,
    /// True if the ad says gross, false if it says net, `null` if it says neither.
    pub gross: Option<bool>,
}

/// A smaller amount a month is the whole pay only of apprentices and interns, unless the ad calls it pay.
const SMALL_MONTHLY: f64 = 1_000.0;
/// What an hour pays, in euros: from what an intern is owed to what a consultant earns.
const HOURLY: std::ops::RangeInclusive<f64> = 4.0..=200.0;
/// What a year pays in another currency.
const FOREIGN_YEARLY: std::ops::RangeInclusive<f64> = 12_000.0..=1_000_000.0;

/// The pay told by a folded text with these figures; `header` is where the head of the ad ends, and `learns` whether it
/// is for apprentices or interns.
pub fn of(text: &str, figures: &[Figure], header: usize, learns: bool) -> Option<Pay> {
    let scored = figures.iter().filter_map(|figure| scored(text, figure, header, learns));
    // Of two that look alike the first is meant: the fixed part comes before what is added to it.
    let best = scored.rev().max_by_key(|(score, _)| *score)?;
    (best.0 >= 4).then_some(best.1)
}

/// The first pay that is told by the hour or in another currency.
pub fn other(text: &str, figures: &[Figure]) -> Option<OtherPay> {
    figures.iter().find_map(|figure| {
        let (before, after) = around(text, figure);
        let hourly = is_hourly(before, after);
        let plausible = if hourly { HOURLY } else { FOREIGN_YEARLY };
        let currency = figure.foreign.or_else(|| (figure.euros && hourly).then_some(Currency::Euro))?;
        let told = !figure.millions && plausible.contains(&figure.low) && plausible.contains(&figure.high);
        (told && !is_other(before, after)).then(|| OtherPay {
            low: figure.low,
            high: figure.high,
            currency,
            hourly,
            gross: gross(before, after),
        })
    })
}

/// Whether an amount between these words is for an hour.
fn is_hourly(before: &str, after: &str) -> bool {
    let close = first_chars(after, 20);
    let said = ["/h", "/ h", "/hr", "/ hr"].iter().any(|sign| {
        close.find(sign).is_some_and(|at| !close[at + sign.len()..].starts_with(char::is_alphanumeric))
    });
    said || has_any(close, &["heure", "hour", "hourly", "horaire"])
        || has_any(before, &["taux horaire", "hourly rate"])
}

fn near(words: &[&str], text: &str) -> bool {
    words.iter().any(|word| has_start(text, word))
}

/// Whether what stands just before or after an amount says that it is for something else.
fn is_other(before: &str, after: &str) -> bool {
    let close = before.rsplit([',', ';', '|', '·', '(']).next().unwrap_or_default();
    let follows = after.split([',', ';', '|', '·', '.', '\n']).next().unwrap_or_default();
    near(list("other amounts"), close) || near(list("other amounts"), follows)
}

fn gross(before: &str, after: &str) -> Option<bool> {
    let is_gross = |text| has_start(text, "brut") || has_word(text, "gross");
    if is_gross(before) || is_gross(after) {
        return Some(true);
    }
    has_any(after, &["net", "nets", "nette"]).then_some(false)
}

fn scored(text: &str, figure: &Figure, header: usize, learns: bool) -> Option<(i32, Pay)> {
    let is_amount = figure.euros || figure.thousands || figure.low >= 400.0;
    if figure.millions || figure.foreign.is_some() || figure.high <= 0.0 || !is_amount {
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
    let called_pay = near(list("pay words"), before) || near(list("pay words"), after);
    let is_small = per == Period::Month && figure.high < SMALL_MONTHLY && !learns && !called_pay;
    if is_small || after.starts_with(['%', '°']) || is_hourly(before, after) {
        return None;
    }
    let mut score = 0;
    score += if figure.euros { 3 } else { 0 };
    score += if figure.thousands { 3 } else { 0 };
    score += if called_pay { 3 } else { 0 };
    score += if told_period(before, after).is_some() { 2 } else { 0 };
    score += i32::from(figure.high > figure.low);
    score += if figure.start < header { 2 } else { 0 };
    score -= if is_other(before, after) { 7 } else { 0 };
    let pay = Pay {
        low: Money::euros(figure.low),
        high: Money::euros(figure.high),
        per,
        months: months(after).filter(|_| per == Period::Month),
        bound: bound(before, after, figure),
        gross: gross(before, after),
        package: has_word(before, "package") || has_word(after, "package"),
    };
    Some((score, pay))
}

/// Which end of the pay a single amount is.
fn bound(before: &str, after: &str, figure: &Figure) -> Option<Bound> {
    const MOST: [&str; 6] = ["jusqu'a", "up to", "maximum", "au plus", "max", "at most"];
    const LEAST: [&str; 9] =
        ["a partir de", "from", "au moins", "minimum", "at least", "des", "starting at", "min", "plus de"];
    let before = before.trim_end_matches([' ', ':', '.']);
    let begins = |words: &[&str]| words.iter().any(|word| after.trim_start().starts_with(word));
    if figure.high > figure.low {
        None
    } else if ends_with_word(before, &MOST) || begins(&["maximum", "max", "maxi"]) {
        Some(Bound::AtMost)
    } else {
        let or_more = ["minimum", "mini", "et plus", "et +", "ou plus", "and up", "and more", "or more"];
        (figure.open || begins(&or_more) || ends_with_word(before, &LEAST)).then_some(Bound::AtLeast)
    }
}

/// The words of the line before and after a figure, not too far.
fn around<'a>(text: &'a str, figure: &Figure) -> (&'a str, &'a str) {
    let before = text[..figure.start].rsplit('\n').next().unwrap_or_default();
    let after = text[figure.end..].split('\n').next().unwrap_or_default();
    (last_bytes(before, 70), first_bytes(after, 45))
}
