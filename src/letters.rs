//! Letters, capital and small.
//!
//! The standard library's conversions know every script that has case, and all the special cases of their spelling; their
//! tables would be a tenth of the module that a page downloads. These know Latin, Greek, Cyrillic, Armenian and Georgian,
//! letter for letter as the standard library does; any other character stays as it is. What is a letter at all is asked of
//! a table of our own for the same reason: the standard library's weigh 4 KB, and do not compress.

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

/// Where letters begin and end, in turn, from U+0080 to U+FFFF. What is neither letter, mark nor sign (digits of other
/// scripts, and what Unicode has not assigned) goes with its neighbours, which keeps the table short.
#[rustfmt::skip]
const TURNS: [u16; 288] = [
    0x00AA, 0x00AB, 0x00B5, 0x00B6, 0x00BA, 0x00BB, 0x00C0, 0x00D7, 0x00D8, 0x00F7, 0x00F8, 0x02C2,
    0x02C6, 0x02D2, 0x02E0, 0x02E5, 0x02EC, 0x02ED, 0x02EE, 0x02EF, 0x0370, 0x0375, 0x0376, 0x037E,
    0x037F, 0x0384, 0x0386, 0x0387, 0x0388, 0x03F6, 0x03F7, 0x0482, 0x048A, 0x055A, 0x0560, 0x0589,
    0x05D0, 0x05F3, 0x0620, 0x066A, 0x066E, 0x06D4, 0x06D5, 0x06DD, 0x06E5, 0x06E9, 0x06EE, 0x06FD,
    0x06FF, 0x0700, 0x0710, 0x07F6, 0x07FA, 0x07FE, 0x0800, 0x0830, 0x0840, 0x085E, 0x0860, 0x0888,
    0x0889, 0x0890, 0x08A0, 0x08E2, 0x0904, 0x0964, 0x0971, 0x09F2, 0x09FC, 0x09FD, 0x0A05, 0x0A76,
    0x0A85, 0x0AF0, 0x0AF9, 0x0B70, 0x0B71, 0x0BF3, 0x0C05, 0x0C77, 0x0C80, 0x0C84, 0x0C85, 0x0D4F,
    0x0D54, 0x0D79, 0x0D7A, 0x0DF4, 0x0E01, 0x0E3F, 0x0E40, 0x0E4F, 0x0E81, 0x0F01, 0x0F40, 0x0F85,
    0x0F88, 0x0FBE, 0x1000, 0x104A, 0x1050, 0x109E, 0x10A0, 0x10FB, 0x10FC, 0x1360, 0x1380, 0x1390,
    0x13A0, 0x1400, 0x1401, 0x166D, 0x166F, 0x1680, 0x1681, 0x169B, 0x16A0, 0x16EB, 0x16EE, 0x1735,
    0x1740, 0x17D4, 0x17D7, 0x17D8, 0x17DC, 0x1800, 0x1820, 0x1940, 0x1950, 0x19DE, 0x1A00, 0x1A1E,
    0x1A20, 0x1AA0, 0x1AA7, 0x1AA8, 0x1B05, 0x1B5A, 0x1B83, 0x1BFC, 0x1C00, 0x1C3B, 0x1C4D, 0x1C7E,
    0x1C80, 0x1CC0, 0x1CE9, 0x1FBD, 0x1FBE, 0x1FBF, 0x1FC2, 0x1FCD, 0x1FD0, 0x1FDD, 0x1FE0, 0x1FED,
    0x1FF2, 0x1FFD, 0x2071, 0x207A, 0x207F, 0x208A, 0x2090, 0x20A0, 0x2102, 0x2103, 0x2107, 0x2108,
    0x210A, 0x2114, 0x2115, 0x2116, 0x2119, 0x211E, 0x2124, 0x2125, 0x2126, 0x2127, 0x2128, 0x2129,
    0x212A, 0x212E, 0x212F, 0x213A, 0x213C, 0x2140, 0x2145, 0x214A, 0x214E, 0x214F, 0x2160, 0x218A,
    0x2C00, 0x2CE5, 0x2CEB, 0x2CF9, 0x2D00, 0x2D70, 0x2D80, 0x2E00, 0x2E2F, 0x2E30, 0x3005, 0x3008,
    0x3021, 0x3030, 0x3031, 0x3036, 0x3038, 0x303D, 0x3041, 0x309B, 0x309D, 0x30A0, 0x30A1, 0x30FB,
    0x30FC, 0x3190, 0x31A0, 0x31C0, 0x31F0, 0x3200, 0x3400, 0x4DC0, 0x4E00, 0xA490, 0xA4D0, 0xA4FE,
    0xA500, 0xA60D, 0xA610, 0xA673, 0xA67F, 0xA6F2, 0xA717, 0xA720, 0xA722, 0xA789, 0xA78B, 0xA828,
    0xA840, 0xA874, 0xA882, 0xA8CE, 0xA8F2, 0xA8F8, 0xA8FB, 0xA8FC, 0xA8FD, 0xA92E, 0xA930, 0xA95F,
    0xA960, 0xA9C1, 0xA9CF, 0xA9DE, 0xA9E0, 0xAA5C, 0xAA60, 0xAA77, 0xAA7A, 0xAADE, 0xAAE0, 0xAAF0,
    0xAAF2, 0xAB5B, 0xAB5C, 0xAB6A, 0xAB70, 0xABEB, 0xAC00, 0xFB29, 0xFB2A, 0xFBB2, 0xFBD3, 0xFD3E,
    0xFD50, 0xFDCF, 0xFDF0, 0xFDFC, 0xFE70, 0xFEFF, 0xFF21, 0xFF3B, 0xFF41, 0xFF5B, 0xFF66, 0xFFE0,
];

