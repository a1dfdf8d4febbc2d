//! Pieces of a formatted text, each with what it is; a view gives every role its look.

/// A piece of a formatted text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The text, safe to print, without any style.
    pub text: String,
    /// What the text is.
    pub role: Role,
}

/// What a piece of text is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// Words.
    Plain,
    /// An amount, a number, a date.
    Figure,
    /// What stands back: a unit, a source.
    Quiet,
    /// What stands out: a total, a name.
    Strong,
    /// A page that can be opened, by its address.
    Link(String),
    /// What was looked for.
    Match,
}

impl Span {
    /// A piece of text in a role.
    pub fn new(text: impl Into<String>, role: Role) -> Self {
        Self { text: text.into(), role }
    }

    /// Words without a role of their own.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::new(text, Role::Plain)
    }
}

/// The text that spans make up.
pub fn plain_text(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}
