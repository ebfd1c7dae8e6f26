//! Bytes to text: UTF-8, UTF-16, windows-1252 and windows-1251, by mark, declaration or the frequency of letters.

use super::characters;
use super::sniff::is_pdf;
use crate::warning::{Severity, Warning};

/// Decodes bytes to text, with remarks on what was not clear. Of a PDF, which is no text, it is the first line.
///
/// ```
/// use callslip::read::decode;
/// assert_eq!(decode(b"\xff\xfeA\x00").0, "A");
/// assert_eq!(decode("\u{feff}Ciubotaru".as_bytes()).0, "Ciubotaru");
/// let (text, warnings) = decode(b"\x93People\x92s\x94");
/// assert_eq!(text, "\u{201c}People\u{2019}s\u{201d}");
/// assert_eq!(warnings[0].code, "encoding-guessed");
/// ```
pub fn decode(bytes: &[u8]) -> (String, Vec<Warning>) {
    let mut warnings = Vec::new();
    let bytes = if is_pdf(bytes) {
        first_line(bytes)
    } else {
        bytes
    };
    let mut text = text(bytes, &mut warnings);
    if text.contains('\0') {
        text = text.replace('\0', "\u{fffd}");
        warnings.push(characters::held_nul());
    }
    if is_binary(&text) {
        let message = "the input is no text; it is shown as far as it can be";
        warnings.push(Warning::new("binary-input", message).severity(Severity::Error));
    }
    (text, warnings)
}

fn first_line(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.trim_ascii_start();
    let end = bytes.iter().position(|byte| !byte.is_ascii_graphic());
    bytes.get(..end.unwrap_or(bytes.len())).unwrap_or(bytes)
}

fn text(bytes: &[u8], warnings: &mut Vec<Warning>) -> String {
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest, warnings),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes, warnings),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes, warnings),
        _ => match zeros(bytes) {
            Some(Half::Second) => utf16(bytes, u16::from_le_bytes, warnings),
            Some(Half::First) => utf16(bytes, u16::from_be_bytes, warnings),
            None => without_mark(bytes, warnings),
        },
    }
}

/// Which byte of each pair is the small one.
enum Half {
    First,
    Second,
}

