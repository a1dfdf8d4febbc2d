//! What people type for a level, a population, a column, an option: what is shown is accepted.

use super::asking::{ask, ask_line, pluck};

#[test]
fn a_diploma_is_a_level() {
    let levels = |level: &str| ask(["training", "--level", level, "--json"]).answered().stdout;
    for (diploma, level) in [
        ("BTS", "bac+2"),
        ("DUT", "bac+2"),
        ("BUT", "bac+3"),
        ("licence pro", "bac+3"),
        ("ingénieur", "bac+5"),
    ] {
        assert_eq!(levels(diploma), levels(level), "{diploma}");
    }
    ask_line("payback --level BTS").answered();
}

#[test]
fn a_population_goes_by_the_name_that_is_shown() {
    for name in
        ["Développement PHP", "Développement web", "Ingénierie logicielle", "Developers of every kind"]
    {
        ask(["salary", "--population", name]).answered();
        ask(["offer", "45000", "--population", name]).answered();
    }
}

#[test]
fn a_column_goes_by_a_word_of_its_heading() {
    for line in [
        "training --sort frais",
        "training --colonnes nom",
        "training --sort ville",
        "training --sort nom",
        "rates --sort jour",
    ] {
        ask_line(line).answered();
    }
}

#[test]
fn french_and_accented_options_and_commands_are_accepted() {
    for line in [
        "salary --par mois",
        "salary --période mois",
        "salary --région paris",
        "offer 45000 --euros-de 2024",
        "freelance --tarif 450 --frais 3000",
        "freelance --status ei --tjm 450 --détail",
        "pay 38000 --âge 30 --impôt 10 --année 2026",
        "training --département 69",
        "tarif",
        "alternance",
        "diplômes",
        "salary --sans-graphique",
    ] {
        ask_line(line).answered();
    }
}

#[test]
fn no_command_is_proposed_twice() {
    let told = ask_line("emploi --lang fr").answer().stderr;
    assert!(told.matches("explore").count() <= 1, "{told}");
}

#[test]
fn undated_figures_of_others_are_not_counted() {
    let told = ask_line("salary --since 2023 --population php").answered().stderr;
    assert!(!told.contains("undated"), "{told}");
}

#[test]
fn rates_of_one_source_go_up_with_experience() {
    let rates = ask_line("rates").json();
    let asked = rates["kinds"].as_array().unwrap().iter().flat_map(|kind| pluck(&kind["rates"], "id"));
    let years: Vec<String> =
        asked.filter(|id| id.starts_with("free-work-2026") && id.contains("year")).collect();
    let place = |part: &str| years.iter().position(|id| id.contains(part)).unwrap();
    assert!(place("0-1-") < place("3-4-") && place("3-4-") < place("5-10-"), "{years:?}");
    assert!(place("5-10-") < place("11-15-") && place("11-15-") < place("15-plus"), "{years:?}");
}

#[test]
fn a_bare_word_proposes_the_option_that_was_meant() {
    for (line, meant) in [
        ("salary junior", "salary --level junior"),
        ("offer 38000 45000", "offer 38-45k"),
        ("gap cv.md other.txt", "--against other.txt"),
    ] {
        let answer = ask_line(line).answer();
        assert!(answer.code == 2 && answer.stderr.contains(meant), "{line}: {}", answer.stderr);
    }
}

#[test]
fn a_far_guess_is_worse_than_none() {
    for line in ["show fromage", "show boulanger", "fromage", "show nonexistent-thing"] {
        let answer = ask_line(line).answer();
        assert!(answer.code == 2 && !answer.stderr.contains("did you mean"), "{line}: {}", answer.stderr);
    }
    assert!(ask_line("salry").answer().stderr.contains("did you mean `salary`?"));
    assert_eq!(ask_line("aide").answer().code, 0);
}

#[test]
fn what_people_type_for_a_region_a_value_or_a_command_is_understood() {
    assert_eq!(ask_line("salary --region idf").json()["levels"][0]["level"], "confirmed");
    let refused = ask_line("salary --region lyon --lang fr").answer();
    assert!(refused.stderr.contains("Nantes et Montpellier"), "{}", refused.stderr);
    let several = ask_line("salary --employer esn,start-up").json();
    assert!(!several["populations"].as_array().unwrap().is_empty(), "{several}");
    let spaced = ask_line("training --apprenticeship not-said").json();
    assert_eq!(spaced, ask_line("training --apprenticeship=not-said").json());
    let mixed = ask_line("compare epitech 48k").answer();
    assert!(
        mixed.code == 2 && mixed.stderr.contains("is an amount and `epitech` is none"),
        "{}",
        mixed.stderr
    );
    assert_eq!(ask_line("emploi").json(), ask_line("work").json());
    assert_eq!(ask_line("marché").json(), ask_line("work --topic market").json());
    assert_eq!(ask_line("apprentissage").json(), ask_line("training").json());
}
