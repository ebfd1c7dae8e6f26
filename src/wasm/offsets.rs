//! Byte offsets of Rust to UTF-16 offsets of JavaScript.

use std::cell::RefCell;

#[cfg(feature = "formats")]
use crate::record::Document;
#[cfg(feature = "units")]
use crate::record::Reading;
#[cfg(feature = "formats")]
use crate::tree::Block;
use crate::warning::Place;

/// Every so many bytes the count of UTF-16 units is kept.
const STEP: usize = 512;

/// The table for one input.
pub(super) struct Offsets<'a> {
    /// None for places that are no places in a text.
    text: Option<&'a str>,
    /// UTF-16 units before each step, as far as it was asked: most places stand in a text's head.
    steps: RefCell<Vec<usize>>,
}

impl<'a> Offsets<'a> {
    /// For places that are no places in a text.
    pub fn none() -> Self {
        Self {
            text: None,
            steps: RefCell::default(),
        }
    }

    /// For the places in a text.
    #[cfg(any(test, feature = "formats"))]
    pub fn new(text: &'a str) -> Self {
        Self {
            text: Some(text),
            ..Self::none()
        }
    }

    /// A place in UTF-16 units.
    pub fn place(&self, place: Place) -> (usize, usize) {
        (self.offset(place.start), self.offset(place.end))
    }

    /// Gives every place of a document in UTF-16 units.
    #[cfg(feature = "formats")]
    pub fn lead(&self, document: &mut Document) {
        for field in &mut document.fields {
            self.moved(&mut field.place);
        }
        self.blocks(&mut document.body);
    }

    /// The same for what was read beside it, which has one record.
    #[cfg(feature = "units")]
    pub fn lead_rest(&self, reading: &mut Reading) {
        for (_, place) in &mut reading.record.places {
            self.moved(place);
        }
        for warning in &mut reading.warnings {
            warning.place.iter_mut().for_each(|place| self.moved(place));
        }
    }

    #[cfg(feature = "formats")]
    fn blocks(&self, blocks: &mut [Block]) {
        for block in blocks {
            self.moved(&mut block.place);
            self.blocks(&mut block.blocks);
        }
    }

    #[cfg(feature = "formats")]
    fn moved(&self, place: &mut Place) {
        let (start, end) = self.place(*place);
        *place = Place::new(start, end);
    }

    fn offset(&self, byte: usize) -> usize {
        let Some(text) = self.text else {
            return byte;
        };
        let byte = byte.min(text.len());
        let within = |from, to| units_in(text.as_bytes().get(from..to).unwrap_or(&[]));
        let mut steps = self.steps.borrow_mut();
        let mut last = steps.last().copied().unwrap_or(0);
        for step in steps.len()..=byte / STEP {
            last += match step {
                0 => 0,
                _ => within((step - 1) * STEP, step * STEP),
            };
            steps.push(last);
        }
        let step = byte / STEP;
        steps.get(step).copied().unwrap_or(last) + within(step * STEP, byte)
    }
}

/// The UTF-16 units of some bytes: one for each character, counted at its first byte, and one more for each of four bytes.
/// So few are counted in a byte that it can hold them: so the compiler counts many at once.
fn units_in(bytes: &[u8]) -> usize {
    let units = |byte: &u8| u8::from(!matches!(byte, 0x80..=0xBF)) + u8::from(*byte >= 0xF0);
    bytes
        .chunks(64)
        .map(|some| usize::from(some.iter().map(units).sum::<u8>()))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_like_javascript() {
        let text = "a“ü😀b".repeat(500);
        let offsets = Offsets::new(&text);
        for (at, _) in text.char_indices().step_by(7) {
            let expected = text[..at].encode_utf16().count();
            assert_eq!(offsets.offset(at), expected);
        }
        assert_eq!(offsets.offset(text.len()), text.encode_utf16().count());
        assert_eq!(Offsets::new("plain").offset(3), 3);
    }
}
