//! What can be asked: a command with its filters and fields.
//!
//! The questions themselves stand in `explore/questions/`; `asked.rs` holds one with what is filled in, and writes it as a
//! command line.

mod asked;

pub use self::asked::Asked;
use super::chip::Chip;
use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::text::{Text, text};
use crate::report::Report;
use crate::view::quoted_for_shell;

/// A command as the explorer asks it.
#[derive(Debug)]
pub struct Question {
    /// The command: `salary`.
    pub command: &'static str,
    /// What a person would ask.
    pub title: &'static Text,
    /// The shortest answer, in a few words; `None` where there is none before something is typed.
    pub hint: fn(&Dataset) -> Option<Text>,
    /// What its amounts are, as they are asked for now: gross, a year. Empty where it has none.
    pub unit: fn(&Asked) -> Text,
    /// What it lists: one of them, and several. `None` where nothing is counted.
    pub things: Option<&'static [Text; 2]>,
    /// The columns of its list, where they are not those that the command shows.
    pub columns: &'static [ShownColumn],
    /// The filters.
    pub chips: fn(&Dataset) -> Vec<Chip>,
    /// The fields.
    pub fields: &'static [FieldSpec],
    /// The question that is asked beside it, about the same amount.
    pub beside: Option<&'static Beside>,
    /// What one does first with it.
    pub kind: Kind,
    /// Whether the rows are programmes, of which the space bar retains some to compare.
    pub retains: bool,
    /// Answers.
    pub ask: Ask,
}

/// Answers a question.
type Ask = for<'a> fn(&Asked, &'a Dataset) -> anyhow::Result<Box<dyn Report + 'a>>;

static UNTITLED: Text = text("", "");

impl Question {
    /// The question of a command, to which its title and whatever else it has is added.
    pub const fn of(command: &'static str, ask: Ask) -> Self {
        Self {
            command,
            title: &UNTITLED,
            hint: |_| None,
            unit: |_| text("", ""),
            things: None,
            columns: &[],
            chips: |_| Vec::new(),
            fields: &[],
            beside: None,
            kind: Kind::Listing,
            retains: false,
            ask,
        }
    }
}

/// An answer, whichever question it is of.
pub fn boxed<'a>(answer: Result<impl Report + 'a, Reason>) -> anyhow::Result<Box<dyn Report + 'a>> {
    Ok(Box::new(answer?))
}

/// A question that is asked beside another.
#[derive(Debug)]
pub struct Beside {
    /// The question, whose first field is the amount.
    pub question: &'static Question,
    /// The field of the other one that holds the amount.
    pub amount: &'static str,
    /// The filters and fields of the other one that are this one's.
    pub options: &'static [&'static str],
}

/// A column of a list that is read beside filters and a detail.
#[derive(Debug)]
pub struct ShownColumn {
    /// Its key.
    pub key: &'static str,
    /// A shorter heading than it has in a wide table.
    pub heading: Option<Text>,
    /// The width from which on there is room for it.
    pub from_width: usize,
}

impl ShownColumn {
    /// A column that is seen from a width on, under a short heading.
    pub const fn headed(key: &'static str, fr: &'static str, en: &'static str, from_width: usize) -> Self {
        Self { key, heading: Some(text(fr, en)), from_width }
    }

    /// A column that is seen from a width on.
    pub const fn from(key: &'static str, from_width: usize) -> Self {
        Self { key, heading: None, from_width }
    }
}

/// What one does first with a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One reads what is listed.
    Listing,
    /// One types one's own case, so that the first field has the focus at once.
    Form,
    /// One answers each row with the arrows.
    Replies,
}

/// A field of a form.
#[derive(Debug)]
pub struct FieldSpec {
    /// The option that it fills; empty for the argument of the command.
    pub option: &'static str,
    /// What stands before it.
    pub label: Text,
    /// What is accepted, for instance.
    pub example: Text,
    /// What kind of thing is typed.
    pub kind: FieldKind,
}

/// What is typed in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// Words, or an amount.
    Words,
    /// A whole number, which the command takes without the word behind it: `9 mois`.
    Count,
    /// The path of a document, which is read as soon as there is one.
    File,
}

impl FieldSpec {
    /// A field of words or of an amount.
    pub const fn new(option: &'static str, label: Text, example: Text) -> Self {
        Self { option, label, example, kind: FieldKind::Words }
    }

    /// A field of a whole number.
    pub const fn count(option: &'static str, label: Text, example: Text) -> Self {
        Self { option, label, example, kind: FieldKind::Count }
    }

    /// A field of the path of a document.
    pub const fn file(option: &'static str, label: Text, example: Text) -> Self {
        Self { option, label, example, kind: FieldKind::File }
    }

    /// What is typed, as a shell gives it to the command.
    fn argument(&self, typed: &str) -> String {
        match self.kind {
            FieldKind::Count => typed.chars().take_while(char::is_ascii_digit).collect(),
            FieldKind::Words => quoted_for_shell(typed),
            FieldKind::File => {
                let path = unquoted(typed);
                // Between quotes, a shell would not know the person's own folder.
                path.strip_prefix("~/")
                    .map_or_else(|| quoted_for_shell(&path), |below| format!("~/{}", quoted_for_shell(below)))
            }
        }
    }
}

/// The path that is typed, or dropped on the terminal, which quotes it as for a shell.
pub fn unquoted(typed: &str) -> String {
    let typed = typed.trim();
    let within = ['\'', '"'].iter().find_map(|quote| typed.strip_prefix(*quote)?.strip_suffix(*quote));
    within.map_or_else(|| typed.replace("\\ ", " "), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::unquoted;

    #[test]
    fn a_path_that_a_terminal_drops_is_read_without_its_quotes() {
        for typed in ["my cv.pdf", "'my cv.pdf'", "\"my cv.pdf\"", "my\\ cv.pdf", " 'my cv.pdf' "] {
            assert_eq!(unquoted(typed), "my cv.pdf", "{typed}");
        }
    }
}
