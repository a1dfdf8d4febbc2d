//! Whether a text says that a skill is had, is being learned, or is not had: from the words around its name.

use super::Hit;
use super::attitude::Attitude;
use super::clauses::{Clause, Clauses};
use super::headings::{REACH, title};
use super::surface::Surface;
use crate::reader::words::{list, words, words_at};

/// For each hit, what the text says.
pub fn of(hits: &[Hit], surface: &Surface<'_>, clauses: &Clauses) -> Vec<Attitude> {
    let text = surface.text();
    let mut attitudes = vec![Attitude::Have; hits.len()];
    let (mut section, mut next) = (Attitude::Have, 0);
    let mut before: std::ops::Range<usize> = 0..0;
    for clause in clauses.all() {
        let first = next;
        while next < hits.len() && hits[next].start < clause.end {
            next += 1;
        }
        let range = first..next;
        if clause.heading && clause.first {
            // A heading that names a skill, `Rust (learning)`, speaks of that one alone.
            section = match title(text[clause.start..clause.end].trim()) {
                _ if !range.is_empty() => section,
                Some(attitude) => attitude,
                None => Attitude::Have,
            };
        }
        within(hits, range.clone(), text, clause, section, &mut attitudes);
        let denied = text[clause.start..clause.end].trim_start();
        if range.is_empty() && list("denies before").iter().any(|phrase| denied.contains(phrase)) {
            attitudes[before.clone()].fill(Attitude::Absent);
        }
        before = range;
    }
    attitudes
}

/// Judges the hits of one clause, from left to right: an item of a list shares what the one before it has.
fn within(
    hits: &[Hit],
    range: std::ops::Range<usize>,
    text: &str,
    clause: &Clause,
    section: Attitude,
    attitudes: &mut [Attitude],
) {
    let labelled = clause.label_end.and_then(|end| title(text[clause.start..end].trim()));
    let base = labelled.unwrap_or(section);
    let mut from = clause.start;
    let mut chain = range.start;
    for at in range.clone() {
        let hit = &hits[at];
        let gap = text.get(from..hit.start).unwrap_or_default();
        let linked = at > range.start && is_link(gap);
        let before = if linked { None } else { denied_before(gap) };
        attitudes[at] = before.unwrap_or(if linked { attitudes[at - 1] } else { base });
        if !linked {
            chain = at;
        }
        let until = hits.get(at + 1).filter(|_| at + 1 < range.end).map_or(clause.end, |next| next.start);
        let rest = text.get(hit.version_end.max(hit.end)..until).unwrap_or_default();
        if let Some(attitude) = denied_after(rest) {
            // In brackets it is said of this one alone.
            let alone = rest.trim_start().starts_with('(');
            attitudes[if alone { at } else { chain }..=at].fill(attitude);
        }
        from = hit.version_end.max(hit.end);
    }
}

/// Whether what stands between two names only joins them.
fn is_link(gap: &str) -> bool {
    let mut joined = gap.trim_start().starts_with(',');
    let joins = |word: &str| {
        let is_link = list("name links").contains(&word);
        joined |= is_link;
        is_link || (joined && list("repeated prepositions").contains(&word))
    };
    gap.len() <= 24 && words(gap).all(joins) && !gap.contains(['.', ';', ':', '(', ')'])
}

/// What the words right before a name say.
fn denied_before(gap: &str) -> Option<Attitude> {
    let gap = &gap.replace('\n', " ");
    let gap = gap.rsplit(['(', ')', '|']).next().unwrap_or_default();
    let gap = list("negation ends").iter().fold(gap, |gap, word| behind_word(gap, word));
    // A comma ends what is denied, unless the thing denied follows it at once.
    let gap = gap.rsplit([',']).next().unwrap_or_default();
    if list("not denied").iter().any(|phrase| gap.contains(phrase)) {
        return None;
    }
    let said = last_words(gap);
    if has_phrase(&said, list("learning before")) {
        return Some(Attitude::Learning);
    }
    let behind_no = list("negated nouns").iter().filter_map(|phrase| after_phrase(&said, phrase));
    if let Some(rest) = behind_no.min_by_key(|rest| rest.len()) {
        return denies_at_once(rest).then_some(Attitude::Absent);
    }
    has_phrase(&said, list("negated verbs")).then_some(Attitude::Absent)
}

