//! Trees in a terminal, drawn with lines.

use textwrap::core::display_width;

use super::wrapped;
use crate::report::{Lang, Node};
use crate::view::number::say;
use crate::view::style;

/// The tree below `root`, a line per node and more where one does not fit.
pub fn render(root: &Node, lang: Lang, width: usize) -> String {
    let mut lines = vec![style::title(&say(&root.label, lang))];
    draw(&root.children, "", lang, width, &mut lines);
    lines.join("\n")
}

fn draw(nodes: &[Node], prefix: &str, lang: Lang, width: usize, lines: &mut Vec<String>) {
    for (at, node) in nodes.iter().enumerate() {
        let last = at + 1 == nodes.len();
        let (branch, below) = if last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
        let under = format!("{prefix}{below}");
        lines.push(line(node, &format!("{prefix}{branch}"), &under, lang, width));
        draw(&node.children, &under, lang, width, lines);
    }
}

/// `├─ Senior*  promotion · Product Crew`, with what does not fit on lines below.
fn line(node: &Node, first: &str, under: &str, lang: Lang, width: usize) -> String {
    let label = format!("{}{}", say(&node.label, lang), if node.inferred { "*" } else { "" });
    let details = [&node.tag, &node.detail].into_iter().flatten().map(|detail| say(detail, lang));
    let details = details.filter(|detail| !detail.is_empty()).collect::<Vec<_>>().join(" · ");
    let room = width.saturating_sub(display_width(first)).max(12);
    let head = format!(
        "{}{}",
        style::quiet(first),
        wrapped(&label, room, "", "").replace('\n', &format!("\n{under}  "))
    );
    if details.is_empty() {
        head
    } else if display_width(first) + display_width(&label) + 2 + display_width(&details) <= width {
        format!("{head}  {}", style::quiet(&details))
    } else {
        let indent = format!("{under}  ");
        format!("{head}\n{}", style::quiet(&wrapped(&details, width, &indent, &indent)))
    }
}
