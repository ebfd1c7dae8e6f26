//! The rich text of CSL-JSON, read into styled text. Never fails: what is no markup stays as it is.
//!
//! ```text
//! tag    = <i> <b> <sup> <sub> <sc> <span class="nocase"> <span style="font-variant: small-caps;"> and their ends
//! entity = &amp; &lt; &gt; &quot; &apos; &nbsp; &ndash; &mdash; &eacute; &#8217; &#x2019;
//! quote  = "..." '...' “...” ‘...’ where they open and close; elsewhere ' is an apostrophe
//! ```

mod entities;

use crate::letters;
use crate::scan::{SPEED, Signs};
use crate::tree::{Node, Style, Tree};

/// Reads inline markup into styled text.
///
/// ```
/// use callslip::chicago::{cite, Options};
/// use callslip::read::csl_json;
/// let item = r#"{"type":"book","title":"Reading <i>Hamlet</i>","issued":"2001","author":"Plato"}"#;
/// let (records, _) = csl_json::read(item).unwrap();
/// assert!(!cite(&records[0], &Options::default()).tree.plain().contains('<'));
/// ```
pub(crate) fn parse(text: &str) -> Tree {
    if SPEED && text.is_empty() {
        return Tree::new();
    }
    if is_plain(text) {
        return Tree::from(text);
    }
    read(text)
}

/// The same of a text that is not needed any more.
pub(crate) fn parse_owned(text: String) -> Tree {
    if is_plain(&text) {
        return Tree::from(text);
    }
    read(&text)
}

fn is_plain(text: &str) -> bool {
    // Curly quotation marks begin with the byte E2, raised letters with CA, E1 or E2.
    let marked = |c| matches!(c, '<' | '&' | '"' | '\'' | '“' | '‘') || raised(c).is_some();
    const { Signs::new(b"<&\"'\xCA\xE1\xE2") }
        .find(text)
        .is_none_or(|at| !text.get(at..).unwrap_or("").contains(marked))
}

fn read(text: &str) -> Tree {
    let mut reader = Reader::new(text);
    while reader.step() {}
    reader.finish()
}

/// No tag is longer, in bytes.
const LONGEST_TAG: usize = 120;

/// How deep styles and quotations may stand in one another; what is deeper has no style.
const DEEPEST: usize = 24;

/// The letter that a raised letter of ordinals stands for.
fn raised(c: char) -> Option<char> {
    Some(match c {
        'ᵃ' => 'a',
        'ᵈ' => 'd',
        'ᵉ' => 'e',
        'ʰ' => 'h',
        'ᵐ' => 'm',
        'ⁿ' => 'n',
        'ᵒ' => 'o',
        'ʳ' => 'r',
        'ˢ' => 's',
        'ᵗ' => 't',
        _ => return None,
    })
}

