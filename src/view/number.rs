//! How values read in each language: `45 000 €` or `€45,000`, `24 mois` or `24 months`.

use crate::report::{
    Cell, Fragment, Lang, Money, NARROW_SPACE, Per, Range, Text, Vocabulary, french_spacing,
};

use super::safe::visible;
use super::style;

/// What stands where nothing is known.
pub const UNKNOWN: &str = "–";

/// The text in `lang`, typographically right and safe to print.
pub fn say(text: &Text, lang: Lang) -> String {
    match lang {
        Lang::Fr => visible(&french_spacing(&text.fr)).into_owned(),
        Lang::En => visible(&text.en).into_owned(),
    }
}

/// A cell as people read it.
pub fn cell(cell: &Cell, lang: Lang) -> String {
    match cell {
        Cell::Empty => UNKNOWN.to_owned(),
        Cell::Text(text) => say(text, lang),
        Cell::Marked { fr, en } => emphasised(if lang == Lang::Fr { fr } else { en }),
        Cell::Word(word) | Cell::Link(word) => visible(word).into_owned(),
        Cell::Term(term) => say(&term.label, lang),
        Cell::Terms(terms) => joined(terms.iter().map(|term| say(&term.label, lang))),
        Cell::Words(words) => joined(words.iter().map(|word| visible(word).into_owned())),
        Cell::Money(money) => euros(money.as_euros(), 0, lang),
        Cell::Cents(money) => euros(money.as_euros(), 2, lang),
        Cell::Amounts(range) => amounts(*range, lang),
        Cell::AmountsPer(range, per) => format!("{}/{}", amounts(*range, lang), per_word(*per, lang)),
        Cell::Months(months) => span(*months, lang, |months| months.to_string(), unit_months(lang)),
        Cell::Years(years) => span(*years, lang, |years| decimals(years, lang), unit_years(lang)),
        Cell::Year(year) => year.to_string(),
        Cell::Count(count) => grouped(&count.to_string(), lang),
        Cell::Share(share) => percent(*share, lang),
        Cell::Flag(flag) => yes_no(*flag, lang).to_owned(),
    }
}

/// Fragments in one text, hits styled; a view without style strips or replaces it.
fn emphasised(fragments: &[Fragment]) -> String {
    let shown = |fragment: &Fragment| {
        let text = visible(&fragment.text);
        if fragment.hit { style::hit(&text) } else { text.into_owned() }
    };
    fragments.iter().map(shown).collect()
}

fn joined(names: impl Iterator<Item = String>) -> String {
    let names: Vec<String> = names.collect();
    if names.is_empty() { UNKNOWN.to_owned() } else { names.join(", ") }
}

/// An amount with its currency sign, rounded to `decimals`.
pub fn euros(euros: f64, decimals: usize, lang: Lang) -> String {
    let figure = figure(euros.abs(), decimals, lang);
    let sign = if euros < 0.0 && figure.contains(|char: char| char.is_ascii_digit() && char != '0') {
        "−"
    } else {
        ""
    };
    match lang {
        Lang::Fr => format!("{sign}{figure}{NARROW_SPACE}€"),
        Lang::En => format!("{sign}€{figure}"),
    }
}

/// A positive number with grouped thousands.
fn figure(number: f64, decimals: usize, lang: Lang) -> String {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole, positive and below 2^53"
    )]
    if decimals == 0 && number.fract() == 0.0 && number < 9e15 {
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
fn grouped(digits: &str, lang: Lang) -> String {
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

fn amounts(range: Range<Money>, lang: Lang) -> String {
    let whole = |money: Money| euros(money.as_euros(), 0, lang);
    match (range.low.map(whole), range.high.map(whole)) {
        (Some(low), Some(high)) if low == high => low,
        (Some(low), Some(high)) => match lang {
            Lang::Fr => format!("{}–{high}", low.trim_end_matches('€').trim_end()),
            Lang::En => format!("{low}–{}", high.trim_start_matches('€')),
        },
        (None, Some(high)) => format!("≤{NARROW_SPACE}{high}"),
        (Some(low), None) => format!("≥{NARROW_SPACE}{low}"),
        (None, None) => UNKNOWN.to_owned(),
    }
}

/// The period after a slash: `mois`, `month`.
fn per_word(per: Per, lang: Lang) -> String {
    per.label().in_lang(lang).to_owned()
}

const fn unit_months(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Fr => ("mois", "mois"),
        Lang::En => ("month", "months"),
    }
}

const fn unit_years(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Fr => ("an", "ans"),
        Lang::En => ("year", "years"),
    }
}

