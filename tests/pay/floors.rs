//! The legal floors as shipped, and which of them an amount is held against.

use std::sync::LazyLock;

use backend_career::model::floor::Floor;
use backend_career::model::money::Money;
use backend_career::pay::{FloorQuery, Status, apprentice_minimum, floors_for, minimum_wage_on};
use serde::Deserialize;

use crate::assert_near;

#[derive(Deserialize)]
struct File {
    floors: Vec<Floor>,
}

static FLOORS: LazyLock<Vec<Floor>> =
    LazyLock::new(|| serde_json::from_str::<File>(include_str!("../../data/floors.json")).unwrap().floors);

const TODAY: &str = "2026-07-01";

#[test]
fn the_minimum_wage_is_that_of_the_day() {
    for (day, hourly) in [("2026-05-31", 12.02), ("2026-06-01", 12.31), ("2025-01-01", 11.88)] {
        assert!((minimum_wage_on(&FLOORS, day).unwrap().amount - hourly).abs() < 1e-9, "{day}");
    }
    assert!(minimum_wage_on(&FLOORS, "1999-01-01").is_none());
}

#[test]
fn a_cadre_of_syntec_is_held_against_the_grid_of_engineers() {
    let query = FloorQuery::Employee { status: Status::Cadre, syntec: true, age: Some(30) };
    let floors = floors_for(&FLOORS, TODAY, query, Money::euros(30_000.0), 1.0);
    let below: Vec<_> =
        floors.iter().filter(|floor| floor.below).filter_map(|floor| floor.position.as_deref()).collect();
    assert_eq!(below, ["2.1", "2.2", "2.3", "3.1", "3.2", "3.3"]);
    assert!(floors.is_sorted_by(|a, b| a.monthly <= b.monthly));
    let half = floors_for(&FLOORS, TODAY, query, Money::euros(15_000.0), 0.5);
    assert_eq!(half.iter().filter(|floor| floor.below).count(), below.len());
}

#[test]
fn a_full_time_minimum_wage_is_not_below_itself() {
    let query = FloorQuery::Employee { status: Status::NonCadre, syntec: false, age: None };
    let floors = floors_for(&FLOORS, TODAY, query, Money::euros(22_404.20), 1.0);
    assert_eq!(floors.iter().map(|floor| floor.below).collect::<Vec<_>>(), [false]);
}

#[test]
fn an_apprentice_is_owed_the_higher_of_law_and_branch() {
    for (age, year, syntec, bac5, monthly) in [
        (17, 1, false, false, 504.10),
        (19, 2, false, false, 952.18),
        (22, 1, true, true, 1213.56),
        (22, 3, false, true, 1456.28),
        (30, 2, true, false, 1867.02),
    ] {
        let floor = apprentice_minimum(&FLOORS, TODAY, age, year, syntec, bac5).unwrap();
        assert_near(floor.monthly, monthly, 0.001, &floor.id);
    }
}

#[test]
fn portage_has_four_levels() {
    let floors = floors_for(&FLOORS, TODAY, FloorQuery::Portage, Money::euros(29_199.0), 1.0);
    assert_eq!(floors.len(), 5);
    assert_eq!(floors.iter().filter(|floor| floor.below).count(), 3);
}
