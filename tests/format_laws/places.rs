//! The law of places: what a field, a block or a warning says stands where it says so. Every letter that is shown is in the
//! stretch of the input that its place selects, in the library formats as they are and broken in many ways.

use crate::breaking::{Dice, broken};
use crate::inputs::{INPUTS, as_format};
use callslip::record::{Reading, Role};
use callslip::tree::{Block, BlockKind, Node, Style};
use callslip::warning::Place;

/// Letters and figures, small.
fn fold(text: &str) -> Vec<char> {
    let all = text.chars().filter(|c| c.is_alphanumeric());
    // An accent of LaTeX is a command before its letter.
    all.flat_map(char::to_lowercase)
        .map(|c| {
            "\u{e4}\u{eb}\u{ef}\u{f6}\u{fc}\u{ff}"
                .find(c)
                .map_or(c, |at| char::from(b"aeiouy"[at / 2]))
        })
        .collect()
}

/// Whether everything shown stands in the source, in that order; marks of markup may stand between.
fn is_in(shown: &str, source: &str) -> bool {
    let source = fold(source);
    let mut rest = source.iter();
    fold(shown).iter().all(|c| rest.any(|other| other == c))
}

fn words(nodes: &[Node]) -> String {
    let word = |node: &Node| match node {
        Node::Text(text) => text.clone(),
        Node::Span(Style::NoteReference(_), _) => String::new(),
        Node::Span(_, inner) => words(inner),
        Node::LineBreak => " ".to_owned(),
        Node::PageBreak(page) => page.clone(),
    };
    nodes.iter().map(word).collect()
}

/// What a text says once its references and commands are read.
fn plain(source: &str) -> String {
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
        ("&quot;", "\""),
        ("&apos;", "'"),
    ];
    entities
        .iter()
        .fold(source.to_owned(), |text, (name, c)| text.replace(name, c))
}

fn slice<'a>(text: &'a str, place: Place, what: &str) -> &'a str {
    text.get(place.start..place.end).unwrap_or_else(|| {
        panic!(
            "{what}: {place:?} is no part of a text of {} bytes",
            text.len()
        )
    })
}

/// What stands somewhere else than it says.
fn faults(text: &str, format: &str, reading: &Reading) -> Vec<String> {
    let mut faults = Vec::new();
    let mut expect = |what: &str, shown: &str, place: Place| {
        let source = slice(text, place, what);
        if !is_in(shown, source) && !is_in(shown, &plain(source)) {
            faults.push(format!(
                "{format}: {what} {shown:?} is not in {source:?} of {text}"
            ));
        }
    };
    for field in &reading.document.fields {
        for value in &field.values {
            expect(&field.name, &words(value), field.place);
        }
    }
    let mut blocks: Vec<&Block> = reading.document.body.iter().collect();
    while let Some(block) = blocks.pop() {
        let shown = words(&block.nodes);
        // Brackets and marks for what is missing are the editor's; headings over records are made of their titles.
        let ours = shown.contains(['[', '(']) || block.kind == BlockKind::Heading(2);
        expect("block", if ours { "" } else { &shown }, block.place);
        blocks.extend(&block.blocks);
    }
    for record in std::iter::once(&reading.record).chain(&reading.others) {
        for (field, place) in &record.places {
            let value = record
                .texts()
                .iter()
                .find(|(variable, _)| variable.name() == field);
            let role = Role::ALL.iter().find(|role| role.name() == field);
            for name in role.map_or(&[][..], |role| record.names(*role)) {
                for part in [&name.literal, &name.given, &name.family, &name.suffix] {
                    expect(field, part, *place);
                }
            }
            // What sort of thing it is comes from the names of elements.
            let value = value
                .filter(|_| field != "genre")
                .map_or("", |(_, value)| value);
            expect(field, value, *place);
        }
    }
    for warning in &reading.warnings {
        if let Some(place) = warning.place {
            expect(warning.code, "", place);
        }
    }
    faults
}

#[test]
fn everything_stands_where_it_says() {
    let all = INPUTS
        .iter()
        .flat_map(|(format, input, _)| faults(input, format, &as_format(input, format)));
    assert_eq!(all.collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn everything_stands_where_it_says_in_broken_input() {
    let mut dice = Dice(0x2545_F491_4F6C_DD1D);
    for (format, input, piece) in INPUTS {
        let texts: Vec<String> = (0..200).map(|_| broken(input, piece, &mut dice)).collect();
        let all = texts
            .iter()
            .flat_map(|text| faults(text, format, &as_format(text, format)));
        assert_eq!(all.take(3).collect::<Vec<_>>(), [""; 0]);
    }
}
