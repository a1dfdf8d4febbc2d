//! Pages: whole, accessible, self-contained, and with the figures of the data.

use std::collections::HashSet;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::asking::{answered, questions};
use super::markup::{tags, text};

/// Every page, in both languages, behind the command that makes it.
static PAGES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let in_both = |question: &str| {
        ["fr", "en"].map(|lang| {
            let line = format!("{question} --format html --lang {lang}");
            let page = answered(&line);
            (line, page)
        })
    };
    questions().into_iter().flat_map(in_both).collect()
});

#[test]
fn a_page_stands_by_itself() {
    for (line, page) in PAGES.iter() {
        for tag in tags(page) {
            assert!(
                !["script", "link", "img", "iframe", "object", "base"].contains(&&*tag.name),
                "{line}: {tag:?}"
            );
            for (name, value) in &tag.attributes {
                assert!(!name.starts_with("on") && name != "src", "{line}: {tag:?}");
                let leads =
                    ["#", "https://", "http://", "mailto:"].iter().any(|start| value.starts_with(start));
                assert!(name != "href" || leads, "{line}: {tag:?}");
            }
        }
        assert!(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""), "{line}");
        assert!(!page.contains("url(") && !page.contains("@import"), "{line}");
    }
}

#[test]
fn a_page_has_one_title_and_no_level_is_skipped() {
    for (line, page) in PAGES.iter() {
        let levels: Vec<u8> = tags(page)
            .iter()
            .filter(|tag| tag.name.len() == 2 && tag.name.starts_with('h') && tag.name != "hr")
            .filter_map(|tag| tag.name[1..].parse().ok())
            .collect();
        assert!(levels[0] == 1 && !levels[1..].contains(&1), "{line}: {levels:?}");
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{line}: {levels:?}");
        let lang = if line.ends_with("fr") { "fr" } else { "en" };
        let root = tags(page);
        assert_eq!(root[0].get("lang"), Some(lang), "{line}");
        let landmarks = |name: &str| root.iter().filter(|tag| tag.name == name).count();
        assert_eq!((landmarks("main"), landmarks("header")), (1, 1), "{line}");
    }
}

#[test]
fn ids_are_unique_and_every_reference_leads_to_one() {
    for (line, page) in PAGES.iter() {
        let tags = tags(page);
        let mut ids = HashSet::new();
        for id in tags.iter().filter_map(|tag| tag.get("id")) {
            assert!(ids.insert(id), "{line}: {id} twice");
        }
        for tag in &tags {
            let link = tag.get("href").and_then(|href| href.strip_prefix('#'));
            let named = tag.get("aria-labelledby").into_iter().flat_map(str::split_whitespace);
            for id in link.into_iter().chain(named) {
                assert!(ids.contains(id), "{line}: {id} is nowhere");
            }
        }
    }
}

#[test]
fn every_table_has_a_caption_and_every_heading_a_scope() {
    for (line, page) in PAGES.iter() {
        let tags = tags(page);
        let count = |name: &str| tags.iter().filter(|tag| tag.name == name).count();
        assert_eq!(count("table"), count("caption"), "{line}");
        for tag in tags.iter().filter(|tag| tag.name == "th") {
            assert!(tag.get("scope").is_some(), "{line}: {tag:?}");
        }
        let cards = tags.iter().filter(|tag| tag.name == "table");
        for table in cards.filter(|table| table.get("class").is_some_and(|class| class.contains("cards"))) {
            assert_eq!(table.get("role"), Some("table"), "{line}");
        }
        for svg in tags.iter().filter(|tag| tag.name == "svg") {
            let told = svg.get("role") == Some("img") && svg.get("aria-labelledby").is_some();
            let quiet = svg.get("aria-hidden") == Some("true");
            let within = svg.get("viewBox").is_some() || svg.get("class") == Some("other");
            assert!(told || quiet || within, "{line}: {svg:?}");
        }
    }
}

#[test]
fn a_page_tells_its_edition_and_the_command_that_makes_it_again() {
    for (line, page) in PAGES.iter() {
        let (edition, again) = if line.ends_with("fr") {
            ("dition du ", "Pour refaire cette page")
        } else {
            ("dition of ", "To make this page again")
        };
        let shown = text(page);
        assert!(shown.matches(edition).count() >= 2, "{line}");
        assert!(
            shown.contains(again) && shown.contains(&format!("backend-career {line}")),
            "{line}: {shown}"
        );
    }
}

