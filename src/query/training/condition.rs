//! The conditions that a question on training can have, and the options that ask for them.

use serde::{Serialize, Serializer};

/// A condition that narrows an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    Apprenticeship,
    MaxTuition,
    Sector,
    Level,
    City,
    Department,
    Region,
}

impl Condition {
    /// Every condition, in the order in which a message names them.
    pub const ALL: [Self; 7] = [
        Self::Apprenticeship,
        Self::MaxTuition,
        Self::Sector,
        Self::Level,
        Self::City,
        Self::Department,
        Self::Region,
    ];

    /// The conditions that say where.
    pub const PLACES: [Self; 3] = [Self::City, Self::Department, Self::Region];

    /// The option that asks for it, as it is typed.
    pub const fn option(self) -> &'static str {
        match self {
            Self::Apprenticeship => "--apprenticeship",
            Self::MaxTuition => "--max-tuition",
            Self::Sector => "--sector",
            Self::Level => "--level",
            Self::City => "--city",
            Self::Department => "--department",
            Self::Region => "--region",
        }
    }
}

impl Serialize for Condition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.option())
    }
}
