//! The laws that hold for any input.

use callslip::export;
use callslip::read::{self, Options};
use callslip::record::{Reading, Record};
use callslip::tree::{Block, Node, Style};
use callslip::warning::Place;

/// What a file says, by the format whose number its first byte is (or whichever is found), with the text that was decoded.
pub fn reading(data: &[u8]) -> Option<(String, Reading)> {
    let (first, bytes) = data.split_first()?;
    let (text, _) = read::decode(bytes);
    let format = read::Format::ALL
        .get(usize::from(*first))
        .map(|format| format.name());
    let options = Options {
        format: format.unwrap_or_default().to_owned(),
        ..Options::default()
    };
    let reading = read::read(&text, &options).ok()?;
    Some((text, reading))
}

/// All records of a reading.
pub fn records(reading: &Reading) -> impl Iterator<Item = &Record> {
    std::iter::once(&reading.record).chain(&reading.others)
}

/// Every place selects a part of the text.
pub fn places_are_in_the_text(text: &str, reading: &Reading) {
    let mut all: Vec<Place> = reading
        .warnings
        .iter()
        .filter_map(|warning| warning.place)
        .collect();
    all.extend(reading.document.fields.iter().map(|field| field.place));
    block_places(&reading.document.body, &mut all);
    for record in records(reading) {
        all.extend(record.places.iter().map(|(_, place)| *place));
    }
    for place in all {
        assert!(
            text.get(place.start..place.end).is_some(),
            "{place:?} is no part of the text"
        );
    }
}

fn block_places(blocks: &[Block], all: &mut Vec<Place>) {
    for block in blocks {
        all.push(block.place);
        block_places(&block.blocks, all);
    }
}

/// Every word of archive text is in the record or in the document.
pub fn no_word_is_lost(text: &str, reading: &Reading) {
    let mut held = String::from("page break new page pg p pagebreak newpage ");
    words(&reading.document.title, &mut held);
    for field in &reading.document.fields {
        held.push_str(&field.label);
        held.push(' ');
        for value in &field.values {
            words(value, &mut held);
            held.push(' ');
        }
    }
    block_words(&reading.document.body, &mut held);
    for record in records(reading) {
        held.push_str(&export::export(record, "csl-json").unwrap_or_default());
    }
    // Lines that were run together are taken apart, and words that a line's end divided are joined.
    let held = folded(&held);
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        let is_held = |part: &str| held.contains(&folded(part));
        assert!(
            is_held(word) || run_together(word).all(is_held),
            "{word:?} is lost"
        );
    }
}

/// The parts of a word that may be the last of one line and the first of the next: a capital or a digit begins each after the first.
/// Other fields may stand between them in the document.
fn run_together(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        let mut before = rest.chars().next()?;
        let mut at = before.len_utf8();
        for c in rest.chars().skip(1) {
            if before.is_lowercase() && !c.is_lowercase() {
                break;
            }
            before = c;
            at += c.len_utf8();
        }
        let (part, after) = rest.split_at(at);
        rest = after;
        Some(part)
    })
}

/// Small letters and digits alone. (Of some letters the small one has a mark of its own after it, which is none.)
fn folded(text: &str) -> String {
    text.to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect()
}

fn block_words(blocks: &[Block], held: &mut String) {
    for block in blocks {
        held.push_str(block.number.as_deref().unwrap_or(""));
        held.push(' ');
        words(&block.nodes, held);
        held.push(' ');
        block_words(&block.blocks, held);
    }
}

fn words(nodes: &[Node], held: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) | Node::PageBreak(text) => held.push_str(text),
            Node::LineBreak => held.push(' '),
            Node::Span(style, inner) => {
                if let Style::Link(word) | Style::NoteReference(word) = style {
                    held.push_str(word);
                }
                words(inner, held);
            }
        }
    }
}

/// HTML whose elements are closed in order, and whose attributes stand in quotation marks.
pub fn is_well_formed(html: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        let (tag, after) = split_tag(after).unwrap_or_else(|| panic!("a tag has no end: {html}"));
        rest = after;
        let name = tag
            .trim_start_matches('/')
            .split([' ', '\n'])
            .next()
            .unwrap_or("");
        assert!(
            name.bytes().all(|byte| byte.is_ascii_alphanumeric()) && !name.is_empty(),
            "no element: <{tag}>"
        );
        assert!(!name.eq_ignore_ascii_case("script"), "a script: {html}");
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "closed out of order: {html}");
        } else if !["br", "hr", "wbr", "meta", "link"].contains(&name) {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "not closed: {open:?} in {html}");
}

/// Up to the `>` that is in no attribute.
fn split_tag(text: &str) -> Option<(&str, &str)> {
    let mut quoted = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return Some((text.get(..at)?, text.get(at + 1..)?)),
            b'<' => return None,
            _ => {}
        }
    }
    None
}
