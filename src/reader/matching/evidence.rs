//! Whether a spelling that is also an ordinary word names its skill where it stands.

mod quality;

use std::cell::Cell;

use super::clauses::{Clause, Clauses};
use super::domains;
use super::names::{Names, Sense};
use super::negation;
use super::surface::Surface;
use super::{Hit, Slip};
use crate::model::skill::{Evidence, SkillKind};
use crate::reader::words::{ends_with_word, has_start, list, strip_word};

/// How far, in bytes, a technical name in a neighbouring item of a list still speaks for another one.
const NEIGHBOURHOOD: usize = 120;

/// The hits that name a skill where they stand, each with the senses that hold.
pub fn proven(
    hits: &[Hit],
    surface: &Surface<'_>,
    clauses: &Clauses,
    names: &Names,
    kinds: &[SkillKind],
) -> Vec<Hit> {
    let context = Context::new(hits, surface, clauses, names, kinds);
    let holds = |at: &usize| names.senses(&hits[*at]).iter().any(|sense| context.holds(*at, sense));
    (0..hits.len()).filter(holds).map(|at| hits[at]).collect()
}

struct Context<'a> {
    hits: &'a [Hit],
    surface: &'a Surface<'a>,
    clauses: &'a Clauses,
    names: &'a Names,
    kinds: &'a [SkillKind],
    /// For each hit, whether it is a technical name that needs no proof.
    speaks: Vec<bool>,
    trade: PerClause<bool>,
    work: PerClause<bool>,
    /// Where the first words end that say that somebody is or has a quality.
    personal: PerClause<Option<usize>>,
}

/// What was found in the clause that was asked for last: the names in a clause follow each other.
struct PerClause<T>(Cell<Option<(usize, T)>>);

impl<T: Copy> PerClause<T> {
    const fn new() -> Self {
        Self(Cell::new(None))
    }

    fn of(&self, clause: &Clause, find: impl FnOnce() -> T) -> T {
        match self.0.get() {
            Some((start, found)) if start == clause.start => found,
            _ => {
                let found = find();
                self.0.set(Some((clause.start, found)));
                found
            }
        }
    }
}

impl<'a> Context<'a> {
    fn new(
        hits: &'a [Hit],
        surface: &'a Surface<'a>,
        clauses: &'a Clauses,
        names: &'a Names,
        kinds: &'a [SkillKind],
    ) -> Self {
        let (trade, work, personal) = (PerClause::new(), PerClause::new(), PerClause::new());
        let speaks = Vec::new();
        let mut context = Self { hits, surface, clauses, names, kinds, speaks, trade, work, personal };
        context.speaks = (0..hits.len()).map(|at| context.is_technical(at) && context.is_plain(at)).collect();
        context
    }

    fn holds(&self, at: usize, sense: &Sense) -> bool {
        let has = |evidence: &Evidence| match evidence {
            Evidence::Capital => self.has_capital(at),
            Evidence::Exact => self.is_exact(at, sense),
            Evidence::Listed => self.is_listed(at),
            Evidence::Clue => self.has_clue(at),
            Evidence::Quality => self.is_quality(at),
        };
        sense.evidence.iter().all(has)
            && self.is_sure(at)
            && !self.has_object(at)
            && !domains::is_beside(self.before(at), self.after(at), self.written(at), &sense.not_beside)
    }

    /// Whether a misspelt name is one where it stands.
    fn is_sure(&self, at: usize) -> bool {
        match self.hits[at].slip {
            None => true,
            Some(Slip::Long) => self.has_capital(at),
            Some(Slip::Short) => self.has_capital(at) && self.has_clue(at),
        }
    }

    fn clause(&self, at: usize) -> Clause {
        self.clauses.around(self.hits[at].start)
    }

    /// A piece of the text; empty where a name crosses the end of its clause.
    fn slice(&self, from: usize, to: usize) -> &str {
        self.surface.text().get(from..to).unwrap_or_default()
    }

    fn before(&self, at: usize) -> &str {
        self.slice(self.clause(at).start, self.hits[at].start)
    }

    fn after(&self, at: usize) -> &str {
        self.slice(self.hits[at].version_end, self.clause(at).end)
    }

    fn written(&self, at: usize) -> &str {
        self.surface.quote(self.hits[at].start, self.hits[at].end)
    }

    /// A capital that the beginning of a sentence does not explain, or a place in a list.
    fn has_capital(&self, at: usize) -> bool {
        if self.is_listed(at) || self.has_version(at) {
            return true;
        }
        let opens = !self.before(at).contains(char::is_alphanumeric);
        self.written(at).contains(char::is_uppercase) && (!opens || self.has_companion(at))
    }

