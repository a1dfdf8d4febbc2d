//! What is left of a few salaries, month by month.

use serde::Serialize;

use crate::model::money::Money;
use crate::model::text::{Text, text};
use crate::pay::{Rules, Tax, UsualSchedules};
use crate::report::{Kind, Table};

/// What a gross salary leaves, euros a month but for the first.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct NetLine {
    /// The gross salary, euros a year.
    pub gross_per_year: Money,
    /// The gross salary of a month.
    pub gross: Money,
    /// The employee's contributions.
    pub contributions: Money,
    /// What is left before tax.
    pub net_before_tax: Money,
    /// The tax withheld, at the neutral rate.
    pub tax: Money,
    /// What reaches the account.
    pub net_after_tax: Money,
}

/// What each gross salary leaves in a company of ten, with the status that is usual of the amount.
pub fn lines(amounts: &[Money], rules: &Rules) -> Vec<NetLine> {
    let schedules = UsualSchedules::new(rules);
    let line = |gross: &Money| {
        let figures = schedules.figures(*gross, None, Tax::Neutral);
        let month = |yearly: Money| (yearly / 12.0).rounded();
        NetLine {
            gross_per_year: *gross,
            gross: month(figures.gross),
            contributions: month(figures.gross - figures.net_before_tax),
            net_before_tax: month(figures.net_before_tax),
            tax: month(figures.net_before_tax - figures.net_after_tax),
            net_after_tax: month(figures.net_after_tax),
        }
    };
    amounts.iter().map(line).collect()
}

/// A salary a row, from gross to what reaches the account.
pub fn table(lines: &[NetLine]) -> Table {
    Table::of(lines)
        .column("gross_per_year", Kind::Number, text("Brut par an", "Gross a year"), |line| {
            line.gross_per_year
        })
        .column("gross", Kind::Number, text("Brut", "Gross"), |line| line.gross)
        .column("contributions", Kind::Number, text("Cotisations", "Contributions"), |line| {
            line.contributions * -1.0
        })
        .column("net_before_tax", Kind::Number, text("Net avant impôt", "Net before tax"), |line| {
            line.net_before_tax
        })
        .column("tax", Kind::Number, text("Impôt", "Tax"), |line| line.tax * -1.0)
        .column("net_after_tax", Kind::Number, text("Versé sur le compte", "Paid into the account"), |line| {
            line.net_after_tax
        })
        .aside(text("Euros par mois, arrondis à l’euro", "Euros a month, rounded to the euro"))
}

/// What share of the gross reaches the account, from the lowest salary to the highest.
pub fn finding(lines: &[NetLine]) -> Option<(Text, Text)> {
    let share = |line: &NetLine| {
        let share = line.net_after_tax.as_euros() / line.gross.as_euros();
        share.is_finite().then(|| format!("{:.0}", share * 100.0))
    };
    let (first, last) = (share(lines.first()?)?, share(lines.last()?)?);
    if first == last {
        return Some((
            Text::new(
                format!("{first} % du brut arrivent sur le compte."),
                format!("{first}% of the gross reaches the account."),
            ),
            text("", ""),
        ));
    }
    Some((
        Text::new(
            format!("De {first} % à {last} % du brut arrivent sur le compte :"),
            format!("From {first}% to {last}% of the gross reaches the account:"),
        ),
        text("la part baisse quand le salaire monte.", "the share falls as pay rises."),
    ))
}
