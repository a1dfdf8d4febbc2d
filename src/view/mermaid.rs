//! Mermaid: a flowchart for Markdown pages that draw it, such as those of a forge.

use super::format::localize;
use crate::model::text::Lang;
use crate::report::Graph;

/// The graph from left to right; inferred ways are dotted.
pub fn render(graph: &Graph, lang: Lang) -> String {
    let mut lines = vec![format!("%% {}", escaped(&localize(&graph.title, lang))), "flowchart LR".to_owned()];
    let place = |(at, label): (usize, _)| format!("  n{at}[\"{}\"]", escaped(&localize(label, lang)));
    lines.extend(graph.places.iter().enumerate().map(place));
    lines.extend(graph.edges.iter().map(|edge| {
        let arrow = if edge.inferred { "-.->" } else { "-->" };
        format!("  n{} {arrow}|\"{}\"| n{}", edge.from, escaped(&localize(&edge.label, lang)), edge.to)
    }));
    lines.join("\n") + "\n"
}

/// Text in quotes in which nothing is taken for Mermaid, Markdown or HTML: such signs become their codes.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        if matches!(char, '"' | '#' | '<' | '>' | '&' | '`' | '|' | '\\' | '*' | '_' | ';' | '%' | '{' | '}')
        {
            escaped.push_str(&format!("#{};", u32::from(char)));
        } else {
            escaped.push(char);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{escaped, render};
    use crate::model::text::{Lang, Text, text};
    use crate::report::{Edge, Graph};

    #[test]
    fn names_cannot_leave_their_quotes() {
        assert_eq!(escaped("C# \"x\"]"), "C#35; #34;x#34;]");
    }

    #[test]
    fn an_inferred_way_is_dotted() {
        let edge = Edge { from: 0, to: 1, label: text("vers", "to"), inferred: true };
        let places = vec![Text::same("a"), Text::same("b")];
        let drawn = render(&Graph { title: text("", "x"), places, edges: vec![edge] }, Lang::En);
        assert_eq!(drawn, "%% x\nflowchart LR\n  n0[\"a\"]\n  n1[\"b\"]\n  n0 -.->|\"to\"| n1\n");
    }
}
