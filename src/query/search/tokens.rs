//! Texts in words: folded, without elided articles, singular like plural; figures in one piece.

use std::borrow::Cow;

use crate::model::name::fold;

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

/// A folded word without the mark of its plural.
pub fn stem(folded: &str) -> &str {
    if folded.len() <= 3 || folded.starts_with(|char: char| char.is_ascii_digit()) {
        return folded;
    }
    let is_plural_in_x = ["aux", "eux"].iter().any(|ending| folded.ends_with(ending));
    match folded.strip_suffix('x').filter(|_| is_plural_in_x) {
        Some(stem) => stem,
        None => folded.strip_suffix('s').filter(|stem| !stem.ends_with('s')).unwrap_or(folded),
    }
}
