//! Nothing is lost: a word that is put into an input, at every place where its format may have one, is in the record or in the
//! document.

use crate::inputs::{INPUTS, as_format};
use callslip::export;
use callslip::tree::{Block, Node, Style};

const WORD: &str = "Zyxwvut";

/// Every place for a word, with what it stands in.
fn places(format: &str, input: &str) -> Vec<(usize, String)> {
    let after = |mark: char, around: &str| {
        let around = around.replace("WORD", WORD);
        let found = input.match_indices(mark);
        found
            .map(move |(at, _)| (at + 1, around.clone()))
            .collect::<Vec<_>>()
    };
    match format {
        "ris" => [after('\n', "XX  - WORD\n"), after('\n', "WORD\n")].concat(),
        "bibtex" => [after(',', " other = {WORD},"), after('\n', "WORD\n")].concat(),
        // Names and dates have only the keys of their schema.
        "csl-json" => vec![(2, format!("\"other\":\"{WORD}\","))],
        name if name == "iiif" || name.contains("json") => {
            let objects = after('{', "\"other\":\"WORD\",");
            let objects = objects
                .into_iter()
                .filter(|(at, _)| input[*at..].starts_with('"'));
            let lists = after('[', "\"WORD\",")
                .into_iter()
                .filter(|(at, _)| !input[*at..].starts_with(']'));
            objects.chain(lists).collect()
        }
        _ => after('>', " WORD "),
    }
}

fn words(nodes: &[Node], out: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) | Node::PageBreak(text) => out.push_str(text),
            Node::Span(Style::Link(address), inner) => {
                out.push_str(address);
                words(inner, out);
            }
            Node::Span(_, inner) => words(inner, out),
            Node::LineBreak => out.push('\n'),
        }
    }
}

fn blocks(all: &[Block], out: &mut String) {
    for block in all {
        words(&block.nodes, out);
        out.push('\n');
        blocks(&block.blocks, out);
    }
}

#[test]
fn a_word_is_kept_wherever_it_stands() {
    let mut lost = Vec::new();
    for (format, input, _) in INPUTS {
        for (at, around) in places(format, input) {
            let text = [&input[..at], &around, &input[at..]].concat();
            let reading = as_format(&text, format);
            let mut held = String::new();
            words(&reading.document.title, &mut held);
            for field in &reading.document.fields {
                held.push_str(&field.label);
                field
                    .values
                    .iter()
                    .for_each(|value| words(value, &mut held));
            }
            blocks(&reading.document.body, &mut held);
            for record in std::iter::once(&reading.record).chain(&reading.others) {
                held.push_str(&export::export(record, "csl-json").unwrap());
            }
            if !held.contains(WORD) {
                lost.push(format!("{format}: {text}"));
            }
        }
    }
    assert_eq!(lost, [""; 0]);
}
