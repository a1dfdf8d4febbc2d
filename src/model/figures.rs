//! How amounts, numbers and dates are written in each language, in a table or in a sentence.

use super::day::Day;
use super::money::{Money, Range};
use super::text::{Lang, NARROW_SPACE, Text};

/// An amount in a sentence, to the euro, or to the cent if it has cents.
pub fn amount(money: Money) -> Text {
    let decimals = if money.rounded().as_euros().fract() == 0.0 { 0 } else { 2 };
    let written = |lang| euros(money.as_euros(), decimals, lang);
    Text::literal(written(Lang::Fr), written(Lang::En))
}

const MONTHS: [(&str, &str); 12] = [
    ("janvier", "January"),
    ("février", "February"),
    ("mars", "March"),
    ("avril", "April"),
    ("mai", "May"),
    ("juin", "June"),
    ("juillet", "July"),
    ("août", "August"),
    ("septembre", "September"),
    ("octobre", "October"),
    ("novembre", "November"),
    ("décembre", "December"),
];

/// A date in a sentence: `2026-07-01` is "1er juillet 2026"; anything else stays as it is.
pub fn date(iso: &str) -> Text {
    let Some(Day { year, month, day }) = Day::parse(iso) else { return Text::same(iso) };
    let (fr, en) = MONTHS[usize::from(month - 1)];
    let first = if day == 1 { "er" } else { "" };
    Text::new(format!("{day}{first} {fr} {year}"), format!("{day} {en} {year}"))
}

/// A duration as people say it: in years where they are whole, else in months.
///
/// `24` to `24` is "2 ans", `36` to `60` "3 à 5 ans", `6` to `24` "6 mois à 2 ans", `6` to `12` "6 à 12 mois".
pub fn duration(low: u16, high: u16) -> Text {
    /// Below two years a whole year beside months is said in months too.
    const TWO_YEARS: u16 = 24;
    let whole = |months: u16| months >= 12 && months.is_multiple_of(12);
    match (whole(low), whole(high)) {
        (true, _) if low == high => years(high / 12),
        (false, _) if low == high => months(high),
        (true, true) => between(&Text::same(&(low / 12).to_string()), &years(high / 12)),
        (false, true) if high >= TWO_YEARS => between(&months(low), &years(high / 12)),
        _ => between(&Text::same(&low.to_string()), &months(high)),
    }
}

/// The same of a range; an end that is not stated is the other, `None` if neither is.
pub fn duration_of(months: Range<u16>) -> Option<Text> {
    months.ends().map(|(low, high)| duration(low, high))
}

/// One or two amounts in a sentence: `45 000 €`, `45 000 € à 55 000 €`, `jusqu’à 54 000 €`; `None` without any.
pub fn amounts(range: Range<Money>) -> Option<Text> {
    match (range.low.map(amount), range.high.map(amount)) {
        (Some(low), Some(high)) if low == high => Some(low),
        (Some(low), Some(high)) => Some(between(&low, &high)),
        (None, Some(high)) => Some(Text::new(format!("jusqu’à {}", high.fr), format!("up to {}", high.en))),
        (Some(low), None) => Some(Text::new(format!("à partir de {}", low.fr), format!("from {}", low.en))),
        (None, None) => None,
    }
}

fn between(low: &Text, high: &Text) -> Text {
    Text::literal(format!("{} à {}", low.fr, high.fr), format!("{} to {}", low.en, high.en))
}

fn months(count: u16) -> Text {
    let plural = if count > 1 { "s" } else { "" };
    Text::literal(format!("{count}\u{a0}mois"), format!("{count}\u{a0}month{plural}"))
}

fn years(count: u16) -> Text {
    let plural = if count > 1 { "s" } else { "" };
    Text::literal(format!("{count}\u{a0}an{plural}"), format!("{count}\u{a0}year{plural}"))
}

