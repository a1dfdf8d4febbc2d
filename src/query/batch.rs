//! Many questions at once: what rows share is computed once, and figures of many rows are summed up.

mod pay;
mod summary;

pub use self::pay::{PayCalculator, PayFigures, YearRules};
pub use self::summary::{Summary, SummaryReport};
