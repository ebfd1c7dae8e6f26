//! A document to HTML: the head as a finding aid's page shows it, then the body.

use super::anchors::Anchors;
use super::blocks::Body;
use super::escape;
use super::html::{Inline, language_attributes};
use crate::digits;
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
    let mut body = Body {
        anchors: Anchors::new(&document.body, &options.prefix),
        options,
        out: &mut out,
    };
    body.head(document);
    body.out.push_str("<div class=\"callslip-body\"");
    if !document.language.is_empty() {
        language_attributes(&document.language, body.out);
    } else if document.direction == Direction::RightToLeft {
        body.out.push_str(" dir=\"rtl\"");
    }
    body.out.push_str(">\n");
    body.blocks(&document.body);
    out.push_str("</div>\n</article>\n");
    out
}

impl Body<'_> {
    fn head(&mut self, document: &Document) {
        if document.title.is_empty() && document.fields.is_empty() {
            return;
        }
        self.out.push_str("<header class=\"callslip-head\">\n");
        if !document.title.is_empty() {
            let level = char::from(b'0' + self.options.heading.clamp(1, 6));
            self.out.push_str("<h");
            self.out.push(level);
            self.out.push_str(" class=\"callslip-title\" dir=\"auto\">");
            self.inline(&document.title);
            self.out.push_str("</h");
            self.out.push(level);
            self.out.push_str(">\n");
        }
        let in_lead = |field: &&Field| matches!(&*field.name, "date" | "summary");
        for field in document.fields.iter().filter(in_lead) {
            self.lead(field);
        }
        let fields = document.fields.iter().filter(|field| !in_lead(field));
        if fields.clone().next().is_some() {
            self.out.push_str("<dl class=\"callslip-fields\">\n");
            let last = fields.clone().map(|field| rank(&field.name)).max();
            for wanted in 0..=last.unwrap_or(0) {
                for field in fields.clone() {
                    if rank(&field.name) == wanted {
                        self.field(field);
                    }
                }
            }
            self.out.push_str("</dl>\n");
        }
        self.out.push_str("</header>\n");
    }

    /// The date and the summary stand by themselves, above the other fields.
    fn lead(&mut self, field: &Field) {
        for value in &field.values {
            self.out.push_str("<p class=\"callslip-");
            self.out.push_str(if field.name == "date" {
                "date"
            } else {
                "summary\" dir=\"auto"
            });
            self.out.push('"');
            self.place(field.place);
            self.out.push('>');
            self.inline(value);
            self.out.push_str("</p>\n");
        }
    }

    fn field(&mut self, field: &Field) {
        self.out.push_str("<div data-field=\"");
        escape::attribute(&field.name, self.out);
        self.out.push('"');
        self.place(field.place);
        self.out.push_str("><dt>");
        escape::text(&field.label, self.out);
        self.out.push_str("</dt>");
        for value in &field.values {
            self.out.push_str("<dd dir=\"auto\">");
            match (&*field.name, value.as_slice()) {
                ("url", [Node::Text(address)]) => address_link(address, self.out),
                _ => self.inline(value),
            }
            self.out.push_str("</dd>");
        }
        self.out.push_str("</div>\n");
    }

    pub(super) fn inline(&mut self, nodes: &[Node]) {
        Inline::new(self.out, Some(&mut self.anchors.marks)).nodes(nodes);
    }

    /// Where in the input something stood, if the page asked for it.
    pub(super) fn place(&mut self, place: Place) {
        if !self.options.places || place == Place::default() {
            return;
        }
        self.out.push_str(" data-start=\"");
        digits::push(self.out, place.start);
        self.out.push_str("\" data-end=\"");
        digits::push(self.out, place.end);
        self.out.push('"');
    }
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
