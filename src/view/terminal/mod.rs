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
use self::layout::{headed, labelled, wrapped};
pub use self::page::Page;
use crate::report::{Block, Document, Facts, Section};
use crate::view::style;

/// Prose reads best in lines no longer than this.
const LONGEST_LINE: usize = 100;

/// The document's blocks, a blank line between them.
pub fn render(document: &Document, page: &Page) -> String {
    let prose = page.at_most(LONGEST_LINE);
    let mut shown = style::title(&wrapped(&prose.say(&document.title), prose.width, "", ""));
    shown.push('\n');
    let mut after_note = false;
    for block in document.visible_blocks() {
        let text = match block {
            Block::Table(content) => table::render(content, page),
            Block::Ranges(content) => chart::render(content, page),
            Block::Curves(content) => curves::render(content, page),
            Block::Tree(content) => tree::render(&content.root, &prose),
            Block::Facts(content) => facts(content, &prose),
            Block::Prose(text) => wrapped(&prose.say(text), prose.width, "", ""),
            Block::Snippet(content) => snippet::render(content, prose.lang, prose.width),
            Block::Section(content) => section(content, &prose),
            Block::Break => String::new(),
            Block::Note(text) => {
                style::quiet(&wrapped(&prose.say(text), prose.width, page.signs.bullet, "  "))
            }
        };
        append(&mut shown, &text, after_note && matches!(block, Block::Note(_)));
        after_note = matches!(block, Block::Note(_));
    }
    shown
}

/// A title over several blocks, and what they show.
fn section(section: &Section, page: &Page) -> String {
    let title = style::title(&wrapped(&page.say(&section.title), page.width, "", ""));
    let finding =
        section.finding.iter().map(|finding| wrapped(&page.say(&finding.sentence()), page.width, "", ""));
    std::iter::once(title).chain(finding).collect::<Vec<_>>().join("\n")
}

/// Labels and values in two columns, or each value below its label where that is too narrow.
fn facts(facts: &Facts, page: &Page) -> String {
    let items: Vec<(String, String)> =
        facts.items.iter().map(|(label, value)| (page.say(label), page.cell(value))).collect();
    let widest = items.iter().map(|(label, _)| display_width(label)).max().unwrap_or(0);
    let mut lines: Vec<String> = facts.title.iter().map(|title| headed(title, page)).collect();
    for (label, value) in items {
        lines.push(if widest + 26 <= page.width && widest <= 32 {
            labelled(&label, &value, "", widest, page.width)
        } else {
            let label = style::label(&wrapped(&label, page.width, "", ""));
            format!("{label}\n{}", wrapped(&value, page.width, "  ", "  "))
        });
    }
    lines.join("\n")
}
