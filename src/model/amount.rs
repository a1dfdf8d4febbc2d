//! Amounts as people type them: `48000`, `48k`, `3 200,50`, `45-55k`.

use super::money::{MAX_EUROS, Money, Range};
use super::text::{Lang, Text, text};
use super::vocabulary::Per;

/// Why a typed amount was not understood.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum AmountError {
    /// It is not an amount.
    Unreadable,
    /// It is below zero.
    Negative,
    /// It is above [`MAX_EUROS`].
    TooLarge,
    /// Three digits after the only mark may be decimals or a group of thousands: both readings.
    Ambiguous {
        /// If the mark is the decimal one.
        decimal: Money,
        /// If it groups thousands.
        thousands: Money,
    },
    /// A range whose low end is above its high end.
    Reversed,
}

impl AmountError {
    /// What is wrong with `typed`, with an example of what is right.
    pub fn text(self, typed: &str) -> Text {
        match self {
            Self::Unreadable if typed.trim().is_empty() => text("le montant est vide", "the amount is empty"),
            Self::Unreadable => Text::new(
                format!(
                    "« {typed} » n’est pas un montant ; écrivez par exemple 48000, 48k, 48 000 ou 3 200,50"
                ),
                format!("`{typed}` is no amount; write for instance 48000, 48k, 48,000 or 3200.50"),
            ),
            Self::Negative => Text::new(
                format!("« {typed} » est négatif ; un montant commence à 0"),
                format!("`{typed}` is negative; an amount starts at 0"),
            ),
            Self::TooLarge => Text::new(
                format!("« {typed} » dépasse cent millions d’euros ; vérifiez les zéros"),
                format!("`{typed}` is above a hundred million euros; check the zeros"),
            ),
            Self::Ambiguous { decimal, thousands } => {
                let shown = |lang| (plain(decimal, lang), plain(thousands, lang));
                let ((small, large), (small_en, large_en)) = (shown(Lang::Fr), shown(Lang::En));
                Text::new(
                    format!("« {typed} » se lit de deux façons ; écrivez {small} ou {large}"),
                    format!("`{typed}` can be read in two ways; write {small_en} or {large_en}"),
                )
            }
            Self::Reversed => Text::new(
                format!("« {typed} » va du haut vers le bas ; écrivez par exemple 45-55k"),
                format!("`{typed}` runs from high to low; write for instance 45-55k"),
            ),
        }
    }
}

/// An amount as it can be typed back: a decimal mark of the language, at most two decimals. One with decimals keeps
/// some, so that it is not told as another amount: 999.999 is 999.99 here, not 1000.
fn plain(amount: Money, lang: Lang) -> String {
    let euros = amount.as_euros() + 0.0;
    if euros.fract() == 0.0 {
        return format!("{euros:.0}");
    }
    let rounded = (euros * 100.0).round() / 100.0;
    let kept = if rounded.fract() == 0.0 { (euros * 100.0).floor() / 100.0 } else { rounded };
    let written = format!("{kept:.2}");
    if lang == Lang::Fr { written.replace('.', ",") } else { written }
}

/// Reads an amount as people write it: `48000`, `48k`, `48 000 €`, `3 200,50`, `€48,000`.
///
/// A comma before exactly three final digits groups thousands, as English has it; [`parse_amount_in`] asks the language.
///
/// # Errors
/// As [`parse_amount_in`] has them.
pub fn parse_amount(typed: &str) -> Result<Money, AmountError> {
    parse_amount_in(typed, Lang::En)
}

