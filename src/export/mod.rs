//! Record to another system's format: one file for each.

pub mod bibtex;
pub mod coins;
pub mod csl_json;
mod facts;
mod html;
pub mod json_ld;
mod latex;
pub mod meta;
pub mod ris;
mod zotero;

use crate::error::Error;
use crate::json;
use crate::record::Record;

/// The names of the formats that [`export`] writes.
pub const FORMATS: [&str; 7] = [
    "csl-json", "ris", "bibtex", "biblatex", "json-ld", "coins", "meta",
];

/// Exports a record in the format of this name: `csl-json`, `ris`, `bibtex`, `biblatex`, `json-ld`, `coins` or `meta`.
///
/// # Errors
/// When there is no such format.
pub fn export(record: &Record, format: &str) -> Result<String, Error> {
    match format {
        "csl-json" => Ok(json::write(&csl_json::item(record))),
        "ris" => Ok(ris::ris(record)),
        "bibtex" => Ok(bibtex::bibtex(record)),
        "biblatex" => Ok(bibtex::biblatex(record)),
        "json-ld" => Ok(json_ld::json_ld(record)),
        "coins" => Ok(coins::coins(record)),
        "meta" => Ok(meta::meta(record)),
        _ => Err(Error::new(crate::letters::concat(&[
            "format: unknown format ",
            format,
        ]))),
    }
}
