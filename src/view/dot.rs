//! Graphviz: a graph for `dot -Tsvg`.

use super::format::localize;
use crate::model::text::Lang;
use crate::report::Graph;

/// The graph from left to right; inferred ways are dashed.
pub fn render(graph: &Graph, lang: Lang) -> String {
    let title = quoted(&localize(&graph.title, lang));
    let mut lines = vec![
        "digraph {".to_owned(),
        format!("  graph [rankdir=LR, labelloc=t, fontname=\"sans-serif\", label={title}];"),
        "  node [shape=box, style=rounded, fontname=\"sans-serif\"];".to_owned(),
        "  edge [fontname=\"sans-serif\", fontsize=10];".to_owned(),
    ];
    let place = |(at, label): (usize, _)| format!("  n{at} [label={}];", quoted(&localize(label, lang)));
    lines.extend(graph.places.iter().enumerate().map(place));
    lines.extend(graph.edges.iter().map(|edge| {
        let style = if edge.inferred { ", style=dashed" } else { "" };
        format!("  n{} -> n{} [label={}{style}];", edge.from, edge.to, quoted(&localize(&edge.label, lang)))
    }));
    lines.push("}\n".to_owned());
    lines.join("\n")
}

/// A quoted string in which nothing ends the quotes or is taken for a line break.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::{quoted, render};
    use crate::model::text::{Lang, Text, text};
    use crate::report::{Edge, Graph};

    #[test]
    fn names_cannot_leave_their_quotes() {
        assert_eq!(quoted(r#"a"]; b \n"#), r#""a\"]; b \\n""#);
    }

    #[test]
    fn an_inferred_way_is_dashed() {
        let edge = Edge { from: 0, to: 1, label: text("vers", "to"), inferred: true };
        let places = vec![Text::same("a"), Text::same("b")];
        let drawn = render(&Graph { title: text("", ""), places, edges: vec![edge] }, Lang::Fr);
        assert!(drawn.contains("n0 -> n1 [label=\"vers\", style=dashed];"), "{drawn}");
    }
}
