//! A document as JSON fields: what the old site's API gave, and what is gathered from the new site's pages.
//!
//! The values are laid out as one text, with a map from it to the input, so that the same functions read it as read the pages;
//! then every place is led back to the input.

mod markup;
mod origins;

use super::header::{Head, Section};
use super::span::Span;
use crate::json::{self, Json, Value};
use origins::Layout;

/// The members that are the document's own parts: the keys, in the order in which they are preferred.
const TITLE: [&str; 2] = ["title", "name"];
const DATE: [&str; 7] = [
    "original_publication_date",
    "document_date",
    "doc_date",
    "date",
    "originalDate",
    "original_date",
    "dateOfDocument",
];
const BODY: [&str; 7] = [
    "text_body",
    "transcript",
    "transcripts",
    "text",
    "html",
    "content",
    "body",
];
const ADDRESS: [&str; 2] = ["document_url", "url"];

/// The other members that are known: key, name of the field, label.
const SECTIONS: [(&str, &str, &str); 30] = [
    ("summary", "summary", "Summary"),
    ("description", "summary", "Summary"),
    ("authors", "creator", "Author(s)"),
    ("creators", "creator", "Author(s)"),
    ("credits", "funding", "Credits"),
    ("source", "source", "Source"),
    ("citation", "citation", "Citation"),
    (
        "original_archive_title",
        "original-archive",
        "Original Archive",
    ),
    ("archive", "original-archive", "Original Archive"),
    (
        "original_classification",
        "classification",
        "Original Classification",
    ),
    (
        "classification",
        "classification",
        "Original Classification",
    ),
    ("language", "language", "Language"),
    ("languages", "language", "Language"),
    ("record_id", "record-id", "Record ID"),
    ("id", "record-id", "Record ID"),
    ("rights", "rights", "Rights"),
    ("donors", "donors", "Donors"),
    (
        "associated_people_orgs",
        "people",
        "Associated People & Organizations",
    ),
    ("people", "people", "Associated People & Organizations"),
    ("associated_places", "places", "Associated Places"),
    ("places", "places", "Associated Places"),
    ("coverages", "places", "Associated Places"),
    ("associated_topics", "topics", "Associated Topics"),
    ("subjects_discussed", "subjects", "Subjects Discussed"),
    ("subjects", "subjects", "Subjects Discussed"),
    ("document_contributors", "contributors", "Contributors"),
    ("contributors", "contributors", "Contributors"),
    ("original_upload_date", "uploaded", "Original Uploaded Date"),
    ("type", "type", "Type"),
    ("types", "type", "Type"),
];

/// What a JSON object was laid out to: the text, the parts of the head in it, and the map back.
pub(super) struct Fields {
    layout: Layout,
    parts: Vec<Part>,
}

/// A laid out value: what it is and where it stands in the text.
struct Part {
    role: PartRole,
    start: usize,
    end: usize,
}

enum PartRole {
    Title,
    Date,
    Body,
    Address,
    Section(&'static str, &'static str),
    /// A member that is not known, with its key.
    Other,
}

impl Fields {
    /// Lays out an object's members. `input` is the text it was read from.
    pub(super) fn new(json: &Json, input: &str) -> Self {
        let mut fields = Self {
            layout: Layout::default(),
            parts: Vec::new(),
        };
        let title = first(json, &TITLE);
        let date = first(json, &DATE);
        let body = first(json, &BODY);
        let address = first(json, &ADDRESS);
        for (key, member) in json.members() {
            let is = |found: &Option<&str>| *found == Some(key.as_ref());
            let role = if is(&title) {
                PartRole::Title
            } else if is(&date) {
                PartRole::Date
            } else if is(&body) {
                PartRole::Body
            } else if is(&address) {
                PartRole::Address
            } else {
                match SECTIONS.iter().find(|(known, _, _)| known == key) {
                    Some((_, name, label)) => PartRole::Section(name, label),
                    None => PartRole::Other,
                }
            };
            fields.add(role, key, member, input);
        }
        fields
    }

    /// Lays out one member.
    fn add(&mut self, role: PartRole, key: &str, member: &Json, input: &str) {
        let start = self.layout.text.len();
        if matches!(role, PartRole::Other) {
            self.layout.made(key);
            self.layout.made(": ");
        }
        let before = self.layout.text.len();
        self.value(member, input, matches!(role, PartRole::Body));
        let end = self.layout.text.len();
        if end > before {
            self.parts.push(Part { role, start, end });
        }
        self.layout.made("\n");
    }

    /// Lays out a value: strings and numbers as they are, lists line by line, objects by their texts.
    fn value(&mut self, json: &Json, input: &str, body: bool) {
        match &json.value {
            Value::String(text) if body && markup::is_markup(text) => {
                let raw = input.get(json.place.start..json.place.end).unwrap_or("");
                markup::lay_out(text, raw, json.place.start, &mut self.layout);
            }
            Value::String(text) => {
                let raw = input.get(json.place.start..json.place.end).unwrap_or("");
                if !self.list_within(text, raw, json.place.start) {
                    self.layout.string(text, raw, json.place.start);
                }
            }
            Value::Number(text) => self.layout.string(text, text, json.place.start),
            Value::Array(elements) => {
                for (at, element) in elements.iter().enumerate() {
                    if at > 0 {
                        self.layout.made("\n");
                    }
                    self.value(element, input, body);
                }
            }
            Value::Object(members) => {
                for (at, (_, member)) in members.iter().enumerate() {
                    if at > 0 {
                        self.layout.made("\n");
                    }
                    self.value(member, input, body);
                }
            }
            Value::Null | Value::Bool(_) => {}
        }
    }

    /// A list that was written as JSON within the string: `"[\"Kawase, Ikkan\"]"`, laid out line by line.
    fn list_within(&mut self, text: &str, raw: &str, start: usize) -> bool {
        if !text.starts_with("[\"") || text.len() > 10_000 {
            return false;
        }
        let Ok(list) = json::parse(text) else {
            return false;
        };
        let runs = origins::escapes(raw);
        for (at, element) in list.elements().iter().enumerate() {
            if at > 0 {
                self.layout.made("\n");
            }
            let origin = start + origins::find(&runs, element.place.start);
            self.layout.piece(element.text().unwrap_or(""), origin);
        }
        true
    }

    /// The text that the values were laid out to.
    pub(super) fn text(&self) -> &str {
        &self.layout.text
    }

    /// The parts as a head.
    pub(super) fn head(&self) -> Head<'_> {
        let all = Span::new(&self.layout.text, 0);
        let mut head = Head {
            found: true,
            input: all,
            ..Head::default()
        };
        for part in &self.parts {
            let span = all.part(part.start, part.end).trim();
            match part.role {
                PartRole::Title => head.title = Some(span),
                PartRole::Date => head.date = Some(span),
                PartRole::Body => head.body = span,
                PartRole::Address => head.url = Some(span),
                PartRole::Section("citation", _) => head.citation = Some(span),
                PartRole::Section(name, label) => head.sections.push(Section {
                    name,
                    label,
                    value: span,
                }),
                PartRole::Other => head.furniture.push(span),
            }
        }
        head
    }

    /// Where a place of the laid out text is in the input.
    pub(super) fn origin(&self, start: usize, end: usize) -> (usize, usize) {
        self.layout.origin(start, end)
    }
}

/// The first of the keys that has a value.
fn first<'a>(json: &Json, keys: &[&'a str]) -> Option<&'a str> {
    keys.iter().copied().find(|key| {
        let member = json.get(key);
        !matches!(member, Value::Null | Value::Bool(_))
            && member.text().is_none_or(|text| !text.is_empty())
    })
}
