//! The facts that ship with the program: unique, sorted, sourced, in both languages, in our own words.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a step that fails fails the test"
)]

use std::collections::HashSet;

use backend_career::dataset::Dataset;
use backend_career::model::fact::Fact;
use backend_career::model::money::{Money, Range};
use backend_career::model::salary::Bound;
use backend_career::model::text::{Text, french_spacing};
use backend_career::model::vocabulary::Topic;

fn each(mut check: impl FnMut(&dyn Fact)) {
    let dataset = Dataset::embedded();
    let mut count = 0;
    dataset
        .each_fact(&mut |fact| {
            count += 1;
            check(fact);
        })
        .unwrap();
    assert!(count > 250, "only {count} facts were seen");
}

fn name(fact: &dyn Fact) -> String {
    format!("{:?} {}", fact.topic(), fact.id())
}

#[test]
fn ids_are_unique_and_sorted_within_their_topic() {
    let mut last: Option<(Topic, String)> = None;
    let mut seen = HashSet::new();
    each(|fact| {
        let current = (fact.topic(), fact.id().to_owned());
        if let Some((topic, id)) = &last {
            assert!(*topic != current.0 || *id < current.1, "{} comes after {id}", name(fact));
        }
        assert!(seen.insert(current.clone()), "{} stands twice", name(fact));
        last = Some(current);
    });
}

#[test]
fn ids_are_plain_words_with_dashes() {
    each(|fact| {
        let plain = |char: char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '-';
        assert!(fact.id().chars().all(plain), "{}", name(fact));
    });
}

#[test]
fn every_fact_names_sources_that_exist() {
    let dataset = Dataset::embedded();
    let known: HashSet<&str> =
        dataset.sources().unwrap().sources.iter().map(|source| source.id.as_str()).collect();
    each(|fact| {
        // What a word means is said in our own words; only its figures have a source.
        let is_ours = fact.topic() == Topic::Word;
        assert!(is_ours || !fact.sources().is_empty(), "{} has no source", name(fact));
        let checked_against = fact.caveat().map(|caveat| caveat.sources.as_slice()).unwrap_or_default();
        for source in fact.sources().iter().chain(checked_against).chain(fact.part_sources()) {
            assert!(known.contains(source.as_str()), "{} names {source}", name(fact));
        }
    });
}

#[test]
fn every_text_is_there_in_both_languages() {
    each(|fact| {
        let title = fact.title();
        let caveat = fact.caveat().map(|caveat| &caveat.reason);
        for text in fact.texts().into_iter().chain([&title]).chain(caveat) {
            assert!(!text.fr.trim().is_empty() && !text.en.trim().is_empty(), "{}", name(fact));
        }
    });
}

#[test]
fn french_texts_have_their_narrow_spaces_and_apostrophes() {
    let check = |fact: &dyn Fact, text: &Text| {
        assert_eq!(french_spacing(&text.fr), text.fr, "{}", name(fact));
        assert!(!text.fr.contains('\''), "{}: straight apostrophe in {}", name(fact), text.fr);
    };
    each(|fact| {
        check(fact, &fact.title());
        fact.texts().into_iter().for_each(|text| check(fact, text));
        fact.caveat().into_iter().for_each(|caveat| check(fact, &caveat.reason));
    });
}

#[test]
fn low_is_never_above_high() {
    let dataset = Dataset::embedded();
    for one in &dataset.salaries().unwrap().observations {
        assert!(ordered(Range { low: one.stated.low, high: one.stated.high }), "{}", one.id);
    }
    for programme in &dataset.training().unwrap().programmes {
        let fee = programme.tuition.as_ref().map(|fee| Range { low: fee.low, high: fee.high });
        assert!(fee.is_none_or(ordered), "{}", programme.id);
        let months = programme.duration_months.is_none_or(|months| months.low <= months.high);
        assert!(months, "{}", programme.id);
    }
}

fn ordered(range: Range<Money>) -> bool {
    range.low.zip(range.high).is_none_or(|(low, high)| low <= high)
}

#[test]
fn a_figure_has_the_ends_its_bound_promises() {
    for one in &Dataset::embedded().salaries().unwrap().observations {
        let (low, high) = (one.stated.low, one.stated.high);
        match one.bound() {
            Bound::Exact => assert!(low == high && low.is_some(), "{}", one.id),
            Bound::Spread => assert!(low < high && low.is_some(), "{}", one.id),
            Bound::UpTo => assert!(low.is_none() && high.is_some(), "{}", one.id),
            Bound::AtLeast => assert!(low.is_some() && high.is_none(), "{}", one.id),
        }
    }
}

#[test]
fn every_step_joins_two_known_roles_and_an_inferred_one_says_what_is_ours() {
    let dataset = Dataset::embedded();
    let file = dataset.progression().unwrap();
    let roles: HashSet<&str> = file.roles.iter().map(|role| role.id.as_str()).collect();
    for step in &file.steps {
        assert!(roles.contains(step.from.as_str()) && roles.contains(step.to.as_str()), "{}", step.id);
        assert_ne!(step.from, step.to);
        assert_eq!(step.id.as_str(), format!("{}-to-{}", step.from, step.to));
        assert_eq!(step.inferred, step.note.is_some(), "{}", step.id);
    }
}

#[test]
fn links_are_web_addresses_and_years_are_plausible() {
    let dataset = Dataset::embedded();
    for programme in &dataset.training().unwrap().programmes {
        for url in programme.providers.iter().filter_map(|provider| provider.url.as_deref()) {
            assert!(url.starts_with("https://") && !url.contains(' '), "{url}");
        }
        let year = programme.tuition.as_ref().and_then(|tuition| tuition.year);
        assert!(year.is_none_or(|year| (2020..=2026).contains(&year)), "{}", programme.id);
    }
}

