//! The document that was read last, held until another one is. Shown as it was read, it never becomes JSON.

use std::cell::RefCell;

use super::document;
use super::offsets::Offsets;
use crate::record::Document;

/// The longest text whose document is held, in bytes: a longer one's would take too much of the module's memory.
const LONGEST: usize = 8 << 20;

/// A document and the number that the caller knows it by.
struct Held {
    number: u32,
    document: Document,
    /// What it was read from, while its places are bytes of that; empty once they are UTF-16 units.
    text: String,
}

thread_local! {
    static LAST: RefCell<Option<Held>> = const { RefCell::new(None) };
}

/// Holds a document in place of the one before; gives back, as JSON, what is not worth holding.
pub(super) fn hold(number: u32, document: Document, text: String) -> Option<String> {
    let is_small = document.body.is_empty() && document.fields.is_empty();
    let is_held = !is_small && text.len() <= LONGEST;
    let mut given = None;
    let held = if is_held {
        Some(Held {
            number,
            document,
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

/// Works on the document of this number, whose places, if they are wanted, are UTF-16 units; `None` when another one is held.
pub(super) fn with<T>(number: u32, places: bool, work: impl FnOnce(&Document) -> T) -> Option<T> {
    LAST.with_borrow_mut(|last| {
        let held = last.as_mut().filter(|held| held.number == number)?;
        if places && !held.text.is_empty() {
            Offsets::new(&held.text).lead(&mut held.document);
            held.text = String::new();
        }
        Some(work(&held.document))
    })
}
