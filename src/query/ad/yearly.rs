//! What an ad pays in gross euros a year, so that it can be compared, and how that was got from what it says.

use crate::model::figures::{amounts, date, figure};
use crate::model::money::{Money, Range};
use crate::model::rules::Rules;
use crate::model::text::{Lang, Text, text};
use crate::pay::{Basis, Profile, Schedule, Tax};
use crate::reader::ad::{Ad, Bound, Currency, OtherPay};

/// Hours of a year at full time: 35 × 52.
const HOURS: f64 = 1820.0;

/// The gross pay of a year, and what was reckoned to get it.
pub struct Yearly {
    /// Both ends; the same twice if there is one amount.
    pub gross: Range<Money>,
    /// What was reckoned.
    pub assumptions: Vec<Text>,
}

impl Yearly {
    /// The pay of `ad` under `rules`; `None` if it tells none in euros that makes a year.
    pub fn of(ad: &Ad<'_>, rules: &Rules) -> Option<Self> {
        let mut assumptions = Vec::new();
        let (stated, is_net) = match (&ad.pay, &ad.other_pay) {
            (Some(pay), _) => (pay.yearly()?, pay.gross == Some(false)),
            (None, Some(other)) => (full_time(other)?, other.gross == Some(false)),
            (None, None) => return None,
        };
        let gross = if is_net { stated.map(|net| before_contributions(net, rules)) } else { stated };
        if ad.pay.is_none() {
            assumptions.extend(at_full_time(stated));
        }
        if let Some(months) = ad.pay.and_then(|pay| pay.months).filter(|months| *months > 12.0) {
            assumptions.extend(paid_so_often(months, stated));
        }
        if is_net {
            assumptions.extend(from_net(gross, rules));
        }
        assumptions.extend(ad.pay.and_then(|pay| pay.bound).map(one_end));
        Some(Self { gross, assumptions })
    }

    /// The low end.
    pub fn low(&self) -> Money {
        self.gross.low.unwrap_or_default()
    }

    /// Whether the two ends differ.
    pub fn is_range(&self) -> bool {
        self.gross.high > self.gross.low
    }
}

/// An hourly pay in euros over a year of full time.
fn full_time(pay: &OtherPay) -> Option<Range<Money>> {
    let yearly = |hour: f64| Money::euros(hour * HOURS).rounded();
    (pay.hourly && pay.currency == Currency::Euro).then(|| Range::between(yearly(pay.low), yearly(pay.high)))
}

/// The gross pay of a year that leaves `net` before tax.
fn before_contributions(net: Money, rules: &Rules) -> Money {
    let schedule = Schedule::new(rules, Profile::default());
    let found = schedule.inverse(Basis::Net, net, Tax::Neutral).gross();
    schedule.in_cents(found, Basis::Net, net, Tax::Neutral)
}

/// Without cents, which an amount that was reckoned back does not have.
fn whole(money: Money) -> Money {
    Money::euros(money.as_euros().round())
}

fn at_full_time(yearly: Range<Money>) -> Option<Text> {
    let sum = amounts(yearly)?;
    Some(Text::new(
        format!("Un salaire horaire est comparé à raison de 35 heures par semaine : {} par an.", sum.fr),
        format!("An hourly pay is compared at 35 hours a week: {} a year.", sum.en),
    ))
}

fn paid_so_often(months: f64, yearly: Range<Money>) -> Option<Text> {
    let sum = amounts(yearly)?;
    let [fr, en] = [Lang::Fr, Lang::En].map(|lang| times(months, lang));
    Some(Text::new(
        format!("Payé {fr} fois par an, ce salaire fait {} par an.", sum.fr),
        format!("Paid {en} times a year, this makes {} a year.", sum.en),
    ))
}

/// How often a year a pay is paid: `13` or `13,5`.
pub fn times(months: f64, lang: Lang) -> String {
    figure(months, usize::from(months.fract() > 0.0), lang)
}

fn from_net(gross: Range<Money>, rules: &Rules) -> Option<Text> {
    let (sum, year) = (amounts(gross.map(whole))?, date(&rules.date));
    Some(Text::new(
        format!(
            "L’annonce donne un net : avant impôt et pour un cadre, il demande environ {} brut par an selon les règles du {}, et c’est ce brut qui est comparé.",
            sum.fr, year.fr
        ),
        format!(
            "The ad states a net pay: before tax and for a cadre, it takes about {} gross a year under the rules of {}, and that gross pay is compared.",
            sum.en, year.en
        ),
    ))
}

fn one_end(bound: Bound) -> Text {
    match bound {
        Bound::AtLeast => text(
            "L’annonce ne dit que le bas de la rémunération, et c’est lui qui est comparé.",
            "The ad tells the low end of the pay only, and that is what is compared.",
        ),
        Bound::AtMost => text(
            "L’annonce ne dit que le haut de la rémunération, et c’est lui qui est comparé.",
            "The ad tells the high end of the pay only, and that is what is compared.",
        ),
    }
}
