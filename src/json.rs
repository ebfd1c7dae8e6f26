//! JSON with places: every value knows where in the input it stood.
//!
//! General JSON libraries forget positions; a reading must tell for each field where it came from, so
//! Callslip has this small reader. It never recurses deeper than [`DEPTH`] and is linear in its input.

pub mod packed;

use crate::digits;
use crate::scan::{SPEED, Signs};
use crate::warning::Place;
use std::borrow::Cow;

/// The deepest nesting that is read; deeper input is refused.
pub const DEPTH: usize = 256;

/// A JSON value. Texts are borrowed from the input where they stand in it as they are.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as written.
    Number(Cow<'a, str>),
    /// A string, unescaped. A lone surrogate becomes U+FFFD.
    String(Cow<'a, str>),
    /// An array.
    Array(Vec<Json<'a>>),
    /// An object, in the order of the input.
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}

/// A value with its place in the input.
#[derive(Clone, Debug, PartialEq)]
pub struct Json<'a> {
    /// The value.
    pub value: Value<'a>,
    /// Where it stood; of a string, the characters inside the quotation marks.
    pub place: Place,
}

/// Why a text is not JSON, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonError {
    /// The sentence.
    pub message: &'static str,
    /// The byte at which reading stopped.
    pub at: usize,
}

static NULL: Value<'static> = Value::Null;

impl<'a> From<Value<'a>> for Json<'a> {
    fn from(value: Value<'a>) -> Self {
        Json {
            value,
            place: Place::default(),
        }
    }
}

impl<'a> Value<'a> {
    /// A string value.
    pub fn string(text: impl Into<Cow<'a, str>>) -> Self {
        Self::String(text.into())
    }

    /// An object from its members.
    pub fn object<const N: usize>(members: [(&'a str, Value<'a>); N]) -> Self {
        Self::Object(
            members
                .into_iter()
                .map(|(key, value)| (Cow::Borrowed(key), value.into()))
                .collect(),
        )
    }

    /// An array from its elements.
    pub fn array(elements: impl IntoIterator<Item = Value<'a>>) -> Self {
        Self::Array(elements.into_iter().map(Json::from).collect())
    }
}

impl<'a> Json<'a> {
    /// `null`.
    pub const NULL: Self = Self {
        value: Value::Null,
        place: Place { start: 0, end: 0 },
    };

    /// The member of an object by its key; `null` when there is none.
    pub fn get(&self, key: &str) -> &Value<'a> {
        self.member(key).map_or(&NULL, |json| &json.value)
    }

    /// The member of an object by its key, with its place.
    pub fn member(&self, key: &str) -> Option<&Json<'a>> {
        self.members()
            .iter()
            .find(|(name, _)| name == key)
            .map(|(_, json)| json)
    }

    /// The members of an object; empty for any other value.
    pub fn members(&self) -> &[(Cow<'a, str>, Json<'a>)] {
        match &self.value {
            Value::Object(members) => members,
            _ => &[],
        }
    }

    /// The elements of an array; empty for any other value.
    pub fn elements(&self) -> &[Json<'a>] {
        match &self.value {
            Value::Array(elements) => elements,
            _ => &[],
        }
    }

    /// The text of a string or a number.
    pub fn text(&self) -> Option<&str> {
        self.value.text()
    }
}

impl Value<'_> {
    /// The text of a string or a number.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::String(text) | Self::Number(text) => Some(text),
            _ => None,
        }
    }
}

/// Reads one JSON value that fills the whole text.
///
/// # Errors
/// When the text is not JSON, or nests deeper than [`DEPTH`].
///
/// ```
/// let json = callslip::json::parse(r#"{"title": "Swing Time"}"#).unwrap();
/// assert_eq!(json.get("title").text(), Some("Swing Time"));
/// assert_eq!(json.member("title").unwrap().place.start, 11);
/// ```
pub fn parse(text: &str) -> Result<Json<'_>, JsonError> {
    let mut parser = Parser { text, at: 0 };
    parser.space();
    let json = parser.value(0)?;
    parser.space();
    match parser.peek() {
        None => Ok(json),
        Some(_) => Err(parser.error("expected the end after the value")),
    }
}

/// What ends a run of a string's characters.
const ENDS: Signs = Signs::new(b"\"\\");

struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn error(&self, message: &'static str) -> JsonError {
        JsonError {
            message,
            at: self.at,
        }
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        if found {
            self.at += 1;
        }
        found
    }

    fn slice(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or("")
    }

    fn value(&mut self, depth: usize) -> Result<Json<'a>, JsonError> {
        if depth > DEPTH {
            return Err(self.error("nested too deeply"));
        }
        let start = self.at;
        let value = match self.peek() {
            Some(b'{') => self.object(depth)?,
            Some(b'[') => self.array(depth)?,
            Some(b'"') => {
                let string = self.string()?;
                let place = Place::new(start + 1, self.at - 1);
                return Ok(Json {
                    value: Value::String(string),
                    place,
                });
            }
            Some(b't') => self.word("true", Value::Bool(true))?,
            Some(b'f') => self.word("false", Value::Bool(false))?,
            Some(b'n') => self.word("null", Value::Null)?,
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => return Err(self.error("expected a value")),
        };
        Ok(Json {
            value,
            place: Place::new(start, self.at),
        })
    }

    fn word(&mut self, word: &str, value: Value<'a>) -> Result<Value<'a>, JsonError> {
        if self
            .text
            .get(self.at..)
            .is_some_and(|rest| rest.starts_with(word))
        {
            self.at += word.len();
            return Ok(value);
        }
        Err(self.error("expected a value"))
    }

    fn number(&mut self) -> Value<'a> {
        let start = self.at;
        while let Some(b'-' | b'+' | b'.' | b'e' | b'E' | b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        Value::Number(Cow::Borrowed(self.slice(start, self.at)))
    }

    fn array(&mut self, depth: usize) -> Result<Value<'a>, JsonError> {
        let mut elements = Vec::new();
        self.at += 1;
        self.space();
        if self.eat(b']') {
            return Ok(Value::Array(elements));
        }
        loop {
            self.space();
            elements.push(self.value(depth + 1)?);
            self.space();
            if self.eat(b']') {
                return Ok(Value::Array(elements));
            }
            if !self.eat(b',') {
                return Err(self.error("expected , or ] in an array"));
            }
        }
    }

    fn object(&mut self, depth: usize) -> Result<Value<'a>, JsonError> {
        // An item has about a dozen members, a name or a date two or three.
        let mut members = Vec::with_capacity(match depth {
            0 | 1 if SPEED => 24,
            0 | 1 => 16,
            _ => 4,
        });
        self.at += 1;
        self.space();
        if self.eat(b'}') {
            return Ok(Value::Object(Vec::new()));
        }
        loop {
            self.space();
            if self.peek() != Some(b'"') {
                return Err(self.error("expected a key in quotation marks"));
            }
            let key = self.string()?;
            self.space();
            if !self.eat(b':') {
                return Err(self.error("expected : after a key"));
            }
            self.space();
            members.push((key, self.value(depth + 1)?));
            self.space();
            if self.eat(b'}') {
                return Ok(Value::Object(members));
            }
            if !self.eat(b',') {
                return Err(self.error("expected , or } in an object"));
            }
        }
    }

    fn string(&mut self) -> Result<Cow<'a, str>, JsonError> {
        self.at += 1;
        let first = self.run()?;
        if self.eat(b'"') {
            return Ok(Cow::Borrowed(first));
        }
        // A text with one sign that is escaped has more of them: quotation marks, or the lines of an abstract.
        let mut string = String::with_capacity(if SPEED {
            first.len() + 240
        } else {
            first.len()
        });
        string.push_str(first);
        while !self.eat(b'"') {
            self.at += 1;
            self.escape(&mut string)?;
            string.push_str(self.run()?);
        }
        Ok(Cow::Owned(string))
    }

    /// The characters up to the next quotation mark or backslash.
    fn run(&mut self) -> Result<&'a str, JsonError> {
        let start = self.at;
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        match ENDS.find_in(rest) {
            Some(run) => {
                self.at += run;
                Ok(self.slice(start, self.at))
            }
            None => {
                self.at = self.text.len();
                Err(self.error("expected \" at the end of a string"))
            }
        }
    }

    fn escape(&mut self, string: &mut String) -> Result<(), JsonError> {
        let escape = self
            .peek()
            .ok_or_else(|| self.error("expected an escape"))?;
        self.at += 1;
        string.push(match escape {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => self.unicode()?,
            _ => {
                // The character may be longer than its first byte.
                self.at -= 1;
                return Err(self.error("unknown escape in a string"));
            }
        });
        Ok(())
    }

    fn hex(&mut self) -> Result<u32, JsonError> {
        let digits = self.slice(self.at, self.at + 4);
        if digits.len() != 4 {
            return Err(self.error("expected four hexadecimal digits"));
        }
        let code = digits::read_hex(digits)
            .ok_or_else(|| self.error("expected four hexadecimal digits"))?;
        self.at += 4;
        Ok(code)
    }

    fn unicode(&mut self) -> Result<char, JsonError> {
        let first = self.hex()?;
        if !(0xD800..0xDC00).contains(&first) {
            return Ok(char::from_u32(first).unwrap_or('\u{FFFD}'));
        }
        if self.slice(self.at, self.at + 2) != "\\u" {
            return Ok('\u{FFFD}');
        }
        let before = self.at;
        self.at += 2;
        let second = self.hex()?;
        if !(0xDC00..0xE000).contains(&second) {
            self.at = before;
            return Ok('\u{FFFD}');
        }
        let code = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
        Ok(char::from_u32(code).unwrap_or('\u{FFFD}'))
    }
}

