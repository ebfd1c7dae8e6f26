//! Numbers: what counts as one, ranges, ordinals.
//!
//! ```text
//! text    = value *( separator value ) [ anything ]      separator = "-" | "–" | "," | "&"
//! value   = [ affix ] digits *letter | roman             affix     = *digit letter *letter
//! ```

use super::markup;
use crate::digits;
use crate::letters;
use crate::scan::SPEED;
use crate::tree::Tree;

/// Whether a text begins with a number, so that a label may stand before it: `2`, `S53`, `23–24`, `iv`, but not
/// `disc 2` (CSL calls it numeric).
pub(crate) fn is_numeric(text: &str) -> bool {
    if let Some((head, tail)) = letters::split_once(text, "\\-") {
        return is_value(head) && is_numeric(tail);
    }
    text.split(is_separator)
        .next()
        .is_some_and(|value| is_value(value.trim()))
}

/// Whether it names more than one: `23–24`, `3, 5`, `3 and 4`, `1.2-1.4`, but not `10, doc. 19`.
pub(crate) fn is_plural(text: &str) -> bool {
    let (text, more) = letters::split_once(text, " and ").unwrap_or((text, ""));
    let mut values = text.split(is_separator).chain(Some(more));
    let mut is_next = || {
        let value = values.next().unwrap_or("").trim();
        value.split('.').all(is_value)
    };
    is_next() && is_next()
}

pub(crate) fn is_separator(c: char) -> bool {
    matches!(c, '-' | '–' | ',' | '&')
}

/// Digits with letters before or after them, or a roman number.
fn is_value(value: &str) -> bool {
    if is_roman(value) {
        return true;
    }
    // Digits, letters, digits, letters: those that are even are digits.
    let (mut runs, mut numbered) = (0, false);
    for byte in value.bytes() {
        let digit = byte.is_ascii_digit();
        numbered |= digit;
        runs += usize::from(digit == (runs % 2 == 1));
        if runs > 3 || !byte.is_ascii_alphanumeric() {
            return false;
        }
    }
    numbered
}

/// Whether it is a roman number in small or capital letters. `mix` and `civil` could be ones too; a word of more than
/// one letter is taken for a number only if the letters stand in a roman number's order.
pub(crate) fn is_roman(value: &str) -> bool {
    let small = value.bytes().all(|byte| b"ivxlcdm".contains(&byte));
    let capital = value.bytes().all(|byte| b"IVXLCDM".contains(&byte));
    if value.is_empty() || !(small || capital) {
        return false;
    }
    is_in_roman_order(&value.to_ascii_lowercase())
}

const ROMAN: &str = "mmm mm m cm cd dccc dcc dc d ccc cc c xc xl lxxx lxx lx l xxx xx x ix iv viii vii vi v iii ii i";

#[inline(never)]
fn is_in_roman_order(value: &str) -> bool {
    ROMAN
        .split(' ')
        .fold(value, |rest, part| rest.strip_prefix(part).unwrap_or(rest))
        .is_empty()
}

/// A roman number in arabic figures; any other text as it is. Single letters are names of series, unless they count to ten.
pub(crate) fn arabic(text: &str) -> Tree {
    if !is_roman(text) || matches!(text, "L" | "C" | "D" | "M") {
        return number(text);
    }
    figures(text)
}

#[inline(never)]
fn figures(roman: &str) -> Tree {
    let (mut sum, mut last) = (0, 0);
    for letter in roman.bytes().rev() {
        let value = match letter.to_ascii_uppercase() {
            b'I' => 1,
            b'V' => 5,
            b'X' => 10,
            b'L' => 50,
            b'C' => 100,
            b'D' => 500,
            _ => 1000,
        };
        if value < last {
            sum -= value;
        } else {
            sum += value;
            last = value;
        }
    }
    let mut out = String::new();
    digits::push(&mut out, sum);
    Tree::from(out)
}

/// `2nd`, `3rd`, `11th`; a text that is no whole number stays as it is.
///
/// The Manual writes `2nd` and `3rd`, not `2d` and `3d` (17th ed., 9.6; 18th ed., 9.6).
pub(crate) fn ordinal(text: &str) -> String {
    let mut out = text.to_owned();
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return out;
    }
    let mut digits = text.bytes().rev();
    let (last, tens) = (digits.next(), digits.next());
    out.push_str(match last {
        _ if tens == Some(b'1') => "th",
        Some(b'1') => "st",
        Some(b'2') => "nd",
        Some(b'3') => "rd",
        _ => "th",
    });
    out
}

