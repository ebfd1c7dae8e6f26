//! Markdown (CommonMark): `*italic*`, `**bold**`, links; what Markdown has no sign for stands as an HTML element.

use super::{Quotation, escape};
use crate::letters;
use crate::scan::{SPEED, Signs};
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
    let runs = Runs::of(tree);
    let mut out = String::with_capacity(runs.text.len() + 32);
    runs.write(&mut out);
    out
}

/// Fills an empty text with a run as Markdown and after it as plain text, of which Markdown is made; gives where the one
/// ends and the other begins.
///
/// ```
/// use callslip::{tree::Tree, write};
/// let mut both = String::new();
/// let end = write::markdown_and_text_to(&Tree::text("Salt").italic(), &mut both);
/// assert_eq!(both.split_at(end), ("*Salt*", "Salt"));
/// ```
pub fn markdown_and_text_to(tree: &Tree, out: &mut String) -> usize {
    let runs = Runs::of(tree);
    runs.write(out);
    let end = out.len();
    out.push_str(&runs.text);
    end
}

/// How a run looks.
#[derive(Clone, Copy, Default, PartialEq)]
struct Look<'a> {
    italic: bool,
    strong: bool,
    raised: bool,
    lowered: bool,
    /// The address, which is safe.
    link: Option<&'a str>,
}

/// The text, and where its looks end.
#[derive(Default)]
struct Runs<'a> {
    text: String,
    looks: Vec<(Look<'a>, usize)>,
    quotes: usize,
}

impl<'a> Runs<'a> {
    fn of(tree: &'a Tree) -> Self {
        let mut runs = Runs {
            text: super::line(),
            ..Runs::default()
        };
        runs.nodes(tree.nodes(), Look::default());
        runs
    }

    fn push(&mut self, look: Look<'a>, text: &str) {
        self.text.push_str(text);
        let end = self.text.len();
        match self.looks.last_mut() {
            Some((last, before)) if *last == look => *before = end,
            _ => self.looks.push((look, end)),
        }
    }

    fn nodes(&mut self, nodes: &'a [Node], look: Look<'a>) {
        for node in nodes {
            match node {
                Node::Text(text) => self.push(look, text),
                Node::Span(style, nodes) => self.span(style, nodes, look),
                Node::LineBreak => self.push(look, "\n"),
                Node::PageBreak(_) => {}
            }
        }
    }

    fn span(&mut self, style: &'a Style, nodes: &'a [Node], mut look: Look<'a>) {
        match style {
            Style::Italic => look.italic = !look.italic,
            Style::Strong => look.strong = true,
            Style::Superscript | Style::NoteReference(_) => look.raised = true,
            Style::Subscript => look.lowered = true,
            Style::Link(address) if escape::safe_address(address).is_some() => {
                look.link = Some(address);
            }
            Style::Quote => {
                let marks = Quotation::at_depth(self.quotes);
                self.push(look, marks.open());
                self.quotes += 1;
                self.nodes(nodes, look);
                self.quotes -= 1;
                return self.push(look, marks.close());
            }
            Style::Link(_)
            | Style::SmallCaps
            | Style::NoCase
            | Style::Language(_)
            | Style::Editorial(_)
            | Style::Name => {}
        }
        self.nodes(nodes, look);
    }

    fn write(&self, out: &mut String) {
        let mut rest = self.text.as_str();
        let mut start = 0;
        for (look, end) in &self.looks {
            let (run, after_run) = rest.split_at_checked(end - start).unwrap_or((rest, ""));
            (rest, start) = (after_run, *end);
            // A sign must touch its text: spaces at the ends go outside.
            let inner = run.trim_start();
            let (before, _) = run
                .split_at_checked(run.len() - inner.len())
                .unwrap_or((run, ""));
            let (inner, after) = inner
                .split_at_checked(inner.trim_end().len())
                .unwrap_or((inner, ""));
            push_plain(before, out);
            if !inner.is_empty() {
                let next = after.chars().chain(after_run.chars()).next();
                push_run(*look, inner, next, out);
            }
            push_plain(after, out);
        }
    }
}

fn push_run(look: Look, text: &str, next: Option<char>, out: &mut String) {
    let link = look.link.and_then(escape::safe_address);
    if let Some(address) = &link {
        if address == text && address.chars().all(|c| percent(c).is_none()) {
            out.push('<');
            out.push_str(text);
            return out.push('>');
        }
        out.push('[');
    }
    let flanked = (look.strong || look.italic) && is_flanked(out.chars().next_back(), text, next);
    let sign = |is_set: bool, mark, tag| match is_set {
        true if flanked => mark,
        true => tag,
        false => "",
    };
    out.push_str(sign(look.strong, "**", "<b>"));
    out.push_str(sign(look.italic, "*", "<i>"));
    out.push_str(if look.raised { "<sup>" } else { "" });
    out.push_str(if look.lowered { "<sub>" } else { "" });
    push_plain(text, out);
    out.push_str(if look.lowered { "</sub>" } else { "" });
    out.push_str(if look.raised { "</sup>" } else { "" });
    out.push_str(sign(look.italic, "*", "</i>"));
    out.push_str(sign(look.strong, "**", "</b>"));
    if let Some(address) = &link {
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
    if SPEED && text.is_empty() {
        return;
    }
    let mut rest = push_beginning(text, out);
    while let Some(at) = SIGNS.find(rest) {
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
        if is_sign(character, previous, next, after) {
            out.push('\\');
        }
        out.push(character);
        if character == '\n' {
            rest = push_beginning(rest, out);
        }
    }
    out.push_str(rest);
}

/// What Markdown knows as a sign wherever it stands; everything else is copied as it is.
const SIGNS: Signs = Signs::new(b"\n*`[]\\_~<&");

/// Adds what would begin a heading, a list or a quotation if a line began with it, with a backslash; gives the rest.
fn push_beginning<'a>(text: &'a str, out: &mut String) -> &'a str {
    let Some(before) = line_so_far(out) else {
        return text;
    };
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let Some((number, after)) = text.split_at_checked(digits) else {
        return text;
    };
    let mut characters = after.chars();
    let (Some(character), rest) = (characters.next(), characters.as_str()) else {
        return text;
    };
    let next = rest.chars().next();
    let spaced = next.is_none_or(char::is_whitespace);
    let begins = match before + digits {
        0 => match character {
            '#' | '>' => true,
            '+' | '-' | '=' => spaced || next == Some(character),
            _ => false,
        },
        // A number of a list has at most nine digits.
        1..10 => spaced && matches!(character, '.' | ')'),
        _ => false,
    };
    if !begins {
        return text;
    }
    out.push_str(number);
    out.push('\\');
    out.push(character);
    rest
}

/// How many characters the line has so far, if they are all digits.
fn line_so_far(out: &str) -> Option<usize> {
    let line = out.bytes().rev().take_while(|byte| *byte != b'\n');
    let mut digits = 0;
    for byte in line.take(10) {
        if !byte.is_ascii_digit() {
            return None;
        }
        digits += 1;
    }
    Some(digits)
}

fn is_sign(character: char, previous: Option<char>, next: Option<char>, rest: &str) -> bool {
    let is_word = |c: Option<char>| c.is_some_and(letters::is_letter_or_digit);
    match character {
        '\n' | '*' | '`' | '[' | ']' | '\\' => true,
        '_' => !(is_word(previous) && is_word(next)),
        '~' => previous == Some('~') || next == Some('~'),
        '<' => next.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')),
        '&' => rest
            .split_once(';')
            .is_some_and(|(name, _)| name.len() < 33 && !name.contains(char::is_whitespace)),
        _ => false,
    }
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
