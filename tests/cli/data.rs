//! `--data` and `data`.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;

use super::asking::{Answer, ask, ask_line, pluck};

/// A folder with one file.
fn folder(name: &str, text: impl AsRef<[u8]>) -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::create_dir_all(folder.path().join(name).parent().unwrap()).unwrap();
    fs::write(folder.path().join(name), text).unwrap();
    folder
}

fn with(line: &str, data: &Path) -> super::asking::Asking {
    let mut args: Vec<std::ffi::OsString> = line.split_whitespace().map(Into::into).collect();
    args.extend(["--data".into(), data.into()]);
    ask(args)
}

fn validate(data: &Path) -> Answer {
    ask([std::ffi::OsStr::new("data"), std::ffi::OsStr::new("validate"), data.as_os_str()]).answer()
}

fn programme(id: &str, name: &str) -> Value {
    json!({
        "id": id, "name": { "fr": name, "en": name }, "level": "bac+5", "kind": "it-school",
        "providers": [{ "name": name, "city": name, "url": null }], "sources": ["onisep-2024"]
    })
}

fn programmes(list: &[Value], only: bool) -> TempDir {
    folder("training.json", json!({ "only": only, "programmes": list }).to_string())
}

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
    assert_eq!(with("salary", wrong.path()).answer().code, 3);
}

#[test]
fn sources_that_others_rest_on_cannot_be_left_out() {
    let own = folder("sources.json", r#"{ "only": true, "sources": [] }"#);
    let answer = validate(own.path());
    assert!(answer.code == 3 && answer.stdout.contains("leaves out the source"), "{}", answer.stdout);
    assert_eq!(with("missions", own.path()).answer().code, 3);
}

#[test]
fn pay_rules_of_ones_own_are_checked() {
    let own = folder("pay/2027.json", r#"{ "year": "x" }"#);
    let answer = validate(own.path());
    assert!(answer.code == 3 && answer.stdout.contains("2027.json:1:"), "{}", answer.stdout);
}

#[test]
fn every_problem_is_told_with_its_place_and_what_was_meant() {
    let text = "{ \"programmes\": [\n  { \"id\": \"é\", \"name\": { \"fr\": \"É\" }, \"level\": \"bac+6\", \
                \"kind\": \"bts\", \"providers\": [], \"sorces\": [], \"sources\": [\"onisep-2042\"],\n    \
                \"tuition\": { \"low\": 9, \"high\": 1, \"per\": \"year\", \"year\": 1066 } }\n] }";
    let own = folder("training.json", text);
    let report: Value = serde_json::from_str(
        &ask_line(&format!("data validate {} --json", own.path().display())).answer().stdout,
    )
    .unwrap();
    let found: Vec<(u64, u64, String, String)> = report["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let text = |key: &str| one[key].as_str().unwrap().to_owned();
            let message = one["message"]["en"].as_str().unwrap().to_owned();
            assert_ne!(one["message"]["fr"], one["message"]["en"]);
            (one["line"].as_u64().unwrap(), one["column"].as_u64().unwrap(), text("path"), message)
        })
        .collect();
    for (line, column, path, message) in [
        (2, 24, "programmes[0].name.en", "the English text is missing"),
        (2, 48, "programmes[0].level", "did you mean `bac+5`?"),
        (2, 89, "programmes[0].sorces", "did you mean `sources`?"),
        (2, 115, "programmes[0].sources[0]", "did you mean `onisep-2024`?"),
        (3, 25, "programmes[0].tuition.low", "the low end (9) is above the high end (1)"),
        (3, 62, "programmes[0].tuition.year", "1066 is no plausible year"),
    ] {
        let told = found
            .iter()
            .any(|one| (one.0, one.1, one.2.as_str()) == (line, column, path) && one.3.contains(message));
        assert!(told, "{line}:{column} {path} {message}\nin {found:#?}");
    }
    assert_eq!(found.len(), 6, "{found:#?}");
}

#[test]
fn the_mark_stands_under_the_value() {
    let skill = json!({ "skills": [{ "aliases": ["œuvre", "\u{1b}[1m"], "category": "hart", "id": "x" }] });
    let own = folder("skills.json", skill.to_string());
    let shown = validate(own.path()).stdout;
    let lines: Vec<&str> = shown.lines().collect();
    let at = lines.iter().position(|line| line.contains("^^^^^^")).unwrap() - 1;
    let column = |line: &str, sign: &str| line[..line.find(sign).unwrap()].chars().count();
    assert_eq!(column(lines[at], "\"hart\""), column(lines[at + 1], "^^^^^^"), "{shown}");
    assert!(lines[at].contains("\\u001b"), "{shown}");
}

#[test]
fn hostile_files_get_a_located_message() {
    let deep = format!("{{\"skills\": {}", "[".repeat(100_000));
    let deep_object = format!("{{\"role\": {}", "{\"a\":".repeat(100_000));
    let utf16: Vec<u8> = "{\"skills\": []}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (name, bytes, place, says) in [
        ("skills.json", Vec::new(), ":1:1", "the file is empty"),
        ("skills.json", b" \n".to_vec(), ":1:1", "the file is empty"),
        ("skills.json", deep.into_bytes(), ":1:", "expected an object"),
        ("role.json", deep_object.into_bytes(), ":1:", "unknown key"),
        ("skills.json", b"{\"skills\": [\xff]}".to_vec(), ":1:13", "not UTF-8"),
        ("skills.json", utf16, ":1:2", "a key in quotes is expected"),
        ("skills.json", b"{\"only\": true, \"only\": false}".to_vec(), ":1:16", "stands twice"),
        ("skills.json", b"{\"skills\": NaN}".to_vec(), ":1:12", "expected a list"),
        ("salaries.json", b"{\"factors\": [{\"year\": 99999999999}]}".to_vec(), ":1:23", "no plausible year"),
        (
            "salaries.json",
            b"{\"observations\": [{\"stated\": {\"low\": 1e999}}]}".to_vec(),
            ":1:38",
            "out of range",
        ),
        ("skills.json", b"{\"skills\": \"\\ud800\"}".to_vec(), ":1:12", "expected a list"),
        ("skills.json", b"[]".to_vec(), ":1:1", "expected an object"),
        ("skills.json", b"{} {}".to_vec(), ":1:4", "after the end"),
        ("progression.json", step("junior", "junior"), ":1:", "does not lead from a role to itself"),
        ("progression.json", step("junior", "seniro"), ":1:", "did you mean `senior`?"),
    ] {
        let own = folder(name, bytes);
        let answer = validate(own.path());
        assert_eq!(answer.code, 3, "{says}: {}", answer.stdout);
        assert!(answer.stdout.contains(&format!("{name}{place}")), "{place}: {}", answer.stdout);
        assert!(answer.stdout.contains(says), "{says}: {}", answer.stdout);
        assert_eq!(with("search portage", own.path()).answer().code, 3, "{says}");
    }
}

