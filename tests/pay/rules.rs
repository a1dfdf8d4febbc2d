//! The files of rules: what the types cannot say about them.

use std::collections::BTreeSet;

use backend_career::model::text::{Text, french_spacing};
use backend_career::pay::Rules;

use crate::{RULES, STAFFS, STATUSES};

/// Every name and source of the rules.
fn texts(rules: &Rules) -> Vec<&Text> {
    let (csg, tax, micro) = (&rules.csg, &rules.income_tax, &rules.micro);
    let mut texts = vec![&rules.ceiling.source, &rules.minimum_wage.source, &rules.portage.source];
    texts.extend([&rules.health_cover.name, &rules.health_cover.source]);
    texts.extend(rules.contributions.iter().flat_map(|rule| [&rule.name, &rule.source]));
    for rule in [&csg.deductible, &csg.non_deductible, &csg.crds] {
        texts.extend([&rule.name, &rule.source]);
    }
    texts.extend([&rules.forfait_social.name, &rules.forfait_social.source]);
    texts.extend([&rules.general_reduction.name, &rules.general_reduction.source]);
    texts.extend([&tax.deduction.source, &tax.scale.name, &tax.scale.source, &tax.neutral.name]);
    texts.extend([&tax.neutral.source, &tax.high_income.source]);
    texts.extend([&micro.bnc.source, &micro.bic_commercial.source, &micro.bic_artisanal.source]);
    texts
}

#[test]
fn every_name_and_source_is_written_in_both_languages_with_french_spaces() {
    for text in RULES.iter().flat_map(texts) {
        assert!(!text.fr.is_empty() && !text.en.is_empty(), "{text:?}");
        assert_eq!(french_spacing(&text.fr), text.fr);
        assert!(!text.fr.contains('\''), "{text:?}");
    }
}

#[test]
fn no_profile_owes_two_contributions_of_one_id() {
    for rules in RULES.iter() {
        for (status, staff) in STATUSES.into_iter().flat_map(|status| STAFFS.map(|staff| (status, staff))) {
            let profile = backend_career::pay::Profile::of(status, staff);
            let owed = rules.contributions.iter().filter(|rule| rule.applies_to(profile));
            let ids: Vec<_> = owed.map(|rule| &rule.id).collect();
            assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len());
        }
    }
}

#[test]
fn brackets_and_default_rates_rise_and_only_the_last_step_is_open() {
    for rules in RULES.iter() {
        let tax = &rules.income_tax;
        assert!(tax.scale.brackets.is_sorted_by(|a, b| a.from < b.from && a.rate < b.rate));
        assert!(tax.neutral.steps.is_sorted_by(|a, b| a.rate < b.rate));
        let (last, steps) = tax.neutral.steps.split_last().unwrap();
        assert!(last.below_monthly.is_none());
        assert!(steps.is_sorted_by(|a, b| a.below_monthly < b.below_monthly));
        assert!(steps.iter().all(|step| step.below_monthly.is_some()));
    }
}

#[test]
fn an_unknown_key_is_refused() {
    let json = include_str!("../../data/pay/2026.json").replacen("\"year\"", "\"yaer\"", 1);
    let error = serde_json::from_str::<Rules>(&json).unwrap_err().to_string();
    assert!(error.contains("unknown field `yaer`"), "{error}");
}

#[test]
fn the_minimum_wage_is_the_latest_of_the_year() {
    let wages = RULES.iter().map(|rules| rules.minimum_wage_per_year().rounded().as_euros());
    assert_eq!(wages.collect::<Vec<_>>(), [21_621.6, 22_404.2]);
}
