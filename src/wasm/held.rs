//! The document that was read last, held until another one is. Shown as it was read, it never becomes JSON.

use std::cell::RefCell;

use super::document;
use super::offsets::Offsets;
use crate::record::Document;
#[cfg(feature = "units")]
use crate::record::Reading;

/// The longest text whose document is held, in bytes: a longer one's would take too much of the module's memory.
const LONGEST: usize = 8 << 20;

/// A document and the number that the caller knows it by.
struct Held {
    number: u32,
    document: Document,
    /// What else was read, where nothing of it was told.
    #[cfg(feature = "units")]
    rest: Option<Reading>,
    /// What it was read from, while its places are bytes of that; empty once they are UTF-16 units.
    text: String,
}

thread_local! {
    static LAST: RefCell<Option<Held>> = const { RefCell::new(None) };
}

/// Holds a document in place of the one before; gives back, as JSON, what is not worth holding.
pub(super) fn hold(number: u32, document: Document, text: String) -> Option<String> {
    let mut given = None;
    let held = if is_worth_holding(&document, &text) {
        Some(Held {
            number,
            document,
            #[cfg(feature = "units")]
            rest: None,
            text,
        })
    } else {
        let mut out = String::new();
        document::encode(&document, &Offsets::new(&text), &mut out);
        given = Some(out);
        None
    };
    LAST.with(|last| last.replace(held));
    given
}

/// Whether a document is large enough for that, and its text not too large.
fn is_worth_holding(document: &Document, text: &str) -> bool {
    let is_small = document.body.is_empty() && document.fields.is_empty();
    !is_small && text.len() <= LONGEST
}

/// Holds all that was read of one document; gives back what is not worth holding, or has several records.
#[cfg(feature = "units")]
pub(super) fn hold_all(
    number: u32,
    mut reading: Reading,
    text: String,
) -> Option<(Reading, String)> {
    if !reading.others.is_empty() || !is_worth_holding(&reading.document, &text) {
        return Some((reading, text));
    }
    let held = Held {
        number,
        document: std::mem::take(&mut reading.document),
        rest: Some(reading),
        text,
    };
    LAST.with(|last| last.replace(Some(held)));
    None
}

/// Works on what else was read of the document of this number; its places are bytes of the text, or UTF-16 units where that is
/// empty.
#[cfg(feature = "units")]
pub(super) fn with_rest<T>(number: u32, work: impl FnOnce(&Reading, &Offsets) -> T) -> Option<T> {
    LAST.with_borrow(|last| {
        let held = last.as_ref().filter(|held| held.number == number)?;
        let offsets = match held.text.as_str() {
            "" => Offsets::none(),
            text => Offsets::new(text),
        };
        Some(work(held.rest.as_ref()?, &offsets))
    })
}

/// Works on the document of this number, whose places, if they are wanted, are UTF-16 units; `None` when another one is held.
pub(super) fn with<T>(number: u32, places: bool, work: impl FnOnce(&Document) -> T) -> Option<T> {
    LAST.with_borrow_mut(|last| {
        let held = last.as_mut().filter(|held| held.number == number)?;
        if places && !held.text.is_empty() {
            let offsets = Offsets::new(&held.text);
            offsets.lead(&mut held.document);
            #[cfg(feature = "units")]
            held.rest
                .iter_mut()
                .for_each(|rest| offsets.lead_rest(rest));
            held.text = String::new();
        }
        Some(work(&held.document))
    })
}
