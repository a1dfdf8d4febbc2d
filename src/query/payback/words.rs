//! What a training costs, and when it has paid back, in words.

use super::PaybackLine;
use super::account::Outcome;
use crate::model::amount::SaidPay;
use crate::model::figures::{amount, amounts, duration, number};
use crate::model::money::{Money, Range};
use crate::model::text::{Lang, Text, text};
use crate::model::vocabulary::Per;

/// Beyond a working life's length, years say nothing.
const MANY_YEARS: f64 = 40.0;
/// A month in years.
const MONTH: f64 = 1.0 / 12.0;
/// What is paid back in less, about a month, is paid back by the first pay.
const AT_ONCE: f64 = 0.1;

/// How a pay was read that was said net or by the month: as this gross pay of a year; `None` if it was said so.
pub fn read_as(said: SaidPay, gross: Money) -> Option<Text> {
    let per = said.period();
    if !said.is_net && per == Per::Year {
        return None;
    }
    let (pay, gross) = (amount(said.amount), whole(gross));
    let kind = if said.is_net { text("net", "net") } else { text("brut", "gross") };
    let period = per.each();
    Some(Text::new(
        format!(
            "Salaire actuel lu comme {} {} {}, soit {} brut par an.",
            pay.fr, kind.fr, period.fr, gross.fr
        ),
        format!(
            "Pay today read as {} {} {}, which is {} gross a year.",
            pay.en, kind.en, period.en, gross.en
        ),
    ))
}

/// The cost, or what it is at least.
pub fn cost(line: &PaybackLine) -> Option<Text> {
    let account = &line.account;
    match (account.cost, account.cost_at_least) {
        (Some(cost), _) => span(cost),
        (None, Some(least)) => {
            let (low, high) = least.ends()?;
            let (low, high) = (whole(low), whole(high));
            Some(if low == high {
                Text::new(format!("au moins {}", low.fr), format!("at least {}", low.en))
            } else {
                let figure = low.fr.trim_end_matches('€').trim_end();
                Text::new(
                    format!("au moins {figure} à {} selon la durée", high.fr),
                    format!("at least {} to {} by duration", low.en, high.en),
                )
            })
        }
        (None, None) => None,
    }
}

/// An amount to the euro.
fn whole(money: Money) -> Text {
    amount(to_euro(money))
}

fn to_euro(money: Money) -> Money {
    Money::euros(money.as_euros().round() + 0.0)
}

/// Two amounts, or one if they are the same.
pub fn span(range: Range<Money>) -> Option<Text> {
    let (low, high) = range.ends()?;
    amounts(Range::between(to_euro(low), to_euro(high)))
}

/// After how long it has paid back, in words where a figure would be absurd.
pub fn paid_back(line: &PaybackLine) -> Option<Text> {
    let account = &line.account;
    let may_never = account.outcome == Outcome::MayNever;
    match (account.outcome, account.break_even_years) {
        (Outcome::Never, _) => Some(text("jamais", "never")),
        (_, Some(years)) => Some(match (years.low?, years.high) {
            (low, None) => or_never(&from_years(low)),
            (low, Some(_)) if low > MANY_YEARS => from_years(low),
            (_, Some(high)) if high < AT_ONCE => text("aussitôt", "at once"),
            (low, Some(high)) => between(low, high),
        }),
        (_, None) => {
            let least = account.break_even_at_least_years.filter(|years| *years >= MONTH).map(at_least);
            match least {
                Some(least) if may_never => Some(or_never(&least)),
                None if may_never => Some(text("peut-être jamais", "maybe never")),
                least => least,
            }
        }
    }
}

fn or_never(time: &Text) -> Text {
    Text::new(format!("{}, ou jamais", time.fr), format!("{}, or never", time.en))
}

/// A time and no less.
fn at_least(years: f64) -> Text {
    let time = from_years(years);
    if years > MANY_YEARS {
        return time;
    }
    Text::new(format!("{} au moins", time.fr), format!("at least {}", time.en))
}

/// From the best case to the worst.
fn between(low: f64, high: f64) -> Text {
    let (least, most) = (from_years(low), from_years(high));
    if low < MONTH {
        return Text::new(format!("{} au plus", most.fr), format!("at most {}", most.en));
    }
    if least == most {
        return least;
    }
    // A unit that both ends share is said once.
    let (fr, en) = if (in_months(low) < 12) == (in_months(high) < 12) && high <= MANY_YEARS {
        (figure(low, Lang::Fr), figure(low, Lang::En))
    } else {
        (least.fr.into_owned(), least.en.into_owned())
    };
    Text::new(format!("{fr} à {}", most.fr), format!("{en} to {}", most.en))
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "fewer years than a life has")]
fn in_months(years: f64) -> u16 {
    (years.clamp(0.0, 100.0) * 12.0).round() as u16
}

/// The figure of a time: months below a year, else years.
fn figure(years: f64, lang: Lang) -> String {
    match in_months(years) {
        months @ 0..12 => months.to_string(),
        12 => "1".to_owned(),
        _ => number(years, usize::from(years < 10.0 && !is_whole(years)), lang),
    }
}

/// Whether nothing but a zero would stand behind the comma.
fn is_whole(years: f64) -> bool {
    (years - years.round()).abs() < 0.05
}

/// A time in words: months below a year, else years.
fn from_years(years: f64) -> Text {
    if years > MANY_YEARS {
        return text("plus de 40 ans", "more than 40 years");
    }
    let months = in_months(years);
    if months <= 12 {
        return duration(months.max(1), months.max(1));
    }
    let plural = if years.round() >= 2.0 && years >= 1.95 { "s" } else { "" };
    Text::new(
        format!("{}\u{a0}an{plural}", figure(years, Lang::Fr)),
        format!("{}\u{a0}years", figure(years, Lang::En)),
    )
}
