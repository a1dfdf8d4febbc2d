//! Arguments parsed into types at the boundary: members of closed sets, amounts, ids.

use std::ffi::OsStr;
use std::fmt;
use std::marker::PhantomData;
use std::ops::RangeInclusive;
use std::str::FromStr;

use super::french;
use clap::builder::{PossibleValue, StringValueParser, TypedValueParser, ValueParser};
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint};

use crate::model::amount::{parse_amount_in, parse_amount_range, parse_pay_in};
use crate::model::text::{Lang, Text, text};
use crate::model::vocabulary::Vocabulary;
use crate::view::localize_message;

/// Why a value was refused, in both languages.
#[derive(Debug, Clone)]
pub struct Refusal(pub Text);

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.0.in_lang(Lang::En))
    }
}

impl std::error::Error for Refusal {}

/// An option `--name VALUE` with its help.
pub fn option(lang: Lang, name: &'static str, value: Text, help: Text) -> Arg {
    Arg::new(name)
        .long(name)
        .aliases(french::option_aliases(name))
        .value_name(localize_message(&value, lang))
        .help(localize_message(&help, lang))
        .value_hint(ValueHint::Other)
        .hide_possible_values(true)
        .hide_default_value(true)
}

/// An option that takes names, once or often, also separated by commas.
pub fn list(lang: Lang, name: &'static str, value: Text, help: Text) -> Arg {
    option(lang, name, value, help).action(ArgAction::Append).value_delimiter(',')
}

/// A flag `--name` with its help.
pub fn flag(lang: Lang, name: &'static str, help: Text) -> Arg {
    Arg::new(name)
        .long(name)
        .aliases(french::option_aliases(name))
        .action(ArgAction::SetTrue)
        .help(localize_message(&help, lang))
}

/// An argument without dashes, with its help.
pub fn positional(lang: Lang, name: &'static str, value: Text, help: Text) -> Arg {
    Arg::new(name)
        .value_name(localize_message(&value, lang))
        .help(localize_message(&help, lang))
        .value_hint(ValueHint::Other)
        .hide_possible_values(true)
}

/// An argument without dashes that takes words, as many as there are.
pub fn words(lang: Lang, name: &'static str, value: Text, help: Text) -> Arg {
    positional(lang, name, value, help).value_parser(word()).action(ArgAction::Append).num_args(0..)
}

/// An argument whose value is a figure; one that begins with a minus sign is told what figures are accepted.
pub fn figure(argument: Arg, parser: ValueParser) -> Arg {
    argument.value_parser(parser).allow_hyphen_values(true)
}

/// An argument that is the path of a file or folder.
pub fn path(argument: Arg) -> Arg {
    argument.value_parser(ValueParser::path_buf()).value_hint(ValueHint::AnyPath)
}

/// An option that takes members of a closed set, once or often, also separated by commas.
pub fn choices<V: Choosable>(lang: Lang, name: &'static str, value: Text, help: Text) -> Arg {
    choice::<V>(lang, name, value, help).action(ArgAction::Append).value_delimiter(',')
}

/// An option that takes one member of a closed set; its help lists them.
pub fn choice<V: Choosable>(lang: Lang, name: &'static str, value: Text, help: Text) -> Arg {
    member::<V>(lang, option(lang, name, value, help))
}

/// An argument whose value is one member of a closed set; its help lists them.
pub fn member<V: Choosable>(lang: Lang, argument: Arg) -> Arg {
    let ids: Vec<&str> = V::ALL.iter().map(|member| member.id()).collect();
    let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
    argument.help(format!("{help} [{}]", ids.join(", "))).value_parser(Choice::<V>(lang, PhantomData))
}

/// A closed set that arguments can be taken from.
pub trait Choosable: Vocabulary + Send + Sync {}
impl<V: Vocabulary + Send + Sync> Choosable for V {}

/// Parses a member of a closed set whatever its case and accents.
#[derive(Clone)]
struct Choice<V>(Lang, PhantomData<V>);

impl<V: Choosable> TypedValueParser for Choice<V> {
    type Value = V;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<V, clap::Error> {
        let parse = |name: String| V::parse(&name).map_err(|unknown| Refusal(unknown.message()));
        StringValueParser::new().try_map(parse).parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let value =
            |member: &V| PossibleValue::new(member.id()).help(localize_message(&member.label(), self.0));
        Some(Box::new(V::ALL.iter().map(value)))
    }
}

/// Parses an amount of euros as people write it in `lang`.
pub fn amount(lang: Lang) -> ValueParser {
    ValueParser::new(move |typed: &str| {
        parse_amount_in(typed, lang).map_err(|error| Refusal(error.text(typed)))
    })
}

/// Parses a pay as people say it in `lang`: `26k`, `2 100 net`.
pub fn pay(lang: Lang) -> ValueParser {
    ValueParser::new(move |typed: &str| parse_pay_in(typed, lang).map_err(|error| Refusal(error.text(typed))))
}

