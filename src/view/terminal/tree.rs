//! Trees in a terminal, drawn with lines.

use textwrap::core::display_width;

use super::layout::wrapped;
use super::page::Page;
use crate::report::Node;
use crate::view::style;

/// The tree below `root`, a line per node and more where one does not fit.
pub fn render(root: &Node, page: &Page) -> String {
    let mut lines = vec![style::title(&page.say(&root.label))];
    draw(&root.children, "", page, &mut lines);
    lines.join("\n")
}

fn draw(nodes: &[Node], prefix: &str, page: &Page, lines: &mut Vec<String>) {
    for (at, node) in nodes.iter().enumerate() {
        let last = at + 1 == nodes.len();
        let [branch, below] = if last { page.signs.last } else { page.signs.branch };
        let under = format!("{prefix}{below}");
        lines.push(line(node, &format!("{prefix}{branch}"), &under, page));
        draw(&node.children, &under, page, lines);
    }
}

/// `├─ Senior*  promotion · Product Crew`, with what does not fit on lines below.
fn line(node: &Node, first: &str, under: &str, page: &Page) -> String {
    let label = format!("{}{}", page.say(&node.label), if node.inferred { "*" } else { "" });
    let details = [&node.tag, &node.detail].into_iter().flatten().map(|detail| page.say(detail));
    let details = details.filter(|detail| !detail.is_empty()).collect::<Vec<_>>().join(" · ");
    let room = page.width.saturating_sub(display_width(first)).max(12);
    let head = wrapped(&label, room, "", "").replace('\n', &format!("\n{under}  "));
    let head = format!("{}{head}", style::quiet(first));
    if details.is_empty() {
        head
    } else if display_width(&label) + 2 + display_width(&details) <= room {
        format!("{head}  {}", style::quiet(&details))
    } else {
        let indent = format!("{under}  ");
        format!("{head}\n{}", style::quiet(&wrapped(&details, page.width, &indent, &indent)))
    }
}
