//! JSON with places: every value knows where in the input it stood.
//!
//! General JSON libraries forget positions; a reading must tell for each field where it came from, so
//! Callslip has this small reader. It never recurses deeper than [`DEPTH`] and is linear in its input.

use crate::digits;
use crate::warning::Place;

/// The deepest nesting that is read; deeper input is refused.
pub const DEPTH: usize = 256;

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as written.
    Number(String),
    /// A string, unescaped. A lone surrogate becomes U+FFFD.
    String(String),
    /// An array.
    Array(Vec<Json>),
    /// An object, in the order of the input.
    Object(Vec<(String, Json)>),
}

/// A value with its place in the input.
#[derive(Clone, Debug, PartialEq)]
pub struct Json {
    /// The value.
    pub value: Value,
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

static NULL: Value = Value::Null;

impl From<Value> for Json {
    fn from(value: Value) -> Self {
        Json {
            value,
            place: Place::default(),
        }
    }
}

impl Value {
    /// A string value.
    pub fn string(text: impl Into<String>) -> Self {
        Self::String(text.into())
    }

    /// An object from its members.
    pub fn object<const N: usize>(members: [(&str, Value); N]) -> Self {
        Self::Object(
            members
                .into_iter()
                .map(|(key, value)| (key.to_owned(), value.into()))
                .collect(),
        )
    }

    /// An array from its elements.
    pub fn array(elements: impl IntoIterator<Item = Value>) -> Self {
        Self::Array(elements.into_iter().map(Json::from).collect())
    }
}

impl Json {
    /// The member of an object by its key; `null` when there is none.
    pub fn get(&self, key: &str) -> &Value {
        self.member(key).map_or(&NULL, |json| &json.value)
    }

    /// The member of an object by its key, with its place.
    pub fn member(&self, key: &str) -> Option<&Json> {
        self.members()
            .iter()
            .find(|(name, _)| name == key)
            .map(|(_, json)| json)
    }

    /// The members of an object; empty for any other value.
    pub fn members(&self) -> &[(String, Json)] {
        match &self.value {
            Value::Object(members) => members,
            _ => &[],
        }
    }

    /// The elements of an array; empty for any other value.
    pub fn elements(&self) -> &[Json] {
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

impl Value {
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
pub fn parse(text: &str) -> Result<Json, JsonError> {
    let mut parser = Parser { text, at: 0 };
    parser.space();
    let json = parser.value(0)?;
    parser.space();
    match parser.peek() {
        None => Ok(json),
        Some(_) => Err(parser.error("expected the end after the value")),
    }
}

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

    fn value(&mut self, depth: usize) -> Result<Json, JsonError> {
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

    fn word(&mut self, word: &str, value: Value) -> Result<Value, JsonError> {
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

    fn number(&mut self) -> Value {
        let start = self.at;
        while let Some(b'-' | b'+' | b'.' | b'e' | b'E' | b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        Value::Number(self.slice(start, self.at).to_owned())
    }

    fn array(&mut self, depth: usize) -> Result<Value, JsonError> {
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

    fn object(&mut self, depth: usize) -> Result<Value, JsonError> {
        let mut members = Vec::new();
        self.at += 1;
        self.space();
        if self.eat(b'}') {
            return Ok(Value::Object(members));
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

    fn string(&mut self) -> Result<String, JsonError> {
        self.at += 1;
        let mut string = String::new();
        let mut start = self.at;
        loop {
            let rest = self.text.as_bytes().get(self.at..).unwrap_or(&[]);
            let run = rest.iter().position(|byte| matches!(byte, b'"' | b'\\'));
            self.at += run.unwrap_or(rest.len());
            match self.peek() {
                Some(b'"') => {
                    let last = self.slice(start, self.at);
                    self.at += 1;
                    if string.is_empty() {
                        return Ok(last.to_owned());
                    }
                    string.push_str(last);
                    return Ok(string);
                }
                Some(b'\\') => {
                    string.push_str(self.slice(start, self.at));
                    self.at += 1;
                    self.escape(&mut string)?;
                    start = self.at;
                }
                _ => return Err(self.error("expected \" at the end of a string")),
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
    let escaped = |byte: u8| byte < b' ' || byte == b'"' || byte == b'\\';
    while let Some(at) = rest.bytes().position(escaped) {
        let (run, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(run);
        let mut after = after.chars();
        write_escape(after.next().unwrap_or(' '), out);
        rest = after.as_str();
    }
    out.push_str(rest);
    out.push('"');
}

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
