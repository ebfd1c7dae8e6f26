//! Capital and small letters.
//!
//! The standard library's conversions know every script that has case, and all the special cases of their spelling; their
//! tables would be a tenth of the module that a page downloads. These know Latin, Greek, Cyrillic, Armenian and Georgian,
//! letter for letter as the standard library does; any other character stays as it is.

/// Runs of capitals: the first, the last, and how far their small letters stand behind them. Where that is 1, capitals
/// and small letters take turns.
#[rustfmt::skip]
const RUNS: [(u16, u16, i16); 124] = [
    (0x00C0, 0x00D6, 32),
    (0x00D8, 0x00DE, 32),
    (0x0100, 0x012E, 1),
    (0x0132, 0x0136, 1),
    (0x0139, 0x0147, 1),
    (0x014A, 0x0176, 1),
    (0x0178, 0x0178, -121),
    (0x0179, 0x017D, 1),
    (0x0181, 0x0181, 210),
    (0x0182, 0x0184, 1),
    (0x0186, 0x0186, 206),
    (0x0187, 0x0187, 1),
    (0x0189, 0x018A, 205),
    (0x018B, 0x018B, 1),
    (0x018E, 0x018E, 79),
    (0x018F, 0x018F, 202),
    (0x0190, 0x0190, 203),
    (0x0191, 0x0191, 1),
    (0x0193, 0x0193, 205),
    (0x0194, 0x0194, 207),
    (0x0196, 0x0196, 211),
    (0x0197, 0x0197, 209),
    (0x0198, 0x0198, 1),
    (0x019C, 0x019C, 211),
    (0x019D, 0x019D, 213),
    (0x019F, 0x019F, 214),
    (0x01A0, 0x01A4, 1),
    (0x01A6, 0x01A6, 218),
    (0x01A7, 0x01A7, 1),
    (0x01A9, 0x01A9, 218),
    (0x01AC, 0x01AC, 1),
    (0x01AE, 0x01AE, 218),
    (0x01AF, 0x01AF, 1),
    (0x01B1, 0x01B2, 217),
    (0x01B3, 0x01B5, 1),
    (0x01B7, 0x01B7, 219),
    (0x01B8, 0x01B8, 1),
    (0x01BC, 0x01BC, 1),
    (0x01C4, 0x01C4, 2),
    (0x01C5, 0x01C5, 1),
    (0x01C7, 0x01C7, 2),
    (0x01C8, 0x01C8, 1),
    (0x01CA, 0x01CA, 2),
    (0x01CB, 0x01DB, 1),
    (0x01DE, 0x01EE, 1),
    (0x01F1, 0x01F1, 2),
    (0x01F2, 0x01F4, 1),
    (0x01F6, 0x01F6, -97),
    (0x01F7, 0x01F7, -56),
    (0x01F8, 0x021E, 1),
    (0x0220, 0x0220, -130),
    (0x0222, 0x0232, 1),
    (0x023A, 0x023A, 10795),
    (0x023B, 0x023B, 1),
    (0x023D, 0x023D, -163),
    (0x023E, 0x023E, 10792),
    (0x0241, 0x0241, 1),
    (0x0243, 0x0243, -195),
    (0x0244, 0x0244, 69),
    (0x0245, 0x0245, 71),
    (0x0246, 0x024E, 1),
    (0x0370, 0x0372, 1),
    (0x0376, 0x0376, 1),
    (0x037F, 0x037F, 116),
    (0x0386, 0x0386, 38),
    (0x0388, 0x038A, 37),
    (0x038C, 0x038C, 64),
    (0x038E, 0x038F, 63),
    (0x0391, 0x03A1, 32),
    (0x03A3, 0x03AB, 32),
    (0x03CF, 0x03CF, 8),
    (0x03D8, 0x03EE, 1),
    (0x03F4, 0x03F4, -60),
    (0x03F7, 0x03F7, 1),
    (0x03F9, 0x03F9, -7),
    (0x03FA, 0x03FA, 1),
    (0x03FD, 0x03FF, -130),
    (0x0400, 0x040F, 80),
    (0x0410, 0x042F, 32),
    (0x0460, 0x0480, 1),
    (0x048A, 0x04BE, 1),
    (0x04C0, 0x04C0, 15),
    (0x04C1, 0x04CD, 1),
    (0x04D0, 0x052E, 1),
    (0x0531, 0x0556, 48),
    (0x10A0, 0x10C5, 7264),
    (0x10C7, 0x10C7, 7264),
    (0x10CD, 0x10CD, 7264),
    (0x1C89, 0x1C89, 1),
    (0x1C90, 0x1CBA, -3008),
    (0x1CBD, 0x1CBF, -3008),
    (0x1E00, 0x1E94, 1),
    (0x1E9E, 0x1E9E, -7615),
    (0x1EA0, 0x1EFE, 1),
    (0x1F08, 0x1F0F, -8),
    (0x1F18, 0x1F1D, -8),
    (0x1F28, 0x1F2F, -8),
    (0x1F38, 0x1F3F, -8),
    (0x1F48, 0x1F4D, -8),
    (0x1F59, 0x1F59, -8),
    (0x1F5B, 0x1F5B, -8),
    (0x1F5D, 0x1F5D, -8),
    (0x1F5F, 0x1F5F, -8),
    (0x1F68, 0x1F6F, -8),
    (0x1F88, 0x1F8F, -8),
    (0x1F98, 0x1F9F, -8),
    (0x1FA8, 0x1FAF, -8),
    (0x1FB8, 0x1FB9, -8),
    (0x1FBA, 0x1FBB, -74),
    (0x1FBC, 0x1FBC, -9),
    (0x1FC8, 0x1FCB, -86),
    (0x1FCC, 0x1FCC, -9),
    (0x1FD8, 0x1FD9, -8),
    (0x1FDA, 0x1FDB, -100),
    (0x1FE8, 0x1FE9, -8),
    (0x1FEA, 0x1FEB, -112),
    (0x1FEC, 0x1FEC, -7),
    (0x1FF8, 0x1FF9, -128),
    (0x1FFA, 0x1FFB, -126),
    (0x1FFC, 0x1FFC, -9),
    (0x2160, 0x216F, 16),
    (0xA640, 0xA66C, 1),
    (0xA680, 0xA69A, 1),
    (0xFF21, 0xFF3A, 32),
];

