//! Laws of reading, on made up input: nothing of the text is lost, places select the text, nothing panics, time is linear.

#[path = "measures/cpu.rs"]
mod cpu;

use callslip::read::{Options, decode, read};
use callslip::record::Reading;
use callslip::tree::{Block, BlockKind, Node, Style};
use callslip::warning::Place;

/// A small generator (xorshift), so that every run sees the same input.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).unwrap()
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.roll(from.len())]
    }
}

/// Pieces that mean something to the reader.
const PIECES: &[&str] = &[
    "November 26, 1973",
    "29.4.1973",
    "10.11.1962",
    "**",
    "*",
    "_",
    "[sic!]",
    "[",
    "]",
    "[1]",
    "[1] ",
    "(p. 1)",
    "(p. 2)",
    "\n",
    "\n\n",
    "\r\n",
    "  \n",
    "**Citation:**",
    "Citation:",
    "Summary:",
    "Credits:",
    "Original Language:",
    "Contents:",
    "- English Translation",
    "English Translation",
    "English HTML",
    "get citation",
    "Document Information",
    "Source",
    "Rights",
    "Language",
    "Record ID",
    "Associated Places",
    "This document was made possible with support from X",
    "\u{201c}Title,\u{201d} November 26, 1973, ",
    "History and Public Policy Program Digital Archive, ",
    "Wilson Center Digital Archive",
    "AVPRF, f. 1, op. 2, d. 3",
    "Folder 7, Vol. II",
    ". Obtained by A B and translated by C D.",
    "http://digitalarchive.wilsoncenter.org/document/114079",
    "<http://a.b/c>",
    "[x](http://y.z)",
    "TOP SECRET",
    "To Direction I",
    "To: Comrade N",
    "Subject: Trade",
    "Signed: X",
    "/A. PUZANOV/",
    "1. ",
    "(a) ",
    "II. ",
    "| a | b |",
    "|---|",
    "=====",
    "> said",
    "# Head",
    "```",
    "- item",
    "\u{a0}",
    "\u{feff}",
    "\u{200b}",
    "\0",
    "\t",
    "      ",
    "word",
    "another",
    ".",
    ",",
    "1",
    "\u{41f}\u{445}\u{435}\u{43d}",
    "\u{1f4dc}",
    "\u{5e9}\u{5dc}",
    "\u{301}",
    "\\",
    "\\*",
    "Sino-",
    "[page break]",
    "1962/10/24",
    "Share",
    "(",
    ")",
];

fn made_up(dice: &mut Dice) -> String {
    let mut text = String::new();
    for _ in 0..dice.roll(60) {
        text.push_str(dice.pick(PIECES));
        if dice.roll(3) == 0 {
            text.push(' ');
        }
    }
    text
}

fn nodes_text(nodes: &[Node], out: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) => out.push_str(text),
            Node::Span(style, inner) => {
                if let Style::Link(address) = style {
                    out.push_str(address);
                }
                if let Style::NoteReference(number) = style {
                    out.push_str(number);
                }
                nodes_text(inner, out);
            }
            Node::LineBreak => out.push('\n'),
            Node::PageBreak(page) => {
                out.push_str(page);
                out.push_str("pagebreak newpage p. pg.");
            }
        }
    }
}

fn blocks_text(blocks: &[Block], out: &mut String) {
    for block in blocks {
        out.push_str(block.number.as_deref().unwrap_or(""));
        nodes_text(&block.nodes, out);
        blocks_text(&block.blocks, out);
    }
}

/// Everything that a reading holds, as letters and figures.
fn held(reading: &Reading) -> String {
    let mut out = String::new();
    let document = &reading.document;
    nodes_text(&document.title, &mut out);
    for field in &document.fields {
        out.push_str(&field.name);
        out.push_str(&field.label);
        for value in &field.values {
            nodes_text(value, &mut out);
        }
    }
    blocks_text(&document.body, &mut out);
    for (_, text) in reading.record.texts() {
        out.push_str(text);
    }
    if let Some(archival) = &reading.record.archival {
        out.push_str(&archival.preferred_citation);
    }
    out
}

/// How often each letter and figure occurs.
fn letters(text: &str) -> Vec<(char, usize)> {
    let mut all: Vec<char> = text
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    all.sort_unstable();
    let groups = all.chunk_by(|a, b| a == b);
    groups.map(|group| (group[0], group.len())).collect()
}

