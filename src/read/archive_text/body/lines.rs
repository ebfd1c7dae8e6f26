//! Lines to pieces: what Markdown marks by its first sign, and paragraphs, joined when they are wrapped by hand.

use super::kinds::begins_piece;
use crate::letters;
use crate::read::archive_text::header::is_running_head;
use crate::read::archive_text::span::{Span, is_space};
use crate::scan;

/// A piece of the body.
pub(super) enum Piece<'a> {
    /// A line of `-`, `=`, `*` or `_` alone.
    Rule(Span<'a>),
    /// Between fences, the word after the first fence, and all of it.
    Preformatted(Span<'a>, &'a str, Span<'a>),
    /// `| a | b |`
    Row(Span<'a>),
    /// Two columns, and where the gap between them begins.
    Columns(Span<'a>, usize),
    /// `- item`, with its mark.
    Item(Span<'a>),
    /// `> text`: the text, and the whole line.
    Quotation(Span<'a>, Span<'a>),
    /// The running head of a page.
    RunningHead(Span<'a>),
    /// One paragraph.
    Text(Span<'a>),
}

/// Gives every piece of a body in order.
pub(super) fn pieces<'a>(body: Span<'a>, give: &mut dyn FnMut(Piece<'a>)) {
    let wrapped = is_wrapped(body);
    let mut open: Option<(usize, usize, bool)> = None;
    let mut fence: Option<(usize, usize, &str)> = None;
    for line in body.lines() {
        let trimmed = line.trim();
        let (from, to) = (trimmed.start - body.start, trimmed.end() - body.start);
        if let Some((first, start, word)) = fence {
            if trimmed.text == "```" {
                let inner = body.part(start, line.start - body.start);
                give(Piece::Preformatted(inner, word, body.part(first, to)));
                fence = None;
            }
            continue;
        }
        let marked = piece(trimmed);
        let continues = wrapped && open.is_some() && !begins_piece(trimmed.text);
        if (trimmed.is_empty()
            || marked.is_some()
            || !continues
            || open.is_some_and(|(_, _, ended)| ended))
            && let Some((from, to, _)) = open.take()
        {
            give(Piece::Text(body.part(from, to)));
        }
        match marked {
            Some(piece) => give(piece),
            None if fence_word(trimmed.text).is_some() => {
                let start = (line.end() + 1 - body.start).min(body.text.len());
                fence = Some((from, start, fence_word(trimmed.text).unwrap_or("")));
            }
            None if trimmed.is_empty() => {}
            None => {
                let start = open.map_or(from, |(start, _, _)| start);
                open = Some((start, to, ends_paragraph(trimmed.text)));
            }
        }
    }
    if let Some((first, start, word)) = fence {
        give(Piece::Preformatted(
            body.from(start),
            word,
            body.from(first),
        ));
    }
    if let Some((from, to, _)) = open {
        give(Piece::Text(body.part(from, to)));
    }
}

/// The word after a fence, which may be empty; `None` when the line is no fence.
fn fence_word(text: &str) -> Option<&str> {
    let word = text.strip_prefix("```")?.trim();
    word.bytes()
        .all(|byte| byte.is_ascii_alphanumeric())
        .then_some(word)
}

/// The piece that a line is by its first signs alone.
fn piece(line: Span<'_>) -> Option<Piece<'_>> {
    let first = line.text.chars().next()?;
    if matches!(first, 'D' | 'd') && is_running_head(line.text) {
        return Some(Piece::RunningHead(line));
    }
    if let Some(gap) = wide_gap(line.text) {
        return Some(Piece::Columns(line, gap));
    }
    match first {
        '|' if line.text.len() > 1 && line.text.ends_with('|') => Some(Piece::Row(line)),
        '-' | '*' | '_' | '=' | '\u{2014}' if is_rule(line.text, first) => Some(Piece::Rule(line)),
        '-' | '*' | '\u{2022}' | '\u{2013}' | '+' => {
            let rest = line.text.get(first.len_utf8()..)?;
            (rest.starts_with(is_space) && rest.len() > 1).then_some(Piece::Item(line))
        }
        '>' => {
            let text = line.from(1).trim();
            (!text.is_empty()).then_some(Piece::Quotation(text, line))
        }
        _ => None,
    }
}

/// Where six spaces or more, or a tab, stand within a line that is not long. Every sixth byte shows whether they do.
fn wide_gap(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    if bytes.len() >= 400 || !scan::may_have_gap(text) {
        return None;
    }
    let sixth = (5..bytes.len()).step_by(6);
    let mut spaces = sixth.filter(|at| bytes.get(*at) == Some(&b' '));
    let gap = spaces.find_map(|at| {
        let (before, after) = bytes.split_at_checked(at)?;
        let is_space = |byte: &&u8| **byte == b' ';
        let before = before.iter().rev().take_while(is_space).count();
        let after = after.iter().take_while(is_space).count();
        (before + after >= 6).then_some(at - before)
    });
    gap.or_else(|| scan::find(text, b'\t'))
}

fn is_rule(text: &str, sign: char) -> bool {
    let mut count = 0;
    for c in text.chars() {
        if c == sign {
            count += 1;
        } else if c != ' ' {
            return false;
        }
    }
    count >= 3
}

/// A wrapped line much shorter than the others that ends a sentence ends its paragraph.
fn ends_paragraph(text: &str) -> bool {
    text.len() < 45 && text.ends_with(['.', '!', '?', ':', '"', '\u{201d}'])
}

/// Whether lines are broken by hand in mid-sentence: judged by the first few hundred.
fn is_wrapped(body: Span) -> bool {
    let mut pairs = 0;
    let mut broken = 0;
    let mut long = 0;
    let mut last: Option<&str> = None;
    for line in body.lines().take(600) {
        let text = line.text.trim();
        if text.is_empty() {
            last = None;
            continue;
        }
        long += usize::from(text.len() > 140);
        if let Some(last) = last {
            pairs += 1;
            let open = last.len() >= 40
                && !last.ends_with(['.', '!', '?', ':', ';', '"', '\u{201d}', ']', ')']);
            broken += usize::from(open && text.starts_with(letters::is_small));
        }
        last = Some(text);
    }
    broken > 0 && broken * 5 >= pairs && long * 10 <= pairs
}
