//! Which identifiers notes and pages have: made of the number that readers see.
//!
//! ```text
//! page-4, ref-1, note-1;  where a number comes again: page-4_2, ref-1_2, note-1_2
//! ```

use super::escape;
use crate::{digits, letters};

/// The turn of an identifier that is new.
pub(super) const NEW: usize = usize::MAX;
/// The turn of what comes next, for a link to it.
pub(super) const NEXT: usize = 0;

/// Counts the notes, the references to them and the pages of one document.
pub(super) struct Marks {
    prefix: String,
    /// What was written: sums of identifiers, in order. Two that have the same sum are told apart as if they were the same.
    written: Vec<usize>,
}

impl Marks {
    pub(super) fn new(prefix: &str) -> Self {
        Self {
            prefix: prefix.to_owned(),
            written: Vec::new(),
        }
    }

    /// Writes an identifier, of letters, digits and hyphens, and gives its turn: how often its number was there. A
    /// link has the turn of what it leads to; that to a note leads to the next one.
    pub(super) fn anchor(
        &mut self,
        kind: &str,
        number: &str,
        turn: usize,
        out: &mut String,
    ) -> usize {
        escape::attribute(&self.prefix, out);
        let start = out.len();
        out.push_str(kind);
        for character in number.chars() {
            if letters::is_letter_or_digit(character) {
                out.push(character);
            } else if !out.ends_with('-') {
                out.push('-');
            }
        }
        let sum = out.bytes().skip(start).fold(0_usize, |sum, byte| {
            sum.wrapping_mul(8191) ^ usize::from(byte)
        });
        let last = self.written.partition_point(|one| *one <= sum);
        let count = last - self.written.partition_point(|one| *one < sum);
        if turn == NEW {
            self.written.insert(last, sum);
        }
        let turn = if turn == NEW || turn == NEXT {
            count + 1
        } else {
            turn
        };
        // The line stands in no identifier otherwise, so no other has this one.
        if turn > 1 {
            out.push('_');
            digits::push(out, turn);
        }
        turn
    }
}
