//! `search`.

use super::asking::{ask, ask_line, pluck};

#[test]
fn what_a_person_types_finds_what_they_expect() {
    for (words, topic, id) in [
        (vec!["base de donnees"], "skill", "database-administration"),
        (vec!["l’api"], "skill", "api"),
        (vec!["portage", "clients"], "contract", "portage-finding-clients"),
        (vec!["JAVASCRIPT"], "skill", "javascript"),
    ] {
        let mut args = vec!["search", "--limit", "8"];
        args.extend(words);
        let matches = ask(&args).json()["matches"].clone();
        let found =
            matches.as_array().unwrap().iter().any(|found| found["topic"] == topic && found["id"] == id);
        assert!(found, "{args:?}: {matches}");
    }
}

#[test]
fn a_word_without_its_ligature_is_found() {
    let with = ask(["search", "cœur", "--json"]).answered().stdout;
    assert_eq!(ask(["search", "coeur", "--json"]).answered().stdout, with);
    assert!(!ask(["search", "coeur"]).json()["matches"].as_array().unwrap().is_empty());
}

#[test]
fn all_words_must_match() {
    let both = ask_line("search portage clients").json()["total"].as_u64().unwrap();
    let one = ask_line("search portage").json()["total"].as_u64().unwrap();
    assert!(0 < both && both < one, "{both} of {one}");
}

#[test]
fn the_limit_is_kept_and_said() {
    let answer = ask_line("search back --limit 3").answered();
    assert!(answer.stdout.starts_with("3 of "), "{}", answer.stdout);
    assert_eq!(pluck(&ask_line("search back --limit 3").json()["matches"], "id").len(), 3);
}

#[test]
fn a_word_found_nowhere_proposes_the_nearest_that_is() {
    let answer = ask_line("search symfny").answered();
    assert!(answer.stderr.contains("did you mean `symfony`?"), "{}", answer.stderr);
    assert_eq!(ask_line("search symfny").json()["matches"], serde_json::json!([]));
}

#[test]
fn the_hit_is_emphasised_in_the_excerpt() {
    let shown = ask_line("search exclusivite --lang fr --color always --width 120").answered().stdout;
    assert!(shown.contains("\u{1b}[1m"), "{shown}");
    let markdown = ask_line("search erp --format markdown").answered().stdout;
    assert!(markdown.contains("**ERP**"), "{markdown}");
}

#[test]
fn without_words_it_asks_for_some() {
    let answer = ask_line("search").answer();
    assert_eq!(answer.code, 2);
    assert!(answer.stderr.contains("WORDS"), "{}", answer.stderr);
}

#[test]
fn figures_are_found_in_texts_and_in_amounts() {
    for typed in ["24000", "24 000"] {
        let found = ask(["search", typed]).json()["matches"].clone();
        assert!(!found.as_array().unwrap().is_empty(), "{typed}");
    }
    let found = pluck(&ask(["search", "39 k€"]).json()["matches"], "id");
    assert!(found.contains(&"adabot-2023-junior".to_owned()), "{found:?}");
    let fee = pluck(&ask(["search", "10 560"]).json()["matches"], "id");
    assert_eq!(fee, ["epitech"]);
}

#[test]
fn synonyms_are_found() {
    let ids =
        |words: &[&str]| pluck(&ask([&["search", "--limit", "40"], words].concat()).json()["matches"], "id");
    assert!(ids(&["alternance"]).contains(&"apprentice-pay".to_owned()));
    assert!(ids(&["TVA"]).contains(&"vat".to_owned()));
    assert!(ids(&["bourse"]).contains(&"grant".to_owned()));
    assert!(ids(&["scholarship"]).contains(&"grant".to_owned()));
}

#[test]
fn whole_words_are_found_in_the_language_that_is_read() {
    let shown = ask_line("search stage --lang fr").answered().stdout;
    assert!(!shown.contains("CTO") && shown.contains("stage"), "{shown}");
    let prices = ask_line("search prix --lang fr").answered().stdout;
    assert!(!prices.contains("privé\u{202f}"), "{prices}");
    let french = ask_line("search apprentissage --lang en").answered();
    assert!(
        french.stdout.starts_with(char::is_numeric),
        "a French word is a synonym of an English one: {}",
        french.stdout
    );
}