/// Page numbers: ranges take an en dash, and the second number is shortened (17th ed., 9.61; 18th ed., 9.63).
pub(crate) fn pages(text: &str) -> Tree {
    if SPEED && text.is_empty() {
        return Tree::new();
    }
    markup::parse(&pages_text(text))
}

fn pages_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (index, part) in text.split(',').enumerate() {
        if index > 0 {
            out.push(',');
        }
        // LaTeX has two hyphens for a dash.
        let ends = part
            .split_once(is_dash)
            .map(|(first, last)| (first, last.trim_start_matches(is_dash)));
        match ends {
            Some((first, last)) if !last.contains(is_dash) && !first.ends_with('\\') => {
                out.push_str(first.trim_end());
                out.push('–');
                out.push_str(&last_page(first.trim(), last.trim()));
            }
            _ => out.push_str(&dashed(part)),
        }
    }
    out
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–')
}

/// What is printed of the last number of a range:
///
/// - all of it up to 100, and after a multiple of 100: `3–10`, `100–104`, `1100–1113`
/// - what changes after 101 to 109, 201 to 209 and so on: `101–8`, `1103–4`
/// - otherwise two digits, or more if more change: `321–28`, `1496–500`, `11564–615`
///
/// Letters that both pages begin with are not repeated: `S53–76`.
fn last_page(first: &str, last: &str) -> String {
    let letters = |text: &str| text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (prefix, number) = first
        .split_at_checked(letters(first))
        .unwrap_or(("", first));
    if let (false, Some(rest)) = (number.is_empty(), last.strip_prefix(prefix)) {
        return last_number(number, rest);
    }
    last.to_owned()
}

fn last_number(first: &str, last: &str) -> String {
    let Some(begin) = digits::read(first) else {
        return last.to_owned();
    };
    // `321-8` is a range that was shortened already.
    let head = first.len().saturating_sub(last.len());
    let full = letters::concat(&[first.get(..head).unwrap_or(""), last]);
    let Some(end) = digits::read(&full) else {
        return last.to_owned();
    };
    if end <= begin {
        return last.to_owned();
    }
    if begin <= 100 || begin % 100 == 0 || full.len() != first.len() {
        return full;
    }
    let (mut power, mut digits) = (100, 2);
    while begin / power != end / power {
        power *= 10;
        digits += 1;
    }
    let keep = if digits == 2 && end % 100 < 10 {
        1
    } else {
        digits
    };
    full.get(full.len().saturating_sub(keep)..)
        .unwrap_or(last)
        .to_owned()
}

/// A number as it is printed: the hyphen of a range becomes an en dash, an escaped hyphen (`107\-609`) stays a hyphen.
pub(crate) fn number(text: &str) -> Tree {
    if let Some((head, tail)) = letters::split_once(text, "\\-") {
        return markup::parse(&letters::concat(&[head, "-", tail]));
    }
    if letters::has(text, '-') && is_numeric(text) {
        return markup::parse(&dashed(text));
    }
    markup::parse(text)
}

/// The hyphens between numbers become en dashes: `1:17-18`, `466r-467v`, but not `TC-2005`.
pub(crate) fn dashed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((head, tail)) = rest.split_once('-') {
        out.push_str(head.strip_suffix('\\').unwrap_or(head));
        let range = !head.ends_with('\\') && ends_in_number(head) && begins_with_number(tail);
        out.push(if range { '–' } else { '-' });
        rest = tail;
    }
    out.push_str(rest);
    out
}

fn ends_in_number(text: &str) -> bool {
    let text = text.trim_end();
    let between = |(_, c): &(usize, char)| !letters::is_letter_or_digit(*c);
    let word = text.char_indices().rev().find(between);
    is_value(
        text.get(word.map_or(0, |(at, c)| at + c.len_utf8())..)
            .unwrap_or(""),
    )
}

