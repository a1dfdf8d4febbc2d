//! How well skills and terms are read out of labelled CVs and ads: precision, recall, exact matches.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::cast_precision_loss,
    reason = "a step that fails fails the test, and the files are few"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use backend_career::dataset::Dataset;
use backend_career::model::name::key;
use backend_career::model::skill::Skill;
use backend_career::reader;
use backend_career::reader::ad::{self, Ad};
use backend_career::reader::matching::{Attitude, Matcher, Said};
use serde_json::{Value, json};

/// A document and what must be found in it.
struct Labelled {
    path: PathBuf,
    label: Value,
    text: String,
}

fn corpus(folder: &str) -> Vec<Labelled> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(folder);
    let mut paths: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let is_label = |path: &Path| path.to_str().unwrap().ends_with(".label.json");
    let documents = paths.iter().filter(|path| !is_label(path));
    let labelled: Vec<Labelled> = documents
        .map(|path| {
            let label = fs::read(path.with_extension("label.json")).unwrap();
            let is_json = path.extension().is_some_and(|extension| extension == "json");
            let text = reader::read(&fs::read(path).unwrap(), is_json);
            let text = text.unwrap_or_else(|reason| panic!("{}: {}", path.display(), reason.en));
            Labelled { path: path.clone(), label: serde_json::from_slice(&label).unwrap(), text }
        })
        .collect();
    assert_eq!(labelled.len(), 12, "{}", folder.display());
    labelled
}

fn ids(label: &Value, list: &str) -> BTreeSet<String> {
    label[list].as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect()
}

/// What was right, wrong and missed.
#[derive(Debug, Default, Clone, Copy)]
struct Tally {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Tally {
    fn add(&mut self, found: &BTreeSet<String>, wanted: &BTreeSet<String>, free: &BTreeSet<String>) {
        self.right += found.intersection(wanted).count();
        self.wrong += found.difference(wanted).filter(|id| !free.contains(*id)).count();
        self.missed += wanted.difference(found).count();
    }

    fn precision(self) -> f64 {
        self.right as f64 / (self.right + self.wrong) as f64
    }

    fn recall(self) -> f64 {
        self.right as f64 / (self.right + self.missed) as f64
    }
}

/// Checks each form and all of them together.
fn check(tallies: &BTreeMap<String, Tally>) {
    let mut whole = Tally::default();
    for (form, tally) in tallies {
        assert!(tally.precision() >= 0.88 && tally.recall() >= 0.88, "{form}: {tally:?}");
        whole = Tally {
            right: whole.right + tally.right,
            wrong: whole.wrong + tally.wrong,
            missed: whole.missed + tally.missed,
        };
    }
    assert!(whole.precision() >= 0.97 && whole.recall() >= 0.97, "{tallies:#?}");
}

fn form(labelled: &Labelled) -> String {
    labelled.label["format"].as_str().unwrap().to_owned()
}

#[test]
fn skills_are_read_out_of_cvs() {
    let dataset = Dataset::embedded();
    let skills: Vec<&Skill> = dataset.skills().unwrap().skills.iter().collect();
    let matcher = Matcher::new(&skills).unwrap();
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    for labelled in corpus("cv") {
        let said = Said::of(&labelled.text, &matcher.find(&labelled.text), skills.len());
        let had = |at: &usize| said.is_had(*at) || !said.implied_by(*at, &matcher).is_empty();
        let found = (0..skills.len()).filter(had).map(|at| skills[at].id.to_string()).collect();
        let (wanted, free) = (ids(&labelled.label, "skills"), ids(&labelled.label, "neutral"));
        tallies.entry(form(&labelled)).or_default().add(&found, &wanted, &free);
    }
    check(&tallies);
}

#[test]
fn what_is_learned_or_refused_is_not_had() {
    let dataset = Dataset::embedded();
    let skills: Vec<&Skill> = dataset.skills().unwrap().skills.iter().collect();
    let matcher = Matcher::new(&skills).unwrap();
    let (mut told, mut all) = (0, 0);
    for labelled in corpus("cv") {
        let attitudes = matcher.find(&labelled.text).attitudes();
        for id in ids(&labelled.label, "learning_or_negated") {
            let at = skills.iter().position(|skill| skill.id.as_str() == id).unwrap();
            all += 1;
            told += usize::from(attitudes.get(&at).is_none_or(|attitude| *attitude != Attitude::Have));
        }
    }
    assert!(told * 10 >= all * 9, "{told} of {all}");
}

#[test]
fn skills_demands_and_terms_are_read_out_of_ads() {
    let dataset = Dataset::embedded();
    let skills: Vec<&Skill> = dataset.skills().unwrap().skills.iter().collect();
    let matcher = Matcher::new(&skills).unwrap();
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    let (mut demands, mut found_right) = (0, 0);
    let mut exact: BTreeMap<&str, usize> = BTreeMap::new();
    for labelled in corpus("ad") {
        let ad = ad::read(&labelled.text, &skills, &matcher);
        let label = &labelled.label;
        let (wanted, mut free) = (ids(label, "skills"), ids(label, "neutral"));
        let (must, nice, refused) =
            (ids(label, "must"), ids(label, "nice"), ids(label, "learning_or_negated"));
        let asked: BTreeMap<String, Value> =
            ad.skills.iter().map(|skill| (skill.id.to_string(), json!(skill.asked))).collect();
        free.extend(refused.into_iter().filter(|id| asked.get(id) == Some(&json!("mentioned"))));
        for (id, asked) in asked.iter().filter(|(id, _)| wanted.contains(*id)) {
            let right = if must.contains(id) {
                "must"
            } else if nice.contains(id) {
                "nice"
            } else {
                "mentioned"
            };
            found_right += 1;
            demands += usize::from(asked == right);
        }
        tallies.entry(form(&labelled)).or_default().add(&asked.into_keys().collect(), &wanted, &free);
        for (field, right) in terms(&ad, label) {
            assert!(right || field != "pay", "{}: {field} {:?}", labelled.path.display(), ad.pay);
            *exact.entry(field).or_default() += usize::from(right);
        }
    }
    check(&tallies);
    assert!(demands * 100 >= found_right * 95, "{demands} of {found_right} demands");
    for (field, right) in exact {
        assert!(right >= 11, "{field}: {right} of 12");
    }
}

/// Whether each term is what the label says.
fn terms(ad: &Ad<'_>, label: &Value) -> [(&'static str, bool); 7] {
    let pay = ad.pay.map(|pay| json!({ "low": pay.low, "high": pay.high, "per": pay.per }));
    let wanted = label["pay"]
        .as_object()
        .map(|pay| json!({ "low": pay["low"], "high": pay["high"], "per": pay["per"] }));
    [
        ("pay", pay == wanted),
        ("contract", json!(ad.contract) == label["contract"]),
        ("level", json!(ad.level) == label["level"]),
        ("experience_years", json!(ad.experience_years) == label["experience_years"]),
        ("study_level", json!(ad.study_level) == label["study_level"]),
        ("remote_days", json!(ad.remote_days) == label["remote_days"]),
        ("city", ad.city.as_deref().map(key) == label["city"].as_str().map(key)),
    ]
}
