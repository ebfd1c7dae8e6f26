//! Running text: Markdown's emphasis and links, and the marks of editors and translators in brackets.

mod marks;

use super::span::{Span, is_space};
use crate::letters;
use crate::tree::{Node, Style};
use marks::{closing, matching_brackets, page, remark};

/// What the document as a whole tells about its running text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Context {
    /// Whether `(p. 1)` in mid-sentence is the beginning of a page of the source.
    pub(super) page_marks: bool,
    /// How many notes answer: they are numbered from 1.
    pub(super) notes: usize,
}

impl Context {
    fn is_note(&self, number: &str) -> bool {
        self.notes > 0
            && number
                .parse()
                .is_ok_and(|number: usize| (1..=self.notes).contains(&number))
    }
}

/// The longest remark in brackets that is still taken for one.
const LONGEST_REMARK: usize = 600;

/// How deep emphasis and brackets may nest before they are text.
const DEPTH: u8 = 4;

/// Running text as nodes; lines are joined.
pub(super) fn nodes(span: Span, context: &Context) -> Vec<Node> {
    let mut writer = Writer {
        text: span.text,
        context,
        nodes: Vec::new(),
        run: String::new(),
        closed: Vec::new(),
        depth: 0,
        hopeless: Vec::new(),
    };
    writer.all();
    writer.nodes
}

struct Writer<'a> {
    text: &'a str,
    context: &'a Context,
    nodes: Vec<Node>,
    run: String,
    /// The brackets that close, in order: where they open and close. Filled when the first one is met.
    closed: Vec<(usize, usize)>,
    depth: u8,
    /// The emphasis marks of which no more will close.
    hopeless: Vec<&'static str>,
}

/// The bytes below 64 that may begin something, as bits.
const SPECIAL: u64 =
    1 << b'*' | 1 << b'<' | 1 << b'(' | 1 << b':' | 1 << b'\n' | 1 << b'\r' | 1 << 0x0c;

fn is_special(byte: u8) -> bool {
    match byte {
        0..=63 => SPECIAL >> byte & 1 == 1,
        _ => matches!(byte, b'[' | b'\\' | b'_'),
    }
}

