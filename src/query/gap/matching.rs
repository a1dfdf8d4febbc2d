//! Finding skills in a text: whole words only, whatever their case and accents.

use aho_corasick::automaton::Automaton;
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{BuildError, Input};

use super::folded::Folded;
use crate::model::name::fold;
use crate::model::skill::Skill;

/// Names that are also ordinary words: in lower case inside a sentence they mean nothing.
const ORDINARY: [&str; 6] = ["node", "react", "rest", "slack", "spring", "vue"];
/// What stands between the items of a list.
const SEPARATORS: [char; 15] = [',', ';', '/', '|', '•', '·', '(', ')', '[', ']', ':', '&', '-', '*', '\n'];
/// A name shorter than this takes no version number: `c4` is not C.
const SHORTEST_VERSIONED: usize = 3;

/// Every name of every skill, ready to be looked for at once.
pub struct Matcher {
    names: NFA,
    /// The name and the skill of each pattern.
    patterns: Vec<(String, usize)>,
    longest: usize,
}

/// A skill's name as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found<'a> {
    /// The skill's place in the list the matcher was made of.
    pub skill: usize,
    /// The words of the text.
    pub word: &'a str,
    start: usize,
    end: usize,
}

impl Matcher {
    /// A matcher of the names of `skills`; fails if there are more than fit in memory.
    pub fn new<'a>(skills: impl IntoIterator<Item = &'a Skill>) -> Result<Self, BuildError> {
        let patterns: Vec<(String, usize)> = skills
            .into_iter()
            .enumerate()
            .flat_map(|(at, skill)| written(skill).into_iter().map(move |name| (name, at)))
            .collect();
        let names = NFA::new(patterns.iter().map(|(name, _)| name))?;
        let longest = patterns.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
        Ok(Self { names, patterns, longest })
    }

    /// Shows every skill named in `text` to `visit`, in order; a name within a longer one is not told.
    pub fn each<'a>(&self, text: &'a str, visit: &mut dyn FnMut(Found<'a>)) {
        let folded = Folded::new(text);
        let mut waiting: Vec<Found<'a>> = Vec::new();
        // Only an automaton that looks for the leftmost match refuses to tell all of them.
        for hit in self.names.try_find_overlapping_iter(Input::new(folded.text())).into_iter().flatten() {
            let (name, skill) = &self.patterns[hit.pattern().as_usize()];
            let Some(end) = whole_word(folded.text(), hit.start(), hit.end(), name) else { continue };
            let (before, word, after) = folded.around(hit.start(), end);
            if ORDINARY.contains(&name.as_str()) && !is_a_name(before, word, after) {
                continue;
            }
            let found = Found { skill: *skill, word, start: hit.start(), end: hit.end() };
            let settled = hit.end().saturating_sub(self.longest);
            waiting.extract_if(.., |old| old.end < settled).for_each(&mut *visit);
            if !waiting.iter().any(|old| found.is_within(old)) {
                waiting.retain(|old| !old.is_within(&found));
                waiting.push(found);
            }
        }
        waiting.into_iter().for_each(visit);
    }
}

impl Found<'_> {
    /// Whether it is a part of the other, longer name, or the same words for the same skill.
    const fn is_within(&self, other: &Self) -> bool {
        let inside = other.start <= self.start && self.end <= other.end;
        let longer = other.end - other.start > self.end - self.start;
        inside && (longer || self.skill == other.skill)
    }
}

/// The ways a skill is written, folded: its names, and `node.js` as `nodejs` and `node js` too.
pub fn written(skill: &Skill) -> Vec<String> {
    let names = [skill.name.fr.as_ref(), skill.name.en.as_ref()];
    let names = names.into_iter().chain(skill.aliases.iter().map(String::as_str));
    let mut written: Vec<String> = Vec::new();
    for name in names.map(|name| fold(name.trim())).filter(|name| !name.is_empty()) {
        if let Some((stem, suffix)) = name.split_once('.').filter(|(stem, _)| !stem.is_empty()) {
            written.extend([format!("{stem}{suffix}"), format!("{stem} {suffix}")]);
        }
        written.push(name);
    }
    written.sort_unstable();
    written.dedup();
    written
}

