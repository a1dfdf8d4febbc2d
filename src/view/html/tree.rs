//! Nested names in HTML: a list within lists.

use maud::{Markup, html};

use super::place::Place;
use crate::report::Node;

/// The tree below `root`.
pub fn render(root: &Node, place: &Place) -> Markup {
    html! {
        div.tree {
            p { b { (place.say(&root.label)) } }
            (below(&root.children, place))
        }
    }
}

fn below(nodes: &[Node], place: &Place) -> Markup {
    html! {
        @if !nodes.is_empty() {
            ul {
                @for node in nodes {
                    li {
                        b { (place.say(&node.label)) }
                        @if node.inferred { "*" }
                        @for told in [&node.tag, &node.detail].into_iter().flatten() {
                            @let told = place.say(told);
                            @if !told.is_empty() { small { " · " (told) } }
                        }
                        (below(&node.children, place))
                    }
                }
            }
        }
    }
}
