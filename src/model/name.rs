//! How names are compared: without regard to case, accents, ligatures and separators,
//! and what to say when a name is unknown.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use super::text::{Lang, Text};

/// Lower case, no accents, `œ` as `oe`, every apostrophe as `'`.
pub fn fold(name: &str) -> String {
    if name.is_ascii() {
        return name.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(name.len());
    name.chars().for_each(|char| fold_char(char, &mut folded));
    folded
}

/// Adds what [`fold`] makes of one character to `folded`; a text folds as its characters do.
pub fn fold_char(char: char, folded: &mut String) {
    if char.is_ascii() {
        folded.push(char.to_ascii_lowercase());
        return;
    }
    decompose_canonical(char, |part| match part {
        'œ' | 'Œ' => folded.push_str("oe"),
        'æ' | 'Æ' => folded.push_str("ae"),
        '’' | '‘' | 'ʼ' => folded.push('\''),
        '\u{a0}' | '\u{202f}' => folded.push(' '),
        _ if is_combining_mark(part) => {}
        _ => folded.extend(part.to_lowercase()),
    });
}

/// What is left of a name for a comparison: its folded letters and digits.
///
/// `Bac +5` and `bac5` are one name, and so are `Débutant·e` and `debutante`.
pub fn key(name: &str) -> String {
    let mut key = fold(name);
    key.retain(char::is_alphanumeric);
    key
}

/// The candidate that `given` is a slip away from, the first of the nearest; `None` if none is that near.
///
/// Swapped figures are a slip, another figure is none: who types `bac+4` means neither `bac+3` nor `bac+5`.
pub fn nearest<'a>(given: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let given = key(given);
    let digits = |name: &str| {
        let mut digits: Vec<char> = name.chars().filter(char::is_ascii_digit).collect();
        digits.sort_unstable();
        digits
    };
    let wanted = digits(&given);
    let near = candidates.into_iter().filter_map(|candidate| {
        let known = key(candidate);
        let distance = slips(&given, &known).filter(|_| digits(&known) == wanted)?;
        Some((distance, candidate))
    });
    near.min_by_key(|(distance, _)| *distance).map(|(_, candidate)| candidate)
}

/// Whether `given` is `name` with a slip or none: a letter more, less, other or swapped; two in a name of
/// `LONG_NAME` letters or more.
pub fn is_slip_of(given: &str, name: &str) -> bool {
    let most = if name.chars().count() >= LONG_NAME { 2 } else { 1 };
    strsim::osa_distance(given, name) <= most
}

/// From so many letters on, two slips in a name still leave it told apart from any other.
const LONG_NAME: usize = 8;

/// How many slips of the finger make one name of another: letters put in, left out, taken for another or swapped;
/// `None` if they are more than a slip.
///
/// One slip is allowed in four letters or more, two in eight or more, and the first letter is hardly ever the wrong
/// one: a guess that is wrong is worse than none.
pub fn slips(given: &str, name: &str) -> Option<usize> {
    if given.chars().next() != name.chars().next() {
        return None;
    }
    let (length, other) = (given.chars().count(), name.chars().count());
    let allowed = match length.min(other) {
        0..4 => return None,
        4..8 => 1,
        _ => 2,
    };
    // Each letter more is a slip.
    if length.abs_diff(other) > allowed {
        return None;
    }
    Some(strsim::osa_distance(given, name)).filter(|slips| *slips <= allowed)
}

/// A message lists no more names than this.
const LISTED: usize = 60;

/// A name that is in no list: what was given, what is known, what was perhaps meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// What kind of name it is: "level", "source".
    pub kind: Text,
    /// The name as it was given.
    pub given: String,
    /// The names that would have been understood.
    pub known: Vec<String>,
    /// The known name most like the given one.
    pub nearest: Option<String>,
}

impl Unknown {
    /// Compares `given` with the `known` names; of `aliases` only the first name is proposed.
    pub fn new<'a>(kind: Text, given: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        let known: Vec<String> = known.into_iter().map(str::to_owned).collect();
        let nearest = nearest(given, known.iter().map(String::as_str)).map(str::to_owned);
        Self { kind, given: given.to_owned(), known, nearest }
    }

    /// Compares `given` with names that are too many to list: only one that it is a slip away from is proposed.
    pub fn among_many<'a>(kind: Text, given: &str, names: impl IntoIterator<Item = &'a str>) -> Self {
        let nearest = nearest(given, names).map(str::to_owned);
        Self { kind, given: given.to_owned(), known: Vec::new(), nearest }
    }

    /// The message: the name, the nearest, the list.
    pub fn message(&self) -> Text {
        let mut known = self.known.iter().take(LISTED).cloned().collect::<Vec<_>>().join(", ");
        if self.known.len() > LISTED {
            known.push_str(", …");
        }
        let (mut fr, mut en) = (
            format!("{} : « {} » n’existe pas", self.kind.in_lang(Lang::Fr), self.given),
            format!("unknown {} `{}`", self.kind.in_lang(Lang::En), self.given),
        );
        if let Some(nearest) = &self.nearest {
            fr += &format!(" ; vouliez-vous dire « {nearest} » ?");
            en += &format!("; did you mean `{nearest}`?");
        }
        if !known.is_empty() {
            fr += &format!("\nvaleurs possibles : {known}");
            en += &format!("\nknown: {known}");
        }
        Text::new(fr, en)
    }
}

#[cfg(test)]
mod tests {
    use super::{fold, is_slip_of, key, nearest, slips};

    #[test]
    fn names_fold_to_what_a_keyboard_types() {
        assert_eq!(fold("Cœur d’Été"), "coeur d'ete");
        assert_eq!(fold("e\u{301}te\u{301} ǽ"), "ete ae");
        assert_eq!(key("Bac +5"), "bac5");
        assert_eq!(key("Débutant·e"), "debutante");
    }

    #[test]
    fn a_slip_of_the_finger_finds_its_word_and_noise_finds_none() {
        assert_eq!(nearest("senoir", ["junior", "senior"]), Some("senior"));
        assert_eq!(nearest("xyz", ["junior", "senior"]), None);
        assert_eq!(nearest("bac+4", ["bac", "bac+3", "bac+5"]), None, "another figure is no slip");
        assert_eq!(nearest("POEI", ["professional bachelor", "portage"]), None);
        assert_eq!(nearest("microservice", ["micro-entrepreneur"]), None);
        assert_eq!(nearest(&"senior".repeat(100_000), ["junior", "senior"]), None);
        assert_eq!(slips("kubernets", "kubernetes"), Some(1));
        assert_eq!(slips("cubernetes", "kubernetes"), None);
        assert_eq!(slips(&"k".repeat(100_000), &"k".repeat(90_000)), None);
    }

    #[test]
    fn a_name_with_a_letter_more_is_a_slip_and_another_ending_is_none() {
        assert!(is_slip_of("trainings", "training") && is_slip_of("trianign", "training"));
        assert!(is_slip_of("wrok", "work") && !is_slip_of("wrko ", "work"));
        assert!(!is_slip_of("training.schema", "training") && !is_slip_of("package", "salaries"));
    }
}
