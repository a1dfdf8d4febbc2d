//! Many questions at once: what rows share is computed once, and figures of many rows are summed up.

mod figures;
mod pay;
mod summary;

pub use self::figures::{Figure, Measure, figures};
pub use self::pay::{PayCalculator, PayFigures, YearRules};
pub use self::summary::{Summary, SummaryReport};