/// Whether a character is a letter of any script.
///
/// ```
/// use callslip::letters::is_letter;
/// assert!("AéßЖאع漢かแᄀ".chars().all(is_letter));
/// assert!(!"4²-–“”«»。、·€№☞😀 ".chars().any(is_letter));
/// ```
#[must_use]
pub fn is_letter(c: char) -> bool {
    match u32::from(c) {
        0..0x80 => c.is_ascii_alphabetic(),
        code @ ..0x10000 => !TURNS
            .partition_point(|turn| u32::from(*turn) <= code)
            .is_multiple_of(2),
        code => !matches!(code, 0x1D000..0x1D400 | 0x1F000..0x20000 | 0xE0000..),
    }
}

/// Whether a character is a letter or a digit, or another sign for a number.
#[must_use]
pub fn is_letter_or_digit(c: char) -> bool {
    is_letter(c) || is_digit(c)
}

/// Whether a character is a digit, raised or lowered or of another script, or a fraction.
///
/// ```
/// use callslip::letters::is_digit;
/// assert!("4²½٣۴९４".chars().all(is_digit));
/// assert!(!"xº –".chars().any(is_digit));
/// ```
#[must_use]
pub fn is_digit(c: char) -> bool {
    matches!(
        c,
        '0'..='9' | '²' | '³' | '¹' | '¼'..='¾' | '٠'..='٩' | '۰'..='۹' | '०'..='९' | '⁰' | '⁴'..='⁹' | '₀'..='₉'
            | '⅐'..='ↂ' | '〇' | '〡'..='〩' | '０'..='９'
    )
}

/// Whether a letter is a capital that has a small letter.
#[must_use]
pub fn is_capital(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_uppercase()
    } else {
        lower(c) != c
    }
}

/// Whether a letter is small: it has a capital, or is one of the few that have none.
#[must_use]
pub fn is_small(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_lowercase()
    } else {
        upper(c) != c || matches!(c, 'ß' | 'ĸ' | 'ŉ' | 'ª' | 'º')
    }
}

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

/// Where the part begins for the last time. The standard library's search backwards weighs 2 KB.
///
/// ```
/// assert_eq!(callslip::letters::rfind("box 4, folder 2, p. 3", ", "), Some(15));
/// ```
pub fn rfind(text: &str, part: &str) -> Option<usize> {
    let starts = |at: &usize| {
        let rest = text.as_bytes().get(*at..);
        rest.is_some_and(|rest| rest.starts_with(part.as_bytes()))
    };
    (0..text.len()).rev().find(starts)
}

/// The first letter, and what follows it.
pub fn begin(first: char, rest: &str) -> String {
    let mut out = String::with_capacity(first.len_utf8() + rest.len());
    out.push(first);
    out.push_str(rest);
    out
}

/// Whether a word is in a list with spaces between its words, with capitals or without.
pub fn is_one_of(word: &str, list: &str) -> bool {
    list.split(' ').any(|one| word.eq_ignore_ascii_case(one))
}

