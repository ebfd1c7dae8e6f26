//! Hostile input, for each reader: entities that grow, files from outside, nesting without end, broken characters, sizes. All
//! of it ends in a time and a size that grow no faster than the input, with a warning and without a panic.
//!
//! `CALLSLIP_LARGE=50000000 cargo test --release -- hostile` tries inputs of 50 MB.

use crate::cpu::taken;
use crate::inputs::{INPUTS, as_format};
use callslip::export;
use callslip::read::{Options, decode, read};
use callslip::record::Reading;
use callslip::tree::{Block, Node};
use std::sync::OnceLock;

/// How long a large input is.
fn large() -> usize {
    let asked = std::env::var("CALLSLIP_LARGE").ok();
    asked
        .and_then(|asked| asked.parse().ok())
        .unwrap_or(300_000)
}

fn xml() -> impl Iterator<Item = (&'static str, &'static str)> {
    let markup = INPUTS
        .into_iter()
        .filter(|(format, input, _)| input.starts_with('<') && *format != "json-ld");
    markup.map(|(format, input, _)| (format, input))
}

/// How many bytes a reading holds.
fn size(reading: &Reading) -> usize {
    fn nodes(all: &[Node]) -> usize {
        let one = |node: &Node| match node {
            Node::Text(text) | Node::PageBreak(text) => text.len(),
            Node::Span(_, inner) => nodes(inner),
            Node::LineBreak => 1,
        };
        all.iter().map(one).sum()
    }
    fn blocks(all: &[Block]) -> usize {
        all.iter()
            .map(|block| nodes(&block.nodes) + blocks(&block.blocks))
            .sum()
    }
    let fields = reading
        .document
        .fields
        .iter()
        .flat_map(|field| &field.values);
    let records = std::iter::once(&reading.record).chain(&reading.others);
    let records = records.map(|record| export::export(record, "csl-json").unwrap().len());
    fields.map(|value| nodes(value)).sum::<usize>()
        + blocks(&reading.document.body)
        + records.sum::<usize>()
}

/// Reads a text and sees that what it holds is in proportion.
fn reasonable(text: &str, format: &str, what: &str) -> Reading {
    let (time, reading) = taken(|| as_format(text, format));
    let held = size(&reading);
    assert!(
        held < 200 * text.len() + 10_000,
        "{format}, {what}: {held} bytes of {}",
        text.len()
    );
    // Twenty times what plain text takes, and a little for anything; by the square of the length it would be thousands.
    let most = (20 * text.len() + 2_000_000) as f64 * plain_byte();
    assert!(
        time.as_secs_f64() < most,
        "{format}, {what}: {time:.1?} for {} bytes",
        text.len()
    );
    reading
}

/// What reading takes for each byte of plain text here, in seconds.
fn plain_byte() -> f64 {
    static TAKEN: OnceLock<f64> = OnceLock::new();
    *TAKEN.get_or_init(|| {
        let text = "A paragraph of an archive's text.\n\n".repeat(10_000);
        let (time, _) = taken(|| read(&text, &Options::default()));
        time.as_secs_f64() / text.len() as f64
    })
}

fn has(reading: &Reading, code: &str) -> bool {
    reading.warnings.iter().any(|warning| warning.code == code)
}

#[test]
fn entities_are_neither_expanded_nor_fetched() {
    let mut bomb =
        "<!DOCTYPE x [<!ENTITY a0 \"lolol\"><!ENTITY out SYSTEM \"file:///etc/passwd\">".to_owned();
    for level in 1..30 {
        let inner = format!("&a{};", level - 1).repeat(10);
        bomb.push_str(&format!("<!ENTITY a{level} \"{inner}\">"));
    }
    bomb.push_str("<!ENTITY % outer SYSTEM \"http://a.example/x.dtd\"> %outer;]>\n");
    for (format, input) in xml() {
        let close = input.find("</").unwrap();
        let text = [&bomb, &input[..close], " &a29;&out; ", &input[close..]].concat();
        let reading = reasonable(&text, format, "bomb");
        assert!(has(&reading, "unknown-entity"), "{format}");
        let mut held = format!("{:?}", reading.document);
        held.push_str(&export::export(&reading.record, "csl-json").unwrap());
        assert!(held.contains("&a29;"), "{format}: {held}");
        assert!(
            !held.contains("root:") && !held.contains("lolol"),
            "{format}: {held}"
        );
    }
}

#[test]
fn depth_is_no_matter() {
    for (format, input) in xml() {
        let close = input.rfind("</").unwrap();
        for (open, shut) in [
            ("<p>", "</p>"),
            ("<div>x", "</div>"),
            ("<c><did><unittitle>x</unittitle></did>", "</c>"),
            ("<p>", ""),
        ] {
            let depth = 100_000;
            let deep = [open.repeat(depth), shut.repeat(depth)].concat();
            let text = [&input[..close], &deep, &input[close..]].concat();
            let reading = reasonable(&text, format, "depth");
            assert!(
                !shut.is_empty() || has(&reading, "markup-not-closed"),
                "{format}"
            );
        }
    }
    let notes = "<TEI><text><p>x<note n='1'>y</note></p>".to_owned()
        + &"<p>x<note n='1'>y</note></p>".repeat(20_000);
    reasonable(&notes, "tei", "notes of one number");
    for (format, ..) in INPUTS {
        for bracket in ["[", "{", "{\"a\":", "{\"items\":[", "(", "\"", "<"] {
            let reading = reasonable(&bracket.repeat(100_000), format, bracket);
            let json = format == "iiif" || format.contains("json") && format != "json-ld";
            assert!(
                !json || has(&reading, "not-well-formed"),
                "{format}: {bracket}"
            );
        }
    }
    let braces = format!(
        "@book{{a, title = {}x{}}}",
        "{".repeat(100_000),
        "}".repeat(100_000)
    );
    assert_eq!(
        reasonable(&braces, "bibtex", "braces").document.title.len(),
        1
    );
}

