//! The town that an ad names: behind a label, in its head, or where it says that the work is.

use crate::reader::matching::Surface;
use crate::reader::words::{has_any, list, strip_word, words_at};

/// What may stand between a town and the words before it: “based in”.
const PREPOSITIONS: &[&str] = &["", "a ", "au ", "aux ", "in "];
/// Words in front of a town, in its clause, that make it that of the head office.
const HEAD_OFFICE: &[&str] = &["siege", "headquarters", "headquartered", "head office", "hq", "maison mere"];

/// The town in which the work is.
pub fn town(surface: &Surface<'_>, header: usize) -> Option<String> {
    let text = surface.text();
    labelled(surface)
        .or_else(|| situated(text, list("job is in")))
        // In the head of an ad its pieces are few: a town among them is the place.
        .or_else(|| first_town(&text[..header]))
        .or_else(|| with_department(surface, header))
        .or_else(|| situated(text, list("company is in")))
}

/// What stands behind a label, if it begins with a capital.
fn labelled(surface: &Surface<'_>) -> Option<String> {
    let text = surface.text();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let body = line.trim_start_matches([' ', '-', '*', '·', '>', '#', '|']);
        let offset = start + line.len() - body.len();
        let behind = list("place labels").iter().filter_map(|label| body.strip_prefix(label));
        let mut labelled = behind.filter(|rest| rest.trim_start_matches(['*', ' ', '(']).starts_with(':'));
        let Some(rest) = labelled.next() else { continue };
        if let Some(town) = first_town(rest) {
            return Some(town);
        }
        let value = rest.trim_start_matches(['*', ' ', ':', '(']);
        let from = offset + body.len() - value.len();
        let length = value.find(['(', ',', '|', ';', '\n', '.', '·', '/']).unwrap_or(value.len());
        let length = value[..length].find(" - ").unwrap_or(length);
        let name = surface
            .quote(from, from + length)
            .trim()
            .trim_end_matches(|char: char| char.is_ascii_digit() || char == ' ');
        let known = ["france", "remote", "a definir", "teletravail", "full", "partout", "ile-de-france"];
        let plausible = name.starts_with(char::is_uppercase)
            && name.split_whitespace().count() <= 4
            && !known.iter().any(|word| value.starts_with(word));
        if plausible {
            return Some(name.to_owned());
        }
    }
    None
}

/// The first known town in a folded text that is not that of the head office.
fn first_town(text: &str) -> Option<String> {
    let found = list("towns").iter().filter_map(|town| {
        let at = spellings(town).iter().filter_map(|spelling| at_its_place(text, spelling)).min()?;
        Some((at, usize::MAX - town.len(), *town))
    });
    found.min().map(|(_, _, town)| town.to_owned())
}

/// The ways a town is written, folded: its hyphens as spaces, its article behind a preposition, `au Havre`.
fn spellings(town: &str) -> Vec<String> {
    let folded = crate::model::name::fold(town);
    let contracted = folded.strip_prefix("le ").map(|rest| format!("au {rest}"));
    let spaced = folded.replace('-', " ");
    let mut all: Vec<String> = [folded, spaced].into_iter().chain(contracted).collect();
    all.dedup();
    all
}

/// Where a town stands first that is no head office; a common word that is also a town needs its place in a list.
fn at_its_place(text: &str, folded: &str) -> Option<usize> {
    let ordinary = matches!(
        folded,
        "tours" | "lens" | "nice" | "gap" | "valence" | "laval" | "pau" | "moulins" | "bron"
    );
    words_at(text, folded).find(|at| {
        let before = text[..*at].trim_end();
        let separate = before.is_empty()
            || before.ends_with(['|', ',', '-', '·', '(', ':', '\n'])
            || before.ends_with(" a");
        let clause = before.rsplit(['\n', '.', ',', ';', '|', '·']).next().unwrap_or_default();
        (!ordinary || separate) && !has_any(clause, HEAD_OFFICE)
    })
}

/// `Lannion (22)`: a name with its department, in the head of the ad.
fn with_department(surface: &Surface<'_>, header: usize) -> Option<String> {
    let text = &surface.text()[..header];
    text.match_indices('(').find_map(|(at, _)| {
        let inside = &text[at + 1..text[at..].find(')').map(|end| at + end)?];
        if !matches!(inside.len(), 2 | 3 | 5) || !inside.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let from = text[..at].rfind(['\n', '|', ',', '·', ';', ':', '>']).map_or(0, |from| from + 1);
        let from = text[from..at].rfind(" - ").map_or(from, |found| from + found + 3);
        // “aux Ulis” are “Les Ulis”, and “au Bourget” is “Le Bourget”.
        let (from, article) = [(" a ", ""), (" au ", "Le "), (" aux ", "Les ")]
            .into_iter()
            .find_map(|(word, article)| Some((from + text[from..at].rfind(word)? + word.len(), article)))
            .unwrap_or((from, ""));
        let name = surface.quote(from, at).trim().trim_start_matches(['-', ' ', '*', '#']);
        (name.starts_with(char::is_uppercase) && name.split_whitespace().count() <= 4)
            .then(|| format!("{article}{name}"))
    })
}

/// A town right behind one of `phrases` and a preposition.
fn situated(text: &str, phrases: &[&str]) -> Option<String> {
    phrases
        .iter()
        .find_map(|phrase| words_at(text, phrase).find_map(|at| town_at(&text[at + phrase.len()..])))
}

/// The town with which a text begins, but for a preposition.
fn town_at(text: &str) -> Option<String> {
    let text = text.trim_start_matches(' ');
    let begins =
        |rest: &str, town: &str| spellings(town).iter().any(|spelling| strip_word(rest, spelling).is_some());
    let rests = PREPOSITIONS.iter().filter_map(|preposition| text.strip_prefix(preposition));
    let towns = rests.flat_map(|rest| list("towns").iter().filter(move |town| begins(rest, town)));
    towns.max_by_key(|town| town.len()).map(|town| (*town).to_owned())
}
