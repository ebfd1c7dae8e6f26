//! Signs found in long texts. What a reader looks for is rare, so most of a text is passed over, sixteen bytes at a time in
//! the module that is compiled for speed.

/// Some signs of ASCII.
///
/// ```
/// use callslip::scan::Signs;
/// const STRONG: Signs<2> = Signs::new(b"_*");
/// assert_eq!(STRONG.find("ein *Wort*"), Some(4));
/// assert_eq!(STRONG.find("ein Wort"), None);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Signs<const N: usize> {
    signs: [u8; N],
    /// A byte for each last half of a sign, and in it a bit for each first half.
    #[cfg(all(target_family = "wasm", target_feature = "simd128"))]
    halves: u128,
}

impl<const N: usize> Signs<N> {
    /// These signs, all of ASCII.
    pub const fn new(signs: &[u8; N]) -> Self {
        Self {
            signs: *signs,
            #[cfg(all(target_family = "wasm", target_feature = "simd128"))]
            halves: many::halves(signs),
        }
    }

    /// Where the first of them stands.
    #[inline]
    pub fn find(self, text: &str) -> Option<usize> {
        #[cfg(all(target_family = "wasm", target_feature = "simd128"))]
        return many::first(
            text,
            |step| many::of(step, self.halves),
            |byte| self.signs.contains(&byte),
        );
        #[cfg(not(all(target_family = "wasm", target_feature = "simd128")))]
        position(text, 0, &self.signs)
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
    return many::first(text, |step| many::equal(step, sign), |byte| byte == sign);
    #[cfg(not(all(target_family = "wasm", target_feature = "simd128")))]
    position(text, 0, &[sign])
}

/// Sixteen bytes looked at together. The compiler makes no such instructions of a loop that stops at the first hit.
#[cfg(all(target_family = "wasm", target_feature = "simd128"))]
mod many {
    use core::arch::wasm32::{
        i8x16_bitmask, u8x16_eq, u8x16_ne, u8x16_shr, u8x16_splat, u8x16_swizzle, u64x2, v128,
        v128_and,
    };

    /// The halves of some signs.
    pub(super) const fn halves(signs: &[u8]) -> u128 {
        let mut halves = 0;
        let mut rest = signs;
        while let Some((sign, after)) = rest.split_first() {
            halves |= 1 << ((*sign & 15) * 8 + (*sign >> 4));
            rest = after;
        }
        halves
    }

    /// The first wanted byte, by what says it of sixteen bytes, a bit for each, and of one.
    #[inline]
    pub(super) fn first(
        text: &str,
        of_many: impl Fn(&[u8; 16]) -> u16,
        is_wanted: impl Fn(u8) -> bool,
    ) -> Option<usize> {
        let (steps, rest) = text.as_bytes().as_chunks::<16>();
        let without = steps.iter().take_while(|step| of_many(step) == 0).count();
        let at = match steps.get(without) {
            Some(step) => of_many(step).trailing_zeros() as usize,
            None => rest.iter().position(|byte| is_wanted(*byte))?,
        };
        Some(16 * without + at)
    }

    #[inline]
    fn all(bytes: u128) -> v128 {
        u64x2(bytes as u64, (bytes >> 64) as u64)
    }

    /// Which of them are a sign.
    #[inline]
    pub(super) fn equal(step: &[u8; 16], sign: u8) -> u16 {
        let bytes = all(u128::from_le_bytes(*step));
        i8x16_bitmask(u8x16_eq(bytes, u8x16_splat(sign)))
    }

    /// Which of them are among the signs with these halves.
    #[inline]
    pub(super) fn of(step: &[u8; 16], halves: u128) -> u16 {
        let bytes = all(u128::from_le_bytes(*step));
        let last = u8x16_swizzle(all(halves), v128_and(bytes, u8x16_splat(15)));
        // The bit of each first half; none for what is not of ASCII.
        let first = u8x16_swizzle(u64x2(0x8040_2010_0804_0201, 0), u8x16_shr(bytes, 4));
        i8x16_bitmask(u8x16_ne(v128_and(last, first), u8x16_splat(0)))
    }
}

/// Where the first byte stands that is below `least` or one of those wanted.
///
/// ```
/// use callslip::scan::position;
/// assert_eq!(position("Salt & Smoke", 0, b"<&>"), Some(5));
/// assert_eq!(position("Salt\tSmoke", b' ', b""), Some(4));
/// assert_eq!(position("Salt", 0, b"<&>"), None);
/// ```
#[cfg_attr(
    all(target_family = "wasm", target_feature = "simd128"),
    inline(always)
)]
pub fn position(text: &str, least: u8, wanted: &[u8]) -> Option<usize> {
    // All are compared, without branches: so the compiler can do it for a whole step at once.
    let is = |byte: u8| {
        let controls = byte < least;
        wanted
            .iter()
            .fold(controls, |any, one| any | (byte == *one))
    };
    let (steps, rest) = text.as_bytes().as_chunks::<16>();
    let any = |step: &[u8; 16]| step.iter().fold(false, |any, byte| any | is(*byte));
    let (passed, last) = match steps.iter().position(any) {
        Some(at) => (at * 16, steps.get(at).map_or(rest, |step| step)),
        None => (steps.len() * 16, rest),
    };
    Some(passed + last.iter().position(|byte| is(*byte))?)
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
        const SIGNS: Signs<4> = Signs::new(b"xb\0~");
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
    fn each_sign_is_itself_alone() {
        for sign in 0..128 {
            let signs = Signs::new(&[sign]);
            for code in 0..0x250 {
                let c = char::from_u32(code).unwrap();
                let found = signs.find(&c.to_string().repeat(20));
                assert_eq!(found, (code == u32::from(sign)).then_some(0), "{sign} {c}");
            }
        }
    }

    #[test]
    fn wherever_it_stands() {
        for length in 0..50 {
            for at in 0..length {
                let text = ["a".repeat(at), "<".to_owned(), "a".repeat(length - at)].concat();
                assert_eq!(position(&text, 0, b"&<"), Some(at));
            }
            assert_eq!(position(&"a".repeat(length), 0, b"&<"), None);
        }
    }
}
