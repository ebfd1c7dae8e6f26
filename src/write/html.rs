//! HTML: `<i>`, `<b>`, `<sup>`, `<sub>`, links, and `lang`; small capitals and editorial marks by class.

use super::marks::{Marks, NEW, NEXT};
use super::{Quotation, escape};
use crate::letters;
use crate::tree::{Node, Style, Tree};

/// Writes a run of styled text as HTML that can stand in any paragraph.
///
/// Italic within italic is set roman again by leaving the element, so that it survives being pasted anywhere (17th
/// 14.95). Links lead only to pages and letters; any other address is dropped and its text stays.
///
/// ```
/// use callslip::{tree::Tree, write};
/// let mut title = Tree::text("A Study of ");
/// title.append(Tree::text("Hamlet").italic());
/// assert_eq!(write::html(&title.italic()), "<i>A Study of </i>Hamlet");
/// ```
pub fn html(tree: &Tree) -> String {
    let mut out = super::line();
    html_to(tree, &mut out);
    out
}

/// Adds a run as HTML to what is there.
pub fn html_to(tree: &Tree, out: &mut String) {
    Inline::new(out, None).nodes(tree.nodes());
}

/// An element that stands open.
struct Open {
    name: &'static str,
    /// Where its tag begins and ends.
    start: usize,
    end: usize,
}

/// Writes runs of text; with identifiers, also the anchors of notes and pages.
pub(super) struct Inline<'a> {
    out: &'a mut String,
    marks: Option<&'a mut Marks>,
    open: Vec<Open>,
    italic: bool,
    quotes: usize,
}

impl<'a> Inline<'a> {
    pub(super) fn new(out: &'a mut String, marks: Option<&'a mut Marks>) -> Self {
        Self {
            out,
            marks,
            open: Vec::new(),
            italic: false,
            quotes: 0,
        }
    }

    pub(super) fn nodes(&mut self, nodes: &[Node]) {
        for node in nodes {
            match node {
                Node::Text(text) => escape::text(text, self.out),
                Node::Span(style, nodes) => self.span(style, nodes),
                Node::LineBreak => self.out.push_str("<br>"),
                Node::PageBreak(page) => self.page(page),
            }
        }
    }

    fn span(&mut self, style: &Style, nodes: &[Node]) {
        match style {
            Style::Italic => self.italic(nodes),
            Style::NoCase => self.nodes(nodes),
            Style::Quote => self.quote(nodes),
            _ => self.rarer_span(style, nodes),
        }
    }

    // Citations have few of these.
    #[inline(never)]
    fn rarer_span(&mut self, style: &Style, nodes: &[Node]) {
        match style {
            Style::Italic | Style::NoCase | Style::Quote => {}
            Style::Strong => self.element("b", "<b>", nodes),
            Style::Superscript => self.element("sup", "<sup>", nodes),
            Style::Subscript => self.element("sub", "<sub>", nodes),
            Style::SmallCaps => self.element("span", "<span class=\"callslip-sc\">", nodes),
            Style::Name => self.element("span", "<span class=\"callslip-name\">", nodes),
            Style::Link(address) => self.link(address, nodes),
            Style::Language(tag) => {
                let open = language_tag(tag);
                self.element("span", &open, nodes);
            }
            Style::Editorial(mark) => {
                let open = [
                    "<span class=\"callslip-editorial callslip-",
                    mark.name(),
                    "\">",
                ];
                self.element("span", &letters::concat(&open), nodes);
            }
            Style::NoteReference(number) => self.note_reference(number, nodes),
        }
    }

    fn element(&mut self, name: &'static str, tag: &str, nodes: &[Node]) {
        self.begin(name, tag);
        self.nodes(nodes);
        self.end();
    }

    fn begin(&mut self, name: &'static str, tag: &str) {
        let start = self.out.len();
        self.out.push_str(tag);
        let end = self.out.len();
        self.open.push(Open { name, start, end });
    }