/// The small letter of a capital.
///
/// ```
/// use callslip::letters::lower;
/// assert_eq!(['A', 'É', 'Ж', 'Ω', 'Ő', 'é', '漢'].map(lower), ['a', 'é', 'ж', 'ω', 'ő', 'é', '漢']);
/// ```
#[must_use]
pub fn lower(letter: char) -> char {
    let code = u32::from(letter);
    match letter {
        'İ' => return 'i',
        _ if code < 0x80 => return letter.to_ascii_lowercase(),
        _ => {}
    }
    let run = RUNS.iter().find(|run| is_capital_of(code, run));
    run.map_or(letter, |run| shifted(code, i32::from(run.2)))
}

/// The capital of a small letter.
///
/// ```
/// use callslip::letters::upper;
/// assert_eq!(['a', 'é', 'ж', 'ς', 'ő', 'É', 'ß', '漢'].map(upper), ['A', 'É', 'Ж', 'Σ', 'Ő', 'É', 'ß', '漢']);
/// ```
#[must_use]
pub fn upper(letter: char) -> char {
    let code = u32::from(letter);
    match letter {
        'ς' => return 'Σ',
        'ı' => return 'I',
        'ß' => return letter,
        _ if code < 0x80 => return letter.to_ascii_uppercase(),
        _ => {}
    }
    let capital = |run: &&(u16, u16, i16)| {
        let before = code.wrapping_add_signed(-i32::from(run.2));
        is_capital_of(before, run)
    };
    let run = RUNS.iter().find(capital);
    run.map_or(letter, |run| shifted(code, -i32::from(run.2)))
}

/// A text in small letters.
///
/// ```
/// assert_eq!(callslip::letters::lowercase("Straße À L’ÉGLISE"), "straße à l’église");
/// ```
#[must_use]
pub fn lowercase(text: &str) -> String {
    text.chars().map(lower).collect()
}

/// Where the part begins in the text. The standard library's search is quicker on long texts, and weighs 3 KB.
///
/// ```
/// use callslip::letters::find;
/// assert_eq!((find("box 4, folder 2", ", "), find("box 4", ", ")), (Some(5), None));
/// ```
pub fn find(text: &str, part: &str) -> Option<usize> {
    (0..text.len()).find(|at| {
        let rest = text.as_bytes().get(*at..);
        rest.is_some_and(|rest| rest.starts_with(part.as_bytes()))
    })
}

/// Whether the part is in the text.
pub fn contains(text: &str, part: &str) -> bool {
    find(text, part).is_some()
}

/// What stands before and behind the first of these parts.
pub fn split_once<'a>(text: &'a str, part: &str) -> Option<(&'a str, &'a str)> {
    let at = find(text, part)?;
    Some((text.get(..at)?, text.get(at + part.len()..)?))
}

fn is_capital_of(code: u32, (first, last, distance): &(u16, u16, i16)) -> bool {
    let first = u32::from(*first);
    (first..=u32::from(*last)).contains(&code)
        && (*distance != 1 || (code - first).is_multiple_of(2))
}

fn shifted(code: u32, distance: i32) -> char {
    char::from_u32(code.wrapping_add_signed(distance)).unwrap_or(char::REPLACEMENT_CHARACTER)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The one character that the standard library makes of it.
    fn single(mut letters: impl Iterator<Item = char>) -> Option<char> {
        let first = letters.next()?;
        letters.next().is_none().then_some(first)
    }

    fn ours() -> impl Iterator<Item = char> {
        let is_cherokee = |c: &char| ('\u{13A0}'..='\u{13FF}').contains(c);
        ('\0'..'\u{2000}').filter(move |c| !is_cherokee(c))
    }

    #[test]
    fn small_letters_are_the_standard_librarys() {
        for letter in ours() {
            if let Some(small) = single(letter.to_lowercase()) {
                assert_eq!(lower(letter), small, "{letter}");
            }
        }
    }

    #[test]
    fn capitals_are_the_standard_librarys() {
        for capital in ours() {
            let small = lower(capital);
            if small != capital && single(small.to_uppercase()) == Some(capital) {
                assert_eq!(upper(small), capital);
            }
        }
        for (small, capital) in [
            ('ÿ', 'Ÿ'),
            ('ǆ', 'Ǆ'),
            ('ა', 'Ა'),
            ('ἀ', 'Ἀ'),
            ('ｚ', 'Ｚ'),
            ('ⅻ', 'Ⅻ'),
        ] {
            assert_eq!(upper(small), capital);
        }
    }

    #[test]
    fn what_has_no_case_stays() {
        for letter in ['×', '÷', 'ª', 'ĸ', 'ا', 'ก', '漢', '가', '\u{10FFFF}'] {
            assert_eq!((lower(letter), upper(letter)), (letter, letter));
        }
    }
}
