//! `fit`.

use super::asking::{ask, ask_line, pluck};

#[test]
fn without_answers_it_asks_its_fourteen_questions() {
    let report = ask_line("fit").json();
    assert_eq!(report["questions"].as_array().unwrap().len(), 14);
    assert_eq!(report["answered"], 0);
    let silent =
        report["questions"].as_array().unwrap().iter().any(|one| one["sources"] == serde_json::json!([]));
    assert!(!silent, "each question says who asks for the quality");
}

#[test]
fn answers_say_what_speaks_for_the_job_and_what_to_try_without_a_score() {
    let answers = "oui\nnon\nenglish: je ne sais pas\n";
    let report = ask_line("fit --answers -").stdin(answers).json();
    assert_eq!(report["answered"], 3);
    assert_eq!(pluck(&report["questions"], "reply")[..2], ["yes", "no"]);
    let shown = ask_line("fit --answers - --lang fr").stdin(answers).answered().stdout;
    assert!(shown.contains("Va dans le sens du métier") && shown.contains("À essayer"), "{shown}");
    assert!(!shown.contains("/14"), "{shown}");
}

#[test]
fn an_answer_that_is_none_is_refused() {
    let answer = ask(["fit", "--answers", "-"]).stdin("peut-être\n").answer();
    assert_eq!(answer.code, 2);
    assert!(answer.stderr.contains("is no answer; give yes, not sure, no"), "{}", answer.stderr);
}

#[test]
fn a_result_of_a_few_answers_says_so() {
    let one = ask_line("fit --answers - --lang en").stdin("yes\n").answered().stdout;
    assert!(one.contains("13 of 14 questions are left without an answer."), "{one}");
    let all = ask_line("fit --answers - --lang en").stdin("yes\n".repeat(14)).answered().stdout;
    assert!(!all.contains("left without"), "{all}");
}
