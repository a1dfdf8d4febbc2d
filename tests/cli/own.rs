//! `--data`: answers from a user's own facts.

use std::fs;

use serde_json::{Value, json};

use super::asking::{ask_line, pluck};
use super::files::{folder, programme, programmes, validate, with};

#[test]
fn a_known_id_replaces_and_a_new_one_is_added() {
    let own = programmes(&[programme("epitech", "Mine"), programme("zz-new", "New")], false);
    let before = pluck(&ask_line("training").json()["programmes"], "id");
    let report = with("training", own.path()).json();
    assert_eq!(pluck(&report["programmes"], "id").len(), before.len() + 1);
    let mine = report["programmes"].as_array().unwrap().iter().find(|one| one["id"] == "epitech").unwrap();
    assert_eq!(mine["name"]["en"], "Mine");
}

#[test]
fn a_file_that_stands_alone_drops_the_embedded_entries() {
    let own = programmes(&[programme("b", "B"), programme("a", "A")], true);
    assert_eq!(pluck(&with("training", own.path()).json()["programmes"], "id"), ["a", "b"]);
    let skills = with("skills", own.path()).json();
    assert_eq!(skills["skills"], ask_line("skills").json()["skills"]);
}

#[test]
fn every_answer_says_where_the_facts_come_from() {
    let own = programmes(&[programme("a", "A")], false);
    let path = own.path().display().to_string();
    assert_eq!(ask_line("training").json()["data"], Value::Null);
    assert_eq!(with("training", own.path()).json()["data"], path);
    assert_eq!(ask_line("salary").env("BACKEND_CAREER_DATA", &path).json()["data"], path);
    assert!(with("salary", own.path()).answered().stderr.contains(&path));
    assert!(with("salary --lang fr", own.path()).answered().stderr.contains("avec vos données"));
    assert_eq!(with("salary -q", own.path()).answered().stderr, "");
    for line in ["data validate", "data diff", "data schema"] {
        let answer = with(line, own.path()).answered();
        assert_eq!(answer.stderr, format!("your own data: {path}\n"), "{line}");
        assert_eq!(with(line, own.path()).json()["data"], path, "{line}");
    }
}

#[test]
fn one_file_is_known_by_its_name_or_its_keys() {
    let own = programmes(&[programme("a", "A")], true);
    let named = own.path().join("training.json");
    assert_eq!(with("training", &named).json()["programmes"].as_array().unwrap().len(), 1);
    let renamed = own.path().join("my school.txt");
    fs::rename(&named, &renamed).unwrap();
    assert_eq!(with("training", &renamed).json()["programmes"].as_array().unwrap().len(), 1);
}

#[test]
fn a_file_that_is_not_read_is_told_with_every_answer() {
    let own = programmes(&[programme("a", "A")], true);
    for (name, told) in [
        ("Skills.JSON", "did you mean `skills.json`?"),
        ("2027.json", "did you mean `pay/2027.json`?"),
        ("pay", "a file is in the place of a folder"),
    ] {
        fs::write(own.path().join(name), "{}").unwrap();
        for answer in [with("training", own.path()).answered(), validate(own.path())] {
            assert!(
                answer.stdout.contains(told) || answer.stderr.contains(told),
                "{name}: {}",
                answer.stderr
            );
        }
    }
    assert_eq!(validate(own.path()).code, 3);
}

#[test]
fn scripts_and_manual_pages_need_no_facts() {
    for line in ["completions bash", "man"] {
        ask_line(line).env("BACKEND_CAREER_DATA", "/nowhere/at/all").answered();
    }
}

#[test]
fn amounts_stop_at_the_cent() {
    let with_fee = |fee: &str| {
        let list = r#"{"programmes": [{"id": "a", "name": {"fr": "A", "en": "A"}, "level": "bac+5",
            "kind": "it-school", "providers": [], "sources": ["onisep-2024"],
            "tuition": {"low": FEE, "high": null, "per": "year", "year": 2025}}]}"#;
        validate(folder("training.json", list.replace("FEE", fee)).path())
    };
    assert_eq!(with_fee("1234.5").code, 0);
    assert_eq!(with_fee("0.29").code, 0);
    for (fee, told) in [("1234.567", "goes beyond the cent"), ("-0", "write 0")] {
        let answer = with_fee(fee);
        assert!(answer.code == 3 && answer.stdout.contains(told), "{fee}: {}", answer.stdout);
    }
}

