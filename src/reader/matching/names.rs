//! Looking for every name at once: whole words only, the longest name wins, and a phrase that means something else hides
//! the names within it.

use std::collections::BTreeMap;

use aho_corasick::automaton::Automaton;
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{BuildError, Input, PatternID};

use super::misspelt::Slips;
use super::spelling::{known_by, variants};
use super::surface::Surface;
use super::{Hit, Slip};
use crate::model::skill::{Domain, Evidence, Skill};

/// A shorter name takes no figure right behind it: `c4` is not C.
const SHORTEST_VERSIONED: usize = 3;
/// A shorter name takes no plural.
const SHORTEST_PLURAL: usize = 4;

/// The names as an automaton, and what each stands for.
pub struct Names {
    automaton: NFA,
    /// For each pattern the skills it names; none where the phrase means something else.
    senses: Vec<Vec<Sense>>,
    slips: Slips,
}

/// A skill that a spelling names, and what it must have beside it to do so.
#[derive(Debug)]
pub struct Sense {
    /// The skill's place.
    pub skill: usize,
    /// What is needed, all of it.
    pub evidence: Vec<Evidence>,
    /// The spellings as they are written in data, for those that need exactly these capitals.
    pub exact: Vec<String>,
    /// The parts of life whose words beside it say that something else is meant.
    pub not_beside: Vec<Domain>,
}

impl Names {
    /// The names of `skills`, and the phrases that look like them.
    ///
    /// # Errors
    /// Fails if there are more than fit in memory.
    pub fn new(skills: &[&Skill]) -> Result<Self, BuildError> {
        let mut patterns: BTreeMap<String, Vec<Sense>> = BTreeMap::new();
        for (at, skill) in skills.iter().enumerate() {
            for variant in known_by(skill).flat_map(squeezed_variants) {
                let senses = patterns.entry(variant.clone()).or_default();
                if senses.iter().all(|sense| sense.skill != at) {
                    senses.push(sense(skill, at, &variant));
                }
            }
        }
        for phrase in skills.iter().flat_map(|skill| &skill.confused_with) {
            for variant in squeezed_variants(phrase) {
                patterns.entry(variant).or_default();
            }
        }
        patterns.remove("");
        let automaton = NFA::new(patterns.keys())?;
        let needs_nothing = |senses: &[Sense]| !senses.is_empty() && senses.iter().all(Sense::needs_nothing);
        let plain: BTreeMap<&str, usize> = patterns
            .iter()
            .enumerate()
            .filter(|(_, (_, senses))| needs_nothing(senses))
            .map(|(at, (name, _))| (name.as_str(), at))
            .collect();
        let slips = Slips::new(skills, |name| plain.get(name).copied());
        Ok(Self { automaton, senses: patterns.into_values().collect(), slips })
    }

    /// The names in a text, in order; none lies within another.
    pub fn hits(&self, surface: &Surface<'_>) -> Vec<Hit> {
        let squeezed = Surface::squeezed(surface.text());
        let text = squeezed.text();
        let mut hits = Vec::new();
        // Only an automaton that looks for the leftmost match refuses to tell all of them.
        let found = self.automaton.try_find_overlapping_iter(Input::new(text));
        for hit in found.into_iter().flatten() {
            let Some((end, version_end)) = whole_word(hit.start(), hit.end(), surface, &squeezed) else {
                continue;
            };
            hits.push(Hit {
                pattern: hit.pattern().as_usize(),
                start: squeezed.origin(hit.start()),
                end: end_of(&squeezed, end),
                version_end: end_of(&squeezed, version_end),
                slip: None,
            });
        }
        hits.sort_by_key(|hit| std::cmp::Reverse((std::cmp::Reverse(hit.start), hit.end, self.length(hit))));
        let mut kept: Vec<Hit> = Vec::with_capacity(hits.len());
        for hit in hits {
            match kept.last() {
                Some(last) if hit.start < last.end => {
                    // Two names that overlap without one being within the other: the longer one is meant.
                    if self.length(&hit) > self.length(last) && hit.end > last.end {
                        kept.pop();
                        kept.push(hit);
                    }
                }
                _ => kept.push(hit),
            }
        }
        let misspelt = self.misspelt(&squeezed, &kept);
        kept.extend(misspelt);
        kept.sort_by_key(|hit| hit.start);
        kept.retain(|hit| !self.senses(hit).is_empty());
        kept
    }

