//! Markdown (CommonMark): `*italic*`, `**bold**`, links; what Markdown has no sign for stands as an HTML element.

use super::{Quotation, escape};
use crate::letters;
use crate::tree::{Node, Style, Tree};

/// Writes a run of styled text as one paragraph of Markdown. Characters that would mean something are escaped.
///
/// ```
/// use callslip::{tree::Tree, write};
/// let mut tree = Tree::text("Salt").italic();
/// tree.push_str(", *1951*.");
/// assert_eq!(write::markdown(&tree), "*Salt*, \\*1951\\*.");
/// ```
pub fn markdown(tree: &Tree) -> String {
    let mut runs = Runs::default();
    runs.nodes(tree.nodes(), Look::default());
    write_runs(&runs.runs)
}

/// How a run looks.
#[derive(Clone, Default, PartialEq)]
struct Look {
    italic: bool,
    strong: bool,
    raised: bool,
    lowered: bool,
    quotes: usize,
    link: Option<String>,
}

/// The text cut where its look changes.
#[derive(Default)]
struct Runs {
    runs: Vec<(Look, String)>,
}

impl Runs {
    fn push(&mut self, look: &Look, text: &str) {
        match self.runs.last_mut() {
            Some((last, run)) if same(last, look) => run.push_str(text),
            _ => self.runs.push((look.clone(), text.to_owned())),
        }
    }

    fn nodes(&mut self, nodes: &[Node], look: Look) {
        for node in nodes {
            match node {
                Node::Text(text) => self.push(&look, text),
                Node::Span(style, nodes) => self.span(style, nodes, look.clone()),
                Node::LineBreak => self.push(&look, "\n"),
                Node::PageBreak(_) => {}
            }
        }
    }

    fn span(&mut self, style: &Style, nodes: &[Node], mut look: Look) {
        match style {
            Style::Italic => look.italic = !look.italic,
            Style::Strong => look.strong = true,
            Style::Superscript | Style::NoteReference(_) => look.raised = true,
            Style::Subscript => look.lowered = true,
            Style::Link(address) => look.link = escape::safe_address(address).or(look.link),
            Style::Quote => {
                let marks = Quotation::at_depth(look.quotes);
                self.push(&look, marks.open());
                let outer = look.clone();
                look.quotes += 1;
                self.nodes(nodes, look);
                return self.push(&outer, marks.close());
            }
            Style::SmallCaps
            | Style::NoCase
            | Style::Language(_)
            | Style::Editorial(_)
            | Style::Name => {}
        }
        self.nodes(nodes, look);
    }
}

fn same(one: &Look, other: &Look) -> bool {
    let quotes = other.quotes;
    *one == *other
        || Look {
            quotes,
            ..one.clone()
        } == *other
}

fn write_runs(runs: &[(Look, String)]) -> String {
    let mut out = String::new();
    for (at, (look, text)) in runs.iter().enumerate() {
        // A sign must touch its text: spaces at the ends go outside.
        let inner = text.trim();
        let (before, after) = letters::split_once(text, inner).unwrap_or((text, ""));
        push_plain(before, &mut out);
        if !inner.is_empty() {
            let next = after.chars().next();
            let next = next.or_else(|| runs.get(at + 1).and_then(|(_, text)| text.chars().next()));
            push_run(look, inner, next, &mut out);
        }
        push_plain(after, &mut out);
    }
    out
}

fn push_run(look: &Look, text: &str, next: Option<char>, out: &mut String) {
    let mut close: Vec<&str> = Vec::new();
    if let Some(address) = &look.link {
        if address == text && address.chars().all(|c| percent(c).is_none()) {
            out.push('<');
            out.push_str(text);
            return out.push('>');
        }
        out.push('[');
    }
    let flanked = is_flanked(out.chars().next_back(), text, next);
    let mut sign = |on: bool, sign: [&'static str; 3]| {
        if on {
            let [mark, open, end] = sign;
            out.push_str(if flanked && !mark.is_empty() {
                mark
            } else {
                open
            });
            close.push(if flanked && !mark.is_empty() {
                mark
            } else {
                end
            });
        }
    };
    sign(look.strong, ["**", "<b>", "</b>"]);
    sign(look.italic, ["*", "<i>", "</i>"]);
    sign(look.raised, ["", "<sup>", "</sup>"]);
    sign(look.lowered, ["", "<sub>", "</sub>"]);
    push_plain(text, out);
    for sign in close.into_iter().rev() {
        out.push_str(sign);
    }
    if let Some(address) = &look.link {
        out.push_str("](<");
        push_address(address, out);
        out.push_str(">)");
    }
}

/// The percent code, which means the same, of what would end an address in Markdown or begin code.
fn percent(character: char) -> Option<&'static str> {
    match character {
        '<' => Some("%3C"),
        '>' => Some("%3E"),
        '\\' => Some("%5C"),
        '`' => Some("%60"),
        _ => None,
    }
}

/// Adds an address; what would end it stands as a percent code.
fn push_address(address: &str, out: &mut String) {
    for character in address.chars() {
        match percent(character) {
            Some(code) => out.push_str(code),
            None => out.push(character),
        }
    }
}

