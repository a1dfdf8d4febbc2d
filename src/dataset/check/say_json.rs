//! What is wrong with a file as JSON, whatever it says, in both languages.

use super::lexer::Kind;
use super::mender::Flaw;
use crate::dataset::read::Encoding;
use crate::model::text::{Text, text};

/// What had to be changed to read on, or why that was not possible.
pub const fn flaw(flaw: Flaw) -> Text {
    match flaw {
        Flaw::Comment => text(
            "le JSON n’a pas de commentaires ; retirez celui-ci",
            "JSON has no comments; take this one out",
        ),
        Flaw::AfterEnd => {
            text("il reste du texte après la fin du JSON", "text is left after the end of the JSON")
        }
        Flaw::CutShort => {
            text("le fichier s’arrête au milieu du JSON", "the file ends in the middle of the JSON")
        }
        Flaw::NoKey => key_expected(),
        Flaw::NoColon => {
            text("« : » attendu entre la clé et sa valeur", "expected `:` between the key and its value")
        }
        Flaw::TrailingComma => {
            text("virgule en trop : rien ne la suit", "a comma too many: nothing follows it")
        }
        Flaw::NoComma => {
            text("il manque une virgule avant cette valeur", "a comma is missing before this value")
        }
        Flaw::NotAComma => text("« , » attendu à la place de ce signe", "expected `,` in place of this sign"),
        Flaw::NotClosed(Kind::CloseList) => text("« , » ou « ] » attendu", "expected `,` or `]`"),
        Flaw::NotClosed(_) => text("« , » ou « } » attendu", "expected `,` or `}`"),
        Flaw::NotOpened => {
            text("ce crochet ou cette accolade ne ferme rien", "this bracket or brace closes nothing")
        }
        Flaw::NotOpenedWith(Kind::OpenList) => text("une liste commence par « [ »", "a list begins with `[`"),
        Flaw::NotOpenedWith(_) => text("un objet commence par « { »", "an object begins with `{`"),
        Flaw::Misplaced => text("ce signe n’a pas sa place ici", "this sign has no place here"),
    }
}

pub const fn open_text() -> Text {
    text("il manque le guillemet fermant de ce texte", "the closing quote of this text is missing")
}

pub const fn key_expected() -> Text {
    text("une clé entre guillemets est attendue ici", "a key in quotes is expected here")
}

pub const fn bad_escape() -> Text {
    text("une barre oblique inverse n’introduit rien de connu", "a backslash introduces nothing known")
}

pub const fn raw_control() -> Text {
    text(
        "un texte ne contient ni retour à la ligne ni caractère de commande ; écrivez \\n ou \\u00XX",
        "a text holds no line break and no control character; write \\n or \\u00XX",
    )
}

pub const fn no_utf8(encoding: Encoding) -> Text {
    match encoding {
        Encoding::OneByte => text(
            "le fichier n’est pas en UTF-8, mais sans doute en Windows-1252 ; enregistrez-le en UTF-8",
            "the file is not UTF-8 but probably Windows-1252; save it as UTF-8",
        ),
        _ => text("ces octets ne sont pas de l’UTF-8", "these bytes are not UTF-8"),
    }
}

pub const fn utf16() -> Text {
    text("le fichier est en UTF-16 ; enregistrez-le en UTF-8", "the file is in UTF-16; save it as UTF-8")
}

pub const fn blank() -> Text {
    text("ce texte est vide", "this text is empty")
}

pub const fn empty_list() -> Text {
    text("cette liste ne doit pas être vide", "this list must not be empty")
}

pub const fn empty_file() -> Text {
    text("le fichier est vide", "the file is empty")
}

/// A file without any of the keys that would tell what it is.
pub fn no_known_key(keys: &str) -> Text {
    Text::new(
        format!("aucune clé connue à la racine ; une au moins est attendue : {keys}"),
        format!("no known key at the top; expected at least one of: {keys}"),
    )
}