/// Reads an amount as people write it in `lang`: `48000`, `48k`, `48 000 €`, `3 200,50`, and `€48,000` in English.
///
/// Three digits behind the only mark can be read in two ways and are refused: behind a point, behind a comma in French,
/// behind either after a zero or before `k`. The result is between 0 and [`MAX_EUROS`].
///
/// # Errors
/// If it is no amount, is negative, too large, or can be read in two ways; see [`AmountError::text`].
pub fn parse_amount_in(typed: &str, lang: Lang) -> Result<Money, AmountError> {
    let lower = typed.trim().to_lowercase().replace('€', "");
    let lower = lower.trim();
    let lower = lower.strip_suffix("euros").or_else(|| lower.strip_suffix("eur")).unwrap_or(lower).trim();
    let (negative, lower) = match lower.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, lower.strip_prefix('+').unwrap_or(lower)),
    };
    let (factor, digits) = match lower.strip_suffix('k') {
        Some(rest) => (1000.0, rest),
        None => (1.0, lower),
    };
    let digits: String =
        digits.chars().filter(|char| !char.is_whitespace() && !matches!(char, '_' | '\'' | '’')).collect();
    if let Some(error) = ambiguous(&digits, factor, lang) {
        return Err(error);
    }
    let amount =
        plain_number(&digits).and_then(|plain| plain.parse::<f64>().ok()).ok_or(AmountError::Unreadable)?
            * factor;
    if negative && amount > 0.0 {
        Err(AmountError::Negative)
    } else if amount > MAX_EUROS {
        Err(AmountError::TooLarge)
    } else {
        Ok(Money::euros(amount))
    }
}

/// Reads two amounts: `45-55k`, `45k..55k`, `45/55 K€`, `45 000 à 55 000`. One amount is a range of its own.
///
/// A `k` behind the high end counts for a low end below 1 000 too.
///
/// # Errors
/// As [`parse_amount_in`] for either end, and if the low end is above the high one.
pub fn parse_amount_range(typed: &str, lang: Lang) -> Result<Range<Money>, AmountError> {
    const MARKS: [&str; 8] = ["...", "..", "–", "—", "/", " à ", " to ", "-"];
    let lower = typed.trim().to_lowercase();
    let parts =
        MARKS.iter().find_map(|mark| lower.split_once(mark).filter(|(low, _)| !low.trim().is_empty()));
    let Some((low, high)) = parts else {
        return parse_amount_in(typed, lang).map(|amount| Range::between(amount, amount));
    };
    let in_thousands =
        |part: &str| part.replace('€', "").replace("euros", "").replace("eur", "").trim().ends_with('k');
    let (mut from, to) = (parse_amount_in(low, lang)?, parse_amount_in(high, lang)?);
    if in_thousands(high) && !in_thousands(low) && from.as_euros() < 1000.0 {
        from = from * 1000.0;
    }
    if from > to { Err(AmountError::Reversed) } else { Ok(Range::between(from, to)) }
}

/// A pay as people say it: `26k`, `2 100 net`, `2 600 € brut par mois`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SaidPay {
    /// The amount, in euros.
    pub amount: Money,
    /// Whether it is said to be net, before income tax.
    pub is_net: bool,
    /// The period that is said.
    pub per: Option<Per>,
}

impl SaidPay {
    /// Net pay below this is a month's: a year's would be half of the minimum wage.
    const MONTHLY_BELOW: Money = Money::euros(10_000.0);

    /// The period that is said, or else meant: a year, but for net pay too low for one.
    pub fn period(&self) -> Per {
        let is_low = self.is_net && self.amount < Self::MONTHLY_BELOW;
        self.per.unwrap_or(if is_low { Per::Month } else { Per::Year })
    }

    /// The amount over a year, net or gross as it is said.
    pub fn over_a_year(&self) -> Money {
        self.amount * self.period().per_year()
    }
}

/// Reads a pay with the words behind it: net or gross, a month or a year.
///
/// # Errors
/// As [`parse_amount_in`] for the amount.
pub fn parse_pay_in(typed: &str, lang: Lang) -> Result<SaidPay, AmountError> {
    const NET: [&str; 2] = ["net", "nets"];
    const GROSS: [&str; 3] = ["brut", "bruts", "gross"];
    const MONTH: [&str; 6] = ["par mois", "a month", "/ mois", "/mois", "/month", "mensuels"];
    const YEAR: [&str; 6] = ["par an", "a year", "/ an", "/an", "/year", "annuels"];
    let lower = typed.trim().to_lowercase();
    let mut rest = lower.as_str();
    let (mut is_net, mut per) = (false, None);
    let behind = |rest: &mut &str, words: &[&str]| {
        let left = words.iter().find_map(|word| rest.strip_suffix(word));
        left.map(|left| *rest = left.trim_end()).is_some()
    };
    loop {
        match () {
            () if behind(&mut rest, &NET) => is_net = true,
            () if behind(&mut rest, &MONTH) => per = Some(Per::Month),
            () if behind(&mut rest, &YEAR) => per = Some(Per::Year),
            () if behind(&mut rest, &GROSS) => {}
            () => break,
        }
    }
    parse_amount_in(rest, lang).map(|amount| SaidPay { amount, is_net, per })
}

