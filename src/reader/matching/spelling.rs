//! The ways a skill is written: its names, and each with its hyphens, dots and spaces left out.

use crate::model::name::fold;
use crate::model::skill::Skill;

/// A name of more pieces than this is looked for only as it stands and joined: the ways to join it double with each.
const MOST_PIECES: usize = 5;

/// The ways a skill is written, folded.
pub fn spellings(skill: &Skill) -> Vec<String> {
    let mut all: Vec<String> = known_by(skill).flat_map(variants).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The names under which a skill is known, as they are written.
pub fn known_by(skill: &Skill) -> impl Iterator<Item = &str> {
    [skill.name.fr.as_ref(), skill.name.en.as_ref()]
        .into_iter()
        .chain(skill.aliases.iter().map(String::as_str))
}

/// A name folded, its pieces apart or joined: `Node.js`, `node js`, `nodejs`.
pub fn variants(name: &str) -> Vec<String> {
    let folded = plain(name);
    let pieces: Vec<&str> = folded.split([' ', '-', '/']).filter(|piece| !piece.is_empty()).collect();
    let mut variants = vec![folded.clone()];
    if pieces.len() > 1 && pieces.len() <= MOST_PIECES {
        for joins in 0..1usize << (pieces.len() - 1) {
            let mut variant = pieces[0].to_owned();
            for (at, piece) in pieces.iter().enumerate().skip(1) {
                // A single letter or a figure joined to its neighbour would be another word: `c 11`, `r d`.
                let tiny = piece.chars().count() < 2 || pieces[at - 1].chars().count() < 2;
                if joins >> (at - 1) & 1 == 0 || tiny {
                    variant.push(' ');
                }
                variant += piece;
            }
            variants.push(variant);
        }
    } else if pieces.len() > 1 {
        variants.push(pieces.join(" "));
    }
    let dotted: Vec<String> = variants
        .iter()
        .filter_map(|name| {
            name.split_once('.')
                .filter(|(stem, end)| !stem.is_empty() && end.starts_with(char::is_alphabetic))
        })
        .flat_map(|(stem, end)| [format!("{stem}{end}"), format!("{stem} {end}")])
        .collect();
    variants.extend(dotted);
    variants.retain(|name| !name.trim().is_empty());
    variants.sort_unstable();
    variants.dedup();
    variants
}

/// A name folded as the searched text is: one space between words, apostrophes straight.
pub fn plain(name: &str) -> String {
    let folded =
        fold(name.trim()).replace(['\u{2010}', '\u{2011}', '\u{2013}', '\u{2014}'], "-").replace('♯', "#");
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::variants;

    #[test]
    fn a_name_is_known_apart_and_joined() {
        assert_eq!(variants("Node.js"), ["node js", "node.js", "nodejs"]);
        assert_eq!(variants("PL/SQL"), ["pl sql", "pl/sql", "plsql"]);
        assert_eq!(variants("Spring Boot"), ["spring boot", "springboot"]);
        assert_eq!(variants("R Shiny"), ["r shiny"]);
        assert_eq!(variants(".NET"), [".net"]);
    }
}
