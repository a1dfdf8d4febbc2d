//! Typed values of tables: people see them formatted, machines get them raw.

use std::borrow::Cow;

use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

use crate::model::id::{EntryId, SourceId};
use crate::model::money::{Money, Range};
use crate::model::text::Text;
use crate::model::vocabulary::{Per, Vocabulary};

/// A name with an id: machines get the id, people the label.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// The id in data and JSON.
    pub id: Cow<'static, str>,
    /// The label people read.
    pub label: Text,
    /// The place in its set's own order, which comes before the alphabet.
    pub rank: usize,
}

impl Term {
    /// A member of a closed set.
    pub fn of<V: Vocabulary>(member: V) -> Self {
        let rank = V::ALL.iter().position(|other| *other == member).unwrap_or_default();
        Self { id: Cow::Borrowed(member.id()), label: member.label(), rank }
    }

    /// An entry of the dataset, known by its id.
    pub fn new(id: &str, label: Text) -> Self {
        Self { id: Cow::Owned(id.to_owned()), label, rank: 0 }
    }
}

/// A piece of a text, and whether it is what was looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fragment {
    /// The piece.
    pub text: String,
    /// Whether it is emphasised for people.
    pub hit: bool,
}

/// The text that fragments make up.
pub fn joined(fragments: &[Fragment]) -> String {
    fragments.iter().map(|fragment| fragment.text.as_str()).collect()
}

/// One value of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing is known, or nothing applies.
    Empty,
    /// Nothing is meant to stand here: a heading's or a total's other columns.
    Blank,
    /// A text in both languages.
    Text(Text),
    /// A text in both languages, with hits emphasised.
    Marked {
        /// The French fragments.
        fr: Vec<Fragment>,
        /// The English fragments.
        en: Vec<Fragment>,
    },
    /// A name that is the same in both languages.
    Word(String),
    /// A name with an id.
    Term(Term),
    /// Several names with ids.
    Terms(Vec<Term>),
    /// Several plain names.
    Words(Vec<String>),
    /// An amount in euros, shown to the euro.
    Money(Money),
    /// An amount in euros, shown to the cent.
    Cents(Money),
    /// An amount in euros, shown to the cent without the currency sign.
    Figure(Money),
    /// Low and high amounts in euros; without a low end it is an upper bound.
    Amounts(Range<Money>),
    /// Low and high amounts in euros, and for people what comes on top of them: `283 € + bac+2`.
    AmountsAnd(Range<Money>, Text),
    /// Low and high amounts for a period.
    AmountsPer(Range<Money>, Per),
    /// A duration in months.
    Months(Range<u16>),
    /// A number of years, low and high.
    Years(Range<f64>),
    /// A calendar year.
    Year(u16),
    /// A number of things.
    Count(u64),
    /// A number between whole ones, such as a median of counts; shown with one decimal where it has one.
    Number(f64),
    /// A share of a whole, 1 being all of it.
    Share(f64),
    /// A rate, shown to the last decimal that counts.
    Rate(f64),
    /// A percentage: 7.5 is 7.5 %, for machines too.
    Percent(f64),
    /// Whether something holds.
    Flag(bool),
    /// A page that can be opened.
    Link(String),
}

impl Cell {
    /// The cell of a value that may be unknown.
    pub fn of<T>(value: Option<T>, cell: impl Fn(T) -> Self) -> Self {
        value.map_or(Self::Empty, cell)
    }
}

/// A member of a closed set: machines get its id, people its label.
impl<V: Vocabulary> From<V> for Cell {
    fn from(member: V) -> Self {
        Self::Term(Term::of(member))
    }
}

/// A value that may be unknown.
impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        Self::of(value, T::into)
    }
}

/// Declares the values that are shown in one way only.
macro_rules! shown_as {
    ($($of:ty => $value:ident: $cell:expr;)+) => {$(
        impl From<$of> for Cell {
            fn from($value: $of) -> Self {
                $cell
            }
        }
    )+};
}

shown_as! {
    Text => text: Self::Text(text);
    &Text => text: Self::Text(text.clone());
    &Option<Text> => text: text.clone().into();
    &str => word: Self::Word(word.to_owned());
    String => word: Self::Word(word);
    &String => word: Self::Word(word.clone());
    &Option<String> => word: word.clone().into();
    &EntryId => id: Self::Word(id.to_string());
    &SourceId => id: Self::Word(id.to_string());
    Vec<String> => words: Self::Words(words);
    &Vec<String> => words: Self::Words(words.clone());
    &[String] => words: Self::Words(words.to_vec());
    Vec<Term> => terms: Self::Terms(terms);
    Term => term: Self::Term(term);
    usize => count: Self::Count(count as u64);
    bool => flag: Self::Flag(flag);
    Money => money: Self::Money(money);
    Range<Money> => range: Self::Amounts(range);
}

/// What the cells of a column are; says how a value spreads over CSV columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// [`Cell::Text`].
    Text,
    /// A name, an id or a link.
    Name,
    /// Several names or ids.
    Names,
    /// A single number, flag or year.
    Number,
    /// A low and a high value.
    Range,
    /// A low and a high value for a period.
    RangePer,
}

impl Kind {
    /// The endings of the CSV columns a column of this kind becomes; one empty ending for itself.
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Text => &["_fr", "_en"],
            Self::Name | Self::Names | Self::Number => &[""],
            Self::Range => &["_low", "_high"],
            Self::RangePer => &["_low", "_high", "_per"],
        }
    }

    /// Whether people read the column as figures, which stand right and never break.
    pub const fn is_figure(self) -> bool {
        matches!(self, Self::Number | Self::Range | Self::RangePer)
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty | Self::Blank => serializer.serialize_none(),
            Self::Text(text) => text.serialize(serializer),
            Self::Marked { fr, en } => Text::literal(joined(fr), joined(en)).serialize(serializer),
            Self::Word(word) | Self::Link(word) => serializer.serialize_str(word),
            Self::Term(term) => serializer.serialize_str(&term.id),
            Self::Terms(terms) => list(serializer, terms.iter().map(|term| &*term.id)),
            Self::Words(words) => list(serializer, words.iter().map(String::as_str)),
            Self::Money(money) | Self::Cents(money) | Self::Figure(money) => money.serialize(serializer),
            Self::Amounts(range) | Self::AmountsAnd(range, _) => range.serialize(serializer),
            Self::AmountsPer(range, per) => {
                let mut map = serializer.serialize_map(Some(3))?;
                map.serialize_entry("low", &range.low)?;
                map.serialize_entry("high", &range.high)?;
                map.serialize_entry("per", per)?;
                map.end()
            }
            Self::Months(range) => range.serialize(serializer),
            Self::Years(range) => range.serialize(serializer),
            Self::Year(year) => serializer.serialize_u16(*year),
            Self::Count(count) => serializer.serialize_u64(*count),
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Share(share) | Self::Rate(share) | Self::Percent(share) => serializer.serialize_f64(*share),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
        }
    }
}

fn list<'a, S: Serializer>(
    serializer: S,
    names: impl ExactSizeIterator<Item = &'a str>,
) -> Result<S::Ok, S::Error> {
    let mut list = serializer.serialize_seq(Some(names.len()))?;
    for name in names {
        list.serialize_element(name)?;
    }
    list.end()
}
