//! The marks in running text: where they close, and what they say.

use crate::letters;
use crate::read::archive_text::span::is_space;
use crate::scan::Signs;
use crate::tree::Editorial;

/// Where an emphasis mark closes: after a character that is no space, and not as part of a longer mark.
pub(super) fn closing(text: &str, mark: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(found) = text.get(from..)?.find(mark) {
        let at = from + found;
        let rest = text.get(at + mark.len()..).unwrap_or("");
        let spaced = text.get(..at)?.chars().next_back().is_none_or(is_space);
        let longer = mark.len() == 1 && rest.starts_with(mark);
        let in_word = mark.starts_with('_') && rest.starts_with(letters::is_letter_or_digit);
        if !(spaced || longer || in_word) {
            return Some(at);
        }
        let skipped = rest
            .bytes()
            .take_while(|byte| mark.as_bytes().first() == Some(byte))
            .count();
        from = at + mark.len() + skipped;
    }
    None
}

/// The pairs of brackets, by where they open. Only the innermost of very many open ones are remembered.
pub(super) fn matching_brackets(text: &str) -> Vec<(usize, usize)> {
    let mut open = Vec::new();
    let mut pairs = Vec::new();
    let mut from = 0;
    while let Some(next) = text
        .get(from..)
        .and_then(|rest| const { Signs::new(b"[]") }.find(rest))
    {
        let at = from + next;
        from = at + 1;
        match text.as_bytes().get(at) {
            Some(b'[') => {
                if open.len() > 64 {
                    open.drain(..32);
                }
                open.push(pairs.len());
                pairs.push((at, 0));
            }
            _ => {
                if let Some(pair) = open.pop().and_then(|index: usize| pairs.get_mut(index)) {
                    pair.1 = at;
                }
            }
        }
    }
    pairs.retain(|(_, close)| *close > 0);
    pairs
}

/// The page that a mark begins: `p. 2`, `p. iv`, `page 2`, `page break` (without a number).
pub(super) fn page(text: &str) -> Option<&str> {
    if text.eq_ignore_ascii_case("page break") || text.eq_ignore_ascii_case("new page") {
        return Some("");
    }
    let number = ["p. ", "p.", "P. ", "page ", "Page ", "pg. "]
        .iter()
        .find_map(|word| text.strip_prefix(word))?;
    let digits = number.len() <= 4 && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_roman = |byte| matches!(byte, b'i' | b'v' | b'x' | b'l' | b'c');
    let roman = number.len() <= 8 && number.bytes().all(is_roman);
    (!number.is_empty() && (digits || roman)).then_some(number)
}

/// The length of a page mark in square brackets at the beginning of a text, with the spaces after it; 0 where there is none.
pub(in crate::read::archive_text) fn leading_page(text: &str) -> usize {
    let Some(rest) = text.strip_prefix('[') else {
        return 0;
    };
    let Some((content, after)) = rest
        .bytes()
        .take(16)
        .position(|byte| byte == b']')
        .and_then(|end| rest.split_at_checked(end))
    else {
        return 0;
    };
    let after = after.get(1..).unwrap_or("");
    match page(content) {
        Some(_) => text.len() - after.trim_start_matches(is_space).len(),
        None => 0,
    }
}

/// What a remark in brackets says.
pub(super) fn remark(content: &str) -> Editorial {
    let lower = content
        .chars()
        .take(60)
        .map(letters::lower)
        .collect::<String>();
    let begins = |words: &[&str]| words.iter().any(|word| lower.starts_with(word));
    let holds = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if lower == "sic"
        || lower.starts_with("sic") && !lower.chars().nth(3).is_some_and(letters::is_letter)
    {
        Editorial::Sic
    } else if begins(&["stamp", "[", "seal"]) || holds(&[" stamp"]) {
        Editorial::Stamp
    } else if begins(&[
        "handwrit",
        "hand-writ",
        "signature",
        "marginal",
        "in the margin",
        "underlined",
    ]) || holds(&[
        "by hand",
        "handwrit",
        "in the margin",
        "left margin",
        "right margin",
    ]) {
        Editorial::Handwriting
    } else if !content.is_empty() && content.chars().all(|c| matches!(c, '.' | '\u{2026}' | ' '))
        || holds(&[
            "illegible",
            "not declassified",
            "indecipherable",
            "unreadable",
            "redacted",
        ])
        || begins(&[
            "faded",
            "missing",
            "unclear",
            "gap",
            "text missing",
            "omitted",
            "excised",
            "torn",
            "blank",
            "page missing",
            "неразборчиво",
        ])
    {
        Editorial::Gap
    } else {
        Editorial::Supplied
    }
}
