//! A title and what was written into it: the description, the marking, the item's own number.

use super::marking::is_marking;
use crate::letters;
use std::ops::Range;

/// The parts of a title, as stretches of it; the marking and the number may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Title {
    pub(super) description: Range<usize>,
    pub(super) classification: Range<usize>,
    pub(super) number: Range<usize>,
}

/// Splits the marking and the number off the end: `Telegram from A to B, SECRET, No. 61.530`.
pub(super) fn split(title: &str) -> Title {
    let mut parts = Title {
        description: 0..title.len(),
        ..Title::default()
    };
    while let Some(head) = title.get(..parts.description.end) {
        let Some(comma) = letters::rfind(head, ", ") else {
            break;
        };
        let last = head.get(comma + 2..).unwrap_or("");
        let range = comma + 2..head.len();
        if parts.number.is_empty() && parts.classification.is_empty() && is_item_number(last) {
            parts.number = range;
        } else if parts.classification.is_empty() && is_marking(last) {
            parts.classification = range;
        } else {
            break;
        }
        parts.description.end = head.get(..comma).map_or(0, |head| head.trim_end().len());
    }
    parts
}

/// `No. 61.530`, `Nº 1154/sh.`, `№ 5`, `No 3`
pub(super) fn is_item_number(text: &str) -> bool {
    let rest = ["No.", "Nº", "№", "No", "Nr.", "Number", "#"]
        .iter()
        .find_map(|label| text.strip_prefix(label));
    rest.is_some_and(|rest| {
        let rest = rest.trim();
        rest.starts_with(|c: char| c.is_ascii_digit()) && rest.split(' ').count() <= 2
    })
}

/// The genres that a description may begin with; the longest that fits is taken.
const GENRES: &str = "Telegram|Ciphered Telegram|Cipher Telegram|Coded Telegram|Cable|Ciphergram|Letter|Memorandum|\
    Memorandum of Conversation|Record of Conversation|Record of a Conversation|Conversation|Report|\
    Note|Verbal Note|Minutes|Minutes of Conversation|Minutes of the Meeting|Transcript|\
    Stenographic Record|Protocol|Resolution|Decision|Speech|Diary|Journal|Journal Entry|\
    Information Report|Information|Dispatch|Airgram|Press Release|Interview|Draft";

/// The genre that the description names, if it begins with one.
pub(in crate::read) fn genre(description: &str) -> &str {
    let fits = |genre: &str| {
        let head = description.get(..genre.len());
        let next = description
            .get(genre.len()..)
            .and_then(|rest| rest.chars().next());
        head.is_some_and(|head| head.eq_ignore_ascii_case(genre))
            && next.is_none_or(|next| !letters::is_letter_or_digit(next))
    };
    let longest = GENRES
        .split('|')
        .filter(|genre| fits(genre))
        .map(|genre| genre.len())
        .max();
    longest
        .and_then(|length| description.get(..length))
        .unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(title: &str) -> [&str; 3] {
        let parts = split(title);
        [
            &title[parts.description],
            &title[parts.classification],
            &title[parts.number],
        ]
    }

    #[test]
    fn marking_and_number_come_off() {
        assert_eq!(
            parts("Telegram from Pyongyang to Bucharest, SECRET, No. 61.530"),
            [
                "Telegram from Pyongyang to Bucharest",
                "SECRET",
                "No. 61.530"
            ]
        );
        assert_eq!(
            parts("Telegram from Pyongyang to Bucharest, TOP SECRET"),
            ["Telegram from Pyongyang to Bucharest", "TOP SECRET", ""]
        );
        assert_eq!(
            parts("Letter, Kim Il Sung to Stalin"),
            ["Letter, Kim Il Sung to Stalin", "", ""]
        );
        assert_eq!(parts("SECRET"), ["SECRET", "", ""]);
    }

    #[test]
    fn genres() {
        assert_eq!(genre("Telegram from Pyongyang to Bucharest"), "Telegram");
        assert_eq!(
            genre("Record of Conversation between A and B"),
            "Record of Conversation"
        );
        assert_eq!(genre("Telegraphic agencies"), "");
    }
}
