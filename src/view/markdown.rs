//! Markdown: the same document for a page, a ticket or a note.

use super::escape::is_followed;
use super::format::{localize, spans};
use super::formatted::FormattedTable;
use super::line::{Line, plain};
use super::sentence::colon;
use super::terminal::{Page, append, chart, curves, snippet, tree};
use crate::model::text::Lang;
use crate::report::{Block, Document, Facts, Role, Section, Span, Table};

/// Charts and trees in code blocks are drawn for this width.
const CODE_WIDTH: usize = 80;

/// The document with a heading, its tables as pipe tables; `page` says how drawings are made.
pub fn render(document: &Document, page: &Page) -> String {
    let (lang, page) = (page.lang, Page { width: CODE_WIDTH, links: false, ..*page });
    let mut shown = format!("# {}\n", escaped(&localize(&document.title, lang)));
    let mut after_note = false;
    // What stands in a section has a title below that of the section.
    let mut level = "##";
    for block in document.visible_blocks() {
        let text = match block {
            Block::Table(content) => table(content, level, lang),
            Block::Ranges(content) => code(&chart::render(content, 0, &page)),
            Block::Curves(content) => code(&curves::render(content, &page)),
            Block::Tree(content) => code(&tree::render(&content.root, &page)),
            Block::Facts(content) => facts(content, level, lang),
            Block::Snippet(content) => code(&snippet::render(content, lang, CODE_WIDTH)),
            Block::Prose(text) => escaped(&localize(text, lang)),
            Block::Note(text) => format!("- {}", escaped(&localize(text, lang))),
            Block::Section(content) => {
                level = "###";
                section(content, lang)
            }
            Block::Break => "---".to_owned(),
        };
        append(&mut shown, &text, after_note && matches!(block, Block::Note(_)));
        after_note = matches!(block, Block::Note(_));
    }
    shown
}

/// A title over several blocks, and what they show.
fn section(section: &Section, lang: Lang) -> String {
    let title = format!("## {}", escaped(&localize(&section.title, lang)));
    let finding = section.finding.as_ref().map(|finding| {
        let (strong, rest) =
            (escaped(&localize(&finding.strong, lang)), escaped(&localize(&finding.rest, lang)));
        format!("\n\n**{strong}** {rest}").trim_end().to_owned()
    });
    title + &finding.unwrap_or_default()
}

fn table(table: &Table, level: &str, lang: Lang) -> String {
    let formatted = FormattedTable::new(table, lang);
    let marked = formatted.marked_column();
    let line = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let mut lines: Vec<String> =
        formatted.title.iter().map(|title| format!("{level} {}\n", escaped(title))).collect();
    if !formatted.rows.is_empty() {
        let rule = |figure: &bool| (if *figure { "---:" } else { "---" }).to_owned();
        lines.push(line(formatted.headings.iter().map(|heading| escaped(heading)).collect()));
        lines.push(line(formatted.figures.iter().map(rule).collect()));
        for row in &formatted.rows {
            let cell = |(at, cell): (usize, &Vec<Span>)| {
                let text = marked_up(cell);
                let text = if row.strong && !text.is_empty() { format!("**{text}**") } else { text };
                let indent = if at == 0 { "&emsp;".repeat(row.indent.into()) } else { String::new() };
                format!("{indent}{text}{}", if at == marked { row.marks.as_str() } else { "" })
            };
            lines.push(line(row.cells.iter().enumerate().map(cell).collect()));
        }
    }
    let below = formatted.constants_told(lang).chain(formatted.notes_below());
    lines.extend(below.map(|note| format!("\n{}", escaped(&note))));
    lines.join("\n")
}

fn facts(facts: &Facts, level: &str, lang: Lang) -> String {
    let title = facts.title.iter().map(|title| format!("{level} {}\n", escaped(&localize(title, lang))));
    let items = facts.items.iter().map(|(label, value)| {
        let colon = colon(lang);
        format!("- **{}**{colon} {}", escaped(&localize(label, lang)), marked_up(&spans(value, lang)))
    });
    title.chain(items).collect::<Vec<_>>().join("\n")
}

/// Spans with the marks of Markdown.
fn marked_up(spans: &[Span]) -> String {
    let piece = |span: &Span| match &span.role {
        Role::Match | Role::Strong => format!("**{}**", escaped(&span.text)),
        Role::Link(url) if is_followed(url) => format!("<{}>", url.replace(['<', '>', ' '], "")),
        _ => escaped(&span.text),
    };
    spans.iter().map(piece).collect()
}

/// A drawing in a code block, without its colours.
fn code(drawing: &[Line]) -> String {
    if drawing.is_empty() {
        return String::new();
    }
    let drawing = plain(drawing);
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

/// Text in which nothing is taken for Markdown or HTML.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    // At the start of a line, these begin a list, a quotation or a heading.
    if text.starts_with(['-', '+', '=']) {
        escaped.push('\\');
    }
    for char in text.chars() {
        match char {
            '\\' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '`' => {
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

#[cfg(test)]
mod tests {
    use super::{escaped, marked_up};
    use crate::report::{Role, Span};

    #[test]
    fn nothing_is_taken_for_markdown_or_html() {
        assert_eq!(escaped("- `x` <b>"), "\\- \\`x\\` &lt;b&gt;");
    }

    #[test]
    fn a_link_can_be_followed_and_a_match_stands_out() {
        let link = |url: &str| Span::new(url, Role::Link(url.to_owned()));
        assert_eq!(marked_up(&[link("https://a.fr/b_c")]), "<https://a.fr/b_c>");
        assert_eq!(marked_up(&[link("javascript:x")]), "javascript:x");
        assert_eq!(marked_up(&[Span::plain("a "), Span::new("b", Role::Match)]), "a **b**");
    }
}
