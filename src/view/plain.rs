//! Plain text for who hears the answer: a label and its value a line, no rules, no bars, charts in a sentence.

use super::format::{cell_text, localize, localize_message};
use super::formatted::FormattedTable;
use super::sentence::{self, colon};
use super::terminal::{append, wrap};
use crate::model::text::{Lang, Text, text};
use crate::report::{Block, Document, Facts, Node, Section, Snippet, Table, plain_text};

/// The document as lines to be read aloud, broken at `width`.
pub fn render(document: &Document, lang: Lang, width: usize) -> String {
    let mut shown = wrap(&localize(&document.title, lang), width) + "\n";
    let mut after_note = false;
    for block in document.visible_blocks() {
        let told = match block {
            Block::Table(content) => table(content, lang),
            Block::Ranges(content) => titled(&content.title, &sentence::ranges(content, lang), lang),
            Block::Curves(content) => titled(&content.title, &sentence::curves(content, lang), lang),
            Block::Tree(content) => tree(&content.root, lang),
            Block::Facts(content) => facts(content, lang),
            Block::Snippet(content) => snippet(content, lang),
            Block::Prose(text) => localize(text, lang),
            Block::Section(content) => section(content, lang),
            Block::Break => String::new(),
            Block::Note(text) => labelled(&localize(&NOTE, lang), &localize(text, lang), lang),
        };
        append(&mut shown, &wrap(&told, width), after_note && matches!(block, Block::Note(_)));
        after_note = matches!(block, Block::Note(_));
    }
    shown
}

fn section(section: &Section, lang: Lang) -> String {
    let finding = section.finding.iter().map(|finding| localize(&finding.sentence(), lang));
    std::iter::once(format!("{}.", localize(&section.title, lang)))
        .chain(finding)
        .collect::<Vec<_>>()
        .join("\n")
}

const NOTE: Text = text("Note", "Note");

fn labelled(label: &str, value: &str, lang: Lang) -> String {
    format!("{label}{} {value}", colon(lang))
}

fn titled(title: &Text, told: &str, lang: Lang) -> String {
    format!("{}.\n{told}", localize(title, lang))
}

/// A record after the other, a line per column; what is empty is left out, what is unknown is said to be.
fn table(table: &Table, lang: Lang) -> String {
    let formatted = FormattedTable::new(table, lang);
    let mut records: Vec<String> = Vec::new();
    for (at, (row, cells)) in formatted.rows.iter().zip(&table.rows).enumerate() {
        let fields = row.cells.iter().zip(&formatted.headings).zip(&formatted.places);
        let fields = fields.filter_map(|((spans, heading), place)| {
            let value = match cells.cells.get(*place)? {
                crate::report::Cell::Blank => return None,
                crate::report::Cell::Empty => localize(&UNKNOWN, lang),
                _ => plain_text(spans),
            };
            Some(labelled(heading, &value, lang))
        });
        let mut lines: Vec<String> = fields.collect();
        lines.extend(
            row.numbers
                .iter()
                .filter_map(|number| formatted.notes.get(number - 1))
                .map(|note| labelled(&localize(&NOTE, lang), note, lang)),
        );
        if at == 0
            && let Some(title) = &formatted.title
        {
            lines.insert(0, format!("{title}."));
        }
        records.push(lines.join("\n"));
    }
    let constants = formatted.constants_told(lang);
    records.extend(constants);
    records.join("\n\n")
}

const UNKNOWN: Text = text("non dit", "not said");

fn facts(facts: &Facts, lang: Lang) -> String {
    let title = facts.title.iter().map(|title| format!("{}.", localize(title, lang)));
    let items = facts
        .items
        .iter()
        .map(|(label, cell)| labelled(&localize(label, lang), &cell_text(cell, lang), lang));
    title.chain(items).collect::<Vec<_>>().join("\n")
}

/// Where each name leads, in sentences.
fn tree(root: &Node, lang: Lang) -> String {
    fn below(node: &Node, lang: Lang, lines: &mut Vec<String>) {
        if !node.children.is_empty() {
            let children =
                node.children.iter().map(|child| leads(child, lang)).collect::<Vec<_>>().join(", ");
            let from = Text::same(&localize(&node.label, lang));
            let told = Text::new(
                format!("Depuis {} : {children}.", from.fr),
                format!("From {}: {children}.", from.en),
            );
            lines.push(localize(&told, lang));
        }
        node.children.iter().for_each(|child| below(child, lang, lines));
    }
    let mut lines = Vec::new();
    below(root, lang, &mut lines);
    if lines.is_empty() { localize(&root.label, lang) } else { lines.join("\n") }
}

fn leads(node: &Node, lang: Lang) -> String {
    let inferred = text("déduit par nous", "our reading");
    let told = [node.tag.as_ref(), node.detail.as_ref(), node.inferred.then_some(&inferred)];
    let told: Vec<String> =
        told.into_iter().flatten().map(|told| localize(told, lang)).filter(|told| !told.is_empty()).collect();
    let label = localize(&node.label, lang);
    if told.is_empty() { label } else { format!("{label} ({})", told.join(&sentence::semicolon(lang))) }
}

/// The place, the message, and the line of the file.
fn snippet(snippet: &Snippet, lang: Lang) -> String {
    let place = Text::same(&format!("{} {}", snippet.place, snippet.path));
    let mut lines = vec![localize(&place, lang), localize_message(&snippet.message, lang)];
    lines.extend(snippet.source.as_ref().map(|source| {
        let line = Text::same(&format!("{}{}{}", source.before.trim_start(), source.marked, source.after));
        let label = localize(&text("ligne", "line"), lang);
        labelled(&format!("{label} {}", source.number), &localize(&line, lang), lang)
    }));
    lines.join("\n")
}
