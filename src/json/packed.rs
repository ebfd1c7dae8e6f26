//! Values as `www/pack.js` packs them: texts stand as they are, with their lengths before them, so that nobody has to look
//! for their ends or for what is escaped. Packing takes a third of the time of writing JSON, reading it half of the time of
//! reading JSON.
//!
//! | first byte | what follows |
//! |---|---|
//! | `0` | nothing: `null` |
//! | `f` `t` | nothing: `false`, `true` |
//! | `n` `s` | a length and so many bytes: a number as JSON writes it, a string |
//! | `a` | a length and so many values: an array |
//! | `o` | a length and so many members, each of a key and a value: an object |
//!
//! A key is one byte, its place in [`KEYS`] from 1, or 0, a length and so many bytes. A length takes three bytes of seven
//! bits each, the lowest first: so all of it is UTF-8.

use super::{DEPTH, Json, Value};
use crate::warning::Place;
use std::borrow::Cow;

/// The keys that most items have: each is packed as one byte.
pub const KEYS: [&str; 67] = [
    "DOI",
    "ISBN",
    "ISSN",
    "URL",
    "abstract",
    "accessed",
    "annote",
    "archive",
    "archive-place",
    "archive_collection",
    "archive_location",
    "author",
    "call-number",
    "circa",
    "citation-key",
    "citation-label",
    "collection-editor",
    "collection-number",
    "collection-title",
    "container-author",
    "container-title",
    "container-title-short",
    "contributor",
    "custom",
    "date-parts",
    "dimensions",
    "director",
    "dropping-particle",
    "edition",
    "editor",
    "event-date",
    "event-place",
    "event-title",
    "family",
    "genre",
    "given",
    "id",
    "issue",
    "issued",
    "journalAbbreviation",
    "keyword",
    "language",
    "license",
    "literal",
    "medium",
    "non-dropping-particle",
    "note",
    "number",
    "number-of-pages",
    "number-of-volumes",
    "original-date",
    "page",
    "publisher",
    "publisher-place",
    "raw",
    "recipient",
    "season",
    "shortTitle",
    "source",
    "status",
    "suffix",
    "title",
    "title-short",
    "translator",
    "type",
    "version",
    "volume",
];