impl Writer<'_> {
    fn all(&mut self) {
        if self.text.contains('[') {
            self.closed = matching_brackets(self.text);
            self.closed.reverse();
        }
        let mut at = 0;
        while let Some(rest) = self.text.get(at..) {
            let plain = rest.bytes().position(is_special).unwrap_or(rest.len());
            self.plain(rest.get(..plain).unwrap_or(""));
            at += plain;
            let Some(rest) = self.text.get(at..).filter(|rest| !rest.is_empty()) else {
                break;
            };
            at += self.special(rest, at);
        }
        self.flush();
    }

    /// Text without special signs; figures that refer to notes are told apart when there are notes.
    fn plain(&mut self, text: &str) {
        if self.context.notes == 0 {
            self.run.push_str(text);
            return;
        }
        let mut from = 0;
        let mut next = 0;
        while let Some(skip) = text
            .get(next..)
            .and_then(|rest| rest.bytes().position(|byte| byte.is_ascii_digit()))
        {
            let at = next + skip;
            next = at + 1;
            let before = text
                .get(..at)
                .and_then(|head| head.chars().next_back())
                .or_else(|| self.run.chars().next_back().filter(|_| at == 0));
            let glued =
                before.is_some_and(|c| matches!(c, '.' | ',' | ';' | '\u{201d}' | ')' | '"' | ']'));
            if !glued {
                continue;
            }
            let rest = text.get(at..).unwrap_or("");
            let digits = rest.bytes().take(6).take_while(u8::is_ascii_digit).count();
            let number = rest.get(..digits).unwrap_or("");
            let ends = rest
                .get(digits..)
                .and_then(|rest| rest.chars().next())
                .is_none_or(is_space);
            if ends && self.context.is_note(number) {
                self.run.push_str(text.get(from..at).unwrap_or(""));
                self.reference(number, number);
                from = at + digits;
                next = from;
            }
        }
        self.run.push_str(text.get(from..).unwrap_or(""));
    }

    fn reference(&mut self, number: &str, printed: &str) {
        let style = Style::NoteReference(number.to_owned());
        self.push(Node::Span(style, vec![Node::Text(printed.to_owned())]));
    }

    fn push(&mut self, node: Node) {
        self.flush();
        self.nodes.push(node);
    }

    fn flush(&mut self) {
        if !self.run.is_empty() {
            self.nodes.push(Node::Text(std::mem::take(&mut self.run)));
        }
    }

    /// Takes what begins with a special sign and gives its length.
    fn special(&mut self, rest: &str, at: usize) -> usize {
        let first = rest.bytes().next().unwrap_or(b' ');
        let taken = match first {
            b'*' => self.emphasis(rest, at, &["**", "*"]),
            b'_' => self.emphasis(rest, at, &["__", "_"]),
            b'[' => self.bracket(rest, at),
            b'<' => self.angle(rest),
            b'(' => self.page_mark(rest),
            b':' => self.address(rest),
            b'\\' => self.escape(rest),
            _ => self.line_end(rest),
        };
        if taken > 0 {
            return taken;
        }
        self.run.push(char::from(first));
        1
    }

    /// `**bold**`, `*italic*`, `_italic_`; 0 when it does not close.
    fn emphasis(&mut self, rest: &str, at: usize, marks: &[&'static str]) -> usize {
        if self.depth >= DEPTH {
            return 0;
        }
        for mark in marks {
            let Some(after) = rest.strip_prefix(mark) else {
                continue;
            };
            if self.hopeless.contains(mark) || after.starts_with(is_space) {
                continue;
            }
            let inside_word = self
                .text
                .get(..at)
                .is_some_and(|head| head.ends_with(letters::is_letter_or_digit));
            if mark.starts_with('_') && inside_word {
                continue;
            }
            let Some(length) = closing(after, mark) else {
                self.hopeless.push(mark);
                continue;
            };
            let inner = self.inner(after.get(..length).unwrap_or(""));
            let style = if mark.len() == 2 {
                Style::Strong
            } else {
                Style::Italic
            };
            self.push(Node::Span(style, inner));
            return length + 2 * mark.len();
        }
        0
    }

    fn inner(&self, text: &str) -> Vec<Node> {
        let mut inner = Writer {
            text,
            context: self.context,
            nodes: Vec::new(),
            run: String::new(),
            closed: Vec::new(),
            depth: self.depth + 1,
            hopeless: Vec::new(),
        };
        inner.all();
        inner.nodes
    }

    /// `[text](address)`, `[1]` that is answered by a note, `[page break]`, or a remark.
    fn bracket(&mut self, rest: &str, at: usize) -> usize {
        while self.closed.last().is_some_and(|(open, _)| *open < at) {
            self.closed.pop();
        }
        let Some((_, close)) = self.closed.last().copied().filter(|(open, _)| *open == at) else {
            return 0;
        };
        let Some(content) = self
            .text
            .get(at + 1..close)
            .filter(|content| content.len() <= LONGEST_REMARK)
        else {
            return 0;
        };
        let length = close + 1 - at;
        let after = rest.get(length..).unwrap_or("");
        if let Some(link) = self.link(content, after) {
            return length + link;
        }
        let trimmed = content.trim();
        let number = trimmed.strip_prefix('^').unwrap_or(trimmed);
        if self.context.is_note(number) {
            self.reference(number, content);
        } else if let Some(page) = page(trimmed) {
            self.push(Node::PageBreak(page.to_owned()));
        } else {
            let mut inner = vec![Node::Text("[".to_owned())];
            if self.depth < DEPTH {
                inner.extend(self.inner(content));
            } else {
                inner.push(Node::Text(content.to_owned()));
            }
            inner.push(Node::Text("]".to_owned()));
            self.push(Node::Span(Style::Editorial(remark(trimmed)), merged(inner)));
        }
        length
    }

    /// The address after a link's text, with its brackets.
    fn link(&mut self, content: &str, after: &str) -> Option<usize> {
        let target = after.strip_prefix('(')?;
        let end = target.bytes().take(2000).position(|byte| byte == b')')?;
        let address = target.get(..end)?;
        if address.is_empty() || address.contains(char::is_whitespace) {
            return None;
        }
        let inner = self.inner(content);
        self.push(Node::Span(Style::Link(address.to_owned()), inner));
        Some(end + 2)
    }

    /// `<http://...>`
    fn angle(&mut self, rest: &str) -> usize {
        let address = rest.get(1..).filter(|rest| is_address(rest));
        let end = address.and_then(|rest| {
            rest.bytes()
                .take(2000)
                .position(|byte| matches!(byte, b'>' | b' ' | b'\n'))
        });
        let Some(address) = address.zip(end).and_then(|(rest, end)| rest.get(..end)) else {
            return 0;
        };
        if rest.as_bytes().get(address.len() + 1) != Some(&b'>') {
            return 0;
        }
        self.push(link_to(address));
        address.len() + 2
    }

    /// The `:` of a bare `http://...`, whose first letters are in the run already.
    fn address(&mut self, rest: &str) -> usize {
        let Some(scheme) = ["https", "http"]
            .into_iter()
            .find(|scheme| self.run.ends_with(scheme))
        else {
            return 0;
        };
        if !rest.starts_with("://") {
            return 0;
        }
        let end = rest
            .find(|c: char| {
                is_space(c) || matches!(c, '<' | '>' | '"' | '\u{201d}' | ')' | ']' | '*')
            })
            .unwrap_or(rest.len());
        let tail = rest
            .get(..end)
            .unwrap_or("")
            .trim_end_matches(['.', ',', ';', ':', '?', '!']);
        if tail.len() <= 3 {
            return 0;
        }
        self.run.truncate(self.run.len() - scheme.len());
        let mut address = String::from(scheme);
        address.push_str(tail);
        self.push(link_to(&address));
        tail.len()
    }

    /// `(p. 1)`
    fn page_mark(&mut self, rest: &str) -> usize {
        if !self.context.page_marks {
            return 0;
        }
        let Some(end) = rest.bytes().take(16).position(|byte| byte == b')') else {
            return 0;
        };
        match rest.get(1..end).and_then(page) {
            Some(page) if !page.is_empty() => {
                self.push(Node::PageBreak(page.to_owned()));
                end + 1
            }
            _ => 0,
        }
    }

    /// `\*` is a plain asterisk.
    fn escape(&mut self, rest: &str) -> usize {
        match rest.as_bytes().get(1).copied() {
            Some(byte) if byte.is_ascii_punctuation() => {
                self.run.push(char::from(byte));
                2
            }
            _ => 0,
        }
    }

    /// A line's end is a space, unless two spaces before it ask for a break; a word divided there stays together.
    fn line_end(&mut self, rest: &str) -> usize {
        let folded = rest.len() - rest.trim_start_matches(is_space).len();
        let hard = self.run.ends_with("  ");
        let kept = self.run.trim_end_matches(is_space).len();
        self.run.truncate(kept);
        let divided = self
            .run
            .strip_suffix('-')
            .is_some_and(|head| head.ends_with(letters::is_letter));
        if hard && folded < rest.len() {
            self.push(Node::LineBreak);
        } else if !(divided || self.run.is_empty() && self.nodes.is_empty() || folded == rest.len())
        {
            self.run.push(' ');
        }
        folded.max(1)
    }
}

fn link_to(address: &str) -> Node {
    Node::Span(
        Style::Link(address.to_owned()),
        vec![Node::Text(address.to_owned())],
    )
}

fn is_address(text: &str) -> bool {
    text.starts_with("http://") || text.starts_with("https://")
}

/// Neighbouring texts as one.
fn merged(nodes: Vec<Node>) -> Vec<Node> {
    let mut tree = crate::tree::Tree::new();
    tree.append(crate::tree::Tree::from(nodes));
    tree.into_nodes()
}

#[cfg(test)]
mod tests;
