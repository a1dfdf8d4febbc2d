//! What a fact is: texts in two languages, ids, units, and one type per kind of entry.
//!
//! Nothing here reads, prints or colours anything.

pub mod amount;
pub mod caveat;
pub mod day;
pub mod error;
pub mod fact;
pub mod figure;
pub mod figures;
pub mod floor;
pub mod funding;
pub mod glossary;
pub mod id;
pub mod mission;
pub mod money;
pub mod name;
pub mod percent;
pub mod price;
pub mod progression;
pub mod rate;
pub mod role;
pub mod rules;
pub mod salary;
pub mod skill;
pub mod source;
pub mod text;
pub mod title;
pub mod town;
pub mod training;
pub mod vocabulary;
pub mod work;
