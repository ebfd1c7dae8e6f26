//! The PDF export, as Markdown or as its plain text layer: date, title, and sections each with its label.
//!
//! ```text
//! document = blank* date-line title-lines? section* body
//! section  = "**" label ":" "**" blank value
//! label    = "Citation" | "Summary" | "Credits" | "Original Language" | "Contents"
//! ```

use super::super::citation;
use super::{Head, Section, beginning, is_furniture, leading_date};
use crate::letters;
use crate::read::archive_text::span::{Paragraphs, Span};
use crate::scan;

/// The labels: as printed, the field's name, the label for readers.
const LABELS: [(&str, &str, &str); 5] = [
    ("Citation:", "citation", "Citation"),
    ("Summary:", "summary", "Summary"),
    ("Credits:", "funding", "Credits"),
    (
        "Original Language:",
        "original-language",
        "Original Language",
    ),
    ("Contents:", "contents", "Contents"),
];

/// The items of the contents that are known; longer ones first.
const ITEMS: &str = "English Translation|English Transcription|English Transcript|English HTML|Original Scan|\
    Scan of Original|Scan of the Original Document|Original Language|Transcription|Transcript|\
    Translation|Scan";

/// A label and where it stands in the input, counted from its beginning.
struct Mark {
    name: &'static str,
    label: &'static str,
    /// Where the label's line begins, its bold marks included.
    start: usize,
    /// Where what it labels begins.
    end: usize,
}