#[test]
fn the_excerpt_is_the_sentence_and_not_the_topic() {
    let report = ask_line("search CVEC").json();
    let matches = report["matches"].as_array().unwrap();
    let advice = matches.iter().find(|found| found["id"] == "student-contribution").unwrap();
    assert!(advice["excerpt"]["fr"].as_str().unwrap().contains("105"), "{advice}");
    assert!(advice["excerpt"]["en"].as_str().unwrap().contains("€105"), "{advice}");
}

#[test]
fn no_far_word_is_proposed() {
    for typed in ["xylophone", "qqqqqqqq", "zz", "99999999"] {
        let answer = ask(["search", typed]).answered();
        assert!(!answer.stderr.contains("did you mean"), "{typed}: {}", answer.stderr);
    }
}

#[test]
fn thousands_of_words_are_answered() {
    let many: Vec<String> = (0..5_000).map(|number| format!("mot{number}")).collect();
    let mut args = vec!["search".to_owned()];
    args.extend(many);
    ask(&args).answered();
}

#[test]
fn decimal_figures_and_legal_floors_are_found_with_their_amount() {
    for (typed, id, amount) in [
        ("12,31", "minimum-wage-2026-06", "€12.31 an hour"),
        ("1 867,02", "minimum-wage-2026-06", "€12.31 an hour"),
        ("4,50", "intern-2026", "€4.50 an hour"),
        ("24000", "onisep-2024-junior", "€2,000 a month"),
    ] {
        let matches = ask(["search", typed, "--limit", "40"]).json()["matches"].clone();
        let found = matches.as_array().unwrap().iter().find(|found| found["id"] == id);
        let found = found.unwrap_or_else(|| panic!("{typed}: {matches}"));
        assert!(found["excerpt"]["en"].as_str().unwrap().contains(amount), "{found}");
    }
}

#[test]
fn a_step_has_the_names_of_its_roles() {
    let shown = ask_line("search cto --limit 60").answered().stdout;
    assert!(!shown.contains("lead-developer → cto"), "{shown}");
}

#[test]
fn an_elided_letter_is_no_word_and_a_proposed_word_has_its_accents() {
    let found = ask_line("search c --lang fr --limit 60").answered().stdout;
    assert!(!found.contains("c’est"), "{found}");
    let answer = ask_line("search coûter --lang fr").answered();
    assert!(!answer.stderr.contains("« coute »"), "{}", answer.stderr);
}

#[test]
fn telework_and_alternant_are_found() {
    for (word, lang) in [("telework", "en"), ("teleworking", "en"), ("alternant", "fr")] {
        let matches = ask(["search", word, "--lang", lang]).json()["matches"].clone();
        assert!(!matches.as_array().unwrap().is_empty(), "{word}");
    }
    let shown = ask_line("search télétravail --lang fr --limit 60").answered().stdout;
    assert!(!shown.contains("loués"), "{shown}");
}

#[test]
fn amounts_are_found_to_the_euro_with_the_sentence_that_states_them() {
    for (typed, id, excerpt) in [
        ("562", "malt", "562"),
        ("1867", "minimum-wage", "1 867,02"),
        ("22 404", "minimum-wage", "1 867,02"),
        ("8 270", "epitech", "8 270"),
        ("178", "but-informatique", "178"),
    ] {
        let report = ask(["search", typed, "--lang", "fr"]).json();
        let found = &report["matches"][0];
        assert!(found["id"].as_str().unwrap().contains(id), "{typed}: {found}");
        let told = found["excerpt"]["fr"].as_str().unwrap().replace('\u{202f}', " ");
        assert!(told.contains(excerpt), "{typed}: {told}");
    }
}

#[test]
fn words_that_mean_something_together_are_looked_for_together() {
    let count = |words: &str, lang: &str| {
        let report = ask(["search", words, "--lang", lang]).json();
        report["total"].as_u64().unwrap()
    };
    assert_eq!(count("bootcamp", "fr"), count("formation courte", "fr"));
    assert!(count("bootcamp", "en") > 5);
    assert!(count("intelligence artificielle", "fr") >= count("IA", "fr"));
    assert!(count("droits d’inscription", "fr") > 0);
    let report = ask(["search", "work-study", "--lang", "en"]).json();
    assert!(
        !pluck(&report["matches"], "id").contains(&"people-in-work".to_owned()),
        "work … study is no work-study"
    );
    let report = ask(["search", "prépa", "--lang", "fr"]).json();
    assert_eq!(report["matches"][0]["id"], "preparatory-class", "before what only begins alike");
}
