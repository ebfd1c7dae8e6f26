//! What JSON-LD and IIIF have in common: values in several shapes and languages, some of them with HTML in them, and
//! words that no field has.

use super::entry::{self, Entry};
use super::people;
use super::xml::{Xml, folded};
use crate::error::Error;
use crate::json::{Json, Value};
use crate::letters::Joined;
use crate::name::Name;
use crate::order;
use crate::read::csl_json::parsed;
use crate::record::{Kind, Reading, Variable};
use crate::tree::{Block, BlockKind, Node, Style};
use crate::warning::Place;

/// Reads JSON of which nothing more is known: a title, and all that it says under its keys.
///
/// # Errors
/// When the text is not JSON.
pub(super) fn read_other(input: &str) -> Result<Reading, Error> {
    let json = parsed(input)?;
    let mut entry = Entry::new(Kind::Document);
    let keys = ["title", "name", "label"].iter();
    if let Some((title, place)) = keys.filter_map(|key| json.member(key)).find_map(text) {
        entry.set(Variable::Title, &title, place);
    }
    let mut reading = entry::reading(vec![entry], Vec::new());
    rest(&json, 0, Vec::new(), &mut reading.document.body);
    Ok(reading)
}

/// A list of one or more, however it is written.
pub(super) fn list<'a, 'b>(json: &'b Json<'a>) -> Vec<&'b Json<'a>> {
    match &json.value {
        Value::Array(elements) => elements.iter().collect(),
        Value::Null => Vec::new(),
        _ => vec![json],
    }
}

/// The texts of a value: a string, `{"@value": ...}`, `{"name": ...}`, `{"en": [...]}`, or a list of these. Of several
/// languages the English one is taken, else the first.
pub(super) fn texts(json: &Json) -> Vec<(String, Place)> {
    match &json.value {
        Value::String(text) => vec![(without_html(text), json.place)],
        Value::Number(number) => vec![(number.to_string(), json.place)],
        Value::Array(elements) => {
            let english: Vec<&Json> = elements
                .iter()
                .filter(|element| element.get("@language").text() == Some("en"))
                .collect();
            let chosen = if english.is_empty() {
                elements.iter().collect()
            } else {
                english
            };
            chosen.into_iter().flat_map(texts).collect()
        }
        Value::Object(members) => {
            let own = ["@value", "name", "headline", "label"]
                .iter()
                .find_map(|key| json.member(key));
            let language = || {
                let english = members.iter().find(|(key, _)| key.starts_with("en"));
                let is_language = |key: &str| key.len() <= 8 && !key.starts_with('@');
                english
                    .or_else(|| members.iter().find(|(key, _)| is_language(key)))
                    .filter(|(_, value)| matches!(value.value, Value::Array(_)))
                    .map(|(_, value)| value)
            };
            own.or_else(language).map_or_else(Vec::new, texts)
        }
        _ => Vec::new(),
    }
}

/// The first text of a value.
pub(super) fn text(json: &Json) -> Option<(String, Place)> {
    texts(json).into_iter().find(|(text, _)| !text.is_empty())
}

/// The texts of a value in all its languages.
pub(super) fn all_texts<'a>(json: &'a Json) -> Vec<(&'a str, Place)> {
    if let Some(value) = json.member("@value") {
        return all_texts(value);
    }
    match &json.value {
        Value::String(text) | Value::Number(text) => vec![(text, json.place)],
        Value::Array(elements) => elements.iter().flat_map(all_texts).collect(),
        Value::Object(members) => members
            .iter()
            .flat_map(|(_, member)| all_texts(member))
            .collect(),
        _ => Vec::new(),
    }
}

/// The words of a text that may hold HTML, with its links.
pub(super) fn styled(text: &str) -> Vec<Node> {
    let link = |address: &str, words: String| {
        Node::Span(Style::Link(address.to_owned()), vec![Node::Text(words)])
    };
    if is_address(text) {
        return vec![link(text, text.to_owned())];
    }
    if !text.contains(['<', '&']) {
        return vec![Node::Text(folded(text))];
    }
    let mut nodes = Vec::new();
    let mut words = String::new();
    let mut after = 0;
    let xml = Xml::new(text);
    for node in xml.all() {
        let address = node.get("href");
        if node.index() < after {
            continue;
        }
        if is_address(&address) {
            after = node.end();
            flush(&mut words, &mut nodes);
            nodes.push(link(&address, node.text()));
        } else if matches!(node.name(), "p" | "br" | "div" | "li") {
            words.push(' ');
        } else {
            words.push_str(&node.own_text());
        }
    }
    words.truncate(words.trim_end().len());
    flush(&mut words, &mut nodes);
    nodes
}

