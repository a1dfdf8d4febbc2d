//! How amounts, numbers and dates are written in each language, in a table or in a sentence.

use super::money::{Money, Range};
use super::text::{Lang, NARROW_SPACE, Text};

/// An amount in a sentence, to the euro, or to the cent if it has cents.
pub fn amount(money: Money) -> Text {
    let decimals = if money.rounded().as_euros().fract() == 0.0 { 0 } else { 2 };
    let written = |lang| euros(money.as_euros(), decimals, lang);
    Text::literal(written(Lang::Fr), written(Lang::En))
}

/// A duration in a sentence: in months below a year, else in the years that people count in; `None` if it is unknown.
pub fn duration(months: Range<u16>) -> Option<Text> {
    let (low, high) = (months.low.or(months.high)?, months.high.or(months.low)?);
    let written = |months: u16, lang| {
        let years = f64::from(months) / 12.0;
        number(years, usize::from(!months.is_multiple_of(12)), lang)
    };
    let in_months = |months: u16| (format!("{months} mois"), plural(months.to_string(), months, "month"));
    // French counts what is below two as one.
    let in_years = |months: u16| {
        let unit = if months < 24 { "an" } else { "ans" };
        (
            format!("{} {unit}", written(months, Lang::Fr)),
            plural(written(months, Lang::En), months / 12, "year"),
        )
    };
    let one = |months: u16| if months < 12 { in_months(months) } else { in_years(months) };
    let (last_fr, last_en) = one(high);
    Some(match (low == high, (low < 12) == (high < 12)) {
        (true, _) => Text::new(last_fr, last_en),
        (false, true) => {
            let first = |lang| if high < 12 { low.to_string() } else { written(low, lang) };
            Text::new(format!("{} à {last_fr}", first(Lang::Fr)), format!("{} to {last_en}", first(Lang::En)))
        }
        (false, false) => {
            let (first_fr, first_en) = one(low);
            Text::new(format!("{first_fr} à {last_fr}"), format!("{first_en} to {last_en}"))
        }
    })
}

/// A figure with its English unit, which has an `s` unless it is one.
fn plural(figure: String, count: u16, unit: &str) -> String {
    let ending = if count == 1 && !figure.contains('.') { "" } else { "s" };
    format!("{figure} {unit}{ending}")
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
    let mut parts = iso.split('-');
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    let month = month
        .and_then(|month| month.parse::<usize>().ok())
        .and_then(|month| MONTHS.get(month.wrapping_sub(1)));
    let day = day.and_then(|day| day.parse::<u8>().ok());
    let (Some(year), Some((fr, en)), Some(day)) = (year, month, day) else { return Text::same(iso) };
    let first = if day == 1 { "er" } else { "" };
    Text::new(format!("{day}{first} {fr} {year}"), format!("{day} {en} {year}"))
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
    use super::{amount, date, duration, euros};
    use crate::model::money::{Money, Range};
    use crate::model::text::Lang;

    #[test]
    fn amounts_follow_the_language() {
        assert_eq!(euros(45000.0, 0, Lang::Fr), "45\u{202f}000\u{202f}€");
        assert_eq!(euros(45000.0, 0, Lang::En), "€45,000");
        assert_eq!(euros(-1234.5, 2, Lang::Fr), "−1\u{202f}234,50\u{202f}€");
        assert_eq!(euros(-0.001, 2, Lang::En), "€0.00");
    }

    #[test]
    fn durations_are_counted_in_years_from_a_year_on() {
        let said = |low, high| duration(Range::between(low, high)).unwrap();
        assert_eq!((said(60, 60).fr.as_ref(), said(60, 60).en.as_ref()), ("5 ans", "5 years"));
        assert_eq!((said(36, 60).fr.as_ref(), said(36, 60).en.as_ref()), ("3 à 5 ans", "3 to 5 years"));
        assert_eq!((said(12, 12).fr.as_ref(), said(12, 12).en.as_ref()), ("1 an", "1 year"));
        assert_eq!((said(6, 6).fr.as_ref(), said(6, 6).en.as_ref()), ("6 mois", "6 months"));
        assert_eq!(
            (said(6, 24).fr.as_ref(), said(6, 24).en.as_ref()),
            ("6 mois à 2 ans", "6 months to 2 years")
        );
        assert_eq!((said(18, 18).fr.as_ref(), said(18, 18).en.as_ref()), ("1,5 an", "1.5 years"));
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
