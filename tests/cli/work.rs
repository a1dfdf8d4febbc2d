//! `work`.

use super::asking::ask_line;

#[test]
fn a_topic_alone_leaves_the_other_lists_empty() {
    let report = ask_line("work --topic contrats").json();
    assert!(report["contracts"].as_array().unwrap().len() > 5);
    for list in ["employers", "colleagues", "market"] {
        assert_eq!(report[list], serde_json::json!([]), "{list}");
    }
}

#[test]
fn the_implausible_claim_stays_with_its_caveat() {
    let report = ask_line("work").json();
    let entries = report["contracts"].as_array().unwrap().iter().chain(report["market"].as_array().unwrap());
    let claims: Vec<_> = entries.filter(|entry| entry["caveat"]["kind"] == "implausible").collect();
    assert_eq!(claims.len(), 1, "{claims:?}");
    let shown = ask_line("work").answered().stdout;
    assert!(shown.contains('¹'), "{shown}");
}

#[test]
fn the_market_in_short_tells_its_figures() {
    let shown = ask_line("work --topic market --lang en --width 80").answered().stdout;
    for figure in
        ["level 4 of 5 in IT", "61,160 hires", "79,297 in IT in 2024", "21% of them open to beginners"]
    {
        assert!(super::asking::unwrapped(&shown).contains(figure), "{figure}: {shown}");
    }
}
