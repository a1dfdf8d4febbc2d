//! HTML: one page that stands by itself, to look at, to mail and to print.
//!
//! maud escapes every text; colours come from the classes of the one stylesheet, which each page carries.

mod chart;
mod curves;
mod place;
mod sheet;
mod sources;
mod table;
mod tree;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use self::place::{Place, with_code};
pub use self::sources::cited;
use super::escape::escape_controls;
use super::format::localize;
use super::line::plain;
use super::options::{Provenance, RenderOptions};
use super::sentence::colon;
use super::terminal::snippet;
use crate::model::figures::date;
use crate::model::text::{Lang, Text, text};
use crate::report::{Block, Document, Facts};

/// The look of every page.
const STYLE: &str = include_str!("style.css");
/// Columns of a line of a user's file that is shown.
const SNIPPET_WIDTH: usize = 100;

/// The whole page.
pub fn render(document: &Document, provenance: Provenance<'_>, options: &RenderOptions) -> String {
    let mut place = Place::new(options.lang);
    let content = if sheet::is_sheet(document) {
        sheet::render(document, provenance, options, &mut place)
    } else {
        answer(document, provenance, options, &mut place)
    };
    shell(&document.title, options.lang, &content).into_string()
}

/// What stands around every page: its language, its policy, its look.
fn shell(title: &Text, lang: Lang, content: &Markup) -> Markup {
    let code = match lang {
        Lang::Fr => "fr",
        Lang::En => "en",
    };
    html! {
        (DOCTYPE)
        html lang=(code) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width,initial-scale=1";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                title { (localize(title, lang)) }
                meta name="generator" content="backend-career";
                style { (PreEscaped(STYLE)) }
            }
            body { main { (content) } }
        }
    }
}

/// An answer: its title, its blocks in sections, the notes, the sources, and the command that makes it again.
fn answer(
    document: &Document,
    provenance: Provenance<'_>,
    options: &RenderOptions,
    place: &mut Place,
) -> Markup {
    let blocks: Vec<&Block> = document.visible_blocks().collect();
    let lead = blocks.iter().take_while(|block| matches!(block, Block::Prose(_))).count();
    let (lead, blocks) = blocks.split_at(lead);
    let cited = sources::cited(document, provenance.sources);
    html! {
        header {
            p.kick {
                span { (place.say(&text("Développement back-end en France", "Back-end development in France"))) }
                span { (edition_of(text("Édition du", "Edition of"), provenance.edition, options.lang)) }
            }
            h1 { (place.say(&document.title)) }
            @for block in lead { @if let Block::Prose(text) = block { p.lead { (with_code(&place.say(text))) } } }
        }
        @for block in blocks { (self::block(block, &document.title, place)) }
        (notes(blocks, place))
        (sources::table(&cited, place))
        (foot(provenance, options, place))
    }
}

/// `Édition du 21 novembre 2026`.
fn edition_of(words: Text, iso: &str, lang: Lang) -> String {
    format!("{} {}", localize(&words, lang), localize(&date(iso), lang))
}

/// One block, in a section of its own if it has a title.
fn block(block: &Block, about: &Text, place: &mut Place) -> Markup {
    match block {
        Block::Table(content) => {
            let title = content.title.as_ref();
            let caption = place.say(title.unwrap_or(about));
            let table = table::render(content, &caption, place);
            section(title, &table, place)
        }
        Block::Ranges(content) => {
            let chart = chart::render(content, place);
            section(Some(&content.title), &chart, place)
        }
        Block::Curves(content) => {
            let drawn = curves::render(content, place);
            section(Some(&content.title), &drawn, place)
        }
        Block::Tree(content) => section(None, &tree::render(&content.root, place), place),
        Block::Facts(content) => section(content.title.as_ref(), &facts(content, "facts", place), place),
        Block::Prose(text) => html! { p.lead { (with_code(&place.say(text))) } },
        Block::Note(_) | Block::Section(_) | Block::Break => Markup::default(),
        Block::Snippet(content) => {
            let shown = snippet::render(content, place.lang, SNIPPET_WIDTH);
            html! { pre { (plain(&shown)) } }
        }
    }
}

/// A section under its title; what has no title follows what stands above.
fn section(title: Option<&Text>, content: &Markup, place: &mut Place) -> Markup {
    let Some(title) = title else { return html! { div.part { (content) } } };
    let id = place.id("s");
    html! { section aria-labelledby=(id) { h2 id=(id) { (place.say(title)) } (content) } }
}

/// Labels with values.
fn facts(facts: &Facts, class: &str, place: &Place) -> Markup {
    html! {
        dl class=(class) {
            @for (label, value) in &facts.items {
                div { dt { (place.say(label)) } dd { (place.cell(value)) } }
            }
        }
    }
}