    /// The words beside the `known` names that are a slip away from a name; none in an address.
    fn misspelt(&self, squeezed: &Surface<'_>, known: &[Hit]) -> Vec<Hit> {
        let text = squeezed.text();
        let mut hits = Vec::new();
        let mut from = 0;
        for piece in text.split(|char: char| !char.is_alphanumeric()) {
            let (start, end) = (from, from + piece.len());
            from = end + text[end..].chars().next().map_or(0, char::len_utf8);
            let Some((pattern, is_long)) = self.slips.find(piece) else { continue };
            let after = &text[end..];
            let next = after.chars().nth(1).is_some_and(char::is_alphanumeric);
            let in_address = text[..start].ends_with(['@', '.', '_', '#'])
                || text[..start].ends_with("//")
                || after.starts_with(['@', '_'])
                || (after.starts_with('.') && next);
            let (start, end) = (squeezed.origin(start), end_of(squeezed, end));
            let place = known.partition_point(|hit| hit.end <= start);
            let is_free = known.get(place).is_none_or(|hit| hit.start >= end);
            if is_free && !in_address {
                let slip = Some(if is_long { Slip::Long } else { Slip::Short });
                hits.push(Hit { pattern, start, end, version_end: end, slip });
            }
        }
        hits
    }

    fn length(&self, hit: &Hit) -> usize {
        self.automaton.pattern_len(PatternID::new_unchecked(hit.pattern))
    }

    /// What a name may mean.
    pub fn senses(&self, hit: &Hit) -> &[Sense] {
        &self.senses[hit.pattern]
    }

    /// The skills that a name stands for.
    pub fn skills(&self, hit: &Hit) -> impl Iterator<Item = usize> + '_ {
        self.senses(hit).iter().map(|sense| sense.skill)
    }
}

impl Sense {
    /// Whether the spelling names its skill wherever it stands.
    const fn needs_nothing(&self) -> bool {
        self.evidence.is_empty() && self.not_beside.is_empty()
    }
}

/// The ways a name is written, as they stand in the searched text.
fn squeezed_variants(name: &str) -> impl Iterator<Item = String> {
    variants(name).into_iter().map(|variant| variant.replace('-', " "))
}

/// What the spelling `variant` of `skill` needs.
fn sense(skill: &Skill, at: usize, variant: &str) -> Sense {
    let mut sense = Sense { skill: at, evidence: Vec::new(), exact: Vec::new(), not_beside: Vec::new() };
    for needs in &skill.needs {
        let meant: Vec<&String> =
            needs.names.iter().filter(|name| squeezed_variants(name).any(|other| other == variant)).collect();
        if !meant.is_empty() {
            sense.evidence.extend(needs.evidence.iter().copied());
            sense.exact.extend(meant.into_iter().cloned());
            sense.not_beside.extend(needs.not_beside.iter().copied());
        }
    }
    sense
}

/// Where what ends at `at` in the searched text ends in the surface's: the blank behind a name may be long, and the name
/// ends before it.
fn end_of(squeezed: &Surface<'_>, at: usize) -> usize {
    let last = squeezed.text()[..at].char_indices().next_back();
    last.map_or(0, |(last, char)| squeezed.origin(last) + char.len_utf8())
}