#[test]
fn broken_characters_are_marked() {
    for (format, input, _) in INPUTS {
        let words = ["boats", "oats", "Born", "1961"];
        let at = words.iter().find_map(|word| input.find(word)).unwrap();
        let spliced =
            |bytes: &[u8]| [&input.as_bytes()[..at], bytes, &input.as_bytes()[at..]].concat();
        for (bytes, code) in [
            (&b"\0"[..], "control-characters"),
            (b"\xc3\xa9\xc3\xa9\xc3\xa9 \xff", "broken-encoding"),
        ] {
            let (text, warnings) = decode(&spliced(bytes));
            assert!(
                warnings.iter().any(|warning| warning.code == code),
                "{format}: {warnings:?}"
            );
            let reading = reasonable(&text, format, code);
            assert!(
                format!("{:?}{:?}", reading.document, reading.record).contains('\u{fffd}'),
                "{format}, {code}"
            );
        }
        // A text that a program hands over was not decoded.
        let text = String::from_utf8(spliced(b"\0")).unwrap();
        let reading = reasonable(&text, format, "NUL");
        assert!(has(&reading, "control-characters"), "{format}");
        assert!(
            !format!("{:?}{:?}", reading.document, reading.record).contains("\\0"),
            "{format}"
        );
        if format.contains("json") || format == "iiif" {
            let text = String::from_utf8(spliced(b"\\ud83d")).unwrap();
            assert!(
                has(&reasonable(&text, format, "surrogate"), "broken-encoding"),
                "{format}"
            );
        }
    }
}

#[test]
fn what_is_said_once_is_not_copied_without_end() {
    let long = "word ".repeat(20_000);
    let parts = "<c level='file'><did><unittitle>x</unittitle></did></c>".repeat(2_000);
    let aid = format!(
        "<ead><archdesc><did><unittitle>{long}</unittitle><repository>{long}</repository><unitid>{long}</unitid></did><prefercite><p>{long}</p></prefercite><dsc><c level='series'><did><unittitle>{long}</unittitle><container type='box'>{long}</container></did>{parts}</c></dsc></archdesc></ead>"
    );
    reasonable(&aid, "ead", "long titles");
    let works = r##"{"@type":"Book","name":"x","author":{"@id":"#a"},"isPartOf":{"@id":"#a"}},"##
        .repeat(2_000);
    let graph = format!(r##"{{"@graph":[{works}{{"@id":"#a","name":"{long}"}}]}}"##);
    reasonable(&graph, "json-ld", "references");
    let books = "@inbook{a, crossref = {b}}\n".repeat(2_000);
    let parent = format!(
        "{books}@book{{b, title = {{{long}}}, publisher = {{{long}}}, series = {{{long}}}}}"
    );
    reasonable(&parent, "bibtex", "crossref");
    let strings = format!(
        "@string{{s = {{{long}}}}}\n{}",
        "@book{a, title = s # s # s}\n".repeat(2_000)
    );
    reasonable(&strings, "bibtex", "strings");
    let nested = (1..60).fold("@string{s0 = {lol}}\n".to_owned(), |text, at| {
        text + &format!("@string{{s{at} = s{0} # s{0}}}\n", at - 1)
    });
    reasonable(
        &(nested + "@book{a, title = s59}"),
        "bibtex",
        "bomb of strings",
    );
}

#[test]
fn size_is_no_matter() {
    for (format, input, piece) in INPUTS {
        let piece = piece.trim_end_matches(',');
        let word = "word ".repeat(large() / 5);
        let many = match format {
            "iiif" => format!(
                r#"{{"label":"x","items":[{}]}}"#,
                vec![piece; large() / piece.len()].join(",")
            ),
            name if name.contains("json") && name != "json-ld" => {
                format!("[{}]", vec![piece; large() / piece.len()].join(","))
            }
            "ris" => input.replace("ER  - ", &(piece.repeat(large() / piece.len()) + "ER  - ")),
            "bibtex" | "json-ld" => input.to_owned() + &piece.repeat(large() / piece.len()),
            _ => {
                let close = input.rfind("</").unwrap();
                [
                    &input[..close],
                    &piece.repeat(large() / piece.len()),
                    &input[close..],
                ]
                .concat()
            }
        };
        reasonable(&many, format, "many");
        let place = ["kept", "Brook", "Town"]
            .iter()
            .find_map(|word| input.find(word))
            .or_else(|| input.find("Town"))
            .unwrap();
        let long = [&input[..place], &word, &input[place..]].concat();
        reasonable(&long, format, "long");
        reasonable(&word, format, "no format");
    }
    let text = "A paragraph of an archive's text.\n\n".repeat(large() / 35);
    assert!(has(&read(&text, &Options::default()).unwrap(), "no-header"));
}
