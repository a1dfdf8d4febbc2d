//! The questions, a file each: what is asked goes in, a report comes out.
//!
//! Nothing here reads the environment, a file or a clock, and nothing prints.

pub mod ad;
pub mod candidates;
pub mod cite;
pub mod data;
pub mod error;
pub mod freelance;
pub mod gap;
pub mod matching;
pub mod missions;
pub mod offer;
pub mod overview;
pub mod pay;
pub mod payback;
pub mod progression;
pub mod rules;
pub mod salary;
pub mod search;
pub mod skills;
pub mod sources;
pub mod training;
pub mod work;

pub use self::error::QueryError;
pub use crate::dataset::{DataError, Dataset, Own, Problem, reason};
pub use crate::model::id::{RoleId, SourceId};
pub use crate::model::mission::Phase;
pub use crate::model::money::{AmountError, Money, parse_amount};
pub use crate::model::name::{Unknown, key};
pub use crate::model::skill::{Category, SkillKind};

pub use crate::model::text::{Lang, Text, text};
pub use crate::model::training::{Sector, StudyLevel};
pub use crate::model::vocabulary::{Per, Seniority, Vocabulary};
pub use crate::model::work::WorkTopic;
pub use crate::pay::{Basis, Profile, Rate, Status, Tax};
pub use crate::reader::{LARGEST as LARGEST_DOCUMENT, read as read_document};
