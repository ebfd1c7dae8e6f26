//! What a paragraph of an archival document is: registry number, addressee, line of the head, signature ...

use crate::date::words;
use crate::read::archive_text::marking::is_marking;
use crate::read::archive_text::span::Span;
use crate::tree::BlockKind;

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
    let roman = text.starts_with(['I', 'V', 'X']);
    let body = state.body;
    let numbered = number(
        text,
        roman && *state.romans.get_or_insert_with(|| body.contains("\nII. ")),
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

/// A stamp or a remark by hand that stands by itself.
fn is_stamp(text: &str) -> bool {
    let lower = |words: &[&str]| {
        words.iter().any(|word| {
            text.get(..word.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(word))
        })
    };
    lower(&[
        "[stamp",
        "stamped:",
        "stamp:",
        "[handwr",
        "[hand-wr",
        "handwritten",
    ]) && (text.ends_with(']') || !text.starts_with('['))
        || lower(&["[handwritten]", "[stamp]", "[stamped]"])
}

/// `Copy Nº 1`, `No. 2 of 40 copies`, `Five copies printed`, `1 - Cde. Stalin`
fn is_distribution(text: &str) -> bool {
    if text.len() > 120 {
        return false;
    }
    let digit = text.bytes().any(|byte| byte.is_ascii_digit());
    let copy = text
        .strip_prefix("Copy ")
        .or_else(|| text.strip_prefix("COPY "));
    let copy = copy.is_some_and(|rest| {
        ["N", "#", "_", "№"]
            .iter()
            .any(|sign| rest.starts_with(sign))
            || rest.starts_with(|c: char| c.is_ascii_digit())
    });
    let copies =
        text.contains(" copies") && (digit && text.len() < 60 || text.contains("copies printed"));
    let numbered = text
        .split_once(" - ")
        .or_else(|| text.split_once(" \u{2013} "))
        .is_some_and(|(number, rest)| {
            number.len() <= 3
                && number.bytes().all(|byte| byte.is_ascii_digit())
                && (rest.starts_with("Cde") || rest.starts_with("to "))
        });
    copy || copies || numbered || text.starts_with("cc:") || text.starts_with("CC:")
}

/// `Signed: Aurelian Lazar`, `(signed) X`, `[signature] /NAME/`, `/A. PUZANOV/`, `S H T Y K O V`
fn is_signature(text: &str) -> bool {
    if text.len() > 160 {
        return false;
    }
    let begins = [
        "Signed",
        "(signed)",
        "(Signed)",
        "[signed",
        "[Signed",
        "[signature",
        "[Signature",
        "Signature:",
        "SIGNED",
    ]
    .iter()
    .any(|word| text.starts_with(word));
    let sentence = text.starts_with("Signed ") && text.ends_with('.') && text.len() > 60;
    let slashed = text.len() > 3
        && text.starts_with('/')
        && text.ends_with('/')
        && text.chars().any(char::is_alphabetic)
        && !text.bytes().any(|byte| byte.is_ascii_digit());
    let spaced = text.chars().count() >= 7
        && text.chars().enumerate().all(|(at, c)| {
            if at % 2 == 0 {
                c.is_uppercase()
            } else {
                c == ' '
            }
        });
    begins && !sentence || slashed || spaced
}

/// `(Bitterlich)`
fn is_name_in_brackets(text: &str) -> bool {
    let inner = text
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    inner.is_some_and(|name| {
        let letters = name
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-'));
        letters
            && name.starts_with(char::is_uppercase)
            && (3..=40).contains(&name.len())
            && name.split(' ').count() <= 4
    })
}

/// `01/014916/29.4.1973`, `No. 2421/61/53/TJN [tajne—secret]`, `-DDD-`
fn is_registry(text: &str) -> bool {
    if text.len() > 80 || words::parse(text).is_some() {
        return false;
    }
    let labelled = ["No.", "Nº", "№", "Nr.", "No"]
        .iter()
        .find_map(|label| text.strip_prefix(label));
    let number = labelled.unwrap_or(text).trim();
    let number = number.split_once(" [").map_or(number, |(number, _)| number);
    if number.contains(' ') || number.is_empty() {
        return false;
    }
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let dashes = number.len() > 2 && number.starts_with('-') && number.ends_with('-');
    let slashes = number.contains('/') && digits >= 2 && !number.contains("//");
    let dotted = number.contains('.')
        && digits >= 1
        && number.len() <= 12
        && number.starts_with(char::is_uppercase);
    dashes || slashes || dotted || labelled.is_some() && digits >= 1
}

/// `To Direction I Relations, to Comrade Director Ion Ciubotaru`
fn is_addressee(text: &str) -> bool {
    let rest = ["To ", "TO ", "Attn ", "For "]
        .iter()
        .find_map(|word| text.strip_prefix(word));
    let to =
        rest.is_some_and(|rest| rest.starts_with(char::is_uppercase) || rest.starts_with("the "));
    (to || text.starts_with("Cde. ") || text.starts_with("Comrade "))
        && !text.ends_with(['.', '?'])
        && text.len() <= 200
}

/// `[1] Josip Broz.`, when it answers.
fn note<'a>(span: Span<'a>, state: &mut State<'_>) -> Option<Kind<'a>> {
    if state.notes == 0 {
        return None;
    }
    let (number, _) = span.text.strip_prefix('[')?.split_once(']')?;
    number.parse::<usize>().ok()?;
    state.notes -= 1;
    Some(Kind::numbered(
        BlockKind::Note,
        number,
        span.from(number.len() + 2).trim(),
    ))
}

/// The length of a paragraph's printed number: `1.`, `12)`, `(3)`, `(a)`, `IV.`, `1．`
fn number(text: &str, romans: bool) -> Option<usize> {
    let (open, rest) = match text.strip_prefix('(') {
        Some(rest) => (1, rest),
        None => (0, text),
    };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let roman = letters > 0
        && rest
            .bytes()
            .take(letters)
            .all(|byte| matches!(byte, b'I' | b'V' | b'X'));
    let (length, numeral) = if (1..=3).contains(&digits) {
        (digits, true)
    } else if open == 1 && letters == 1 || roman && (letters > 1 || romans) && letters <= 5 {
        (letters, false)
    } else {
        return None;
    };
    let after = rest.get(length..)?;
    let sign = after.chars().next()?;
    let fits = match sign {
        ')' => true,
        '.' | '\u{ff0e}' | '\u{3001}' => open == 0,
        _ => false,
    };
    let follows = after.get(sign.len_utf8()..)?;
    let spaced = follows.starts_with(char::is_whitespace)
        || numeral && follows.starts_with(|c: char| c.is_alphabetic() && !c.is_ascii_lowercase());
    let empty = follows.trim().is_empty();
    (fits && spaced && !empty).then_some(open + length + sign.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_printed() {
        for (text, want) in [
            ("1. In a", Some(2)),
            ("12) In", Some(3)),
            ("(3) In", Some(3)),
            ("(a) In", Some(3)),
            ("2.Text", Some(2)),
            ("1\u{ff0e}The", Some(4)),
            ("IV. The", Some(3)),
            ("I. Petrescu said", None),
            ("1973. The", None),
            ("29.4.1973", None),
            ("1.5 million", None),
            ("10 people", None),
        ] {
            assert_eq!(number(text, false), want, "{text}");
        }
        assert_eq!(number("I. The", true), Some(2));
    }

    #[test]
    fn registry_numbers() {
        for text in [
            "01/014916/29.4.1973",
            "No. 2421/61/53/TJN [tajne\u{2014}secret]",
            "01090s/ss/gs",
            "Nº 1154/sh.",
            "-DDD-",
            "-Marjai-179-",
            "ON/24/24/X/62",
            "417/178/10",
            "F.N.33.",
        ] {
            assert!(is_registry(text), "{text}");
        }
        for text in [
            "29.4.1973",
            "Text of it.",
            "A/B talks",
            "http://a.b/12",
            "1. Point",
        ] {
            assert!(!is_registry(text), "{text}");
        }
    }

    #[test]
    fn signatures() {
        for text in [
            "Signed: Aurelian Lazar",
            "(signed) X",
            "[signature] /NAME/",
            "/A. PUZANOV/",
            "S H T Y K O V",
        ] {
            assert!(is_signature(text), "{text}");
        }
        for text in [
            "He signed.",
            "/1973/",
            "Signed in Moscow by both sides, the treaty was then sent home with him.",
        ] {
            assert!(!is_signature(text), "{text}");
        }
    }
}