/// The two readings of `digits` with one mark and three digits behind it, if people may mean either.
fn ambiguous(digits: &str, factor: f64, lang: Lang) -> Option<AmountError> {
    let at = digits.find([',', '.'])?;
    let (whole, fraction) = (&digits[..at], &digits[at + 1..]);
    let digits_only = |text: &str| !text.is_empty() && text.chars().all(|char| char.is_ascii_digit());
    let one_group = digits_only(whole) && digits_only(fraction) && fraction.len() == 3 && whole.len() <= 3;
    let zero = whole.chars().all(|char| char == '0');
    let english = lang == Lang::En && digits[at..].starts_with(',') && !zero && factor <= 1.0;
    if !one_group || english {
        return None;
    }
    let decimal = format!("{whole}.{fraction}").parse::<f64>().ok()?;
    let thousands = format!("{whole}{fraction}").parse::<f64>().ok()?;
    Some(AmountError::Ambiguous {
        decimal: Money::euros(decimal * factor),
        thousands: Money::euros(thousands * factor),
    })
}

/// `digits` with thousands marks taken out and a point as decimal mark, if it is a number at all.
fn plain_number(digits: &str) -> Option<String> {
    let last_mark = digits.rfind([',', '.']);
    let valid = digits.chars().all(|char| char.is_ascii_digit() || matches!(char, ',' | '.'))
        && digits.chars().any(|char| char.is_ascii_digit());
    if !valid {
        return None;
    }
    let Some(at) = last_mark else {
        return Some(digits.to_owned());
    };
    let (whole, fraction) = (&digits[..at], &digits[at + 1..]);
    let mark = &digits[at..=at];
    let groups = |text: &str| -> Option<String> {
        let parts: Vec<&str> = text.split([',', '.']).collect();
        let grouped = parts.iter().skip(1).all(|part| part.len() == 3) && (1..=3).contains(&parts[0].len());
        (parts.len() == 1 || grouped).then(|| parts.concat())
    };
    let other_mark = whole.contains([',', '.']) && !whole.contains(mark);
    if fraction.len() == 3 && !whole.is_empty() && !other_mark {
        return groups(digits).or_else(|| Some(format!("{}.{fraction}", groups(whole)?)));
    }
    (!whole.contains(mark)).then(|| groups(whole)).flatten().map(|whole| format!("{whole}.{fraction}0"))
}

