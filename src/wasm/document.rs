//! The document as a plain JavaScript value, and back.
//!
//! ```text
//! document = { title: [node], fields: [field], body: [block], language, direction: "ltr" | "rtl" }
//! field    = { name, label, values: [[node]], start, end }
//! block    = { type, level?, number?, language?, content?: [node], blocks?: [block], start, end }
//! node     = string | { type, href? | language? | number?, content: [node] } | { type: "line-break" | "page-break" }
//! ```

use super::offsets::Offsets;
use crate::digits;
use crate::error::Error;
use crate::json::{self, Json, Value};
use crate::record::{Direction, Document, Field};
use crate::tree::{Block, BlockKind, Editorial, Node, Style};
use crate::warning::Place;

/// The kinds of block and their names.
const BLOCKS: [(BlockKind, &str); 17] = [
    (BlockKind::Paragraph, "paragraph"),
    (BlockKind::Registry, "registry"),
    (BlockKind::Addressee, "addressee"),
    (BlockKind::Field, "field"),
    (BlockKind::Classification, "classification"),
    (BlockKind::Stamp, "stamp"),
    (BlockKind::Distribution, "distribution"),
    (BlockKind::Signature, "signature"),
    (BlockKind::List, "list"),
    (BlockKind::Item, "item"),
    (BlockKind::Quotation, "quotation"),
    (BlockKind::Table, "table"),
    (BlockKind::Row, "row"),
    (BlockKind::Cell, "cell"),
    (BlockKind::Note, "note"),
    (BlockKind::Rule, "rule"),
    (BlockKind::Preformatted, "preformatted"),
];

/// The styles without a value and their names.
const STYLES: [(Style, &str); 8] = [
    (Style::Italic, "italic"),
    (Style::Strong, "strong"),
    (Style::Superscript, "superscript"),
    (Style::Subscript, "subscript"),
    (Style::SmallCaps, "small-caps"),
    (Style::NoCase, "no-case"),
    (Style::Quote, "quote"),
    (Style::Name, "name"),
];

const EDITORIALS: [Editorial; 7] = [
    Editorial::Sic,
    Editorial::Gap,
    Editorial::Stamp,
    Editorial::Handwriting,
    Editorial::Supplied,
    Editorial::Deleted,
    Editorial::Added,
];

/// Adds the document as JSON; places become UTF-16 offsets.
pub(super) fn encode(document: &Document, offsets: &Offsets, out: &mut String) {
    let direction = match document.direction {
        Direction::LeftToRight => "ltr",
        Direction::RightToLeft => "rtl",
    };
    out.push_str("{\"title\":");
    encode_nodes(&document.title, out);
    out.push_str(",\"fields\":");
    array(&document.fields, out, |field, out| {
        encode_field(field, offsets, out);
    });
    out.push_str(",\"body\":");
    encode_blocks(&document.body, offsets, out);
    member("language", &document.language, out);
    member("direction", direction, out);
    out.push('}');
}

/// Adds a list.
fn array<T>(all: &[T], out: &mut String, mut encode: impl FnMut(&T, &mut String)) {
    out.push('[');
    for (at, one) in all.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        encode(one, out);
    }
    out.push(']');
}

/// Adds a member that is not its object's first.
fn member(key: &str, text: &str, out: &mut String) {
    for piece in [",\"", key, "\":"] {
        out.push_str(piece);
    }
    json::write_string(text, out);
}

/// Adds the beginning of an object, up to its type.
fn typed(name: &str, out: &mut String) {
    out.push_str("{\"type\":");
    json::write_string(name, out);
}

/// Adds a place, and the end of its object.
fn close(place: Place, offsets: &Offsets, out: &mut String) {
    let (start, end) = offsets.place(place);
    for piece in [
        ",\"start\":",
        &digits::text(start),
        ",\"end\":",
        &digits::text(end),
        "}",
    ] {
        out.push_str(piece);
    }
}

