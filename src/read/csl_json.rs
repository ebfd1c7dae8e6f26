//! CSL-JSON 1.0.2: one item, or an array of them, as Zotero, citation-js and pandoc users have them.
//!
//! Accepted beyond the schema: strings for numbers and dates, `raw` and `literal` dates, the older names of some
//! variables, Zotero's "key: value" lines in `note`, a missing `id`. What has no variable is kept as it came.

mod custom;
pub(super) mod dates;
pub(super) mod kinds;
pub(super) mod names;
pub(super) mod note;

use crate::digits;
use crate::error::Error;
use crate::json::{self, Json, Value};
use crate::letters::Joined;
use crate::record::{DateVariable, Record, Role, Variable};
use crate::scan;
use crate::warning::{Severity, Warning};
use std::borrow::Cow;

/// Reads CSL-JSON text.
///
/// # Errors
/// When the text is not JSON, or is neither an object nor an array of objects.
///
/// ```
/// use callslip::read::csl_json;
/// use callslip::record::Variable;
/// let (records, _) = csl_json::read(r#"{"type": "book", "title": "Swing Time"}"#).unwrap();
/// assert_eq!(records[0].get(Variable::Title), "Swing Time");
/// ```
pub fn read(text: &str) -> Result<(Vec<Record>, Vec<Warning>), Error> {
    let json = parsed(text)?;
    let mut warnings = Vec::new();
    // Zotero's server has the items under a key.
    let list = json
        .member("items")
        .filter(|items| matches!(items.value, Value::Array(_)));
    let records = match &list.unwrap_or(&json).value {
        Value::Object(_) => vec![members(&json, true, &mut warnings)?],
        Value::Array(elements) => elements
            .iter()
            .map(|element| members(element, true, &mut warnings))
            .collect::<Result<_, _>>()?,
        _ => return Err(Error::new("item: expected an object")),
    };
    Ok((records, warnings))
}

/// Parses JSON; the error says at which byte it is none.
pub(super) fn parsed(text: &str) -> Result<Json<'_>, Error> {
    json::parse(text).map_err(|error| {
        let at = digits::text(error.at);
        Error::new(crate::letters::concat(&[
            "not JSON: ",
            error.message,
            " at byte ",
            &at,
        ]))
    })
}

/// Reads one CSL-JSON item that is parsed already, for a citation or an export, which do not ask where its members stood.
///
/// # Errors
/// When it is not an object.
pub fn item(json: &Json, warnings: &mut Vec<Warning>) -> Result<Record, Error> {
    members(json, false, warnings)
}

/// Reads an item; whether it is kept where its members stood.
fn members(json: &Json, placed: bool, warnings: &mut Vec<Warning>) -> Result<Record, Error> {
    if !matches!(json.value, Value::Object(_)) {
        return Err(Error::new("item: expected an object"));
    }
    let mut record = Record::default();
    if scan::SPEED {
        record.reserve(json.members().len());
    }
    let mut note = "";
    for (key, member) in json.members() {
        if key == "note" {
            note = member.text().unwrap_or("");
            continue;
        }
        let known = set(&mut record, key, member, warnings);
        if placed {
            let field = match known {
                Some(name) if name == key => Cow::Borrowed(name),
                _ => Cow::Owned(key.to_string()),
            };
            record.places.push((field, member.place));
        }
    }
    note::read(&mut record, note);
    Ok(record)
}

/// Puts a member into the record; its name, where it is known.
fn set(
    record: &mut Record,
    key: &str,
    member: &Json,
    warnings: &mut Vec<Warning>,
) -> Option<&'static str> {
    match key {
        "id" => {
            member.text().unwrap_or("").clone_into(&mut record.id);
            Some("id")
        }
        "type" => {
            set_kind(record, member, warnings);
            Some("type")
        }
        "language" => {
            let language = member.text().unwrap_or("");
            language.clone_into(&mut record.language);
            Some("language")
        }
        "custom" => {
            custom::read(record, member);
            Some("custom")
        }
        _ => set_variable(record, canonical(key), member, warnings),
    }
}

fn set_kind(record: &mut Record, member: &Json, warnings: &mut Vec<Warning>) {
    let name = member.text().unwrap_or("");
    match kinds::kind(name) {
        Some(kind) => record.kind = kind,
        None => warnings.push(unknown_type(name, member)),
    }
}

#[inline(never)]
fn unknown_type(name: &str, member: &Json) -> Warning {
    let message = [
        "\u{201c}",
        name,
        "\u{201d} is no CSL-JSON type; cited as a document",
    ];
    Warning::new("unknown-type", crate::letters::concat(&message))
        .at(member.place.start, member.place.end)
}

fn set_variable(
    record: &mut Record,
    key: &str,
    member: &Json,
    warnings: &mut Vec<Warning>,
) -> Option<&'static str> {
    if is_blank(member) {
        return None;
    }
    if let Some(variable) = Variable::from_name(key) {
        match text(variable, member) {
            Some(text) => record.set(variable, text),
            None => ignored(record, key, member, warnings),
        }
        Some(variable.name())
    } else if let Some(role) = Role::from_name(key) {
        record.set_names(role, names::read(member));
        Some(role.name())
    } else if let Some(date) = DateVariable::from_name(key) {
        match dates::read(member) {
            Some(value) => record.set_date(date, value),
            None => ignored(record, key, member, warnings),
        }
        Some(date.name())
    } else {
        record
            .extra
            .push((key.to_owned(), json::write(&member.value)));
        None
    }
}