/// Reads one value that fills the whole text; `None` when it is not packed so, or nests deeper than [`DEPTH`]. Places are
/// those in the packed text.
///
/// ```
/// use callslip::json::{self, packed};
/// let packed = packed::read("o\u{1}\0\0\0\u{5}\0\0titles\u{a}\0\0Swing Time").unwrap();
/// assert_eq!(packed.get("title").text(), Some("Swing Time"));
/// ```
pub fn read(text: &str) -> Option<Json<'_>> {
    let mut reader = Reader { text, at: 0 };
    let json = reader.value(0)?;
    (reader.at == text.len()).then_some(json)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn value(&mut self, depth: usize) -> Option<Json<'a>> {
        if depth > DEPTH {
            return None;
        }
        let start = self.at;
        let kind = *self.text.as_bytes().get(start)?;
        self.at += 1;
        let value = match kind {
            b'0' => Value::Null,
            b'f' => Value::Bool(false),
            b't' => Value::Bool(true),
            b'n' => Value::Number(self.text()?),
            b's' => Value::String(self.text()?),
            b'a' => self.array(depth)?,
            b'o' => self.object(depth)?,
            _ => return None,
        };
        let place = Place::new(start, self.at);
        Some(Json { value, place })
    }

    fn length(&mut self) -> Option<usize> {
        let digits = self.text.as_bytes().get(self.at..)?.first_chunk::<3>()?;
        self.at += 3;
        let [low, middle, high] = digits.map(usize::from);
        Some(low | middle << 7 | high << 14)
    }

    fn text(&mut self) -> Option<Cow<'a, str>> {
        let start = self.at + 3;
        let end = start + self.length()?;
        self.at = end;
        Some(Cow::Borrowed(self.text.get(start..end)?))
    }

    fn key(&mut self) -> Option<Cow<'a, str>> {
        let number = *self.text.as_bytes().get(self.at)?;
        self.at += 1;
        match usize::from(number).checked_sub(1) {
            Some(place) => KEYS.get(place).copied().map(Cow::Borrowed),
            None => self.text(),
        }
    }

    fn array(&mut self, depth: usize) -> Option<Value<'a>> {
        let length = self.length()?;
        let mut elements = Vec::with_capacity(self.at_most(length));
        for _ in 0..length {
            elements.push(self.value(depth + 1)?);
        }
        Some(Value::Array(elements))
    }

    fn object(&mut self, depth: usize) -> Option<Value<'a>> {
        let length = self.length()?;
        let mut members = Vec::with_capacity(self.at_most(length));
        for _ in 0..length {
            members.push((self.key()?, self.value(depth + 1)?));
        }
        Some(Value::Object(members))
    }

    /// No more than there are bytes left, whatever a length says.
    fn at_most(&self, length: usize) -> usize {
        length.min(self.text.len().saturating_sub(self.at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed(json: &Json, out: &mut String) {
        let text = |kind: &str, text: &str, out: &mut String| {
            out.push_str(kind);
            length(text.len(), out);
            out.push_str(text);
        };
        match &json.value {
            Value::Null => out.push('0'),
            Value::Bool(value) => out.push(if *value { 't' } else { 'f' }),
            Value::Number(number) => text("n", number, out),
            Value::String(string) => text("s", string, out),
            Value::Array(elements) => {
                out.push('a');
                length(elements.len(), out);
                elements.iter().for_each(|element| packed(element, out));
            }
            Value::Object(members) => {
                out.push('o');
                length(members.len(), out);
                for (key, value) in members {
                    match KEYS.iter().position(|known| known == key) {
                        Some(place) => out.push(char::from(u8::try_from(place + 1).unwrap())),
                        None => text("\0", key, out),
                    }
                    packed(value, out);
                }
            }
        }
    }

    fn length(length: usize, out: &mut String) {
        let digit = |shift: usize| char::from(u8::try_from(length >> shift & 127).unwrap());
        out.extend([digit(0), digit(7), digit(14)]);
    }

    fn pack(json: &str) -> String {
        let mut out = String::new();
        packed(&super::super::parse(json).unwrap(), &mut out);
        out
    }

    #[test]
    fn what_is_packed_is_read_again() {
        let long = format!(r#"{{"long": "{}"}}"#, "é".repeat(9000));
        for json in [
            "null",
            "[true,false,null,-1.5e3,\"\"]",
            r#"{"a":{"b":[{}]},"č":"日本 \u0000 \"x\"","title":"x","DOI":1,"volume":{"DOI":[]}}"#,
            &long,
        ] {
            let text = pack(json);
            let read = read(&text).unwrap();
            let write = |json: &Json| super::super::write(&json.value);
            assert_eq!(write(&read), write(&super::super::parse(json).unwrap()));
        }
    }

    #[test]
    fn what_is_not_packed_so_is_refused() {
        let whole = pack(r#"{"a":["é",{"b":1},null]}"#);
        assert!(read(&whole).is_some());
        for (at, _) in whole.char_indices() {
            assert_eq!(read(&whole[..at]), None, "cut at {at}");
        }
        assert_eq!(read(&format!("{whole}0")), None, "more than a value");
        assert_eq!(read("x"), None);
        // A key that there is none of, a text that ends within a character, lengths that nothing can have, and too deep a nest.
        assert_eq!(read("o\u{1}\0\0\u{7f}0"), None);
        assert_eq!(read("s\u{1}\0\0é"), None);
        assert_eq!(read("a\u{7f}\u{7f}\u{7f}"), None);
        assert_eq!(read(&"a\u{1}\0\0".repeat(DEPTH + 2)), None);
    }
}
