//! The words and signs of a date.

use crate::digits;
use crate::letters;

/// A word or sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A number and how many digits it is written with; an ordinal's ending is dropped.
    Number(u32, usize),
    /// A month by its name, 1 to 12.
    Month(u8),
    /// A Roman numeral that can be a month.
    Roman(u8),
    /// A season, 21 to 24.
    Season(u8),
    /// `.`
    Dot,
    /// `/`
    Slash,
    /// `,`
    Comma,
    /// `-`, `–`, `—` or `to`
    Dash,
}

/// The beginnings that tell the months apart, in English and Russian.
const MONTHS: [(&str, &str); 12] = [
    ("january", "январ"),
    ("february", "феврал"),
    ("march", "март"),
    ("april", "апрел"),
    ("may", "ма"),
    ("june", "июн"),
    ("july", "июл"),
    ("august", "август"),
    ("september", "сентябр"),
    ("october", "октябр"),
    ("november", "ноябр"),
    ("december", "декабр"),
];

const ROMAN: &str = "I II III IV V VI VII VIII IX X XI XII";

/// How the names of days begin.
const DAYS: &str = "mon tues wednes thurs fri satur sun";

/// The tokens of a text; `None` when something in it belongs to no date.
pub(super) fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if first.is_ascii_digit() {
            let digits = run(rest, |c| c.is_ascii_digit());
            found.push(Token::Number(
                digits::read(rest.get(..digits)?)?.try_into().ok()?,
                digits,
            ));
            digits + ordinal(rest.get(digits..)?)
        } else if letters::is_letter(first) {
            let letters = run(rest, letters::is_letter);
            letters + word(rest.get(..letters)?, rest.get(letters..)?, &mut found)?
        } else {
            found.extend(sign(first)?);
            first.len_utf8()
        };
        if found.len() > 12 {
            return None;
        }
        rest = rest.get(length..)?;
    }
    Some(found)
}

fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

/// The length of `st`, `nd`, `rd` or `th` after a number.
fn ordinal(rest: &str) -> usize {
    let letters = run(rest, letters::is_letter);
    match rest.get(..letters) {
        Some("st" | "nd" | "rd" | "th") => letters,
        _ => 0,
    }
}

/// A sign of a date; quotation marks, brackets and spaces are passed over.
fn sign(c: char) -> Option<Option<Token>> {
    match c {
        '.' => Some(Some(Token::Dot)),
        '/' => Some(Some(Token::Slash)),
        ',' => Some(Some(Token::Comma)),
        '-' | '\u{2010}'..='\u{2015}' => Some(Some(Token::Dash)),
        '"' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '«' | '»' | '(' | ')' => Some(None),
        c if c.is_whitespace() => Some(None),
        _ => None,
    }
}

/// Pushes what a word says and gives the length of the stop and comma that belong to it.
fn word(word: &str, rest: &str, found: &mut Vec<Token>) -> Option<usize> {
    let lower = crate::letters::lowercase(word);
    let dotted = usize::from(rest.starts_with('.'));
    if let Some(month) = month(&lower) {
        found.push(Token::Month(month));
        // The stop of an abbreviation, but not the one in 24.Nov.50.
        let between = matches!(found.as_slice(), [.., Token::Dot, Token::Month(_)]);
        return Some(if between { 0 } else { dotted });
    }
    if word.starts_with(['I', 'V', 'X'])
        && let Some(at) = ROMAN.split(' ').position(|numeral| numeral == word)
    {
        found.push(Token::Roman(u8::try_from(at + 1).ok()?));
        return Some(0);
    }
    match lower.as_str() {
        "spring" => found.push(Token::Season(21)),
        "summer" => found.push(Token::Season(22)),
        "autumn" | "fall" => found.push(Token::Season(23)),
        "winter" => found.push(Token::Season(24)),
        "to" | "until" if !found.is_empty() => found.push(Token::Dash),
        "of" | "the" | "from" => {}
        "г" | "года" if !found.is_empty() => return Some(dotted),
        _ if found.is_empty()
            && lower
                .strip_suffix("day")
                .is_some_and(|day| DAYS.split(' ').any(|known| known == day)) =>
        {
            return Some(usize::from(rest.starts_with(',')));
        }
        _ => return None,
    }
    Some(0)
}

/// The month of a lower-case name or its abbreviation.
fn month(lower: &str) -> Option<u8> {
    let at = MONTHS.iter().position(|(english, russian)| {
        let abbreviated = lower.len() >= 3 && english.starts_with(lower)
            || lower == "sept" && *english == "september";
        let ending = lower.strip_prefix(russian);
        abbreviated
            || ending.is_some_and(|ending| matches!(ending, "" | "ь" | "я" | "а" | "й" | "е"))
    })?;
    u8::try_from(at + 1).ok()
}