/// What stands behind the last `word` of a text; all of it if the word is not there as a whole: “jamais” has no “mais”.
fn behind_word<'a>(text: &'a str, word: &str) -> &'a str {
    words_at(text, word).last().map_or(text, |at| &text[at + word.len()..])
}

/// Whether nothing but fillers, and at most one noun, stand between a negated noun and the name.
///
/// Behind a noun a preposition begins another thought: *without downtime to Kubernetes*.
fn denies_at_once(rest: &str) -> bool {
    let mut noun = false;
    for word in rest.split([' ', '\'']).filter(|word| !word.is_empty()) {
        let filler = list("negation fillers").contains(&word);
        if noun && (!filler || !matches!(word, "de" | "d" | "du" | "des" | "of" | "en" | "la" | "le" | "l")) {
            return false;
        }
        noun |= !filler;
    }
    true
}

/// What the words right behind a name say.
fn denied_after(rest: &str) -> Option<Attitude> {
    if let Some(attitude) = level_after(rest) {
        return Some(attitude);
    }
    let rest = &rest.replace('\n', " ");
    let relative = rest.trim_start().strip_prefix(',').unwrap_or_default().trim_start();
    if list("absent relative").iter().any(|phrase| relative.starts_with(phrase)) {
        return Some(Attitude::Absent);
    }
    // What stands in brackets may be the attitude itself, or a name before it.
    told_at(rest).or_else(|| told_at(behind_studies(rest)))
}

/// What a text says that begins with an attitude.
fn told_at(rest: &str) -> Option<Attitude> {
    let rest = rest.trim_start_matches([' ', ':', '(', '-', '\n', '=']);
    let rest = rest.split([',', ';', ')', '.']).next().unwrap_or_default();
    let begins = |phrases: &[&str]| {
        phrases.iter().any(|phrase| {
            rest.strip_prefix(phrase)
                .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric) || phrase.ends_with('e'))
        })
    };
    if begins(list("absent after")) {
        Some(Attitude::Absent)
    } else if begins(list("learning after")) {
        Some(Attitude::Learning)
    } else {
        None
    }
}

/// What stands behind a noun of studies, or behind a short name in brackets: “Kubernetes (CKA) à venir”.
fn behind_studies(rest: &str) -> &str {
    let body = rest.trim_start();
    let noun =
        list("studies").iter().find_map(|noun| body.strip_prefix(noun)).filter(|rest| rest.starts_with(' '));
    let bracket = body.strip_prefix('(').and_then(|inner| inner.split_once(')'));
    let name = bracket.filter(|(name, _)| !name.contains(' ')).map(|(_, rest)| rest);
    noun.or(name.filter(|rest| rest.starts_with(' '))).unwrap_or(rest)
}

/// What a level says that is set apart behind a name by a colon, a bracket or a dash, and is all that stands there.
fn level_after(rest: &str) -> Option<Attitude> {
    let apart = [':', '(', '-', '=', '|'];
    let level = rest.trim_start().strip_prefix(apart)?.split([',', ';', ')', '.', '\n', '(']).next()?.trim();
    list("absent level").contains(&level).then_some(Attitude::Absent)
}

/// Whether the words before a name say that it is being learned, so that it is a thing that can be.
pub fn is_learned(before: &str) -> bool {
    has_phrase(&last_words(before), list("learning before"))
}

/// The words of a text that stand near enough to its end to be about what follows, with a blank around each.
fn last_words(text: &str) -> String {
    let words = text.split(|char: char| !(char.is_alphanumeric() || char == '\''));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    format!(" {} ", words[words.len().saturating_sub(REACH)..].join(" "))
}

/// Whether the spaced words `said` have one of `phrases` in them as whole words.
fn has_phrase(said: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| after_phrase(said, phrase).is_some())
}

/// What stands in the spaced words `said` behind the last `phrase`.
fn after_phrase<'a>(said: &'a str, phrase: &str) -> Option<&'a str> {
    // Looking for a phrase costs more than seeing that it is too long.
    if phrase.len() >= said.len() {
        return None;
    }
    let at = said.rmatch_indices(phrase).map(|(at, _)| at).find(|at| {
        let (before, after) = (&said[..*at], &said[at + phrase.len()..]);
        before.ends_with([' ', '\'']) && (phrase.ends_with('\'') || after.starts_with([' ', '\'']))
    })?;
    Some(&said[at + phrase.len()..])
}
