//! Signs found in long texts. What a reader looks for is rare, so most of a text is passed over, sixteen bytes at a time in
//! the module that is compiled for speed.

/// Whether speed is more than size: everywhere but in the modules that are downloaded.
pub const SPEED: bool = cfg!(not(all(
    target_family = "wasm",
    not(target_feature = "simd128")
)));

/// Some signs: bytes that are wanted, and whether control characters are.
///
/// ```
/// use callslip::scan::Signs;
/// const STRONG: Signs = Signs::new(b"_*");
/// assert_eq!(STRONG.find("ein *Wort*"), Some(4));
/// assert_eq!(STRONG.find("ein Wort"), None);
/// assert_eq!(STRONG.or_controls().find("ein\tWort"), Some(3));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Signs {
    #[cfg(not(all(target_family = "wasm", target_feature = "simd128")))]
    signs: &'static [u8],
    /// What is below is wanted, too.
    #[cfg(not(all(target_family = "wasm", target_feature = "simd128")))]
    least: u8,
    /// A byte for each last half of a sign, and in it a bit for each first half: up to 7, and above.
    #[cfg(all(target_family = "wasm", target_feature = "simd128"))]
    halves: [u128; 2],
}

impl Signs {
    /// These signs of ASCII, or first bytes of longer ones.
    pub const fn new(signs: &'static [u8]) -> Self {
        Self {
            #[cfg(not(all(target_family = "wasm", target_feature = "simd128")))]
            signs,
            #[cfg(not(all(target_family = "wasm", target_feature = "simd128")))]
            least: 0,
            #[cfg(all(target_family = "wasm", target_feature = "simd128"))]
            halves: many::halves(signs),
        }
    }

    /// These and the control characters of ASCII before the space.
    pub const fn or_controls(self) -> Self {
        Self {
            #[cfg(not(all(target_family = "wasm", target_feature = "simd128")))]
            least: b' ',
            #[cfg(all(target_family = "wasm", target_feature = "simd128"))]
            halves: many::or_controls(self.halves),
            ..self
        }
    }

    /// Where the first of them stands.
    #[inline]
    pub fn find(self, text: &str) -> Option<usize> {
        self.find_in(text.as_bytes())
    }

    /// The same in the bytes of a text.
    #[inline]
    pub fn find_in(self, bytes: &[u8]) -> Option<usize> {
        #[cfg(all(target_family = "wasm", target_feature = "simd128"))]
        return many::first(bytes, |step| many::of(step, self.halves));
        #[cfg(not(all(target_family = "wasm", target_feature = "simd128")))]
        position(bytes, self.least, self.signs)
    }
}

/// Where a sign of ASCII first stands.
///
/// ```
/// assert_eq!(callslip::scan::find("a, b, c", b','), Some(1));
/// ```
#[inline]
pub fn find(text: &str, sign: u8) -> Option<usize> {
    #[cfg(all(target_family = "wasm", target_feature = "simd128"))]
    return many::first(text.as_bytes(), |step| many::equal(step, sign));
    #[cfg(not(all(target_family = "wasm", target_feature = "simd128")))]
    position(text.as_bytes(), 0, &[sign])
}

/// Sixteen bytes looked at together. The compiler makes no such instructions of a loop that stops at the first hit.
#[cfg(all(target_family = "wasm", target_feature = "simd128"))]
mod many {
    use core::arch::wasm32::{
        i8x16_bitmask, i8x16_narrow_i16x8, u8x16_eq, u8x16_lt, u8x16_narrow_i16x8, u8x16_ne,
        u8x16_shr, u8x16_splat, u8x16_swizzle, u16x8, u16x8_gt, u16x8_splat, u64x2,
        u64x2_extract_lane, v128, v128_and, v128_or,
    };

    /// The halves of some signs.
    pub(super) const fn halves(signs: &[u8]) -> [u128; 2] {
        let [mut low, mut high] = [0, 0];
        let mut rest = signs;
        while let Some((sign, after)) = rest.split_first() {
            let bit = 1 << ((*sign & 15) * 8 + ((*sign >> 4) & 7));
            if sign.is_ascii() {
                low |= bit;
            } else {
                high |= bit;
            }
            rest = after;
        }
        [low, high]
    }

