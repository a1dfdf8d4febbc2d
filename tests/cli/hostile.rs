//! Files that mean harm: a located message or a correct answer, and nothing acts on the terminal.

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use backend_career::cli::{Environment, TerminalInfo, run};
use backend_career::model::text::Lang;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::asking::pluck;
use super::files::{folder, programme, programmes, validate, with};

#[test]
fn hostile_files_get_a_located_message() {
    let deep = format!("{{\"skills\": {}", "[".repeat(100_000));
    let deep_object = format!("{{\"role\": {}", "{\"a\":".repeat(100_000));
    let utf16: Vec<u8> = "{\"skills\": []}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (name, bytes, place, says) in [
        ("skills.json", Vec::new(), ":1:1", "the file is empty"),
        ("skills.json", b" \n".to_vec(), ":1:1", "the file is empty"),
        ("skills.json", deep.into_bytes(), ":1:", "too many levels"),
        ("role.json", deep_object.into_bytes(), ":1:", "too many levels"),
        ("skills.json", b"{\"skills\": [\xff]}".to_vec(), ":1:13", "not UTF-8"),
        ("skills.json", utf16, ":1:2", "not UTF-8"),
        ("skills.json", b"{\"only\": true, \"only\": false}".to_vec(), ":1:16", "stands twice"),
        ("skills.json", b"{\"skills\": NaN}".to_vec(), ":1:12", "no number in JSON"),
        ("skills.json", b"{\"skills\": [{\"id\": \"a\nb\"}]}".to_vec(), ":1:20", "holds no line break"),
        ("skills.json", vec![0xff; 100_000], ":1:1", "1 problem\n"),
        ("skills.json", vec![0; 60 << 20], ":1:1", "not UTF-8"),
        ("skills.json", b"\xef\xbb\xbf\xef\xbb\xbf\xff\xc3\xa9\xc3\xa9".to_vec(), ":1:2", "not UTF-8"),
        ("skills.json", "é: 1}, \"b\": 2}".into(), ":1:1", "is not JSON"),
        ("skills.json", b"{\"skills\": [], \"x\": \"\xe9t\xe9\"}".to_vec(), ":1:22", "not UTF-8"),
        ("salaries.json", b"{\"factors\": [{\"year\": 99999999999}]}".to_vec(), ":1:23", "no plausible year"),
        (
            "salaries.json",
            b"{\"observations\": [{\"stated\": {\"low\": 1e999}}]}".to_vec(),
            ":1:38",
            "out of range",
        ),
        (
            "skills.json",
            b"{\"skills\": \"\\ud800\"}".to_vec(),
            ":1:1",
            "a backslash introduces nothing known",
        ),
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
    says("unreadable", "the system refused");
    fs::remove_file(own.path().join("skills.json")).unwrap();
    fs::File::create(own.path().join("skills.json")).unwrap().set_len(300 << 20).unwrap();
    says("large", "larger than 64 MiB");
    fs::remove_file(own.path().join("skills.json")).unwrap();
    std::os::unix::fs::symlink("/dev/tty", own.path().join("skills.json")).unwrap();
    says("device", "not a regular file");
    let device = validate(Path::new("/dev/null"));
    assert!(device.code == 3 && device.stdout.contains("not a regular file"), "{}", device.stdout);
    let answer = validate(Path::new("/nowhere/at/all"));
    assert!(answer.code == 3 && answer.stdout.contains("not found"), "{}", answer.stdout);
    fs::remove_file(own.path().join("skills.json")).unwrap();
    let pipe = std::process::Command::new("mkfifo").arg(own.path().join("skills.json")).status();
    if pipe.is_ok_and(|status| status.success()) {
        says("pipe", "not a regular file");
    }
}

#[test]
fn other_files_in_a_folder_are_ignored_unless_their_names_are_slips_of_ours() {
    let own = programmes(&[programme("a", "A")], true);
    for name in ["training.schema.json", "package.json", "settings.json", "tsconfig.json", "pay/notes.json"] {
        fs::create_dir_all(own.path().join("pay")).unwrap();
        fs::write(own.path().join(name), "{}").unwrap();
    }
    assert_eq!(validate(own.path()).code, 0);
    assert!(!with("training", own.path()).answered().stderr.contains("did you mean"));
    fs::write(own.path().join("salarie.json"), "{}").unwrap();
    assert!(validate(own.path()).stdout.contains("did you mean `salaries.json`?"));
}

#[cfg(unix)]
#[test]
fn manual_pages_replace_links_and_follow_none() {
    let own = TempDir::new().unwrap();
    let victim = own.path().join("victim");
    fs::write(&victim, "mine").unwrap();
    let dir = own.path().join("man1");
    fs::create_dir(&dir).unwrap();
    std::os::unix::fs::symlink(&victim, dir.join("backend-career.1")).unwrap();
    let line = format!("man --dir {}", dir.display());
    let refused = super::asking::ask_line(&line).answer();
    assert!(refused.code == 1 && refused.stderr.contains("--force"), "{}", refused.stderr);
    super::asking::ask_line(&format!("{line} --force")).answered();
    assert_eq!(fs::read_to_string(&victim).unwrap(), "mine");
    assert!(fs::read_to_string(dir.join("backend-career.1")).unwrap().starts_with('.'));
    let onto_a_file = super::asking::ask_line(&format!("man --dir {}", victim.display())).answer();
    assert!(onto_a_file.code == 1 && onto_a_file.stderr.contains("a file is in the place of a folder"));
}