/// Parses a text in which there is something to look for.
pub fn word() -> ValueParser {
    ValueParser::new(|typed: &str| {
        let told = typed.chars().any(char::is_alphanumeric).then(|| typed.to_owned());
        told.ok_or_else(|| {
            Refusal(text(
                "rien à chercher ; donnez au moins un mot",
                "nothing to look for; give at least one word",
            ))
        })
    })
}

/// Parses a whole number of `range`; `refusal` says why anything else is none.
pub fn whole_number<N>(
    range: RangeInclusive<N>,
    refusal: impl Fn(&str) -> Text + Clone + Send + Sync + 'static,
) -> ValueParser
where
    N: FromStr + PartialOrd + Clone + Send + Sync + 'static,
{
    ValueParser::new(move |typed: &str| {
        let number = typed.trim().parse().ok().filter(|number| range.contains(number));
        number.ok_or_else(|| Refusal(refusal(typed)))
    })
}

/// Parses a number of things, from 1.
pub fn count() -> ValueParser {
    whole_number(1..=usize::MAX, |typed| {
        Text::new(
            format!("« {typed} » ne convient pas ; donnez un entier à partir de 1"),
            format!("`{typed}` will not do; give a whole number from 1"),
        )
    })
}

/// Parses a number of things, from 1 to `most`.
pub fn count_up_to(most: usize) -> ValueParser {
    number_between(1, most)
}

/// Parses a number from `least` to `most`.
pub fn number_between<N>(least: N, most: N) -> ValueParser
where
    N: FromStr + PartialOrd + fmt::Display + Clone + Send + Sync + 'static,
{
    whole_number(least.clone()..=most.clone(), move |typed| {
        Text::new(
            format!("« {typed} » n’est pas un nombre de {least} à {most}"),
            format!("`{typed}` is no number from {least} to {most}"),
        )
    })
}

/// Parses a number of years of a working life.
pub fn years_of_experience() -> ValueParser {
    /// Nobody works longer; anything above is a slip of the keyboard.
    const MOST: u8 = 60;
    whole_number(0..=MOST, |typed| {
        Text::new(
            format!("« {typed} » n’est pas un nombre d’années de 0 à {MOST}"),
            format!("`{typed}` is no number of years from 0 to {MOST}"),
        )
    })
}

/// Parses a number of days in a year.
pub fn days_of_a_year() -> ValueParser {
    whole_number(1..=366_u16, |typed| {
        Text::new(
            format!("« {typed} » n’est pas un nombre de jours ; donnez un entier de 1 à 366"),
            format!("`{typed}` is no number of days; give a whole number from 1 to 366"),
        )
    })
}

/// Parses an amount of euros above zero.
pub fn positive_amount(lang: Lang) -> ValueParser {
    ValueParser::new(move |typed: &str| match parse_amount_in(typed, lang) {
        Ok(amount) if amount.as_euros() > 0.0 => Ok(amount),
        Ok(_) => Err(nothing_to_compute(typed)),
        Err(error) => Err(Refusal(error.text(typed))),
    })
}

/// Parses an amount of euros above zero, or two as job ads write them: `45-55k`.
pub fn positive_range(lang: Lang) -> ValueParser {
    ValueParser::new(move |typed: &str| match parse_amount_range(typed, lang) {
        Ok(range) if range.low.is_some_and(|low| low.as_euros() > 0.0) => Ok(range),
        Ok(_) => Err(nothing_to_compute(typed)),
        Err(error) => Err(Refusal(error.text(typed))),
    })
}

fn nothing_to_compute(typed: &str) -> Refusal {
    Refusal(Text::new(
        format!("« {typed} » ne laisse rien à calculer ; donnez un montant au-dessus de 0"),
        format!("`{typed}` leaves nothing to compute; give an amount above 0"),
    ))
}

/// Parses a calendar year.
pub fn year() -> ValueParser {
    whole_number(1900..=2200_u16, |typed| {
        Text::new(
            format!("« {typed} » n’est pas une année ; écrivez par exemple 2026"),
            format!("`{typed}` is no year; write for instance 2026"),
        )
    })
}

/// Reading parsed arguments.
///
/// The type that is asked for must be the one that the argument's parser makes, a `String` where it has none: clap panics
/// otherwise, and so does the test that runs every command's examples.
pub trait Arguments {
    /// The value of an option that may be absent.
    fn one<T: Clone + Send + Sync + 'static>(&self, name: &str) -> Option<T>;
    /// The values of an option that may be repeated.
    fn many<T: Clone + Send + Sync + 'static>(&self, name: &str) -> Vec<T>;
    /// Whether a flag is there.
    fn has(&self, name: &str) -> bool;
}

impl Arguments for ArgMatches {
    fn one<T: Clone + Send + Sync + 'static>(&self, name: &str) -> Option<T> {
        self.get_one::<T>(name).cloned()
    }

    fn many<T: Clone + Send + Sync + 'static>(&self, name: &str) -> Vec<T> {
        self.get_many::<T>(name).map(|values| values.cloned().collect()).unwrap_or_default()
    }

    fn has(&self, name: &str) -> bool {
        self.get_flag(name)
    }
}
