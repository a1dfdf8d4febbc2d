//! Whether a word says a quality of a person, and not a thing that is done.

use super::{Context, starts_with_word};
use crate::model::skill::SkillKind;
use crate::reader::matching::clauses::Clause;
use crate::reader::words::{find_start, list, words};

impl Context<'_> {
    /// Whether a quality that ends in a verb has a technical object: “envie d’apprendre Kubernetes” says what is learned.
    pub fn has_object(&self, at: usize) -> bool {
        let (hit, Some(next)) = (&self.hits[at], self.hits.get(at + 1)) else { return false };
        let written = self.slice(hit.start, hit.end);
        let between = self.slice(hit.end, next.start);
        !self.is_technical(at)
            && list("learning verbs").iter().any(|verb| written.ends_with(verb))
            && self.is_technical(at + 1)
            && next.end <= self.clause(at).end
            && between
                .split([' ', '\''])
                .filter(|word| !word.is_empty())
                .all(|word| list("verb objects").contains(&word))
    }

    /// Whether words in front of a name, in its clause, say that somebody is or has a quality.
    fn is_personal_before(&self, at: usize, clause: &Clause) -> bool {
        let first_end = || {
            let text = self.slice(clause.start, clause.end);
            let ends =
                list("personal words").iter().filter_map(|word| Some(find_start(text, word)? + word.len()));
            ends.min().map(|end| clause.start + end)
        };
        self.personal.of(clause, first_end).is_some_and(|end| end <= self.hits[at].start)
    }

    /// Whether a word is said of a person: it stands alone in a list of qualities, or behind words that say so.
    pub fn is_quality(&self, at: usize) -> bool {
        let clause = self.clause(at);
        let text = self.surface.text();
        let (ahead, rest) = (self.before(at), self.slice(self.hits[at].end, clause.end));
        let item_start =
            ahead.rfind([',', '(', ':', '\n', '|', '·']).map_or(0, |found| found + 1) + clause.start;
        let item_end = rest
            .find([',', ')', ':', '\n', '.', ';', '|'])
            .map_or(clause.end, |found| self.hits[at].end + found);
        let (before, after) =
            (self.slice(item_start, self.hits[at].start), self.slice(self.hits[at].end, item_end));
        let is_label = text.get(item_end..).unwrap_or_default().starts_with(':')
            && !clause.heading
            && item_end + 1 < clause.end;
        if is_label && !ahead.trim_matches(['-', '*', ' ', '·', '\n']).is_empty() {
            return false;
        }
        let value = text.get(item_end..clause.end).unwrap_or_default().strip_prefix(':').map(str::trim_start);
        if value.is_some_and(|value| {
            value.starts_with(|char: char| char.is_ascii_digit())
                || starts_with_word(value, list("ways of working"))
        }) {
            return false;
        }
        let personal = self.is_personal_before(at, &clause);
        if starts_with_word(after.trim_start(), list("things done")) && !personal {
            return false;
        }
        let is_bare = |piece: &str| {
            words(piece)
                .all(|word| list("quality adornments").contains(&word) || word.chars().all(char::is_numeric))
        };
        let partner = |other: usize| {
            let hit = &self.hits[other];
            hit.start >= clause.start
                && hit.end <= clause.end
                && self.names.skills(hit).any(|skill| self.kinds.get(skill) == Some(&SkillKind::Soft))
        };
        let joined = [before, after].iter().any(|piece| piece.contains(" et ") || piece.contains(" and "));
        let alone = is_bare(before) && is_bare(after);
        if alone && !(joined && before.trim().len() + after.trim().len() > 12) {
            return true;
        }
        let opens = item_start == clause.start && clause.first && !after.trim_start().is_empty();
        let leads = is_bare(before) && (before.trim().len() < 12 || opens);
        personal || ((joined || leads) && self.others(at).any(partner))
    }
}
