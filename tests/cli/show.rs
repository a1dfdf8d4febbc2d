//! `show`.

use super::asking::{ask, ask_line, pluck};

#[test]
fn an_entry_is_shown_whole_with_its_arithmetic_and_its_sources() {
    let report = ask_line("show onisep-2024-junior").json();
    let entry = &report["entries"][0];
    assert_eq!((&entry["file"], &entry["list"]), (&"salaries.json".into(), &"observations".into()));
    assert_eq!(entry["entry"]["stated"]["low"], 2000);
    assert!(entry["arithmetic"][0]["en"].as_str().unwrap().contains("€24,000 a year"), "{entry}");
    assert!(pluck(&entry["cited"], "id").contains(&"onisep-2024".to_owned()));
    let divided = ask_line("show bachelor-metz-numeric-school").answered().stdout;
    assert!(divided.contains("the division is ours"), "{divided}");
}

#[test]
fn an_entry_goes_by_its_id_or_the_name_that_is_shown() {
    let ids = |name: &str| pluck(&ask(["show", name]).json()["entries"], "id");
    assert_eq!(ids("Epitech").first().map(String::as_str), Some("epitech"));
    assert_eq!(ids("training/epitech"), ["epitech"]);
    assert_eq!(ids("RNCP37674"), ["dwwm"]);
    assert!(ids("Villeurbanne").contains(&"villeurbanne".to_owned()));
    assert_eq!(ids("lead dev"), ["lead-developer"]);
}

#[test]
fn every_entry_of_every_list_can_be_shown() {
    for name in
        ["consumer-prices", "cvec", "parcoursup", "bts-sio", "fees-2026", "rigour", "back-end-developer"]
    {
        ask(["show", name]).answered();
    }
}

#[test]
fn an_unknown_entry_proposes_the_nearest() {
    let answer = ask_line("show epitch").answer();
    assert_eq!(answer.code, 2);
    assert!(answer.stderr.contains("did you mean `Epitech`?"), "{}", answer.stderr);
}

#[test]
fn what_several_names_stand_for_is_shown_once_and_soon() {
    let begun = std::time::Instant::now();
    let names = std::iter::repeat_n(["epitech", "Epitech", "training/epitech"], 1_000).flatten();
    let report = ask(std::iter::once("show").chain(names)).json();
    assert_eq!(pluck(&report["entries"], "id"), ["epitech"]);
    assert_eq!(ask(["show", &"a".repeat(100_000)]).answer().code, 2);
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
}

/// The lines of a `show`, in one language, without the no-break spaces of its typography.
fn shown(name: &str, lang: &str) -> String {
    ask(["show", name, "--lang", lang, "--width", "200"])
        .answered()
        .stdout
        .replace(['\u{202f}', '\u{a0}'], " ")
}

#[test]
fn a_floor_is_shown_in_its_own_unit_to_the_cent() {
    for (name, fr, en) in [
        ("minimum-wage-2026-06", "12,31 € par heure", "€12.31 an hour"),
        ("intern-2026", "4,50 € par heure", "€4.50 an hour"),
        ("Apprentissage, 18 à 20 ans, année 1", "43 % du Smic", "43% of the minimum wage"),
        ("portage-first", "2 255,61 € par mois", "€2,255.61 a month"),
    ] {
        assert!(shown(name, "fr").contains(fr), "{name}: {}", shown(name, "fr"));
        assert!(shown(name, "en").contains(en), "{name}: {}", shown(name, "en"));
    }
}

#[test]
fn durations_are_in_years_and_codes_in_words() {
    let epitech = shown("training/epitech", "fr");
    for word in ["5 ans", "École d’informatique", "Privé", "par an"] {
        assert!(epitech.contains(word), "{word}: {epitech}");
    }
    assert!(shown("senior-to-lead-developer", "fr").contains("→"));
}

#[test]
fn an_entry_goes_by_the_words_that_training_accepts() {
    for name in ["bachelor metz", "it akademy", "licence pro lyon"] {
        let shown = pluck(&ask(["show", name]).json()["entries"], "id");
        assert!(!shown.is_empty(), "{name}");
        ask(["training", name]).answered();
    }
}

#[test]
fn a_title_as_shown_and_a_code_of_the_job_name_an_entry() {
    for name in ["Salaire junior : débutants", "Junior pay: débutants"] {
        let report = ask(["show", name]).json();
        assert_eq!(report["entries"][0]["id"], "onisep-2024-junior", "{name}");
        assert_eq!(report["entries"][0]["title"]["fr"], "Salaire junior\u{202f}: débutants");
    }
    for code in ["M1855", "200151"] {
        assert_eq!(ask(["show", code]).json()["entries"][0]["id"], "back-end-developer", "{code}");
    }
    assert_eq!(
        ask(["show", "rncp37674"]).json()["entries"][0]["id"],
        "dwwm",
        "an entry's own code comes first"
    );
}