/// What a run that is still open will become.
enum Opener {
    /// The text itself.
    Root,
    /// A style, with the name of its tag.
    Tag(&'static str, Option<Style>),
    /// A quotation, with the character that opened it.
    Quote(char),
}

struct Frame {
    opener: Opener,
    tree: Tree,
}

struct Reader<'a> {
    rest: &'a str,
    frames: Vec<Frame>,
    /// The last character that was read, tags left out; none at the beginning of the whole or of a quotation.
    last: Option<char>,
    /// How much of the text is left after the last mark that could close a single quotation.
    single_closes: usize,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            rest: text,
            frames: vec![Frame {
                opener: Opener::Root,
                tree: Tree::new(),
            }],
            last: None,
            single_closes: last_single_close(text),
        }
    }

    /// Reads on; whether there was anything.
    fn step(&mut self) -> bool {
        let plain = self
            .rest
            .find(|c| {
                matches!(c, '<' | '&' | '"' | '\'' | '“' | '”' | '‘' | '’') || raised(c).is_some()
            })
            .unwrap_or(self.rest.len());
        if let Some((head, tail)) = self.rest.split_at_checked(plain).filter(|_| plain > 0) {
            self.rest = tail;
            self.push(head);
            return true;
        }
        let Some(first) = self.rest.chars().next() else {
            return false;
        };
        match first {
            '<' => self.tag(),
            '&' => self.entity(),
            letter if raised(letter).is_some() => self.ordinal(),
            mark => {
                self.advance(mark.len_utf8());
                self.mark(mark);
            }
        }
        true
    }

    fn advance(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or("");
    }

    /// Adds text; where markup would leave two spaces, or one at the beginning, there is none.
    fn push(&mut self, mut text: &str) {
        if self.last.is_none_or(char::is_whitespace) {
            text = text.trim_start();
        }
        self.last = text.chars().next_back().or(self.last);
        if let Some(frame) = self.frames.last_mut() {
            frame.tree.push_str(text);
        }
    }

    /// The raised letters of an ordinal, `XIᵉ` or `1ʳᵉ`, become letters that are set raised. Others stay: they are signs
    /// of the phonetic alphabet.
    #[inline(never)]
    fn ordinal(&mut self) {
        let number = |last: char| last.is_ascii_digit() || letters::has("IVXLCDM", last);
        let after_number = self.last.is_some_and(number);
        let mut letters = String::new();
        while let Some((c, letter)) = self.rest.chars().next().and_then(|c| Some((c, raised(c)?))) {
            self.advance(c.len_utf8());
            letters.push(if after_number { letter } else { c });
        }
        if !after_number {
            return self.push(&letters);
        }
        self.last = letters.chars().next_back();
        if let Some(frame) = self.frames.last_mut() {
            frame
                .tree
                .append(Tree::text(letters).styled(Style::Superscript));
        }
    }

    fn tag(&mut self) {
        let end = self
            .rest
            .bytes()
            .take(LONGEST_TAG)
            .position(|byte| byte == b'>');
        let found = end.and_then(|end| {
            let inner = self.rest.get(1..end)?;
            Some((tag(inner)?, end + 1))
        });
        let Some((tag, length)) = found else {
            self.advance(1);
            return self.push("<");
        };
        self.advance(length);
        match tag {
            Tag::Open(..) if self.frames.len() > DEEPEST => {}
            Tag::Open(name, style) => self.frames.push(Frame {
                opener: Opener::Tag(name, style),
                tree: Tree::new(),
            }),
            Tag::Close(name) => self.close_tag(name),
            Tag::Space => self.push(" "),
        }
    }

    /// Closes the nearest open tag of this name, and what was left open inside it.
    fn close_tag(&mut self, name: &str) {
        let open = self
            .frames
            .iter()
            .rposition(|frame| matches!(frame.opener, Opener::Tag(opened, _) if opened == name));
        if let Some(open) = open {
            self.close_down_to(open);
        }
    }

    /// Closes frames until that one is closed too.
    fn close_down_to(&mut self, open: usize) {
        while self.frames.len() > open.max(1) {
            let Some(frame) = self.frames.pop() else {
                return;
            };
            let closed = match frame.opener {
                // A space in a style is but a space.
                Opener::Tag(_, Some(style)) if frame.tree.plain() != " " => {
                    frame.tree.styled(style)
                }
                // A quotation that does not end was none.
                Opener::Quote(mark) if self.frames.len() > open => literal(mark, frame.tree),
                Opener::Quote(_) => frame.tree.quoted(),
                _ => frame.tree,
            };
            if let Some(outer) = self.frames.last_mut() {
                outer.tree.append(closed);
            }
        }
    }

    #[inline(never)]
    fn entity(&mut self) {
        match entities::read(self.rest) {
            Some((character, length)) => {
                self.advance(length);
                match character {
                    '"' | '\'' | '“' | '”' | '‘' | '’' => self.mark(character),
                    character => self.push(character.encode_utf8(&mut [0; 4])),
                }
            }
            None => {
                self.advance(1);
                self.push("&");
            }
        }
    }

    /// A quotation mark or an apostrophe, by what stands before and after it.
    fn mark(&mut self, mark: char) {
        let next = self.rest.chars().next();
        let begins = self.last.is_none_or(|last| {
            last.is_whitespace()
                || matches!(
                    last,
                    '(' | '[' | '{' | '—' | '–' | '-' | '/' | '“' | '‘' | '"'
                )
        });
        let word_follows = next.is_some_and(|next| !next.is_whitespace());
        let ends = next.is_none_or(|next| !letters::is_letter_or_digit(next));
        let opens = match mark {
            '"' => begins && word_follows,
            '“' => word_follows,
            '\'' => {
                begins && word_follows && self.rest.len() > self.single_closes && !self.is_elision()
            }
            '‘' => word_follows && self.rest.len() > self.single_closes,
            _ => false,
        };
        if opens && self.frames.len() <= DEEPEST {
            self.last = None;
            self.frames.push(Frame {
                opener: Opener::Quote(mark),
                tree: Tree::new(),
            });
            return;
        }
        let single = matches!(mark, '\'' | '’' | '‘');
        let open = self.frames.iter().rposition(|frame| match frame.opener {
            Opener::Quote('"' | '“') => !single,
            Opener::Quote(_) => single && ends,
            _ => false,
        });
        match open {
            Some(open) if !begins || !single => {
                self.close_down_to(open);
                self.last = Some('”');
            }
            _ => self.push(match mark {
                '"' => "”",
                '\'' => "’",
                mark => return self.push(mark.encode_utf8(&mut [0; 4])),
            }),
        }
    }

    /// The `n` of `rock 'n' roll`.
    fn is_elision(&self) -> bool {
        self.rest.starts_with("n'") || self.rest.starts_with("n’")
    }

    fn finish(mut self) -> Tree {
        self.close_down_to(0);
        self.frames
            .pop()
            .map(|frame| trimmed(frame.tree))
            .unwrap_or_default()
    }
}

