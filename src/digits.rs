//! Whole numbers, read and written in little code: the standard library's ways weigh 2 KB in the module for each kind of
//! number.

/// The number that the text is, in decimal digits alone.
///
/// ```
/// use callslip::digits::read;
/// assert_eq!(read("0042"), Some(42));
/// assert_eq!((read(""), read("4a"), read("-4")), (None, None, None));
/// ```
pub fn read(text: &str) -> Option<u64> {
    in_base(text, 10)
}

/// The number that the text is, with or without a sign.
///
/// ```
/// use callslip::digits::read_signed;
/// assert_eq!((read_signed("-44"), read_signed("+7"), read_signed("--1")), (Some(-44), Some(7), None));
/// ```
pub fn read_signed(text: &str) -> Option<i32> {
    let (sign, rest) = match text.as_bytes().first()? {
        b'-' => (-1, text.get(1..)?),
        b'+' => (1, text.get(1..)?),
        _ => (1, text),
    };
    Some(sign * i32::try_from(read(rest)?).ok()?)
}

/// The number that the text is in hexadecimal digits.
///
/// ```
/// assert_eq!(callslip::digits::read_hex("1F600"), Some(0x1F600));
/// ```
pub fn read_hex(text: &str) -> Option<u32> {
    u32::try_from(in_base(text, 16)?).ok()
}

fn in_base(text: &str, base: u32) -> Option<u64> {
    if text.is_empty() {
        return None;
    }
    let mut number: u64 = 0;
    for byte in text.bytes() {
        let digit = char::from(byte).to_digit(base)?;
        number = number.checked_mul(base.into())?.checked_add(digit.into())?;
    }
    Some(number)
}

/// Adds a number in decimal digits.
///
/// ```
/// let mut out = String::from("no. ");
/// callslip::digits::push(&mut out, 1514);
/// assert_eq!(out, "no. 1514");
/// ```
pub fn push(out: &mut String, number: usize) {
    if number > 9 {
        push(out, number / 10);
    }
    out.extend(char::from_digit((number % 10) as u32, 10));
}

/// A number in decimal digits.
pub fn text(number: usize) -> String {
    let mut out = String::new();
    push(&mut out, number);
    out
}

/// Adds a number in decimal digits, with noughts before it up to so many.
///
/// ```
/// let mut out = String::new();
/// callslip::digits::push_padded(&mut out, 44, 4);
/// assert_eq!(out, "0044");
/// ```
pub fn push_padded(out: &mut String, number: usize, length: usize) {
    if length > 1 {
        push_padded(out, number / 10, length - 1);
    } else if number > 9 {
        push(out, number / 10);
    }
    out.extend(char::from_digit((number % 10) as u32, 10));
}

/// A number with its sign in decimal digits.
///
/// ```
/// assert_eq!(callslip::digits::signed(-44), "-44");
/// ```
pub fn signed(number: i32) -> String {
    let mut out = String::from(if number < 0 { "-" } else { "" });
    push(&mut out, number.unsigned_abs() as usize);
    out
}
