//! How values read in each language: `45 000 €` or `€45,000`, `24 mois` or `24 months`.

use super::escape::escape_controls;
use crate::model::figures::{duration, euros, grouped, number};
use crate::model::money::{Money, Range};
use crate::model::text::{Lang, NARROW_SPACE, Text, french_spacing, text};
use crate::model::vocabulary::Vocabulary;
use crate::report::{Cell, Fragment, Ranges, Role, Span, plain_text};

/// What stands where nothing is known.
pub const UNKNOWN: &str = "–";

/// The text in `lang`, typographically right and safe to print.
pub fn localize(text: &Text, lang: Lang) -> String {
    match lang {
        Lang::Fr => escape_controls(&french_spacing(&text.fr)).into_owned(),
        Lang::En => escape_controls(&text.en).into_owned(),
    }
}

/// A message of one or more lines, each safe to print.
pub fn localize_message(message: &Text, lang: Lang) -> String {
    let lines = message.in_lang(lang).lines();
    lines.map(|line| localize(&Text::same(line), lang)).collect::<Vec<_>>().join("\n")
}

/// A cell as people read it, in pieces.
pub fn spans(cell: &Cell, lang: Lang) -> Vec<Span> {
    let words = |text: String| vec![Span::plain(text)];
    let figure = |text: String| vec![Span::new(text, Role::Figure)];
    let euros = |money: &Money, decimals| euros(money.as_euros(), decimals, lang);
    match cell {
        Cell::Empty => words(UNKNOWN.to_owned()),
        Cell::Blank => words(String::new()),
        Cell::Text(text) => words(localize(text, lang)),
        Cell::Marked { fr, en } => fragments(if lang == Lang::Fr { fr } else { en }),
        Cell::Word(word) => words(escape_controls(word).into_owned()),
        Cell::Term(term) => words(localize(&term.label, lang)),
        Cell::Terms(terms) => words(joined(terms.iter().map(|term| localize(&term.label, lang)))),
        Cell::Words(names) => words(joined(names.iter().map(|name| escape_controls(name).into_owned()))),
        Cell::Link(url) => {
            let shown = escape_controls(url).into_owned();
            vec![Span { role: Role::Link(shown.clone()), text: shown }]
        }
        Cell::Money(money) => figure(euros(money, 0)),
        Cell::Cents(money) => figure(euros(money, 2)),
        Cell::Figure(money) => figure(number(money.as_euros(), 2, lang)),
        Cell::Amounts(range) => figure(amounts(*range, lang)),
        Cell::AmountsAnd(range, more) => {
            figure(format!("{} + {}", amounts(*range, lang), localize(more, lang)))
        }
        Cell::AmountsPer(range, per) => {
            figure(format!("{}/{}", amounts(*range, lang), per.label().in_lang(lang)))
        }
        Cell::Months(months) => figure(durations(*months, lang)),
        Cell::Years(range) => figure(years(*range, lang)),
        Cell::Year(year) => figure(year.to_string()),
        Cell::Count(count) => figure(grouped(&count.to_string(), lang)),
        Cell::Number(value) => {
            figure(number(*value, usize::from((value * 10.0).round() % 10.0 != 0.0), lang))
        }
        Cell::Share(share) => figure(percent(*share, lang)),
        Cell::Rate(rate) => figure(rate_of(*rate, lang)),
        Cell::Percent(percent) => figure(rate_of(*percent / 100.0, lang)),
        Cell::Flag(flag) => {
            figure(if *flag { text("oui", "yes") } else { text("non", "no") }.in_lang(lang).to_owned())
        }
    }
}

/// A cell as people read it, without its roles.
pub fn cell_text(cell: &Cell, lang: Lang) -> String {
    plain_text(&spans(cell, lang))
}

/// A figure on the axis of a chart: an amount, or a number of things.
pub fn axis_figure(ranges: &Ranges, figure: f64, step: f64, lang: Lang) -> String {
    if ranges.counts() { number(figure, 0, lang) } else { axis_amount(figure, step, lang) }
}

/// An amount on an axis whose step is `step`: in thousands (`45 k€`, `€45k`) but for small ones.
pub fn axis_amount(amount: f64, step: f64, lang: Lang) -> String {
    if step < 1000.0 { euros(amount, 0, lang) } else { thousands(amount, lang) }
}

fn thousands(amount: f64, lang: Lang) -> String {
    let k = amount / 1000.0;
    let written = number(k, usize::from(k.fract() != 0.0), lang);
    match lang {
        Lang::Fr => format!("{written}{NARROW_SPACE}k€"),
        Lang::En => format!("€{written}k"),
    }
}

/// Fragments as spans; what was looked for keeps its role.
fn fragments(fragments: &[Fragment]) -> Vec<Span> {
    let span = |fragment: &Fragment| {
        let role = if fragment.hit { Role::Match } else { Role::Plain };
        Span::new(escape_controls(&fragment.text), role)
    };
    fragments.iter().map(span).collect()
}

fn joined(names: impl Iterator<Item = String>) -> String {
    let names: Vec<String> = names.collect();
    if names.is_empty() { UNKNOWN.to_owned() } else { names.join(", ") }
}

fn amounts(range: Range<Money>, lang: Lang) -> String {
    let whole = |money: Money| euros(money.as_euros(), 0, lang);
    // A dash before a minus sign would be read as another one.
    let is_negative = range.low < Some(Money::euros(0.0));
    bounded(range.low.map(whole), range.high.map(whole), |low, high| match lang {
        _ if low == high => low,
        Lang::Fr => {
            let between = if is_negative { " à " } else { "–" };
            format!("{}{between}{high}", low.trim_end_matches('€').trim_end())
        }
        Lang::En if is_negative => format!("{low} to {high}"),
        Lang::En => format!("{low}–{}", high.trim_start_matches('€')),
    })
}