/// Where the word ends that `name` is, a version number included; `None` if it is part of another word.
fn whole_word(text: &str, start: usize, end: usize, name: &str) -> Option<usize> {
    let before = text[..start].chars().next_back();
    let joined = |char: char| char.is_alphanumeric() || matches!(char, '_' | '@' | '#' | '+');
    let dotted = before == Some('.') && text[..start - 1].ends_with(char::is_alphanumeric);
    if before.is_some_and(joined) || dotted {
        return None;
    }
    let after = &text[end..];
    let version = if name.len() >= SHORTEST_VERSIONED { version(after) } else { 0 };
    let rest = &after[version..];
    let mut next = rest.chars();
    let goes_on = match next.next() {
        Some('.') => next.next().is_some_and(char::is_alphanumeric),
        Some(char) => joined(char),
        None => false,
    };
    (!goes_on).then_some(end + version)
}

/// The length of a version number at the start of `text`: `8`, `3.11`.
fn version(text: &str) -> usize {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut length = digits(text);
    if length == 0 {
        return 0;
    }
    while let Some(more) = text[length..].strip_prefix('.').map(digits).filter(|more| *more > 0) {
        length += 1 + more;
    }
    length
}

/// Whether an ordinary word names a skill here: it has a capital or is an item of a list.
fn is_a_name(before: &str, word: &str, after: &str) -> bool {
    let blank = |char: char| char.is_whitespace() && char != '\n';
    let (before, after) = (before.trim_end_matches(blank), after.trim_start_matches(blank));
    word.contains(char::is_uppercase)
        || ((before.is_empty() || before.ends_with(SEPARATORS))
            && (after.is_empty() || after.starts_with(SEPARATORS)))
}

#[cfg(test)]
mod tests {
    use super::Matcher;
    use crate::model::caveat::Caveat;
    use crate::model::id::EntryId;
    use crate::model::skill::{Category, Skill, SkillKind};
    use crate::model::text::Text;

    fn skill(name: &str, aliases: &[&str]) -> Skill {
        Skill {
            id: EntryId::new(name),
            name: Text::same(name),
            kind: SkillKind::Hard,
            category: Category::Language,
            aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
            detail: None,
            sources: Vec::new(),
            caveat: None::<Caveat>,
        }
    }

    fn found(text: &str) -> Vec<String> {
        let skills = [
            skill("Java", &[]),
            skill("JavaScript", &["js"]),
            skill("C", &[]),
            skill("C#", &[]),
            skill(".NET", &[]),
            skill("Node.js", &["node"]),
            skill("Go", &[]),
            skill("R", &[]),
            skill("SQL", &[]),
            skill("SQL Server", &[]),
            skill("Vue", &["vue.js"]),
            skill("Gestion des accès", &[]),
            skill("PHP", &[]),
        ];
        let matcher = Matcher::new(&skills).unwrap();
        let mut words = Vec::new();
        matcher.each(text, &mut |found| words.push(format!("{}={}", skills[found.skill].id, found.word)));
        words
    }

    #[test]
    fn only_whole_words_match() {
        assert_eq!(found("MongoDB, Django, argot, error, CC, JavaBeans, ago"), Vec::<String>::new());
        assert_eq!(found("JavaScript"), ["JavaScript=JavaScript"]);
        assert_eq!(found("Java/C#/C"), ["Java=Java", "C#=C#", "C=C"]);
        assert_eq!(found("C++, next.js, php.example.org, jane@php.net, example.net"), Vec::<String>::new());
        assert_eq!(found("Go. R, (c)"), ["Go=Go", "R=R", "C=c"]);
    }

    #[test]
    fn signs_that_belong_to_a_name_match() {
        assert_eq!(found("C#, .NET, node.js."), ["C#=C#", ".NET=.NET", "Node.js=node.js"]);
        assert_eq!(found("NodeJS et Vue JS"), ["Node.js=NodeJS", "Vue=Vue JS"]);
        assert_eq!(found("PHP8.2, java 17, c4"), ["PHP=PHP8.2", "Java=java"]);
    }

    #[test]
    fn case_accents_and_line_breaks_do_not_matter_and_the_longest_name_wins() {
        assert_eq!(found("GESTION DES\n ACCES"), ["Gestion des accès=GESTION DES\n ACCES"]);
        assert_eq!(found("Sql Server puis sql"), ["SQL Server=Sql Server", "SQL=sql"]);
    }

    #[test]
    fn an_ordinary_word_counts_as_a_name_only_with_a_capital_or_in_a_list() {
        assert_eq!(found("en vue de progresser, un point de vue"), Vec::<String>::new());
        assert_eq!(found("Vue; php, vue, node"), ["Vue=Vue", "PHP=php", "Vue=vue", "Node.js=node"]);
    }
}
