//! BibTeX and BibLaTeX: entries with fields in braces or quotation marks.
//!
//! ```text
//! entry = "@" type "{" key *( "," name "=" value ) "}"      value = part *( "#" part )
//! part  = "{" balanced "}" | '"' balanced '"' | number | name of a string
//! ```
//!
//! | warning | severity | what it says |
//! |---|---|---|
//! | `entry-not-closed` | warning | an entry ends before its brace does; what was read of it is kept |
//! | `unknown-string` | info | a name stands for a string that is nowhere given; the name is kept |
//! | `text-outside-records` | info | text between the entries is shown, not cited |

mod fields;
mod latex;

use super::entry;
use super::table::Table;
use crate::record::Reading;
use crate::tree::{Block, BlockKind, Node};
use crate::warning::{Place, Severity, Warning};

/// An entry as it is written.
struct Raw {
    kind: String,
    key: String,
    fields: Vec<RawField>,
    place: Place,
}

struct RawField {
    name: String,
    /// In LaTeX, with its inner braces.
    value: String,
    place: Place,
}

/// Reads BibTeX or BibLaTeX.
pub(super) fn read(text: &str) -> Reading {
    let mut parser = Parser {
        text,
        at: 0,
        strings: Vec::new(),
        names: Table::default(),
        entries: Vec::new(),
        outside: Vec::new(),
        warnings: Vec::new(),
    };
    for (name, value) in MONTHS {
        parser.string(name, value.to_owned());
    }
    parser.all();
    let entries = fields::entries(parser.entries);
    let mut reading = entry::reading(entries, parser.warnings);
    reading.document.body.extend(parser.outside);
    reading
}

/// The strings that every style knows.
const MONTHS: [(&str, &str); 12] = [
    ("jan", "January"),
    ("feb", "February"),
    ("mar", "March"),
    ("apr", "April"),
    ("may", "May"),
    ("jun", "June"),
    ("jul", "July"),
    ("aug", "August"),
    ("sep", "September"),
    ("oct", "October"),
    ("nov", "November"),
    ("dec", "December"),
];

struct Parser<'a> {
    text: &'a str,
    at: usize,
    /// Strings, and where each stands by its name.
    strings: Vec<String>,
    names: Table,
    entries: Vec<Raw>,
    outside: Vec<Block>,
    warnings: Vec<Warning>,
}

impl<'a> Parser<'a> {
    fn string(&mut self, name: &str, value: String) {
        self.names.set(name, self.strings.len());
        self.strings.push(value);
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// Passes over white space and lines that are remarks.
    fn space(&mut self) {
        loop {
            let rest = self.rest();
            self.at += rest.len() - rest.trim_start().len();
            if self.peek() != Some(b'%') {
                return;
            }
            self.at += self.rest().find('\n').unwrap_or(self.rest().len());
        }
    }

    /// A word of the characters that names and keys are made of.
    fn word(&mut self) -> &'a str {
        let rest = self.rest();
        let end = rest
            .find(|c: char| {
                c.is_whitespace()
                    || matches!(c, '{' | '}' | '(' | ')' | ',' | '=' | '#' | '"' | '%')
            })
            .unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or("")
    }

    fn all(&mut self) {
        loop {
            let start = self.at;
            let rest = self.rest();
            self.at += rest.find('@').unwrap_or(rest.len());
            self.stray(start, self.at);
            if self.peek().is_none() {
                return;
            }
            let start = self.at;
            self.at += 1;
            if !self.command(start) {
                // An @ in running text.
                self.stray(start, self.at);
            }
        }
    }

    /// What follows an `@`; `false` when it is no entry.
    fn command(&mut self, start: usize) -> bool {
        self.space();
        let kind = self.word().to_ascii_lowercase();
        self.space();
        if kind.is_empty() || !matches!(self.peek(), Some(b'{' | b'(')) {
            return false;
        }
        match kind.as_str() {
            "comment" => {
                let place = self.braced();
                self.stray(place.start, place.end);
            }
            "preamble" => {
                let place = self.braced();
                self.stray(place.start, place.end);
            }
            "string" => {
                let (fields, _) = self.fields(start);
                for field in fields {
                    self.string(&field.name, field.value);
                }
            }
            _ => {
                let (mut fields, key) = self.fields(start);
                fields.retain(|field| !field.name.is_empty());
                self.entries.push(Raw {
                    kind,
                    key,
                    fields,
                    place: Place::new(start, self.at),
                });
            }
        }
        true
    }