/// Where the word ends that a name is, and where with a version number; `None` if it is part of another word.
fn whole_word(
    start: usize,
    end: usize,
    surface: &Surface<'_>,
    squeezed: &Surface<'_>,
) -> Option<(usize, usize)> {
    let text = squeezed.text();
    let mut before = text[..start].chars().rev();
    let (previous, second) = (before.next(), before.next());
    let begins_word = text[start..].starts_with(char::is_alphanumeric);
    match previous {
        Some(char) if char.is_alphanumeric() => {
            // `VB.NET`, never `example.net`: what begins with its own sign may follow letters that are capitals like it.
            let capital = |at: usize| surface.quote(at, at + 1).starts_with(char::is_uppercase);
            let dotted = text[start..].starts_with('.');
            if begins_word
                || !dotted
                || !capital(squeezed.origin(start + 1))
                || !capital(squeezed.origin(start - 1))
            {
                return None;
            }
        }
        Some('@' | '_') => return None,
        Some('.') if begins_word && second.is_some_and(char::is_alphanumeric) => return None,
        Some('#' | '+')
            if begins_word
                && second
                    .is_some_and(|char| char == '+' || (char.is_alphanumeric() && previous == Some('#'))) =>
        {
            return None;
        }
        _ => {}
    }
    let name = &text[start..end];
    let letters = name.chars().filter(|char| char.is_alphabetic()).count();
    let mut end = end;
    let ends_in_letter = name.ends_with(char::is_alphabetic);
    if ends_in_letter && letters >= SHORTEST_PLURAL && !name.ends_with('s') {
        let rest = &text[end..];
        let plural =
            rest.strip_prefix("es").or_else(|| rest.strip_prefix('s')).or_else(|| rest.strip_prefix('e'));
        if let Some(rest) = plural.filter(|rest| !rest.starts_with(char::is_alphanumeric)) {
            end = text.len() - rest.len();
        }
    }
    let version = version(&text[end..], letters >= SHORTEST_VERSIONED);
    let version_end = end + version;
    let joined = text[end..].starts_with(|char: char| char.is_ascii_digit());
    let boundary = if joined { version_end } else { end };
    let mut next = text[boundary..].chars();
    let goes_on = match (next.next(), next.next()) {
        (Some('.'), Some(char)) => char.is_alphanumeric() && !capital_after_dot(surface, squeezed, boundary),
        (Some('+'), Some('+')) => !name.ends_with('+'),
        (Some('#' | '@' | '_'), _) => true,
        (Some('&'), Some(char)) => letters < 2 && char.is_alphanumeric(),
        (Some('\''), Some(char)) => letters < 2 && char.is_alphabetic(),
        (Some(char), _) => char.is_alphanumeric(),
        (None, _) => false,
    };
    (!goes_on && (version > 0 || !joined)).then_some((end, version_end))
}

/// Whether a sentence begins right behind the full stop at `at`, without the space that belongs there.
fn capital_after_dot(surface: &Surface<'_>, squeezed: &Surface<'_>, at: usize) -> bool {
    let (from, to) = (squeezed.origin(at + 1), squeezed.origin(at + 1) + 2);
    let quoted = surface.quote(from, to);
    let mut chars = quoted.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(char::is_lowercase)
}

/// The length of a version number at the start of `text`, with the blank before it: `8`, ` 3.11`, ` v2`, ` 19c`, ` 6.x`.
///
/// A year is none. Figures that touch the name count only if `touching` is allowed.
fn version(text: &str, touching: bool) -> usize {
    let blank = usize::from(text.starts_with(' '));
    if blank == 0 && !touching {
        return 0;
    }
    let rest = &text[blank..];
    let sign = ["version ", "v.", "v"].into_iter().find(|sign| {
        rest.strip_prefix(sign).is_some_and(|rest| rest.starts_with(|char: char| char.is_ascii_digit()))
    });
    let rest = &rest[sign.map_or(0, str::len)..];
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut length = digits(rest);
    if length == 0 || length > 2 {
        return 0;
    }
    while let Some(more) = rest[length..]
        .strip_prefix('.')
        .map(|more| digits(more).max(usize::from(more.starts_with('x'))))
        .filter(|more| *more > 0)
    {
        length += 1 + more;
    }
    length += usize::from(rest[length..].starts_with(['c', 'g', 'i', '+']));
    let ended = !rest[length..].starts_with(|char: char| char.is_alphanumeric());
    if ended { blank + sign.map_or(0, str::len) + length } else { 0 }
}