/// Reads a labelled head; `None` when there are no such labels.
pub(super) fn read(input: Span<'_>) -> Option<Head<'_>> {
    let marks = marks(beginning(input).text);
    let first = marks.first()?;
    let has_citation = marks.iter().any(|mark| mark.name == "citation");
    if !has_citation && marks.len() < 2 {
        return None;
    }
    let mut head = Head {
        found: true,
        ..Head::default()
    };
    preamble(input.part(0, first.start), &mut head);
    for (at, mark) in marks.iter().enumerate() {
        let next = marks.get(at + 1);
        let end = next.map_or(input.text.len(), |next| next.start);
        let all = input.part(mark.end, end);
        let (value, rest) = match next {
            Some(_) => (all.trim(), Span::new("", input.start + end)),
            None => last(mark.name, all),
        };
        head.body = rest;
        let known =
            |section: &Section| section.value.text == value.text && section.name == mark.name;
        if head.sections.iter().any(known) {
            head.furniture.push(input.part(mark.start, end).bare());
        } else if value.bare().is_empty() {
            // Nothing stands below the label; it is not lost.
            head.furniture.push(input.part(mark.start, mark.end).bare());
        } else if mark.name == "citation" {
            take_citation(value, &mut head);
            if head.citation.is_none() {
                head.furniture.push(input.part(mark.start, mark.end).bare());
            }
        } else {
            head.sections.push(Section {
                name: mark.name,
                label: mark.label,
                value,
            });
        }
    }
    Some(head)
}

/// The labels in the order in which they stand: those at the beginning of a line, or else, in a flattened text, those
/// within lines.
fn marks(text: &str) -> Vec<Mark> {
    let printed = printed(text);
    let at_lines = find(text, &printed, true);
    if at_lines.len() >= 2 {
        return at_lines;
    }
    let anywhere = find(text, &printed, false);
    if anywhere.len() >= 3 {
        anywhere
    } else {
        at_lines
    }
}

/// Which labels are printed where, in order: each ends with a colon.
fn printed(text: &str) -> Vec<(&'static str, usize)> {
    let mut found = Vec::new();
    for colon in scan::each(text, b':') {
        let head = text.get(..=colon).unwrap_or("");
        let printed = LABELS.iter().map(|(printed, ..)| *printed);
        let ending = printed.filter(|printed| head.ends_with(printed));
        found.extend(ending.map(|printed| (printed, head.len() - printed.len())));
    }
    found
}

fn find(text: &str, all: &[(&'static str, usize)], at_line: bool) -> Vec<Mark> {
    let mut found: Vec<Mark> = Vec::new();
    let mut ends = 0;
    for (printed, name, label) in LABELS {
        let of_label = all.iter().filter(|(known, _)| *known == printed);
        let places = of_label.map(|(_, at)| *at).filter_map(|at| {
            let head = text.get(..at).unwrap_or("");
            let start = head.trim_end_matches(['*', '#', ' '].as_slice()).len();
            let line = start == 0
                || head
                    .get(..start)
                    .is_some_and(|head| head.ends_with(['\n', '\r', '\u{c}', '\u{feff}']));
            let word =
                head.ends_with(char::is_whitespace) || head.ends_with('*') || head.is_empty();
            (if at_line { line } else { word }).then_some((start, at + printed.len()))
        });
        // A second citation is part of what stands above it.
        let most = if name == "citation" { 1 } else { usize::MAX };
        for (nth, (start, end)) in places.take(most).enumerate() {
            let bold = text.get(end..).is_some_and(|rest| rest.starts_with("**"));
            let end = if bold { end + 2 } else { end };
            if nth == 0 {
                ends = ends.max(start);
            }
            let before = found.iter().take_while(|mark| mark.start < start).count();
            found.insert(
                before,
                Mark {
                    name,
                    label,
                    start,
                    end,
                },
            );
        }
    }
    // A label that comes again stands for itself as long as the head goes on.
    found.retain(|mark| mark.start <= ends);
    found
}

/// What stands before the first label: the running head, the date, the title.
fn preamble<'a>(span: Span<'a>, head: &mut Head<'a>) {
    let mut title: Option<(usize, usize)> = None;
    for line in span.lines() {
        let bare = line.bare();
        if bare.is_empty() {
            continue;
        }
        if head.date.is_none() && title.is_none() {
            if is_furniture(bare.text) {
                head.furniture.push(bare);
                continue;
            }
            if let Some(length) = leading_date(bare.text) {
                head.date = Some(bare.part(0, length));
                let rest = bare.from(length).trim();
                if !rest.is_empty() {
                    title = Some((rest.start - span.start, rest.end() - span.start));
                }
                continue;
            }
        }
        let from = title.map_or(bare.start - span.start, |(from, _)| from);
        title = Some((from, bare.end() - span.start));
    }
    head.title = title.map(|(from, to)| span.part(from, to));
}

/// The last section ends with its first paragraph, or its items; the body follows.
fn last<'a>(name: &str, all: Span<'a>) -> (Span<'a>, Span<'a>) {
    let mut paragraphs = all.part(0, beginning(all).text.len()).paragraphs();
    let is_address = |second: &Span| {
        second.text.len() < 300
            && !citation::url(second.text).is_empty()
            && !second.text.trim().contains(' ')
    };
    let end = if name == "contents" {
        contents_end(all, paragraphs)
    } else {
        let first = paragraphs.next();
        let address = match name {
            "citation" => paragraphs.next().filter(is_address),
            _ => None,
        };
        let last = address.or(first);
        last.map_or(all.text.len(), |last| last.end() - all.start)
    };
    (all.part(0, end).trim(), all.from(end))
}

/// Where the items of the contents end: `- item` lines, known items on lines, or known items at the beginning of a line
/// that goes on with the body.
fn contents_end(all: Span, paragraphs: Paragraphs) -> usize {
    let mut end = 0;
    for paragraph in paragraphs {
        for line in paragraph.lines() {
            let trimmed = line.trim();
            let at = trimmed.start - all.start;
            if trimmed.text.starts_with("- ") && trimmed.text.len() < 80 {
                end = at + trimmed.text.len();
                continue;
            }
            let items = known_items(trimmed.text);
            if items > 0 {
                end = at + items;
            }
            if items < trimmed.text.len() {
                return end;
            }
        }
    }
    end
}

/// The length of the known items at the beginning of a text.
fn known_items(text: &str) -> usize {
    let mut length = 0;
    while let Some(rest) = text.get(length..) {
        let rest_trimmed = rest.trim_start_matches([' ', ',', ';', '-', '\u{2022}'].as_slice());
        match known_item(rest_trimmed) {
            Some(item) => length += rest.len() - rest_trimmed.len() + item,
            None => break,
        }
    }
    length
}

/// The length of the known item that a text begins with, unless its last word goes on. (Lines are sometimes run together:
/// a capital begins the next one.)
fn known_item(text: &str) -> Option<usize> {
    let item = ITEMS.split('|').find(|item| text.starts_with(item))?.len();
    let next = text.get(item..)?.chars().next();
    (!next.is_some_and(letters::is_small)).then_some(item)
}

/// The items of the contents, one by one.
pub(in crate::read::archive_text) fn items(value: Span<'_>) -> Vec<Span<'_>> {
    let mut found = Vec::new();
    for line in value.lines() {
        let mut line = line.trim();
        if let Some(rest) = line.text.strip_prefix("- ") {
            line = line.from(line.text.len() - rest.len()).trim();
        }
        while !line.is_empty() {
            let end = known_item(line.text).unwrap_or(line.text.len());
            found.push(line.part(0, end));
            let rest = line.from(end);
            line = rest.from(
                rest.text.len()
                    - rest
                        .text
                        .trim_start_matches([' ', ',', ';'].as_slice())
                        .len(),
            );
        }
    }
    found
}

/// The citation's paragraph, and the address in it or below it. What else stands there belongs to no known label.
fn take_citation<'a>(value: Span<'a>, head: &mut Head<'a>) {
    for (at, paragraph) in value.paragraphs().enumerate() {
        let address = citation::url(paragraph.text);
        let url = (!address.is_empty()).then(|| paragraph.part(address.start, address.end));
        let around = [
            paragraph.text.get(..address.start),
            paragraph.text.get(address.end..),
        ];
        let alone = url.is_some()
            && !around
                .into_iter()
                .flatten()
                .any(|text| text.contains(letters::is_letter_or_digit));
        if at == 0 && !alone {
            head.citation = Some(paragraph);
            head.url = url;
        } else if alone && head.url.is_none() {
            head.url = url;
        } else {
            head.sections.push(Section {
                name: "other",
                label: "Further text",
                value: paragraph,
            });
        }
    }
}
