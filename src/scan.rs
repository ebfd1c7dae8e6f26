//! Finding the first byte of a kind, many bytes at a time.

/// How many bytes are looked at together: what a machine compares at once.
const STEP: usize = 16;

/// Where the first byte of a kind stands. The kind is best told without branches: `(byte == b'<') | (byte == b'&')`.
///
/// ```
/// use callslip::scan::position;
/// assert_eq!(position(b"Salt & Smoke", |byte| byte == b'&'), Some(5));
/// assert_eq!(position(b"Salt", |byte| byte == b'&'), None);
/// ```
pub fn position(bytes: &[u8], is: impl Fn(u8) -> bool) -> Option<usize> {
    let (steps, rest) = bytes.as_chunks::<STEP>();
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
                let mut bytes = vec![b'a'; length];
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = b'<';
                }
                assert_eq!(position(&bytes, |byte| byte == b'<'), Some(at));
            }
            assert_eq!(position(&vec![b'a'; length], |byte| byte == b'<'), None);
        }
    }
}
