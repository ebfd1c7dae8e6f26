//! XML, read with care: in one pass over the text, with the place of everything, whatever the text is.
//!
//! Nothing is fetched and nothing is expanded but the five entities of XML, character references and a few names of
//! common characters, so there are no bombs. Elements stand in one list in the order of the text, each with the end of
//! its part of the list, so depth costs nothing. What is not well formed is read as far as it makes sense.
//!
//! | warning | severity | what it says |
//! |---|---|---|
//! | `markup-not-closed` | warning | an element is not closed, or closed out of turn |
//! | `unknown-entity` | info | an entity of the document's own is not expanded; it stands as written |

use crate::letters;
use crate::warning::{Place, Severity, Warning};
use std::borrow::Cow;

/// A text and its elements.
pub(super) struct Xml<'a> {
    text: &'a str,
    parts: Vec<Part>,
    pub(super) warnings: Vec<Warning>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Element,
    Text,
    /// Characters that stand for themselves.
    Raw,
}

/// An element or a run of text; places are bytes.
struct Part {
    kind: Kind,
    /// Where it begins: of an element, its `<`.
    start: usize,
    /// Of an element, where its content begins.
    content: usize,
    end: usize,
    /// The first part that is not within this one.
    after: usize,
}

/// An element, or a run of text.
#[derive(Clone, Copy)]
pub(super) struct Node<'x> {
    xml: &'x Xml<'x>,
    at: usize,
}

impl<'a> Xml<'a> {
    /// Reads a text; whatever stands outside elements is kept as text.
    pub(super) fn new(text: &'a str) -> Self {
        let mut reader = Reader {
            text,
            at: 0,
            open: Vec::new(),
            parts: Vec::new(),
            warning: None,
        };
        reader.all();
        let mut xml = Self {
            text,
            parts: reader.parts,
            warnings: reader.warning.into_iter().collect(),
        };
        xml.warnings.extend(xml.unknown_entity());
        xml
    }

    /// Every element and run of text, in order.
    pub(super) fn all(&self) -> impl Iterator<Item = Node<'_>> {
        (0..self.parts.len()).map(|at| Node { xml: self, at })
    }

    /// The outermost elements and texts.
    pub(super) fn top(&self) -> impl Iterator<Item = Node<'_>> {
        siblings(self, 0, self.parts.len())
    }

    fn unknown_entity(&self) -> Option<Warning> {
        let texts = self.parts.iter().filter(|part| part.kind == Kind::Text);
        let (at, name) = texts
            .filter_map(|part| {
                let raw = self.text.get(part.start..part.end)?;
                let (found, name) = first_unknown(raw)?;
                Some((part.start + found, name))
            })
            .next()?;
        let message = letters::concat(&[
            "the entity &",
            name,
            "; is not expanded; it stands as written",
        ]);
        Some(
            Warning::new("unknown-entity", message)
                .severity(Severity::Info)
                .at(at, at + name.len() + 2),
        )
    }
}

/// The first name of an entity that is not known.
fn first_unknown(raw: &str) -> Option<(usize, &str)> {
    let mut at = 0;
    while let Some(found) = raw.get(at..)?.find('&') {
        at += found + 1;
        let rest = raw.get(at..)?;
        let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let name = rest.get(..length)?;
        if rest.as_bytes().get(length) == Some(&b';') && length > 0 && entity(name).is_none() {
            return Some((at - 1, name));
        }
    }
    None
}

fn siblings<'x>(xml: &'x Xml<'x>, first: usize, end: usize) -> impl Iterator<Item = Node<'x>> {
    let mut at = first;
    std::iter::from_fn(move || {
        let part = xml.parts.get(at).filter(|_| at < end)?;
        let node = Node { xml, at };
        at = part.after;
        Some(node)
    })
}

