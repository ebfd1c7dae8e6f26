//! Which identifier a paragraph has: the same each time, and made of the number that readers see.
//!
//! ```text
//! numbered     p-1, p-2, p-3;  where numbering starts anew: p-1-2, p-2-2
//! between      p-2a, p-2b: the first and second paragraph without a number after 2;  p-0a before the first number
//! unnumbered   p-1, p-2, p-3: counted
//! ```
//!
//! Headings are counted; those of notes and pages are in `marks`.

use super::marks::Marks;
use crate::digits;
use crate::letters;
use crate::tree::{Block, BlockKind};
use std::ops::Range;

/// Counts the paragraphs of one document.
pub(super) struct Anchors {
    numbered: bool,
    run: usize,
    last: Option<u64>,
    since: usize,
    headings: usize,
    /// An identifier that is no longer wanted: its room is.
    pub(super) spare: String,
    pub(super) marks: Marks,
}

/// An anchor, and the number by which a reader would cite the paragraph.
pub(super) struct Anchor {
    pub(super) id: String,
    /// Where the number stands in it.
    number: Option<Range<usize>>,
}

impl Anchor {
    pub(super) fn paragraph(&self) -> Option<&str> {
        self.id.get(self.number.clone()?)
    }
}

impl Anchors {
    pub(super) fn new(body: &[Block], prefix: &str) -> Self {
        Self {
            numbered: body.iter().any(has_number),
            run: 1,
            last: None,
            since: 0,
            headings: 0,
            spare: String::new(),
            marks: Marks::new(prefix),
        }
    }

    /// The next paragraph's anchor, from its number as printed.
    pub(super) fn next(&mut self, number: Option<&str>) -> Anchor {
        if !self.numbered {
            self.last = Some(self.last.unwrap_or(0) + 1);
            return self.anchor(0);
        }
        let Some(number) = number.and_then(value) else {
            self.since += 1;
            return self.anchor(self.since);
        };
        if self.last.is_some_and(|last| number <= last) {
            self.run += 1;
        }
        self.last = Some(number);
        self.since = 0;
        self.anchor(0)
    }

    /// The next heading's identifier: they are counted.
    pub(super) fn next_heading(&mut self) -> String {
        self.headings += 1;
        letters::concat(&["h-", &digits::text(self.headings)])
    }

    /// The anchor of the last number, or that of a paragraph between, which are counted from 1.
    fn anchor(&mut self, between: usize) -> Anchor {
        let mut id = std::mem::take(&mut self.spare);
        id.clear();
        id.push_str("p-");
        push(self.last.unwrap_or(0), &mut id);
        let end = id.len();
        push_letters(between, &mut id);
        if self.run > 1 {
            id.push('-');
            digits::push(&mut id, self.run);
        }
        Anchor {
            id,
            number: (between == 0).then_some(2..end),
        }
    }
}

fn has_number(block: &Block) -> bool {
    let is_numbered =
        block.kind == BlockKind::Paragraph && block.number.as_deref().and_then(value).is_some();
    is_numbered || block.blocks.iter().any(has_number)
}

/// The number in `2.`, `(2)`, `§ 2`; none for `2a` or `IV`.
fn value(number: &str) -> Option<u64> {
    digits::read(number.trim_matches(|c: char| !letters::is_letter_or_digit(c)))
}

/// Adds a number, which may be larger than the machine's.
fn push(number: u64, out: &mut String) {
    if number > 9 {
        push(number / 10, out);
    }
    out.extend(char::from_digit((number % 10) as u32, 10));
}

/// `a` to `z`, then `aa`, `ab`, ... for 1, 2, ...
fn push_letters(count: usize, out: &mut String) {
    if let Some(count) = count.checked_sub(1) {
        push_letters(count / 26, out);
        let letter = u8::try_from(count % 26).unwrap_or(0);
        out.push(char::from(b'a' + letter));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::warning::Place;

    fn ids(numbers: &[Option<&str>]) -> Vec<String> {
        let paragraph = |number: &Option<&str>| {
            let mut block = Block::text(BlockKind::Paragraph, Vec::new(), Place::default());
            block.number = number.map(str::to_owned);
            block
        };
        let body: Vec<Block> = numbers.iter().map(paragraph).collect();
        let mut anchors = Anchors::new(&body, "");
        numbers
            .iter()
            .map(|number| anchors.next(*number).id)
            .collect()
    }

    #[test]
    fn printed_numbers_are_the_anchors() {
        assert_eq!(
            ids(&[Some("1."), Some("(2)"), None, None, Some("3")]),
            ["p-1", "p-2", "p-2a", "p-2b", "p-3"]
        );
        assert_eq!(ids(&[None, Some("1.")]), ["p-0a", "p-1"]);
    }

    #[test]
    fn numbering_that_starts_anew_stays_apart() {
        assert_eq!(
            ids(&[Some("1"), Some("2"), Some("1"), Some("2"), None]),
            ["p-1", "p-2", "p-1-2", "p-2-2", "p-2a-2"]
        );
        assert_eq!(ids(&[Some("0"), Some("0")]), ["p-0", "p-0-2"]);
    }

    #[test]
    fn paragraphs_without_numbers_are_counted() {
        assert_eq!(ids(&[None, None, Some("IV")]), ["p-1", "p-2", "p-3"]);
    }

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!(
            [1, 26, 27, 52, 53, 702, 703].map(|count| {
                let mut out = String::new();
                push_letters(count, &mut out);
                out
            }),
            ["a", "z", "aa", "az", "ba", "zz", "aaa"]
        );
    }
}
