//! What is wrong with a value, what was expected, and what was perhaps meant, in both languages.

use std::collections::BTreeSet;

use serde_json::Value;

use super::shape::{Node, Numbers, Object, Shape, TextKind};
use crate::model::name::{Unknown, nearest};
use crate::model::text::{Text, text};

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
        Shape::List(_) => text("une liste [ … ]", "a list [ … ]"),
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
fn seen(value: &Value) -> Text {
    let written = brief(&value.to_string());
    match value {
        Value::Object(_) => text("un objet", "an object"),
        Value::Array(_) => text("une liste", "a list"),
        Value::String(_) => Text::new(format!("le texte {written}"), format!("the text {written}")),
        Value::Number(_) => Text::new(format!("le nombre {written}"), format!("the number {written}")),
        Value::Bool(_) | Value::Null => Text::same(&written),
    }
}

/// A value of another type than wanted.
pub fn mismatch(node: &Node, value: &Value) -> Text {
    let (wanted, seen) = (wanted(node), seen(value));
    Text::new(
        format!("attendu : {} ; trouvé : {}", wanted.fr, seen.fr),
        format!("expected {}, found {}", wanted.en, seen.en),
    )
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

pub fn unknown_role(id: &str, known: &BTreeSet<&str>) -> Text {
    unknown_id(text("poste", "role"), id, known.iter().copied())
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
pub fn not_ascending(now: &str, before: &str) -> Text {
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

/// A stated figure without the ends that its bound promises.
pub fn bound_broken(bound: &str) -> Text {
    let (fr, en) = match bound {
        "average" => ("bas et haut égaux", "low and high to be equal"),
        "range" => ("un bas sous le haut", "a low end below the high end"),
        _ => ("un haut seul, avec « low » à null", "a high end alone, with `low` null"),
    };
    Text::new(format!("« {bound} » demande {fr}"), format!("`{bound}` asks for {en}"))
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

/// A message about a name that stands in `more` other places of the file too.
pub fn in_more_places(message: Text, more: usize) -> Text {
    match more {
        0 => message,
        1 => with_note(
            message,
            "(de même à un autre endroit du fichier)",
            "(and so in another place of the file)",
        ),
        _ => with_note(
            message,
            &format!("(de même à {more} autres endroits du fichier)"),
            &format!("(and so in {more} other places of the file)"),
        ),
    }
}

/// The note at the end of the first line of a message.
fn with_note(message: Text, fr: &str, en: &str) -> Text {
    let noted = |text: &str, note: &str| match text.split_once('\n') {
        Some((first, rest)) => format!("{first} {note}\n{rest}"),
        None => format!("{text} {note}"),
    };
    Text::new(noted(&message.fr, fr), noted(&message.en, en))
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

/// An edition that is much older than the facts it would date.
pub fn old_edition(given: &str, shipped: u16) -> Text {
    let given = brief(given);
    Text::new(
        format!("l’édition {given} est bien plus ancienne que les faits du programme, de {shipped}"),
        format!("the edition {given} is much older than the program’s facts, of {shipped}"),
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

// What is wrong with a file as JSON, whatever it says.

pub const fn comment() -> Text {
    text("le JSON n’a pas de commentaires ; retirez celui-ci", "JSON has no comments; take this one out")
}

pub const fn after_end() -> Text {
    text("il reste du texte après la fin du JSON", "text is left after the end of the JSON")
}

pub const fn cut_short() -> Text {
    text("le fichier s’arrête au milieu du JSON", "the file ends in the middle of the JSON")
}

pub const fn colon_expected() -> Text {
    text("« : » attendu entre la clé et sa valeur", "expected `:` between the key and its value")
}

pub const fn value_expected() -> Text {
    text("il manque la valeur avant ce signe", "the value is missing before this sign")
}

pub const fn trailing_comma() -> Text {
    text("virgule en trop : rien ne la suit", "a comma too many: nothing follows it")
}

pub const fn missing_comma() -> Text {
    text("il manque une virgule avant cette valeur", "a comma is missing before this value")
}

pub const fn closes_nothing() -> Text {
    text(
        "ce crochet ou cette accolade ne ferme pas ce qui est ouvert",
        "this bracket or brace closes nothing that is open",
    )
}

pub const fn too_deep() -> Text {
    text("trop de niveaux imbriqués", "too many levels are nested")
}

pub fn no_json(written: &str) -> Text {
    let written = brief(written);
    Text::new(format!("« {written} » n’est pas du JSON"), format!("`{written}` is not JSON"))
}

pub fn no_number(written: &str) -> Text {
    let written = brief(written);
    Text::new(
        format!("« {written} » n’est pas un nombre en JSON"),
        format!("`{written}` is no number in JSON"),
    )
}

pub const fn open_text() -> Text {
    text("il manque le guillemet fermant de ce texte", "the closing quote of this text is missing")
}

pub const fn stray_quote() -> Text {
    text(
        "il manque un guillemet avant ce mot, ou un guillemet d’un texte devrait s’écrire \\\"",
        "a quote is missing before this word, or a quote in a text should be written \\\"",
    )
}

pub const fn single_quotes() -> Text {
    text("un texte s’écrit entre guillemets doubles", "a text is written in double quotes")
}

pub const fn key_expected() -> Text {
    text("une clé entre guillemets est attendue ici", "a key in quotes is expected here")
}

pub const fn bad_escape() -> Text {
    text("une barre oblique inverse n’introduit rien de connu", "a backslash introduces nothing known")
}

pub const fn raw_control() -> Text {
    text(
        "un texte ne contient ni retour à la ligne ni caractère de commande ; écrivez \\n ou \\u00XX",
        "a text holds no line break and no control character; write \\n or \\u00XX",
    )
}

pub const fn not_utf8() -> Text {
    text(
        "ces octets ne sont pas de l’UTF-8 ; enregistrez le fichier en UTF-8",
        "these bytes are not UTF-8; save the file as UTF-8",
    )
}

pub const fn blank() -> Text {
    text("ce texte est vide", "this text is empty")
}

pub const fn empty_list() -> Text {
    text("cette liste ne doit pas être vide", "this list must not be empty")
}

pub const fn empty_file() -> Text {
    text("le fichier est vide", "the file is empty")
}

/// What the strict parser said, without the place it puts behind.
pub fn unreadable(error: &serde_json::Error) -> Text {
    let reason = error.to_string();
    let reason = reason.split(" at line ").next().unwrap_or_default();
    Text::new(format!("données illisibles ({reason})"), format!("unreadable data ({reason})"))
}

/// A file without any of the keys that would tell what it is.
pub fn no_known_key(keys: &str) -> Text {
    Text::new(
        format!("aucune clé connue à la racine ; une au moins est attendue : {keys}"),
        format!("no known key at the top; expected at least one of: {keys}"),
    )
}
