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
        units = plain(units, &mut bytes);
        let mut rest = char::decode_utf16(units.iter().copied());
        let mut taken = 0;
        while units.get(taken).is_some_and(|unit| *unit > 0x7F) {
            let c = rest.next().and_then(Result::ok);
            let c = c.unwrap_or(char::REPLACEMENT_CHARACTER);
            bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            taken += c.len_utf16();
        }
        if taken == 0 {
            return String::from_utf8(bytes).unwrap_or_default();
        }
        units = units.get(taken..).unwrap_or_default();
    }
}

/// Adds the units at the beginning that are of ASCII, and gives the others.
fn plain<'a>(mut units: &'a [u16], bytes: &mut Vec<u8>) -> &'a [u16] {
    while let Some((step, rest)) = units.split_first_chunk() {
        let (plain, beyond) = scan::narrowed(step);
        bytes.extend_from_slice(&plain);
        if beyond != 0 {
            let passed = beyond.trailing_zeros() as usize;
            bytes.truncate(bytes.len() + passed - plain.len());
            return units.get(passed..).unwrap_or_default();
        }
        units = rest;
    }
    while let Some((unit, rest)) = units.split_first().filter(|(unit, _)| **unit < 0x80) {
        bytes.push(*unit as u8);
        units = rest;
    }
    units
}

/// Adds a text.
///
/// ```
/// let mut units = Vec::new();
/// callslip::utf16::write("a\u{e9}\u{1f600}", &mut units);
/// assert_eq!(units, [0x61, 0xE9, 0xD83D, 0xDE00]);
/// ```
pub fn write(mut text: &str, units: &mut Vec<u16>) {
    units.reserve(text.len() + 16);
    loop {
        text = widen(text, units);
        let mut rest = text.chars();
        let mut first = rest.next();
        if first.is_none() {
            return;
        }
        while let Some(c) = first.filter(|c| !c.is_ascii()) {
            units.extend_from_slice(c.encode_utf16(&mut [0; 2]));
            text = rest.as_str();
            first = rest.next();
        }
    }
}

/// Adds what of a text's beginning is of ASCII, and gives the rest.
fn widen<'a>(text: &'a str, units: &mut Vec<u16>) -> &'a str {
    let mut bytes = text.as_bytes();
    while let Some((step, rest)) = bytes.split_first_chunk() {
        let (plain, beyond) = scan::widened(step);
        units.extend_from_slice(&plain);
        if beyond != 0 {
            let passed = beyond.trailing_zeros() as usize;
            units.truncate(units.len() + passed - plain.len());
            bytes = bytes.get(passed..).unwrap_or_default();
            return text.get(text.len() - bytes.len()..).unwrap_or("");
        }
        bytes = rest;
    }
    while let Some((byte, rest)) = bytes.split_first().filter(|(byte, _)| byte.is_ascii()) {
        units.push((*byte).into());
        bytes = rest;
    }
    text.get(text.len() - bytes.len()..).unwrap_or("")
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