/// The letters of the input that the reading does not hold.
fn lost(input: &str, reading: &Reading) -> Vec<(char, usize)> {
    let held = letters(&held(reading));
    let count = |c: char| {
        held.iter()
            .find(|(other, _)| *other == c)
            .map_or(0, |(_, count)| *count)
    };
    letters(input)
        .into_iter()
        .filter(|(c, wanted)| count(*c) < *wanted)
        .collect()
}

fn check_place(input: &str, place: Place, what: &str) {
    assert!(place.start <= place.end, "{what} {place:?}");
    assert!(
        input.get(place.start..place.end).is_some(),
        "{what}: {place:?} selects nothing in {input:?}"
    );
}

fn check_blocks(input: &str, blocks: &[Block]) {
    for block in blocks {
        check_place(input, block.place, "block");
        let source = &input[block.place.start..block.place.end];
        let mut text = String::new();
        nodes_text(&block.nodes, &mut text);
        if block.blocks.is_empty() && !matches!(block.kind, BlockKind::Rule) {
            let number = block.number.clone().unwrap_or_default();
            let shown = letters(&[number.as_str(), &text].concat());
            for (c, wanted) in letters(source) {
                let found = shown
                    .iter()
                    .find(|(other, _)| *other == c)
                    .map_or(0, |(_, count)| *count);
                assert!(found >= wanted, "{c} of {source:?} is not in {text:?}");
            }
        }
        if !matches!(block.kind, BlockKind::Rule) {
            let held = letters(source);
            let plain = |c: char| {
                held.iter()
                    .find(|(other, _)| *other == c)
                    .map_or(0, |(_, count)| *count)
            };
            // Addresses stand once in the source and twice in a link.
            for (c, count) in letters(&text) {
                assert!(
                    plain(c) > 0 || count == 0 || text.contains("pagebreak"),
                    "{c} of {text:?} is not in {source:?}"
                );
            }
        }
        check_blocks(input, &block.blocks);
    }
}

/// The labels that heads print; a field shows its own label instead.
const LABELS: &str = "citation summary credits original language contents document summary author authors s associated people organizations \
    places topics subjects discussed related documents source archive rights uploaded date type record id classification donors recipient";

/// The words of the input that stand in no field, block or part of the record, and are no labels.
fn uncovered(input: &str, reading: &Reading) -> Vec<String> {
    let mut covered = vec![false; input.len()];
    let mut cover = |place: Place| covered[place.start..place.end].fill(true);
    for (_, place) in &reading.record.places {
        cover(*place);
    }
    for field in &reading.document.fields {
        cover(field.place);
    }
    for block in &reading.document.body {
        cover(block.place);
    }
    let rest: String = input
        .char_indices()
        .map(|(at, c)| if covered[at] { ' ' } else { c })
        .collect();
    let words = rest
        .split(|c: char| !c.is_alphanumeric())
        .map(str::to_lowercase);
    words
        .filter(|word| !word.is_empty() && !LABELS.split(' ').any(|label| label == word))
        .collect()
}

fn check(input: &str) {
    let reading = read(input, &Options::default()).unwrap();
    assert_eq!(
        lost(input, &reading),
        [],
        "{input:?}\n{:#?}",
        reading.document
    );
    assert_eq!(
        uncovered(input, &reading),
        [""; 0],
        "{input:?}\n{:#?}",
        reading.document
    );
    for (field, place) in &reading.record.places {
        check_place(input, *place, field);
    }
    for field in &reading.document.fields {
        check_place(input, field.place, &field.name);
    }
    for warning in &reading.warnings {
        if let Some(place) = warning.place {
            check_place(input, place, warning.code);
        }
    }
    check_blocks(input, &reading.document.body);
}

#[test]
fn nothing_is_lost_and_places_hold() {
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    for _ in 0..2000 {
        check(&made_up(&mut dice));
    }
}

#[test]
fn damaged_documents_keep_their_text() {
    let whole = [
        "a.txt",
        "a-pdftext.txt",
        "b-oldsite.txt",
        "c-newsite.txt",
        "c-staging.txt",
        "d-legacy.txt",
    ]
    .map(|name| std::fs::read_to_string(format!("tests/fixtures/wilson/{name}")).unwrap());
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    for text in &whole {
        check(text);
        for _ in 0..60 {
            let mut damaged: Vec<char> = text.chars().collect();
            for _ in 0..1 + dice.roll(6) {
                let at = dice.roll(damaged.len().max(1));
                match dice.roll(4) {
                    0 if at < damaged.len() => drop(damaged.remove(at)),
                    1 => damaged.insert(at.min(damaged.len()), '\n'),
                    2 => damaged.truncate(at.max(1)),
                    _ => damaged.extend(dice.pick(PIECES).chars()),
                }
            }
            check(&damaged.into_iter().collect::<String>());
        }
    }
}

