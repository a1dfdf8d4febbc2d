//! The terminal: titles, aligned tables, trees, charts and notes within a width.

mod cards;
pub mod chart;
pub mod curves;
mod layout;
pub mod page;
pub mod snippet;
mod table;
pub mod tree;

use textwrap::core::display_width;

pub use self::layout::{append, wrap};
use self::layout::{append_lines, headed, indented, labelled, wrapped, wrapped_line};
pub use self::page::Page;
use crate::report::{Block, Document, Facts, Section};
use crate::view::line::{Line, Look};
use crate::view::style::paint;

/// Prose reads best in lines no longer than this.
const LONGEST_LINE: usize = 100;

/// The document's blocks, a blank line between them, with the escape sequences of their looks.
pub fn render(document: &Document, page: &Page) -> String {
    paint(&lines(document, page), page.links) + "\n"
}

/// The document's blocks in lines, a blank one between them.
pub fn lines(document: &Document, page: &Page) -> Vec<Line> {
    let prose = page.at_most(LONGEST_LINE);
    let mut shown = wrapped(&prose.say(&document.title), prose.width, "", "", &Look::Title);
    let mut after_note = false;
    for (at, block) in document.blocks.iter().enumerate() {
        let drawn = match block {
            Block::Table(content) if !content.shown => continue,
            Block::Table(content) => table::render(content, at, page),
            Block::Ranges(content) => chart::render(content, at, page),
            Block::Curves(content) => curves::render(content, page),
            Block::Tree(content) => tree::render(&content.root, &prose),
            Block::Facts(content) => facts(content, &prose),
            Block::Prose(text) => wrapped(&prose.say(text), prose.width, "", "", &Look::Plain),
            Block::Snippet(content) => snippet::render(content, prose.lang, prose.width),
            Block::Section(content) => section(content, &prose),
            Block::Break => Vec::new(),
            Block::Note(text) => {
                wrapped(&prose.say(text), prose.width, page.signs.bullet, "  ", &Look::Quiet)
            }
        };
        append_lines(&mut shown, drawn, after_note && matches!(block, Block::Note(_)));
        after_note = matches!(block, Block::Note(_));
    }
    shown
}

/// A title over several blocks, and what they show.
fn section(section: &Section, page: &Page) -> Vec<Line> {
    let mut lines = wrapped(&page.say(&section.title), page.width, "", "", &Look::Title);
    if let Some(finding) = &section.finding {
        lines.extend(wrapped(&page.say(&finding.sentence()), page.width, "", "", &Look::Plain));
    }
    lines
}

/// Labels and values in two columns, or each value below its label where that is too narrow.
fn facts(facts: &Facts, page: &Page) -> Vec<Line> {
    let items: Vec<(String, Line)> =
        facts.items.iter().map(|(label, value)| (page.say(label), page.cell_line(value))).collect();
    let widest = items.iter().map(|(label, _)| display_width(label)).max().unwrap_or(0);
    let mut lines: Vec<Line> = facts.title.iter().flat_map(|title| headed(title, page)).collect();
    for (label, value) in items {
        if widest + 26 <= page.width && widest <= 32 {
            lines.extend(labelled(&label, &value, "", widest, page.width));
        } else {
            lines.extend(wrapped(&label, page.width, "", "", &Look::Label));
            let value = wrapped_line(&value, page.width.saturating_sub(2));
            lines.extend(indented(value, Line::of("  ", Look::Plain), "  "));
        }
    }
    lines
}