/// Whether a member says nothing: `null`, `""`, `","`, `[]`, `{"date-parts": [[null]]}`.
fn is_blank(json: &Json) -> bool {
    match &json.value {
        Value::Null => true,
        Value::String(text) => is_without_words(text),
        Value::Array(elements) => elements.iter().all(is_blank),
        Value::Object(members) => members.iter().all(|(_, member)| is_blank(member)),
        _ => false,
    }
}

/// Whether a text has spaces, stops, brackets and quotation marks alone.
fn is_without_words(text: &str) -> bool {
    if scan::SPEED && text.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return false;
    }
    text.trim_matches(['“', '”', '‘', '’', ' '].as_slice())
        .bytes()
        .all(|byte| {
            matches!(
                byte,
                b' ' | b'.' | b',' | b':' | b';' | b'(' | b')' | b'[' | b']' | b'"' | b'\''
            )
        })
}

/// The text of a variable: a string, a number, or an array of strings as Crossref has them.
fn text(variable: Variable, member: &Json) -> Option<String> {
    let many_lines = matches!(variable, Variable::Abstract | Variable::Annote);
    match &member.value {
        Value::String(text) if many_lines => Some(text.trim().to_owned()),
        Value::Array(elements) => joined(elements),
        _ => member.text().map(names::tidy),
    }
}

#[inline(never)]
fn joined(elements: &[Json]) -> Option<String> {
    let texts: Vec<&str> = elements.iter().map(Json::text).collect::<Option<_>>()?;
    Some(names::tidy(&texts.joined(", ")))
}

/// A value that is no text, name or date where one is expected: kept, and reported.
#[inline(never)]
fn ignored(record: &mut Record, key: &str, member: &Json, warnings: &mut Vec<Warning>) {
    record
        .extra
        .push((key.to_owned(), json::write(&member.value)));
    warnings.push(
        Warning::new(
            "value-not-understood",
            crate::letters::concat(&["the value of ", key, " was not understood"]),
        )
        .severity(Severity::Info)
        .at(member.place.start, member.place.end),
    );
}

/// Today's name of a variable that has older ones.
fn canonical(key: &str) -> &str {
    match key {
        "shortTitle" => "title-short",
        "event" => "event-title",
        "event-location" => "event-place",
        "editortranslator" => "editor-translator",
        "authority-place" => "publisher-place",
        "doi" => "DOI",
        "url" => "URL",
        "isbn" => "ISBN",
        "issn" => "ISSN",
        key => key,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::Name;
    use crate::record::Kind;

    fn one(text: &str) -> Record {
        read(text).unwrap().0.remove(0)
    }

    #[test]
    fn items_under_a_key() {
        let (records, _) = read(r#"{"items":[{"id":"a","type":"book"},{"id":"b"}]}"#).unwrap();
        let ids: Vec<&str> = records.iter().map(|record| record.id.as_str()).collect();
        assert_eq!(ids, ["a", "b"]);
        assert_eq!(read(r#"{"type":"book","items":3}"#).unwrap().0.len(), 1);
    }

    #[test]
    fn reads_what_users_have() {
        let record = one(
            r#"{"type":"book","title":"T","volume":3,"shortTitle":"S","issued":{"date-parts":[["1973","11",26]]},
               "author":[{"family":"Zhou","given":"Enlai","static-ordering":true},{"literal":"NKIDP"}],"imdb-id":"x"}"#,
        );
        assert_eq!(record.kind, Kind::Book);
        assert_eq!(record.get(Variable::Volume), "3");
        assert_eq!(record.get(Variable::TitleShort), "S");
        assert_eq!(
            record.date(DateVariable::Issued).unwrap().to_string(),
            "1973-11-26"
        );
        assert!(record.names(Role::Author)[0].family_first);
        assert_eq!(record.names(Role::Author)[1].literal, "NKIDP");
        assert_eq!(record.extra, [("imdb-id".to_owned(), "\"x\"".to_owned())]);
    }

    #[test]
    fn lines_of_the_note_are_variables() {
        let record = one(
            r#"{"type":"manuscript","note":"type: collection\narchive_collection: Phillipps\nevent-date: 1932-05\nrecipient: Doe || Ann\n\nSeen in 1990.","title":"Egmont manuscripts"}"#,
        );
        assert_eq!(record.kind, Kind::Collection);
        assert_eq!(record.get(Variable::ArchiveCollection), "Phillipps");
        assert_eq!(
            record.date(DateVariable::EventDate).unwrap().to_string(),
            "1932-05"
        );
        assert_eq!(record.names(Role::Recipient), [Name::person("Ann", "Doe")]);
        assert_eq!(record.get(Variable::Note), "Seen in 1990.");
    }

    #[test]
    fn unknown_types_are_reported_with_their_place() {
        let (_, warnings) = read(r#"{"type":"cable"}"#).unwrap();
        assert_eq!(warnings[0].code, "unknown-type");
        assert_eq!(warnings[0].place.unwrap().start, 9);
    }

    #[test]
    fn wrong_input_is_an_error() {
        assert!(read("[1]").is_err());
        assert!(read("nonsense").is_err());
        assert!(read("\"a\"").is_err());
    }
}