#[test]
fn the_sheets_figures_are_all_there() {
    let dataset = Dataset::embedded();
    let stated: Vec<(String, Option<f64>, Option<f64>)> = dataset
        .salaries()
        .unwrap()
        .observations
        .iter()
        .map(|one| {
            let euros = |amount: Option<Money>| amount.map(Money::as_euros);
            (one.id.to_string(), euros(one.stated.low), euros(one.stated.high))
        })
        .collect();
    let expected = [
        ("adabot-2023-confirmed", Some(45_000.0), Some(45_000.0)),
        ("adabot-2023-junior", Some(39_000.0), Some(39_000.0)),
        ("adabot-2023-senior", None, Some(54_000.0)),
        ("job-sheet-junior", Some(45_000.0), Some(55_000.0)),
        ("job-sheet-senior", Some(60_000.0), Some(70_000.0)),
        ("onisep-2024-junior", Some(2_000.0), Some(2_000.0)),
        ("onisep-2024-senior", None, Some(5_000.0)),
    ];
    let expected: Vec<_> = expected.map(|(id, low, high)| (id.to_owned(), low, high)).into();
    for figure in expected {
        assert!(stated.contains(&figure), "{figure:?}");
    }
}

#[test]
fn doubtful_facts_carry_their_caveat() {
    let mut caveats = HashSet::new();
    each(|fact| {
        if fact.caveat().is_some() {
            caveats.insert(format!("{:?}/{}", fact.topic(), fact.id()));
        }
    });
    for doubtful in [
        "Skill/react",
        "Skill/angular",
        "Skill/vue",
        "Skill/zend",
        "Skill/j2ee",
        "Skill/dotnet",
        "Training/dut-informatique",
        "Salary/onisep-2024-junior",
    ] {
        assert!(caveats.contains(doubtful), "{doubtful} has no caveat");
    }
    assert!(
        caveats.iter().any(|id| id.starts_with("Contract/") || id.starts_with("Market/")),
        "the 40 % claim"
    );
}

#[test]
fn every_town_lies_in_a_department_and_every_department_in_a_region() {
    let dataset = Dataset::embedded();
    let file = dataset.towns().unwrap();
    let has = |list: &[&str], id: &str| list.contains(&id);
    let regions: Vec<&str> = file.regions.iter().map(|region| region.id.as_str()).collect();
    let departments: Vec<&str> = file.departments.iter().map(|department| department.id.as_str()).collect();
    let towns: Vec<&str> = file.towns.iter().map(|town| town.id.as_str()).collect();
    assert_eq!((regions.len(), departments.len()), (18, 101));
    assert!(regions.is_sorted() && departments.is_sorted() && towns.is_sorted());
    assert!(file.departments.iter().all(|department| has(&regions, department.region.as_str())));
    for town in &file.towns {
        assert!(has(&departments, town.department.as_str()), "{}", town.id);
        for neighbour in &town.adjoining {
            let neighbour = file.towns.iter().find(|other| other.id.as_str() == *neighbour).unwrap();
            assert!(town.kilometres_to(neighbour) < 15.0, "{} and {}", town.id, neighbour.id);
        }
    }
}

#[test]
fn every_town_of_a_school_is_on_the_map() {
    let dataset = Dataset::embedded();
    let towns = &dataset.towns().unwrap().towns;
    let programmes = &dataset.training().unwrap().programmes;
    for city in
        programmes.iter().flat_map(|programme| &programme.providers).filter_map(|one| one.city.as_ref())
    {
        assert!(towns.iter().any(|town| town.is_named(city)), "{city}");
    }
}

#[test]
fn programmes_name_titles_and_successors_that_exist() {
    let dataset = Dataset::embedded();
    let file = dataset.training().unwrap();
    for programme in &file.programmes {
        for title in &programme.titles {
            assert!(
                file.titles.iter().any(|known| known.id.as_str() == *title),
                "{} names {title}",
                programme.id
            );
        }
        let successor = programme.replaced_by.as_ref();
        assert!(successor.is_none_or(|id| file.programmes.iter().any(|known| known.id.as_str() == *id)));
    }
}

#[test]
fn no_word_leads_to_two_places() {
    let dataset = Dataset::embedded();
    let words = &dataset.glossary().unwrap().words;
    assert!(words.len() >= 60);
    for word in words {
        let names = [word.word.fr.as_ref(), word.word.en.as_ref()]
            .into_iter()
            .chain(word.aliases.iter().map(String::as_str));
        for name in names {
            let found: Vec<&str> =
                words.iter().filter(|other| other.is_named(name)).map(|other| other.id.as_str()).collect();
            assert_eq!(found, [word.id.as_str()], "{name}");
        }
    }
}

#[test]
fn every_line_of_pay_names_the_article_that_asks_for_it() {
    /// The agreement on Apec has an amendment where others have an article.
    fn names_its_place(text: &str) -> bool {
        ["art. ", "avenant n", "amendment "].iter().any(|place| text.contains(place))
    }
    fn walk(value: &serde_json::Value, seen: &mut usize) {
        if let Some(source) = value.get("source").filter(|_| value.get("id").is_some()) {
            *seen += 1;
            for text in [&source["fr"], &source["en"]] {
                assert!(names_its_place(text.as_str().unwrap()), "{}: {text}", value["id"]);
            }
        }
        let all = value.as_object().into_iter().flat_map(|map| map.values());
        for below in all.chain(value.as_array().into_iter().flatten()) {
            walk(below, seen);
        }
    }
    for file in ["data/pay/2025.json", "data/pay/2026.json"] {
        let mut seen = 0;
        walk(&serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap(), &mut seen);
        assert!(seen > 30, "{file}: only {seen} lines");
    }
}
