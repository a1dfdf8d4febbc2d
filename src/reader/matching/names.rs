//! Looking for every name at once: whole words only, the longest name wins, and a phrase that means something else hides
//! the names within it.

use std::collections::BTreeMap;

use aho_corasick::automaton::Automaton;
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{BuildError, Input};

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
    patterns: Vec<Pattern>,
    slips: Slips,
}

/// What a spelling may mean.
#[derive(Debug, Default)]
pub struct Pattern {
    /// The length of the folded spelling, in bytes.
    length: usize,
    /// The skills it names; none where the phrase means something else.
    pub senses: Vec<Sense>,
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
        let mut patterns: BTreeMap<String, Pattern> = BTreeMap::new();
        for (at, skill) in skills.iter().enumerate() {
            for name in known_by(skill) {
                for variant in variants(name).into_iter().map(|variant| variant.replace('-', " ")) {
                    let pattern = patterns.entry(variant.clone()).or_default();
                    if pattern.senses.iter().all(|sense| sense.skill != at) {
                        pattern.senses.push(sense(skill, at, &variant));
                    }
                }
            }
        }
        for phrase in skills.iter().flat_map(|skill| &skill.confused_with) {
            for variant in variants(phrase) {
                patterns.entry(variant.replace('-', " ")).or_default();
            }
        }
        patterns.remove("");
        let automaton = NFA::new(patterns.keys())?;
        let with_length = |(name, pattern): (String, Pattern)| Pattern { length: name.len(), ..pattern };
        let places: BTreeMap<String, usize> = patterns
            .iter()
            .enumerate()
            .filter(|(_, (_, pattern))| pattern.senses.iter().all(Sense::needs_nothing))
            .filter(|(_, (_, pattern))| !pattern.senses.is_empty())
            .map(|(at, (name, _))| (name.clone(), at))
            .collect();
        let slips = Slips::new(skills, |name| places.get(name).copied());
        Ok(Self { automaton, patterns: patterns.into_iter().map(with_length).collect(), slips })
    }

    /// The names in a text, in order; none lies within another.
    pub fn hits(&self, surface: &Surface<'_>) -> Vec<Hit> {
        let canon = Canon::new(surface.text());
        let mut hits = Vec::new();
        // Only an automaton that looks for the leftmost match refuses to tell all of them.
        let found = self.automaton.try_find_overlapping_iter(Input::new(&canon.text));
        for hit in found.into_iter().flatten() {
            let pattern = hit.pattern().as_usize();
            let Some((end, version_end)) = whole_word(&canon.text, hit.start(), hit.end(), surface, &canon)
            else {
                continue;
            };
            hits.push(Hit {
                pattern,
                start: canon.origin(hit.start()),
                end: canon.end(end),
                version_end: canon.end(version_end),
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
        let misspelt = self.misspelt(&canon, &kept);
        kept.extend(misspelt);
        kept.sort_by_key(|hit| hit.start);
        kept.retain(|hit| !self.patterns[hit.pattern].senses.is_empty());
        kept
    }

    /// The words beside the `known` names that are a slip away from a name; none in an address.
    fn misspelt(&self, canon: &Canon, known: &[Hit]) -> Vec<Hit> {
        let mut hits = Vec::new();
        let mut from = 0;
        for piece in canon.text.split(|char: char| !char.is_alphanumeric()) {
            let (start, end) = (from, from + piece.len());
            from = end + canon.text[end..].chars().next().map_or(0, char::len_utf8);
            let Some((pattern, is_long)) = self.slips.find(piece) else { continue };
            let after = &canon.text[end..];
            let next = after.chars().nth(1).is_some_and(char::is_alphanumeric);
            let in_address = canon.text[..start].ends_with(['@', '.', '_', '#'])
                || canon.text[..start].ends_with("//")
                || after.starts_with(['@', '_'])
                || (after.starts_with('.') && next);
            let (start, end) = (canon.origin(start), canon.end(end));
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
        self.patterns[hit.pattern].length
    }

    /// What a name may mean.
    pub fn senses(&self, hit: &Hit) -> &[Sense] {
        &self.patterns[hit.pattern].senses
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

/// What the spelling `variant` of `skill` needs.
fn sense(skill: &Skill, at: usize, variant: &str) -> Sense {
    let mut sense = Sense { skill: at, evidence: Vec::new(), exact: Vec::new(), not_beside: Vec::new() };
    for needs in &skill.needs {
        let meant: Vec<&String> = needs
            .names
            .iter()
            .filter(|name| variants(name).iter().any(|other| other.replace('-', " ") == variant))
            .collect();
        if !meant.is_empty() {
            sense.evidence.extend(needs.evidence.iter().copied());
            sense.exact.extend(meant.into_iter().cloned());
            sense.not_beside.extend(needs.not_beside.iter().copied());
        }
    }
    sense
}

/// The searched text: every run of blanks and hyphens one space, an empty line a line break.
struct Canon {
    text: String,
    /// For each byte, where it stands in the surface's text.
    origins: Vec<usize>,
    length: usize,
}

impl Canon {
    fn new(text: &str) -> Self {
        let mut canon = Self {
            text: String::with_capacity(text.len()),
            origins: Vec::with_capacity(text.len()),
            length: text.len(),
        };
        let blank = |char: char| matches!(char, ' ' | '-' | '\n');
        let mut chars = text.char_indices().peekable();
        while let Some((at, char)) = chars.next() {
            let mut piece = char;
            if blank(char) {
                let mut breaks = usize::from(char == '\n');
                while let Some((_, next)) = chars.next_if(|(_, next)| blank(*next)) {
                    breaks += usize::from(next == '\n');
                }
                piece = if breaks > 1 { '\n' } else { ' ' };
            }
            canon.text.push(piece);
            canon.origins.resize(canon.text.len(), at);
        }
        canon
    }

    fn origin(&self, at: usize) -> usize {
        self.origins.get(at).copied().unwrap_or(self.length)
    }

    /// Where what ends at `at` ends in the surface's text.
    fn end(&self, at: usize) -> usize {
        // The blank behind a name may be long; the name ends before it.
        self.text[..at]
            .char_indices()
            .next_back()
            .map_or(0, |(last, char)| self.origin(last) + char.len_utf8())
    }
}

/// Where the word ends that a name is, and where with a version number; `None` if it is part of another word.
fn whole_word(
    text: &str,
    start: usize,
    end: usize,
    surface: &Surface<'_>,
    canon: &Canon,
) -> Option<(usize, usize)> {
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
                || !capital(canon.origin(start + 1))
                || !capital(canon.origin(start - 1))
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
        (Some('.'), Some(char)) => char.is_alphanumeric() && !capital_after_dot(surface, canon, boundary),
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
fn capital_after_dot(surface: &Surface<'_>, canon: &Canon, at: usize) -> bool {
    let (from, to) = (canon.origin(at + 1), canon.origin(at + 1) + 2);
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
