//! What the new site prints below a document: fields, each with its label, any of which may be empty.

use super::super::citation;
use super::{Head, Section, is_furniture};
use crate::read::archive_text::span::Span;
use crate::scan;

/// The labels: as printed, the field's name.
const LABELS: [(&str, &str); 24] = [
    ("Document Summary", "summary"),
    ("Summary", "summary"),
    ("Author(s)", "creator"),
    ("Authors", "creator"),
    ("Author", "creator"),
    ("Recipient(s)", "recipient"),
    ("Associated People & Organizations", "people"),
    ("Associated People", "people"),
    ("Associated Organizations", "people"),
    ("Associated Places", "places"),
    ("Associated Topics", "topics"),
    ("Subjects Discussed", "subjects"),
    ("Related Documents", "related"),
    ("Source", "source"),
    ("Original Archive", "original-archive"),
    ("Rights", "rights"),
    ("Original Uploaded Date", "uploaded"),
    ("Type", "type"),
    ("Language", "language"),
    ("Record ID", "record-id"),
    ("Original Classification", "classification"),
    ("Donors", "donors"),
    ("Original Language", "original-language"),
    ("Contents", "contents"),
];

/// How far above the heading the first of the labels may stand, in bytes.
const ABOVE: usize = 16 * 1024;

/// The longest tail, in bytes.
const LONGEST: usize = 128 * 1024;

const HEADING: &str = "Document Information";

/// Where the fields begin, counted from the input's beginning; `None` without their heading on a line of its own.
pub(super) fn begins(input: Span) -> Option<usize> {
    let heading = heading(input)?;
    let mut from = heading.saturating_sub(ABOVE);
    while !input.text.is_char_boundary(from) {
        from += 1;
    }
    let above = input.part(from, heading);
    let first = above.lines().find(|line| is_specific(line.bare().text));
    Some(first.map_or(heading, |line| line.start - input.start))
}

fn heading(input: Span) -> Option<usize> {
    let mut from = input.text.len().saturating_sub(LONGEST);
    while !input.text.is_char_boundary(from) {
        from += 1;
    }
    let tail = input.text.get(from..).unwrap_or("");
    let is_heading = |at: &usize| {
        tail.get(*at..)
            .is_some_and(|text| text.starts_with(HEADING))
    };
    let found: Vec<usize> = scan::each(tail, b'D').filter(is_heading).collect();
    // Only the last few are tried, so that a text made of headings costs no more than another.
    found
        .into_iter()
        .rev()
        .take(8)
        .map(|at| from + at)
        .find(|at| {
            let before = input.text.get(..*at).unwrap_or("");
            let after = input.text.get(at + HEADING.len()..).unwrap_or("");
            let starts = before.trim_end_matches([' ', '*', '#', '\t'].as_slice());
            let ends = after.trim_start_matches([' ', '*', ':', '\t'].as_slice());
            (starts.is_empty() || starts.ends_with(['\n', '\r']))
                && (ends.is_empty() || ends.starts_with(['\n', '\r']))
        })
}

/// A label above the heading that cannot be a line of the document.
fn is_specific(text: &str) -> bool {
    let label = text.trim_end_matches(':');
    label.starts_with("Associated ") && label_of(text).is_some()
        || [
            "Author(s)",
            "Document Summary",
            "Subjects Discussed",
            "Related Documents",
        ]
        .contains(&label)
}

/// A line that is a label, or begins with one and a colon: the label, the field's name, and the length of the label.
fn label_of(text: &str) -> Option<(&'static str, &'static str, usize)> {
    let (label, name) = LABELS.into_iter().find(|(label, _)| {
        text.get(..label.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(label))
            && matches!(text.as_bytes().get(label.len()), None | Some(b':'))
    })?;
    let colon = usize::from(text.len() > label.len());
    Some((label, name, label.len() + colon))
}

/// Reads the fields. What has no label is kept with the page's furniture, and so are the labels without a value.
pub(super) fn read<'a>(tail: Span<'a>, head: &mut Head<'a>) {
    let mut open: Option<(Section<'a>, Span<'a>)> = None;
    for line in tail.lines() {
        let bare = line.bare();
        if bare.is_empty() {
            continue;
        }
        if let Some((label, name, length)) = label_of(bare.text) {
            close(open.take(), head);
            let value = bare.from(length).bare();
            open = Some((Section { name, label, value }, bare));
        } else if head.citation.is_none() && citation::looks_like_one(bare.text) {
            head.citation = Some(bare);
            let url = citation::url(bare.text);
            if !url.is_empty() {
                head.url = Some(bare.part(url.start, url.end));
            }
        } else if bare.text == HEADING || open.is_none() || is_furniture(bare.text) {
            close(open.take(), head);
            head.furniture.push(bare);
        } else if let Some((section, _)) = &mut open {
            section.value = match section.value.is_empty() {
                true => bare,
                false => section.value.to(bare, tail),
            };
        }
    }
    close(open, head);
}

fn close<'a>(open: Option<(Section<'a>, Span<'a>)>, head: &mut Head<'a>) {
    match open {
        Some((section, label)) if section.value.is_empty() => head.furniture.push(label),
        Some((section, _)) => head.sections.push(section),
        None => {}
    }
}