    /// Exactly the capitals of the data; a figure before two letters makes them a unit: 32 Go.
    fn is_exact(&self, at: usize, sense: &Sense) -> bool {
        let written = self.written(at);
        let measured = written.len() <= 2
            && self.before(at).trim_end().ends_with(|char: char| char.is_ascii_digit() || char == '%');
        let initial = written.len() == 1
            && self.after(at).starts_with('.')
            && self.after(at)[1..].trim_start().starts_with(['[', '(']);
        // `RESTS` is as exact as `REST`: a plural does not change the capitals.
        !measured
            && !initial
            && sense.exact.iter().any(|name| {
                written == name
                    || (written.strip_suffix('s') == Some(name)
                        && name.len() > 1
                        && !name.contains(char::is_lowercase))
                    || written.replace('-', " ") == *name
            })
    }

    /// Whether it is an item of a list by itself.
    fn is_listed(&self, at: usize) -> bool {
        const SEPARATORS: [char; 16] =
            [',', ';', '/', '|', '·', '(', ')', '[', ']', ':', '&', '+', '*', '>', '\n', '-'];
        let (before, after) = (self.before(at).trim_end_matches(' '), self.after(at).trim_start_matches(' '));
        let opened = before.trim().is_empty()
            || before.ends_with(SEPARATORS)
            || ends_with_word(before, &["et", "and", "ou", "or", "puis", "then"]);
        let closed = after.trim().is_empty()
            || after.starts_with(SEPARATORS)
            || (after.starts_with('.') && !after[1..].starts_with(char::is_alphanumeric))
            || starts_with_word(after, &["et", "and", "ou", "or"]);
        opened && closed
    }

    fn has_capitals(&self, at: usize) -> bool {
        self.written(at).contains(char::is_uppercase)
    }

    fn has_version(&self, at: usize) -> bool {
        self.hits[at].version_end > self.hits[at].end
    }

    /// Whether a technical name that needs no proof stands in the same clause.
    fn has_companion(&self, at: usize) -> bool {
        let clause = self.clause(at);
        self.others(at).any(|other| {
            let hit = &self.hits[other];
            hit.start >= clause.start && hit.end <= clause.end && self.speaks[other]
        })
    }

    fn others(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let from = at.saturating_sub(40);
        (from..self.hits.len().min(at + 40)).filter(move |other| *other != at)
    }

    /// Whether a name counts by itself, or has its capitals or version.
    fn is_plain(&self, at: usize) -> bool {
        match self.hits[at].slip {
            None => {}
            Some(Slip::Long) => return self.has_capitals(at),
            Some(Slip::Short) => return false,
        }
        self.has_version(at)
            || self.names.senses(&self.hits[at]).iter().any(|sense| {
                !sense.evidence.iter().any(|one| matches!(one, Evidence::Clue | Evidence::Quality))
                    && sense.evidence.iter().all(|one| match one {
                        Evidence::Exact => self.is_exact(at, sense),
                        _ => self.written(at).contains(char::is_uppercase),
                    })
            })
    }

    fn is_technical(&self, at: usize) -> bool {
        self.names.skills(&self.hits[at]).any(|skill| self.kinds.get(skill) == Some(&SkillKind::Hard))
    }

    /// Whether something nearby says that the talk is of technology.
    fn has_clue(&self, at: usize) -> bool {
        let hit = &self.hits[at];
        let after = self.after(at).trim_start();
        let year = after.get(..4).is_some_and(|four| four.bytes().all(|byte| byte.is_ascii_digit()))
            && after.starts_with(['1', '2']);
        if year && !self.is_listed(at) {
            return false;
        }
        if self.has_version(at) || self.has_companion(at) {
            return true;
        }
        let capital = self.has_capitals(at);
        let before = self.before(at).trim_end();
        if capital && (ends_with_word(before, list("introductions")) || negation::is_learned(before)) {
            return true;
        }
        // Two names that are both ordinary words speak for each other: Go or Rust.
        let joined = |one: usize, other: usize| {
            let between = self.slice(self.hits[one].version_end, self.hits[other].start);
            between.len() <= 6 && between.chars().all(|char| !char.is_alphanumeric())
                || matches!(between.trim(), "et" | "and" | "ou" | "or" | "et de" | "puis")
        };
        let listed = self.is_listed(at);
        let partner = |other: usize| {
            self.is_technical(other) && (self.has_capitals(other) || (listed && self.is_listed(other)))
        };
        if (capital || listed)
            && ((at > 0 && joined(at - 1, at) && partner(at - 1))
                || (at + 1 < self.hits.len() && joined(at, at + 1) && partner(at + 1)))
        {
            return true;
        }
        let clause = self.clause(at);
        let text = self.slice(clause.start, clause.end);
        let tells = |words: &[&str]| words.iter().any(|word| has_start(text, word));
        if self.trade.of(&clause, || tells(list("trade words")))
            || (capital && self.work.of(&clause, || tells(list("work words"))))
        {
            return true;
        }
        let near = self.others(at).any(|other| {
            let distance = self.hits[other].start.abs_diff(hit.start);
            distance <= NEIGHBOURHOOD && self.speaks[other]
        });
        near && self.is_listed(at) && (capital || !text.trim().contains(' '))
    }
}

fn starts_with_word(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| strip_word(text, word).is_some())
}
