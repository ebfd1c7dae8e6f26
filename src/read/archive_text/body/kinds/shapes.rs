//! How the lines of archival documents look: stamps, copies, signatures, registry numbers, addressees, numbers.

use crate::date::words;
use crate::letters;
use crate::scan;

/// A stamp or a remark by hand that stands by itself.
pub(super) fn is_stamp(text: &str) -> bool {
    if scan::SPEED && !text.starts_with(['[', 'S', 's', 'H', 'h']) {
        return false;
    }
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
pub(super) fn is_distribution(text: &str) -> bool {
    if text.len() > 120 {
        return false;
    }
    let digit = || text.bytes().any(|byte| byte.is_ascii_digit());
    let copy = text
        .strip_prefix("Copy ")
        .or_else(|| text.strip_prefix("COPY "));
    let copy = copy.is_some_and(|rest| {
        ["N", "#", "_", "№"]
            .iter()
            .any(|sign| rest.starts_with(sign))
            || rest.starts_with(|c: char| c.is_ascii_digit())
    });
    let copies = scan::has(text, " copies", b'p')
        && (text.len() < 60 && digit() || text.contains("copies printed"));
    let figures = text.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let after = text.get(figures..).unwrap_or("");
    let numbered = after
        .strip_prefix(" - ")
        .or_else(|| after.strip_prefix(" \u{2013} "))
        .is_some_and(|rest| rest.starts_with("Cde") || rest.starts_with("to "));
    copy || copies || numbered || text.starts_with("cc:") || text.starts_with("CC:")
}

/// `Signed: Aurelian Lazar`, `(signed) X`, `[signature] /NAME/`, `/A. PUZANOV/`, `S H T Y K O V`
pub(super) fn is_signature(text: &str) -> bool {
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
        && text.chars().any(letters::is_letter)
        && !text.bytes().any(|byte| byte.is_ascii_digit());
    let spaced = text.chars().enumerate().all(|(at, c)| {
        if at % 2 == 0 {
            letters::is_capital(c)
        } else {
            c == ' '
        }
    }) && text.chars().count() >= 7;
    begins && !sentence || slashed || spaced
}

/// `(Bitterlich)`
pub(super) fn is_name_in_brackets(text: &str) -> bool {
    let inner = text
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    inner.is_some_and(|name| {
        let letters = name
            .chars()
            .all(|c| letters::is_letter(c) || matches!(c, ' ' | '.' | '-'));
        letters
            && name.starts_with(letters::is_capital)
            && (3..=40).contains(&name.len())
            && name.split(' ').count() <= 4
    })
}

/// `01/014916/29.4.1973`, `No. 2421/61/53/TJN [tajne—secret]`, `-DDD-`
pub(super) fn is_registry(text: &str) -> bool {
    if text.len() > 80 {
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
        && number.starts_with(letters::is_capital);
    let fits = dashes || slashes || dotted || labelled.is_some() && digits >= 1;
    fits && words::parse(text).is_none()
}

/// `To Direction I Relations, to Comrade Director Ion Ciubotaru`
pub(super) fn is_addressee(text: &str) -> bool {
    let rest = ["To ", "TO ", "Attn ", "For "]
        .iter()
        .find_map(|word| text.strip_prefix(word));
    let to =
        rest.is_some_and(|rest| rest.starts_with(letters::is_capital) || rest.starts_with("the "));
    (to || text.starts_with("Cde. ") || text.starts_with("Comrade "))
        && !text.ends_with(['.', '?'])
        && text.len() <= 200
}

/// The length of a paragraph's printed number: `1.`, `12)`, `(3)`, `(a)`, `IV.`, `1．`
pub(super) fn number(text: &str, romans: bool) -> Option<usize> {
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
        || numeral
            && follows.starts_with(|c: char| letters::is_letter(c) && !c.is_ascii_lowercase());
    let empty = follows.trim().is_empty();
    (fits && spaced && !empty).then_some(open + length + sign.len_utf8())
}