/// Writes a value as compact JSON.
///
/// ```
/// use callslip::json::{Value, write};
/// assert_eq!(write(&Value::object([("n", Value::string("a\"b"))])), r#"{"n":"a\"b"}"#);
/// ```
pub fn write(value: &Value) -> String {
    let mut out = String::new();
    write_to(value, &mut out);
    out
}

/// Adds a value as compact JSON.
pub fn write_to(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(number) => out.push_str(number),
        Value::String(text) => write_string(text, out),
        Value::Array(elements) => {
            out.push('[');
            for (index, element) in elements.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write_to(&element.value, out);
            }
            out.push(']');
        }
        Value::Object(members) => {
            out.push('{');
            for (index, (key, member)) in members.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write_string(key, out);
                out.push(':');
                write_to(&member.value, out);
            }
            out.push('}');
        }
    }
}

/// Writes one string as JSON, with its quotation marks.
pub fn write_string(text: &str, out: &mut String) {
    out.push('"');
    // Most of a text is copied as it is, in long runs.
    let mut rest = text;
    while let Some(at) = ESCAPED.find(rest) {
        let (run, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(run);
        let mut after = after.chars();
        write_escape(after.next().unwrap_or(' '), out);
        rest = after.as_str();
    }
    out.push_str(rest);
    out.push('"');
}

/// What is not written as it is.
const ESCAPED: Signs = ENDS.or_controls();

fn write_escape(c: char, out: &mut String) {
    let known = match c {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => "\\u00",
    };
    out.push_str(known);
    if known.len() > 2 {
        out.push(if c < '\u{10}' { '0' } else { '1' });
        out.extend(char::from_digit(u32::from(c) % 16, 16));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_trip() {
        let text = r#"{"a":[1,-2.5e3,true,null],"b":"x\n\"y\"\\","c":{}}"#;
        assert_eq!(write(&parse(text).unwrap().value), text);
    }

    #[test]
    fn surrogates() {
        assert_eq!(parse(r#""\ud83d\ude00""#).unwrap().text(), Some("😀"));
        assert_eq!(parse(r#""\ud83dx""#).unwrap().text(), Some("\u{FFFD}x"));
    }

    #[test]
    fn deep_nesting_is_refused() {
        let deep = "[".repeat(100_000);
        assert_eq!(parse(&deep).unwrap_err().message, "nested too deeply");
    }

    #[test]
    fn errors_say_where() {
        assert_eq!(parse("[1,]").unwrap_err().at, 3);
        assert_eq!(parse("{\"a\" 1}").unwrap_err().at, 5);
        assert!(parse("").is_err());
        assert!(parse("1 2").is_err());
    }

    #[test]
    fn errors_stand_between_characters() {
        let text = "\"a\\\u{fffd}\"";
        let at = parse(text).unwrap_err().at;
        assert_eq!(text.get(..at), Some("\"a\\"));
    }
}
