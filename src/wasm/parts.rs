//! Bibliographies whose items come in parts, and whose entries go in parts: what is worked on stays in the processor's caches,
//! whatever the list's length.

use std::mem;

use super::{Offsets, list, units};
use crate::chicago::Listing;
use crate::json;
use crate::read::csl_json;
use crate::warning::Warning;
use wasm_bindgen::prelude::*;

/// How many entries go at once.
const PART: usize = 64;

/// A list in the making.
#[wasm_bindgen]
pub struct List {
    listing: Option<Listing>,
    /// What is still to be read.
    parts: Vec<String>,
    /// How many parts are read.
    read: usize,
    /// How far the next part's text lies behind its place in the text of all items.
    shift: usize,
    /// The entries as JSON.
    entries: Vec<String>,
    /// Their order.
    order: Vec<usize>,
    /// How many are gone.
    gone: usize,
    warnings: Vec<Warning>,
}

#[wasm_bindgen]
impl List {
    /// An empty list, unless its entries depend on one another or the options are none: `bibliography` makes those, or
    /// says why not.
    pub fn begin(options: &str) -> Option<List> {
        let options = json::parse(options).ok()?;
        Some(Self {
            listing: Some(Listing::new(list::options(&options).ok()?)?),
            parts: Vec::new(),
            read: 0,
            shift: 1,
            entries: Vec::new(),
            order: Vec::new(),
            gone: 0,
            warnings: Vec::new(),
        })
    }

    /// Takes items: the array of so many units that was put there.
    pub fn take(&mut self, length: usize) {
        self.parts.push(units::taken(length));
    }

    /// Makes the entries of the next items. Whether they are items; where they are not, `bibliography` says why.
    pub fn make(&mut self) -> bool {
        let part = self.parts.get_mut(self.read).map(mem::take);
        self.read += 1;
        part.is_some_and(|part| self.read_part(&part).is_some())
    }

    fn read_part(&mut self, text: &str) -> Option<()> {
        let listing = self.listing.as_mut()?;
        let before = self.warnings.len();
        for item in json::parse(text).ok()?.elements() {
            let before = self.warnings.len();
            let record = csl_json::item(item, &mut self.warnings).ok()?;
            Warning::name_item(&mut self.warnings, before, listing.added());
            if let Some(entry) = listing.add(&record) {
                let mut out = String::with_capacity(1024);
                list::push_entry(&entry, &mut out);
                // As long as it is, for there are many.
                self.entries.push(out.as_str().to_owned());
            }
        }
        let places = self.warnings.iter_mut().skip(before);
        for place in places.filter_map(|warning| warning.place.as_mut()) {
            place.start += self.shift;
            place.end += self.shift;
        }
        self.shift += text.len() - 1;
        Some(())
    }

    /// Sorts the entries.
    pub fn sort(&mut self) {
        if let Some(listing) = self.listing.take() {
            let (order, mut warnings) = listing.finish();
            self.order = order;
            self.warnings.append(&mut warnings);
        }
    }

    /// Gives the next entries, if there are any.
    pub fn next(&mut self) -> bool {
        let next = self.order.iter().skip(self.gone).take(PART);
        let count = next.len();
        let mut out = String::with_capacity(1024 * (count + 1));
        for number in next {
            out.push(if out.is_empty() { '[' } else { ',' });
            out.push_str(self.entries.get(*number).map_or("null", String::as_str));
        }
        out.push(']');
        self.gone += count;
        if count > 0 {
            units::give(out);
        }
        count > 0
    }

    /// Gives the warnings, and ends it.
    pub fn end(self) {
        let mut out = String::new();
        let warnings = super::warnings(&self.warnings, &Offsets::none());
        json::write_to(&warnings, &mut out);
        units::give(out);
    }
}
