//! Nested names in HTML: a map from left to right, and the same as lists, which a phone shows instead.

use maud::{Markup, html};

use super::place::Place;
use crate::model::text::{Text, text};
use crate::report::Node;

/// About the width of a character of a label, in the units of the map: most are narrower than half the size of the
/// type, `m` and `w` and capitals are wider.
const CHARACTER: f64 = 6.0;
const WIDE_CHARACTER: f64 = 9.5;
/// The height of a row of the map, and of a box in it.
const ROW: f64 = 21.0;
const BOX: f64 = 18.0;
/// The way between two columns.
const GAP: f64 = 22.0;
/// A map wider than this could not be read on paper: the lists stand alone.
const WIDEST: f64 = 960.0;

/// The tree below `root`.
pub fn render(root: &Node, place: &mut Place) -> Markup {
    let map = Map::of(root, place);
    let drawn = map.width() <= WIDEST && !root.children.is_empty();
    html! {
        figure.map {
            @if drawn { (map.svg(&place.say(&root.label), place)) }
            div class=(if drawn { "vh swap" } else { "tree" }) {
                ul { (item(root, place)) }
            }
        }
    }
}

fn item(node: &Node, place: &Place) -> Markup {
    html! {
        li {
            b { (place.say(&node.label)) }
            @if node.inferred { "*" }
            @for told in [&node.tag, &node.detail].into_iter().flatten() {
                @let told = place.say(told);
                @if !told.is_empty() { small { " · " (told) } }
            }
            @if !node.children.is_empty() { ul { @for child in &node.children { (item(child, place)) } } }
        }
    }
}

/// About how much room a label takes.
fn drawn_width(label: &str) -> f64 {
    let is_wide = |char: char| char.is_uppercase() || "mwMW".contains(char);
    label.chars().map(|char| if is_wide(char) { WIDE_CHARACTER } else { CHARACTER }).sum()
}

/// Where each name stands.
struct Map {
    spots: Vec<Spot>,
    widths: Vec<f64>,
    rows: f64,
}

/// A name on the map.
struct Spot {
    label: String,
    depth: usize,
    row: f64,
    parent: Option<usize>,
    inferred: bool,
}

impl Map {
    fn of(root: &Node, place: &Place) -> Self {
        let mut map = Self { spots: Vec::new(), widths: Vec::new(), rows: 0.0 };
        map.add(root, 0, None, place);
        map
    }

    /// Adds a name and those below it; it stands beside the first of them.
    fn add(&mut self, node: &Node, depth: usize, parent: Option<usize>, place: &Place) {
        let label = format!("{}{}", place.say(&node.label), if node.inferred { "*" } else { "" });
        let width = drawn_width(&label) + 14.0;
        if self.widths.len() <= depth {
            self.widths.push(0.0);
        }
        self.widths[depth] = self.widths[depth].max(width);
        let at = self.spots.len();
        let row = self.rows;
        self.spots.push(Spot { label, depth, row, parent, inferred: node.inferred });
        for child in &node.children {
            self.add(child, depth + 1, Some(at), place);
        }
        if node.children.is_empty() {
            self.rows += 1.0;
        }
    }

    fn left(&self, depth: usize) -> f64 {
        self.widths.iter().take(depth).map(|width| width + GAP).sum()
    }

    fn width(&self) -> f64 {
        self.left(self.widths.len()) - GAP
    }

    fn svg(&self, root: &str, place: &mut Place) -> Markup {
        let id = place.id("t");
        let (title, desc) = (format!("{id}t"), format!("{id}d"));
        let (width, height) = (self.width() + 2.0, self.rows * ROW);
        let told = Text::new(
            format!(
                "Carte de ce qui suit « {root} », de gauche à droite ; la liste qui suit dit la même chose."
            ),
            format!("Map of what follows “{root}”, from left to right; the list below says the same."),
        );
        html! {
            svg.alt role="img" aria-labelledby=(format!("{title} {desc}")) viewBox=(format!("-1 0 {width:.0} {height:.0}")) style=(format!("max-width:{:.0}px", width * 1.15)) {
                title id=(title) { (place.say(&text("Carte", "Map"))) }
                desc id=(desc) { (place.say(&told)) }
                @for spot in &self.spots {
                    @if let Some(parent) = spot.parent.and_then(|parent| self.spots.get(parent)) { (self.way(parent, spot)) }
                }
                @for spot in &self.spots {
                    rect.box.i[spot.inferred] x=(format!("{:.0}", self.left(spot.depth))) y=(format!("{:.0}", spot.row * ROW + 2.0)) width=(format!("{:.0}", self.widths[spot.depth])) height=(BOX) rx="3" {}
                    text x=(format!("{:.0}", self.left(spot.depth) + 7.0)) y=(format!("{:.0}", spot.row * ROW + 15.0)) { (spot.label) }
                }
            }
        }
    }

    /// The way from a name to one below it, with an arrow at its end.
    fn way(&self, from: &Spot, to: &Spot) -> Markup {
        let middle = |spot: &Spot| spot.row * ROW + 2.0 + BOX / 2.0;
        let start = self.left(from.depth) + self.widths[from.depth];
        let (turn, end) = (start + GAP / 2.0, self.left(to.depth));
        let (down, dashes) = (middle(to), if to.inferred { "w i" } else { "w" });
        html! {
            path class=(dashes) d=(format!("M{start:.0} {:.1}H{turn:.0}V{down:.1}H{end:.0}", middle(from))) {}
            path.w d=(format!("M{:.0} {:.1}l5 3l-5 3", end - 5.0, down - 3.0)) {}
        }
    }
}
