//! What JSON-LD and IIIF have in common: values in several shapes and languages, some of them with HTML in them.

use super::people;
use super::xml::Xml;
use crate::json::{Json, Value};
use crate::name::Name;
use crate::warning::Place;

/// A list of one or more, however it is written.
pub(super) fn list(json: &Json) -> Vec<&Json> {
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
        Value::Number(number) => vec![(number.clone(), json.place)],
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

/// The words of a text that may hold HTML.
pub(super) fn without_html(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return super::xml::folded(text);
    }
    let xml = Xml::new(text);
    let words: Vec<String> = xml
        .top()
        .map(|node| node.text())
        .filter(|text| !text.is_empty())
        .collect();
    words.join(" ")
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
pub(super) fn list_of_types(json: &Json) -> Vec<&str> {
    let types = json.member("@type").or_else(|| json.member("type"));
    types
        .map_or_else(Vec::new, list)
        .into_iter()
        .filter_map(Json::text)
        .map(|kind| kind.rsplit(['/', ':', '#']).next().unwrap_or(kind))
        .collect()
}
