//! Words as search compares them: folded, without elided articles, singular like plural; figures in one piece.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::model::glossary::Synonyms;
use crate::model::name::fold;
use crate::model::text::Lang;

/// Words that say nothing alone; they count only if nothing else is asked.
const EMPTY: [&str; 31] = [
    "a", "an", "and", "au", "aux", "avec", "d", "dans", "de", "des", "du", "en", "et", "for", "in", "l",
    "la", "le", "les", "of", "on", "ou", "par", "pour", "qu", "s", "the", "to", "un", "une", "with",
];

/// More words than this are not looked for: nothing has so many, and each costs a reading of every fact.
pub const MOST_WORDS: usize = 24;

/// A beginning of a word counts from this many letters.
const BEGINNING: usize = 4;

/// A word of a text, with where it stands in it.
pub struct Token<'t> {
    /// The first byte in the text.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// The word, folded; a figure without its spaces.
    pub folded: Cow<'t, str>,
}

/// The words of `text`: runs of letters and digits, with the sign of `c#`; the groups of a figure are one word.
pub fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let mut start = at + text[at..].find(char::is_alphanumeric)?;
        while let Some(elided) = elided(&text[start..]) {
            start += elided;
        }
        let is_more = |char: char| char.is_alphanumeric() || matches!(char, '#' | '\u{300}'..='\u{36f}');
        let mut end = text[start..].find(|char| !is_more(char)).map_or(text.len(), |length| start + length);
        let is_figure = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if is_figure(&text[start..end]) && end - start <= 3 {
            while let Some(next) = group(&text[end..]) {
                end += next;
            }
        }
        let whole = end;
        if text[start..end].starts_with(|char: char| char.is_ascii_digit()) {
            end += decimals(&text[end..]).unwrap_or_default();
        }
        at = end;
        let word = &text[start..whole];
        let is_grouped = word.bytes().any(|byte| !byte.is_ascii_digit())
            && word.starts_with(|char: char| char.is_ascii_digit());
        let folded = if is_grouped && word.chars().all(|char| char.is_ascii_digit() || is_gap(char)) {
            Cow::Owned(word.chars().filter(char::is_ascii_digit).collect())
        } else {
            folded(word)
        };
        let folded = match text[whole..end].get(1..) {
            Some(decimals) if end > whole => Cow::Owned(format!("{folded}.{decimals}")),
            _ => folded,
        };
        Some(Token { start, end, folded })
    })
}

/// Adds the words of `text` to `onto`, folded, for [`split`] to tell apart.
pub fn fold_onto(onto: &mut String, text: &str) {
    for token in tokens(text) {
        onto.push_str(&token.folded);
        onto.push(char::from(BETWEEN));
    }
}

/// The words that [`fold_onto`] put together.
pub fn split(folded: &str) -> impl Iterator<Item = &str> {
    let mut rest = folded;
    std::iter::from_fn(move || {
        // Words are short: looking at byte after byte is faster than a search for the next end.
        let end = rest.bytes().position(|byte| byte == BETWEEN)?;
        let word = &rest[..end];
        rest = &rest[end + 1..];
        Some(word)
    })
}

/// What stands behind each folded word, and in none.
const BETWEEN: u8 = b'\n';

/// How many bytes an elided article before a word takes: the `c’` of « c’est » is no word.
fn elided(rest: &str) -> Option<usize> {
    let mut chars = rest.chars();
    let (letter, mark) = (chars.next()?, chars.next()?);
    let is_elided = letter.is_alphabetic() && matches!(mark, '\'' | '’' | 'ʼ');
    let length = letter.len_utf8() + mark.len_utf8();
    (is_elided && rest[length..].starts_with(char::is_alphanumeric)).then_some(length)
}

/// How many bytes the decimals of a figure take, with their mark: `,31` of `12,31`; two at most, as in amounts.
fn decimals(rest: &str) -> Option<usize> {
    let digits = rest.strip_prefix([',', '.'])?.bytes().take_while(u8::is_ascii_digit).count();
    let ends = || !rest[1 + digits..].starts_with(char::is_alphanumeric);
    ((1..=2).contains(&digits) && ends()).then_some(1 + digits)
}