fn step(from: &str, to: &str) -> Vec<u8> {
    let step = json!({ "id": "x", "from": from, "to": to, "kind": "promotion", "inferred": false,
                       "sources": ["onisep-2024"] });
    json!({ "steps": [step] }).to_string().into_bytes()
}

#[test]
fn a_byte_order_mark_is_accepted_and_not_counted() {
    let own = folder("skills.json", b"\xef\xbb\xbf{\"skills\": []}");
    assert_eq!(validate(own.path()).code, 0);
    let wrong = folder("skills.json", b"\xef\xbb\xbf{\"skills\": 1}");
    assert!(validate(wrong.path()).stdout.contains("skills.json:1:12"));
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_is_named() {
    let own = TempDir::new().unwrap();
    let says = |name: &str, expected: &str| {
        let answer = validate(own.path());
        assert!(answer.code == 3 && answer.stdout.contains(expected), "{name}: {}", answer.stdout);
        assert_eq!(with("skills", own.path()).answer().code, 3, "{name}");
    };
    fs::create_dir(own.path().join("skills.json")).unwrap();
    says("folder", "this is a folder");
    fs::remove_dir(own.path().join("skills.json")).unwrap();
    std::os::unix::fs::symlink("skills.json", own.path().join("skills.json")).unwrap();
    says("loop", "leads back to itself");
    fs::remove_file(own.path().join("skills.json")).unwrap();
    std::os::unix::fs::symlink("/proc/self/mem", own.path().join("skills.json")).unwrap();
    says("unreadable", "cannot be read");
    fs::remove_file(own.path().join("skills.json")).unwrap();
    fs::File::create(own.path().join("skills.json")).unwrap().set_len(300 << 20).unwrap();
    says("large", "larger than 256 MiB");
    let answer = validate(Path::new("/nowhere/at/all"));
    assert!(answer.code == 3 && answer.stderr.contains("not found"), "{}", answer.stderr);
}

#[test]
fn a_folder_without_a_known_file_says_which_are_known() {
    let own = folder("trainings.json", "{}");
    let answer = validate(own.path());
    assert!(answer.code == 3 && answer.stderr.contains("did you mean `training.json`?"), "{}", answer.stderr);
    let none = TempDir::new().unwrap();
    let answer = validate(none.path());
    assert!(answer.code == 3 && answer.stderr.contains("progression.json"), "{}", answer.stderr);
}

/// Names that try to act on a terminal, a page or a spreadsheet.
const HOSTILE: &[&str] = &[
    "\u{1b}]0;owned\u{7}\u{1b}[31mred",
    "\u{202e}desrever\u{202c}",
    "=HYPERLINK(\"http://x\";\"y\")",
    "../../etc/passwd",
    "<script>alert(1)</script> [x](javascript:alert(1)) | `a` ```",
    "a\nb\r\n\u{9b}2J",
];

fn is_harmless(text: &str) -> bool {
    let acts = |char: char| (char.is_control() && char != '\n') || ('\u{202a}'..='\u{202e}').contains(&char);
    !text.chars().any(acts)
}

#[test]
fn hostile_names_act_on_nothing() {
    let list: Vec<Value> = HOSTILE.iter().map(|name| programme(name, name)).collect();
    let own = programmes(&list, true);
    for line in ["training", "training --columns id,name,providers,cities", "search passwd", "overview"] {
        for format in ["table", "markdown"] {
            let answer = with(&format!("{line} --format {format}"), own.path()).answered();
            assert!(
                is_harmless(&answer.stdout) && is_harmless(&answer.stderr),
                "{line}: {:?}",
                answer.stdout
            );
            assert!(format == "table" || !answer.stdout.contains("<script>"), "{line}");
        }
    }
    let report = with("training", own.path()).json();
    assert!(
        pluck(&report["programmes"], "id").contains(&HOSTILE[0].to_owned()),
        "JSON keeps what is written"
    );
    let cells = with("training --columns id,name", own.path()).csv();
    assert!(cells.iter().any(|row| row["id"] == format!("'{}", HOSTILE[2])), "{cells:?}");
}

#[test]
fn hostile_names_in_errors_act_on_nothing() {
    for name in HOSTILE {
        let mut wrong = programme(name, name);
        wrong["level"] = json!(name);
        wrong["sources"] = json!([name]);
        wrong[*name] = json!(name);
        let own = programmes(&[wrong.clone(), wrong], true);
        for answer in [validate(own.path()), with("training", own.path()).answer()] {
            assert_eq!(answer.code, 3);
            assert!(is_harmless(&answer.stdout) && is_harmless(&answer.stderr), "{:?}", answer.stderr);
        }
    }
    let roles = json!({ "roles": [{ "id": HOSTILE[0], "name": { "fr": "x", "en": "x" }, "track": "technical",
                                    "sources": ["onisep-2024"] }] });
    let own = folder("progression.json", roles.to_string());
    let answer = with("progression --from nobody", own.path()).answer();
    assert!(answer.code == 2 && is_harmless(&answer.stderr), "{:?}", answer.stderr);
}

/// Positions `r0` to `rN`, each leading to the next and the last to the first.
fn circle(length: usize) -> TempDir {
    let name = |at: usize| format!("r{at}");
    let roles: Vec<Value> = (0..length)
        .map(|at| {
            json!({ "id": name(at), "name": { "fr": name(at), "en": name(at) }, "track": "technical",
                          "sources": ["onisep-2024"] })
        })
        .collect();
    let steps: Vec<Value> = (0..length)
        .map(|at| {
            json!({ "id": format!("s{at}"), "from": name(at), "to": name((at + 1) % length),
                          "kind": "promotion", "inferred": false, "sources": ["onisep-2024"] })
        })
        .collect();
    folder("progression.json", json!({ "only": true, "roles": roles, "steps": steps }).to_string())
}

#[test]
fn a_career_that_goes_round_or_on_for_ever_is_answered() {
    let small = circle(3);
    assert!(with("progression --from r1", small.path()).answered().stdout.contains("r0"));
    let long = circle(20_000);
    assert_eq!(with("progression --from r0", long.path()).json()["steps"].as_array().unwrap().len(), 20_000);
    let shown = with("progression --from r0", long.path()).answered().stdout;
    assert!(shown.contains('…') && shown.contains("r20"), "{}", &shown[..2000.min(shown.len())]);
    with("overview", long.path()).answered();
}

#[test]
fn the_export_is_the_data_byte_for_byte_and_overwrites_only_by_force() {
    let into = TempDir::new().unwrap();
    let folder = into.path().join("a/b");
    let export = |more: &str| ask_line(&format!("data export {} {more}", folder.display())).answer();
    assert_eq!(export("").code, 0);
    let data = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data");
    let same =
        |name: &str| assert_eq!(fs::read(folder.join(name)).unwrap(), fs::read(data.join(name)).unwrap());
    let mut names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(
        names,
        [
            "missions.json",
            "pay",
            "prices.json",
            "progression.json",
            "role.json",
            "salaries.json",
            "skills.json",
            "sources.json",
            "training.json",
            "work.json"
        ]
    );
    names.iter().filter(|name| *name != "pay").for_each(|name| same(name));
    ["pay/2025.json", "pay/2026.json"].into_iter().for_each(same);
    fs::write(folder.join("role.json"), "mine").unwrap();
    fs::remove_file(folder.join("work.json")).unwrap();
    let refused = export("");
    assert!(refused.code == 1 && refused.stderr.contains("role.json"), "{}", refused.stderr);
    assert!(!folder.join("work.json").exists(), "nothing is written when something is refused");
    assert_eq!(fs::read(folder.join("role.json")).unwrap(), b"mine");
    assert_eq!(export("--force").code, 0);
    same("role.json");
    assert_eq!(validate(&folder).code, 0);
    let diff = ask_line(&format!("data diff {}", folder.display())).json();
    assert_eq!(diff["counts"], json!({ "added": 0, "replaced": 0, "dropped": 0 }));
}

#[test]
fn a_diff_tells_what_is_added_replaced_and_dropped() {
    let mut epitech = ask_line("training").json()["programmes"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["id"] == "epitech")
        .unwrap()
        .clone();
    epitech.as_object_mut().unwrap().remove("tuition_per_year");
    epitech["tuition"]["low"] = json!(1);
    let own = folder("training.json", json!({ "programmes": [epitech, programme("zz", "Z")] }).to_string());
    let diff = ask_line(&format!("data diff {}", own.path().display())).json();
    assert_eq!(diff["counts"], json!({ "added": 1, "replaced": 1, "dropped": 0 }));
    let fields = &diff["changes"][0]["fields"];
    assert_eq!(fields.as_array().unwrap().len(), 1, "{fields}");
    assert_eq!((&fields[0]["path"], &fields[0]["to"]), (&json!("tuition.low"), &json!(1)));
    let alone = programmes(&[], true);
    let diff = ask_line(&format!("data diff {}", alone.path().display())).json();
    assert!(diff["counts"]["dropped"].as_u64().unwrap() > 20);
    let broken = folder("training.json", "{");
    assert_eq!(ask_line(&format!("data diff {}", broken.path().display())).answer().code, 3);
}

#[test]
fn the_schema_of_a_file_is_plain_json() {
    let schema: Value =
        serde_json::from_str(&ask_line("data schema training.json").answered().stdout).unwrap();
    assert_eq!(schema["type"], "object");
    let answer = ask_line("data schema trainings").answer();
    assert!(answer.code == 2 && answer.stderr.contains("training.json"), "{}", answer.stderr);
}

#[test]
fn data_alone_says_what_can_be_done() {
    for lang in ["fr", "en"] {
        let answer = ask_line(&format!("data --lang {lang}")).answer();
        assert!(answer.code == 2 && answer.stderr.contains("validate"), "{}", answer.stderr);
    }
    assert_eq!(ask_line("data validate").answer().code, 2);
    assert!(ask_line("data valdate").answer().stderr.contains("validate"));
}