/// Without a space at the end, inside styles or outside.
fn trimmed(tree: Tree) -> Tree {
    let mut nodes = tree.into_nodes();
    trim(&mut nodes);
    Tree::from(nodes)
}

fn trim(nodes: &mut Vec<Node>) {
    while let Some(last) = nodes.last_mut() {
        match last {
            Node::Text(text) => text.truncate(text.trim_end().len()),
            Node::Span(_, inner) => trim(inner),
            _ => {}
        }
        if !matches!(last, Node::Text(text) if text.is_empty()) {
            return;
        }
        nodes.pop();
    }
}

/// A mark that opened nothing, and what came after it.
#[inline(never)]
fn literal(mark: char, tree: Tree) -> Tree {
    let mark = match mark {
        '"' => '“',
        '\'' => '’',
        mark => mark,
    };
    let mut out = Tree::from(String::from(mark));
    out.append(tree);
    out
}

/// How many bytes follow the last mark that could close a single quotation; more than any when there is none.
fn last_single_close(text: &str) -> usize {
    let mut next: Option<char> = None;
    let mut before = text.len();
    for (at, character) in text.char_indices().rev() {
        let ends = next.is_none_or(|next| !letters::is_letter_or_digit(next));
        if matches!(character, '\'' | '’') && ends {
            let inner = text.get(..at).and_then(|head| head.chars().next_back());
            if inner.is_some_and(|inner| !inner.is_whitespace()) {
                return text.len() - before;
            }
        }
        next = Some(character);
        before = at;
    }
    usize::MAX
}

