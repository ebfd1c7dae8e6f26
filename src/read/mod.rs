//! Input to record and document: one file for each format.

pub mod csl_json;