#[test]
fn a_files_problems_stop_only_the_questions_that_need_it() {
    let own = folder("training.json", "{");
    with("salary", own.path()).answered();
    let answer = with("training", own.path()).answer();
    assert_eq!((answer.code, answer.stdout.as_str()), (3, ""));
    assert!(answer.stderr.contains("training.json:1:2"), "{}", answer.stderr);
}

#[test]
fn an_edition_of_ones_own_is_told() {
    let own = folder("sources.json", r#"{ "edition": "2031-02-03" }"#);
    assert_eq!(with("salary", own.path()).json()["edition"], "2031-02-03");
    let wrong = folder("sources.json", r#"{ "edition": "soon" }"#);
    fs::write(wrong.path().join("salaries.json"), include_str!("../../data/salaries.json")).unwrap();
    assert_eq!(with("salary", wrong.path()).answer().code, 3);
    let told = validate(wrong.path()).stdout;
    assert!(told.starts_with("1 problem\n") && told.contains("`soon` is no date"), "{told}");
    let escaped = folder("sources.json", r#"{ "edition": "\u0032031-02-03" }"#);
    assert_eq!(with("salary", escaped.path()).json()["edition"], "2031-02-03");
}

#[test]
fn sources_of_ones_own_are_found_in_whatever_order_they_stand() {
    let source = |id: &str| {
        json!({ "id": id, "kind": "reference", "short": { "fr": id, "en": id },
                                    "title": { "fr": id, "en": id }, "publisher": null, "year": null,
                                    "url": null, "note": null })
    };
    let sources = ["zz", "aa", "mm"].map(source);
    let own = folder("sources.json", json!({ "sources": sources }).to_string());
    for id in ["zz", "aa", "mm", "onisep-2024"] {
        assert_eq!(pluck(&with(&format!("sources {id}"), own.path()).json()["sources"], "id"), [id]);
    }
}

#[test]
fn own_data_that_is_wrong_ends_a_batch_as_it_ends_a_question() {
    let own = folder("floors.json", r#"{ "floors": [{ "id": 1 }] }"#);
    let answer = with("batch pay", own.path()).stdin("amount\n48000\n").answer();
    assert_eq!(answer.code, 3);
    assert!(answer.stderr.contains("floors.json:1:14  floors[0].title"), "{}", answer.stderr);
}

#[test]
fn a_name_that_editions_share_means_all_of_them() {
    let shipped = |file: &str| -> Value {
        serde_json::from_str(&fs::read_to_string(format!("data/{file}.json")).unwrap()).unwrap()
    };
    let entry =
        |list: &Value, id: &str| list.as_array().unwrap().iter().find(|one| one["id"] == id).unwrap().clone();
    let (sources, figures) = (shipped("sources"), shipped("salaries"));
    let edition = |year: u16, pay: u32| {
        let id = format!("port-{year}");
        let mut source = entry(&sources["sources"], "adabot-2023");
        source["id"] = json!(id);
        source["short"] = json!({ "fr": "Port", "en": "Harbour" });
        let mut figure = entry(&figures["observations"], "adabot-2023-junior");
        figure["id"] = json!(format!("{id}-junior"));
        figure["source"] = json!(id);
        figure["stated"] = json!({ "low": pay, "high": pay, "per": "year" });
        (source, figure)
    };
    let (sources, figures): (Vec<Value>, Vec<Value>) =
        [edition(2025, 31_000), edition(2026, 47_000)].into_iter().unzip();
    let own = folder("sources.json", json!({ "sources": sources }).to_string());
    fs::write(own.path().join("salaries.json"), json!({ "observations": figures }).to_string()).unwrap();
    let paid = |line: &str| with(line, own.path()).json()["entry_pay"].clone();
    for line in ["payback --source port-2025,port-2026", "payback --source harbour", "payback --source PORT"]
    {
        assert_eq!(paid(line), json!({ "low": 31_000, "high": 47_000 }), "{line}");
    }
}