/// Whether a text is one of several with bars between. One string takes less room than a list of them.
///
/// ```
/// assert!(callslip::letters::one_of("box|folder", "folder"));
/// assert!(!callslip::letters::one_of("box|folder", "fold"));
/// ```
pub fn one_of(all: &str, text: &str) -> bool {
    all.split('|').any(|one| one == text)
}

/// The parts as one text.
///
/// ```
/// assert_eq!(callslip::letters::concat(&["Salt", "-", "Smoke"]), "Salt-Smoke");
/// ```
pub fn concat(parts: &[&str]) -> String {
    parts.joined("")
}

/// Texts as one: a fraction of what `join` and `concat` of the standard library weigh in the module.
///
/// ```
/// use callslip::letters::Joined;
/// assert_eq!(["Salt", "Smoke"].joined(" and "), "Salt and Smoke");
/// ```
pub trait Joined {
    /// The texts with the same between them.
    fn joined(&self, between: &str) -> String;
}

impl<S: AsRef<str>> Joined for [S] {
    fn joined(&self, between: &str) -> String {
        let lengths = self.iter().map(|part| part.as_ref().len());
        let mut out = String::with_capacity(lengths.sum());
        for (at, part) in self.iter().enumerate() {
            if at > 0 {
                out.push_str(between);
            }
            out.push_str(part.as_ref());
        }
        out
    }
}

/// Whether a character is in the text: `str::contains` brings the search for whole texts with it, 1 KB in the module.
pub fn has(text: &str, character: char) -> bool {
    text.chars().any(|c| c == character)
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

/// What stands before and behind the last of these parts.
pub fn rsplit_once<'a>(text: &'a str, part: &str) -> Option<(&'a str, &'a str)> {
    let at = rfind(text, part)?;
    Some((text.get(..at)?, text.get(at + part.len()..)?))
}

/// The pieces between these parts.
///
/// ```
/// let pieces: Vec<&str> = callslip::letters::split("1,000, 2", ", ").collect();
/// assert_eq!(pieces, ["1,000", "2"]);
/// ```
pub fn split<'a>(text: &'a str, part: &str) -> impl Iterator<Item = &'a str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let cut = split_once(text, part);
        rest = cut.map(|(_, after)| after);
        Some(cut.map_or(text, |(piece, _)| piece))
    })
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
    fn letters_are_the_standard_librarys() {
        let blocks = [
            '\0'..='\u{2FF}',
            'Ͱ'..='\u{482}',
            'Ҋ'..='\u{52F}',
            'Ա'..='\u{556}',
            'א'..='ת',
            'ؠ'..='\u{64A}',
            'अ'..='ह',
            'ก'..='ะ',
            'Ა'..='\u{1CBF}',
            'Ḁ'..='\u{1FFE}',
            '\u{2000}'..='\u{206F}',
            '\u{20A0}'..='\u{2138}',
            '\u{2190}'..='\u{245F}',
            '\u{3008}'..='\u{3020}',
            'ぁ'..='ゖ',
            '一'..='\u{9FFF}',
            '가'..='힣',
            '！'..='ｚ',
            '\u{20000}'..='\u{2A6DF}',
        ];
        let differ = |c: &char| is_letter(*c) != c.is_alphabetic() && !is_digit(*c);
        let odd: Vec<char> = blocks.into_iter().flatten().filter(differ).collect();
        // Neither assigned nor letters.
        let unassigned = |c: &&char| !c.is_alphanumeric();
        assert_eq!(
            odd.iter().filter(|c| !unassigned(c)).collect::<Vec<_>>(),
            Vec::<&char>::new()
        );
    }

    #[test]
    fn case_is_the_standard_librarys() {
        for c in ours().chain('Ḁ'..='\u{1FFF}') {
            if lower(c) != c && !('ǅ'..='ǲ').contains(&c) && !('ᾈ'..='ῼ').contains(&c) {
                assert!(is_capital(c) == c.is_uppercase(), "{c}");
            }
            assert!(!is_small(c) || c.is_lowercase() || !c.is_uppercase(), "{c}");
        }
    }

    #[test]
    fn what_has_no_case_stays() {
        for letter in ['×', '÷', 'ª', 'ĸ', 'ا', 'ก', '漢', '가', '\u{10FFFF}'] {
            assert_eq!((lower(letter), upper(letter)), (letter, letter));
        }
    }
}
