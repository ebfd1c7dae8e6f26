//! Running text: Markdown's emphasis and links, and the marks of editors and translators in brackets.

mod marks;

use super::span::{Span, is_space};
use crate::letters;
use crate::scan::{self, Signs};
use crate::tree::{Node, Style};
pub(super) use marks::leading_page;
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
    Writer::new(span.text, context, 0).all()
}

struct Writer<'a> {
    text: &'a str,
    context: &'a Context,
    nodes: Vec<Node>,
    /// The characters since the last node that are not as they stand in the text ...
    run: String,
    /// ... and from where on they are.
    from: usize,
    /// The brackets that close, in order: where they open and close. Filled when the first one is met.
    closed: Option<Vec<(usize, usize)>>,
    depth: u8,
    /// The emphasis marks of which no more will close.
    hopeless: Vec<&'static str>,
}

/// The signs that may begin something.
const SPECIAL: Signs = Signs::new(b"*_[<(:\\\n\r\x0c");

/// Those, and the figures, which may refer to notes.
const WITH_FIGURES: Signs = Signs::new(b"*_[<(:\\\n\r\x0c0123456789");

impl<'a> Writer<'a> {
    fn new(text: &'a str, context: &'a Context, depth: u8) -> Self {
        Self {
            text,
            context,
            nodes: Vec::new(),
            run: String::new(),
            from: 0,
            closed: None,
            depth,
            hopeless: Vec::new(),
        }
    }

    fn all(mut self) -> Vec<Node> {
        let mut at = 0;
        while let Some(rest) = self.text.get(at..) {
            let plain = match self.context.notes {
                0 => SPECIAL.find(rest),
                _ => WITH_FIGURES.find(rest),
            };
            let Some(plain) = plain else { break };
            at += plain;
            let rest = rest.get(plain..).unwrap_or("");
            at += match rest.starts_with(|c: char| c.is_ascii_digit()) {
                true => self.figures(rest, at),
                false => self.special(rest, at),
            };
        }
        self.flush(self.text.len());
        self.nodes
    }

    /// Figures, which refer to a note when they are its number and follow a sign at the end of words; gives their length.
    fn figures(&mut self, rest: &str, at: usize) -> usize {
        let all = rest.bytes().take_while(u8::is_ascii_digit).count();
        let glued = |c| matches!(c, '.' | ',' | ';' | '\u{201d}' | ')' | '"' | ']');
        let ends = |c| is_space(c) || matches!(c, '*' | '_' | '[' | '<' | '(' | ':' | '\\');
        let (number, after) = rest.split_at_checked(all).unwrap_or((rest, ""));
        if self.last(at).is_some_and(glued)
            && after.chars().next().is_none_or(ends)
            && self.context.is_note(number)
        {
            self.reference(number, number, at, all);
        }
        all
    }

    /// The last character of the run, which ends at a place.
    fn last(&self, at: usize) -> Option<char> {
        let plain = self.text.get(self.from..at).unwrap_or("");
        plain
            .chars()
            .next_back()
            .or_else(|| self.run.chars().next_back())
    }

    fn reference(&mut self, number: &str, printed: &str, at: usize, length: usize) {
        let style = Style::NoteReference(number.to_owned());
        let node = Node::Span(style, vec![Node::Text(printed.to_owned())]);
        self.push(node, at, length);
    }

    /// Adds a node that stands at a place of the text.
    fn push(&mut self, node: Node, at: usize, length: usize) {
        self.flush(at);
        self.nodes.push(node);
        self.from = at + length;
    }

    /// The run ends here.
    fn flush(&mut self, at: usize) {
        if scan::SPEED && self.run.is_empty() {
            // Most texts are one run that is as it stands there.
            let plain = self.text.get(self.from..at).unwrap_or("");
            self.from = at;
            self.run = plain.to_owned();
            if self.nodes.is_empty() && at == self.text.len() {
                self.nodes = Vec::with_capacity(1);
            }
        } else {
            self.settle(at, 0);
        }
        if !self.run.is_empty() {
            self.nodes.push(Node::Text(std::mem::take(&mut self.run)));
        }
    }

    /// Takes the text up to a place into the run; the next characters, so many bytes, are not taken as they stand.
    fn settle(&mut self, at: usize, length: usize) {
        self.run
            .push_str(self.text.get(self.from..at).unwrap_or(""));
        self.from = at + length;
    }

