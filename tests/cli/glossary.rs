//! `glossary`.

use super::asking::{ask, ask_line, pluck};

#[test]
fn a_word_is_explained_in_both_languages_by_any_of_its_names() {
    for name in ["work-study", "alternance", "ALTERNANT", "en alternance"] {
        let report = ask(["glossary", name]).json();
        assert_eq!(pluck(&report["words"], "id"), ["work-study"], "{name}");
    }
    let shown = ask_line("glossary cvec --lang fr").answered().stdout;
    assert!(shown.contains("105\u{202f}€") || shown.contains("105 €"), "{shown}");
}

#[test]
fn every_word_is_listed_with_its_sentence() {
    let report = ask_line("glossary").json();
    assert!(report["words"].as_array().unwrap().len() >= 60);
    assert_eq!(ask_line("glossary").csv().len(), report["words"].as_array().unwrap().len());
}

#[test]
fn an_unknown_word_proposes_the_nearest() {
    let answer = ask_line("glossary framewrok").answer();
    assert_eq!(answer.code, 2);
    assert!(answer.stderr.contains("did you mean `framework`?"), "{}", answer.stderr);
}

#[test]
fn the_words_stand_in_the_alphabet_of_the_language() {
    let first = |lang: &str| {
        let shown = ask_line(&format!("glossary --lang {lang} --columns word --plain")).answered().stdout;
        let words: Vec<String> = shown.lines().map(backend_career::model::name::fold).collect();
        words
            .into_iter()
            .filter(|line| line.starts_with("mot") || line.starts_with("word"))
            .collect::<Vec<_>>()
    };
    assert!(first("en").len() > 60 && first("en").is_sorted(), "{:?}", first("en"));
    assert!(first("fr").is_sorted());
    let unknown = ask_line("glossary POEI --lang fr").answer();
    assert!(!unknown.stderr.contains("vouliez-vous"), "{}", unknown.stderr);
    assert!(unknown.stderr.contains("`backend-career glossary`"), "{}", unknown.stderr);
}
