//! The keys: what each does, for the help, and the hints of the last line.

use super::frame::Signs;
use crate::model::text::{Lang, Text, text};
use crate::view::localize;

/// A key with what it does.
pub struct Hint {
    /// The key, as people see it.
    pub key: &'static str,
    /// What it does here.
    pub does: Text,
}

/// A hint.
pub const fn hint(key: &'static str, fr: &'static str, en: &'static str) -> Hint {
    Hint { key, does: text(fr, en) }
}

/// As many hints as fit in `width`, the first ones first; the last one is kept whatever happens.
pub fn line(hints: &[Hint], lang: Lang, width: usize, signs: &Signs) -> String {
    let told = |hint: &Hint| format!("{} {}", signs.key(hint.key), localize(&hint.does, lang));
    let Some((last, others)) = hints.split_last() else { return String::new() };
    let last = told(last);
    let columns = |text: &str| text.chars().count();
    let mut shown = String::new();
    for hint in others.iter().map(told) {
        if columns(&shown) + columns(&hint) + columns(&last) + 4 <= width {
            shown = format!("{shown}{hint}  ");
        }
    }
    shown + &last
}

/// Every key, in the order of the help.
pub const ALL: &[Hint] = &[
    hint("↑ ↓   k j", "ligne d’avant, ligne d’après", "line before, line after"),
    hint("← →", "choix d’un filtre ; fiche voisine", "value of a filter; neighbouring entry"),
    hint("PgUp PgDn", "page d’avant, page d’après", "page before, page after"),
    hint("g G", "début, fin", "first, last"),
    hint("t", "tableau suivant de la réponse", "next table of the answer"),
    hint("Tab", "autre zone : liste, filtres, champs", "other zone: list, filters, fields"),
    hint("⏎", "ouvrir ; dans un champ : le suivant", "open; in a field: the next one"),
    hint("Esc", "fermer, revenir ; sortir d’un champ", "close, back; leave a field"),
    hint("/", "chercher dans tous les faits", "search in all facts"),
    hint("s", "sources de la ligne", "sources of the line"),
    hint("␣", "retenir une formation, ou la relâcher", "retain a programme, or release it"),
    hint("c", "comparer ce qui est retenu", "compare what is retained"),
    hint("y", "copier la réponse ; encore y : la commande", "copy the answer; y again: the command"),
    hint("p", "écrire cette page en HTML", "write this page as HTML"),
    hint("o", "ouvrir le lien", "open the link"),
    hint("x", "tout montrer, sans filtre", "show all, without filters"),
    hint("n", "net ou brut", "net or gross"),
    hint("d", "seulement ce qui diffère", "only what differs"),
    hint("l", "english", "français"),
    hint("^L", "redessiner", "redraw"),
    hint("q  ^C", "quitter", "quit"),
];