#[test]
fn each_amount_of_a_page_stands_in_the_json_of_the_same_question() {
    for question in questions() {
        let page = answered(&format!("{question} --format html --lang en"));
        let body = page.split("<desc").map(|part| part.split("</desc>").last().unwrap()).collect::<String>();
        let whole: Value = serde_json::from_str(&answered(&format!("{question} --json"))).unwrap();
        let mut known = HashSet::new();
        let mut said = String::new();
        numbers(&whole, &mut known, &mut said);
        if question.starts_with("pay") {
            steps(&whole, &mut known);
        }
        // What is told of the whole answer may reckon with other amounts; those of rows and bars may not.
        let tables = body.split("<table").skip(1).map(|part| part.split("</table>").next().unwrap());
        for amount in tables.flat_map(cells).flat_map(|cell| amounts(&cell)) {
            let rounded = |value: &f64| (value.abs() - amount).abs() <= 0.5;
            // A whole euro a month; the year it is of was itself rounded to the euro in the answer.
            let monthly = |value: &f64| (value.abs() / 12.0 - amount).abs() <= 0.5 + 0.5 / 12.0;
            let known = known.iter().map(|bits| f64::from_bits(*bits));
            let known = known.collect::<Vec<_>>();
            let is_there = known.iter().any(rounded) || known.iter().any(monthly);
            assert!(is_there || said.contains(&grouped(amount)), "{question}: {amount}");
        }
    }
}

/// Every number of an answer, and every text.
fn numbers(value: &Value, known: &mut HashSet<u64>, said: &mut String) {
    match value {
        Value::Number(number) => drop(known.insert(number.as_f64().unwrap().to_bits())),
        Value::String(text) => {
            said.push_str(text);
            said.push('\n');
        }
        Value::Array(values) => values.iter().for_each(|value| numbers(value, known, said)),
        Value::Object(map) => map.values().for_each(|value| numbers(value, known, said)),
        Value::Null | Value::Bool(_) => {}
    }
}

/// A payslip goes from gross to net and to cost: what lies between two of its amounts is told too.
fn steps(pay: &Value, known: &mut HashSet<u64>) {
    for period in ["year", "month"] {
        let amounts: Vec<f64> =
            pay.as_object().unwrap().values().filter_map(|amount| amount[period].as_f64()).collect();
        for one in &amounts {
            known.extend(amounts.iter().map(|other| (one - other).abs().to_bits()));
        }
    }
}

/// The texts of a table's cells.
fn cells(table: &str) -> Vec<String> {
    table
        .split("<td")
        .skip(1)
        .map(|cell| text(&format!("<body><td{}", cell.split("</td>").next().unwrap())))
        .collect()
}

/// The amounts in euros of a text: `€45,000–55,000`, `−€12`.
fn amounts(text: &str) -> Vec<f64> {
    let mut found = Vec::new();
    for part in text.split('€').skip(1) {
        let figures: String =
            part.chars().take_while(|char| char.is_ascii_digit() || ",.–".contains(*char)).collect();
        for figure in figures.split('–') {
            found.extend(figure.replace(',', "").trim_end_matches('.').parse::<f64>().ok());
        }
    }
    found
}