    /// Text between entries.
    fn stray(&mut self, start: usize, end: usize) {
        let raw = self.text.get(start..end).unwrap_or("");
        let text = raw.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        let bare = text.trim_start_matches([',', '}', ')'].as_slice());
        if bare.is_empty() {
            return;
        }
        let place = Place::new(start, end);
        if self.outside.is_empty() {
            let message = "text between the entries is shown, but no record has it";
            self.warnings.push(
                Warning::new("text-outside-records", message)
                    .severity(Severity::Info)
                    .at(place.start, place.end),
            );
        }
        let nodes = vec![Node::Text(text.to_owned())];
        self.outside
            .push(Block::text(BlockKind::Preformatted, nodes, place));
    }

    /// The place of what stands in a pair of braces, which are passed over.
    fn braced(&mut self) -> Place {
        let close = if self.peek() == Some(b'(') {
            b')'
        } else {
            b'}'
        };
        self.at += 1;
        let start = self.at;
        let mut depth = 0_usize;
        while let Some(byte) = self.peek() {
            match byte {
                byte if byte == close && depth == 0 => {
                    self.at += 1;
                    return Place::new(start, self.at - 1);
                }
                b'\\' => self.at += 1,
                b'{' => depth += 1,
                b'}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            self.at += 1;
        }
        self.at = self.text.len();
        Place::new(start, self.at)
    }

    /// The fields of an entry, and its key.
    fn fields(&mut self, start: usize) -> (Vec<RawField>, String) {
        let close = if self.peek() == Some(b'(') {
            b')'
        } else {
            b'}'
        };
        self.at += 1;
        let mut fields = Vec::new();
        let mut key = String::new();
        loop {
            self.space();
            if self.eat(close) {
                return (fields, key);
            }
            // A new entry where a field should begin: the brace of this one was forgotten.
            if matches!(self.peek(), None | Some(b'@')) {
                let message = "the entry is not closed";
                self.warnings
                    .push(Warning::new("entry-not-closed", message).at(start, self.at));
                return (fields, key);
            }
            let name = self.word();
            let end = self.at;
            self.space();
            if self.eat(b'=') {
                let field = self.value(&name.to_ascii_lowercase());
                fields.push(field);
            } else if !name.is_empty() && key.is_empty() && fields.is_empty() {
                name.clone_into(&mut key);
            } else if !name.is_empty() {
                self.stray(end - name.len(), end);
            } else if !self.eat(b',') {
                // Neither a name nor a comma: passed over, character by character.
                self.at += self.rest().chars().next().map_or(0, char::len_utf8);
            }
            self.space();
            self.eat(b',');
        }
    }

    /// The parts of a value, joined.
    fn value(&mut self, name: &str) -> RawField {
        let mut value = String::new();
        let mut place: Option<Place> = None;
        loop {
            self.space();
            let part = match self.peek() {
                Some(b'{') => {
                    let part = self.braced();
                    value.push_str(self.text.get(part.start..part.end).unwrap_or(""));
                    part
                }
                Some(b'"') => {
                    let part = self.quoted();
                    value.push_str(self.text.get(part.start..part.end).unwrap_or(""));
                    part
                }
                _ => self.bare(&mut value),
            };
            place = Some(Place::new(
                place.map_or(part.start, |place| place.start),
                part.end,
            ));
            self.space();
            if !self.eat(b'#') {
                break;
            }
        }
        RawField {
            name: name.to_owned(),
            value,
            place: place.unwrap_or_default(),
        }
    }

    fn quoted(&mut self) -> Place {
        self.at += 1;
        let start = self.at;
        let mut depth = 0_usize;
        while let Some(byte) = self.peek() {
            match byte {
                b'"' if depth == 0 => {
                    self.at += 1;
                    return Place::new(start, self.at - 1);
                }
                b'\\' if self.text.as_bytes().get(self.at + 1) != Some(&b'"') || depth > 0 => {
                    self.at += 1;
                }
                b'{' => depth += 1,
                b'}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            self.at += 1;
        }
        self.at = self.text.len();
        Place::new(start, self.at)
    }

    /// A number, or the name of a string.
    fn bare(&mut self, value: &mut String) -> Place {
        let start = self.at;
        let word = self.word();
        let place = Place::new(start, self.at);
        if word.bytes().all(|byte| byte.is_ascii_digit()) {
            value.push_str(word);
        } else if let Some(at) = self.names.get(&word.to_ascii_lowercase())
            && let Some(known) = self.strings.get(at)
            && known.len() < entry::MOST_SHARED
        {
            value.push_str(known);
        } else {
            value.push_str(word);
            let message = crate::letters::concat(&[
                "no string is called \u{201c}",
                word,
                "\u{201d}; the name is kept",
            ]);
            self.warnings.push(
                Warning::new("unknown-string", message)
                    .severity(Severity::Info)
                    .at(place.start, place.end),
            );
        }
        place
    }
}
