//! Zotero's "key: value" lines in `note`: the way its users give variables that its own form lacks.
//!
//! ```text
//! note = *( key ": " value "\n" ) [ free text ]      key = a CSL variable, or Zotero's name of one
//! name = family " || " given | literal
//! ```

use super::{dates, set_kind, set_variable};
use crate::json::{Json, Value};
use crate::name::Name;
use crate::record::{DateVariable, Kind, Record, Role, Variable};

/// Takes the "key: value" lines out of a note and keeps the rest as the note.
pub(super) fn read(record: &mut Record, note: &str) {
    let mut rest: Vec<&str> = Vec::new();
    for line in note.lines() {
        if !take(record, line.trim()) {
            rest.push(line);
        }
    }
    record.set(Variable::Note, rest.join("\n").trim());
}

/// Whether the line was a variable.
fn take(record: &mut Record, line: &str) -> bool {
    let line = line
        .strip_prefix("{:")
        .and_then(|line| line.strip_suffix('}'))
        .unwrap_or(line);
    let Some((key, value)) = line.split_once(':') else {
        return false;
    };
    let (key, value) = (key.trim(), value.trim());
    if value.is_empty() || key.is_empty() {
        return false;
    }
    let key = variable_name(key);
    let key = super::canonical(&key);
    let json = Json::from(Value::string(value));
    if key == "type" {
        let known = Kind::from_name(value).is_some();
        if known {
            set_kind(record, &json, &mut Vec::new());
        }
        return known;
    }
    if let Some(role) = Role::from_name(key) {
        let mut names = record.names(role).to_vec();
        names.push(name(value));
        record.set_names(role, names);
        return true;
    }
    if let Some(date) = DateVariable::from_name(key) {
        record.set_date(date, dates::from_text(value));
        return true;
    }
    if Variable::from_name(key).is_none() {
        return false;
    }
    set_variable(record, key, &json, &mut Vec::new());
    true
}

/// `Original Date` and `original_date` are ways to write `original-date`; some variables have capitals or an underscore.
fn variable_name(key: &str) -> String {
    let dashed = key.to_ascii_lowercase().replace([' ', '_'], "-");
    match dashed.as_str() {
        "doi" | "url" | "isbn" | "issn" | "pmid" | "pmcid" => dashed.to_ascii_uppercase(),
        "archive-collection" | "archive-location" => dashed.replace('-', "_"),
        _ => dashed,
    }
}

fn name(value: &str) -> Name {
    match value.split_once("||") {
        Some((family, given)) => Name::person(given.trim(), family.trim()),
        None => Name::literal(value),
    }
}