/// An amount with its currency sign, rounded to `decimals`: `45 000 €` or `€45,000`.
pub fn euros(euros: f64, decimals: usize, lang: Lang) -> String {
    let (sign, figure) = (sign(euros, decimals), figure(euros.abs(), decimals, lang));
    match lang {
        Lang::Fr => format!("{sign}{figure}{NARROW_SPACE}€"),
        Lang::En => format!("{sign}€{figure}"),
    }
}

/// A number with grouped thousands, rounded to `decimals`.
pub fn number(number: f64, decimals: usize, lang: Lang) -> String {
    format!("{}{}", sign(number, decimals), figure(number.abs(), decimals, lang))
}

/// A minus sign, unless nothing is left of the number after rounding.
fn sign(number: f64, decimals: usize) -> &'static str {
    let is_left = || format!("{:.decimals$}", number.abs()).contains(|char: char| matches!(char, '1'..='9'));
    if number < 0.0 && is_left() { "−" } else { "" }
}

/// A positive number with grouped thousands.
pub fn figure(number: f64, decimals: usize, lang: Lang) -> String {
    /// Whole numbers below this are exact.
    const EXACT: f64 = 9e15;
    if decimals == 0 && number.fract() == 0.0 && number < EXACT {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "positive and whole")]
        return grouped(&(number as u64).to_string(), lang);
    }
    let plain = format!("{number:.decimals$}");
    match (plain.split_once('.'), lang) {
        (None, _) => grouped(&plain, lang),
        (Some((whole, fraction)), Lang::Fr) => format!("{},{fraction}", grouped(whole, lang)),
        (Some((whole, fraction)), Lang::En) => format!("{}.{fraction}", grouped(whole, lang)),
    }
}

/// Digits in groups of three.
pub fn grouped(digits: &str, lang: Lang) -> String {
    let mark = match lang {
        Lang::Fr => NARROW_SPACE,
        Lang::En => ',',
    };
    let mut grouped = String::with_capacity(digits.len() + 6);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(mark);
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::{amount, date, euros};
    use crate::model::money::Money;
    use crate::model::text::Lang;

    #[test]
    fn durations_are_in_years_where_people_think_in_years() {
        let said = |low, high| super::duration(low, high).fr.replace('\u{a0}', " ");
        assert_eq!(said(24, 24), "2 ans");
        assert_eq!(said(12, 12), "1 an");
        assert_eq!(said(36, 60), "3 à 5 ans");
        assert_eq!(said(18, 18), "18 mois");
        assert_eq!(said(6, 24), "6 mois à 2 ans");
        assert_eq!(said(6, 12), "6 à 12 mois");
        assert_eq!(super::duration(36, 60).en.replace('\u{a0}', " "), "3 to 5 years");
        assert_eq!(super::duration(1, 1).en.replace('\u{a0}', " "), "1 month");
    }

    #[test]
    fn amounts_follow_the_language() {
        assert_eq!(euros(45000.0, 0, Lang::Fr), "45\u{202f}000\u{202f}€");
        assert_eq!(euros(45000.0, 0, Lang::En), "€45,000");
        assert_eq!(euros(-1234.5, 2, Lang::Fr), "−1\u{202f}234,50\u{202f}€");
        assert_eq!(euros(-0.001, 2, Lang::En), "€0.00");
    }

    #[test]
    fn dates_are_read_aloud() {
        assert_eq!(date("2026-07-01").fr, "1er juillet 2026");
        assert_eq!(date("2026-11-21").en, "21 November 2026");
        assert_eq!(date("soon").en, "soon");
    }

    #[test]
    fn a_sentence_shows_cents_only_where_there_are_some() {
        assert_eq!(amount(Money::euros(1867.02)).en, "€1,867.02");
        assert_eq!(amount(Money::euros(22404.2)).fr, "22\u{202f}404,20\u{202f}€");
        assert_eq!(amount(Money::euros(83600.0)).en, "€83,600");
    }
}