#[test]
fn exact_places_of_the_record() {
    let input = std::fs::read_to_string("tests/fixtures/wilson/a.txt").unwrap();
    let reading = read(&input, &Options::default()).unwrap();
    let fold = |text: &str| {
        text.replace("**", "")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    for (variable, text) in reading.record.texts() {
        let place = reading
            .record
            .places
            .iter()
            .find(|(field, _)| field == variable.name());
        let Some((_, place)) = place else {
            assert!(
                ["genre", "title-short"].contains(&variable.name()),
                "{} has no place",
                variable.name()
            );
            continue;
        };
        assert_eq!(fold(&input[place.start..place.end]), *text);
    }
    for field in &reading.document.fields {
        let mut text = String::new();
        for value in &field.values {
            nodes_text(value, &mut text);
            text.push(' ');
        }
        let source = fold(&input[field.place.start..field.place.end]);
        assert!(
            letters(&source)
                .iter()
                .all(|(c, _)| text.to_lowercase().contains(*c)),
            "{}: {source} / {text}",
            field.name
        );
    }
}

#[test]
fn random_bytes_never_panic() {
    let mut dice = Dice(0x853c_49e6_748f_ea9b);
    for _ in 0..3000 {
        let length = dice.roll(300);
        let ascii = dice.roll(2) == 0;
        let bytes: Vec<u8> = (0..length)
            .map(|_| u8::try_from(dice.roll(if ascii { 128 } else { 256 })).unwrap())
            .collect();
        let (text, _) = decode(&bytes);
        let reading = read(&text, &Options::default()).unwrap();
        assert!(!reading.format.is_empty());
        for format in ["archive-text", "wilson-json", "text"] {
            let options = Options {
                format: format.to_owned(),
                ..Options::default()
            };
            read(&text, &options).unwrap();
        }
    }
}

/// Hostile inputs of a length: each must cost no more than its length asks for.
fn hostile(length: usize) -> Vec<(&'static str, String)> {
    let repeat = |piece: &str| piece.repeat(length / piece.len());
    vec![
        ("letters", repeat("word ")),
        ("lines", repeat("A line of text that ends here.\n")),
        ("newlines", repeat("\n")),
        ("brackets", repeat("[")),
        ("closed brackets", repeat("[a]")),
        ("brackets on lines", repeat("[\n")),
        ("emphasis", repeat("*a **b _c ")),
        ("headings", repeat("Document Information x\n")),
        ("labels", repeat("Citation: ")),
        ("quotes", repeat("\", ")),
        ("stops", repeat(". obtained ")),
        ("pages", repeat("(p. 1")),
        ("addresses", repeat("http://")),
        (
            "quoted host",
            format!(
                "\u{201c}{} History and Public Policy Program Digital Archive",
                repeat(",\u{201d} ")
            ),
        ),
        ("one long line", repeat("x")),
        ("columns", repeat("a      ")),
        ("angles", repeat("<http://a ")),
        ("escapes", repeat("\\")),
        ("objects", repeat("{\"a\":")),
    ]
}

#[test]
fn time_is_linear() {
    // The best of three, since the machine may do other things too.
    let seconds = |text: &str| {
        let times = (0..3).map(|_| {
            let (time, reading) = cpu::taken(|| read(text, &Options::default()));
            reading.unwrap();
            time.as_secs_f64()
        });
        times.fold(f64::MAX, f64::min)
    };
    for ((name, short), (_, long)) in hostile(50_000).into_iter().zip(hostile(400_000)) {
        let (one, eight) = (seconds(&short).max(0.01), seconds(&long));
        assert!(
            eight < one * 40.0,
            "{name}: {one:.4} s, then {eight:.4} s for eight times the text"
        );
    }
}

#[test]
fn empty_and_large_inputs() {
    let reading = read("", &Options::default()).unwrap();
    assert_eq!(reading.warnings[0].code, "empty-input");
    // Without optimisation a fifth of it must do.
    let length = if cfg!(debug_assertions) {
        4_000_000
    } else {
        20_000_000
    };
    let paragraph = "A paragraph of an archive's text, with [sic!] and all.\n\n";
    let large = paragraph.repeat(length / paragraph.len());
    let reading = read(&large, &Options::default()).unwrap();
    assert_eq!(reading.document.body.len(), length / paragraph.len());
    assert_eq!(reading.warnings[0].code, "no-header");
}
