//! What a paragraph of an archival document is: registry number, addressee, line of the head, signature ...

mod shapes;

use crate::read::archive_text::marking::is_marking;
use crate::read::archive_text::span::Span;
use crate::scan;
use crate::tree::BlockKind;
use shapes::{
    is_addressee, is_distribution, is_name_in_brackets, is_registry, is_signature, is_stamp, number,
};

/// What is known while the blocks are read in order.
pub(super) struct State<'a> {
    body: &'a str,
    /// Whether the running text has begun, so that the head is over.
    in_text: bool,
    /// Whether `I.` is a number and not a forename's initial; looked for when the first one is met.
    romans: Option<bool>,
    /// How many notes are still to come.
    notes: usize,
}

impl<'a> State<'a> {
    pub(super) fn new(body: &'a str, notes: usize) -> Self {
        Self {
            body,
            in_text: false,
            romans: None,
            notes,
        }
    }
}

/// A block's kind, its printed number or label, and its text.
pub(super) struct Kind<'a> {
    pub(super) kind: BlockKind,
    pub(super) number: Option<&'a str>,
    pub(super) text: Span<'a>,
}

impl<'a> Kind<'a> {
    fn plain(kind: BlockKind, text: Span<'a>) -> Self {
        Self {
            kind,
            number: None,
            text,
        }
    }

    fn numbered(kind: BlockKind, number: &'a str, text: Span<'a>) -> Self {
        Self {
            number: Some(number),
            ..Self::plain(kind, text)
        }
    }
}

/// The labels of a head's lines.
const LABELS: [&str; 44] = [
    "to",
    "from",
    "subject",
    "date",
    "classification",
    "re",
    "ref",
    "reference",
    "sending",
    "received",
    "no.",
    "no",
    "nº",
    "taken into process",
    "completed",
    "dispatched",
    "deciphering",
    "ciphergram no.",
    "ciphergram no",
    "place",
    "present",
    "participants",
    "time",
    "drafted by",
    "approved by",
    "info",
    "via",
    "author",
    "recipient",
    "sender",
    "copy to",
    "sent",
    "urgency",
    "priority",
    "title",
    "source",
    "sending date",
    "date received",
    "transmitted",
    "location",
    "meeting",
    "topic",
    "attachment",
    "document no.",
];

/// Tells what a paragraph is.
pub(super) fn of<'a>(span: Span<'a>, state: &mut State<'_>) -> Kind<'a> {
    let text = span.text;
    if let Some(kind) = heading(span) {
        return kind;
    }
    if let Some(kind) = short(span, state) {
        return kind;
    }
    if let Some(kind) = note(span, state) {
        return kind;
    }
    let is_sign = |byte: &u8| matches!(byte, b'.' | b')' | 0x80..);
    let roman = text.starts_with(['I', 'V', 'X'])
        && (!scan::SPEED || text.as_bytes().get(1).is_some_and(is_sign));
    let body = state.body;
    let numbered = number(
        text,
        roman
            && *state
                .romans
                .get_or_insert_with(|| scan::has(body, "\nII. ", b'\n')),
    );
    if numbered.is_some() || text.len() >= 200 || text.len() >= 60 && text.ends_with('.') {
        state.in_text = true;
    }
    match numbered {
        Some(length) => Kind::numbered(
            BlockKind::Paragraph,
            text.get(..length).unwrap_or(""),
            span.from(length).trim(),
        ),
        None => Kind::plain(BlockKind::Paragraph, span),
    }
}

/// Whether a line of wrapped text begins a block of its own.
pub(super) fn begins_piece(line: &str) -> bool {
    number(line, false).is_some()
        || is_signature(line)
        || is_marking(line)
        || label(line).is_some()
        || line.starts_with('#')
        || line.starts_with('[')
            && line
                .get(1..)
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// `## Heading`
fn heading(span: Span<'_>) -> Option<Kind<'_>> {
    let level = span.text.bytes().take_while(|byte| *byte == b'#').count();
    if scan::SPEED && level == 0 {
        return None;
    }
    let text = span.from(level);
    let fits = (1..=6).contains(&level) && text.text.starts_with(' ');
    fits.then(|| {
        Kind::plain(
            BlockKind::Heading(u8::try_from(level).unwrap_or(6)),
            text.trim(),
        )
    })
}

/// What is told by a whole short paragraph.
fn short<'a>(span: Span<'a>, state: &mut State<'_>) -> Option<Kind<'a>> {
    let text = span.text;
    if text.len() > 240 {
        return None;
    }
    let bare = span.bare();
    let kind = if is_marking(bare.text) {
        BlockKind::Classification
    } else if is_stamp(text) {
        BlockKind::Stamp
    } else if is_distribution(text) {
        BlockKind::Distribution
    } else if is_signature(text) || state.in_text && is_name_in_brackets(text) {
        BlockKind::Signature
    } else if state.in_text {
        return None;
    } else if let Some(colon) = label(text) {
        return Some(Kind::numbered(
            BlockKind::Field,
            text.get(..colon)?,
            span.from(colon + 1).trim(),
        ));
    } else if is_registry(bare.text) {
        BlockKind::Registry
    } else if is_addressee(text) {
        BlockKind::Addressee
    } else {
        return None;
    };
    Some(Kind::plain(kind, span))
}

/// Where the colon of a head's label stands.
fn label(text: &str) -> Option<usize> {
    let colon = text.bytes().take(24).position(|byte| byte == b':')?;
    let word = text.get(..colon)?.trim_matches('*').trim();
    let known = LABELS.iter().any(|label| word.eq_ignore_ascii_case(label));
    (known && !text.contains("://")).then_some(colon)
}

/// `[1] Josip Broz.`, when it answers.
fn note<'a>(span: Span<'a>, state: &mut State<'_>) -> Option<Kind<'a>> {
    if state.notes == 0 {
        return None;
    }
    let (mark, text) = span.text.strip_prefix('[')?.split_once(']')?;
    let number = mark.strip_prefix('^').unwrap_or(mark);
    number.parse::<usize>().ok()?;
    state.notes -= 1;
    let text = span.from(span.text.len() - text.strip_prefix(':').unwrap_or(text).len());
    Some(Kind::numbered(BlockKind::Note, number, text.trim()))
}

#[cfg(test)]
mod tests;
