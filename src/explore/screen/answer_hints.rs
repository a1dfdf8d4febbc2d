//! The keys that do something on an answer, for the last line.

use super::Context;
use super::answer::{Answer, Zone};
use super::detail::Found;
use crate::explore::chip::Chip;
use crate::explore::keys::{Hint, hint};
use crate::explore::question::Kind;

impl Answer {
    pub(super) fn hints(&self, context: &Context<'_>) -> (Vec<Hint>, String) {
        let hints = match self.zone {
            Zone::Fields(_) => vec![
                hint("⏎", "suivant", "next"),
                hint("^U", "effacer", "clear"),
                hint("Tab", "résultat", "result"),
                hint("Esc", "quitter le champ", "leave the field"),
            ],
            Zone::Chips(at) => self.filter_hints(at),
            Zone::List => self.list_hints(context),
        };
        (hints, self.position())
    }

    fn filter_hints(&self, at: usize) -> Vec<Hint> {
        let mut hints = vec![hint("←→", "valeur", "value")];
        let has_switches = self.asked.chips.get(at).is_some_and(Chip::has_switches);
        hints.extend(has_switches.then(|| hint("␣", "cocher", "tick")));
        hints.extend([
            hint("↑↓", "filtre", "filter"),
            hint("x", "tout montrer", "show all"),
            hint("Tab", "liste", "list"),
            hint("Esc", "liste", "list"),
        ]);
        hints
    }

    fn list_hints(&self, context: &Context<'_>) -> Vec<Hint> {
        let question = self.asked.question;
        let found = self.found();
        // An answer that lists nothing is scrolled.
        let moves = if self.list.stops.is_empty() {
            hint("↑↓", "lire", "read")
        } else {
            hint("↑↓", "choisir", "choose")
        };
        let mut hints = vec![moves];
        if question.kind == Kind::Replies {
            hints.push(hint("←→", "répondre", "answer"));
        }
        hints.extend(
            found
                .as_ref()
                .and_then(Found::id)
                .filter(|_| question.kind != Kind::Replies)
                .map(|_| hint("⏎", "fiche", "entry")),
        );
        if question.retains {
            hints.push(hint("␣", "retenir", "retain"));
        } else if self.compares() && self.asked.subjects.len() > 1 {
            hints.push(hint("␣", "retirer", "leave out"));
        }
        if self.count.is_some_and(|(shown, all)| shown < all) {
            hints.push(hint("x", "tout montrer", "show all"));
        }
        if context.retained.len() > 1 && self.asked.question.command != "compare" {
            hints.push(hint("c", "comparer", "compare"));
        }
        if !self.asked.chips.is_empty() || !self.asked.fields.is_empty() {
            hints.push(hint("Tab", "filtres", "filters"));
        }
        let names_sources = found.is_some_and(|found| !found.sources().is_empty());
        let names_sources = names_sources || !self.asked.subjects.is_empty();
        hints.extend(names_sources.then(|| hint("s", "sources", "sources")));
        hints.extend((self.parts().len() > 1).then(|| hint("t", "tableau suivant", "next table")));
        hints.extend(self.compares().then(|| hint("d", "différences", "differences")));
        hints.extend([
            hint("y", "copier", "copy"),
            hint("p", "imprimer", "print"),
            hint("l", "english", "français"),
            hint("?", "aide", "help"),
            hint("Esc", "retour", "back"),
        ]);
        hints
    }
}