    /// The same and those of the first two lines of ASCII.
    pub(super) const fn or_controls([low, high]: [u128; 2]) -> [u128; 2] {
        [low | u128::from_le_bytes([3; 16]), high]
    }

    /// Where each of some signs stands: where they are many, this is faster than looking for the next one anew.
    pub(super) fn each_of(bytes: &[u8], signs: super::Signs) -> impl Iterator<Item = usize> {
        let mut rest = bytes;
        let (mut at, mut found, mut passed) = (0, 0_u16, 0);
        std::iter::from_fn(move || {
            while found == 0 {
                if rest.is_empty() {
                    return None;
                }
                at += passed;
                let step = rest.first_chunk().copied();
                let few = || {
                    let few = rest.iter().rev();
                    few.fold(0, |few, byte| few << 8 | u128::from(*byte))
                };
                passed = rest.len().min(16);
                found = of(step.map_or_else(few, u128::from_le_bytes), signs.halves);
                if passed < 16 {
                    found &= (1 << passed) - 1;
                }
                rest = rest.get(passed..)?;
            }
            let next = at + found.trailing_zeros() as usize;
            found &= found - 1;
            Some(next)
        })
    }

    /// The first wanted byte, by what says it of sixteen bytes, a bit for each.
    #[inline(always)]
    pub(super) fn first(bytes: &[u8], mut of_many: impl FnMut(u128) -> u16) -> Option<usize> {
        let (steps, rest) = bytes.as_chunks::<16>();
        let mut at = 0;
        for step in steps {
            let found = of_many(u128::from_le_bytes(*step));
            if found != 0 {
                return Some(at + found.trailing_zeros() as usize);
            }
            at += 16;
        }
        // What is left is looked at together with what stands before it, or twice.
        if let Some(last) = bytes.last_chunk() {
            let found = u32::from(of_many(u128::from_le_bytes(*last))) >> (16 - rest.len());
            return (found != 0).then(|| at + found.trailing_zeros() as usize);
        }
        if let (Some(head), Some(tail)) = (bytes.first_chunk(), bytes.last_chunk()) {
            let [head, tail] = [u64::from_le_bytes(*head), u64::from_le_bytes(*tail)];
            let found = of_many(u128::from(head) | u128::from(tail) << 64);
            let at = found.trailing_zeros() as usize;
            return (found != 0).then_some(if at < 8 { at } else { at + bytes.len() - 16 });
        }
        let few = bytes.iter().rev();
        let few = few.fold(0, |few, byte| few << 8 | u64::from(*byte));
        let found = of_many(u128::from(few)) & ((1 << bytes.len()) - 1);
        (found != 0).then(|| found.trailing_zeros() as usize)
    }

    /// Sixteen units as bytes, and a bit for each that is not of ASCII.
    #[inline]
    pub(super) fn narrowed(units: &[u16; 16]) -> ([u8; 16], u16) {
        let [a, b, c, d, e, f, g, h, rest @ ..] = *units;
        let first = u16x8(a, b, c, d, e, f, g, h);
        let [a, b, c, d, e, f, g, h] = rest;
        let second = u16x8(a, b, c, d, e, f, g, h);
        let beyond = |units| u16x8_gt(units, u16x8_splat(0x7F));
        let beyond = i8x16_narrow_i16x8(beyond(first), beyond(second));
        let bytes = u8x16_narrow_i16x8(first, second);
        (each(bytes), i8x16_bitmask(beyond))
    }

    /// Sixteen bytes as units, and a bit for each that is not of ASCII.
    #[inline]
    pub(super) fn widened(bytes: &[u8; 16]) -> ([u16; 16], u16) {
        let step = u128::from_le_bytes(*bytes);
        (bytes.map(u16::from), beyond_ascii(step))
    }

    /// The bytes of a vector.
    #[inline]
    fn each(vector: v128) -> [u8; 16] {
        let high = u128::from(u64x2_extract_lane::<1>(vector)) << 64;
        (high | u128::from(u64x2_extract_lane::<0>(vector))).to_le_bytes()
    }

    #[inline]
    fn all(bytes: u128) -> v128 {
        u64x2(bytes as u64, (bytes >> 64) as u64)
    }

    /// Which of them are a sign.
    #[inline]
    pub(super) fn equal(step: u128, sign: u8) -> u16 {
        i8x16_bitmask(u8x16_eq(all(step), u8x16_splat(sign)))
    }