    /// Closes the innermost element; one that stayed empty is taken back.
    fn end(&mut self) {
        let Some(open) = self.open.pop() else { return };
        if self.out.len() == open.end {
            self.out.truncate(open.start);
        } else {
            self.out.push_str("</");
            self.out.push_str(open.name);
            self.out.push('>');
        }
    }

    fn italic(&mut self, nodes: &[Node]) {
        if !self.italic {
            self.italic = true;
            self.element("i", "<i>", nodes);
            self.italic = false;
        } else {
            self.roman(nodes);
        }
    }

    #[inline(never)]
    fn roman(&mut self, nodes: &[Node]) {
        let between = self.leave_italic();
        self.italic = false;
        for (name, tag) in between.iter().rev() {
            self.begin(name, tag);
        }
        self.nodes(nodes);
        for _ in &between {
            self.end();
        }
        self.italic = true;
        self.begin("i", "<i>");
        for (name, tag) in between.iter().rev() {
            self.begin(name, tag);
        }
    }

    /// Closes everything up to the italic, and says what else was closed on the way, the innermost first.
    fn leave_italic(&mut self) -> Vec<(&'static str, String)> {
        let mut between = Vec::new();
        while let Some(Open { name, start, end }) = self.open.last() {
            let (name, tag) = (*name, self.out.get(*start..*end).unwrap_or("").to_owned());
            self.end();
            if name == "i" {
                break;
            }
            between.push((name, tag));
        }
        between
    }

    fn quote(&mut self, nodes: &[Node]) {
        let marks = Quotation::at_depth(self.quotes);
        self.out.push_str(marks.open());
        self.quotes += 1;
        self.nodes(nodes);
        self.quotes -= 1;
        self.out.push_str(marks.close());
    }

    fn link(&mut self, address: &str, nodes: &[Node]) {
        let in_link = self.open.iter().any(|open| open.name == "a");
        let Some(address) = escape::safe_address(address).filter(|_| !in_link) else {
            return self.nodes(nodes);
        };
        let mut tag = String::from("<a href=\"");
        escape::attribute(&address, &mut tag);
        tag.push_str("\">");
        self.element("a", &tag, nodes);
    }

    fn note_reference(&mut self, number: &str, nodes: &[Node]) {
        let Some(marks) = &mut self.marks else {
            return self.element("sup", "<sup>", nodes);
        };
        let mut tag = String::from("<a class=\"callslip-noteref\" role=\"doc-noteref\" id=\"");
        marks.anchor("ref-", number, NEW, &mut tag);
        tag.push_str("\" href=\"#");
        marks.anchor("note-", number, NEXT, &mut tag);
        tag.push_str("\">");
        self.begin("sup", "<sup>");
        self.element("a", &tag, nodes);
        self.end();
    }

    /// The beginning of a page of the source, which can be linked to.
    fn page(&mut self, page: &str) {
        let Some(marks) = &mut self.marks else {
            return;
        };
        self.out
            .push_str("<span class=\"callslip-page\" role=\"doc-pagebreak\" id=\"");
        marks.anchor("page-", page, NEW, self.out);
        self.out.push_str("\" aria-label=\"page ");
        escape::attribute(page, self.out);
        self.out.push_str("\">");
        escape::text(page, self.out);
        self.out.push_str("</span>");
    }
}

fn language_tag(language: &str) -> String {
    let mut tag = String::from("<span");
    language_attributes(language, &mut tag);
    tag.push('>');
    tag
}

/// ` lang="..."`, and ` dir="..."` beside it: a part in another script must not inherit the direction around it.
pub(super) fn language_attributes(language: &str, out: &mut String) {
    out.push_str(" lang=\"");
    escape::attribute(language, out);
    out.push_str(if is_right_to_left(language) {
        "\" dir=\"rtl\""
    } else {
        "\" dir=\"ltr\""
    });
}

