//! Text as LaTeX: special characters escaped, inline markup as commands, capitals kept.

use super::facts::tag;
use crate::letters;

/// A CSL-JSON text as LaTeX.
pub(super) fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut open: Vec<bool> = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let after = rest.strip_prefix(c).unwrap_or("");
        match (c, tag(after)) {
            ('<', Some((tag, after))) => {
                command(tag, &mut open, &mut out);
                rest = after;
            }
            _ => {
                character(c, &mut out);
                rest = after;
            }
        }
    }
    open.iter()
        .filter(|printed| **printed)
        .for_each(|_| out.push('}'));
    out
}

/// The text of a title: words with capitals stand in braces, so that no style takes the capitals away.
pub(super) fn title(value: &str) -> String {
    if value.contains(['<', '\\', '{', '}']) {
        return text(value);
    }
    let mut out = String::with_capacity(value.len() + 16);
    for (index, word) in value.split_whitespace().enumerate() {
        if index > 0 {
            out.push(' ');
        }
        let mut letters = word.chars().filter(|c| letters::is_letter(*c));
        let first = letters.next().is_some_and(letters::is_capital) && index > 0;
        let protect = first || letters.any(letters::is_capital);
        if protect {
            out.push('{');
        }
        word.chars().for_each(|c| character(c, &mut out));
        if protect {
            out.push('}');
        }
    }
    out
}

/// Opens or closes a command; `open` remembers whether a tag printed anything.
fn command(tag: &str, open: &mut Vec<bool>, out: &mut String) {
    if tag.starts_with('/') {
        if open.pop() == Some(true) {
            out.push('}');
        }
        return;
    }
    let command = match tag {
        "i" => "\\emph{",
        "b" => "\\textbf{",
        "sup" => "\\textsuperscript{",
        "sub" => "\\textsubscript{",
        "sc" => "\\textsc{",
        _ if tag.contains("nocase") => "{",
        _ if tag.contains("small-caps") => "\\textsc{",
        _ => "",
    };
    open.push(!command.is_empty());
    out.push_str(command);
}

fn character(c: char, out: &mut String) {
    match c {
        '&' | '%' | '$' | '#' | '_' => {
            out.push('\\');
            out.push(c);
        }
        // Braces must stay in pairs, so single ones are named.
        '{' => out.push_str("\\textbraceleft{}"),
        '}' => out.push_str("\\textbraceright{}"),
        '\\' => out.push_str("\\textbackslash{}"),
        '~' => out.push_str("\\textasciitilde{}"),
        '^' => out.push_str("\\textasciicircum{}"),
        c if c.is_whitespace() && c != '\u{a0}' => {
            if !out.ends_with(' ') {
                out.push(' ');
            }
        }
        c if c.is_control() => {}
        c => out.push(c),
    }
}

/// An address: only braces and what would end the line are in the way.
pub(super) fn address(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            '{' => out.push_str("%7B"),
            '}' => out.push_str("%7D"),
            '\\' => out.push_str("%5C"),
            c if c.is_whitespace() || c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn specials_and_markup() {
        assert_eq!(
            text("A_1 & 50% \\ {x} <i>Dune <sup>2</sup></i>"),
            "A\\_1 \\& 50\\% \\textbackslash{} \\textbraceleft{}x\\textbraceright{} \\emph{Dune \\textsuperscript{2}}"
        );
        assert_eq!(text("<i>open"), "\\emph{open}");
    }

    #[test]
    fn capitals_are_kept() {
        assert_eq!(
            title("Telegram from Bucharest on NATO"),
            "Telegram from {Bucharest} on {NATO}"
        );
        assert_eq!(title("iPod"), "{iPod}");
    }
}