    /// Takes what begins with a special sign and gives its length.
    fn special(&mut self, rest: &str, at: usize) -> usize {
        let first = rest.bytes().next().unwrap_or(b' ');
        let taken = match first {
            b'*' => self.emphasis(rest, at, &["**", "*"]),
            b'_' => self.emphasis(rest, at, &["__", "_"]),
            b'[' => self.bracket(rest, at),
            b'<' => self.angle(rest, at),
            b'(' => self.page_mark(rest, at),
            b':' => self.address(rest, at),
            b'\\' => self.escape(rest, at),
            _ => self.line_end(rest, at),
        };
        taken.max(1)
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
            let length = length + 2 * mark.len();
            self.push(Node::Span(style, inner), at, length);
            return length;
        }
        0
    }

    fn inner(&self, text: &str) -> Vec<Node> {
        Writer::new(text, self.context, self.depth + 1).all()
    }

    /// `[text](address)`, `[1]` that is answered by a note, `[page break]`, or a remark.
    fn bracket(&mut self, rest: &str, at: usize) -> usize {
        let closed = self.closed.get_or_insert_with(|| {
            let mut closed = matching_brackets(self.text);
            closed.reverse();
            closed
        });
        while closed.last().is_some_and(|(open, _)| *open < at) {
            closed.pop();
        }
        let Some((_, close)) = closed.last().copied().filter(|(open, _)| *open == at) else {
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
        if let Some(link) = self.link(content, after, at, length) {
            return link;
        }
        let trimmed = content.trim();
        let number = trimmed.strip_prefix('^').unwrap_or(trimmed);
        if self.context.is_note(number) {
            self.reference(number, content, at, length);
        } else if let Some(page) = page(trimmed) {
            self.push(Node::PageBreak(page.to_owned()), at, length);
        } else {
            let mut inner = vec![Node::Text("[".to_owned())];
            if self.depth < DEPTH {
                inner.extend(self.inner(content));
            } else {
                inner.push(Node::Text(content.to_owned()));
            }
            inner.push(Node::Text("]".to_owned()));
            let style = Style::Editorial(remark(trimmed));
            self.push(Node::Span(style, merged(inner)), at, length);
        }
        length
    }

    /// A link whose text is `length` bytes long with its brackets, and the length of all of it.
    fn link(&mut self, content: &str, after: &str, at: usize, length: usize) -> Option<usize> {
        let target = after.strip_prefix('(')?;
        let end = target.bytes().take(2000).position(|byte| byte == b')')?;
        let address = target.get(..end)?;
        if address.is_empty() || address.contains(char::is_whitespace) {
            return None;
        }
        let inner = self.inner(content);
        let length = length + end + 2;
        self.push(
            Node::Span(Style::Link(address.to_owned()), inner),
            at,
            length,
        );
        Some(length)
    }

    /// `<http://...>`
    fn angle(&mut self, rest: &str, at: usize) -> usize {
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
        self.push(link_to(address), at, address.len() + 2);
        address.len() + 2
    }

    /// The `:` of a bare `http://...`, whose first letters are in the run already.
    fn address(&mut self, rest: &str, at: usize) -> usize {
        if !rest.starts_with("://") {
            return 0;
        }
        self.settle(at, 0);
        let Some(scheme) = ["https", "http"]
            .into_iter()
            .find(|scheme| self.run.ends_with(scheme))
        else {
            return 0;
        };
        let end = rest
            .find(|c: char| {
                is_space(c) || matches!(c, '<' | '>' | '"' | '\u{201d}' | ')' | ']' | '*')
            })
            .unwrap_or(rest.len());
        let tail = rest
            .get(..end)
            .unwrap_or("")
            .trim_end_matches(['.', ',', ';', ':', '?', '!'].as_slice());
        if tail.len() <= 3 {
            return 0;
        }
        self.run.truncate(self.run.len() - scheme.len());
        let mut address = String::from(scheme);
        address.push_str(tail);
        self.push(link_to(&address), at, tail.len());
        tail.len()
    }

    /// `(p. 1)`
    fn page_mark(&mut self, rest: &str, at: usize) -> usize {
        if !self.context.page_marks {
            return 0;
        }
        let Some(end) = rest.bytes().take(16).position(|byte| byte == b')') else {
            return 0;
        };
        match rest.get(1..end).and_then(page) {
            Some(page) if !page.is_empty() => {
                self.push(Node::PageBreak(page.to_owned()), at, end + 1);
                end + 1
            }
            _ => 0,
        }
    }

    /// `\*` is a plain asterisk.
    fn escape(&mut self, rest: &str, at: usize) -> usize {
        match rest.as_bytes().get(1) {
            Some(byte) if byte.is_ascii_punctuation() => {
                self.settle(at, 1);
                2
            }
            _ => 0,
        }
    }

    /// A line's end is a space, unless two spaces before it ask for a break; a word divided there stays together.
    fn line_end(&mut self, rest: &str, at: usize) -> usize {
        let folded = rest.len() - rest.trim_start_matches(is_space).len();
        self.settle(at, folded.max(1));
        let hard = self.run.ends_with("  ");
        let kept = self.run.trim_end_matches(is_space).len();
        self.run.truncate(kept);
        let divided = self
            .run
            .strip_suffix('-')
            .is_some_and(|head| head.ends_with(letters::is_letter));
        if hard && folded < rest.len() {
            self.push(Node::LineBreak, at + folded, 0);
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
