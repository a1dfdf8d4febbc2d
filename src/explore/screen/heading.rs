//! The first line of an answer: the question, and what its amounts are and how many things it lists; and where the
//! cursor is among them.

use super::Context;
use super::answer::Answer;
use crate::model::text::{Text, text};
use crate::view::{Line, Look};

impl Answer {
    pub(super) fn heading(&self, context: &Context<'_>) -> (Line, Line) {
        // An entry is its own title.
        let shown = self.document.as_ref().filter(|_| !self.asked.subjects.is_empty());
        let title = context.say(shown.map_or(self.asked.question.title, |document| &document.title));
        let room = context.width.saturating_sub(crate::view::display_width(&title) + 4);
        // The count gives way last.
        let scopes = self.scopes(context);
        let fits = |scope: &&String| crate::view::display_width(scope) <= room;
        let scope = scopes.iter().find(fits).or(scopes.last()).cloned().unwrap_or_default();
        (Line::of(title, Look::Title), Line::of(scope, Look::Quiet))
    }

    /// What stands at the right of the first line, the longest first.
    fn scopes(&self, context: &Context<'_>) -> Vec<String> {
        if let ([_, _, ..], Some(shown)) = (self.siblings.as_slice(), self.asked.subjects.first()) {
            let at = self.siblings.iter().position(|sibling| sibling == shown).unwrap_or_default();
            return vec![format!("{} {}/{}", context.signs.key("←→"), at + 1, self.siblings.len())];
        }
        if self.asked.subjects.len() > 1 {
            let count = self.asked.subjects.len();
            return vec![context.say(&Text::new(format!("{count} retenues"), format!("{count} retained")))];
        }
        let unit = context.say(&(self.asked.question.unit)(&self.asked));
        let (Some((shown, all)), Some([one, several])) = (self.count, self.asked.question.things) else {
            return vec![unit];
        };
        let thing = context.say(if shown < 2 { one } else { several });
        let of = context.say(&text("sur", "of"));
        let (short, long) = if shown == all {
            (all.to_string(), format!("{all} {thing}"))
        } else {
            (format!("{shown}/{all}"), format!("{shown} {thing} {of} {all}"))
        };
        if unit.is_empty() { vec![long, short] } else { vec![format!("{unit}, {long}"), long, short] }
    }

    /// Where the cursor is: among everything that the question lists, or among the lines of another table.
    pub(super) fn position(&self) -> String {
        let Some(current) = self.item() else { return String::new() };
        let is_listed = self.listing.contains(&current.block);
        let is_among =
            |(line, _): &&(usize, usize)| {
                let block = self.lines.get(*line).and_then(|line| line.item).map(|item| item.block);
                block.is_some_and(|block| {
                    if is_listed { self.listing.contains(&block) } else { block == current.block }
                })
            };
        let count = self.list.stops.iter().filter(is_among).count();
        let before = self.list.stops.iter().take(self.list.at).filter(is_among).count();
        let blocks = if is_listed { self.listing.as_slice() } else { &[current.block] };
        let left_out: usize = blocks.iter().map(|block| self.left_out(*block)).sum();
        format!("{}/{}", before + 1, count + left_out)
    }
}
