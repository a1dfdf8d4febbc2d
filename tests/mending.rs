//! A break in the JSON itself does not hide what is wrong behind it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a step that fails fails the test"
)]

use std::collections::BTreeMap;

use backend_career::dataset::{FILES, FileKind, Own, Problem, validate};
use serde_json::{Value, json};

/// A number that is no text, put where a text must be.
const MARK: u32 = 987_654_321;
/// Entries kept of each list.
const KEPT: usize = 3;
/// Of so many places for a break, one is tried.
const EACH: usize = 11;

/// A way to break a text at one of its tokens: its name, what becomes of the token, and how such tokens begin.
type Break = (&'static str, fn(&str) -> String, &'static str);

const BREAKS: &[Break] = &[
    ("left out", |_| String::new(), "{}[]:,\"0123456789tfn-"),
    ("doubled", |token| token.repeat(2), "{}[],"),
    ("of the other kind", |token| other_bracket(token).to_owned(), "{}[]"),
    ("an equals sign", |_| "=".to_owned(), ":"),
    ("an arrow", |_| " => ".to_owned(), ":"),
    ("two colons", |_| "::".to_owned(), ":"),
    ("a comma", |_| ",".to_owned(), ":"),
    ("a colon", |_| ":".to_owned(), ","),
    ("a semicolon", |_| ";".to_owned(), ","),
    ("without its opening quote", |token| token[1..].to_owned(), "\""),
    ("without its closing quote", |token| token[..token.len() - 1].to_owned(), "\""),
    ("in single quotes", |token| format!("'{}'", &token[1..token.len() - 1]), "\""),
    ("without quotes", |token| token[1..token.len() - 1].to_owned(), "\""),
    ("with a comment", |token| format!("{token} /* [ */"), "{}[]:,\""),
];

fn other_bracket(bracket: &str) -> &'static str {
    match bracket {
        "{" => "[",
        "[" => "{",
        "}" => "]",
        _ => "}",
    }
}

#[test]
fn what_is_wrong_behind_a_break_is_told_with_its_path() {
    let mut told: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let files = FILES.iter().filter_map(|kind| marked(kind).map(|value| (kind, value)));
    let texts =
        files.flat_map(|(kind, value)| [value.to_string(), format!("{value:#}")].map(|text| (kind, text)));
    for (first, (kind, text)) in texts.enumerate() {
        for (name, problems) in breaks_in(kind, &text, first) {
            told.entry(name).or_default().push(problems);
        }
    }
    for (name, _, _) in BREAKS {
        let (tried, problems) = (told[name].len(), told[name].iter().sum::<usize>());
        assert!(tried > 20, "{name}: {tried}");
        // The break and the mark make two.
        assert!(problems * 2 <= tried * 5, "{name}: {problems} problems are told of {tried} such breaks");
    }
}