impl<'x> Node<'x> {
    fn part(&self) -> Option<&'x Part> {
        self.xml.parts.get(self.at)
    }

    fn slice(&self, start: usize, end: usize) -> &'x str {
        self.xml.text.get(start..end).unwrap_or("")
    }

    /// The name without its prefix; of text, empty.
    pub(super) fn name(&self) -> &'x str {
        let name = self.full_name();
        name.rsplit_once(':').map_or(name, |(_, local)| local)
    }

    fn full_name(&self) -> &'x str {
        self.part()
            .filter(|part| part.kind == Kind::Element)
            .map_or("", |part| name_at(self.slice(part.start + 1, part.content)))
    }

    /// Its number in the list of elements and texts.
    pub(super) fn index(&self) -> usize {
        self.at
    }

    /// The number of the first that is not within it.
    pub(super) fn end(&self) -> usize {
        self.part().map_or(self.at, |part| part.after)
    }

    pub(super) fn is_element(&self) -> bool {
        self.part().is_some_and(|part| part.kind == Kind::Element)
    }

    /// From the first `<` to the last `>`, or the whole run of text.
    pub(super) fn place(&self) -> Place {
        self.part()
            .map_or(Place::default(), |part| Place::new(part.start, part.end))
    }

    /// The place of what stands in the element, without white space around it.
    pub(super) fn inside(&self) -> Place {
        let Some(part) = self.part() else {
            return Place::default();
        };
        let whole = self.slice(part.content, part.end);
        // The tag that closes it, if it is closed, which is short: an element that is not may hold all the rest.
        let most = self.full_name().len() + 40;
        let back = whole.bytes().rev().take(most).position(|byte| byte == b'<');
        let close = back.map(|back| whole.len() - back - 1).filter(|close| {
            let tag = whole.get(close + 2..).unwrap_or("");
            part.kind == Kind::Element
                && whole.get(*close..).is_some_and(|tag| tag.starts_with("</"))
                && name_at(tag) == self.full_name()
                && tag.find('>') == Some(tag.len().wrapping_sub(1))
        });
        let inner = close.and_then(|close| whole.get(..close)).unwrap_or(whole);
        let start = part.content + inner.len() - inner.trim_start().len();
        Place::new(start, start + inner.trim().len())
    }

    /// The value of an attribute, by its name with or without a prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<Cow<'x, str>> {
        self.attributes()
            .find(|(known, _)| {
                *known == name
                    || known
                        .strip_suffix(name)
                        .is_some_and(|prefix| prefix.ends_with(':'))
            })
            .map(|(_, value)| decoded(value))
    }

    /// The value of an attribute; empty when there is none.
    pub(super) fn get(&self, name: &str) -> String {
        self.attribute(name)
            .map_or_else(String::new, |value| value.trim().to_owned())
    }

    /// The names of the attributes and their values as written.
    pub(super) fn attributes(&self) -> impl Iterator<Item = (&'x str, &'x str)> {
        let mut rest = match self.part() {
            Some(part) if part.kind == Kind::Element => {
                let tag = self.slice(part.start + 1, part.content);
                tag.get(name_at(tag).len()..).unwrap_or("")
            }
            _ => "",
        };
        std::iter::from_fn(move || {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            let name = name_at(rest);
            let after = rest.get(name.len()..)?.trim_start().strip_prefix('=')?;
            let after = after.trim_start();
            let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let (value, after) = after.strip_prefix(quote)?.split_once(quote)?;
            rest = after;
            Some((name, value))
        })
    }

    /// What stands directly in the element.
    pub(super) fn children(&self) -> impl Iterator<Item = Node<'x>> + use<'x> {
        let (first, end) = self.part().map_or((0, 0), |part| (self.at + 1, part.after));
        siblings(self.xml, first, end)
    }

    /// The elements directly in the element.
    pub(super) fn elements(&self) -> impl Iterator<Item = Node<'x>> + use<'x> {
        self.children().filter(Node::is_element)
    }

    /// The elements of a name directly in the element.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = Node<'x>> {
        self.elements().filter(move |node| node.name() == name)
    }

    /// The first element of a name directly in the element.
    pub(super) fn child(&self, name: &str) -> Option<Node<'x>> {
        self.elements().find(|node| node.name() == name)
    }

    /// The element at the end of a path of names, `titleInfo/title`.
    pub(super) fn path(&self, path: &str) -> Option<Node<'x>> {
        path.split('/')
            .try_fold(*self, |node, name| node.child(name))
    }

    /// Everything in the element, however deep, in order.
    pub(super) fn within(&self) -> impl Iterator<Item = Node<'x>> + use<'x> {
        let end = self.part().map_or(0, |part| part.after);
        let xml = self.xml;
        (self.at + 1..end).map(move |at| Node { xml, at })
    }

    /// The first element of a name, however deep.
    pub(super) fn find(&self, name: &str) -> Option<Node<'x>> {
        self.within().find(|node| node.name() == name)
    }

    /// The elements of these names, however deep, but none that stands in another of them: reading the text of each
    /// costs no more than reading all.
    pub(super) fn outermost<'n>(
        &self,
        names: &'n [&'n str],
    ) -> impl Iterator<Item = Node<'x>> + use<'x, 'n> {
        let mut after = 0;
        self.within().filter(move |node| {
            let found = node.at >= after && names.contains(&node.name());
            if found {
                after = node.end();
            }
            found
        })
    }

    /// The text of a run of text; of an element, of everything in it, with white space folded.
    pub(super) fn text(&self) -> String {
        let mut out = String::new();
        if !self.is_element() {
            return folded(&self.own_text());
        }
        for node in self.within() {
            if node.is_element() {
                // Words in neighbouring elements do not run together.
                if breaks(node.name()) {
                    out.push(' ');
                }
            } else {
                out.push_str(&node.own_text());
            }
        }
        folded(&out)
    }

    /// The text of the runs directly in the element, with its spaces.
    pub(super) fn own(&self) -> String {
        self.children().map(|child| child.own_text()).collect()
    }

    /// The characters of a run of text; of an element, none.
    pub(super) fn own_text(&self) -> Cow<'x, str> {
        match self.part() {
            Some(part) if part.kind == Kind::Text => decoded(self.slice(part.start, part.end)),
            Some(part) if part.kind == Kind::Raw => Cow::Borrowed(self.slice(part.start, part.end)),
            _ => Cow::Borrowed(""),
        }
    }
}

