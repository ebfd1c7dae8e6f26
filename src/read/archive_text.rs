//! Archive text: a document as archives export it, with its head, its citation and its transcript in one text.
//!
//! A pipeline of small functions over stretches of the input: [`header`] finds the parts, [`citation`], [`credits`] and
//! [`location`] take the archive's citation apart, [`body`] makes blocks of the transcript, [`agreement`] compares what
//! is said twice. Every part knows where in the input it stood.

mod agreement;
mod assemble;
mod body;
mod citation;
mod credits;
mod fields;
mod guess;
mod header;
mod inline;
pub(crate) mod location;
pub(super) mod marking;
mod span;
pub(super) mod title;

use crate::error::Error;
use crate::json::{Json, Value};
use crate::record::Reading;

/// Reads archive text. Whatever is not understood is shown as it stands.
pub(super) fn read(text: &str) -> Reading {
    assemble::reading(text)
}

/// Reads a text as it stands, without looking for a head.
pub(super) fn plain(text: &str) -> Reading {
    assemble::plain(text)
}

/// Reads a document that comes as JSON fields, or a list of them.
///
/// # Errors
/// When the text is not JSON, or holds no object.
pub(super) fn read_fields(text: &str) -> Result<Reading, Error> {
    let json = super::csl_json::parsed(text)?;
    let objects: Vec<&Json> = match &json.value {
        Value::Array(elements) => elements.iter().collect(),
        _ => vec![&json],
    };
    let mut readings = objects
        .into_iter()
        .filter(|json| matches!(json.value, Value::Object(_)))
        .map(|json| assemble::fields(json, text));
    let mut first = readings
        .next()
        .ok_or_else(|| Error::new("expected an object"))?;
    for reading in readings {
        first.others.push(reading.record);
        first.warnings.extend(reading.warnings);
    }
    Ok(first)
}