#[test]
fn a_break_is_told_once_where_it_is() {
    for (broken, place, told) in [
        (r#"{"a" 1}"#, 6, "expected `:` between the key and its value"),
        (r#"{"a" = 1}"#, 6, "expected `:` between the key and its value"),
        (r#"{"a":, "b": 1}"#, 6, "the value is missing"),
        (r#"{"a": 1,, "b": 1}"#, 9, "this sign has no place here"),
        (r#"{"a": 1 "b": 1}"#, 9, "a comma is missing before this value"),
        (r#"{"a": [1, 2,]}"#, 12, "a comma too many"),
        (r"{a: 1}", 2, "a key in quotes is expected here"),
        (r"{'a': 1}", 2, "a key in quotes is expected here"),
        (r#"{"a": "b, "c": 1}"#, 7, "the closing quote of this text is missing"),
        (r#"{"a: 1, "c": 1}"#, 2, "the closing quote of this text is missing"),
        (r#"{"a": [1, 2}"#, 12, "expected `,` or `]`"),
        (r#"{"a": [1, 2}}"#, 12, "expected `,` or `]`"),
        (r#"{"a": [{"b": 1, {"b": 1}]}"#, 15, "expected `,` or `}`"),
        (r#"{"a": [{"b": 1}}, {"b": 1}]}"#, 16, "this bracket or brace closes nothing"),
        (r#"{"a": ["b": 1}]}"#, 8, "an object begins with `{`"),
        (r#"{"a": 1, 2], "b": 1}"#, 7, "a list begins with `[`"),
        (r#"{"a": 1 /* one */}"#, 9, "JSON has no comments"),
        (r#"{"a": 1} {"b": 1}"#, 10, "text is left after the end of the JSON"),
        (r#"{"a": [1"#, 9, "the file ends in the middle of the JSON"),
        (r#"{"a': [{"b": 1}]}"#, 2, "the closing quote of this text is missing"),
        (r#"{""a": [{"b": 1}]}"#, 2, "a key in quotes is expected here"),
        (r#"{"a"": [{"b": 1}]}"#, 2, "a key in quotes is expected here"),
        (r#"{« a »: [{"b": 1}]}"#, 2, "a key in quotes is expected here"),
        (r#"{"a": [{"b": 1}; {"b": 1}]}"#, 16, "expected `,` in place of this sign"),
        (r#"{"a": [{"b": 1}, ... {"b": 1}]}"#, 18, "this sign has no place here"),
        (r#"{"a": [{"b": 1} <<<<<<< HEAD, {"b": 1}]}"#, 17, "this sign has no place here"),
        (r#"{"a": "b"; "c": 1}"#, 10, "expected `,` in place of this sign"),
        (r#"{"a": 1; "c": 1}"#, 8, "expected `,` in place of this sign"),
        (r#"{"a": ({"b": 1}, {"b": 1}]}"#, 7, "a list begins with `[`"),
        (r#"{"a": [{"b": 1}, {"b": 1})}"#, 26, "expected `,` or `]`"),
        (r#"{"a": [("b": 1}, {"b": 1}]}"#, 8, "an object begins with `{`"),
        (r#"{"a": [{"b": 1), {"b": 1}]}"#, 15, "expected `,` or `}`"),
        (r#"{"a": 45 000, "c": 1}"#, 7, "expected a value, found `45 000`"),
        (r#"{"a": 2083,33, "c": 1}"#, 7, "expected a value, found `2083,33`"),
        (r#"{"a": "b"", "c": 1}"#, 7, "expected a value, found \"b\"\", in which a quote"),
        (r#"{"a": "b "c" d", "e": 1}"#, 7, "expected a value, found \"b \"c\" d\", in which a quote"),
        (r#"{"a": [{"b": 1}, ] {"b": 1}]}"#, 18, "this bracket or brace closes nothing"),
        (r#"{"a": [{"b": 1}, ], {"b": 1}]}"#, 18, "this bracket or brace closes nothing"),
        (r#"{"a": ["b"]], "c": 1}"#, 12, "this bracket or brace closes nothing"),
        ("{\"a\": \"b\\\",\n\"c\": 1}", 7, "the closing quote of this text is missing"),
        (r#"{"a": ["b","#, 12, "the file ends in the middle of the JSON"),
        ("{\"a\": \"b\n c\"}", 7, "a text holds no line break"),
        ("{\"a\": \"b\n, \"c\": 1}", 7, "the closing quote of this text is missing"),
        ("{\"a\": {\"b\": 1,\n\"c\": 1}", 14, "expected `,` or `}`"),
    ] {
        let (_, found, _) = validate(Own::given("missions.json", broken.as_bytes().to_vec()));
        // Keys that nobody knows are told apart from the break.
        let breaks: Vec<_> =
            found.problems.iter().filter(|problem| !problem.message.en.starts_with("unknown key")).collect();
        let [one] = breaks.as_slice() else { panic!("{broken}: {breaks:#?}") };
        assert_eq!((one.line, one.column), (Some(1), Some(place)), "{broken}: {one:#?}");
        assert!(one.message.en.starts_with(told), "{broken}: {one:#?}");
        let bare = ["« ", " »", " :", " ;"].iter().any(|marks| one.message.fr.contains(marks));
        assert!(!bare, "a narrow no-break space is missing: {}", one.message.fr);
    }
}

#[test]
fn what_stands_under_a_mistyped_key_or_in_the_wrong_bracket_is_looked_at() {
    for (text, path) in [
        (r#"{"mision": [{"id": 3}]}"#, "missions[0].id"),
        (r#"{"missions": [{"source": ["nobody"]}]}"#, "missions[0].sources[0]"),
        (r#"[{"missions": [{"id": 3}]}]"#, "[0].missions[0].id"),
        (r#"{"missions": {"id": 3}}"#, "missions.id"),
        (r#"{: [{"id": 3}]}"#, "missions[0].id"),
    ] {
        let (_, found, _) = validate(Own::given("missions.json", text.as_bytes().to_vec()));
        assert!(found.problems.iter().any(|problem| problem.path == path), "{text}: {found:#?}");
    }
    // A key that is there under its own name is not guessed at.
    let twins = r#"{"missions": [], "mission": [{"id": 3}]}"#;
    let (_, found, _) = validate(Own::given("missions.json", twins.as_bytes().to_vec()));
    assert_eq!(found.total(), 1, "{found:#?}");
}

#[test]
fn slips_side_by_side_are_told_apart() {
    let text = r#"{
  "missions": [
    { 'id': "a";
      "phase" = "biuld",
      "title": { "fr": "A, "en": "Le "B"" }, // here
      "sources": ["onisep-2024"]
    { "id": "b", "phase": "build", "title": { "fr": "B", "en": "B" }, "sources": ["nobody"] }
  ]
}"#;
    let (_, found, _) = validate(Own::given("missions.json", text.as_bytes().to_vec()));
    let told: Vec<_> = found
        .problems
        .iter()
        .map(|one| (one.line.unwrap(), one.path.as_str(), one.message.en.as_ref()))
        .collect();
    for (line, path, message) in [
        (3, "missions[0]", "a key in quotes is expected here"),
        (3, "missions[0]", "expected `,` in place of this sign"),
        (4, "missions[0]", "expected `:` between the key and its value"),
        (4, "missions[0].phase", "did you mean `build`?"),
        (5, "missions[0].title.fr", "the closing quote of this text is missing"),
        (5, "missions[0].title.en", "in which a quote should be written"),
        (5, "missions[0]", "JSON has no comments"),
        (7, "missions[0]", "expected `,` or `}`"),
        (7, "missions[1].sources[0]", "unknown source `nobody`"),
    ] {
        let is_told = |one: &(usize, &str, &str)| (one.0, one.1) == (line, path) && one.2.contains(message);
        assert!(told.iter().any(is_told), "{line} {path} {message}: {told:#?}");
    }
    // Two entries lack their `detail`, and between them both a brace and a comma is missing.
    assert_eq!(told.len(), 12, "{told:#?}");
}

/// Tries the breaks in `text`, from the `first` place on; returns how many problems are told of each.
fn breaks_in(kind: &FileKind, text: &str, first: usize) -> Vec<(&'static str, usize)> {
    let mark = text.find(&MARK.to_string()).unwrap();
    let tokens: Vec<(usize, usize)> = tokens(text).into_iter().filter(|(_, to)| *to < mark).collect();
    // Without its key, or its name, the mark says nothing.
    let tokens = &tokens[..tokens.len() - 2];
    let places = BREAKS.iter().flat_map(|way| tokens.iter().map(move |place| (way, *place)));
    let tried = places.filter(|((_, _, on), (from, _))| on.contains(&text[*from..=*from]));
    let mut told = Vec::new();
    for ((name, way, _), (from, to)) in tried.skip(first % EACH).step_by(EACH) {
        let broken = format!("{}{}{}", &text[..from], way(&text[from..to]), &text[to..]);
        if serde_json::from_str::<Value>(&broken).is_ok() {
            continue;
        }
        let (_, found, _) = validate(Own::given(kind.name, broken.clone().into_bytes()));
        let is_mark = |problem: &Problem| problem.message.en.contains(&MARK.to_string());
        let line = text[..from].matches('\n').count() + 1;
        let is_near = |problem: &Problem| problem.line.is_some_and(|at| at.abs_diff(line) <= 2);
        let mark = found.problems.iter().find(|problem| is_mark(problem));
        assert!(
            mark.is_some_and(|mark| mark.path.rsplit('.').next() == Some("id")),
            "{}, {name}: {found:#?}\n{broken}",
            kind.name
        );
        let near = found.problems.iter().any(|problem| !is_mark(problem) && is_near(problem));
        assert!(near, "{}, {name}, line {line}: {found:#?}\n{broken}", kind.name);
        told.push((*name, found.total()));
    }
    told
}

/// A file of a few entries, the last of which has a number for an id; none if it has no list of entries.
fn marked(kind: &FileKind) -> Option<Value> {
    let mut value: Value = serde_json::from_str(kind.embedded).unwrap();
    let mut lists: Vec<&mut Vec<Value>> =
        value.as_object_mut()?.values_mut().filter_map(Value::as_array_mut).collect();
    for list in &mut lists {
        list.truncate(KEPT);
    }
    let last = lists.into_iter().rfind(|list| list.iter().any(|entry| entry.get("id").is_some()))?;
    last.last_mut()?["id"] = json!(MARK);
    Some(value)
}

/// Where the tokens of a valid text begin and end.
fn tokens(text: &str) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let (mut found, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        let start = at;
        at += match bytes[at] {
            b'"' => quoted(&bytes[at..]),
            b' ' | b'\n' | b'{' | b'}' | b'[' | b']' | b':' | b',' => 1,
            _ => bytes[at..]
                .iter()
                .take_while(|byte| byte.is_ascii_alphanumeric() || b"-.+".contains(byte))
                .count(),
        };
        if !bytes[start].is_ascii_whitespace() {
            found.push((start, at));
        }
    }
    found
}

/// The length of the text in quotes that `bytes` begin with.
fn quoted(bytes: &[u8]) -> usize {
    let mut at = 1;
    while bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    at + 1
}
