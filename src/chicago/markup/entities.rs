//! The character entities that turn up in titles.

use crate::digits;

/// Names, and the characters they stand for.
const NAMED: &str =
    "amp& lt< gt> quot\" apos' ndash– mdash— hellip… ldquo“ rdquo” lsquo‘ rsquo’ shy\u{ad}";

/// The names of the characters from U+00C0 on; those of small letters differ in case and stand 32 places later.
const LETTERS: &str = "Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde \
    Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig";

fn named(name: &str) -> Option<char> {
    if name == "nbsp" {
        return Some(' ');
    }
    let known = |word: &str| word.strip_prefix(name)?.chars().next();
    let mut known = NAMED.split(' ').filter_map(known);
    known
        .next()
        .filter(|c| !c.is_ascii_lowercase())
        .or_else(|| {
            let mut letters = LETTERS.split(' ');
            let at = letters.position(|letter| letter.eq_ignore_ascii_case(name))?;
            // `times` and `szlig` have no capitals.
            let small = match at {
                23 | 31 => 0,
                _ => name.bytes().next()? & 32,
            };
            char::from_u32(0xc0 + at as u32 + u32::from(small))
        })
}

/// The character of the entity at the beginning of a text, and how long the entity is.
pub(super) fn read(text: &str) -> Option<(char, usize)> {
    let inner = text.strip_prefix('&')?;
    let end = inner.bytes().take(12).position(|byte| byte == b';')?;
    let name = inner.get(..end)?;
    let character = match name.strip_prefix('#') {
        Some(number) => numbered(number)?,
        None => named(name)?,
    };
    Some((character, end + 2))
}

fn numbered(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X'].as_slice()) {
        Some(hex) => digits::read_hex(hex)?,
        None => u32::try_from(digits::read(number)?).ok()?,
    };
    char::from_u32(code).filter(|character| !character.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        let found = |names: &str| -> String {
            let one = |name| read(&["&", name, ";"].concat()).map_or('?', |(c, _)| c);
            names.split(' ').map(one).collect()
        };
        assert_eq!(
            found("amp lt quot apos nbsp mdash rsquo shy"),
            "&<\"' —’\u{ad}"
        );
        assert_eq!(
            found("eacute Eacute ouml Oslash thorn szlig times eth agrave yacute"),
            "éÉöØþß×ðàý"
        );
        assert_eq!(found("am l e q nbs ring foo ETHx"), "????????");
    }
}
