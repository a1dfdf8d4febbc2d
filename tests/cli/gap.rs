//! `gap`.

use std::fs;
use std::path::PathBuf;

use proptest::prelude::{ProptestConfig, prop};
use proptest::{prop_assert, proptest};
use serde_json::Value;

use super::asking::{Answer, ask, ask_line, pluck};
use backend_career::dataset::Dataset;
use backend_career::query::gap::{GapParams, ask as gap};

/// A file that is gone when the test ends.
struct Cv(PathBuf);

impl Cv {
    fn new(name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = std::env::temp_dir().join(format!("backend-career-{}-{name}", std::process::id()));
        fs::write(&path, content).unwrap();
        Self(path)
    }

    fn ask(&self) -> Answer {
        ask(["gap".as_ref(), self.0.as_os_str()]).answer()
    }

    fn report(&self) -> Value {
        ask(["gap".as_ref(), self.0.as_os_str()]).json()
    }
}

impl Drop for Cv {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

fn of_text(text: &str) -> Value {
    ask_line("gap -").stdin(text).json()
}

fn have(report: &Value) -> Vec<String> {
    pluck(&report["have"], "id")
}

#[test]
fn one_language_is_enough_and_the_answer_says_which_words_matched() {
    let report = of_text("PHP 8.2, MySQL et la GESTION DES\nACCES");
    assert_eq!(have(&report), ["php", "sql", "mysql", "access-management"]);
    assert_eq!(report["have"][0]["matched"], serde_json::json!(["PHP"]));
    assert_eq!(report["have"][3]["matched"], serde_json::json!(["GESTION DES ACCES"]));
    let missing = pluck(&report["missing"], "category");
    assert!(!missing.iter().any(|category| category == "language" || category == "database"), "{missing:?}");
    assert!(missing.contains(&"framework".to_owned()) && missing.contains(&"security".to_owned()));
    let language = category(&report, "language");
    assert_eq!((language["share"].as_f64(), &language["one_suffices"]), (Some(1.0), &Value::Bool(true)));
    assert_eq!(language["covered_by"], serde_json::json!(["php"]));
}

fn category<'a>(report: &'a Value, id: &str) -> &'a Value {
    report["categories"].as_array().unwrap().iter().find(|line| line["id"] == id).unwrap()
}

#[test]
fn only_whole_words_match() {
    assert_eq!(have(&of_text("JavaScript, MongoLand, argot")), ["javascript"]);
    assert_eq!(have(&of_text("C# et ASP.NET, node.js")), ["dotnet", "javascript", "node-js", "csharp"]);
    assert_eq!(have(&of_text("en vue de tester le rest de la base")), Vec::<String>::new());
    assert_eq!(have(&of_text("https://github.com/jane")), Vec::<String>::new());
}

#[test]
fn the_most_asked_is_missing_first() {
    let report = of_text("Git");
    let cited: Vec<u64> =
        report["missing"].as_array().unwrap().iter().map(|line| line["cited_by"].as_u64().unwrap()).collect();
    assert!(cited.is_sorted_by(|a, b| a >= b) && cited[0] >= 3, "{cited:?}");
}

#[test]
fn a_front_end_tool_is_seen_but_covers_nothing() {
    let report = ask_line("gap --have vue").json();
    assert_eq!(report["have"][0]["counts"], false);
    assert_eq!(report["coverage"], 0.0);
    let shown = ask_line("gap --have vue").answered().stdout;
    assert!(shown.contains("Vue¹") && shown.contains("Not counted"), "{shown}");
}

#[test]
fn a_list_of_skills_adds_to_a_cv_and_unknown_names_get_the_nearest() {
    let report = ask(["gap", "-", "--have", "Spring Boot,C#"]).stdin("Git").json();
    assert_eq!(have(&report), ["dotnet", "csharp", "spring", "spring-boot", "git"]);
    let answer = ask_line("gap --have pyhton,cobol").answered();
    assert!(answer.stderr.contains("`pyhton`; did you mean `Python`?"), "{}", answer.stderr);
    assert!(answer.stderr.contains("unknown skill: `cobol`"), "{}", answer.stderr);
}

#[test]
fn a_kind_compares_with_skills_of_that_kind_only() {
    let report = ask_line("gap --have php,communication --kind soft").json();
    assert_eq!(have(&report), ["communication"]);
    assert!(pluck(&report["missing"], "kind").iter().all(|kind| kind == "soft"));
    assert_eq!(report["training"], serde_json::json!([]));
}

