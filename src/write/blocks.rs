//! The blocks of a body to HTML.

use super::anchors::Anchors;
use super::document::DocumentOptions;
use super::escape;
use super::html::language_attributes;
use super::marks::NEW;
use crate::tree::{Block, BlockKind};

/// Writes the blocks of one document, in order.
pub(super) struct Body<'a> {
    pub(super) anchors: Anchors,
    pub(super) options: &'a DocumentOptions,
    pub(super) out: &'a mut String,
}

impl Body<'_> {
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for group in blocks.chunk_by(|one, next| is_note(one) && is_note(next)) {
            let notes = group.first().is_some_and(is_note);
            if notes {
                self.out
                    .push_str("<section class=\"callslip-notes\" role=\"doc-endnotes\">\n");
            }
            for block in group {
                self.block(block);
            }
            if notes {
                self.out.push_str("</section>\n");
            }
        }
    }

    fn block(&mut self, block: &Block) {
        match block.kind {
            BlockKind::Heading(level) => self.heading(level, block),
            BlockKind::Paragraph => self.paragraph(block),
            BlockKind::Registry => self.element("p", "callslip-registry", block),
            BlockKind::Addressee => self.element("p", "callslip-addressee", block),
            BlockKind::Field => self.element("p", "callslip-field", block),
            BlockKind::Classification => self.element("p", "callslip-classification", block),
            BlockKind::Stamp => self.element("p", "callslip-stamp", block),
            BlockKind::Distribution => self.element("p", "callslip-distribution", block),
            BlockKind::Signature => self.element("p", "callslip-signature", block),
            BlockKind::List => self.element("ul", "callslip-list", block),
            BlockKind::Item => self.element("li", "", block),
            BlockKind::Quotation => self.element("blockquote", "", block),
            BlockKind::Table => self.table(block),
            BlockKind::Row => self.element("tr", "", block),
            BlockKind::Cell => self.element("td", "", block),
            BlockKind::Note => self.note(block),
            BlockKind::Rule => self.out.push_str("<hr>\n"),
            BlockKind::Preformatted => self.element("pre", "", block),
        }
    }

    fn element(&mut self, name: &str, class: &str, block: &Block) {
        let name = holder(name, block);
        self.begin(name, class, block);
        self.out.push('>');
        if let Some(label) = block.number.as_deref() {
            self.label(label, block.kind == BlockKind::Field);
        }
        self.content(block);
        self.end(name);
    }

    /// Leaves the tag open for more attributes.
    fn begin(&mut self, name: &str, class: &str, block: &Block) {
        self.out.push('<');
        self.out.push_str(name);
        if !class.is_empty() {
            self.out.push_str(" class=\"");
            self.out.push_str(class);
            self.out.push('"');
        }
        if let Some(language) = &block.language {
            language_attributes(language, self.out);
        }
        self.place(block.place);
    }

    fn end(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push_str(">\n");
    }

    fn content(&mut self, block: &Block) {
        self.inline(&block.nodes);
        if !block.blocks.is_empty() {
            self.out.push('\n');
            self.blocks(&block.blocks);
        }
    }

    /// What stands before the text: `Subject:`, `(a)`.
    fn label(&mut self, label: &str, is_field: bool) {
        self.out.push_str("<span class=\"callslip-label\">");
        escape::text(label, self.out);
        if is_field && !label.ends_with(':') {
            self.out.push(':');
        }
        self.out.push_str("</span> ");
    }

    /// Headings stay below the title, and a table of contents can lead to them.
    fn heading(&mut self, level: u8, block: &Block) {
        let level = self.options.heading.saturating_add(level).clamp(2, 6);
        let names = ["h2", "h3", "h4", "h5", "h6"];
        let name = names.get(usize::from(level) - 2).unwrap_or(&"h6");
        let id = self.anchors.next_heading();
        self.begin(name, "", block);
        self.identifier(&id);
        self.out.push('>');
        if let Some(number) = &block.number {
            self.label(number, false);
        }
        self.content(block);
        self.end(name);
    }

    fn identifier(&mut self, id: &str) {
        self.out.push_str(" id=\"");
        escape::attribute(&self.options.prefix, self.out);
        self.out.push_str(id);
        self.out.push('"');
    }

    /// A paragraph can be linked to by its number.
    fn paragraph(&mut self, block: &Block) {
        let anchor = self.anchors.next(block.number.as_deref());
        let name = holder("p", block);
        self.begin(name, "", block);
        self.identifier(&anchor.id);
        if let Some(paragraph) = anchor.paragraph() {
            self.out.push_str(" data-para=\"");
            self.out.push_str(paragraph);
            self.out.push('"');
        }
        self.out.push('>');
        if let Some(number) = &block.number {
            self.out.push_str("<a class=\"callslip-number\" href=\"#");
            escape::attribute(&self.options.prefix, self.out);
            self.out.push_str(&anchor.id);
            self.out.push_str("\">");
            escape::text(number, self.out);
            self.out.push_str("</a> ");
        }
        self.anchors.spare = anchor.id;
        self.content(block);
        self.end(name);
    }

    /// A table may be wider than the page: it scrolls by itself, by the keyboard too.
    fn table(&mut self, block: &Block) {
        self.out.push_str(
            "<div class=\"callslip-scroll\" role=\"region\" aria-label=\"Table\" tabindex=\"0\">\n",
        );
        self.begin("table", "", block);
        self.out.push_str("><tbody>");
        self.content(block);
        self.out.push_str("</tbody></table>\n</div>\n");
    }

    /// A note leads back to where it is referred to.
    fn note(&mut self, block: &Block) {
        self.begin("div", "callslip-note", block);
        let Some(number) = block.number.as_deref() else {
            self.out.push('>');
            self.content(block);
            return self.end("div");
        };
        let marks = &mut self.anchors.marks;
        self.out.push_str(" id=\"");
        let turn = marks.anchor("note-", number, NEW, self.out);
        self.out
            .push_str("\"><a class=\"callslip-number\" role=\"doc-backlink\" href=\"#");
        marks.anchor("ref-", number, turn, self.out);
        self.out.push_str("\">");
        escape::text(number, self.out);
        self.out.push_str("</a> ");
        self.content(block);
        self.end("div");
    }
}

