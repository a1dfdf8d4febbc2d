//! A text in French and English, and the language a reader asked for.

use std::borrow::{Borrow, Cow};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The two languages the explorer speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lang {
    /// French.
    Fr,
    /// English.
    En,
}

/// One text in both languages; a view picks one of them last.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// The French text.
    #[schemars(regex(pattern = r"\S"))]
    pub fr: Cow<'static, str>,
    /// The English text.
    #[schemars(regex(pattern = r"\S"))]
    pub en: Cow<'static, str>,
}

/// A text known when the program is written: labels, headings, help.
pub const fn text(fr: &'static str, en: &'static str) -> Text {
    Text { fr: Cow::Borrowed(fr), en: Cow::Borrowed(en) }
}

impl Text {
    /// A text put together while answering. The French half gets its narrow no-break spaces.
    pub fn new(fr: impl AsRef<str>, en: impl Into<String>) -> Self {
        Self { fr: Cow::Owned(french_spacing(fr.as_ref()).into_owned()), en: Cow::Owned(en.into()) }
    }

    /// A text known when the program is written, as an answer tells it: with its narrow no-break spaces.
    #[must_use]
    pub fn spaced(self) -> Self {
        Self::new(self.fr, self.en)
    }

    /// Two texts exactly as they are.
    pub const fn literal(fr: String, en: String) -> Self {
        Self { fr: Cow::Owned(fr), en: Cow::Owned(en) }
    }

    /// A name that is the same in both languages.
    pub fn same(name: &str) -> Self {
        Self { fr: Cow::Owned(name.to_owned()), en: Cow::Owned(name.to_owned()) }
    }

    /// A text whose halves are put together alike, each in its language, exactly as they are.
    pub fn in_each(half: impl Fn(Lang) -> String) -> Self {
        Self::literal(half(Lang::Fr), half(Lang::En))
    }

    /// Texts one after another with `between` between them, exactly as they are.
    pub fn joined(texts: impl IntoIterator<Item = impl Borrow<Self>>, between: &str) -> Self {
        Self::joined_by(texts, &Self::same(between))
    }

    /// The same, where what stands between them differs by language.
    pub fn joined_by(texts: impl IntoIterator<Item = impl Borrow<Self>>, between: &Self) -> Self {
        let texts: Vec<_> = texts.into_iter().collect();
        let halves = |lang| texts.iter().map(|text| text.borrow().in_lang(lang)).collect::<Vec<_>>();
        Self::in_each(|lang| halves(lang).join(between.in_lang(lang)))
    }

    /// The text with the same change to both halves.
    #[must_use]
    pub fn map(&self, change: impl Fn(&str) -> String) -> Self {
        Self::in_each(|lang| change(self.in_lang(lang)))
    }

    /// The text with another one behind it in brackets: who says so, what it is worth.
    #[must_use]
    pub fn bracketed(&self, aside: &Self) -> Self {
        Self::new(format!("{} ({})", self.fr, aside.fr), format!("{} ({})", self.en, aside.en))
    }

    /// The half in `lang`.
    pub fn in_lang(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        }
    }
}

/// The words with a small first letter; names among them keep theirs.
pub fn uncapitalized(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

/// The narrow no-break space of French typography.
pub const NARROW_SPACE: char = '\u{202f}';

/// Replaces the plain space before `; : ! ? » € %` and after `«` by a narrow no-break one.
///
/// Sources are then written with ordinary spaces, and no line breaks before a colon.
pub fn french_spacing(text: &str) -> Cow<'_, str> {
    if !text.contains([';', ':', '!', '?', '»', '«', '€', '%']) {
        return Cow::Borrowed(text);
    }
    let mut spaced = String::with_capacity(text.len() + 8);
    let mut rest = text.chars().peekable();
    let mut previous = ' ';
    while let Some(char) = rest.next() {
        let binds = previous == '«'
            || rest.peek().is_some_and(|next| matches!(next, ';' | ':' | '!' | '?' | '»' | '€' | '%'));
        spaced.push(if char == ' ' && binds { NARROW_SPACE } else { char });
        previous = char;
    }
    Cow::Owned(spaced)
}

#[cfg(test)]
mod tests {
    use super::french_spacing;

    #[test]
    fn french_punctuation_never_starts_a_line() {
        assert_eq!(
            french_spacing("« bac+5 » : 8 000 €, 40 % ?"),
            "«\u{202f}bac+5\u{202f}»\u{202f}: 8 000\u{202f}€, 40\u{202f}%\u{202f}?"
        );
        assert_eq!(french_spacing("https://exemple.fr"), "https://exemple.fr");
    }
}
