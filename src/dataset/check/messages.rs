//! What is wrong with a value or with the JSON itself, what was expected, and what was perhaps meant.

use std::collections::BTreeSet;

use serde_json::Value;

use super::schema::{Schema, Type};
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

/// Declares messages: name and values, then the French and the English text.
macro_rules! messages {
    ($($name:ident($($value:ident),*): $fr:literal, $en:literal;)+) => {$(
        pub fn $name($($value: impl ToString),*) -> Text {
            $(let $value = brief(&$value.to_string());)*
            Text::new(format!($fr), format!($en))
        }
    )+};
}

messages! {
    // Values.
    same_id(id, list): "l’id « {id} » est déjà pris plus haut dans « {list} »",
        "the id `{id}` is taken already, above in `{list}`";
    twice(name): "la clé « {name} » figure deux fois ; gardez-en une", "the key `{name}` stands twice; keep one";
    low_above_high(low, high): "le bas de la fourchette ({low}) dépasse le haut ({high})",
        "the low end ({low}) is above the high end ({high})";
    ends_before_it_begins(from, to): "la tranche finit à {to} ; la fin vient après le début ({from})",
        "the band ends at {to}; it must end after it begins ({from})";
    not_ascending(now, before): "{now} ne vient pas après {before}, la valeur précédente : la liste va en montant",
        "{now} does not come after {before}, the value before: the list rises";
    after_the_last(key): "rien ne vient après une entrée dont « {key} » est null",
        "nothing comes after an entry whose `{key}` is null";
    not_open_ended(key): "la dernière entrée n’a pas de fin : son « {key} » doit être null",
        "the last entry has no end: its `{key}` must be null";
    owed_twice(id): "« {id} » est déjà due plus haut pour ce statut, cette zone et cet effectif",
        "`{id}` is owed already, above, for this status, zone and staff";
    id_of_another_rule(id): "l’id « {id} » est déjà celui d’une autre règle",
        "the id `{id}` is that of another rule already";
    other_year(year, named): "l’année {year} n’est pas celle du nom du fichier, {named}",
        "the year {year} is not that of the file’s name, {named}";
    leads_to_itself(role): "une évolution ne mène pas d’un poste à lui-même (« {role} »)",
        "a step does not lead from a role to itself (`{role}`)";
    no_share(written): "{written} est hors limites : une part va de 0 à 1 (6,8 % s’écrit 0.068)",
        "{written} is out of range: a share goes from 0 to 1 (6.8 % is written 0.068)";
    not_between(written, min, max): "{written} est hors limites : un nombre de {min} à {max} est attendu",
        "{written} is out of range: expected a number from {min} to {max}";
    not_whole(written): "{written} n’est pas écrit comme un nombre entier",
        "{written} is not written as a whole number";
    minus_zero(): "-0 : écrivez 0", "-0: write 0";
    beyond_cents(written): "{written} va au-delà du centime : un montant a deux décimales au plus",
        "{written} goes beyond the cent: an amount has two decimals at most";
    implausible_year(written, first, last): "{written} n’est pas une année plausible : de {first} à {last}",
        "{written} is no plausible year: expected {first} to {last}";
    old_edition(given, shipped): "l’édition {given} est bien plus ancienne que les faits du programme, de {shipped}",
        "the edition {given} is much older than the program’s facts, of {shipped}";
    no_link(given): "« {given} » n’est pas une adresse web ; elle commence par https:// ou http://, puis un nom, sans espace",
        "`{given}` is no web address; it begins with https:// or http:// and a name, without spaces";
    no_date(given): "« {given} » n’est pas une date ; écrivez AAAA-MM-JJ", "`{given}` is no date; write YYYY-MM-DD";
    blank(): "ce texte est vide", "this text is empty";
    empty_list(): "cette liste ne doit pas être vide", "this list must not be empty";
    no_known_key(keys): "aucune clé connue à la racine ; une au moins est attendue : {keys}",
        "no known key at the top; expected at least one of: {keys}";

    // The JSON itself.
    empty_file(): "le fichier est vide", "the file is empty";
    comment(): "le JSON n’a pas de commentaires ; retirez celui-ci", "JSON has no comments; take this one out";
    after_end(): "il reste du texte après la fin du JSON", "text is left after the end of the JSON";
    cut_short(): "le fichier s’arrête au milieu du JSON", "the file ends in the middle of the JSON";
    colon_expected(): "« : » attendu entre la clé et sa valeur", "expected `:` between the key and its value";
    value_expected(): "il manque la valeur avant ce signe", "the value is missing before this sign";
    trailing_comma(): "virgule en trop : rien ne la suit", "a comma too many: nothing follows it";
    missing_comma(): "il manque une virgule avant cette valeur", "a comma is missing before this value";
    closes_nothing(): "ce crochet ou cette accolade ne ferme pas ce qui est ouvert",
        "this bracket or brace closes nothing that is open";
    too_deep(): "trop de niveaux imbriqués", "too many levels are nested";
    no_json(written): "« {written} » n’est pas du JSON", "`{written}` is not JSON";
    no_number(written): "« {written} » n’est pas un nombre en JSON", "`{written}` is no number in JSON";
    open_text(): "il manque le guillemet fermant de ce texte", "the closing quote of this text is missing";
    stray_quote(): "il manque un guillemet avant ce mot, ou un guillemet d’un texte devrait s’écrire \\\"",
        "a quote is missing before this word, or a quote in a text should be written \\\"";
    single_quotes(): "un texte s’écrit entre guillemets doubles", "a text is written in double quotes";
    key_expected(): "une clé entre guillemets est attendue ici", "a key in quotes is expected here";
    bad_escape(): "une barre oblique inverse n’introduit rien de connu", "a backslash introduces nothing known";
    raw_control(): "un texte ne contient ni retour à la ligne ni caractère de commande ; écrivez \\n ou \\u00XX",
        "a text holds no line break and no control character; write \\n or \\u00XX";
    not_utf8(): "ces octets ne sont pas de l’UTF-8 ; enregistrez le fichier en UTF-8",
        "these bytes are not UTF-8; save the file as UTF-8";
    unreadable(reason): "données illisibles ({reason})", "unreadable data ({reason})";
}

