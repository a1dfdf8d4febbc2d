//! Numbers in running text, written in figures or words, with what they count.

use crate::model::vocabulary::vocabulary;
use crate::reader::words::{last_bytes, strip_word};

/// A number, or two that make a range.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
pub struct Figure {
    /// The lower one.
    pub low: f64,
    /// The higher one; the same if there is only one.
    pub high: f64,
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Whether it is open at the top: `5+`.
    pub open: bool,
    /// Whether it is written in thousands: `45k`.
    pub thousands: bool,
    /// Whether it is written in millions.
    pub millions: bool,
    /// Whether a euro sign or the word stands at it.
    pub euros: bool,
    /// The sign of another currency that stands at it.
    pub foreign: Option<Currency>,
}

vocabulary! {
    /// A currency that ads for jobs in France name.
    Currency ("devise", "currency")
    Euro = "eur", "€", "€", "euro";
    Dollar = "usd", "$", "$", "dollar";
    Pound = "gbp", "£", "£", "livre";
    Franc = "chf", "CHF", "CHF", "franc";
}

/// The signs and names of currencies other than the euro.
const FOREIGN: &[(&str, Currency)] = &[
    ("$", Currency::Dollar),
    ("usd", Currency::Dollar),
    ("dollars", Currency::Dollar),
    ("£", Currency::Pound),
    ("gbp", Currency::Pound),
    ("pounds", Currency::Pound),
    ("chf", Currency::Franc),
    ("francs suisses", Currency::Franc),
];

const WORDS: &[(&str, f64)] = &[
    ("un", 1.0),
    ("une", 1.0),
    ("deux", 2.0),
    ("trois", 3.0),
    ("quatre", 4.0),
    ("cinq", 5.0),
    ("six", 6.0),
    ("sept", 7.0),
    ("huit", 8.0),
    ("neuf", 9.0),
    ("dix", 10.0),
    ("douze", 12.0),
    ("quinze", 15.0),
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("twelve", 12.0),
    ("fifteen", 15.0),
    ("zero", 0.0),
    ("half", 0.5),
    ("vingt", 20.0),
];

/// What joins the ends of a range.
const JOINTS: &[&str] = &["->", "→", "-", "~", "a", "to", "/", "et", "and", "ou", "or", "jusqu'a"];

/// Every figure of a folded text, in order.
pub fn all(text: &str) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let Some(single) = single(text, at) else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        };
        let figure = range(text, single);
        at = figure.end.max(at + 1);
        figures.push(figure);
    }
    figures
}

/// One number at `at`, if a number begins there.
fn single(text: &str, at: usize) -> Option<Figure> {
    let rest = &text[at..];
    if text[..at].ends_with(|char: char| char.is_alphanumeric() || char == '_') {
        return None;
    }
    let (prefix, sign) = prefix(rest);
    let body = &rest[prefix.len()..];
    let figure = |value, end| Figure { low: value, high: value, start: at, end, ..Figure::default() };
    if let Some((word, value)) = WORDS.iter().find(|(word, _)| strip_word(body, word).is_some()) {
        return prefix.is_empty().then(|| figure(*value, at + word.len()));
    }
    let (value, length) = digits(body)?;
    let euros = !prefix.is_empty() && sign.is_none();
    let mut figure = Figure { euros, foreign: sign, thousands: prefix.starts_with('k'), ..figure(value, at) };
    let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    let in_thousands =
        |rest: &&str| ends(rest) || rest.starts_with("eur") || rest.strip_prefix('e').is_some_and(ends);
    let mut rest = &body[length..];
    let unit = rest.trim_start_matches(' ');
    if let Some(behind) = unit.strip_prefix('k').filter(in_thousands) {
        figure.thousands = true;
        figure.euros |= behind.starts_with("eur");
        rest = behind;
    } else if let Some(behind) = unit.strip_prefix('m').filter(|behind| {
        behind.starts_with("illion")
            || (ends(behind) && (behind.trim_start().starts_with('€') || !prefix.is_empty()))
    }) {
        figure.millions = true;
        rest = behind;
    }
    if figure.thousands {
        (figure.low, figure.high) = (value * 1000.0, value * 1000.0);
    }
    let unit = rest.trim_start_matches(' ');
    if let Some(behind) = unit
        .strip_prefix('€')
        .or_else(|| ["euros", "euro", "eur"].into_iter().find_map(|name| strip_word(unit, name)))
    {
        figure.euros = true;
        rest = behind;
    }
    let unit = rest.trim_start_matches(' ');
    if let Some((behind, currency)) = FOREIGN.iter().find_map(|(sign, currency)| {
        let behind = unit.strip_prefix(sign)?;
        (!sign.ends_with(char::is_alphabetic) || ends(behind)).then_some((behind, *currency))
    }) {
        figure.foreign = Some(currency);
        rest = behind;
    }
    if let Some(behind) = rest.strip_prefix('+') {
        figure.open = true;
        rest = behind;
    }
    figure.end = text.len() - rest.len();
    Some(figure)
}

/// What stands right before the digits of an amount, `€`, `k€ ` or `$`, and the currency if it is another one.
fn prefix(text: &str) -> (&str, Option<Currency>) {
    let euros = ["k€ ", "k€", "keur ", "€ ", "€", "eur "].into_iter().find(|sign| text.starts_with(sign));
    if let Some(sign) = euros {
        return (sign, None);
    }
    let foreign = FOREIGN.iter().find_map(|(sign, currency)| {
        let rest = text.strip_prefix(sign)?;
        let length = sign.len() + usize::from(rest.starts_with(' '));
        text[length..]
            .starts_with(|char: char| char.is_ascii_digit())
            .then_some((&text[..length], Some(*currency)))
    });
    foreign.unwrap_or_default()
}

