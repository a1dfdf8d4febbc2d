//! Who is paid, and by whom: what the rules make a difference for.

use serde::{Deserialize, Serialize};

use crate::model::rules::Status;

/// Who is paid, and by how large a company.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Cadre or not.
    pub status: Status,
    /// The number of employees of the company.
    pub staff: u32,
}

impl Default for Profile {
    /// A cadre in a company of ten.
    fn default() -> Self {
        Self { status: Status::Cadre, staff: 10 }
    }
}