#[test]
fn training_is_named_and_is_honest_about_what_it_names() {
    let report = ask_line("gap --have php").json();
    assert!(!report["training"].as_array().unwrap().is_empty());
    let names_skills =
        report["training"].as_array().unwrap().iter().any(|line| line["skills"] != serde_json::json!([]));
    let shown = ask_line("gap --have php").answered().stdout;
    assert_eq!(!names_skills, shown.contains("No programme names what is missing"), "{shown}");
}

#[test]
fn a_json_resume_is_read_by_its_name_or_by_its_look() {
    let resume = r#"{"skills": [{"name": "Back-end", "keywords": ["PHP", "node"]}],
        "work": [{"name": "Django SARL", "highlights": ["Administration de bases de données"]}]}"#;
    let expected = ["php", "javascript", "node-js", "database-administration"];
    assert_eq!(have(&Cv::new("resume.json", resume).report()), expected);
    assert_eq!(have(&of_text(resume)), expected);
}

#[test]
fn what_cannot_be_read_is_refused_with_what_to_do() {
    for (name, content, said) in [
        ("empty.txt", b"".as_slice(), "there is nothing to read"),
        ("cv.pdf", b"%PDF-1.7", "this PDF is damaged"),
        ("cv.docx", b"PK\x03\x04", "this document is damaged"),
        ("old.doc", b"\xd0\xcf\x11\xe0", "save it as DOCX"),
        ("binary", b"php\0php", "binary file"),
        ("other.json", b"{\"name\": \"x\"}", "no r\u{e9}sum\u{e9}"),
        ("broken.json", b"php", "unreadable JSON at line 1"),
    ] {
        let answer = Cv::new(name, content).ask();
        assert_eq!((answer.code, answer.stdout.as_str()), (1, ""), "{name}");
        assert!(answer.stderr.contains(said) && answer.stderr.contains(name), "{name}: {}", answer.stderr);
    }
    assert!(Cv::new("big.txt", vec![b'a'; 11 << 20]).ask().stderr.contains("more than 10 MB"));
    assert!(ask_line("gap /nowhere/cv.txt").answer().stderr.contains("not found"));
    assert!(ask_line("gap /").answer().stderr.contains("it is a folder"));
    assert!(ask_line("gap").answer().stderr.contains("standard input: there is nothing to read"));
    let french = ask_line("gap - --lang fr").stdin("%PDF-").answer();
    assert!(french.stderr.contains("entrée standard\u{202f}: ce PDF est abîmé"), "{}", french.stderr);
}

#[test]
fn words_of_a_cv_never_act_on_the_terminal() {
    let shown = ask_line("gap -").stdin("gestion\u{1b}[31m PHP\u{202e}").answered().stdout;
    assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{shown}");
}

#[test]
#[allow(clippy::print_stderr, reason = "a skipped test says so")]
fn a_keyboard_is_not_waited_for_but_told_how_to_ask() {
    // `script` gives the program a terminal as standard input.
    let program = format!("{} gap", env!("CARGO_BIN_EXE_backend-career"));
    let run = std::process::Command::new("script")
        .args(["-qec", &program, "/dev/null"])
        .env("LC_ALL", "C")
        .output();
    let Ok(output) = run else { return eprintln!("skipped: no `script` to make a terminal with") };
    let shown = String::from_utf8_lossy(&output.stdout);
    assert!(shown.contains("Usage") && shown.contains("--have"), "{shown}");
    assert_eq!(output.status.code(), Some(2));
}

fn coverage(dataset: &Dataset, have: &[String]) -> f64 {
    let params = GapParams { have: have.to_vec(), ..GapParams::default() };
    gap(&params, dataset).unwrap().coverage
}

fn all_skills(dataset: &Dataset) -> Vec<String> {
    dataset.skills().unwrap().skills.iter().map(|skill| skill.id.to_string()).collect()
}

