//! Laws of the readers of library formats, on made up input and on the same input broken in many ways: no panic, every
//! place within the text, no word lost.

mod breaking;
#[path = "../measures/cpu.rs"]
mod cpu;
mod hostile;
mod inputs;
mod losses;
mod places;

use breaking::{Dice, broken};
use callslip::export;
use callslip::record::{Reading, Record};
use callslip::tree::{Block, Node, Style};
use callslip::warning::Place;
use inputs::{INPUTS, as_format};

fn words_of(nodes: &[Node], out: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) => out.push_str(text),
            Node::Span(Style::Link(address), inner) => {
                out.push_str(address);
                words_of(inner, out);
            }
            Node::Span(_, inner) => words_of(inner, out),
            Node::LineBreak => out.push('\n'),
            Node::PageBreak(page) => out.push_str(page),
        }
    }
}

fn places_of(blocks: &[Block], all: &mut Vec<Place>, words: &mut String, depth: usize) {
    assert!(depth < 60, "blocks nest without end");
    for block in blocks {
        all.push(block.place);
        words.push_str(block.number.as_deref().unwrap_or(""));
        words.push(' ');
        words_of(&block.nodes, words);
        words.push(' ');
        places_of(&block.blocks, all, words, depth + 1);
    }
}

/// Checks the places of a reading and gives all its words.
fn checked(text: &str, reading: &Reading) -> String {
    let mut all: Vec<Place> = reading
        .warnings
        .iter()
        .filter_map(|warning| warning.place)
        .collect();
    let mut words = String::new();
    words_of(&reading.document.title, &mut words);
    for field in &reading.document.fields {
        all.push(field.place);
        for value in &field.values {
            words.push(' ');
            words_of(value, &mut words);
        }
    }
    places_of(&reading.document.body, &mut all, &mut words, 0);
    let records: Vec<&Record> = std::iter::once(&reading.record)
        .chain(&reading.others)
        .collect();
    for record in records {
        all.extend(record.places.iter().map(|(_, place)| *place));
        words.push_str(&export::export(record, "csl-json").unwrap());
    }
    for place in all {
        assert!(
            text.get(place.start..place.end).is_some(),
            "{place:?} is no part of a text of {} bytes: {text}",
            text.len()
        );
    }
    words
}

#[test]
fn every_input_is_read_and_no_word_is_lost() {
    for (format, input, _) in INPUTS {
        let reading = as_format(input, format);
        assert_eq!(reading.format, format);
        let words = checked(input, &reading);
        let markup = input.starts_with('<') && format != "json-ld";
        let mut tag = false;
        let seen: String = input
            .chars()
            .map(|c| {
                tag = markup && (c == '<' || tag && c != '>');
                if tag || c == '>' { ' ' } else { c }
            })
            .collect();
        // Keys and commands are not words of the text.
        let structure = [
            "TY",
            "TI",
            "AU",
            "A2",
            "DA",
            "DB",
            "AV",
            "N1",
            "ER",
            "PCOMM",
            "en",
            "none",
            "value",
            "b",
            "items",
            "metadata",
            "itemType",
            "creators",
            "firstName",
            "lastName",
            "creatorType",
            "and",
            "u",
            "ber",
            "label",
            "summary",
            "script",
            "type",
            "application",
            "ld",
            "json",
            "name",
            "dateSent",
            "Message",
            "Person",
            "oats",
            "thre",
            "author",
            "year",
            "title",
            "odd",
            "who",
            "when",
            "family",
            "given",
            "issued",
            "date",
            "parts",
        ];
        for word in seen
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
        {
            let known =
                structure.contains(&word) || words.to_lowercase().contains(&word.to_lowercase());
            assert!(known, "{format}: {word} is lost in {words}");
        }
    }
}

#[test]
fn broken_input_never_panics() {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    for (format, input, piece) in INPUTS {
        for _ in 0..300 {
            let text = broken(input, piece, &mut dice);
            checked(&text, &as_format(&text, format));
        }
    }
}

#[test]
fn every_export_takes_every_record() {
    for (format, input, _) in INPUTS {
        let reading = as_format(input, format);
        for record in std::iter::once(&reading.record).chain(&reading.others) {
            for to in ["ris", "bibtex", "biblatex", "json-ld", "coins", "meta"] {
                let out = export::export(record, to).unwrap();
                assert!(!out.is_empty(), "{format} to {to}");
            }
        }
    }
}
