//! A transcript as HTML: its blocks as lines, its emphasis as Markdown, its entities as characters.

use super::origins::{Layout, escapes, find};

/// Whether a text is HTML.
pub(super) fn is_markup(text: &str) -> bool {
    ["<p", "<br", "<div", "<P", "<BR"]
        .iter()
        .any(|tag| text.contains(tag))
}

/// The entities by name that transcripts use.
const ENTITIES: [(&str, &str); 16] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", "\u{a0}"),
    ("ldquo", "\u{201c}"),
    ("rdquo", "\u{201d}"),
    ("lsquo", "\u{2018}"),
    ("rsquo", "\u{2019}"),
    ("ndash", "\u{2013}"),
    ("mdash", "\u{2014}"),
    ("hellip", "\u{2026}"),
    ("eacute", "\u{e9}"),
    ("laquo", "\u{ab}"),
    ("raquo", "\u{bb}"),
];

/// Lays out HTML; `raw` is how the string is written in the input, from `start` on.
pub(super) fn lay_out(text: &str, raw: &str, start: usize, layout: &mut Layout) {
    let runs = escapes(raw);
    let origin = |at: usize| start + find(&runs, at);
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let plain = rest.find(['<', '&', '\\']).unwrap_or(rest.len());
        // A run of unchanged characters ends where the input has an escape.
        let mut from = at;
        let upto = at + plain;
        let next = runs.partition_point(|(text, _)| *text <= from);
        for (boundary, _) in runs
            .iter()
            .skip(next)
            .take_while(|(boundary, _)| *boundary < upto)
        {
            layout.piece(text.get(from..*boundary).unwrap_or(""), origin(from));
            from = *boundary;
        }
        layout.piece(text.get(from..upto).unwrap_or(""), origin(from));
        at = upto;
        let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) else {
            break;
        };
        at += special(rest, origin(at), layout);
    }
}

/// A tag or an entity: its length.
fn special(rest: &str, origin: usize, layout: &mut Layout) -> usize {
    if let Some((tag, length)) = tag(rest) {
        layout.made(instead(&tag));
        return length;
    }
    if let Some((character, length)) = entity(rest) {
        layout.piece(&character, origin);
        return length;
    }
    let first = rest.chars().next().map_or(1, char::len_utf8);
    layout.piece(rest.get(..first).unwrap_or(""), origin);
    first
}

/// The name of a tag in lower case, with `/` when it closes, and its length.
fn tag(rest: &str) -> Option<(String, usize)> {
    let inner = rest.strip_prefix('<')?;
    if !inner.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!')) {
        return None;
    }
    let end = inner.bytes().take(4000).position(|byte| byte == b'>')?;
    let name: String = inner
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '/')
        .map(|c| c.to_ascii_lowercase())
        .collect();
    Some((name.trim_end_matches('/').to_owned(), end + 2))
}

/// What stands for a tag in the text.
fn instead(tag: &str) -> &'static str {
    match tag {
        "b" | "/b" | "strong" | "/strong" => "**",
        "i" | "/i" | "em" | "/em" => "*",
        "br" | "/li" | "/tr" => "\n",
        "p" | "/p" | "div" | "/div" | "h1" | "h2" | "h3" | "h4" | "/h1" | "/h2" | "/h3" | "/h4"
        | "ul" | "/ul" | "ol" | "/ol" | "table" | "/table" | "blockquote" | "/blockquote" => "\n\n",
        "li" => "\n- ",
        "hr" => "\n\n-----\n\n",
        "td" | "th" => " ",
        _ => "",
    }
}

fn entity(rest: &str) -> Option<(String, usize)> {
    let inner = rest.strip_prefix('&')?;
    let end = inner.bytes().take(12).position(|byte| byte == b';')?;
    let name = inner.get(..end)?;
    let code = match name.strip_prefix('#') {
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => number.parse().ok(),
        },
        None => None,
    };
    let character = match code {
        Some(code) => char::from_u32(code).filter(|c| *c != '\0')?.to_string(),
        None => ENTITIES
            .iter()
            .find(|(known, _)| *known == name)?
            .1
            .to_owned(),
    };
    Some((character, end + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_entities() {
        let raw = r#"<p>It is <b>secret<\/b>.<\/p>\n<p>A &amp; B&#8212;C<br>\"D\"<\/p>"#;
        let text = "<p>It is <b>secret</b>.</p>\n<p>A &amp; B&#8212;C<br>\"D\"</p>";
        let mut layout = Layout::default();
        lay_out(text, raw, 0, &mut layout);
        assert_eq!(
            layout.text.trim(),
            "It is **secret**.\n\n\n\n\nA & B\u{2014}C\n\"D\""
        );
        for part in ["It is ", "secret", "D"] {
            let at = layout.text.find(part).unwrap();
            let (start, end) = layout.origin(at, at + part.len());
            assert_eq!(&raw[start..end], part);
        }
    }
}
