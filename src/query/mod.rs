//! The questions, a file each: what is asked goes in, a report comes out.
//!
//! Nothing here reads the environment, a file or a clock, and nothing prints.

pub mod ad;
pub mod batch;
pub mod candidates;
pub mod cite;
pub mod compare;
pub mod data;
pub mod fit;
pub mod floors;
pub mod freelance;
pub mod gap;
pub mod glossary;
pub mod missions;
mod naming;
pub mod offer;
pub mod overview;
mod particulars;
pub mod pay;
pub mod payback;
pub mod progression;
pub mod rates;
pub mod rules;
pub mod salary;
pub mod search;
pub mod sheet;
pub mod show;
pub mod skills;
pub mod sources;
pub mod to_check;
pub mod training;
pub mod work;
