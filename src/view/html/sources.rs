//! The sources that a page names: what they are, of which year, at which address.

use std::collections::HashSet;

use maud::{Markup, html};

use super::place::{Place, pieces};
use crate::model::source::Source;
use crate::model::text::{Text, text};
use crate::report::{Block, Cell, Document, Node};
use crate::view::escape::escape_controls;
use crate::view::format::spans;

/// The sources that the document names: in its cells by their id, in its texts by their short name.
pub fn cited<'a>(document: &Document, sources: &'a [Source]) -> Vec<&'a Source> {
    let mut named = Named::default();
    for block in &document.blocks {
        named.block(block);
    }
    sources.iter().filter(|source| named.has(source)).collect()
}

/// What a document says, as far as it may name a source.
#[derive(Default)]
struct Named<'a> {
    ids: HashSet<&'a str>,
    /// Each text once, in French: a long table says the same again and again.
    texts: HashSet<&'a str>,
    bars: Vec<(&'a Text, Option<&'a Text>)>,
}

impl<'a> Named<'a> {
    fn has(&self, source: &Source) -> bool {
        self.ids.contains(&source.id.as_str())
            || self.bars.iter().any(|(label, detail)| is_of(source, label, *detail))
            || self.texts.iter().any(|text| has_word(text, &source.short.fr))
    }

    fn tell(&mut self, texts: impl IntoIterator<Item = &'a Text>) {
        self.texts.extend(texts.into_iter().map(|text| &*text.fr));
    }

    fn block(&mut self, block: &'a Block) {
        match block {
            Block::Table(table) => {
                for row in &table.rows {
                    row.cells.iter().for_each(|cell| self.cell(cell));
                    self.tell(&row.notes);
                }
            }
            Block::Ranges(ranges) => {
                for bar in &ranges.bars {
                    self.bars.push((&bar.label, bar.detail.as_ref()));
                    self.tell(&bar.notes);
                }
                self.tell(ranges.lines.iter().map(|line| &line.label));
            }
            Block::Curves(curves) => self.tell(curves.series.iter().map(|series| &series.label)),
            Block::Tree(tree) => self.node(&tree.root),
            Block::Facts(facts) => facts.items.iter().for_each(|(_, cell)| self.cell(cell)),
            Block::Prose(text) | Block::Note(text) => self.tell([text]),
            Block::Section(section) => {
                self.tell(section.finding.iter().flat_map(|finding| [&finding.strong, &finding.rest]));
            }
            Block::Snippet(_) | Block::Break => {}
        }
    }

    fn cell(&mut self, cell: &'a Cell) {
        match cell {
            Cell::Term(term) => {
                self.ids.insert(&term.id);
            }
            Cell::Terms(terms) => self.ids.extend(terms.iter().map(|term| &*term.id)),
            Cell::Text(text) => self.tell([text]),
            _ => {}
        }
    }

    fn node(&mut self, node: &'a Node) {
        self.tell(&node.detail);
        node.children.iter().for_each(|child| self.node(child));
    }
}

/// Whether a bar is a source's: its label names it, and its year, where both tell one, is the same.
fn is_of(source: &Source, label: &Text, detail: Option<&Text>) -> bool {
    let year = detail.and_then(|detail| detail.fr.parse::<u16>().ok());
    has_word(&label.fr, &source.short.fr)
        && match (year, source.year) {
            (Some(year), Some(of)) => year == of,
            _ => true,
        }
}

/// Whether `word` stands in `text` as a word of its own.
fn has_word(text: &str, word: &str) -> bool {
    !word.is_empty()
        && text.match_indices(word).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let after = text[at + word.len()..].chars().next();
            [before, after].iter().all(|char| char.is_none_or(|char| !char.is_alphanumeric()))
        })
}

/// The sources in a few lines, where a page has room for no more: short name, year, address or else title.
pub fn list(sources: &[&Source], place: &mut Place) -> Markup {
    if sources.is_empty() {
        return Markup::default();
    }
    let id = place.id("s");
    let unknown = place.say(&text("adresse non connue", "address not known"));
    html! {
        section.flow aria-labelledby=(id) {
            h2 id=(id) { (place.say(&text("Sources", "Sources"))) }
            ul.notes.three {
                @for source in sources {
                    li.cut {
                        b { (place.say(&source.short)) }
                        @if let Some(year) = source.year { " " (year) }
                        " · "
                        @match &source.url {
                            Some(url) => (pieces(&spans(&Cell::Link(url.clone()), place.lang))),
                            None => { (place.say(&source.title)) " · " span.q { (unknown) } },
                        }
                    }
                }
            }
        }
    }
}

/// The sources as a table; nothing without one.
pub fn table(sources: &[&Source], place: &mut Place) -> Markup {
    if sources.is_empty() {
        return Markup::default();
    }
    let id = place.id("s");
    let [name, kind, year, address] = [
        text("Source", "Source"),
        text("Ce que c’est", "What it is"),
        text("Année", "Year"),
        text("Adresse", "Address"),
    ]
    .map(|heading| place.say(&heading));
    let unknown = place.say(&text("non connue", "not known"));
    html! {
        section.flow aria-labelledby=(id) {
            h2 id=(id) { (place.say(&text("Sources", "Sources"))) }
            table.src.cards role="table" {
                caption.vh { (place.say(&text("Les sources de cette page", "The sources of this page"))) }
                thead role="rowgroup" {
                    tr role="row" {
                        @for heading in [&name, &kind, &year, &address] { th scope="col" role="columnheader" { (heading) } }
                    }
                }
                tbody role="rowgroup" {
                    @for source in sources {
                        tr role="row" {
                            th scope="row" role="rowheader" { (place.say(&source.short)) }
                            td role="cell" data-h=(kind) { (told(source, place)) }
                            td role="cell" data-h=(year) { @match source.year { Some(year) => (year), None => span.q { (unknown) } } }
                            td role="cell" data-h=(address) {
                                @match &source.url {
                                    Some(url) => (pieces(&spans(&Cell::Link(url.clone()), place.lang))),
                                    None => span.q { (unknown) },
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The title, and who publishes it where the short name does not say so.
fn told(source: &Source, place: &Place) -> String {
    let title = place.say(&source.title);
    match &source.publisher {
        Some(publisher) if !title.contains(publisher.as_str()) && *publisher != place.say(&source.short) => {
            format!("{title} ({})", escape_controls(publisher))
        }
        _ => title,
    }
}

#[cfg(test)]
mod tests {
    use super::has_word;

    #[test]
    fn a_source_is_named_by_a_word_of_its_own() {
        assert!(has_word("selon Onisep, 2024", "Onisep") && has_word("(Onisep)", "Onisep"));
        assert!(!has_word("Onisepien", "Onisep") && !has_word("x", ""));
    }
}
