//! Input to record and document: one file for each format.

mod archive_text;
pub mod csl_json;

use crate::error::Error;
use crate::record::Reading;
use crate::warning::{Severity, Warning};

/// What the caller knows of the input.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The format's name; empty to find it out.
    pub format: String,
    /// The address of the input, where it has one.
    pub url: String,
}

/// Decodes bytes to text, with remarks on what was not clear.
pub fn decode(bytes: &[u8]) -> (String, Vec<Warning>) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let mut warnings = Vec::new();
    if std::str::from_utf8(bytes).is_err() {
        warnings.push(
            Warning::new("broken-encoding", "the input is not UTF-8").severity(Severity::Error),
        );
    }
    (text, warnings)
}

/// Reads a text.
///
/// # Errors
/// When the format is not known.
pub fn read(text: &str, options: &Options) -> Result<Reading, Error> {
    match options.format.as_str() {
        "archive-text" => Ok(archive_text::read(text)),
        "" if !text.trim_start().starts_with(['{', '[']) => Ok(archive_text::read(text)),
        "" | "csl-json" => {
            let (mut records, warnings) = csl_json::read(text)?;
            let others = if records.is_empty() {
                Vec::new()
            } else {
                records.split_off(1)
            };
            Ok(Reading {
                format: "csl-json",
                record: records.pop().unwrap_or_default(),
                others,
                warnings,
                ..Reading::default()
            })
        }
        format => Err(Error::new(format!("format: unknown format {format}"))),
    }
}
