//! The options on income tax that several commands share: the method, and who is taxed together.

use clap::builder::ValueParser;
use clap::{Arg, ArgMatches};

use super::argument::{Arguments, Refusal, amount, choice, figure, option, whole_number};
use crate::model::error::Reason;
use crate::model::money::Money;
use crate::model::name::Unknown;
use crate::model::percent::parse_percent;
use crate::model::text::{Lang, Text, text};
use crate::model::vocabulary::Vocabulary;
use crate::pay::{Household, HouseholdError, HouseholdKind, MAX_CHILDREN, MAX_OWN_RATE, Tax, Taxation};

/// What `--tax` says.
#[derive(Debug, Clone, Copy)]
enum Method {
    Named(Tax),
    Own(Taxation),
}

/// `--tax`: the neutral rate, the scale, or one's own rate in percent.
pub fn tax(lang: Lang) -> Arg {
    let help =
        text("neutral, scale ou son taux en %, tel 7,5", "neutral, scale, or one’s rate in %, say 7.5");
    figure(option(lang, "tax", text("MÉTHODE", "METHOD"), help), method())
}

/// `--household`, `--children`, `--partner-taxable`.
pub fn household(lang: Lang) -> [Arg; 3] {
    let kind = text("Foyer", "Household");
    let children = text("Enfants à charge", "Dependent children");
    let partner = text("Revenu imposable du conjoint, par an", "The partner’s taxable income, a year");
    [
        choice::<HouseholdKind>(lang, "household", text("QUI", "WHO"), kind),
        figure(option(lang, "children", text("N", "N"), children), small_number()),
        figure(option(lang, "partner-taxable", text("€", "€"), partner), amount(lang)),
    ]
}

/// The household that was described; `None` if nothing was said of it.
///
/// # Errors
/// A usage error if the options contradict each other.
pub fn household_of(args: &ArgMatches) -> Result<Option<Household>, Reason> {
    let kind = args.one::<HouseholdKind>("household");
    let children = args.one::<u8>("children");
    let partner = args.one::<Money>("partner-taxable");
    if kind.is_none() && children.is_none() && partner.is_none() {
        return Ok(None);
    }
    let household = Household::new(
        kind.unwrap_or(HouseholdKind::Single),
        children.unwrap_or(0),
        partner.unwrap_or(Money::euros(0.0)),
    );
    household.map(Some).map_err(|error| Reason::Usage(wrong_household(error).spaced()))
}

/// How tax is reckoned: as `--tax` says, by the scale for a household that was described, else at the neutral rate.
///
/// # Errors
/// A usage error if a household is described for a rate that does not depend on it.
pub fn taxation(args: &ArgMatches) -> Result<Taxation, Reason> {
    let household = household_of(args)?;
    match (args.one::<Method>("tax"), household) {
        (None | Some(Method::Named(Tax::Scale)), Some(household)) => Ok(Taxation::Scale(household)),
        (Some(_), Some(_)) => Err(Reason::Usage(
            text(
                "le foyer ne compte qu’au barème : `--tax scale --household couple`, ou `--tax neutral` sans foyer",
                "the household counts by the scale only: `--tax scale --household couple`, or `--tax neutral` without a household",
            )
            .spaced(),
        )),
        (Some(Method::Own(own)), None) => Ok(own),
        (Some(Method::Named(tax)), None) => Ok(tax.into()),
        (None, None) => Ok(Taxation::Neutral),
    }
}

fn method() -> ValueParser {
    ValueParser::new(|typed: &str| match parse_percent(typed) {
        Ok(percent) => Taxation::own_percent(percent).map(Method::Own).ok_or_else(|| Refusal(no_rate(typed))),
        Err(error) => match error.readings(typed) {
            Some(readings) => Err(Refusal(readings)),
            None => Tax::parse(typed).map(Method::Named).map_err(|unknown| Refusal(no_method(&unknown))),
        },
    })
}

fn no_rate(typed: &str) -> Text {
    let most = MAX_OWN_RATE * 100.0;
    Text::new(
        format!("« {typed} » : un taux d’impôt est entre 0 et {most} %, par exemple 7,5"),
        format!("`{typed}`: a tax rate is between 0 and {most}%, such as 7.5"),
    )
}

fn no_method(unknown: &Unknown) -> Text {
    let known = unknown.message();
    Text::new(
        format!("{} ; ou un taux en %, par exemple 7,5", known.fr),
        format!("{}; or a rate in %, such as 7.5", known.en),
    )
}

/// What is wrong with a household, with an example.
fn wrong_household(error: HouseholdError) -> Text {
    match error {
        HouseholdError::TooManyChildren(children) => Text::new(
            format!("`--children {children}` : {MAX_CHILDREN} enfants au plus, par exemple `--children 2`"),
            format!("`--children {children}`: at most {MAX_CHILDREN} children, such as `--children 2`"),
        ),
        HouseholdError::LoneParentWithoutChild => text(
            "un parent isolé a au moins un enfant : `--household lone-parent --children 1`",
            "a lone parent has at least one child: `--household lone-parent --children 1`",
        ),
        HouseholdError::PartnerWithoutCouple => text(
            "le revenu du conjoint n’a de sens que pour un couple : `--household couple --partner-taxable 20000`",
            "a partner’s income needs a couple: `--household couple --partner-taxable 20000`",
        ),
        HouseholdError::BadPartnerIncome => text(
            "le revenu imposable du conjoint est un montant positif par an : `--partner-taxable 20000`",
            "the partner’s taxable income is a positive amount a year: `--partner-taxable 20000`",
        ),
    }
}

/// A number of children; how many are too many is said where households are made.
fn small_number() -> ValueParser {
    whole_number(0..=u8::MAX, |typed| {
        Text::new(
            format!("« {typed} » n’est pas un nombre d’enfants ; donnez un entier, par exemple 2"),
            format!("`{typed}` is no number of children; give a whole number, such as 2"),
        )
    })
}
