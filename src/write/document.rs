//! A document to HTML: the head as a finding aid's page shows it, then the body.

use super::anchors::Anchors;
use super::blocks::Body;
use super::escape;
use super::html::{Inline, language_attributes};
use crate::record::{Direction, Document, Field};
use crate::tree::Node;
use crate::warning::Place;

/// How a document is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentOptions {
    /// The level of the title, 1 to 6; headings of the body follow below it.
    pub heading: u8,
    /// Put before every identifier, for pages that show several documents.
    pub prefix: String,
    /// Whether every field and block says where in the input it stood (`data-start`, `data-end`).
    pub places: bool,
}

impl Default for DocumentOptions {
    fn default() -> Self {
        Self {
            heading: 1,
            prefix: String::new(),
            places: false,
        }
    }
}

/// Writes a document as an `<article>`: its head (title, date, summary, fields) and its body, where every paragraph
/// has an identifier made of its printed number.
///
/// Every character of the document is escaped, and links lead only to pages and letters.
///
/// ```
/// use callslip::record::Document;
/// use callslip::tree::{Block, BlockKind, Node};
/// use callslip::{warning::Place, write};
/// let mut paragraph = Block::text(BlockKind::Paragraph, vec![Node::Text("No news.".into())], Place::default());
/// paragraph.number = Some("2.".into());
/// let document = Document { body: vec![paragraph], ..Document::default() };
/// assert!(write::document(&document, &Default::default()).contains(
///     r##"<p id="p-2" data-para="2"><a class="callslip-number" href="#p-2">2.</a> No news.</p>"##
/// ));
/// ```
pub fn document(document: &Document, options: &DocumentOptions) -> String {
    // The marks are about a sixth of the text.
    let text = document.body.last().map_or(0, |block| block.place.end);
    let mut out = String::with_capacity(4096 + text + text / 4);
    out.push_str("<article class=\"callslip\">\n");
    head(document, options, &mut out);
    out.push_str("<div class=\"callslip-body\"");
    if !document.language.is_empty() {
        language_attributes(&document.language, &mut out);
    } else if document.direction == Direction::RightToLeft {
        out.push_str(" dir=\"rtl\"");
    }
    out.push_str(">\n");
    let mut body = Body {
        anchors: Anchors::new(&document.body),
        options,
        out: &mut out,
    };
    body.blocks(&document.body);
    out.push_str("</div>\n</article>\n");
    out
}

fn head(document: &Document, options: &DocumentOptions, out: &mut String) {
    if document.title.is_empty() && document.fields.is_empty() {
        return;
    }
    out.push_str("<header class=\"callslip-head\">\n");
    if !document.title.is_empty() {
        let level = char::from(b'0' + options.heading.clamp(1, 6));
        out.push_str("<h");
        out.push(level);
        out.push_str(" class=\"callslip-title\" dir=\"auto\">");
        inline(&document.title, options, out);
        out.push_str("</h");
        out.push(level);
        out.push_str(">\n");
    }
    let in_lead = |field: &&Field| matches!(&*field.name, "date" | "summary");
    for field in document.fields.iter().filter(in_lead) {
        lead(field, options, out);
    }
    let fields = document.fields.iter().filter(|field| !in_lead(field));
    if fields.clone().next().is_some() {
        out.push_str("<dl class=\"callslip-fields\">\n");
        let last = fields.clone().map(|field| rank(&field.name)).max();
        for wanted in 0..=last.unwrap_or(0) {
            for field in fields.clone() {
                if rank(&field.name) == wanted {
                    self::field(field, options, out);
                }
            }
        }
        out.push_str("</dl>\n");
    }
    out.push_str("</header>\n");
}

/// Where it is kept comes first, then what it is, then who made the copy; the archive's own citation comes last. What is
/// not named here keeps its order between them.
fn rank(name: &str) -> usize {
    const FIRST: [&str; 8] = [
        "creator",
        "recipient",
        "repository",
        "location",
        "classification",
        "original-language",
        "host",
        "credits",
    ];
    const LAST: [&str; 3] = ["record-id", "url", "citation"];
    let place = |names: &[&str]| names.iter().position(|known| *known == name);
    place(&FIRST).unwrap_or_else(|| FIRST.len() + place(&LAST).map_or(0, |at| at + 1))
}