/// What may stand between the groups of a figure.
const fn is_gap(char: char) -> bool {
    matches!(char, ' ' | '\u{a0}' | '\u{202f}' | ',')
}

/// How many bytes the next group of three digits of a figure takes, if one follows.
fn group(rest: &str) -> Option<usize> {
    let gap = rest.chars().next().filter(|char| is_gap(*char))?.len_utf8();
    let digits = rest.get(gap..gap + 3)?;
    let ends = !rest[gap + 3..].starts_with(char::is_alphanumeric);
    (ends && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(gap + 3)
}

/// A word as [`fold`] leaves it, without a copy where it is so already.
fn folded(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(fold(word))
    }
}

/// A word that is looked for.
pub struct Word {
    typed: String,
    folded: String,
    stem: String,
    synonyms: Vec<(Lang, String)>,
    figure: Option<f64>,
    /// The bytes that every word begins with in which it can be found.
    beginnings: Vec<u8>,
    tells: bool,
}

/// How well a word was found; better hits are greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    title: bool,
    exactness: usize,
}

impl Hit {
    /// The same hit, in a title.
    pub const fn in_title(mut self) -> Self {
        self.title = true;
        self
    }

    /// What the hit adds to an entry's rank: a whole word in a title counts most.
    pub const fn score(self) -> usize {
        self.exactness * if self.title { 3 } else { 1 }
    }
}

impl Word {
    /// The word as it was typed.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// The figure that is looked for, if it is one.
    pub const fn figure(&self) -> Option<f64> {
        self.figure
    }

    /// The hit of an entry that has the figure itself.
    pub const fn hit_as_figure() -> Hit {
        Hit { title: false, exactness: 5 }
    }

    /// How well the word is found as a folded word of a text in `lang`: whole, as a synonym, or as a beginning.
    pub fn hit(&self, folded: &str, lang: Lang) -> Option<Hit> {
        if folded.bytes().next().is_none_or(|first| !self.beginnings.contains(&first)) {
            return None;
        }
        let found = stem(folded);
        let is_synonym = || self.synonyms.iter().any(|(of, synonym)| *of == lang && *synonym == found);
        let begins =
            || self.folded.len() >= BEGINNING && self.figure().is_none() && folded.starts_with(&*self.folded);
        let exactness = if found == self.stem {
            4
        } else if is_synonym() {
            3
        } else if begins() {
            2
        } else {
            return None;
        };
        Some(Hit { title: false, exactness })
    }
}

/// The words to look for in what was typed, each once, with what each is taken for; [`MOST_WORDS`] at most.
pub fn asked(typed: &[String], synonyms: &[Synonyms]) -> Vec<Word> {
    let mut seen = HashSet::new();
    let mut words = Vec::new();
    let mut figure_before: Option<usize> = None;
    for (typed, token) in typed.iter().flat_map(|typed| tokens(typed).map(move |token| (typed, token))) {
        let folded = token.folded.into_owned();
        // `39 k€` is 39 000.
        if matches!(folded.as_str(), "k" | "keur")
            && let Some(at) = figure_before.take()
        {
            let word: &mut Word = &mut words[at];
            *word = Word::new(word.typed.clone(), format!("{}000", word.folded), synonyms);
            continue;
        }
        let folded = match folded
            .strip_suffix('k')
            .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
        {
            Some(digits) if !digits.is_empty() => format!("{digits}000"),
            _ => folded,
        };
        if !seen.insert(folded.clone()) || words.len() == MOST_WORDS {
            continue;
        }
        let word = Word::new(typed[token.start..token.end].to_owned(), folded, synonyms);
        figure_before = word.figure().map(|_| words.len());
        words.push(word);
    }
    if words.iter().any(|word| word.tells) {
        words.retain(|word| word.tells);
    }
    words
}

