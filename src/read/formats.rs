//! The formats of libraries and reference managers. All of them stand behind one feature, so that a module for pages that
//! only cite, or only show archive text, need not carry them.
//!
//! [`entry`] collects a record field by field and shows what it is made of; [`xml`] reads XML and [`flow`] makes blocks of its
//! running text; [`things`] has what JSON-LD and IIIF share. The rest is one file for each format.

mod bibtex;
mod dublin_core;
mod ead;
mod entry;
mod flow;
mod iiif;
mod json_ld;
mod languages;
mod marcxml;
mod mods;
mod people;
mod ris;
mod table;
mod tei;
mod things;
mod xml;
mod zotero_json;

use super::Format;
use crate::error::Error;
use crate::record::Reading;

/// One line for each reader; `None` when there is none for a format.
pub(super) fn read(format: Format, text: &str) -> Option<Result<Reading, Error>> {
    Some(match format {
        Format::ZoteroJson => zotero_json::read(text),
        Format::Ris => Ok(ris::read(text)),
        Format::Bibtex => Ok(bibtex::read(text)),
        Format::Tei => Ok(tei::read(text)),
        Format::Ead => Ok(ead::read(text)),
        Format::Iiif => iiif::read(text),
        Format::Json => things::read_other(text),
        Format::JsonLd => Ok(json_ld::read(text)),
        Format::Eac => Ok(dublin_core::read_eac(text)),
        Format::DublinCore => Ok(dublin_core::read(text)),
        Format::Marcxml => Ok(marcxml::read(text)),
        Format::Mods => Ok(mods::read(text)),
        Format::Xml => Ok(tei::read_other(text)),
        _ => return None,
    })
}