/// A `<p>` cannot hold blocks; a `<div>` can.
fn holder<'a>(name: &'a str, block: &Block) -> &'a str {
    if name == "p" && !block.blocks.is_empty() {
        "div"
    } else {
        name
    }
}

fn is_note(block: &Block) -> bool {
    block.kind == BlockKind::Note
}

#[cfg(test)]
mod tests {
    use crate::record::Document;
    use crate::tree::{Block, BlockKind, Node, Style};
    use crate::warning::Place;
    use crate::write::{DocumentOptions, document};

    fn block(kind: BlockKind, number: Option<&str>, text: &str) -> Block {
        let nodes = vec![Node::Text(text.to_owned())];
        Block {
            number: number.map(str::to_owned),
            ..Block::text(kind, nodes, Place::default())
        }
    }

    fn written(body: Vec<Block>) -> String {
        let document_with = Document {
            body,
            ..Document::default()
        };
        let options = DocumentOptions {
            prefix: "a-".to_owned(),
            ..DocumentOptions::default()
        };
        let html = document(&document_with, &options);
        let body = html.split_once("<div class=\"callslip-body\">\n");
        let (body, _) = body.unwrap().1.split_once("</div>\n</article>").unwrap();
        body.to_owned()
    }

    #[test]
    fn paragraphs_link_to_themselves() {
        let body = vec![
            block(BlockKind::Paragraph, Some("1."), "One"),
            block(BlockKind::Paragraph, None, "More"),
        ];
        assert_eq!(
            written(body),
            "<p id=\"a-p-1\" data-para=\"1\"><a class=\"callslip-number\" href=\"#a-p-1\">1.</a> One</p>\n\
             <p id=\"a-p-1a\">More</p>\n"
        );
    }

    #[test]
    fn notes_lead_back() {
        let mut text = block(BlockKind::Paragraph, None, "Text");
        let mark = vec![Node::Text("3".to_owned())];
        text.nodes
            .push(Node::Span(Style::NoteReference("3".to_owned()), mark));
        let html = written(vec![text, block(BlockKind::Note, Some("3"), "Aside")]);
        assert!(html.contains("<sup><a class=\"callslip-noteref\" role=\"doc-noteref\" id=\"a-ref-3\" href=\"#a-note-3\">3</a></sup>"));
        assert!(html.contains("id=\"a-note-3\"><a class=\"callslip-number\" role=\"doc-backlink\" href=\"#a-ref-3\">3</a> Aside</div>"));
    }

    #[test]
    fn what_comes_again_has_identifiers_of_its_own() {
        let marked = || {
            let mut text = block(BlockKind::Paragraph, None, "Text");
            text.nodes.push(Node::PageBreak("4".to_owned()));
            let mark = Style::NoteReference("*".to_owned());
            text.nodes
                .push(Node::Span(mark, vec![Node::Text("*".to_owned())]));
            text
        };
        let note = || block(BlockKind::Note, Some("*"), "Aside");
        let html = written(vec![marked(), note(), marked(), marked(), note()]);
        let ids: Vec<&str> = html
            .split(" id=\"a-")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        assert_eq!(
            ids,
            [
                "p-1", "page-4", "ref-", "note-", "p-2", "page-4_2", "ref-_2", "p-3", "page-4_3",
                "ref-_3", "note-_2"
            ]
        );
        let links: Vec<&str> = html
            .split(" href=\"#a-")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        assert_eq!(links, ["note-", "ref-", "note-_2", "note-_2", "ref-_2"]);
    }

    #[test]
    fn tables_and_fields() {
        let row = Block::of(
            BlockKind::Row,
            vec![block(BlockKind::Cell, None, "x")],
            Place::default(),
        );
        let table = Block::of(BlockKind::Table, vec![row], Place::default());
        let html = written(vec![
            table,
            block(BlockKind::Field, Some("Subject"), "Rice & tea"),
        ]);
        assert!(html.contains("<table><tbody>\n<tr>\n<td>x</td>\n</tr>\n</tbody></table>"));
        assert!(html.contains("<p class=\"callslip-field\"><span class=\"callslip-label\">Subject:</span> Rice &amp; tea</p>"));
    }

    #[test]
    fn headings_stay_below_the_title() {
        let html = written(vec![
            block(BlockKind::Heading(1), None, "I"),
            block(BlockKind::Heading(6), None, "II"),
        ]);
        assert_eq!(html, "<h2 id=\"a-h-1\">I</h2>\n<h6 id=\"a-h-2\">II</h6>\n");
    }
}
