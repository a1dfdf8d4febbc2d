//! What is wrong with a value, what was expected, and what was perhaps meant, in both languages.

use std::collections::BTreeSet;

use super::lexer::{Kind, Token};
use super::shape::{Node, Numbers, Object, Shape, TextKind};
use crate::model::name::{Unknown, nearest};
use crate::model::text::{Text, text};

pub use super::say_json::*;

/// No more names than this are listed.
const LISTED: usize = 30;
/// No more names than this are compared with a mistyped one.
const COMPARED: usize = 1000;
/// Longer names, in bytes, are compared with none.
const LONGEST: usize = 100;
/// No more characters than this of a value are repeated.
const REPEATED: usize = 60;

/// The beginning of a value, as it is repeated in a message.
pub fn brief(value: &str) -> String {
    let mut brief: String = value.chars().take(REPEATED).collect();
    if brief.len() < value.len() {
        brief.push('…');
    }
    brief
}

/// What a value should have been.
fn wanted(node: &Node) -> Text {
    let wanted = match &node.shape {
        Shape::Any => text("une valeur", "a value"),
        Shape::Object(object) if object.bilingual => text(
            "un texte dans les deux langues, { \"fr\": …, \"en\": … }",
            "a text in both languages, { \"fr\": …, \"en\": … }",
        ),
        Shape::Object(_) => text("un objet { … }", "an object { … }"),
        Shape::List { .. } => text("une liste [ … ]", "a list [ … ]"),
        Shape::Text(TextKind::Date) => {
            text("une date AAAA-MM-JJ entre guillemets", "a date YYYY-MM-DD in quotes")
        }
        Shape::Text(_) => text("un texte entre guillemets", "a text in quotes"),
        Shape::Choice(members) => {
            let list = members.join(", ");
            Text::new(format!("un de ces noms ({list})"), format!("one of these names ({list})"))
        }
        Shape::Number(Numbers { whole: true, .. }) => text("un nombre entier", "a whole number"),
        Shape::Number(_) => text("un nombre", "a number"),
        Shape::Year => text("une année", "a year"),
        Shape::Flag => text("true ou false", "true or false"),
    };
    if node.nullable {
        return Text::new(format!("{} ou null", wanted.fr), format!("{} or null", wanted.en));
    }
    wanted
}

/// What stands there instead.
fn seen(token: Token, source: &str) -> Text {
    let written = brief(&source[token.span.start..token.span.end]);
    match token.kind {
        Kind::OpenObject => text("un objet", "an object"),
        Kind::OpenList => text("une liste", "a list"),
        Kind::Text { .. } | Kind::RawText => {
            Text::new(format!("le texte {written}"), format!("the text {written}"))
        }
        Kind::Number => Text::new(format!("le nombre {written}"), format!("the number {written}")),
        Kind::True | Kind::False | Kind::Null => Text::same(&written),
        Kind::Word if written.starts_with('"') => Text::new(
            format!("{written}, où un guillemet devrait s’écrire \\\""),
            format!("{written}, in which a quote should be written \\\""),
        ),
        _ => Text::new(
            format!("« {written} », qui n’est pas du JSON"),
            format!("`{written}`, which is not JSON"),
        ),
    }
}

/// A value of another type than wanted.
pub fn mismatch(node: &Node, token: Token, source: &str) -> Text {
    let (wanted, seen) = (wanted(node), seen(token, source));
    Text::new(
        format!("attendu : {} ; trouvé : {}", wanted.fr, seen.fr),
        format!("expected {}, found {}", wanted.en, seen.en),
    )
}

pub fn value_missing(node: &Node) -> Text {
    let wanted = wanted(node);
    Text::new(format!("il manque la valeur : {}", wanted.fr), format!("the value is missing: {}", wanted.en))
}

/// A key that is not there.
pub fn missing(name: &str, object: &Object) -> Text {
    if object.bilingual {
        let (fr, en) = if name == "fr" { ("français", "French") } else { ("anglais", "English") };
        return Text::new(
            format!("il manque le texte {fr}, clé « {name} »"),
            format!("the {en} text is missing, key `{name}`"),
        );
    }
    Text::new(format!("il manque la clé « {name} »"), format!("the key `{name}` is missing"))
}

pub fn unknown_key(name: &str, object: &Object) -> Text {
    let names = object.fields.iter().map(|field| field.name.as_str());
    Unknown::new(text("nom de clé", "key"), &brief(name), names).message()
}

pub fn no_member(given: &str, members: &[String]) -> Text {
    Unknown::new(text("nom", "name"), &brief(given), members.iter().map(String::as_str)).message()
}

pub fn unknown_source(id: &str, known: &BTreeSet<String>) -> Text {
    unknown_id(text("source", "source"), id, known.iter().map(String::as_str))
}

pub fn unknown_role<'a>(id: &str, known: impl Iterator<Item = &'a str>) -> Text {
    unknown_id(text("poste", "role"), id, known)
}

/// An id that refers to nothing; long lists of ids are not repeated.
fn unknown_id<'a>(kind: Text, id: &str, known: impl Iterator<Item = &'a str>) -> Text {
    let mut known: Vec<&str> = known.take(COMPARED).collect();
    known.sort_unstable();
    known.dedup();
    let short = known.iter().copied().filter(|known| known.len() <= LONGEST);
    let nearest = nearest(&brief(id), short).map(brief);
    if known.len() > LISTED {
        known.clear();
    }
    let known = known.into_iter().map(brief).collect();
    Unknown { kind, given: brief(id), known, nearest }.message()
}

