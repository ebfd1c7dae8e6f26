//! The head of a document: which family it is of, and where each part of it stands.

mod labelled;
mod pages;
mod tail;

pub(super) use labelled::items as labelled_items;

use super::span::Span;
use crate::date::words;

/// The parts of a head, as stretches of the input.
#[derive(Default)]
pub(super) struct Head<'a> {
    /// The date's line or words.
    pub(super) date: Option<Span<'a>>,
    /// The title, all its lines.
    pub(super) title: Option<Span<'a>>,
    /// The citation's paragraph, its address included when it stands there.
    pub(super) citation: Option<Span<'a>>,
    /// The address, without angle brackets.
    pub(super) url: Option<Span<'a>>,
    /// The other labelled parts.
    pub(super) sections: Vec<Section<'a>>,
    /// What belongs to the page that carried the document: its running head, its buttons.
    pub(super) furniture: Vec<Span<'a>>,
    /// All of the input.
    pub(super) input: Span<'a>,
    /// The running text.
    pub(super) body: Span<'a>,
    /// Whether other documents' dates stand above the document's own.
    pub(super) several_dates: bool,
    /// Whether any head was found.
    pub(super) found: bool,
}

/// A part with a label.
pub(super) struct Section<'a> {
    /// Its name for programs: `summary`, `funding`, `original-language`, `contents`, ...
    pub(super) name: &'static str,
    /// Its label, as printed or for readers.
    pub(super) label: &'static str,
    /// What it says.
    pub(super) value: Span<'a>,
}

/// The longest head that is looked at, in bytes.
const LONGEST: usize = 64 * 1024;

/// Finds the head of a document.
pub(super) fn read(input: Span<'_>) -> Head<'_> {
    let head = labelled::read(input)
        .or_else(|| pages::read(input))
        .unwrap_or_else(|| Head {
            body: input,
            ..Head::default()
        });
    Head { input, ..head }
}

/// The beginning of the input in which a head is looked for.
fn beginning(input: Span<'_>) -> Span<'_> {
    let mut end = input.text.len().min(LONGEST);
    while !input.text.is_char_boundary(end) {
        end -= 1;
    }
    input.part(0, end)
}

/// How long a date is at most, in bytes, and of how many words.
const LONGEST_DATE: (usize, usize) = (60, 8);

/// Whether a text is a date, and nothing else.
fn is_date(text: &str) -> bool {
    let (bytes, words) = LONGEST_DATE;
    text.len() <= bytes
        && words::parse(text).is_some()
        && text.chars().filter(|c| c.is_whitespace()).count() < words
}

/// The date at the beginning of a text: its length.
fn leading_date(text: &str) -> Option<usize> {
    let (bytes, words) = LONGEST_DATE;
    let ends = text
        .char_indices()
        .filter(|(_, c)| c.is_whitespace())
        .map(|(at, _)| at)
        .chain(std::iter::once(text.len()))
        .take_while(|at| *at <= bytes)
        .take(words);
    ends.filter(|end| {
        let words = text.get(..*end).unwrap_or("");
        // `October 8, 1959 The Chancellor's ...`: a title begins there.
        if words.ends_with(" The") {
            return false;
        }
        words::parse(words)
            .is_some_and(|dated| dated.date.start.is_some_and(|point| point.month > 0))
            || *end == text.len() && words::parse(words).is_some()
    })
    .last()
}

/// What the pages of the digital archive print around a document.
fn is_furniture(text: &str) -> bool {
    const WHOLE: &str = "share|print|email|tweet|search|get citation|view citation|citation|digital archive|\
    international history declassified|wilson center digital archive|skip to content|\
    skip to main content|menu|download|<<|>>|home|browse|copy citation|cite|document";
    let text = text.trim_end_matches(':');
    is_running_head(text)
        || WHOLE
            .split('|')
            .any(|known| text.eq_ignore_ascii_case(known))
}

/// The head that the PDFs print on every page.
pub(super) fn is_running_head(text: &str) -> bool {
    text.starts_with("Digital Archive digitalarchive.wilsoncenter.org")
        || text == "digitalarchive.wilsoncenter.org"
        || text.starts_with("Digital Archive International History Declassified")
}

/// The sentence that thanks the donors.
fn is_funding(text: &str) -> bool {
    text.starts_with("This document was made possible")
        || text.starts_with("Made possible with support")
}
