//! What must be said of a business that begins inside the year of the rules.

use super::params::{FreelanceParams, Known};
use crate::model::day::Day;
use crate::model::figures::date;
use crate::model::text::Text;
use crate::pay::Rules;

/// When the business begins, where the relief or the ceilings depend on it.
pub fn created(rules: &Rules, params: &FreelanceParams) -> Option<Text> {
    match params.start {
        Some(start) => first_year(rules, start),
        None if params.acre => {
            let day = date(&rules.date);
            Some(Text::new(
                format!(
                    "Acre d’une entreprise créée le {} ; une autre date : `--start 2026-01-15`. En EI et EURL, une année entière.",
                    day.fr
                ),
                format!(
                    "Acre of a business created on {}; another date: `--start 2026-01-15`. In EI and EURL a whole year.",
                    day.en
                ),
            ))
        }
        None => None,
    }
}

/// More days billed than are left of the year in which the business begins.
pub fn too_many_days(rules: &Rules, params: &FreelanceParams) -> Option<Text> {
    let start = params.start.filter(|start| start.year == rules.year)?;
    let is_by_day = matches!(params.known, Known::DailyRate(_));
    let (days, left) = (params.days, start.days_left());
    let day = date(&start.to_string());
    (is_by_day && u32::from(days) > u32::from(left)).then(|| {
        Text::new(
            format!(
                "{days} jours facturés ne tiennent pas dans les {left} jours qui restent de l’année à partir du {} : donnez ceux de cette année, par exemple `--days {}`.",
                day.fr,
                workable(left)
            ),
            format!(
                "{days} days billed do not fit into the {left} days left of the year from {}: give those of this year, for instance `--days {}`.",
                day.en,
                workable(left)
            ),
        )
    })
}

/// Of so many days of the calendar, those that can be billed: 200 of a year's 365, at least one.
fn workable(days: u16) -> u16 {
    (days * 200 / 365).max(1)
}

fn first_year(rules: &Rules, start: Day) -> Option<Text> {
    let day = date(&start.to_string());
    let days = start.days_left();
    (start.year == rules.year).then(|| {
        Text::new(
            format!(
                "Créée le {} : le chiffre d’affaires est celui des {days} jours de l’année qui restent, et le plafond de la micro leur est proportionnel.",
                day.fr
            ),
            format!(
                "Created on {}: the turnover is that of the {days} days left of the year, and the micro ceiling is in proportion to them.",
                day.en
            ),
        )
    })
}