/// A low–high span of a unit; a no-break space keeps the figure with its unit.
fn span<T: PartialEq + Copy>(
    range: Range<T>,
    lang: Lang,
    write: impl Fn(T) -> String,
    (one, many): (&str, &str),
) -> String {
    let unit = |written: &str| match lang {
        _ if written == "1" => one.to_owned(),
        Lang::Fr if written.starts_with('0') || written.starts_with("1,") => one.to_owned(),
        _ => many.to_owned(),
    };
    let written = match (range.low, range.high) {
        (Some(low), Some(high)) if low == high => write(low),
        (Some(low), Some(high)) => format!("{}–{}", write(low), write(high)),
        (None, Some(high)) => format!("≤{NARROW_SPACE}{}", write(high)),
        (Some(low), None) => format!("≥{NARROW_SPACE}{}", write(low)),
        (None, None) => return UNKNOWN.to_owned(),
    };
    let unit = unit(&written);
    format!("{written}\u{a0}{unit}")
}

/// One decimal where there is one.
fn decimals(number: f64, lang: Lang) -> String {
    let written = format!("{number:.1}");
    let written = written.strip_suffix(".0").unwrap_or(&written);
    match lang {
        Lang::Fr => written.replace('.', ","),
        Lang::En => written.to_owned(),
    }
}

/// A share in per cent, with a decimal below ten.
fn percent(share: f64, lang: Lang) -> String {
    let percent = share * 100.0;
    let written = if percent.abs() < 10.0 { decimals(percent, lang) } else { format!("{percent:.0}") };
    match lang {
        Lang::Fr => format!("{written}{NARROW_SPACE}%"),
        Lang::En => format!("{written}%"),
    }
}

const fn yes_no(flag: bool, lang: Lang) -> &'static str {
    match (flag, lang) {
        (true, Lang::Fr) => "oui",
        (true, Lang::En) => "yes",
        (false, Lang::Fr) => "non",
        (false, Lang::En) => "no",
    }
}

#[cfg(test)]
mod tests {
    use super::{cell, euros};
    use crate::report::{Cell, Lang, Money, Per, Range};

    #[test]
    fn amounts_follow_the_language() {
        assert_eq!(euros(45000.0, 0, Lang::Fr), "45\u{202f}000\u{202f}€");
        assert_eq!(euros(45000.0, 0, Lang::En), "€45,000");
        assert_eq!(euros(-1234.5, 2, Lang::Fr), "−1\u{202f}234,50\u{202f}€");
        assert_eq!(euros(-0.001, 2, Lang::En), "€0.00");
    }

    #[test]
    fn a_range_names_the_currency_once_and_a_bound_says_so() {
        let range = Range::between(Money::euros(45000.0), Money::euros(55000.0));
        assert_eq!(cell(&Cell::Amounts(range), Lang::En), "€45,000–55,000");
        assert_eq!(cell(&Cell::Amounts(range), Lang::Fr), "45\u{202f}000–55\u{202f}000\u{202f}€");
        let bound = Range { low: None, high: Some(Money::euros(5000.0)) };
        assert_eq!(cell(&Cell::AmountsPer(bound, Per::Month), Lang::En), "≤\u{202f}€5,000/month");
    }

    #[test]
    fn durations_agree_with_their_number() {
        assert_eq!(cell(&Cell::Months(Range::between(6, 24)), Lang::En), "6–24\u{a0}months");
        assert_eq!(cell(&Cell::Years(Range::between(1.5, 1.5)), Lang::Fr), "1,5\u{a0}an");
        assert_eq!(cell(&Cell::Years(Range::between(1.0, 1.0)), Lang::En), "1\u{a0}year");
    }
}
