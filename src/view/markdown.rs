//! Markdown: the same document for a page, a ticket or a note.

use super::number::{cell, say};
use super::shown::Shown;
use super::style;
use super::terminal::{Page, append, chart, snippet, tree};
use crate::report::{Block, Document, Facts, Lang, Table, mapped};

/// Charts and trees in code blocks are drawn for this width.
const CODE_WIDTH: usize = 80;

/// The document with a heading, its tables as pipe tables; the page tells how drawings are made.
pub fn render(document: &Document, page: &Page) -> String {
    let (lang, page) = (page.lang, Page { width: CODE_WIDTH, ..*page });
    let mut shown = format!("# {}\n", escaped(&say(&document.title, lang)));
    let mut after_note = false;
    for block in document.seen() {
        let text = match block {
            Block::Table(content) => table(content, lang),
            Block::Ranges(content) => code(&chart::render(content, &page)),
            Block::Tree(content) => code(&tree::render(&content.root, &page)),
            Block::Facts(content) => facts(content, lang),
            Block::Snippet(content) => code(&snippet::render(content, lang, CODE_WIDTH)),
            Block::Prose(text) => escaped(&say(text, lang)),
            Block::Note(text) => format!("- {}", escaped(&say(text, lang))),
        };
        append(&mut shown, &text, after_note && matches!(block, Block::Note(_)));
        after_note = matches!(block, Block::Note(_));
    }
    shown
}

fn table(table: &Table, lang: Lang) -> String {
    let shown = Shown::new(table, lang);
    let line = |cells: &[String]| format!("| {} |", cells.join(" | "));
    let row = |row: &[String]| line(&row.iter().map(|cell| escaped(cell)).collect::<Vec<_>>());
    let mut lines: Vec<String> =
        table.title.iter().map(|title| format!("## {}\n", escaped(&say(title, lang)))).collect();
    if !shown.rows.is_empty() {
        let rule = |figure: &bool| (if *figure { "---:" } else { "---" }).to_owned();
        lines.push(row(&shown.headings));
        lines.push(line(&shown.figures.iter().map(rule).collect::<Vec<_>>()));
        lines.extend(mapped(&shown.rows, |cells| row(cells)));
    }
    for note in shown.notes_below() {
        lines.push(format!("\n{}", escaped(&note)));
    }
    lines.join("\n")
}

fn facts(facts: &Facts, lang: Lang) -> String {
    let title = facts.title.iter().map(|title| format!("## {}\n", escaped(&say(title, lang))));
    let items = facts.items.iter().map(|(label, value)| {
        let colon = match lang {
            Lang::Fr => "\u{202f}:",
            Lang::En => ":",
        };
        format!("- **{}**{colon} {}", escaped(&say(label, lang)), escaped(&cell(value, lang)))
    });
    title.chain(items).collect::<Vec<_>>().join("\n")
}

/// A drawing in a code block, without its colours.
fn code(drawing: &str) -> String {
    if drawing.is_empty() {
        return String::new();
    }
    let drawing = anstream::adapter::strip_str(drawing).to_string();
    let fence = fence(&drawing);
    format!("{fence}text\n{drawing}\n{fence}")
}

/// A fence that nothing in the drawing closes.
fn fence(drawing: &str) -> String {
    let (mut longest, mut run) = (0, 0);
    for char in drawing.chars() {
        run = if char == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    "`".repeat(3.max(longest + 1))
}

/// Text in which nothing is taken for Markdown or HTML; hits become strong.
fn escaped(text: &str) -> String {
    let (begins, ends) = style::HIT;
    if let Some((before, rest)) = text.split_once(begins) {
        let (hit, after) = rest.split_once(ends).unwrap_or((rest, ""));
        return format!("{}**{}**{}", escaped(before), escaped(hit), escaped(after));
    }
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '\\' | '*' | '_' | '[' | ']' | '|' | '#' | '~' => {
                escaped.push('\\');
                escaped.push(char);
            }
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            _ => escaped.push(char),
        }
    }
    escaped
}
