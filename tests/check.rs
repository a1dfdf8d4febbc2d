//! Where problems stand and what they say: slips in the JSON itself, places, days, links, encodings.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a step that fails fails the test"
)]

use backend_career::dataset::{Dataset, UserData, validate};
use backend_career::model::error::Problem;
use serde_json::json;

/// Everything that is wrong with a file of this name.
fn problems(name: &str, bytes: impl AsRef<[u8]>) -> Vec<Problem> {
    validate(UserData::given(name, bytes.as_ref().to_vec()), false).1.problems
}

#[test]
fn what_can_be_overlooked_is_told_once_and_hides_nothing() {
    for (text, column, told) in [
        (r#"{"only": true "missions": 1}"#, 15, "a comma is missing before this value"),
        (r#"{"only": true, "missions": 1,}"#, 29, "a comma too many"),
        (r#"{"only": true, missions: 1}"#, 16, "a key in quotes is expected here"),
        (r#"{"only": true, 'missions': 1}"#, 16, "a key in quotes is expected here"),
        (r#"{"only": true, /* one */ "missions": 1}"#, 16, "JSON has no comments"),
        (r#"{"only": true, "only": true, "missions": 1}"#, 16, "the key `only` stands twice"),
        (r#"{"only": true, "$schema": 'x', "missions": 1}"#, 27, "in double quotes"),
        ("{\"only\": true, \"$schema\": \"x\ty\", \"missions\": 1}", 27, "holds no line break"),
    ] {
        let found = problems("missions.json", text);
        assert_eq!(found.len(), 2, "{text}: {found:#?}");
        let slip = found.iter().find(|one| one.message.en.contains(told));
        assert_eq!(
            slip.map(|one| (one.line, one.column)),
            Some((Some(1), Some(column))),
            "{text}: {found:#?}"
        );
        assert!(found.iter().any(|one| one.path == "missions"), "{text}: {found:#?}");
        let bare = |fr: &str| ["« ", " »", " :", " ;"].iter().any(|marks| fr.contains(marks));
        assert!(
            !found.iter().any(|one| bare(&one.message.fr)),
            "a narrow no-break space is missing: {found:?}"
        );
    }
}

#[test]
fn what_ends_the_search_is_told_where_it_is() {
    for (text, column, told) in [
        (r#"{"only" true}"#, 9, "expected `:` between the key and its value"),
        (r#"{"only": , "missions": []}"#, 10, "the value is missing"),
        (r#"{"$schema": "b, "missions": []}"#, 18, "a quote is missing before this word"),
        (r#"{"$schema": "b}"#, 13, "the closing quote of this text is missing"),
        (r#"{"missions": [1"#, 16, "the file ends in the middle of the JSON"),
        (r#"{"only": true} {}"#, 16, "text is left after the end of the JSON"),
        (r#"{"missions": []]"#, 16, "a key in quotes is expected here"),
        (r#"{"missions": [}"#, 15, "closes nothing"),
        (r#"{"missions": nope}"#, 14, "`nope` is not JSON"),
    ] {
        let found = problems("missions.json", text);
        let [one] = found.as_slice() else { panic!("{text}: {found:#?}") };
        assert_eq!((one.line, one.column), (Some(1), Some(column)), "{text}: {one:#?}");
        assert!(one.message.en.contains(told), "{text}: {one:#?}");
    }
}

#[test]
fn columns_count_characters_and_start_again_on_each_line() {
    let text = "{\"$schema\": \"été\",\n \"é\u{1F469}\u{200d}\u{1F4BB}\": 1, \"missions\": 1}";
    let places: Vec<_> = problems("missions.json", text).iter().map(|one| (one.line, one.column)).collect();
    assert_eq!(places, [(Some(2), Some(2)), (Some(2), Some(25))]);
}

#[test]
fn a_long_line_is_cut_around_the_place_and_a_short_one_is_whole() {
    let excerpt = |text: String| problems("missions.json", text)[0].excerpt.clone().unwrap();
    let long = excerpt(format!("{{\"$schema\": \"{}\", \"missions\": 1, {:200}}}", "é".repeat(100), ""));
    assert!(long.before.starts_with('…') && long.before.chars().count() == 49, "{long:?}");
    assert_eq!(long.marked, "1");
    assert!(long.after.ends_with('…') && long.after.chars().count() == 72, "{long:?}");
    let short = excerpt("{\n\"missions\": 1\r\n}".to_owned());
    assert_eq!(
        (short.before.as_str(), short.marked.as_str(), short.after.as_str()),
        ("\"missions\": ", "1", "")
    );
}

#[test]
fn what_is_not_utf8_is_told_where_it_begins_and_a_byte_order_mark_is_left_out() {
    assert_eq!(problems("missions.json", b"\xef\xbb\xbf{}"), []);
    for (bytes, column) in [
        (&b"{\"\xe9t\xe9\"}"[..], 3),
        (b"\xff\xfe{\x00}\x00", 1),
        (b"{\x00\"\x00", 2),
        ("été\u{0}".as_bytes(), 4),
        (b"\xef\xbb\xbf{\xff", 2),
    ] {
        let found = problems("missions.json", bytes);
        assert_eq!((found.len(), found[0].line, found[0].column), (1, Some(1), Some(column)), "{found:?}");
        assert!(found[0].message.en.contains("not UTF-8"), "{found:?}");
    }
}

#[test]
fn days_are_those_of_the_calendar_and_links_lead_to_the_web() {
    let edition = |day: &str| problems("sources.json", json!({ "edition": day }).to_string());
    for day in ["2026-11-21", "2024-02-29", "2100-12-31"] {
        assert_eq!(edition(day), [], "{day}");
    }
    for day in [
        "2026-02-29",
        "2100-02-29",
        "2026-13-01",
        "2026-00-10",
        "26-1-1",
        "2026/11/21",
        "",
        "été-11-21",
        "2101-01-01",
    ] {
        assert_eq!(edition(day).len(), 1, "{day}");
    }
    let url = |url: &str| {
        let source = json!({ "id": "x", "kind": "reference", "short": { "fr": "x", "en": "x" },
                             "title": { "fr": "x", "en": "x" }, "url": url });
        problems("sources.json", json!({ "sources": [source] }).to_string())
    };
    for link in ["https://www.onisep.fr/x?y=1#z", "http://127.0.0.1:80/"] {
        assert_eq!(url(link), [], "{link}");
    }
    for link in
        ["javascript:alert(1)", "ftp://x.fr", "www.onisep.fr", "https://", "https://a b", "file:///etc"]
    {
        assert_eq!(url(link).len(), 1, "{link}");
    }
}

#[test]
fn a_known_id_replaces_a_new_one_is_added_and_only_leaves_ours_out() {
    let ids = |only: bool| {
        let mission = |id: &str| {
            json!({ "id": id, "phase": "build", "title": { "fr": "x", "en": id }, "detail": { "fr": "x", "en": "x" },
                    "sources": ["onisep-2024"] })
        };
        let shipped = Dataset::embedded().missions().unwrap().missions[0].id.to_string();
        let text = json!({ "only": only, "missions": [mission("zz"), mission(&shipped), mission("aa")] });
        let dataset = Dataset::with(UserData::given("missions.json", text.to_string().into_bytes()));
        let missions = &dataset.missions().unwrap().missions;
        let mine = missions.iter().find(|one| one.id.as_str() == shipped).unwrap();
        assert_eq!(mine.title.en, shipped);
        let ids: Vec<String> = missions.iter().map(|one| one.id.to_string()).collect();
        assert!(ids.is_sorted(), "{ids:?}");
        ids.len()
    };
    let shipped = Dataset::embedded().missions().unwrap().missions.len();
    assert_eq!((ids(false), ids(true)), (shipped + 2, 3));
}
