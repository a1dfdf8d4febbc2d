//! Trees in a terminal, drawn with lines.

use textwrap::core::display_width;

use super::layout::{broken, wrapped};
use super::page::Page;
use crate::report::Node;
use crate::view::line::{Line, Look};

/// The tree below `root`, a line per node and more where one does not fit.
pub fn render(root: &Node, page: &Page) -> Vec<Line> {
    let mut lines = vec![Line::of(page.say(&root.label), Look::Title)];
    draw(&root.children, "", page, &mut lines);
    lines
}

fn draw(nodes: &[Node], prefix: &str, page: &Page, lines: &mut Vec<Line>) {
    for (at, node) in nodes.iter().enumerate() {
        let last = at + 1 == nodes.len();
        let [branch, below] = if last { page.signs.last } else { page.signs.branch };
        let under = format!("{prefix}{below}");
        lines.extend(node_lines(node, &format!("{prefix}{branch}"), &under, page));
        draw(&node.children, &under, page, lines);
    }
}

/// `├─ Senior*  promotion · Product Crew`, with what does not fit on lines below.
fn node_lines(node: &Node, first: &str, under: &str, page: &Page) -> Vec<Line> {
    let label = format!("{}{}", page.say(&node.label), if node.inferred { "*" } else { "" });
    let details = [&node.tag, &node.detail].into_iter().flatten().map(|detail| page.say(detail));
    let details = details.filter(|detail| !detail.is_empty()).collect::<Vec<_>>().join(" · ");
    let room = page.width.saturating_sub(display_width(first)).max(12);
    let indent = format!("{under}  ");
    let mut lines = Vec::new();
    for (at, piece) in broken(&label, room, "", "").into_iter().enumerate() {
        let start = if at == 0 { first } else { &indent };
        lines.push(Line::of(start, Look::Quiet).with(piece, Look::Plain));
    }
    if !details.is_empty() {
        match lines.as_mut_slice() {
            [only] if display_width(&label) + 2 + display_width(&details) <= room => {
                only.push("  ", Look::Plain);
                only.push(details, Look::Quiet);
            }
            _ => lines.extend(wrapped(&details, page.width, &indent, &indent, &Look::Quiet)),
        }
    }
    lines
}