#[test]
fn nobody_covers_nothing_and_everybody_covers_all() {
    let dataset = Dataset::embedded();
    assert_eq!(coverage(&dataset, &[]).to_bits(), 0.0f64.to_bits());
    assert_eq!(coverage(&dataset, &all_skills(&dataset)).to_bits(), 1.0f64.to_bits());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn coverage_is_a_share_that_never_falls_when_a_skill_is_added(picks in prop::collection::vec(0usize..1000, 0..7)) {
        let dataset = Dataset::embedded();
        let all = all_skills(&dataset);
        let mut had = Vec::new();
        let mut before = 0.0;
        for pick in picks {
            had.push(all[pick % all.len()].clone());
            let now = coverage(&dataset, &had);
            prop_assert!((0.0..=1.0).contains(&now) && now >= before, "{before} then {now} with {had:?}");
            before = now;
        }
    }

    #[test]
    fn any_text_has_a_coverage_and_nothing_breaks(text in "\\PC{0,80}") {
        let dataset = Dataset::embedded();
        let params = GapParams { cv: Some(text), ..GapParams::default() };
        let share = gap(&params, &dataset).unwrap().coverage;
        prop_assert!((0.0..=1.0).contains(&share));
    }
}

#[test]
fn a_have_is_exact_with_its_signs_and_versions_and_a_guess_is_near() {
    for (given, id) in [
        ("c", "c"),
        ("c++", "cpp"),
        ("c#", "csharp"),
        ("php 8.3", "php"),
        ("java 21", "java"),
        ("symfony 7", "symfony"),
        ("rust", "rust"),
        ("k8s", "kubernetes"),
    ] {
        assert!(have(&ask(["gap", "--have", given]).json()).contains(&id.to_owned()), "{given}");
    }
    for unknown in ["f#", "brainfuck", "cobol", "zig"] {
        let report = ask(["gap", "--have", unknown]).json();
        assert_eq!(have(&report), Vec::<String>::new(), "{unknown}");
        assert_eq!(report["unknown"][0]["nearest"], Value::Null, "{unknown}");
    }
}

#[test]
fn words_cut_at_the_end_of_a_line_are_read() {
    let report = of_text("Post-\ngreSQL et Ja-\nvaScript, tests auto-\nmatisés, Symfo-\nny");
    for id in ["sql", "javascript", "test-automation", "symfony"] {
        assert!(have(&report).contains(&id.to_owned()), "{id}");
    }
}

#[test]
fn a_share_says_of_what_it_is_the_share_and_is_never_minus_nothing() {
    let shown = ask_line("gap --have sql --kind soft").answered().stdout;
    assert!(shown.contains("0% of the human qualities") && !shown.contains("-0"), "{shown}");
    let json = ask_line("gap --have sql --kind soft --format json").answered().stdout;
    assert!(!json.contains("-0"), "{json}");
}

#[test]
fn csv_tells_of_every_skill_whether_it_is_had() {
    let csv = ask_line("gap - --format csv").stdin("PHP. Je souhaite apprendre Java.").answered().stdout;
    for start in ["have,php,", "learning,java,", "missing,"] {
        assert!(csv.lines().any(|line| line.starts_with(start)), "{start}: {csv}");
    }
}

#[test]
fn what_a_cv_says_is_not_known_is_told_apart() {
    let report =
        of_text("PHP. Je n’ai pas encore touché à Java, mais je maîtrise Docker. Je débute en Rust.");
    assert_eq!(pluck(&report["absent"], "id"), ["java"]);
    assert_eq!(pluck(&report["learning"], "id"), ["rust"]);
    assert!(have(&report).contains(&"docker".to_owned()));
    let csv = ask_line("gap - --format csv").stdin("PHP. Je ne connais pas Java.").answered().stdout;
    assert_eq!(csv.lines().filter(|line| line.starts_with("missing,java,")).count(), 1, "{csv}");
}

#[test]
fn a_skill_that_follows_from_others_names_them() {
    let shown = ask_line("gap - --lang en --width 200").stdin("PHPUnit").answered().stdout;
    assert!(shown.contains("follows from: ") && shown.contains("PHPUnit"), "{shown}");
    assert!(!shown.contains("phpunit") && !shown.contains("unit-testing"), "{shown}");
}

#[test]
fn thousands_of_unknown_names_are_told_soon() {
    let begun = std::time::Instant::now();
    let names: Vec<String> = (0..5_000).map(|number| format!("kubernet{number}")).collect();
    let report = ask(["gap", "--have", &format!("php,{}", names.join(","))]).json();
    assert_eq!(report["unknown"].as_array().unwrap().len(), 5_000);
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
}

