//! Several answers on printed pages: sections with findings, notes on the page they explain, free lines.

use maud::{Markup, html};

use super::place::{Place, with_code};
use super::{edition_of, facts, foot, sources, table};
use crate::model::text::{Lang, Text, text};
use crate::report::{Block, Document, Facts, Section};
use crate::view::options::{Provenance, RenderOptions};

/// Free lines at the end of a page; what does not fit is not printed.
const LINES: usize = 8;

/// Whether a document is put together from several answers.
pub fn is_sheet(document: &Document) -> bool {
    document.blocks.iter().any(|block| matches!(block, Block::Section(_) | Block::Break))
}

/// The pages of the sheet.
pub fn render(
    document: &Document,
    provenance: Provenance<'_>,
    options: &RenderOptions,
    place: &mut Place,
) -> Markup {
    let blocks: Vec<&Block> = document.visible_blocks().collect();
    let pages: Vec<&[&Block]> = blocks.split(|block| matches!(block, Block::Break)).collect();
    let cited = sources::cited(document, provenance.sources);
    html! {
        @for (at, page) in pages.iter().enumerate() {
            @let first = page.iter().position(|block| matches!(block, Block::Section(_))).unwrap_or(page.len());
            @let (above, below) = page.split_at(first);
            @let told = place.notes.texts.len();
            div.page {
                @if at == 0 { (header(document, above, provenance, place)) }
                @for section in sections(below) { (self::section(section, place)) }
                (notes(page, told, place))
                @if at + 1 == pages.len() { (sources::list(&cited, place)) }
                div.print.lines aria-hidden="true" {
                    // Lines that do not fit stand beside what is seen; the first place is never one of them.
                    b style="width:100%" {}
                    i { (place.say(&text("Vos notes", "Your notes"))) }
                    @for _ in 1..LINES { i {} }
                }
                @if at + 1 == pages.len() { (foot(provenance, options, place)) }
            }
        }
    }
}

/// The title, what the job is, who the sheet is for, a line to fill in by hand, and what a hurried reader takes away.
fn header(document: &Document, above: &[&Block], provenance: Provenance<'_>, place: &Place) -> Markup {
    let [to, by, on] = match place.lang {
        Lang::Fr => ["Remise à ", " par ", " le "],
        Lang::En => ["Given to ", " by ", " on "],
    };
    let mut leads = 0;
    html! {
        header {
            p.kick {
                span { (place.say(&text("Fiche métier, France", "Job sheet, France"))) }
                span { (edition_of(text("Édition du", "Edition of"), provenance.edition, place.lang)) }
            }
            h1 { (place.say(&document.title)) }
            @for block in above {
                @if let Block::Prose(told) = block {
                    p class=(if std::mem::replace(&mut leads, 1) == 0 { "lead" } else { "say" }) { (place.say(told)) }
                }
            }
            p.print.hand aria-hidden="true" { (to) span {} (by) span {} (on) span {} }
            @for block in above { @if let Block::Facts(facts) = block { (brief(facts, place)) } }
        }
    }
}

/// What stands out, side by side.
fn brief(facts: &Facts, place: &Place) -> Markup {
    html! {
        @if !facts.items.is_empty() {
            dl.brief {
                @for (label, value) in &facts.items { div { dt { (place.say(label)) } dd { (place.cell(value)) } } }
            }
        }
    }
}

/// The blocks of a page by section.
fn sections<'a>(blocks: &'a [&'a Block]) -> Vec<(&'a Section, &'a [&'a Block])> {
    let starts: Vec<usize> =
        (0..blocks.len()).filter(|at| matches!(blocks[*at], Block::Section(_))).collect();
    let ends = starts.iter().copied().skip(1).chain([blocks.len()]);
    let section = |(start, end): (usize, usize)| match blocks[start] {
        Block::Section(section) => Some((section, &blocks[start + 1..end])),
        _ => None,
    };
    starts.iter().copied().zip(ends).filter_map(section).collect()
}

/// A section: its title, its finding, its blocks; labels with values stand side by side.
fn section((section, blocks): (&Section, &[&Block]), place: &mut Place) -> Markup {
    let id = place.id("s");
    let lists: Vec<&Facts> = blocks
        .iter()
        .filter_map(|block| if let Block::Facts(facts) = block { Some(facts) } else { None })
        .collect();
    html! {
        section aria-labelledby=(id) {
            h2 id=(id) { (place.say(&section.title)) }
            @if let Some(finding) = &section.finding {
                p.say { b { (place.say(&finding.strong)) } " " (place.say(&finding.rest)) }
            }
            @if !lists.is_empty() {
                div.cols {
                    @for list in &lists {
                        div {
                            @if let Some(title) = &list.title { h3 { (place.say(title)) } }
                            (facts(list, "run", place))
                        }
                    }
                }
            }
            @for block in blocks { (content(block, &section.title, place)) }
        }
    }
}

/// What stands in a section, without a title of its own beside the caption.
fn content(block: &Block, about: &Text, place: &mut Place) -> Markup {
    match block {
        Block::Table(content) => {
            let caption = place.say(content.title.as_ref().unwrap_or(about));
            table::captioned(content, &caption, content.title.is_some(), place)
        }
        Block::Ranges(content) => super::chart::render(content, place),
        Block::Curves(content) => super::curves::render(content, place),
        Block::Tree(content) => super::tree::render(&content.root, place),
        Block::Prose(told) => html! { p { (with_code(&place.say(told))) } },
        Block::Facts(_) | Block::Note(_) | Block::Snippet(_) | Block::Section(_) | Block::Break => {
            Markup::default()
        }
    }
}

/// The notes of one page: those numbered since `told`, and the remarks of its sections.
fn notes(page: &[&Block], told: usize, place: &Place) -> Markup {
    let remarks: Vec<String> = page
        .iter()
        .filter_map(|block| if let Block::Note(note) = block { Some(place.remark(note)) } else { None })
        .collect();
    let numbered = place.notes.texts.get(told..).unwrap_or_default();
    let label = place.say(&text("Notes", "Notes"));
    html! {
        @if !numbered.is_empty() {
            ol.notes.two start=(told + 1) aria-label=(label) {
                @for (at, note) in numbered.iter().enumerate() { li id=(Place::note_id(told + at + 1)) { (with_code(note)) } }
            }
        }
        @if !remarks.is_empty() { ul.notes.two aria-label=(label) { @for remark in &remarks { li { (with_code(remark)) } } } }
    }
}