/// Adds words with their white space folded; at a link a space may stand.
fn flush(words: &mut String, nodes: &mut Vec<Node>) {
    let mut text = folded(words);
    if !text.is_empty() {
        if !nodes.is_empty() && words.starts_with(char::is_whitespace) {
            text.insert(0, ' ');
        }
        if words.ends_with(char::is_whitespace) {
            text.push(' ');
        }
        nodes.push(Node::Text(text));
    }
    words.clear();
}

fn is_address(text: &str) -> bool {
    text.starts_with("http") && !text.contains(char::is_whitespace)
}

/// The words that nothing has shown, each under its key, and of a thing its type with its address. `base` is where the JSON
/// stands in the input, `shown` where there stood what is shown.
pub(super) fn rest(json: &Json, base: usize, mut shown: Vec<usize>, body: &mut Vec<Block>) {
    order::sort(&mut shown);
    let mut rest = Rest { base, shown, body };
    rest.look(json, "");
}

struct Rest<'a> {
    base: usize,
    shown: Vec<usize>,
    body: &'a mut Vec<Block>,
}

impl Rest<'_> {
    fn look(&mut self, json: &Json, key: &str) {
        match &json.value {
            Value::Array(elements) => elements.iter().for_each(|element| self.look(element, key)),
            Value::Object(members) => {
                let bare = |key: &'static str| {
                    let mut all = members.iter();
                    all.find(|(known, _)| known.trim_start_matches('@') == key)
                };
                let kind = bare("type").and_then(|(_, kind)| kind.text());
                let id = bare("id").filter(|(_, id)| !self.is_shown(id));
                for (inner, member) in members {
                    match inner.as_ref() {
                        // They name the words and the languages, as attributes do.
                        "@context" | "@language" => {}
                        "@type" | "type" if id.is_some() => {}
                        "@id" | "id" => self.look(member, kind.unwrap_or(inner)),
                        "@value" | "@none" | "none" => self.look(member, key),
                        code if code.len() == 2 => self.look(member, key),
                        _ => self.look(member, inner),
                    }
                }
            }
            Value::String(text) | Value::Number(text) => self.words(text, key, json),
            _ => {}
        }
    }

    fn is_shown(&self, json: &Json) -> bool {
        let start = json.place.start + self.base;
        self.shown.binary_search(&start).is_ok()
    }

    /// Shows a text, if it was not shown.
    fn words(&mut self, text: &str, key: &str, json: &Json) {
        if !self.is_shown(json) && !text.trim().is_empty() {
            let place = Place::new(json.place.start + self.base, json.place.end + self.base);
            let mut block = Block::text(BlockKind::Field, styled(text), place);
            block.number = Some(entry::label(key));
            self.body.push(block);
        }
    }
}

/// The words of a text that may hold HTML.
pub(super) fn without_html(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return folded(text);
    }
    let xml = Xml::new(text);
    let words: Vec<String> = xml
        .top()
        .map(|node| node.text())
        .filter(|text| !text.is_empty())
        .collect();
    words.joined(" ")
}

/// A person or body.
pub(super) fn name(json: &Json) -> Option<(Name, Place)> {
    if let Some(family) = json.get("familyName").text() {
        let given = json.get("givenName").text().unwrap_or("");
        return Some((people::person(given, family, ""), json.place));
    }
    let (text, place) = text(json)?;
    let body = list_of_types(json).iter().any(|kind| {
        [
            "Organization",
            "Library",
            "Archive",
            "Corporation",
            "Collection",
        ]
        .iter()
        .any(|word| kind.ends_with(word))
    });
    let name = if body {
        Name::literal(&text)
    } else {
        people::anyone(&text)
    };
    Some((name, place))
}

/// The types of a thing without their prefixes.
pub(super) fn list_of_types<'a>(json: &'a Json) -> Vec<&'a str> {
    let types = json.member("@type").or_else(|| json.member("type"));
    types
        .map_or_else(Vec::new, list)
        .into_iter()
        .filter_map(Json::text)
        .map(local)
        .collect()
}

/// A word without the prefix or the address of the vocabulary it is from: `schema:name`, `https://schema.org/name`.
pub(super) fn local(word: &str) -> &str {
    word.rsplit(['/', ':', '#']).next().unwrap_or(word)
}