/// Whether UTF-16 without a mark: nearly every other byte is as small as no letter or sign is, as in Latin, Greek, Cyrillic, Hebrew
/// and Arabic text.
fn zeros(bytes: &[u8]) -> Option<Half> {
    let sample = bytes.get(..bytes.len().min(512) & !1)?;
    let mut count = [0_usize; 2];
    for pair in sample.chunks_exact(2) {
        if let [first, second] = pair {
            count = match (first, second, count) {
                (0..=7, 8.., [a, b]) => [a + 1, b],
                (8.., 0..=7, [a, b]) => [a, b + 1],
                (_, _, same) => same,
            };
        }
    }
    let [first, second] = count;
    let most = sample.len() / 2 * 7 / 10;
    if sample.len() >= 8 && first > most {
        Some(Half::First)
    } else if sample.len() >= 8 && second > most {
        Some(Half::Second)
    } else {
        None
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16, warnings: &mut Vec<Warning>) -> String {
    let units = bytes.chunks(2).map(|pair| match pair {
        [a, b] => unit([*a, *b]),
        // Half a character at the end.
        _ => 0xdc00,
    });
    let mut broken = false;
    let text = char::decode_utf16(units)
        .map(|unit| {
            unit.unwrap_or_else(|_| {
                broken = true;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    if broken {
        warnings.push(broken_encoding("UTF-16"));
    }
    text
}

fn utf8(bytes: &[u8], warnings: &mut Vec<Warning>) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => {
            warnings.push(broken_encoding("UTF-8"));
            String::from_utf8_lossy(bytes).into_owned()
        }
    }
}

fn broken_encoding(name: &str) -> Warning {
    let message = crate::letters::concat(&[
        "some bytes of the input are no ",
        name,
        "; each stands as \u{fffd}",
    ]);
    Warning::new("broken-encoding", message).severity(Severity::Error)
}

/// Without a mark: UTF-8 if it is, else what is declared, else what is likely.
fn without_mark(bytes: &[u8], warnings: &mut Vec<Warning>) -> String {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    if mostly_utf8(bytes) {
        return utf8(bytes, warnings);
    }
    let declared = declared(bytes);
    let table = declared.unwrap_or_else(|| likely(bytes));
    if declared.is_none() {
        let name = if table == Table::Cyrillic {
            "windows-1251"
        } else {
            "windows-1252"
        };
        let message = "the input is not UTF-8; it was read as ".to_owned() + name;
        warnings.push(Warning::new("encoding-guessed", message).severity(Severity::Info));
    }
    bytes.iter().map(|byte| single(*byte, table)).collect()
}

/// Whether most of what is beyond ASCII is good UTF-8, so that the rest is damage.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let mut good = 0;
    let mut bad = 0;
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    let controls = bytes
        .iter()
        .take(4096)
        .filter(|byte| is_control(**byte))
        .count();
    good > bad || controls * 20 > bytes.len().min(4096)
}

/// An encoding of one byte for each character.
#[derive(Clone, Copy, PartialEq)]
enum Table {
    Western,
    Cyrillic,
}

/// The table of the encoding that an XML declaration or a `<meta charset>` names.
fn declared(bytes: &[u8]) -> Option<Table> {
    let head: String = bytes
        .iter()
        .take(1024)
        .map(|byte| char::from(byte.to_ascii_lowercase()))
        .collect();
    let (_, after) = head
        .split_once("encoding=")
        .or_else(|| head.split_once("charset="))?;
    let name = after.trim_start_matches(['"', '\''].as_slice());
    if name.starts_with("windows-1251") || name.starts_with("cp1251") {
        Some(Table::Cyrillic)
    } else if ["windows-1252", "iso-8859-1", "latin1", "cp1252", "us-ascii"]
        .iter()
        .any(|known| name.starts_with(known))
    {
        Some(Table::Western)
    } else {
        None
    }
}

/// Cyrillic letters stand together; the accented ones of the West stand alone.
fn likely(bytes: &[u8]) -> Table {
    let mut runs = 0_usize;
    let mut letters = 0_usize;
    for run in bytes.split(|byte| *byte < 0xc0 && !matches!(byte, 0xa8 | 0xb8)) {
        runs += usize::from(!run.is_empty());
        letters += run.len();
    }
    if letters >= runs * 3 && runs > 0 {
        Table::Cyrillic
    } else {
        Table::Western
    }
}

fn single(byte: u8, table: Table) -> char {
    let Some(at) = byte.checked_sub(0x80) else {
        return char::from(byte);
    };
    let (special, rest) = match table {
        Table::Western => (&WESTERN[..], 0x80),
        Table::Cyrillic => (&CYRILLIC[..], 0x410 - 64),
    };
    let unit = special
        .get(usize::from(at))
        .copied()
        .unwrap_or(rest + u16::from(at));
    char::from_u32(u32::from(unit)).unwrap_or(char::REPLACEMENT_CHARACTER)
}

fn is_control(byte: u8) -> bool {
    byte < 32 && !matches!(byte, b'\n' | b'\r' | b'\t' | 0x0c | 0x1b)
}

/// Whether more than a tenth of the first characters are no text.
fn is_binary(text: &str) -> bool {
    let mut odd = 0;
    let mut all = 0;
    for c in text.chars().take(4096) {
        all += 1;
        odd +=
            usize::from(c == char::REPLACEMENT_CHARACTER || u8::try_from(c).is_ok_and(is_control));
    }
    odd * 10 > all
}

/// windows-1252 from 0x80 to 0x9f; from there on it is the first block of Unicode.
const WESTERN: [u16; 32] = [
    0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039,
    0x152, 0x8d, 0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc,
    0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
];

/// windows-1251 from 0x80 to 0xbf; from there on stands the alphabet.
const CYRILLIC: [u16; 64] = [
    0x402, 0x403, 0x201a, 0x453, 0x201e, 0x2026, 0x2020, 0x2021, 0x20ac, 0x2030, 0x409, 0x2039,
    0x40a, 0x40c, 0x40b, 0x40f, 0x452, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
    0x98, 0x2122, 0x459, 0x203a, 0x45a, 0x45c, 0x45b, 0x45f, 0xa0, 0x40e, 0x45e, 0x408, 0xa4,
    0x490, 0xa6, 0xa7, 0x401, 0xa9, 0x404, 0xab, 0xac, 0xad, 0xae, 0x407, 0xb0, 0xb1, 0x406, 0x456,
    0x491, 0xb5, 0xb6, 0xb7, 0x451, 0x2116, 0x454, 0xbb, 0x458, 0x405, 0x455, 0x457,
];

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(bytes: &[u8]) -> Vec<&'static str> {
        decode(bytes).1.iter().map(|warning| warning.code).collect()
    }

    #[test]
    fn utf_16_by_mark_and_without() {
        let text = "Telegram from \u{41f}\u{445}\u{435}\u{43d}\u{44c}\u{44f}\u{43d} \u{1f4dc} to Bucharest, a long text";
        let units: Vec<u16> = text.encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        assert_eq!(decode(&little), (text.to_owned(), Vec::new()));
        assert_eq!(decode(&big), (text.to_owned(), Vec::new()));
        assert_eq!(decode(&[&[0xfe, 0xff][..], &big].concat()).0, text);
        assert_eq!(
            codes(&[&[0xff, 0xfe][..], &little, &[0x00, 0xd8]].concat()),
            ["broken-encoding"]
        );
    }

    #[test]
    fn utf_16_without_a_mark_in_which_hardly_any_letter_is_latin() {
        let text = "Запись беседы с послом, 14 сентября 1961 г.";
        let units = || text.encode_utf16();
        for bytes in [
            units().flat_map(u16::to_le_bytes).collect::<Vec<u8>>(),
            units().flat_map(u16::to_be_bytes).collect(),
        ] {
            assert_eq!(decode(&bytes), (text.to_owned(), Vec::new()));
        }
    }

    #[test]
    fn cyrillic_and_western() {
        assert_eq!(
            decode(b"\xd1\xee\xe2\xe5\xf0\xf8\xe5\xed\xed\xee \xf1\xe5\xea\xf0\xe5\xf2\xed\xee").0,
            "Совершенно секретно"
        );
        assert_eq!(
            decode(b"Andr\xe9 Fontaine, \x93Le Monde\x94").0,
            "André Fontaine, \u{201c}Le Monde\u{201d}"
        );
        let declared = b"<?xml version='1.0' encoding='windows-1251'?>\xc4";
        assert!(decode(declared).0.ends_with('Д'));
        assert!(codes(declared).is_empty());
    }

    #[test]
    fn damage_is_said() {
        assert_eq!(codes(b""), [""; 0]);
        assert_eq!(codes("Béla Révész and \u{41f}\u{425}".as_bytes()), [""; 0]);
        assert_eq!(
            codes(&["Béla Révész ".as_bytes(), b"\xff."].concat()),
            ["broken-encoding"]
        );
        assert_eq!(
            codes(b"a long enough line\0of text"),
            ["control-characters"]
        );
        assert!(codes(&[0, 1, 2, 3, 0xfe, 0xfa, 9, 7, 0, 0]).contains(&"binary-input"));
    }
}