pub fn same_id(id: &str, list: &str) -> Text {
    let id = brief(id);
    Text::new(
        format!("l’id « {id} » est déjà pris plus haut dans « {list} »"),
        format!("the id `{id}` is taken already, above in `{list}`"),
    )
}

pub fn twice(name: &str) -> Text {
    Text::new(
        format!("la clé « {name} » figure deux fois ; gardez-en une"),
        format!("the key `{name}` stands twice; keep one"),
    )
}

pub fn low_above_high(low: f64, high: f64) -> Text {
    Text::new(
        format!("le bas de la fourchette ({low}) dépasse le haut ({high})"),
        format!("the low end ({low}) is above the high end ({high})"),
    )
}

pub fn ends_before_it_begins(from: f64, to: f64) -> Text {
    Text::new(
        format!("la tranche finit à {to} ; la fin vient après le début ({from})"),
        format!("the band ends at {to}; it must end after it begins ({from})"),
    )
}

/// A value that does not lie beyond that of the entry before.
pub fn not_rising(now: &str, before: &str) -> Text {
    let (now, before) = (brief(now), brief(before));
    Text::new(
        format!("{now} ne vient pas après {before}, la valeur précédente : la liste va en montant"),
        format!("{now} does not come after {before}, the value before: the list rises"),
    )
}

/// An entry behind one that has no end.
pub fn after_the_last(key: &str) -> Text {
    Text::new(
        format!("rien ne vient après une entrée dont « {key} » est null"),
        format!("nothing comes after an entry whose `{key}` is null"),
    )
}

/// The last entry of a list that must go on without end.
pub fn not_open_ended(key: &str) -> Text {
    Text::new(
        format!("la dernière entrée n’a pas de fin : son « {key} » doit être null"),
        format!("the last entry has no end: its `{key}` must be null"),
    )
}

/// A contribution that someone would owe twice.
pub fn owed_twice(id: &str) -> Text {
    let id = brief(id);
    Text::new(
        format!("« {id} » est déjà due plus haut pour ce statut et cet effectif"),
        format!("`{id}` is owed already, above, for this status and staff"),
    )
}

/// A rule with the id of another.
pub fn id_of_another_rule(id: &str) -> Text {
    let id = brief(id);
    Text::new(
        format!("l’id « {id} » est déjà celui d’une autre règle"),
        format!("the id `{id}` is that of another rule already"),
    )
}

/// A file of pay rules whose year is not that of its name.
pub fn other_year(year: f64, named: u16) -> Text {
    Text::new(
        format!("l’année {year} n’est pas celle du nom du fichier, {named}"),
        format!("the year {year} is not that of the file’s name, {named}"),
    )
}

pub fn leads_to_itself(role: &str) -> Text {
    let role = brief(role);
    Text::new(
        format!("une évolution ne mène pas d’un poste à lui-même (« {role} »)"),
        format!("a step does not lead from a role to itself (`{role}`)"),
    )
}

/// A stated figure without the ends that its statistic promises.
pub fn ends_missing(statistic: &str) -> Text {
    let (fr, en) = match statistic {
        "point" | "mean" | "median" | "p10" | "p90" => ("bas et haut égaux", "low and high to be equal"),
        "range" => ("un bas sous le haut", "a low end below the high end"),
        "minimum" => ("un bas seul, avec « high » à null", "a low end alone, with `high` null"),
        _ => ("un haut seul, avec « low » à null", "a high end alone, with `low` null"),
    };
    Text::new(format!("« {statistic} » demande {fr}"), format!("`{statistic}` asks for {en}"))
}

pub fn out_of_range(written: &str, min: f64, max: f64) -> Text {
    let written = brief(written);
    if (min, max) == (0.0, 1.0) {
        return Text::new(
            format!("{written} est hors limites : une part va de 0 à 1 (6,8 % s’écrit 0.068)"),
            format!("{written} is out of range: a share goes from 0 to 1 (6.8 % is written 0.068)"),
        );
    }
    Text::new(
        format!("{written} est hors limites : un nombre de {min} à {max} est attendu"),
        format!("{written} is out of range: expected a number from {min} to {max}"),
    )
}

pub fn not_whole(written: &str) -> Text {
    let written = brief(written);
    Text::new(
        format!("{written} n’est pas écrit comme un nombre entier"),
        format!("{written} is not written as a whole number"),
    )
}

pub const fn minus_zero() -> Text {
    text("-0 : écrivez 0", "-0: write 0")
}

pub fn beyond_cents(written: &str) -> Text {
    let written = brief(written);
    Text::new(
        format!("{written} va au-delà du centime : un montant a deux décimales au plus"),
        format!("{written} goes beyond the cent: an amount has two decimals at most"),
    )
}

pub fn implausible_year(written: &str, first: u16, last: u16) -> Text {
    let written = brief(written);
    Text::new(
        format!("{written} n’est pas une année plausible : de {first} à {last}"),
        format!("{written} is no plausible year: expected {first} to {last}"),
    )
}

pub fn no_link(given: &str) -> Text {
    let given = brief(given);
    Text::new(
        format!(
            "« {given} » n’est pas une adresse web ; elle commence par https:// ou http://, puis un nom, sans espace"
        ),
        format!("`{given}` is no web address; it begins with https:// or http:// and a name, without spaces"),
    )
}

pub fn no_date(given: &str) -> Text {
    let given = brief(given);
    Text::new(
        format!("« {given} » n’est pas une date ; écrivez AAAA-MM-JJ"),
        format!("`{given}` is no date; write YYYY-MM-DD"),
    )
}
