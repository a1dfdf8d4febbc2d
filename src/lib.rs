//! `backend-career`: what a back-end developer in France does, earns, studies and becomes, and who says so.
//!
//! | layer | what it holds | may use |
//! |---|---|---|
//! | [`model`] | what a fact is | |
//! | [`dataset`] | where facts come from | `model` |
//! | [`pay`] | French pay arithmetic | `model` |
//! | [`reader`] | CVs and job ads as text | `model` |
//! | [`report`] | what an answer is | `model` |
//! | [`query`] | one question per file | `model`, `dataset`, `pay`, `reader`, `report` |
//! | [`view`] | how an answer looks | `report` |
//! | [`explore`] | how it is explored, by keys alone | `query`, `view`, `report`, `dataset`, `pay` |
//! | [`cli`] | how it is asked | `query`, `view`, `explore` |

pub mod cli;
pub mod dataset;
pub mod explore;
pub mod model;
pub mod pay;
pub mod query;
pub mod reader;
pub mod report;
pub mod view;