    /// Which of them, step by step, are a sign that stands after the same.
    #[inline]
    pub(super) fn pairs(sign: u8) -> impl FnMut(u128) -> u16 {
        let mut before = 0;
        move |step| {
            let signs = equal(step, sign);
            let pairs = signs & (signs << 1 | before);
            before = signs >> 15;
            pairs
        }
    }

    /// Which of them are not of ASCII.
    #[inline]
    pub(super) fn beyond_ascii(step: u128) -> u16 {
        i8x16_bitmask(all(step))
    }

    /// Which of them are a line feed, a carriage return or a form feed: most steps have no control character but those.
    #[inline]
    pub(super) fn line_ends(step: u128) -> u16 {
        let bytes = all(step);
        let near = i8x16_bitmask(u8x16_lt(bytes, u8x16_splat(0x0E)));
        if near == 0 {
            return 0;
        }
        equal(step, b'\n') | equal(step, b'\r') | equal(step, 0x0C)
    }

    /// Which of them are among the signs with these halves.
    #[inline]
    pub(super) fn of(step: u128, [low, high]: [u128; 2]) -> u16 {
        // The bit of each first half.
        const BITS: u64 = 0x8040_2010_0804_0201;
        let bytes = all(step);
        let lasts = v128_and(bytes, u8x16_splat(15));
        let firsts = u8x16_shr(bytes, 4);
        let are = |halves, bits| {
            v128_and(
                u8x16_swizzle(all(halves), lasts),
                u8x16_swizzle(bits, firsts),
            )
        };
        let mut found = are(low, u64x2(BITS, 0));
        if high != 0 {
            found = v128_or(found, are(high, u64x2(0, BITS)));
        }
        i8x16_bitmask(u8x16_ne(found, u8x16_splat(0)))
    }
}

/// Where the first byte stands that is below `least` or one of those wanted.
#[cfg(not(all(target_family = "wasm", target_feature = "simd128")))]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
fn position(bytes: &[u8], least: u8, wanted: &[u8]) -> Option<usize> {
    // All are compared, without branches: so the compiler can do it for a whole step at once.
    let is = |byte: u8| {
        let controls = byte < least;
        wanted
            .iter()
            .fold(controls, |any, one| any | (byte == *one))
    };
    let (steps, rest) = bytes.as_chunks::<16>();
    let any = |step: &[u8; 16]| step.iter().fold(false, |any, byte| any | is(*byte));
    let (passed, last) = match steps.iter().position(any) {
        Some(at) => (at * 16, steps.get(at).map_or(rest, |step| step)),
        None => (steps.len() * 16, rest),
    };
    Some(passed + last.iter().position(|byte| is(*byte))?)
}

/// Where the first character stands that is not of ASCII.
///
/// ```
/// use callslip::scan::find_beyond_ascii;
/// assert_eq!(find_beyond_ascii("Salt and smoke, \u{e9}"), Some(16));
/// assert_eq!(find_beyond_ascii("Salt"), None);
/// ```
#[inline]
pub fn find_beyond_ascii(text: &str) -> Option<usize> {
    #[cfg(all(target_family = "wasm", target_feature = "simd128"))]
    return many::first(text.as_bytes(), many::beyond_ascii);
    #[cfg(not(all(target_family = "wasm", target_feature = "simd128")))]
    text.bytes().position(|byte| !byte.is_ascii())
}

/// A text divided at the first place of a sign of ASCII.
///
/// ```
/// use callslip::scan::split_once;
/// assert_eq!(split_once("1974/1976", b'/'), Some(("1974", "1976")));
/// assert_eq!(split_once("1974", b'/'), None);
/// ```
#[inline]
pub fn split_once(text: &str, sign: u8) -> Option<(&str, &str)> {
    if !SPEED {
        return text.split_once(char::from(sign));
    }
    let at = find(text, sign)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// The words between white space of ASCII.
///
/// ```
/// let words = callslip::scan::words("  A letter \n\tto all, and to nobody else ");
/// assert_eq!(words.collect::<Vec<_>>(), ["A", "letter", "to", "all,", "and", "to", "nobody", "else"]);
/// ```
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    #[cfg(all(target_family = "wasm", target_feature = "simd128"))]
    {
        let mut from = 0;
        let ends = many::each_of(text.as_bytes(), const { Signs::new(b" \t\n\r\x0c") });
        let words = ends.chain(std::iter::once(text.len())).map(move |end| {
            let word = text.get(from..end);
            from = end + 1;
            word.unwrap_or("")
        });
        words.filter(|word| !word.is_empty())
    }
    #[cfg(not(all(target_family = "wasm", target_feature = "simd128")))]
    text.split_ascii_whitespace()
}