fn encode_field(field: &Field, offsets: &Offsets, out: &mut String) {
    out.push_str("{\"name\":");
    json::write_string(&field.name, out);
    member("label", &field.label, out);
    out.push_str(",\"values\":");
    array(&field.values, out, |nodes, out| encode_nodes(nodes, out));
    close(field.place, offsets, out);
}

fn encode_blocks(blocks: &[Block], offsets: &Offsets, out: &mut String) {
    array(blocks, out, |block, out| encode_block(block, offsets, out));
}

fn encode_block(block: &Block, offsets: &Offsets, out: &mut String) {
    typed(block_name(&block.kind), out);
    if let BlockKind::Heading(level) = block.kind {
        out.push_str(",\"level\":");
        out.push_str(&digits::text(level.into()));
    }
    if let Some(number) = &block.number {
        member("number", number, out);
    }
    if let Some(language) = &block.language {
        member("language", language, out);
    }
    if !block.nodes.is_empty() {
        out.push_str(",\"content\":");
        encode_nodes(&block.nodes, out);
    }
    if !block.blocks.is_empty() {
        out.push_str(",\"blocks\":");
        encode_blocks(&block.blocks, offsets, out);
    }
    close(block.place, offsets, out);
}

fn block_name(kind: &BlockKind) -> &'static str {
    BLOCKS
        .iter()
        .find(|(known, _)| known == kind)
        .map_or("heading", |(_, name)| name)
}

fn encode_nodes(nodes: &[Node], out: &mut String) {
    array(nodes, out, encode_node);
}

fn encode_node(node: &Node, out: &mut String) {
    match node {
        Node::Text(text) => return json::write_string(text, out),
        Node::LineBreak => typed("line-break", out),
        Node::PageBreak(page) => {
            typed("page-break", out);
            member("number", page, out);
        }
        Node::Span(style, nodes) => {
            typed(style_name(style), out);
            match style {
                Style::Link(href) => member("href", href, out),
                Style::Language(tag) => member("language", tag, out),
                Style::NoteReference(note) => member("number", note, out),
                _ => {}
            }
            out.push_str(",\"content\":");
            encode_nodes(nodes, out);
        }
    }
    out.push('}');
}

fn style_name(style: &Style) -> &'static str {
    match style {
        Style::Link(_) => "link",
        Style::Language(_) => "language",
        Style::NoteReference(_) => "note-reference",
        Style::Editorial(editorial) => editorial.name(),
        style => STYLES
            .iter()
            .find(|(known, _)| known == style)
            .map_or("name", |(_, name)| name),
    }
}

/// The document of a value, whose texts it takes over.
pub(super) fn decode(mut json: Json) -> Result<Document, Error> {
    if !matches!(json.value, Value::Object(_)) {
        return Err(Error::new(
            "document: expected the document that read() gave",
        ));
    }
    Ok(Document {
        title: nodes(&mut json, "title")?,
        fields: list(&mut json, "fields", field)?,
        body: list(&mut json, "body", block)?,
        language: text(&json, "language"),
        direction: match json.get("direction").text() {
            Some("rtl") => Direction::RightToLeft,
            _ => Direction::LeftToRight,
        },
    })
}

fn text(json: &Json, key: &str) -> String {
    json.get(key).text().unwrap_or("").to_owned()
}

/// What a list holds, taken out of its member.
fn list<T>(
    json: &mut Json,
    key: &str,
    decode: fn(Json) -> Result<T, Error>,
) -> Result<Vec<T>, Error> {
    let Value::Object(members) = &mut json.value else {
        return Ok(Vec::new());
    };
    let Some((_, member)) = members.iter_mut().find(|(name, _)| name == key) else {
        return Ok(Vec::new());
    };
    match std::mem::replace(&mut member.value, Value::Null) {
        Value::Null => Ok(Vec::new()),
        value @ Value::Array(_) => each(value, decode),
        _ => Err(Error::new(crate::letters::concat(&[
            "document: ",
            key,
            ": expected an array",
        ]))),
    }
}