/// What a value should have been.
fn wanted(schema: &Schema, nullable: bool) -> Text {
    let wanted = match schema.kind() {
        _ if !schema.members.is_empty() => {
            let list = schema.members.join(", ");
            Text::new(format!("un de ces noms ({list})"), format!("one of these names ({list})"))
        }
        Some(Type::Object) if schema.is_bilingual() => text(
            "un texte dans les deux langues, { \"fr\": …, \"en\": … }",
            "a text in both languages, { \"fr\": …, \"en\": … }",
        ),
        Some(Type::Object) => text("un objet { … }", "an object { … }"),
        Some(Type::Array) => text("une liste [ … ]", "a list [ … ]"),
        Some(Type::String) if schema.is_date() => {
            text("une date AAAA-MM-JJ entre guillemets", "a date YYYY-MM-DD in quotes")
        }
        Some(Type::String) => text("un texte entre guillemets", "a text in quotes"),
        Some(Type::Integer) if schema.is_year() => text("une année", "a year"),
        Some(Type::Integer) => text("un nombre entier", "a whole number"),
        Some(Type::Number) => text("un nombre", "a number"),
        Some(Type::Boolean) => text("true ou false", "true or false"),
        Some(Type::Null) | None => text("une valeur", "a value"),
    };
    if nullable {
        return Text::new(format!("{} ou null", wanted.fr), format!("{} or null", wanted.en));
    }
    wanted
}

/// A value of another type than wanted.
pub fn mismatch(schema: &Schema, nullable: bool, value: &Value) -> Text {
    let (wanted, written) = (wanted(schema, nullable), brief(&value.to_string()));
    let (fr, en) = match value {
        Value::Object(_) => ("un objet".to_owned(), "an object".to_owned()),
        Value::Array(_) => ("une liste".to_owned(), "a list".to_owned()),
        Value::String(_) => (format!("le texte {written}"), format!("the text {written}")),
        Value::Number(_) => (format!("le nombre {written}"), format!("the number {written}")),
        Value::Bool(_) | Value::Null => (written.clone(), written),
    };
    Text::new(
        format!("attendu : {} ; trouvé : {fr}", wanted.fr),
        format!("expected {}, found {en}", wanted.en),
    )
}

/// A key that is not there.
pub fn missing(name: &str, object: &Schema) -> Text {
    if object.is_bilingual() {
        let (fr, en) = if name == "fr" { ("français", "French") } else { ("anglais", "English") };
        return Text::new(
            format!("il manque le texte {fr}, clé « {name} »"),
            format!("the {en} text is missing, key `{name}`"),
        );
    }
    Text::new(format!("il manque la clé « {name} »"), format!("the key `{name}` is missing"))
}

pub fn unknown_key(name: &str, object: &Schema) -> Text {
    Unknown::new(text("nom de clé", "key"), &brief(name), object.properties.keys().map(String::as_str))
        .message()
}

pub fn no_member(given: &str, members: &[String]) -> Text {
    Unknown::new(text("nom", "name"), &brief(given), members.iter().map(String::as_str)).message()
}

/// A source that is not known, and is named in `more` other places too.
pub fn unknown_source(id: &str, known: &BTreeSet<String>, more: usize) -> Text {
    unknown_id(text("source", "source"), id, known.iter().map(String::as_str), more)
}

/// A position that is not known, and is named in `more` other places too.
pub fn unknown_role(id: &str, known: &BTreeSet<&str>, more: usize) -> Text {
    unknown_id(text("poste", "role"), id, known.iter().copied(), more)
}

/// An id that refers to nothing; long lists of ids are not repeated.
fn unknown_id<'a>(kind: Text, id: &str, known: impl Iterator<Item = &'a str>, more: usize) -> Text {
    let mut known: Vec<&str> = known.take(COMPARED).collect();
    let short = known.iter().copied().filter(|known| known.len() <= LONGEST);
    let nearest = nearest(&brief(id), short).map(brief);
    if known.len() > LISTED {
        known.clear();
    }
    let known = known.into_iter().map(brief).collect();
    let message = Unknown { kind, given: brief(id), known, nearest }.message();
    if more == 0 {
        return message;
    }
    let s = if more > 1 { "s" } else { "" };
    Text::new(
        noted(&message.fr, &format!("(de même à {more} autre{s} endroit{s} du fichier)")),
        noted(&message.en, &format!("(and so in {more} other place{s} of the file)")),
    )
}

/// The message with a note at the end of its first line.
fn noted(message: &str, note: &str) -> String {
    match message.split_once('\n') {
        Some((first, rest)) => format!("{first} {note}\n{rest}"),
        None => format!("{message} {note}"),
    }
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
    if (min, max) == (0.0, 1.0) { no_share(written) } else { not_between(written, min, max) }
}
