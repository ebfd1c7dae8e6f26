//! Which identifiers notes and pages have: made of the number that readers see.
//!
//! ```text
//! page-4, ref-1, note-1;  where a number comes again: page-4_2, ref-1_2, note-1_2
//! ```

use super::escape;
use crate::tree::{Block, BlockKind};
use crate::{digits, letters};

/// Counts the notes, the references to them and the pages of one document.
pub(super) struct Marks {
    prefix: String,
    /// What was written, and the notes there will be: sums of identifiers, in order. Two that have the same sum are told
    /// apart as if they were the same.
    written: Vec<usize>,
    notes: Vec<usize>,
}

impl Marks {
    pub(super) fn new(body: &[Block], prefix: &str) -> Self {
        let mut marks = Self {
            prefix: prefix.to_owned(),
            written: Vec::new(),
            notes: Vec::new(),
        };
        marks.count_notes(body);
        marks.notes = std::mem::take(&mut marks.written);
        marks
    }

    fn count_notes(&mut self, blocks: &[Block]) {
        for block in blocks {
            if let (BlockKind::Note, Some(number)) = (&block.kind, &block.number) {
                self.anchor("note-", number, 0, &mut String::new());
            }
            self.count_notes(&block.blocks);
        }
    }

    /// Writes an identifier, of letters, digits and hyphens, and gives its turn: how often its number was there. With a
    /// turn, the identifier of that turn, for a link to it: of a note, the last there is.
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
        let is_new = turn == 0;
        let met = if is_new {
            &mut self.written
        } else {
            &mut self.notes
        };
        let last = met.partition_point(|one| *one <= sum);
        let count = last - met.partition_point(|one| *one < sum);
        let turn = match count {
            _ if is_new => count + 1,
            0 => turn,
            _ => turn.min(count),
        };
        if is_new {
            met.insert(last, sum);
        }
        // The line stands in no identifier otherwise, so no other has this one.
        if turn > 1 {
            out.push('_');
            digits::push(out, turn);
        }
        turn
    }
}