/// Where the first line feed, carriage return or form feed stands.
///
/// ```
/// use callslip::scan::find_line_end;
/// assert_eq!(find_line_end("a\tb\rc\n"), Some(3));
/// assert_eq!(find_line_end("a\u{b}b"), None);
/// ```
#[inline]
pub fn find_line_end(text: &str) -> Option<usize> {
    #[cfg(all(target_family = "wasm", target_feature = "simd128"))]
    return many::first(text.as_bytes(), many::line_ends);
    #[cfg(not(all(target_family = "wasm", target_feature = "simd128")))]
    const { Signs::new(b"\n\r\x0c") }.find(text)
}

/// Sixteen units of UTF-16 as bytes, and a bit for each that is not of ASCII, whose byte says nothing.
///
/// ```
/// let mut units = [0x61; 16];
/// units[3] = 0xE9;
/// let (bytes, beyond) = callslip::scan::narrowed(&units);
/// assert_eq!((&bytes[..3], beyond), (b"aaa".as_slice(), 1 << 3));
/// ```
#[inline]
pub fn narrowed(units: &[u16; 16]) -> ([u8; 16], u16) {
    #[cfg(all(target_family = "wasm", target_feature = "simd128"))]
    return many::narrowed(units);
    #[cfg(not(all(target_family = "wasm", target_feature = "simd128")))]
    (
        units.map(|unit| unit as u8),
        bits(units.map(|unit| unit > 0x7F)),
    )
}

/// Sixteen bytes as units of UTF-16, and a bit for each that is not of ASCII.
///
/// ```
/// let (units, beyond) = callslip::scan::widened(b"caf\xC3\xA9 au lait...");
/// assert_eq!((units[2], beyond), (0x66, 0b11000));
/// ```
#[inline]
pub fn widened(bytes: &[u8; 16]) -> ([u16; 16], u16) {
    #[cfg(all(target_family = "wasm", target_feature = "simd128"))]
    return many::widened(bytes);
    #[cfg(not(all(target_family = "wasm", target_feature = "simd128")))]
    (
        bytes.map(u16::from),
        bits(bytes.map(|byte| !byte.is_ascii())),
    )
}

/// A bit for each of sixteen that is so.
#[cfg(not(all(target_family = "wasm", target_feature = "simd128")))]
fn bits(all: [bool; 16]) -> u16 {
    let last_first = all.into_iter().rev();
    last_first.fold(0, |bits, is| bits << 1 | u16::from(is))
}

/// Whether two spaces together or a tab may be in a text: looked for in the module compiled for speed alone.
///
/// ```
/// assert!(callslip::scan::may_have_gap("Neuer  Bonn"));
/// ```
#[inline]
pub fn may_have_gap(text: &str) -> bool {
    #[cfg(all(target_family = "wasm", target_feature = "simd128"))]
    {
        let mut pairs = many::pairs(b' ');
        let of_many = |step| pairs(step) | many::equal(step, b'\t');
        many::first(text.as_bytes(), of_many).is_some()
    }
    #[cfg(not(all(target_family = "wasm", target_feature = "simd128")))]
    !text.is_empty()
}

/// Whether two spaces together, a control character or a space that does not break may be in a text.
///
/// ```
/// use callslip::scan::may_be_untidy;
/// assert!(may_be_untidy("Neuer  Bonn") && may_be_untidy("a\nb") && may_be_untidy("a\u{a0}b"));
/// assert!(!may_be_untidy("A tidy text, and another one") && !may_be_untidy(" a "));
/// ```
#[inline]
pub fn may_be_untidy(text: &str) -> bool {
    const SIGNS: Signs = Signs::new(b"\xC2").or_controls();
    #[cfg(all(target_family = "wasm", target_feature = "simd128"))]
    if text.len() > 15 {
        let mut pairs = many::pairs(b' ');
        let of_many = |step| pairs(step) | many::of(step, SIGNS.halves);
        return many::first(text.as_bytes(), of_many).is_some();
    }
    let bytes = text.as_bytes();
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    pairs.fold(false, |any, (one, next)| {
        any | ((*one == b' ') & (*next == b' '))
    }) || SIGNS.find(text).is_some()
}

