//! UTF-16, as JavaScript holds its texts. Most characters are of ASCII: stretches of them are read and written many at once.

use crate::scan;

/// The text that UTF-16 says. Half a pair of surrogates becomes U+FFFD, as everywhere on the web.
///
/// ```
/// use callslip::utf16::read;
/// assert_eq!(read(&[0x61, 0xE9, 0xD83D, 0xDE00, 0xD83D]), "a\u{e9}\u{1f600}\u{fffd}");
/// ```
pub fn read(mut units: &[u16]) -> String {
    let mut bytes = Vec::with_capacity(units.len() + units.len() / 16 + 16);
    loop {
        let rest = plain(units, &mut bytes);
        let cut = rest.iter().position(|unit| *unit < 0x80);
        let (other, rest) = rest
            .split_at_checked(cut.unwrap_or(rest.len()))
            .unwrap_or_default();
        if other.is_empty() {
            return String::from_utf8(bytes).unwrap_or_default();
        }
        for c in char::decode_utf16(other.iter().copied()) {
            let c = c.unwrap_or(char::REPLACEMENT_CHARACTER);
            bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
        }
        units = rest;
    }
}

/// Adds the units at the beginning that are of ASCII, and gives the others; the compiler takes many at once.
fn plain<'a>(units: &'a [u16], bytes: &mut Vec<u8>) -> &'a [u16] {
    let mut rest = units;
    while let Some((step, after)) = rest.split_first_chunk::<16>() {
        if !scan::is_plain(step) {
            break;
        }
        bytes.extend_from_slice(&step.map(|unit| unit as u8));
        rest = after;
    }
    while let Some((unit, after)) = rest.split_first().filter(|(unit, _)| **unit < 0x80) {
        bytes.push(*unit as u8);
        rest = after;
    }
    rest
}

/// Adds a text.
///
/// ```
/// let mut units = Vec::new();
/// callslip::utf16::write("a\u{e9}\u{1f600}", &mut units);
/// assert_eq!(units, [0x61, 0xE9, 0xD83D, 0xDE00]);
/// ```
pub fn write(mut text: &str, units: &mut Vec<u16>) {
    units.reserve(text.len());
    loop {
        let plain = scan::find_beyond_ascii(text).unwrap_or(text.len());
        let (plain, rest) = text.split_at_checked(plain).unwrap_or_default();
        units.extend(plain.bytes().map(u16::from));
        let cut = rest.bytes().position(|byte| byte < 0x80);
        let (other, rest) = rest
            .split_at_checked(cut.unwrap_or(rest.len()))
            .unwrap_or_default();
        if other.is_empty() {
            return;
        }
        units.extend(other.encode_utf16());
        text = rest;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways() {
        for length in 0..40 {
            for odd in ["a", "\u{e9}", "\u{201c}", "\u{1f600}", "\u{fffd}"] {
                let text = ["b".repeat(length), odd.to_owned(), "c".repeat(40 - length)].concat();
                let mut units = Vec::new();
                write(&text, &mut units);
                assert_eq!(units, text.encode_utf16().collect::<Vec<_>>());
                assert_eq!(read(&units), text);
            }
        }
    }

    #[test]
    fn half_a_pair() {
        for at in 0..34 {
            let mut units = vec![u16::from(b'a'); 34];
            for half in [0xD83D, 0xDE00] {
                units[at] = half;
                assert_eq!(read(&units), String::from_utf16_lossy(&units));
            }
        }
    }
}