#[cfg(unix)]
#[test]
fn files_are_read_without_a_thread() {
    let own = programmes(&[programme("a", "A")], true);
    let run = std::process::Command::new(env!("CARGO_BIN_EXE_backend-career"))
        .args(["training", "--json", "--data"])
        .arg(own.path())
        .env("RUST_MIN_STACK", "99999999999999")
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
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
    for format in ["json", "jsonl"] {
        let answer = with(&format!("training --format {format}"), own.path()).answered();
        assert!(is_harmless(&answer.stdout), "{format}: {:?}", answer.stdout);
    }
    assert!(is_harmless(&csv_on(TerminalInfo { stdout: true, ..TerminalInfo::default() }, own.path())));
    let raw = csv_on(TerminalInfo::default(), own.path());
    assert!(raw.contains('\u{1b}') && raw.contains('\u{202e}'), "a file gets what is written: {raw:?}");
    let report = with("training", own.path()).json();
    assert!(
        pluck(&report["programmes"], "id").contains(&HOSTILE[0].to_owned()),
        "JSON keeps what is written"
    );
    let cells = with("training --columns id,name", own.path()).csv();
    assert!(cells.iter().any(|row| row["id"] == format!("'{}", HOSTILE[2])), "{cells:?}");
}

/// The names as CSV, as it goes to `terminal`.
fn csv_on(terminal: TerminalInfo, own: &Path) -> String {
    let args = ["x", "training", "--format", "csv", "--columns", "id,name,providers", "--data"];
    let args = args.map(OsString::from).into_iter().chain([own.into()]);
    let mut out = Vec::new();
    let environment = Environment::read(|_| None, terminal);
    assert_eq!(run(args.collect(), Lang::En, &environment, &mut out, &mut std::io::sink()).unwrap(), 0);
    String::from_utf8(out).unwrap()
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
fn many_figures_of_one_source_and_many_skills_cost_in_proportion() {
    let own = TempDir::new().unwrap();
    let levels = ["junior", "confirmed", "senior"];
    let dataset = backend_career::dataset::Dataset::embedded();
    let shipped = dataset.salaries().unwrap();
    let one = shipped.observations.iter().find(|one| one.level.is_some()).unwrap();
    let mut observations = Vec::new();
    for at in 0..1_500 {
        let mut copy = serde_json::to_value(one).unwrap();
        copy["id"] = format!("figure-{at}").into();
        copy["level"] = levels[at % 3].into();
        observations.push(copy);
    }
    let file = serde_json::json!({ "only": true, "observations": observations });
    fs::write(own.path().join("salaries.json"), file.to_string()).unwrap();
    let salary =
        super::asking::ask_line(&format!("salary --format json --data {}", own.path().display())).answered();
    assert!(salary.stdout.len() < 4_000_000, "{} bytes", salary.stdout.len());

    let skill = serde_json::to_value(&dataset.skills().unwrap().skills[0]).unwrap();
    let mut skills = Vec::new();
    for at in 0..6_000 {
        let mut copy = skill.clone();
        copy["id"] = format!("tool-{at}").into();
        copy["name"] = serde_json::json!({ "fr": format!("Outil{at}"), "en": format!("Tool{at}") });
        copy["aliases"] = serde_json::json!([format!("outil{at}x")]);
        skills.push(copy);
    }
    fs::remove_file(own.path().join("salaries.json")).unwrap();
    let file = serde_json::json!({ "skills": skills });
    fs::write(own.path().join("skills.json"), file.to_string()).unwrap();
    let begun = std::time::Instant::now();
    super::asking::ask_line(&format!("gap --have php,outil7 --format json --data {}", own.path().display()))
        .answered();
    assert!(begun.elapsed().as_secs() < 40, "{:?}", begun.elapsed());
}

#[test]
fn rows_for_machines_do_not_carry_the_names_of_all_others() {
    let own = TempDir::new().unwrap();
    let dataset = backend_career::dataset::Dataset::embedded();
    let programmes = &dataset.training().unwrap().programmes;
    let bytes = |line: &str, id: &str, count: usize| {
        let one = programmes.iter().find(|one| one.id.as_str() == id).unwrap();
        let copy = |at: usize| {
            let mut copy = serde_json::to_value(one).unwrap();
            copy["id"] = format!("school-{at}").into();
            copy
        };
        let file = serde_json::json!({ "programmes": (0..count).map(copy).collect::<Vec<_>>() });
        fs::write(own.path().join("training.json"), file.to_string()).unwrap();
        let line = format!("{line} --format jsonl --data {}", own.path().display());
        super::asking::ask_line(&line).answered().stdout.len()
    };
    // Of the one neither fees nor months are known, of the other nobody says whether work-study is possible: a sentence
    // behind every row names them.
    let per_row = |count| bytes("payback", "bachelor-it-akademy", count) / (programmes.len() + count);
    let (few, many) = (per_row(50), per_row(1_000));
    assert!(many < few * 3 / 2, "{few} bytes a row, then {many}");
    let [few, many] = [50, 1_000].map(|count| bytes("training --apprenticeship", "hetic", count));
    assert!(many < few * 3 / 2, "{few} bytes, then {many}");
}
