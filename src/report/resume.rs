//! What an answer says of a person's skills, in the shape of JSON Resume (jsonresume.org, version 1.0.0).

use crate::model::text::Text;

/// The skills of a person; nothing else of a CV is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resume {
    /// The skills, in reading order.
    pub skills: Vec<ResumeSkill>,
}

/// A skill with how it is known and the words that say so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResumeSkill {
    /// Its name.
    pub name: Text,
    /// "used", "learning", or the words of the CV.
    pub level: Text,
    /// The words of the CV.
    pub keywords: Vec<String>,
}