#[cfg(test)]
mod tests {
    use super::{AmountError, parse_amount, parse_amount_in, parse_amount_range, parse_pay_in};
    use crate::model::money::{Money, Range};
    use crate::model::text::Lang;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (typed, euros) in [
            ("48000", 48000.0),
            ("48k", 48000.0),
            ("48 000", 48000.0),
            ("48\u{202f}000 €", 48000.0),
            ("3 200,50", 3200.5),
            ("€48,000", 48000.0),
            ("48.000,5", 48000.5),
            ("1,234,567.89", 1_234_567.89),
            ("45,5k€", 45500.0),
            ("48k euros", 48000.0),
            ("0", 0.0),
        ] {
            assert_eq!(parse_amount(typed), Ok(Money::euros(euros)), "{typed}");
        }
    }

    #[test]
    fn what_is_no_amount_is_refused_and_named() {
        for typed in ["", "abc", "1e999", "NaN", "inf", "4..5", "1,2,3", "12,34,567", "k", "€"] {
            assert_eq!(parse_amount(typed), Err(AmountError::Unreadable), "{typed}");
        }
        assert_eq!(parse_amount("-5"), Err(AmountError::Negative));
        assert_eq!(parse_amount("999999999999"), Err(AmountError::TooLarge));
    }

    #[test]
    fn three_decimals_that_may_be_thousands_are_refused_with_both_readings() {
        for (typed, decimal, thousands) in [
            ("0.125", 0.125, 125.0),
            ("0,125", 0.125, 125.0),
            ("283.945", 283.945, 283_945.0),
            ("48.500k", 48_500.0, 48_500_000.0),
        ] {
            let Err(AmountError::Ambiguous { decimal: small, thousands: large }) = parse_amount(typed) else {
                panic!("{typed}")
            };
            assert!((small.as_euros() - decimal).abs() < 1e-6, "{typed} {small:?}");
            assert!((large.as_euros() - thousands).abs() < 1e-6, "{typed} {large:?}");
        }
        assert_eq!(parse_amount("1,234.567"), Ok(Money::euros(1_234.567)));
        assert_eq!(parse_amount("-0").map(|zero| zero.as_euros().is_sign_negative()), Ok(false));
    }

    #[test]
    fn a_comma_before_three_digits_groups_thousands_in_english_only() {
        assert_eq!(parse_amount_in("48,500", Lang::En), Ok(Money::euros(48_500.0)));
        for typed in ["48,500", "283,945", "2,345", "48.500"] {
            let refused = parse_amount_in(typed, Lang::Fr);
            assert!(matches!(refused, Err(AmountError::Ambiguous { .. })), "{typed}");
        }
        assert!(parse_amount_range("48,500-55,000", Lang::Fr).is_err());
        assert_eq!(parse_amount_in("3200,500", Lang::Fr), Ok(Money::euros(3_200.5)), "no group of thousands");
        assert_eq!(parse_amount_in("1,234,567", Lang::Fr), Ok(Money::euros(1_234_567.0)));
    }

    #[test]
    fn readings_can_be_typed_back_in_the_language() {
        let told = |typed: &str| parse_amount_in(typed, Lang::Fr).unwrap_err().text(typed);
        assert!(told("0,125").fr.ends_with("écrivez 0,13 ou 125"), "{}", told("0,125").fr);
        assert!(told("0,125").en.ends_with("write 0.13 or 125"));
        assert!(told("999,999").fr.ends_with("écrivez 999,99 ou 999999"), "{}", told("999,999").fr);
    }

    #[test]
    fn pay_is_read_with_the_words_behind_it() {
        for (typed, a_year, is_net) in [
            ("26k", 26_000.0, false),
            ("2 100 net", 25_200.0, true),
            ("2 100 € nets par mois", 25_200.0, true),
            ("25 200 net", 25_200.0, true),
            ("2 600 brut par mois", 31_200.0, false),
            ("2 600 €/mois brut", 31_200.0, false),
            ("2,600 gross a month", 31_200.0, false),
            ("31k a year", 31_000.0, false),
        ] {
            let said = parse_pay_in(typed, Lang::En).unwrap();
            assert_eq!((said.over_a_year(), said.is_net), (Money::euros(a_year), is_net), "{typed}");
        }
        for typed in ["net", "2 100 nette", "par mois", "-1 net"] {
            assert!(parse_pay_in(typed, Lang::Fr).is_err(), "{typed}");
        }
    }

    #[test]
    fn a_range_of_pay_is_read_as_job_ads_write_it() {
        let range = Range::between(Money::euros(45_000.0), Money::euros(55_000.0));
        for typed in
            ["45-55k", "45k..55k", "45/55 K€", "45 000 – 55 000 €", "45k-55k", "45 à 55 k€", "€45,000-55,000"]
        {
            assert_eq!(parse_amount_range(typed, Lang::En), Ok(range), "{typed}");
        }
        assert_eq!(
            parse_amount_range("48k", Lang::En),
            Ok(Range::between(Money::euros(48_000.0), Money::euros(48_000.0)))
        );
        assert_eq!(parse_amount_range("55-45k", Lang::En), Err(AmountError::Reversed));
        assert_eq!(parse_amount_range("-5", Lang::En), Err(AmountError::Negative));
    }
}