#[test]
fn more_text_than_anybody_writes_is_refused() {
    let long = Cv::new("long.txt", "PHP ".repeat(1_100_000));
    assert!(long.ask().stderr.contains("more than 4 MB of text"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_ad_is_read_and_nothing_breaks(
        text in "(\\PC| |\n|[0-9]{1,6}|€|k|ans|jours|bac|\\+|-|à|é|brut|cdi|go|php|c\\+\\+|\\.net|<|>|&|;|:|,|\\(|\\)|pas de){0,60}",
    ) {
        let dataset = Dataset::embedded();
        let text = backend_career::reader::read(text.as_bytes(), false).unwrap_or_default();
        let params = backend_career::query::ad::AdParams { cv: Some(text.clone()), ad: text, check: false };
        let report = backend_career::query::ad::ask(&params, &dataset);
        prop_assert!(report.is_ok());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_damaged_document_never_breaks_the_reader(
        name in prop::sample::select(vec!["06-nurse-career-change.pdf", "08-java-columns.pdf", "09-freelance-node.docx", "04-dotnet.json", "02-senior-php.md"]),
        cut in 0.0f64..1.0, places in prop::collection::vec((0.0f64..1.0, 0u8..=255), 0..40),
    ) {
        let mut bytes = fs::read(format!("tests/corpus/cv/{name}")).unwrap();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place in a small file")]
        let place = |share: f64, length: usize| (share * length as f64) as usize;
        let length = bytes.len();
        bytes.truncate(length - place(cut, length) / 4);
        let length = bytes.len();
        for (at, byte) in places {
            bytes[place(at, length).min(length - 1)] = byte;
        }
        let begun = std::time::Instant::now();
        let _ = backend_career::reader::read(&bytes, false);
        prop_assert!(begun.elapsed().as_secs() < 20, "{name} took {:?}", begun.elapsed());
    }
}

#[test]
fn the_found_skills_can_be_taken_away_as_json_resume() {
    let out = super::asking::ask_line("gap examples/cv.md --format jsonresume").answered().stdout;
    let resume: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert!(resume["$schema"].as_str().unwrap().contains("jsonresume"));
    let skills = resume["skills"].as_array().unwrap();
    let php = skills.iter().find(|skill| skill["name"] == "PHP").unwrap();
    assert_eq!((&php["level"], &php["keywords"][0]), (&serde_json::json!("used"), &serde_json::json!("PHP")));
    assert_eq!(super::asking::ask_line("salary --format jsonresume").answer().code, 2);
}

#[test]
fn what_is_only_learned_is_recognised() {
    let answer = ask_line("gap -").stdin("Keen to learn Terraform").answered();
    assert!(!answer.stderr.contains("no skill recognised"), "{}", answer.stderr);
}

#[test]
fn a_level_in_a_json_resume_says_what_is_being_learned() {
    let resume = r#"{"skills": [{"name": "Rust", "level": "Learning"}, {"name": "Web", "level": "Beginner", "keywords": ["PHP"]}]}"#;
    let report = of_text(resume);
    assert_eq!(
        (pluck(&report["learning"], "id"), have(&report)),
        (vec!["rust".to_owned()], vec!["php".to_owned()])
    );
}

#[test]
fn a_heading_of_a_page_ends_what_is_being_learned() {
    let page = "<h1>CV</h1><p>Développeur</p><h2>À apprendre</h2><ul><li>Rust</li></ul><h2>Expérience</h2><p>PHP, Git.</p>";
    let report = of_text(page);
    assert_eq!(
        (pluck(&report["learning"], "id"), have(&report)),
        (vec!["rust".to_owned()], vec!["php".to_owned(), "git".to_owned()])
    );
}

#[test]
fn levels_that_a_cv_tells_are_taken_away_with_its_skills() {
    let levels = |cv: &str| {
        let out = ask_line("gap - --format jsonresume --lang en").stdin(cv).answered().stdout;
        let resume: Value = serde_json::from_str(&out).unwrap();
        let skills = resume["skills"].as_array().unwrap();
        let level = |skill: &Value| {
            format!("{} {}", skill["name"].as_str().unwrap(), skill["level"].as_str().unwrap())
        };
        skills.iter().map(level).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(
        levels("Kotlin (notions), PHP - expert, Java : confirmé, Git"),
        "Java confirmé, PHP expert, Kotlin notions, Git used"
    );
    let resume = r#"{"skills": [{"name": "Backend", "level": "Advanced", "keywords": ["PHP", "Git"]}, {"name": "Java", "level": "Beginner"}]}"#;
    assert_eq!(levels(resume), "Java Beginner, PHP Advanced, Git Advanced");
    assert_eq!(levels("PHP (chez [nom]), Git (2019)"), "PHP used, Git used");
}