/// Whether `*` at both ends of the text opens and closes emphasis by CommonMark's rule of flanking.
fn is_flanked(before: Option<char>, text: &str, after: Option<char>) -> bool {
    let inside = |c: Option<char>| c.is_some_and(letters::is_letter_or_digit);
    let outside = |c: Option<char>| c.is_none_or(|c| !letters::is_letter_or_digit(c) && c != '*');
    let opens = inside(text.chars().next()) || outside(before);
    let closes = inside(text.chars().next_back()) || outside(after);
    opens && closes && before != Some('*')
}

/// Adds text, with a backslash before what Markdown would read as a sign.
fn push_plain(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(may_be_sign) {
        // The byte is ASCII, so the cut falls between characters.
        let (run, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(run);
        let mut characters = after.chars();
        let Some(character) = characters.next() else {
            return;
        };
        rest = characters.as_str();
        let next = characters.next();
        let previous = out.chars().next_back();
        let is_escaped = character == '\n'
            || is_sign(character, previous, next, after)
            || starts_block(character, next, out);
        if is_escaped {
            out.push('\\');
        }
        out.push(character);
    }
    out.push_str(rest);
}

/// Whether Markdown knows the character as a sign, here or elsewhere; everything else is copied as it is.
fn may_be_sign(byte: u8) -> bool {
    matches!(
        byte,
        b'\n'
            | b'*'
            | b'`'
            | b'['
            | b']'
            | b'\\'
            | b'_'
            | b'~'
            | b'<'
            | b'&'
            | b'#'
            | b'>'
            | b'+'
            | b'-'
            | b'='
            | b'.'
            | b')'
    )
}

fn is_sign(character: char, previous: Option<char>, next: Option<char>, rest: &str) -> bool {
    let is_word = |c: Option<char>| c.is_some_and(letters::is_letter_or_digit);
    match character {
        '*' | '`' | '[' | ']' | '\\' => true,
        '_' => !(is_word(previous) && is_word(next)),
        '~' => previous == Some('~') || next == Some('~'),
        '<' => next.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')),
        '&' => rest
            .split_once(';')
            .is_some_and(|(name, _)| name.len() < 33 && !name.contains(char::is_whitespace)),
        _ => false,
    }
}

/// Whether the character would begin a heading, a list or a quotation at the start of a line.
fn starts_block(character: char, next: Option<char>, out: &str) -> bool {
    let spaced = next.is_none_or(char::is_whitespace);
    let is_first = out.is_empty() || out.ends_with('\n');
    match character {
        '#' | '>' => is_first,
        '+' | '-' | '=' => is_first && (spaced || next == Some(character)),
        '.' | ')' => spaced && !is_first && is_list_number(out),
        _ => false,
    }
}

/// Whether the line so far is a number of at most nine digits.
fn is_list_number(out: &str) -> bool {
    let line = out.bytes().rev().take_while(|byte| *byte != b'\n').take(10);
    let digits = line.clone().filter(u8::is_ascii_digit).count();
    digits < 10 && digits == line.count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn italic(text: &str) -> Tree {
        Tree::text(text).italic()
    }

    #[test]
    fn spaces_stand_outside_the_signs() {
        let mut title = Tree::text("A Study of ");
        title.append(italic("Hamlet"));
        title.push_str(" Today");
        assert_eq!(markdown(&title.italic()), "*A Study of* Hamlet *Today*");
    }

    #[test]
    fn signs_that_would_not_work_are_elements() {
        let mut tree = italic("Obsequies,”");
        tree.push_str("ed.");
        assert_eq!(markdown(&tree), "<i>Obsequies,”</i>ed.");
    }

    #[test]
    fn only_what_means_something_is_escaped() {
        for (plain, escaped) in [
            ("https://a.example/x_y?b&c=1", "https://a.example/x_y?b&c=1"),
            ("_a_", "\\_a\\_"),
            ("1. Ibid.", "1\\. Ibid."),
            ("- a", "\\- a"),
            ("3–4 < 5 & 6", "3–4 < 5 & 6"),
            ("AT&amp;T <b>", "AT\\&amp;T \\<b>"),
            ("[1955]", "\\[1955\\]"),
        ] {
            assert_eq!(markdown(&Tree::text(plain)), escaped);
        }
    }

    #[test]
    fn links_and_quotes() {
        let tree = Tree::text("Here").styled(Style::Link("https://a.example".into()));
        assert_eq!(markdown(&tree.quoted()), "“[Here](<https://a.example>)”");
        let bare = Tree::text("https://a.example").styled(Style::Link("https://a.example".into()));
        assert_eq!(markdown(&bare), "<https://a.example>");
    }

    #[test]
    fn an_address_does_not_end_early() {
        let address = "https://a.example/><img/src=x>`\\";
        let link = Tree::text("x").styled(Style::Link(address.into()));
        assert_eq!(
            markdown(&link),
            "[x](<https://a.example/%3E%3Cimg/src=x%3E%60%5C>)"
        );
        let bare = Tree::text("https://a/><b>").styled(Style::Link("https://a/><b>".into()));
        assert_eq!(
            markdown(&bare),
            "[https://a/>\\<b>](<https://a/%3E%3Cb%3E>)"
        );
    }
}