fn each<T>(value: Value, decode: fn(Json) -> Result<T, Error>) -> Result<Vec<T>, Error> {
    match value {
        Value::Array(elements) => elements.into_iter().map(decode).collect(),
        _ => Ok(Vec::new()),
    }
}

fn place(json: &Json) -> Place {
    let offset = |key: &str| {
        json.get(key)
            .text()
            .and_then(|text| text.parse().ok())
            .unwrap_or(0)
    };
    Place::new(offset("start"), offset("end"))
}

fn field(mut json: Json) -> Result<Field, Error> {
    Ok(Field {
        values: list(&mut json, "values", |value| each(value.value, node))?,
        name: text(&json, "name"),
        label: text(&json, "label"),
        place: place(&json),
    })
}

fn block(mut json: Json) -> Result<Block, Error> {
    let name = json.get("type").text().unwrap_or("");
    let kind = match BLOCKS.iter().find(|(_, known)| *known == name) {
        Some((kind, _)) => kind.clone(),
        None if name == "heading" => BlockKind::Heading(text(&json, "level").parse().unwrap_or(2)),
        None => {
            return Err(Error::new(crate::letters::concat(&[
                "document: unknown block type ",
                name,
            ])));
        }
    };
    Ok(Block {
        kind,
        nodes: nodes(&mut json, "content")?,
        blocks: list(&mut json, "blocks", block)?,
        number: json.get("number").text().map(str::to_owned),
        language: json.get("language").text().map(str::to_owned),
        place: place(&json),
    })
}

fn nodes(json: &mut Json, key: &str) -> Result<Vec<Node>, Error> {
    list(json, key, node)
}

fn node(mut json: Json) -> Result<Node, Error> {
    if let Value::String(text) = json.value {
        return Ok(Node::Text(text.into_owned()));
    }
    let name = json.get("type").text().unwrap_or("");
    let style = match name {
        "line-break" => return Ok(Node::LineBreak),
        "page-break" => return Ok(Node::PageBreak(text(&json, "number"))),
        "link" => Style::Link(text(&json, "href")),
        "language" => Style::Language(text(&json, "language")),
        "note-reference" => Style::NoteReference(text(&json, "number")),
        name => named_style(name)?,
    };
    Ok(Node::Span(style, nodes(&mut json, "content")?))
}

fn named_style(name: &str) -> Result<Style, Error> {
    if let Some((style, _)) = STYLES.iter().find(|(_, known)| *known == name) {
        return Ok(style.clone());
    }
    EDITORIALS
        .into_iter()
        .find(|editorial| editorial.name() == name)
        .map(Style::Editorial)
        .ok_or_else(|| {
            Error::new(crate::letters::concat(&[
                "document: unknown node type ",
                name,
            ]))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_trip() {
        let text = |text: &str| Node::Text(text.to_owned());
        let mut paragraph = Block::text(
            BlockKind::Paragraph,
            vec![
                text("but "),
                Node::Span(Style::Editorial(Editorial::Sic), vec![text("[sic!]")]),
                Node::Span(Style::Link("https://example.org".into()), vec![text("x")]),
                Node::LineBreak,
                Node::PageBreak("2".into()),
            ],
            Place::new(3, 9),
        );
        paragraph.number = Some("1.".into());
        let document = Document {
            title: vec![text("T")],
            fields: vec![Field {
                name: "date".into(),
                label: "Date".into(),
                values: vec![vec![text("1973")]],
                place: Place::new(0, 4),
            }],
            body: vec![
                Block::of(BlockKind::List, vec![paragraph], Place::default()),
                Block::text(BlockKind::Heading(3), vec![text("H")], Place::default()),
            ],
            language: "ar".into(),
            direction: Direction::RightToLeft,
        };
        let mut out = String::new();
        encode(&document, &Offsets::none(), &mut out);
        assert_eq!(decode(json::parse(&out).unwrap()).unwrap(), document);
    }
}