fn begins_with_number(text: &str) -> bool {
    let text = text.trim_start();
    let between = |(_, c): &(usize, char)| !letters::is_letter_or_digit(*c);
    let end = text.char_indices().find(between);
    is_value(
        text.get(..end.map_or(text.len(), |(at, _)| at))
            .unwrap_or(""),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_roman_letters_are_no_numbers() {
        assert!(is_roman("xiv") && is_roman("MCMLI") && is_roman("mix"));
        assert!(!is_roman("civil") && !is_roman("mild") && !is_roman("Xiv"));
        for (roman, figures) in [
            ("XIV", "14"),
            ("MCMLI", "1951"),
            ("V.2", "V.2"),
            ("IX", "9"),
            ("xii", "12"),
            ("D", "D"),
        ] {
            assert_eq!(arabic(roman).plain(), figures);
        }
    }

    #[test]
    fn page_ranges_of_the_manual() {
        for (given, printed) in [
            ("3-10", "3–10"),
            ("71-72", "71–72"),
            ("96-117", "96–117"),
            ("100-104", "100–104"),
            ("1100-1113", "1100–1113"),
            ("101-108", "101–8"),
            ("1103-1104", "1103–4"),
            ("321-328", "321–28"),
            ("498-532", "498–532"),
            ("1087-1089", "1087–89"),
            ("1496-1500", "1496–500"),
            ("11564-11615", "11564–615"),
            ("12991-13001", "12991–3001"),
            ("321-8", "321–28"),
            ("71-2", "71–72"),
            ("xv-xvii", "xv–xvii"),
            ("S153-S176", "S153–76"),
            ("S9-T12", "S9–T12"),
            ("3-10, 321-328", "3–10, 321–28"),
            ("fol. 466r", "fol. 466r"),
            ("e0318239", "e0318239"),
        ] {
            assert_eq!(pages_text(given), printed);
        }
    }

    #[test]
    fn what_is_a_number() {
        for text in [
            "2",
            "S53",
            "23–24",
            "iv",
            "XIV",
            "466r",
            "10, doc. 19",
            "3-4",
            "107\\-609",
        ] {
            assert!(is_numeric(text), "{text}");
        }
        for text in [
            "disc 2", "rev. ed.", "3d Sess.", "1.34.5", "TC-2005", "", "vile",
        ] {
            assert!(!is_numeric(text), "{text}");
        }
        for text in ["23–24", "3, 5", "3 and 4", "1.2-1.4", "466r, 467v"] {
            assert!(is_plural(text), "{text}");
        }
        for text in ["10, doc. 19", "2", "1.34.5", "3 and passim", "3, "] {
            assert!(!is_plural(text), "{text}");
        }
    }

    #[test]
    fn ordinals() {
        let all: Vec<_> = ["1", "2", "3", "4", "11", "12", "13", "21", "112", "x"]
            .map(ordinal)
            .into();
        assert_eq!(
            all,
            [
                "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th", "x"
            ]
        );
    }

    #[test]
    fn dashes_stand_between_numbers() {
        assert_eq!(dashed("466r-467v"), "466r–467v");
        assert_eq!(dashed("1:17-18"), "1:17–18");
        assert_eq!(dashed("TC-2005"), "TC-2005");
        assert_eq!(number("111\\-148").plain(), "111-148");
        assert_eq!(number("422 541-2").plain(), "422 541-2");
        assert_eq!(number("3-4").plain(), "3–4");
    }

    #[test]
    fn dashes_that_make_no_range() {
        assert_eq!(pages_text("A-1-2"), dashed("A-1-2"));
        assert_eq!(pages_text("4\\-12"), dashed("4\\-12"));
        assert!(is_numeric("3\\-4"));
        assert!(!is_numeric("disc\\-4"));
        assert!(!is_numeric("3\\-disc"));
    }

    #[test]
    fn ends_that_are_no_numbers() {
        for (given, printed) in [
            ("12-", "12–"),
            ("12-xv", "12–xv"),
            ("xii-15", "xii–15"),
            ("1108-1110", "1108–10"),
            ("108-110", "108–10"),
        ] {
            assert_eq!(pages_text(given), printed, "{given}");
        }
        assert_eq!(dashed("2005-TC"), "2005-TC");
        assert_eq!(dashed("17-18"), "17–18");
    }
}