/// Elements that begin on a line of their own.
fn breaks(name: &str) -> bool {
    matches!(
        name,
        "p" | "br"
            | "li"
            | "div"
            | "lb"
            | "l"
            | "item"
            | "head"
            | "cell"
            | "row"
            | "subfield"
            | "part"
            | "entry"
            | "addressline"
    )
}

/// With one space for each run of white space, and none around.
pub(super) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text
        .split([' ', '\n', '\r', '\t'])
        .filter(|word| !word.is_empty())
    {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// The name that a tag begins with.
fn name_at(tag: &str) -> &str {
    let end = tag
        .find(|c: char| c.is_whitespace() || matches!(c, '>' | '/' | '=' | '<'))
        .unwrap_or(tag.len());
    tag.get(..end).unwrap_or("")
}

/// Text with its entities resolved.
fn decoded(raw: &str) -> Cow<'_, str> {
    if !raw.contains(['&', '\0']) {
        return Cow::Borrowed(raw);
    }
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let length = after.bytes().take(12).position(|byte| byte == b';');
        let known = length.and_then(|length| Some((length, entity(after.get(..length)?)?)));
        match known {
            Some((length, c)) => {
                out.push(c);
                rest = after.get(length + 1..).unwrap_or("");
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    if out.contains('\0') {
        out = out.replace('\0', "\u{fffd}");
    }
    Cow::Owned(out)
}

/// The character of an entity or a character reference.
fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "mdash" => '\u{2014}',
        "ndash" => '\u{2013}',
        "lsquo" => '\u{2018}',
        "rsquo" => '\u{2019}',
        "ldquo" => '\u{201c}',
        "rdquo" => '\u{201d}',
        "hellip" => '\u{2026}',
        "copy" => '\u{a9}',
        _ => return None,
    })
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// The elements that are not closed yet.
    open: Vec<usize>,
    parts: Vec<Part>,
    warning: Option<Warning>,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn all(&mut self) {
        let mut start = self.at;
        while let Some(found) = self.rest().find('<') {
            self.at += found;
            let tag = self.at;
            let before = start;
            start = match self.markup(before) {
                true => self.at,
                false => {
                    // A `<` that begins nothing is text.
                    self.at = tag + 1;
                    before
                }
            };
        }
        self.leaf(Kind::Text, start, self.text.len());
        let end = self.text.len();
        if let Some(first) = self.open.first().and_then(|at| self.parts.get(*at)) {
            let place = (first.start, first.content);
            self.warn("an element is not closed", place);
        }
        while let Some(at) = self.open.pop() {
            self.close(at, end);
        }
    }

    fn warn(&mut self, message: &str, (start, end): (usize, usize)) {
        if self.warning.is_none() {
            self.warning = Some(Warning::new("markup-not-closed", message).at(start, end));
        }
    }

    fn leaf(&mut self, kind: Kind, start: usize, end: usize) {
        if start < end {
            self.parts.push(Part {
                kind,
                start,
                content: start,
                end,
                after: self.parts.len() + 1,
            });
        }
    }

    fn close(&mut self, at: usize, end: usize) {
        let after = self.parts.len();
        if let Some(part) = self.parts.get_mut(at) {
            part.end = end;
            part.after = after;
        }
    }

    /// Reads what a `<` begins; `before` is where the text before it began. `false` when it begins nothing.
    fn markup(&mut self, before: usize) -> bool {
        let start = self.at;
        let rest = self.rest();
        let text_ends = |reader: &mut Self| reader.leaf(Kind::Text, before, start);
        if let Some(inner) = rest.strip_prefix("<![CDATA[") {
            text_ends(self);
            let length = inner.find("]]>").unwrap_or(inner.len());
            let inside = start + 9;
            self.leaf(Kind::Raw, inside, inside + length);
            self.at = (inside + length + 3).min(self.text.len());
            return true;
        }
        if rest.starts_with("<!--") {
            text_ends(self);
            return self.skip("-->");
        }
        if rest.starts_with("<?") {
            text_ends(self);
            return self.skip("?>");
        }
        if rest.starts_with("<!") {
            text_ends(self);
            return self.declaration();
        }
        let closing = rest.starts_with("</");
        let name = rest.get(1 + usize::from(closing)..).unwrap_or("");
        let named = name.starts_with(|c: char| letters::is_letter(c) || c == '_' || c == ':');
        if !named {
            return false;
        }
        text_ends(self);
        if closing {
            self.end_tag(start);
        } else {
            self.start_tag(start);
        }
        true
    }

    fn skip(&mut self, end: &str) -> bool {
        let rest = self.rest();
        self.at += rest.find(end).map_or(rest.len(), |at| at + end.len());
        true
    }

    /// A document type, whose declarations in brackets are passed over.
    fn declaration(&mut self) -> bool {
        let mut quote = None;
        let mut bracket = false;
        for (at, byte) in self.rest().bytes().enumerate() {
            match (byte, quote) {
                (byte, Some(open)) if byte == open => quote = None,
                (_, Some(_)) => {}
                (b'"' | b'\'', None) => quote = Some(byte),
                (b'[', None) => bracket = true,
                (b']', None) => bracket = false,
                (b'>', None) if !bracket => {
                    self.at += at + 1;
                    return true;
                }
                _ => {}
            }
        }
        self.at = self.text.len();
        true
    }

    fn end_tag(&mut self, start: usize) {
        let rest = self.rest();
        let name = name_at(rest.get(2..).unwrap_or(""));
        self.at += rest.find('>').map_or(rest.len(), |at| at + 1);
        // An element that was opened far above is not looked for: each tag costs the same.
        let opened = self.open.iter().rev().take(32).position(|at| {
            let part = self.parts.get(*at);
            part.is_some_and(|part| {
                name_at(self.text.get(part.start + 1..part.content).unwrap_or("")) == name
            })
        });
        let Some(above) = opened else {
            return self.warn("nothing is open that is closed here", (start, self.at));
        };
        if above > 0 {
            self.warn("elements are closed out of turn", (start, self.at));
        }
        for _ in 0..above {
            if let Some(at) = self.open.pop() {
                self.close(at, start);
            }
        }
        if let Some(at) = self.open.pop() {
            self.close(at, self.at);
        }
    }

    fn start_tag(&mut self, start: usize) {
        let mut quote = None;
        let mut end = self.text.len();
        for (at, byte) in self.rest().bytes().enumerate().skip(1) {
            match (byte, quote) {
                // No tag holds a `<`: this one was not closed.
                (b'<', _) => {
                    let tag = self.rest().get(..at).unwrap_or("");
                    end = start + tag.find('>').map_or(at, |close| close + 1);
                    self.warn("a tag is not closed", (start, end));
                    break;
                }
                (byte, Some(open)) if byte == open => quote = None,
                (_, Some(_)) => {}
                (b'"' | b'\'', None) => quote = Some(byte),
                (b'>', None) => {
                    end = start + at + 1;
                    break;
                }
                _ => {}
            }
        }
        self.at = end;
        let empty = self
            .text
            .get(start..end)
            .is_some_and(|tag| tag.ends_with("/>"));
        let at = self.parts.len();
        self.parts.push(Part {
            kind: Kind::Element,
            start,
            content: end,
            end,
            after: at + 1,
        });
        if !empty {
            self.open.push(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x \"y>\">]><!-- c --><p:a p:id='1 &lt; 2' b=\"x\">\
        one <b>two</b>&amp;&#x33;&x; <![CDATA[<4>]]><c/> 5 < 6</p:a>";

    #[test]
    fn elements_text_and_places() {
        let xml = Xml::new(TEXT);
        let a = xml.top().find(Node::is_element).unwrap();
        assert_eq!(a.name(), "a");
        assert_eq!(a.get("id"), "1 < 2");
        assert_eq!(a.get("b"), "x");
        assert_eq!(a.get("c"), "");
        assert_eq!(a.text(), "one two&3&x; <4> 5 < 6");
        let b = a.child("b").unwrap();
        let place = b.place();
        assert_eq!(&TEXT[place.start..place.end], "<b>two</b>");
        let place = b.inside();
        assert_eq!(&TEXT[place.start..place.end], "two");
        assert_eq!(a.elements().count(), 2);
        assert_eq!(xml.warnings.len(), 1);
        assert_eq!(xml.warnings[0].code, "unknown-entity");
    }

    #[test]
    fn broken_markup_is_read_as_far_as_it_goes() {
        for (text, want) in [
            ("<a><b>x</a>y", "x"),
            ("<a>x</c>y</a>", "xy"),
            ("<a>x", "x"),
            ("<a b='c>x</a>", "x"),
            ("<a><b c=\"d<e>x</e></a>", "x"),
            ("<a>\0</a>", "\u{fffd}"),
        ] {
            let xml = Xml::new(text);
            assert_eq!(
                xml.top().next().map(|a| a.text()).as_deref(),
                Some(want),
                "{text}"
            );
        }
    }

    #[test]
    fn hostile_input_is_linear() {
        let deep = "<a>".repeat(200_000);
        assert_eq!(Xml::new(&deep).all().count(), 200_000);
        let bomb = "<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><a>&b;</a>";
        assert_eq!(Xml::new(bomb).top().next().unwrap().text(), "&b;");
        for text in [
            "<a b=\"",
            "</a>",
            "<!",
            "<![CDATA[",
            "<!--",
            "<a '",
            "<",
            "&",
            "&#x110000;",
        ] {
            let text = text.repeat(50_000);
            Xml::new(&text).all().for_each(|node| {
                node.own_text();
            });
        }
    }
}
