//! What the grammars of locations share: pieces between commas, words before numbers, names of archives.

use super::level;
use crate::letters;
use crate::record::{Level, LevelKind};
use crate::scan;

/// The pieces between commas and semicolons that stand outside brackets and quotation marks, trimmed.
pub(super) fn split(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut depth = 0_i32;
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' | '\u{201c}' => depth += 1,
            ')' | ']' | '\u{201d}' => depth -= 1,
            ',' | ';' if depth <= 0 => {
                found.push(text.get(start..at).unwrap_or("").trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(text.get(start..).unwrap_or("").trim());
    found
}

/// A level whose label stands first, such as `Folder no. 1495`; what follows the label must be a [`is_mark`].
pub(super) fn labelled(segment: &str, labels: &[(&str, LevelKind)]) -> Option<Level> {
    let (kind, label, value) = label(segment, labels)?;
    is_mark(value).then(|| level(kind, label, value))
}

/// The label of a segment and what follows it, whatever that is.
pub(super) fn label<'a>(
    segment: &'a str,
    labels: &[(&str, LevelKind)],
) -> Option<(LevelKind, &'a str, &'a str)> {
    let (word, kind) = labels
        .iter()
        .filter(|(word, _)| starts_with_word(segment, word))
        .max_by_key(|(word, _)| word.len())?;
    let mut end = word.len();
    for more in [
        ".", " no.", " No.", " No", " no", " number", " Nr.", " Nr", " #", "#", ":",
    ] {
        if segment
            .get(end..)
            .is_some_and(|rest| rest.starts_with(more))
        {
            end += more.len();
        }
    }
    let (label, value) = segment.split_at_checked(end)?;
    // `P-15356` is a number, not a page.
    let divided = end > word.len()
        || value.is_empty()
        || value.starts_with([' ', '\u{a0}'])
        || value.starts_with(|c: char| c.is_ascii_digit());
    divided.then_some(())?;
    Some((*kind, label, value.trim()))
}

/// Whether a text begins with a word, whatever its case, that ends there.
pub(super) fn starts_with_word(text: &str, word: &str) -> bool {
    // Most words are told apart by their first letters.
    let first = |text: &str| text.bytes().next().map(|byte| byte.to_ascii_lowercase());
    let matches = (!scan::SPEED || first(text) == first(word))
        && text
            .get(..word.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(word));
    matches
        && text
            .get(word.len()..)
            .and_then(|rest| rest.chars().next())
            .is_none_or(|next| !letters::is_letter(next))
}

/// Whether a text is a number or mark, such as `1514`, `II`, `F-67`, `98c`, `165-192`: short, with a digit or all capitals.
pub(super) fn is_mark(text: &str) -> bool {
    let short = text.len() <= 40 && text.split(' ').count() <= 3;
    let digit = text.bytes().any(|byte| byte.is_ascii_digit());
    let capitals =
        text.len() <= 5 && !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_uppercase());
    short && (digit || capitals)
}

/// Whether a text is a year, 1000 to 2099, or a range of years.
pub(super) fn is_years(text: &str) -> bool {
    let year = |part: &str| {
        part.len() == 4
            && part.starts_with(['1', '2'])
            && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    match text.split_once(['-', '\u{2013}']) {
        Some((first, last)) => {
            year(first.trim()) && (year(last.trim()) || last.len() == 2 && is_number(last))
        }
        None => year(text),
    }
}

/// Whether a text is digits only.
pub(super) fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The words that the name of an archive holds.
const ARCHIVAL: [&str; 12] = [
    "Archive",
    "Archives",
    "Archiv",
    "Library",
    "Libraries",
    "Museum",
    "Arquivo",
    "Archivo",
    "Bundesarchiv",
    "Repository",
    "Record Office",
    "Historical Society",
];

/// Whether a segment names an archive.
pub(super) fn is_repository(segment: &str) -> bool {
    let words = segment.split(|c: char| !letters::is_letter_or_digit(c));
    let named = words.clone().any(|word| ARCHIVAL.contains(&word))
        || segment.contains("Record Office")
        || segment.contains("Historical Society");
    let sentence = segment.contains(". ") || segment.contains(':') || words.count() > 16;
    named && !sentence && segment.starts_with(letters::is_capital)
}

/// Whether a segment is a marking, with or without its label: `SECRET`, `CLASSIFICATION: TOP SECRET`.
pub(super) fn marking(segment: &str) -> Option<Level> {
    let (label, value) = match segment.split_once(':') {
        Some((label, value)) if label.trim().eq_ignore_ascii_case("classification") => {
            (segment.get(..=label.len()).unwrap_or(label), value.trim())
        }
        Some(_) => return None,
        None => ("", segment),
    };
    let known = !label.is_empty() || super::super::marking::is_marking(value);
    (known && !value.is_empty()).then(|| level(LevelKind::Marking, label, value))
}
