//! Why a question has no answer.

use crate::model::error::InvalidData;
use crate::model::name::Unknown;
use crate::model::text::Text;

/// Why a question has no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueryError {
    /// It names something the dataset does not have.
    Unknown(Unknown),
    /// The dataset cannot be read.
    Data(InvalidData),
    /// A file could not be written.
    Unwritten(Text),
}

impl QueryError {
    /// The message for people.
    pub fn message(&self) -> Text {
        match self {
            Self::Unknown(unknown) => unknown.message(),
            Self::Data(error) => error.message(),
            Self::Unwritten(reason) => reason.clone(),
        }
    }
}

impl From<Unknown> for QueryError {
    fn from(unknown: Unknown) -> Self {
        Self::Unknown(unknown)
    }
}

impl From<InvalidData> for QueryError {
    fn from(error: InvalidData) -> Self {
        Self::Data(error)
    }
}
