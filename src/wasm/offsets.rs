//! Byte offsets of Rust to UTF-16 offsets of JavaScript.

use crate::warning::Place;

/// Every so many bytes the count of UTF-16 units is kept.
const STEP: usize = 1024;

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
            for (at, byte) in text.bytes().enumerate() {
                if at % STEP == 0 {
                    steps.push(units);
                }
                units += units_of(byte);
            }
            steps.push(units);
        }
        Self { text, steps }
    }

    /// A place in UTF-16 units.
    pub fn place(&self, place: Place) -> (usize, usize) {
        (self.offset(place.start), self.offset(place.end))
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
        units + rest.iter().map(|byte| units_of(*byte)).sum::<usize>()
    }
}

/// The UTF-16 units that a character needs, counted at its first byte.
fn units_of(byte: u8) -> usize {
    match byte {
        0x80..=0xBF => 0,
        0xF0.. => 2,
        _ => 1,
    }
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
