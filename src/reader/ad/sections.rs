//! Which part of an ad a clause belongs to: what is required, what is a plus, and what is only told.

use super::titles::{Asked, title};
use crate::reader::matching::{Clauses, Surface};
use crate::reader::words::{has_any, has_start, list};

/// For each clause, how strongly it asks for what it names; the title of the ad asks for all of it.
pub fn demands(
    surface: &Surface<'_>,
    clauses: &Clauses,
    names_skill: impl Fn(usize, usize) -> bool,
) -> Vec<Asked> {
    let text = surface.text();
    let mut demands = Vec::new();
    let mut section = Asked::Mentioned;
    let mut label: Option<(usize, Asked)> = None;
    let mut before = Asked::Mentioned;
    for (at, clause) in clauses.all().iter().enumerate() {
        let words = text[clause.start..clause.end].trim();
        let skills = names_skill(clause.start, clause.end);
        if at == 0 || clauses.all()[0].line == clause.line {
            demands.push(Asked::Must);
            continue;
        }
        if clause.heading && clause.first {
            if let Some(title) = title(words) {
                section = title;
            } else if !skills {
                section = Asked::Mentioned;
            }
        }
        if clause.first {
            label = clause
                .label_end
                .and_then(|end| title(text[clause.start..end].trim()))
                .map(|asked| (clause.line, asked));
        }
        let base = label.filter(|(line, _)| *line == clause.line).map_or(section, |(_, asked)| asked);
        let said = spoken(words);
        let also = words.trim_end_matches(['.', ' ']).ends_with("aussi")
            || words.trim_end_matches(['.', ' ']).ends_with(" too")
            || words.starts_with("egalement");
        let asked = match said {
            _ if clause.heading && clause.first => base,
            Some(said) => said,
            None if also && !clause.first => before,
            None => base,
        };
        demands.push(asked);
        before = asked;
    }
    demands
}

/// What a clause says itself.
fn spoken(words: &str) -> Option<Asked> {
    // *Your strengths* are what is asked for, not a bonus.
    let strengths =
        ["vos atouts", "tes atouts", "principaux atouts"].iter().any(|phrase| words.contains(phrase));
    if !strengths && has_any(words, list("nice words")) {
        Some(Asked::Nice)
    } else if list("must words").iter().any(|word| has_start(words, word)) {
        Some(Asked::Must)
    } else {
        None
    }
}
