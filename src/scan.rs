//! Finding the first of some bytes, many bytes at a time.

/// How many bytes are looked at together: what a machine compares at once.
const STEP: usize = 16;

/// Where the first byte stands that is below `least` or one of those wanted.
///
/// ```
/// use callslip::scan::position;
/// assert_eq!(position("Salt & Smoke", 0, b"<&>"), Some(5));
/// assert_eq!(position("Salt\tSmoke", b' ', b""), Some(4));
/// assert_eq!(position("Salt", 0, b"<&>"), None);
/// ```
#[inline]
pub fn position(text: &str, least: u8, wanted: &[u8]) -> Option<usize> {
    // All are compared, without branches: so the compiler can do it for a whole step at once.
    let is = |byte: u8| {
        let controls = byte < least;
        wanted
            .iter()
            .fold(controls, |any, one| any | (byte == *one))
    };
    let (steps, rest) = text.as_bytes().as_chunks::<STEP>();
    let any = |step: &[u8; STEP]| step.iter().fold(false, |any, byte| any | is(*byte));
    let (passed, last) = match steps.iter().position(any) {
        Some(at) => (at * STEP, steps.get(at).map_or(rest, |step| step)),
        None => (steps.len() * STEP, rest),
    };
    Some(passed + last.iter().position(|byte| is(*byte))?)
}

#[cfg(test)]
mod tests {
    use super::*;

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