/// The date and the summary stand by themselves, above the other fields.
fn lead(field: &Field, options: &DocumentOptions, out: &mut String) {
    for value in &field.values {
        out.push_str("<p class=\"callslip-");
        out.push_str(if field.name == "date" {
            "date"
        } else {
            "summary"
        });
        out.push('"');
        place(field.place, options, out);
        out.push('>');
        inline(value, options, out);
        out.push_str("</p>\n");
    }
}

fn field(field: &Field, options: &DocumentOptions, out: &mut String) {
    out.push_str("<div data-field=\"");
    escape::attribute(&field.name, out);
    out.push('"');
    place(field.place, options, out);
    out.push_str("><dt>");
    escape::text(&field.label, out);
    out.push_str("</dt>");
    for value in &field.values {
        out.push_str("<dd dir=\"auto\">");
        match (&*field.name, value.as_slice()) {
            ("url", [Node::Text(address)]) => address_link(address, out),
            _ => inline(value, options, out),
        }
        out.push_str("</dd>");
    }
    out.push_str("</div>\n");
}

fn address_link(address: &str, out: &mut String) {
    match escape::safe_address(address) {
        Some(safe) => {
            out.push_str("<a href=\"");
            escape::attribute(&safe, out);
            out.push_str("\">");
            escape::text(address, out);
            out.push_str("</a>");
        }
        None => escape::text(address, out),
    }
}

pub(super) fn inline(nodes: &[Node], options: &DocumentOptions, out: &mut String) {
    Inline::new(out, Some(&options.prefix)).nodes(nodes);
}

/// Where in the input something stood, if the page asked for it.
pub(super) fn place(place: Place, options: &DocumentOptions, out: &mut String) {
    if !options.places || place == Place::default() {
        return;
    }
    out.push_str(" data-start=\"");
    out.push_str(&place.start.to_string());
    out.push_str("\" data-end=\"");
    out.push_str(&place.end.to_string());
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<Node> {
        vec![Node::Text(text.to_owned())]
    }

    fn field(name: &str, label: &str, value: &str) -> Field {
        Field {
            name: name.to_owned(),
            label: label.to_owned(),
            values: vec![words(value)],
            place: Place::new(3, 9),
        }
    }

    #[test]
    fn the_head_reads_like_an_item_page() {
        let document = Document {
            title: words("Telegram <1>"),
            fields: vec![
                field("url", "Address", "https://a.example/?b&c"),
                field("date", "Date", "May 1, 1951"),
                field("url", "Address", "javascript:alert(1)"),
            ],
            ..Document::default()
        };
        let options = DocumentOptions {
            heading: 2,
            places: true,
            ..DocumentOptions::default()
        };
        let place = "data-start=\"3\" data-end=\"9\"";
        let expected = format!(
            "<article class=\"callslip\">\n<header class=\"callslip-head\">\n\
             <h2 class=\"callslip-title\" dir=\"auto\">Telegram &lt;1&gt;</h2>\n\
             <p class=\"callslip-date\" {place}>May 1, 1951</p>\n<dl class=\"callslip-fields\">\n\
             <div data-field=\"url\" {place}><dt>Address</dt><dd dir=\"auto\">\
             <a href=\"https://a.example/?b&amp;c\">https://a.example/?b&amp;c</a></dd></div>\n\
             <div data-field=\"url\" {place}><dt>Address</dt><dd dir=\"auto\">javascript:alert(1)</dd></div>\n\
             </dl>\n</header>\n<div class=\"callslip-body\">\n</div>\n</article>\n"
        );
        assert_eq!(super::document(&document, &options), expected);
    }

    #[test]
    fn the_body_says_its_language() {
        let mut arabic = Document {
            language: "ar".to_owned(),
            ..Document::default()
        };
        let html = super::document(&arabic, &DocumentOptions::default());
        assert!(html.contains("<div class=\"callslip-body\" lang=\"ar\" dir=\"rtl\">"));
        arabic.language.clear();
        arabic.direction = Direction::RightToLeft;
        let html = super::document(&arabic, &DocumentOptions::default());
        assert!(html.contains("<div class=\"callslip-body\" dir=\"rtl\">"));
    }
}
