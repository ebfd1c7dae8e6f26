//! Record to another system's format: one file for each.

pub mod csl_json;

use crate::error::Error;
use crate::json;
use crate::record::Record;

/// Exports a record in the format of this name.
///
/// # Errors
/// When there is no such format.
pub fn export(record: &Record, format: &str) -> Result<String, Error> {
    match format {
        "csl-json" => Ok(json::write(&csl_json::item(record))),
        _ => Err(Error::new(format!("format: unknown format {format}"))),
    }
}
