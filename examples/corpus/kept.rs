//! The words of an input, and those of them that its reading holds.

use callslip::export;
use callslip::json::{self, Json, Value};
use callslip::read::Format;
use callslip::record::Reading;
use callslip::tree::{Block, Node};

/// The words that a reader of the input would see: of XML the text, of JSON the strings.
pub fn words_of(text: &str, format: &str) -> Vec<String> {
    let seen = match Format::from_name(format) {
        Some(Format::ArchiveText | Format::Text) => text.to_owned(),
        Some(Format::Ris) => without_keys(text, "  -"),
        Some(Format::Bibtex) => without_commands(&without_keys(text, "=")),
        _ => match json::parse(text) {
            Ok(json) => strings(&json),
            Err(_) if format == "json-ld" => without_properties(text),
            Err(_) => without_tags(text),
        },
    };
    let words = seen
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

fn strings(json: &Json) -> String {
    match &json.value {
        // Some fields hold a list that is written as JSON again.
        Value::String(text) => match json::parse(text) {
            Ok(list) if text.starts_with("[\"") => strings(&list),
            _ if text.contains("</") && !text.starts_with("<?xml") => without_tags(text),
            _ => text.to_string(),
        },
        Value::Array(elements) => elements.iter().map(strings).collect::<Vec<_>>().join(" "),
        // The vocabulary of JSON-LD and the language of a text are named as attributes name them in XML.
        Value::Object(members) => {
            let shown = members
                .iter()
                .filter(|(key, _)| !["@context", "@language"].contains(&key.as_ref()));
            let inner = shown.map(|(_, member)| strings(member));
            inner.collect::<Vec<_>>().join(" ")
        }
        _ => String::new(),
    }
}

/// Lines without the names of the fields that they begin with.
fn without_keys(text: &str, mark: &str) -> String {
    text.lines()
        .map(|line| match line.split_once(mark) {
            Some((key, value)) if key.trim().chars().all(char::is_alphanumeric) => value,
            _ => line,
        })
        .collect::<Vec<_>>()
        .join("\n")
}

/// LaTeX without the names of its commands.
fn without_commands(text: &str) -> String {
    let letter = |c: char| c.is_ascii_alphabetic();
    let mut parts = text.split('\\');
    let first = parts.next().unwrap_or("").to_owned();
    first
        + &parts
            .map(|part| part.trim_start_matches(letter))
            .collect::<String>()
}

/// A text with scripts of JSON-LD in it, without their keys.
fn without_properties(text: &str) -> String {
    text.lines()
        .map(|line| match line.split_once("\": ") {
            Some((key, value)) if key.trim_start().starts_with(['"', '{']) => value,
            _ => line,
        })
        .collect::<Vec<_>>()
        .join("\n")
}

/// The text of XML without its tags, its remarks and its entities.
pub fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let comment = rest.starts_with("<!--");
        let end = match rest.as_bytes()[0] {
            b'<' if comment => rest.find("-->").map(|end| end + 3),
            b'<' => rest.find('>').map(|end| end + 1),
            _ => rest.find(';').filter(|end| *end < 12).map(|end| end + 1),
        };
        let end = end.unwrap_or(1);
        out.push_str(&match &rest[..end] {
            "&amp;" => "&".to_owned(),
            "&" => "&".to_owned(),
            tag if tag.starts_with('<') => " ".to_owned(),
            entity => character(entity),
        });
        rest = &rest[end..];
    }
    out + rest
}

/// The character that a reference gives by its number; of names none are words.
fn character(reference: &str) -> String {
    let number = reference.trim_start_matches("&#").trim_end_matches(';');
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    let c = code.ok().and_then(char::from_u32);
    c.map_or(" ".to_owned(), String::from)
}

/// The words that neither the document nor any record holds.
pub fn lost<'a>(words: &'a [String], reading: &Reading) -> Vec<&'a str> {
    let mut held = String::new();
    nodes_text(&reading.document.title, &mut held);
    for field in &reading.document.fields {
        held.push_str(&field.label);
        held.push(' ');
        for value in &field.values {
            nodes_text(value, &mut held);
            held.push(' ');
        }
    }
    blocks_text(&reading.document.body, &mut held);
    for record in std::iter::once(&reading.record).chain(&reading.others) {
        held.push_str(&export::export(record, "csl-json").unwrap_or_default());
    }
    // Where marks stand within words (`V[ice]`), the letters are together in one and apart in the other.
    let letters: String = held
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    let known: std::collections::HashSet<String> = held
        .split(|c: char| !c.is_alphanumeric())
        .map(str::to_lowercase)
        .collect();
    // What opens a page is shown as its beginning, not in its words.
    let mark = |word: &str| matches!(word, "page" | "break");
    words
        .iter()
        .map(String::as_str)
        .filter(|word| !known.contains(*word) && !letters.contains(word) && !mark(word))
        .collect()
}

fn nodes_text(nodes: &[Node], out: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) => out.push_str(text),
            Node::Span(_, inner) => nodes_text(inner, out),
            Node::LineBreak => out.push('\n'),
            Node::PageBreak(page) => out.push_str(page),
        }
    }
}

fn blocks_text(blocks: &[Block], out: &mut String) {
    for block in blocks {
        out.push_str(block.number.as_deref().unwrap_or(""));
        out.push(' ');
        nodes_text(&block.nodes, out);
        out.push('\n');
        blocks_text(&block.blocks, out);
    }
}