fn grouped(amount: f64) -> String {
    let digits = format!("{amount:.0}");
    let mut shown = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

#[test]
fn pages_are_small_and_so_is_their_look() {
    for (line, page) in PAGES.iter() {
        assert!(page.len() < 60_000, "{line}: {} bytes", page.len());
        let style = page.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
        assert!(style.len() < 6_000, "{}", style.len());
    }
}

#[test]
fn a_page_takes_moments() {
    // Unoptimised, on a machine that does other things, and with the start of the program: a multiple of what a release
    // takes, and far below a mistake.
    for (question, most) in [("salary", 2_000), ("sheet", 4_000)] {
        let start = Instant::now();
        answered(&format!("{question} --format html"));
        assert!(start.elapsed() < Duration::from_millis(most), "{question}: {:?}", start.elapsed());
    }
}

#[test]
fn text_tokens_stand_out_from_every_ground_in_light_dark_and_print() {
    let page = answered("salary --format html");
    let token = |theme: &str, name: &str| {
        let at = theme.find(&format!("--{name}:#")).unwrap_or_else(|| panic!("{name} in {theme}"));
        let hex: String = theme[at..]
            .chars()
            .skip_while(|char| *char != '#')
            .skip(1)
            .take_while(char::is_ascii_hexdigit)
            .collect();
        let hex = if hex.len() == 3 { hex.chars().flat_map(|char| [char, char]).collect() } else { hex };
        luminance(u32::from_str_radix(&hex, 16).unwrap())
    };
    let style = page.split("<style>").nth(1).unwrap();
    let light = style.split("@media").next().unwrap();
    let dark = style.split("prefers-color-scheme:dark){").nth(1).unwrap().split("}}").next().unwrap();
    let print = style.split("@media print{").nth(1).unwrap();
    for theme in [light, dark, print] {
        let contrast = |one: f64, other: f64| (one.max(other) + 0.05) / (one.min(other) + 0.05);
        for ground in ["paper", "wash"] {
            for text in ["ink", "quiet", "link"] {
                let contrast = contrast(token(theme, text), token(theme, ground));
                assert!(contrast >= 4.5, "{text} on {ground}: {contrast:.2}");
            }
        }
    }
    for theme in [light, dark] {
        for mark in ["junior", "confirmed", "senior", "floor"] {
            let (mark_, paper) = (token(theme, mark), token(theme, "paper"));
            let contrast = (mark_.max(paper) + 0.05) / (mark_.min(paper) + 0.05);
            assert!(contrast >= 4.5, "{mark}: {contrast:.2}");
        }
    }
}

/// The relative luminance of a colour, after WCAG 2.
fn luminance(rgb: u32) -> f64 {
    let part = |shift: u32| {
        let part = f64::from((rgb >> shift) & 0xff) / 255.0;
        if part <= 0.03928 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
}

#[test]
fn one_group_has_one_heading_and_only_levels_have_the_colours_of_levels() {
    let page = answered("salary --format html --lang en");
    let headings = tags(&page).iter().filter(|tag| tag.get("scope") == Some("rowgroup")).count();
    assert_eq!(page.matches(">Senior</th>").count(), 1, "{headings} groups");
    assert!(page.contains("<tbody class=\"all\" role=\"rowgroup\"><tr class=\"grp\" role=\"row\"><th colspan=\"4\" scope=\"rowgroup\" role=\"rowheader\">Back end, all levels"));
    let ad = answered("ad examples/ad.txt --format html --lang en");
    assert!(!ad.contains("class=\"junior\""), "the group of an ad is no level");
}

#[test]
fn a_minimum_has_a_shape_of_its_own() {
    for (lang, least) in [("fr", "un minimum"), ("en", "a minimum")] {
        let page = text(&answered(&format!("salary --format html --lang {lang}")));
        assert!(page.contains(least), "{page}");
        let drawn = answered(&format!("salary --lang {lang} --width 120"));
        assert!(drawn.contains("▐·") && drawn.contains(least), "{drawn}");
    }
}

#[test]
fn a_command_in_a_note_is_code() {
    for (line, page) in PAGES.iter() {
        let shown = text(
            &page.split("<style>").map(|part| part.split("</style>").last().unwrap()).collect::<String>(),
        );
        assert!(!shown.contains('`'), "{line}");
    }
}

#[test]
fn a_sheet_has_its_parts_and_names_who_it_is_for() {
    let sheet = text(&answered("sheet --for changer --region bretagne --name Forum --lang fr"));
    for part in [
        "Pour qui",
        "reconversion",
        "Bretagne",
        "Forum",
        "Le métier",
        "Ce que l’on gagne",
        "Du brut au net",
        "Se reconvertir",
        "Où cela mène",
        "Sources",
    ] {
        assert!(sheet.contains(part), "{part} in {sheet}");
    }
    assert!(!sheet.contains("Villeurbanne"), "a school of another region");
    let part = text(&answered("sheet --with salary --lang en"));
    assert!(part.contains("What it pays") && !part.contains("Ways in"), "{part}");
    let markdown = answered("sheet --format markdown --lang en");
    assert!(markdown.starts_with("# ") && markdown.contains("\n## What it pays\n"), "{markdown}");
    assert!(answered("fiche --lang fr").contains("Fiche métier"));
}

#[test]
fn the_pages_read_as_they_did() {
    for (name, line) in [
        ("sheet", "sheet --lang fr"),
        ("answer", "salary --level senior --net --lang fr --format html"),
        ("training", "training --level bac+3 --lang en --format html"),
    ] {
        let shown = text(&answered(line));
        let lines: Vec<String> =
            shown.split('\n').flat_map(|line| line.split("  ")).map(|line| line.trim().to_owned()).collect();
        let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        insta::assert_snapshot!(name, lines.join("\n"));
    }
}
