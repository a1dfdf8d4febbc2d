//! When an answer is coloured.

use crate::model::text::{Text, text};
use crate::model::vocabulary::Vocabulary;

/// When an answer is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Color {
    /// On a terminal, unless the environment says otherwise.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Vocabulary for Color {
    const KIND: Text = text("choix de couleur", "colour choice");
    const ALL: &'static [Self] = &[Self::Auto, Self::Always, Self::Never];

    fn id(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Always => "always",
            Self::Never => "never",
        }
    }
    fn label(self) -> Text {
        match self {
            Self::Auto => text("sur un terminal", "on a terminal"),
            Self::Always => text("toujours", "always"),
            Self::Never => text("jamais", "never"),
        }
    }
    fn aliases(self) -> &'static [&'static str] {
        &[]
    }
}