/// Where a sign of ASCII stands, each time.
///
/// ```
/// assert_eq!(callslip::scan::each("a, b, c", b',').collect::<Vec<_>>(), [1, 4]);
/// ```
pub fn each(text: &str, sign: u8) -> impl Iterator<Item = usize> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + find(text.get(from..)?, sign)?;
        from = at + 1;
        Some(at)
    })
}

/// Whether a text has these words, found by a sign of ASCII that stands in them once and in other words seldom.
///
/// ```
/// assert!(callslip::scan::has("text/html", "t/h", b'/'));
/// assert!(!callslip::scan::has("text/xml", "t/h", b'/'));
/// ```
pub fn has(text: &str, words: &str, sign: u8) -> bool {
    let Some((head, tail)) = words.split_once(char::from(sign)) else {
        return text.contains(words);
    };
    each(text, sign).any(|at| {
        text.get(..at).is_some_and(|text| text.ends_with(head))
            && text
                .get(at + 1..)
                .is_some_and(|text| text.starts_with(tail))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_found_at_every_length() {
        const SIGNS: Signs = Signs::new(b"xb\0~");
        for length in 0..70 {
            for at in 0..length {
                let mut bytes = vec![b'a'; length];
                bytes[at] = b'b';
                let text = String::from_utf8(bytes).unwrap();
                assert_eq!(SIGNS.find(&text), Some(at));
                assert_eq!(find(&text, b'b'), Some(at));
                assert_eq!(each(&text, b'b').collect::<Vec<_>>(), [at]);
            }
            let text = "a".repeat(length);
            assert_eq!(SIGNS.find(&text), None);
            assert_eq!(find(&text, b'b'), None);
            assert_eq!(each(&text, b'a').count(), length);
        }
    }

    #[test]
    fn sixteen_units_and_bytes() {
        for at in 0..16 {
            for unit in [0x80, 0xFF, 0x100, 0x7F00, 0x8000, 0xFFFF] {
                let mut units = [0x7F; 16];
                assert_eq!(narrowed(&units), ([0x7F; 16], 0));
                units[at] = unit;
                let (bytes, beyond) = narrowed(&units);
                assert_eq!(beyond, 1 << at, "{unit}");
                assert!((0..16).all(|other| other == at || bytes[other] == 0x7F));
            }
            let mut bytes = [b'a'; 16];
            bytes[at] = 0xC3;
            let (units, beyond) = widened(&bytes);
            assert_eq!(beyond, 1 << at);
            assert!((0..16).all(|at| units[at] == u16::from(bytes[at])));
        }
    }

    #[test]
    fn each_sign_is_itself_alone() {
        for sign in 0..128 {
            let signs = Signs::new(Box::leak(Box::new([sign])));
            for code in 0..0x250 {
                let c = char::from_u32(code).unwrap();
                let found = signs.find(&c.to_string().repeat(20));
                assert_eq!(found, (code == u32::from(sign)).then_some(0), "{sign} {c}");
            }
        }
    }

    #[test]
    fn controls_and_first_bytes() {
        const SIGNS: Signs = Signs::new(b"<\xC2").or_controls();
        for length in 0..40 {
            let before = "a é".repeat(length);
            for sign in ['\0', '\t', '\u{1f}', '<', '\u{a0}'] {
                let text = [before.as_str(), &sign.to_string(), "a"].concat();
                assert_eq!(SIGNS.find(&text), Some(before.len()), "{sign:?}");
            }
            assert_eq!(SIGNS.find(&before), None);
        }
    }

    #[test]
    fn wherever_it_stands() {
        for length in 0..50 {
            for at in 0..length {
                let text = ["a".repeat(at), "<".to_owned(), "a".repeat(length - at)].concat();
                assert_eq!(position(text.as_bytes(), 0, b"&<"), Some(at));
                assert_eq!(const { Signs::new(b"&<") }.find(&text), Some(at));
            }
            assert_eq!(position("a".repeat(length).as_bytes(), 0, b"&<"), None);
        }
    }
}