/// The numbered notes of tables and charts, then the remarks on the whole.
fn notes(blocks: &[&Block], place: &mut Place) -> Markup {
    let remarks =
        blocks.iter().filter_map(|block| if let Block::Note(text) = block { Some(text) } else { None });
    let remarks: Vec<String> = remarks.map(|text| place.remark(text)).collect();
    if place.notes.texts.is_empty() && remarks.is_empty() {
        return Markup::default();
    }
    let id = place.id("s");
    html! {
        section.flow aria-labelledby=(id) {
            h2 id=(id) { (place.say(&text("Notes", "Notes"))) }
            @if !place.notes.texts.is_empty() {
                ol.notes.two {
                    @for (at, note) in place.notes.texts.iter().enumerate() { li id=(Place::note_id(at + 1)) { (with_code(note)) } }
                }
            }
            @if !remarks.is_empty() { ul.notes.two { @for remark in &remarks { li { (with_code(remark)) } } } }
        }
    }
}

/// Where the facts are from, and the command that makes the page again.
fn foot(provenance: Provenance<'_>, options: &RenderOptions, place: &Place) -> Markup {
    let again = place.say(&text("Pour refaire cette page", "To make this page again"));
    html! {
        p.foot {
            span { "backend-career, " (edition_of(text("édition du", "edition of"), provenance.edition, options.lang)) }
            @if let Some(data) = provenance.data {
                span { (place.say(&text("Avec vos données", "With your own data"))) (colon(options.lang)) " " (escape_controls(data)) }
            }
            @if !options.command.is_empty() {
                span.cut { (again) (colon(options.lang)) " " code { (escape_controls(&options.command)) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::model::money::{Money, Range};
    use crate::model::text::{Lang, Text, text};
    use crate::report::{Bar, Block, Cell, Curves, Distribution, Document, Facts, Line, Ranges, Series};
    use crate::view::{ColumnSelection, Format, Provenance, RenderOptions};

    fn page(blocks: Vec<Block>) -> String {
        let options = RenderOptions {
            format: Format::Html,
            lang: Lang::En,
            width: 80,
            color: false,
            links: false,
            on_terminal: false,
            charts: true,
            ascii: false,
            plain: false,
            excel: false,
            command: "backend-career x".to_owned(),
            selection: ColumnSelection::default(),
        };
        let provenance = Provenance { edition: "2026-11-21", data: None, sources: &[] };
        render(&Document { title: text("t", "t"), blocks }, provenance, &options)
    }

    #[test]
    fn curves_are_drawn_told_and_tabled() {
        let series = |label: &str, slope: f64| Series {
            label: Text::same(label),
            points: (0..40).map(|x| (f64::from(x) * 10.0, f64::from(x) * slope)).collect(),
        };
        let curves = Curves {
            title: text("c", "Take-home by day rate"),
            axis: text("x", "day rate in euros"),
            series: vec![series("Employee", 900.0), series("Micro", 1100.0), series("Portage", 800.0)],
        };
        let page = page(vec![Block::Curves(curves)]);
        assert_eq!(page.matches("<polyline").count(), 3);
        assert!(
            page.contains("Along the axis: day rate in euros. Employee: €0 at 0, €35,100 at 390."),
            "{page}"
        );
        let row = page.split("<tr").find(|row| row.contains(">40</th>")).unwrap_or_default();
        assert!(["€3,600<", "€4,400<", "€3,200<"].iter().all(|amount| row.contains(amount)), "{row}");
    }

    #[test]
    fn a_distribution_has_its_stroke_its_dot_and_its_words_and_a_floor_its_line() {
        let money = |euros: f64| Some(Money::euros(euros));
        let range = Range { low: money(33_700.0), high: money(62_000.0) };
        let bar = Bar {
            distribution: money(45_000.0).map(Distribution::around_median),
            apart: true,
            ..Bar::new(text("PHP", "PHP"), text("a", "Afup"), range)
        };
        let floor =
            Line { label: text("Smic", "Minimum wage"), amount: Money::euros(22_404.0), is_floor: true };
        let page = page(vec![Block::Ranges(Ranges {
            title: text("r", "Pay"),
            bars: vec![bar],
            lines: vec![floor],
        })]);
        assert!(page.contains("class=\"l o\"") && page.contains("<tbody class=\"other\""), "{page}");
        assert!(page.contains("€45,000<small> (€33,700–62,000)</small>"), "{page}");
        assert!(
            page.contains("median, 1st to 9th decile") && page.contains("Minimum wage <b>€22,404</b>"),
            "{page}"
        );
        assert_eq!(page.matches("class=\"f\"").count(), 2, "in the grid and in the key");
    }

    #[test]
    fn only_an_address_of_the_web_or_of_a_letter_is_a_link() {
        let fact = |url: &str| (Text::same("l"), Cell::Link(url.to_owned()));
        let urls = [
            "https://a.fr/?a=1&b=\"x",
            "mailto:a@b.fr",
            "javascript:alert(1)",
            "data:text/html,x",
            "JAVASCRIPT:x",
        ];
        let page = page(vec![Block::Facts(Facts { title: None, items: urls.map(fact).to_vec() })]);
        assert_eq!(page.matches("href=").count(), 2, "{page}");
        assert!(page.contains("href=\"https://a.fr/?a=1&amp;b=&quot;x\""), "{page}");
    }
}