/// A low–high span; an end that is not stated makes the other one a bound.
fn bounded(low: Option<String>, high: Option<String>, both: impl Fn(String, String) -> String) -> String {
    match (low, high) {
        (Some(low), Some(high)) => both(low, high),
        (None, Some(high)) => format!("≤{NARROW_SPACE}{high}"),
        (Some(low), None) => format!("≥{NARROW_SPACE}{low}"),
        (None, None) => UNKNOWN.to_owned(),
    }
}

/// A duration in months as people say it; one that is not stated at an end is at most or at least the other.
fn durations(months: Range<u16>, lang: Lang) -> String {
    let said = |low: u16, high: u16| duration(low, high).in_lang(lang).to_owned();
    match (months.low, months.high) {
        (Some(low), Some(high)) => said(low, high),
        (low, high) => {
            let end = |end: Option<u16>| end.map(|end| said(end, end));
            bounded(end(low), end(high), |low, _| low)
        }
    }
}

/// A number of years, low and high; a no-break space keeps the figure with its unit.
fn years(range: Range<f64>, lang: Lang) -> String {
    if range.low.is_none() && range.high.is_none() {
        return UNKNOWN.to_owned();
    }
    let write = |years| decimals(years, lang);
    let written = bounded(range.low.map(write), range.high.map(write), |low, high| {
        if low == high {
            low
        } else if high.starts_with('<') && low == "0" {
            // Between nothing, or little, and little: a range would say no more.
            high
        } else if low.starts_with('<') {
            format!("≤{NARROW_SPACE}{high}")
        } else {
            format!("{low}–{high}")
        }
    });
    // The unit agrees with the last figure; French counts what is below two as one.
    let last = written.rsplit('–').next().unwrap_or_default();
    let figure = last.trim_start_matches(|char: char| !char.is_ascii_digit());
    let unit = match lang {
        Lang::Fr if figure == "1" || figure.starts_with('0') || figure.starts_with("1,") => "an",
        Lang::Fr => "ans",
        Lang::En if figure == "1" && last == written => "year",
        Lang::En => "years",
    };
    format!("{written}\u{a0}{unit}")
}

/// One decimal where there is one; what would round to nothing is said to be little.
fn decimals(number: f64, lang: Lang) -> String {
    if number > 0.0 && number < 0.05 {
        return format!("<{NARROW_SPACE}{}", decimals(0.1, lang));
    }
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
    with_percent(&written, lang)
}

/// A rate in per cent with two decimals, or three where the third counts: `6,90 %`, `0,024 %`.
fn rate_of(rate: f64, lang: Lang) -> String {
    let written = number(rate * 100.0, 3, lang);
    with_percent(written.strip_suffix('0').unwrap_or(&written), lang)
}

fn with_percent(written: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("{written}{NARROW_SPACE}%"),
        Lang::En => format!("{written}%"),
    }
}

#[cfg(test)]
mod tests {
    use super::cell_text;
    use crate::model::money::{Money, Range};
    use crate::model::text::Lang;
    use crate::model::vocabulary::Per;
    use crate::report::Cell;

    #[test]
    fn a_range_names_the_currency_once_and_a_bound_says_so() {
        let range = Range::between(Money::euros(45000.0), Money::euros(55000.0));
        assert_eq!(cell_text(&Cell::Amounts(range), Lang::En), "€45,000–55,000");
        assert_eq!(cell_text(&Cell::Amounts(range), Lang::Fr), "45\u{202f}000–55\u{202f}000\u{202f}€");
        let below = Range::between(Money::euros(-6000.0), Money::euros(5000.0));
        assert_eq!(cell_text(&Cell::Amounts(below), Lang::En), "−€6,000 to €5,000");
        assert_eq!(cell_text(&Cell::Amounts(below), Lang::Fr), "−6\u{202f}000 à 5\u{202f}000\u{202f}€");
        let bound = Range { low: None, high: Some(Money::euros(5000.0)) };
        assert_eq!(cell_text(&Cell::AmountsPer(bound, Per::Month), Lang::En), "≤\u{202f}€5,000/month");
    }

    #[test]
    fn durations_agree_with_their_number() {
        assert_eq!(
            cell_text(&Cell::Months(Range::between(6, 24)), Lang::En),
            "6\u{a0}months to 2\u{a0}years"
        );
        assert_eq!(cell_text(&Cell::Years(Range::between(1.5, 1.5)), Lang::Fr), "1,5\u{a0}an");
        assert_eq!(cell_text(&Cell::Years(Range::between(1.0, 1.0)), Lang::En), "1\u{a0}year");
        let at_least = Range { low: Some(0.8), high: None };
        assert_eq!(cell_text(&Cell::Years(at_least), Lang::Fr), "≥\u{202f}0,8\u{a0}an");
        assert_eq!(cell_text(&Cell::Years(Range::between(0.5, 3.0)), Lang::Fr), "0,5–3\u{a0}ans");
        assert_eq!(cell_text(&Cell::Years(Range::between(0.01, 0.02)), Lang::En), "<\u{202f}0.1\u{a0}years");
        assert_eq!(cell_text(&Cell::Years(Range::between(0.0, 0.02)), Lang::Fr), "<\u{202f}0,1\u{a0}an");
        assert_eq!(cell_text(&Cell::Years(Range::between(0.02, 0.3)), Lang::Fr), "≤\u{202f}0,3\u{a0}an");
        assert_eq!(cell_text(&Cell::Years(Range::between(0.6, 1.7)), Lang::Fr), "0,6–1,7\u{a0}an");
        assert_eq!(cell_text(&Cell::Years(Range::between(0.5, 1.0)), Lang::En), "0.5–1\u{a0}years");
    }
}
