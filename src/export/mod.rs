//! Record to another system's format: one file for each.

pub mod csl_json;
