//! The document as a plain JavaScript value, and back.
//!
//! ```text
//! document = { title: [node], fields: [field], body: [block], language, direction: "ltr" | "rtl" }
//! field    = { name, label, values: [[node]], start, end }
//! block    = { type, level?, number?, language?, content?: [node], blocks?: [block], start, end }
//! node     = string | { type, href? | language? | number?, content: [node] } | { type: "line-break" | "page-break" }
//! ```

use super::offsets::Offsets;
use super::{number, object};
use crate::error::Error;
use crate::json::{Json, Value};
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

/// The document as a value; places become UTF-16 offsets.
pub(super) fn encode(document: &Document, offsets: &Offsets) -> Value {
    let direction = match document.direction {
        Direction::LeftToRight => "ltr",
        Direction::RightToLeft => "rtl",
    };
    Value::object([
        ("title", encode_nodes(&document.title)),
        (
            "fields",
            Value::array(
                document
                    .fields
                    .iter()
                    .map(|field| encode_field(field, offsets)),
            ),
        ),
        (
            "body",
            Value::array(
                document
                    .body
                    .iter()
                    .map(|block| encode_block(block, offsets)),
            ),
        ),
        ("language", Value::string(document.language.as_str())),
        ("direction", Value::string(direction)),
    ])
}

fn encode_field(field: &Field, offsets: &Offsets) -> Value {
    let (start, end) = offsets.place(field.place);
    Value::object([
        ("name", Value::string(field.name.as_str())),
        ("label", Value::string(field.label.as_str())),
        (
            "values",
            Value::array(field.values.iter().map(|nodes| encode_nodes(nodes))),
        ),
        ("start", number(start)),
        ("end", number(end)),
    ])
}

fn encode_block(block: &Block, offsets: &Offsets) -> Value {
    let (start, end) = offsets.place(block.place);
    let mut members = vec![("type", Value::string(block_name(&block.kind)))];
    if let BlockKind::Heading(level) = block.kind {
        members.push(("level", number(level.into())));
    }
    if let Some(number) = &block.number {
        members.push(("number", Value::string(number.as_str())));
    }
    if let Some(language) = &block.language {
        members.push(("language", Value::string(language.as_str())));
    }
    if !block.nodes.is_empty() {
        members.push(("content", encode_nodes(&block.nodes)));
    }
    if !block.blocks.is_empty() {
        let blocks = block
            .blocks
            .iter()
            .map(|block| encode_block(block, offsets));
        members.push(("blocks", Value::array(blocks)));
    }
    members.push(("start", number(start)));
    members.push(("end", number(end)));
    object(members)
}

fn block_name(kind: &BlockKind) -> &'static str {
    BLOCKS
        .iter()
        .find(|(known, _)| known == kind)
        .map_or("heading", |(_, name)| name)
}

fn encode_nodes(nodes: &[Node]) -> Value {
    Value::array(nodes.iter().map(encode_node))
}

fn encode_node(node: &Node) -> Value {
    match node {
        Node::Text(text) => Value::string(text.as_str()),
        Node::LineBreak => Value::object([("type", Value::string("line-break"))]),
        Node::PageBreak(page) => Value::object([
            ("type", Value::string("page-break")),
            ("number", Value::string(page.as_str())),
        ]),
        Node::Span(style, nodes) => {
            let mut members = vec![("type", Value::string(style_name(style)))];
            match style {
                Style::Link(href) => members.push(("href", Value::string(href.as_str()))),
                Style::Language(tag) => members.push(("language", Value::string(tag.as_str()))),
                Style::NoteReference(note) => {
                    members.push(("number", Value::string(note.as_str())))
                }
                _ => {}
            }
            members.push(("content", encode_nodes(nodes)));
            object(members)
        }
    }
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

/// The document of a value.
pub(super) fn decode(json: &Json) -> Result<Document, Error> {
    if !matches!(json.value, Value::Object(_)) {
        return Err(Error::new(
            "document: expected the document that read() gave",
        ));
    }
    Ok(Document {
        title: nodes(json, "title")?,
        fields: list(json, "fields")
            .iter()
            .map(field)
            .collect::<Result<_, _>>()?,
        body: list(json, "body")
            .iter()
            .map(block)
            .collect::<Result<_, _>>()?,
        language: text(json, "language"),
        direction: match json.get("direction").text() {
            Some("rtl") => Direction::RightToLeft,
            _ => Direction::LeftToRight,
        },
    })
}

fn text(json: &Json, key: &str) -> String {
    json.get(key).text().unwrap_or("").to_owned()
}

fn list<'a>(json: &'a Json, key: &str) -> &'a [Json] {
    json.member(key).map_or(&[], Json::elements)
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

fn field(json: &Json) -> Result<Field, Error> {
    Ok(Field {
        name: text(json, "name"),
        label: text(json, "label"),
        values: list(json, "values")
            .iter()
            .map(|value| value.elements().iter().map(node).collect())
            .collect::<Result<_, _>>()?,
        place: place(json),
    })
}

fn block(json: &Json) -> Result<Block, Error> {
    let name = json.get("type").text().unwrap_or("");
    let kind = match BLOCKS.iter().find(|(_, known)| *known == name) {
        Some((kind, _)) => kind.clone(),
        None if name == "heading" => BlockKind::Heading(text(json, "level").parse().unwrap_or(2)),
        None => return Err(Error::new(format!("document: unknown block type {name}"))),
    };
    Ok(Block {
        kind,
        number: json.get("number").text().map(str::to_owned),
        language: json.get("language").text().map(str::to_owned),
        nodes: nodes(json, "content")?,
        blocks: list(json, "blocks")
            .iter()
            .map(block)
            .collect::<Result<_, _>>()?,
        place: place(json),
    })
}

fn nodes(json: &Json, key: &str) -> Result<Vec<Node>, Error> {
    list(json, key).iter().map(node).collect()
}

fn node(json: &Json) -> Result<Node, Error> {
    if let Value::String(text) = &json.value {
        return Ok(Node::Text(text.clone()));
    }
    let name = json.get("type").text().unwrap_or("");
    let style = match name {
        "line-break" => return Ok(Node::LineBreak),
        "page-break" => return Ok(Node::PageBreak(text(json, "number"))),
        "link" => Style::Link(text(json, "href")),
        "language" => Style::Language(text(json, "language")),
        "note-reference" => Style::NoteReference(text(json, "number")),
        name => named_style(name)?,
    };
    Ok(Node::Span(style, nodes(json, "content")?))
}

fn named_style(name: &str) -> Result<Style, Error> {
    if let Some((style, _)) = STYLES.iter().find(|(_, known)| *known == name) {
        return Ok(style.clone());
    }
    EDITORIALS
        .into_iter()
        .find(|editorial| editorial.name() == name)
        .map(Style::Editorial)
        .ok_or_else(|| Error::new(format!("document: unknown node type {name}")))
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
        let value = encode(&document, &Offsets::none());
        assert_eq!(decode(&value.into()).unwrap(), document);
    }
}
