//! When an answer is coloured.

use crate::model::vocabulary::vocabulary;

vocabulary! {
    /// When an answer is coloured; `auto` is on a terminal, unless the environment says otherwise.
    Color ("choix de couleur", "colour choice")
    Auto = "auto", "sur un terminal", "on a terminal";
    Always = "always", "toujours", "always";
    Never = "never", "jamais", "never";
}