/// Whether a language, by its BCP 47 tag, is written from right to left.
fn is_right_to_left(language: &str) -> bool {
    const LANGUAGES: &str = "ar arc ckb dv fa he iw ks ps sd ug ur yi";
    const SCRIPTS: &str = "arab hebr nkoo rohg syrc thaa";
    let mut parts = language.split(['-', '_']);
    let primary = parts.next().unwrap_or("");
    let (list, found) = match parts.find(|part| part.len() == 4) {
        Some(script) => (SCRIPTS, script),
        None => (LANGUAGES, primary),
    };
    letters::is_one_of(found, list)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::Editorial;

    fn span(style: Style, nodes: Vec<Node>) -> Node {
        Node::Span(style, nodes)
    }
    fn word(text: &str) -> Node {
        Node::Text(text.to_owned())
    }
    fn written(nodes: Vec<Node>) -> String {
        html(&Tree::from(nodes))
    }

    #[test]
    fn italics_within_italics_are_roman() {
        let inner = span(Style::Italic, vec![word("Hamlet")]);
        let title = |nodes| written(vec![span(Style::Italic, nodes)]);
        assert_eq!(
            title(vec![word("A Study of "), inner.clone(), word(" Today")]),
            "<i>A Study of </i>Hamlet<i> Today</i>"
        );
        assert_eq!(
            title(vec![inner.clone(), word(" Today")]),
            "Hamlet<i> Today</i>"
        );
        assert_eq!(title(vec![inner.clone()]), "Hamlet");
        assert_eq!(
            title(vec![
                word("a "),
                span(Style::Strong, vec![word("b "), inner, word(" c")])
            ]),
            "<i>a <b>b </b></i><b>Hamlet</b><i><b> c</b></i>"
        );
    }

    #[test]
    fn quotation_marks_alternate_by_depth() {
        let third = span(Style::Quote, vec![word("c")]);
        let second = span(Style::Quote, vec![word("b "), third]);
        assert_eq!(
            written(vec![span(Style::Quote, vec![word("a "), second])]),
            "“a ‘b “c”’”"
        );
    }

    #[test]
    fn bad_links_lose_the_link_and_keep_the_text() {
        let link =
            |address: &str| written(vec![span(Style::Link(address.into()), vec![word("x")])]);
        assert_eq!(link("javascript:alert(1)"), "x");
        assert_eq!(
            link("https://a.example/?b&\"c"),
            "<a href=\"https://a.example/?b&amp;&quot;c\">x</a>"
        );
    }

    #[test]
    fn parts_in_other_languages_say_so() {
        let part = |tag: &str| written(vec![span(Style::Language(tag.into()), vec![word("x")])]);
        assert_eq!(part("he"), "<span lang=\"he\" dir=\"rtl\">x</span>");
        assert_eq!(
            part("ar-Latn"),
            "<span lang=\"ar-Latn\" dir=\"ltr\">x</span>"
        );
    }

    #[test]
    fn editorial_marks_have_a_class() {
        let mark = span(Style::Editorial(Editorial::Sic), vec![word("[sic!]")]);
        assert_eq!(
            written(vec![mark]),
            "<span class=\"callslip-editorial callslip-sic\">[sic!]</span>"
        );
    }

    #[test]
    fn what_citations_rarely_have() {
        let styled = |style| written(vec![span(style, vec![word("x")])]);
        assert_eq!(
            styled(Style::SmallCaps),
            "<span class=\"callslip-sc\">x</span>"
        );
        assert_eq!(
            styled(Style::Name),
            "<span class=\"callslip-name\">x</span>"
        );
        assert_eq!(
            written(vec![word("a"), Node::LineBreak, word("b")]),
            "a<br>b"
        );
        assert_eq!(
            written(vec![word("a"), Node::PageBreak("2".to_owned())]),
            "a"
        );
    }
}