impl Word {
    fn new(typed: String, folded: String, groups: &[Synonyms]) -> Self {
        let stem = stem(&folded).to_owned();
        let same = |word: &String| self::stem(&fold(word)) == stem;
        let of = |group: &Synonyms| -> Vec<(Lang, String)> {
            let list = |lang, words: &[String]| -> Vec<(Lang, String)> {
                words.iter().map(|word| (lang, self::stem(&fold(word)).to_owned())).collect()
            };
            [list(Lang::Fr, &group.fr), list(Lang::En, &group.en)].concat()
        };
        let meant = groups.iter().filter(|group| group.fr.iter().chain(&group.en).any(same));
        let synonyms: Vec<(Lang, String)> = meant.flat_map(of).collect();
        let found_as = synonyms.iter().map(|(_, synonym)| synonym).chain([&stem]);
        let beginnings = found_as.filter_map(|word| word.bytes().next()).collect();
        let tells = !EMPTY.contains(&folded.as_str());
        let is_figure = folded.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let figure = folded.parse().ok().filter(|_| is_figure);
        Self { typed, folded, stem, synonyms, figure, beginnings, tells }
    }
}

/// A folded word without the mark of its plural.
fn stem(folded: &str) -> &str {
    if folded.len() <= 3 || folded.starts_with(|char: char| char.is_ascii_digit()) {
        return folded;
    }
    let is_plural_in_x = ["aux", "eux"].iter().any(|ending| folded.ends_with(ending));
    match folded.strip_suffix('x').filter(|_| is_plural_in_x) {
        Some(stem) => stem,
        None => folded.strip_suffix('s').filter(|stem| !stem.ends_with('s')).unwrap_or(folded),
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST_WORDS, asked, tokens};
    use crate::model::glossary::Synonyms;
    use crate::model::id::EntryId;
    use crate::model::text::Lang;

    fn typed(words: &[&str]) -> Vec<String> {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        asked(&words, &[]).iter().map(|word| word.typed().to_owned()).collect()
    }

    fn hit(word: &str, text: &str) -> Option<usize> {
        let synonyms =
            [Synonyms { id: EntryId::new("vat"), fr: vec!["TVA".to_owned()], en: vec!["VAT".to_owned()] }];
        let word = asked(&[word.to_owned()], &synonyms).remove(0);
        tokens(text).filter_map(|token| word.hit(&token.folded, Lang::Fr)).max().map(super::Hit::score)
    }

    #[test]
    fn articles_and_elisions_are_passed_over_unless_alone() {
        assert_eq!(typed(&["l’API"]), ["API"]);
        assert_eq!(typed(&["base de données"]), ["base", "données"]);
        assert_eq!(typed(&["de"]), ["de"]);
        assert_eq!(typed(&["  ", "…"]), Vec::<String>::new());
    }

    #[test]
    fn a_word_is_found_whole_then_as_a_beginning_and_never_inside() {
        assert_eq!(hit("clients", "le client"), Some(4));
        assert_eq!(hit("donn", "données"), Some(2));
        assert_eq!(hit("script", "JavaScript"), None);
        assert_eq!(hit("prix", "le privé"), None);
        assert_eq!(hit("coût", "à l’écoute"), None);
        assert_eq!(hit("réseau", "les réseaux"), Some(4));
        assert_eq!(hit("coeur", "au cœur de"), Some(4));
    }

    #[test]
    fn a_word_is_found_by_its_synonyms_in_the_language_of_the_text() {
        assert_eq!(hit("VAT", "avant TVA"), Some(3));
        assert_eq!(hit("TVA", "before VAT"), None, "this text is taken for French");
    }

    #[test]
    fn a_figure_is_found_however_its_thousands_are_written() {
        for written in ["24 000 €", "24\u{202f}000 €", "€24,000", "24000"] {
            assert_eq!(hit("24000", written), Some(4), "{written}");
        }
        assert_eq!(hit("39 k€", "39 000 €"), Some(4));
        assert_eq!(hit("39k", "39 000 €"), Some(4));
        assert_eq!(hit("12.31", "à 12,31 €."), Some(4));
        assert_eq!(hit("1 867,02", "soit 1867,02 €"), Some(4));
        assert_eq!(hit("c", "c’est"), None);
        assert_eq!(hit("24", "24 000 €"), None);
        assert_eq!(hit("2 400", "24 000 €"), None);
    }

    #[test]
    fn words_are_looked_for_once_and_not_by_the_thousand() {
        let many: Vec<String> = (0..5_000).map(|number| format!("mot{number}")).collect();
        assert_eq!(asked(&many, &[]).len(), MOST_WORDS);
        assert_eq!(typed(&["api API", "Api"]), ["api"]);
    }
}
