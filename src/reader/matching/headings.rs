//! Headings and labels that change what stands below them: "Not yet", "Currently learning".

use super::attitude::Attitude;
use super::spelling::plain;
use crate::reader::words::list;

/// How many words a negated verb may have between itself and what it denies: “pas encore eu l’occasion de pratiquer”.
pub const REACH: usize = 8;

/// Whether a line is one of the headings that change what is below them.
pub fn is_title(line: &str) -> bool {
    title(&plain(line)).is_some()
}

/// What a heading or label says of what stands below it.
pub fn title(label: &str) -> Option<Attitude> {
    let label = label.trim_matches(|char: char| !char.is_alphanumeric());
    let is = |titles: &[&str]| titles.iter().any(|title| starts_or_ends(label, title));
    let attitude = if is(list("absent titles")) {
        Attitude::Absent
    } else if is(list("learning titles")) {
        Attitude::Learning
    } else {
        return None;
    };
    let denies = !list("not denied").iter().any(|phrase| label.contains(phrase));
    (denies && label.split_whitespace().count() <= REACH).then_some(attitude)
}

fn starts_or_ends(label: &str, title: &str) -> bool {
    let rest = label.strip_prefix(title).or_else(|| {
        label.strip_suffix(title).map(|rest| if rest.ends_with(char::is_alphanumeric) { "x" } else { "" })
    });
    rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric) || title == "refus")
}