enum Tag {
    Open(&'static str, Option<Style>),
    Close(&'static str),
    Space,
}

/// The tags of CSL-JSON and what publishers leave in titles; `None` for anything else, which is text.
fn tag(inner: &str) -> Option<Tag> {
    let (close, inner) = match inner.strip_prefix('/') {
        Some(inner) => (true, inner),
        None => (false, inner.trim_end_matches('/')),
    };
    let (name, attributes) = inner.trim().split_once(' ').unwrap_or((inner.trim(), ""));
    let name = name.strip_prefix("jats:").unwrap_or(name);
    let known = NAMES
        .split(' ')
        .find(|known| known.eq_ignore_ascii_case(name))?;
    if matches!(known, "br" | "p") {
        return Some(Tag::Space);
    }
    if close {
        return Some(Tag::Close(known));
    }
    let style = match known {
        "i" | "em" | "italic" => Some(Style::Italic),
        "b" | "strong" | "bold" => Some(Style::Strong),
        "sup" => Some(Style::Superscript),
        "sub" => Some(Style::Subscript),
        "sc" => Some(Style::SmallCaps),
        _ if letters::contains(attributes, "nocase") => Some(Style::NoCase),
        _ if letters::contains(attributes, "small-caps") => Some(Style::SmallCaps),
        _ => None,
    };
    Some(Tag::Open(known, style))
}

const NAMES: &str = "i em italic b strong bold sup sub sc span br p u div font title";

/// Whether a node is a style that headline capitals leave alone.
pub(crate) fn keeps_case(node: &Node) -> bool {
    matches!(
        node,
        Node::Span(
            Style::NoCase | Style::Superscript | Style::Subscript | Style::SmallCaps,
            _
        )
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write;

    fn html(text: &str) -> String {
        write::html(&parse(text))
    }

    #[test]
    fn tags() {
        assert_eq!(html("Reading <i>Hamlet</i>"), "Reading <i>Hamlet</i>");
        assert_eq!(html("H<sub>2</sub>O"), "H<sub>2</sub>O");
        assert_eq!(
            parse("<span class=\"nocase\">art. I</span>, 4").plain(),
            "art. I, 4"
        );
        assert_eq!(html("a <i>b"), "a <i>b</i>");
        assert_eq!(
            html("XIIᵉ et 1ʳᵉ, pʰɪn"),
            "XII<sup>e</sup> et 1<sup>re</sup>, pʰɪn"
        );
        assert_eq!(html("a</i> b"), "a b");
        assert_eq!(
            parse("x < y > z, <stdio.h>").plain(),
            "x < y > z, <stdio.h>"
        );
        assert_eq!(
            parse("<jats:italic>Homo</jats:italic>")
                .italic()
                .nodes()
                .len(),
            1
        );
    }

    #[test]
    fn quotations() {
        assert_eq!(html("The \"Quoted\" Word"), "The “Quoted” Word");
        assert_eq!(html("A \"B 'C' D\""), "A “B ‘C’ D”");
        assert_eq!(html("“B ‘C’ D”"), "“B ‘C’ D”");
        assert_eq!(
            write::text(&parse("In 'Strangers,' a").quoted()),
            "“In ‘Strangers,’ a”"
        );
        assert_eq!(html("5\" pipes"), "5” pipes");
    }

    #[test]
    fn apostrophes() {
        for (given, printed) in [
            ("O'Neill's", "O’Neill’s"),
            ("the '90s", "the ’90s"),
            ("rock 'n' roll", "rock ’n’ roll"),
            ("the dogs' life", "the dogs’ life"),
            ("L'un et l'autre", "L’un et l’autre"),
            ("O’Neill’s ‘Hat", "O’Neill’s ‘Hat"),
            ("the \"90s", "the “90s"),
        ] {
            assert_eq!(html(given), printed);
        }
    }

    #[test]
    fn spaces_in_markup_are_spaces() {
        for (given, printed) in [
            ("a&nbsp; <b> </b>title", "a title"),
            ("a<b> </b>title", "a title"),
            ("a <i>title</i> <b>of</b>", "a <i>title</i> <b>of</b>"),
            ("<p> a <i>title </i></p>", "a <i>title</i>"),
            ("\"&nbsp;a\" title&nbsp;", "“a” title"),
            ("„A“ und <i>B</i>", "„A“ und <i>B</i>"),
            ("<b> </b>", ""),
            ("&nbsp;", ""),
        ] {
            assert_eq!(html(given), printed, "{given}");
        }
    }

    #[test]
    fn any_input_is_read_in_its_length() {
        for piece in [
            "<i>", "\"a ", "'a ", "<", "&", "“", "‘a", "</i>", "a' ", "&amp;", "<i>\"a",
        ] {
            let text = piece.repeat(20_000);
            let printed = write::text(&parse(&text));
            assert!(printed.len() <= text.len() * 3, "{piece}");
        }
    }

    #[test]
    fn entities() {
        assert_eq!(
            parse("A &amp; B &#8211; C &nope; &").plain(),
            "A & B – C &nope; &"
        );
        assert_eq!(parse("&quot;A&quot;").nodes(), parse("\"A\"").nodes());
    }
}