/// The value of the digits at the start of `text`, grouped by threes or not, and their length.
fn digits(text: &str) -> Option<(f64, usize)> {
    let bytes = text.as_bytes();
    let run =
        |from: usize| bytes[from.min(bytes.len())..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut length = run(0);
    if length == 0 || length > 9 {
        return None;
    }
    let mut written = text[..length].to_owned();
    if length <= 3 {
        // A group of three behind one sign is a part of the number: 45 000, 45.000, 45,000, 45'000.
        while bytes.get(length).is_some_and(|byte| matches!(byte, b' ' | b'.' | b',' | b'\''))
            && run(length + 1) == 3
            && written.len() < 9
        {
            written += &text[length + 1..length + 4];
            length += 4;
        }
    }
    let mut value: f64 = written.parse().ok()?;
    if bytes.get(length).is_some_and(|byte| matches!(byte, b'.' | b',')) && (1..=2).contains(&run(length + 1))
    {
        let decimals = run(length + 1);
        value = format!("{written}.{}", &text[length + 1..length + 1 + decimals]).parse().ok()?;
        length += 1 + decimals;
    }
    Some((value, length))
}

/// A number and the one that it is joined to.
fn range(text: &str, low: Figure) -> Figure {
    let rest = &text[low.end..];
    let trimmed = rest.trim_start_matches(' ');
    let joint = JOINTS.iter().find(|joint| {
        trimmed.strip_prefix(**joint).is_some_and(|rest| {
            joint.ends_with(|char: char| !char.is_alphanumeric()) || rest.starts_with([' ', '€'])
        })
    });
    let Some(joint) = joint else { return low };
    let after = &trimmed[joint.len()..];
    let at = text.len() - after.trim_start_matches(' ').len();
    let Some(high) = single(text, at) else { return low };
    let mut figure = Figure {
        end: high.end,
        high: high.high,
        open: high.open,
        euros: low.euros || high.euros,
        millions: low.millions || high.millions,
        foreign: low.foreign.or(high.foreign),
        ..low
    };
    // 45-55k and €65–80k: the thousands of one end are those of both.
    if high.thousands && !low.thousands && low.low < 1000.0 {
        figure.low *= 1000.0;
    }
    if low.thousands && !high.thousands && high.high < 1000.0 {
        figure.high *= 1000.0;
    }
    // 45-50.000 €: so are those that are written out at one end only.
    let written_out = high.low >= 1000.0 && low.low < 1000.0 && low.low * 2000.0 >= high.low;
    if figure.euros && !high.thousands && written_out && low.low * 1000.0 <= high.low {
        figure.low *= 1000.0;
    }
    figure.thousands = low.thousands || high.thousands;
    // What falls is no range: a date, a phone number, a rhythm.
    if figure.high < figure.low { low } else { figure }
}

/// How far before a figure, in bytes, stands what it counts.
const REACH: usize = 200;

/// The words before `at`, not further than they can belong to it.
pub fn reach_before(text: &str, at: usize) -> &str {
    last_bytes(&text[..at], REACH)
}

/// Words that a full stop shortens before a figure, or behind one.
const SHORTENED: &[&str] =
    &["max", "min", "mini", "maxi", "env", "exp", "approx", "j", "ex", "sem", "yrs", "ca"];

/// Whether the full stop at `at` ends a sentence: it shortens no word, and no figure goes on behind it.
fn ends_sentence(text: &str, at: usize) -> bool {
    let word = text[..at].rsplit(|char: char| !char.is_alphanumeric()).next().unwrap_or_default();
    !SHORTENED.contains(&word) && !text[at + 1..].starts_with(char::is_alphanumeric)
}

/// The end of `text` that belongs to the sentence of what follows it; each of `signs` ends one, too.
pub fn sentence_before<'a>(text: &'a str, signs: &[char]) -> &'a str {
    let ends =
        |(at, char): &(usize, char)| signs.contains(char) || (*char == '.' && ends_sentence(text, *at));
    text.char_indices().rev().find(ends).map_or(text, |(at, char)| &text[at + char.len_utf8()..])
}

/// The beginning of `text` that belongs to the sentence of what stands before it; each of `signs` ends one, too.
pub fn sentence_after<'a>(text: &'a str, signs: &[char]) -> &'a str {
    let ends =
        |(at, char): &(usize, char)| signs.contains(char) || (*char == '.' && ends_sentence(text, *at));
    text.char_indices().find(ends).map_or(text, |(at, _)| &text[..at])
}

#[cfg(test)]
mod tests {
    use super::all;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (text, low, high) in [
            ("45-55k€", 45_000.0, 55_000.0),
            ("€65-80k", 65_000.0, 80_000.0),
            ("42/48k€", 42_000.0, 48_000.0),
            ("entre 42 000 et 48 000 €", 42_000.0, 48_000.0),
            ("45k€ a 55k€", 45_000.0, 55_000.0),
            ("€55,000 - €65,000", 55_000.0, 65_000.0),
            ("3.200,50 €", 3_200.5, 3_200.5),
            ("trois a cinq ans", 3.0, 5.0),
        ] {
            let figure = all(text).into_iter().next().unwrap();
            assert_eq!((figure.low, figure.high), (low, high), "{text}");
        }
    }
}
