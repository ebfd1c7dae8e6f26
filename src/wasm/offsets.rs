//! Byte offsets of Rust to UTF-16 offsets of JavaScript.

#[cfg(feature = "formats")]
use crate::record::Document;
#[cfg(feature = "formats")]
use crate::tree::Block;
use crate::warning::Place;

/// Every so many bytes the count of UTF-16 units is kept.
const STEP: usize = 256;

/// The table for one input.
pub(super) struct Offsets<'a> {
    text: &'a str,
    /// UTF-16 units before each step; empty when the text is ASCII, where both counts agree.
    steps: Vec<usize>,
}

impl<'a> Offsets<'a> {
    /// For places that are no places in a text.
    pub fn none() -> Self {
        Self {
            text: "",
            steps: Vec::new(),
        }
    }

    /// Counts the text once.
    #[cfg(any(test, feature = "formats"))]
    pub fn new(text: &'a str) -> Self {
        let mut steps = Vec::new();
        if !text.is_ascii() {
            let mut units = 0;
            for step in text.as_bytes().chunks(STEP) {
                steps.push(units);
                units += units_in(step);
            }
            steps.push(units);
        }
        Self { text, steps }
    }

    /// A place in UTF-16 units.
    pub fn place(&self, place: Place) -> (usize, usize) {
        (self.offset(place.start), self.offset(place.end))
    }

    /// Gives every place of a document in UTF-16 units.
    #[cfg(feature = "formats")]
    pub fn lead(&self, document: &mut Document) {
        if self.steps.is_empty() {
            return;
        }
        for field in &mut document.fields {
            self.moved(&mut field.place);
        }
        self.blocks(&mut document.body);
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
        let byte = byte.min(
            self.text
                .len()
                .max(if self.steps.is_empty() { byte } else { 0 }),
        );
        let Some(units) = self.steps.get(byte / STEP) else {
            return byte;
        };
        let rest = self
            .text
            .as_bytes()
            .get(byte / STEP * STEP..byte)
            .unwrap_or(&[]);
        units + units_in(rest)
    }
}

/// The UTF-16 units of some bytes: one for each character, counted at its first byte, and one more for each of four bytes.
fn units_in(bytes: &[u8]) -> usize {
    let mut units = 0;
    for byte in bytes {
        units += usize::from(!matches!(byte, 0x80..=0xBF)) + usize::from(*byte >= 0xF0);
    }
    units
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
