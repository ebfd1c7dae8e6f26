//! Zotero's "key: value" lines in `note`: the way its users give variables that its own form lacks.
//!
//! ```text
//! note = *( key ": " value "\n" ) [ free text ]      key = a CSL variable, or Zotero's name of one
//! name = family " || " given | literal
//! ```

use super::{dates, kinds, set_variable};
use crate::json::{Json, Value};
use crate::letters;
use crate::letters::Joined;
use crate::name::Name;
use crate::record::{DateVariable, Record, Role, Variable};
use crate::scan::{self, SPEED};

/// Takes the "key: value" lines out of a note and keeps the rest as the note.
pub(in crate::read) fn read(record: &mut Record, note: &str) {
    if note.is_empty() {
        return;
    }
    let mut rest: Vec<&str> = Vec::new();
    for line in note.lines() {
        if !take_all(record, line.trim()) && !take(record, line.trim()) {
            rest.push(line);
        }
    }
    record.set(Variable::Note, rest.joined("\n").trim());
}

/// Whether the line was one or more variables in the older way of writing them: `{:genre: letter} {:medium: paper}`.
fn take_all(record: &mut Record, line: &str) -> bool {
    let Some(inner) = line
        .strip_prefix("{:")
        .and_then(|line| line.strip_suffix('}'))
    else {
        return false;
    };
    let mut all = true;
    for field in letters::split(inner, "{:") {
        all &= take(record, field.trim().trim_end_matches('}').trim_end());
    }
    all
}

/// No variable has a longer name, in bytes.
const LONGEST: usize = 24;

/// Whether the line was a variable.
fn take(record: &mut Record, line: &str) -> bool {
    let Some((key, value)) = scan::split_once(line, b':') else {
        return false;
    };
    let (key, value) = (key.trim(), value.trim());
    if value.is_empty() || key.is_empty() || SPEED && key.len() > LONGEST {
        return false;
    }
    let renamed;
    let key = if SPEED && is_name(key) {
        key
    } else {
        renamed = variable_name(key);
        super::canonical(&renamed)
    };
    if key == "type" {
        let kind = kinds::kind(value);
        record.kind = kind.unwrap_or(record.kind);
        return kind.is_some();
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
    let json = Json::from(Value::string(value));
    set_variable(record, key, &json, &mut Vec::new());
    true
}

/// Whether it is the name of a variable as CSL writes it.
fn is_name(key: &str) -> bool {
    Variable::from_name(key).is_some()
        || Role::from_name(key).is_some()
        || DateVariable::from_name(key).is_some()
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
    match letters::split_once(value, "||") {
        Some((family, given)) if !given.trim().is_empty() => {
            Name::person(given.trim(), family.trim())
        }
        Some((family, _)) => Name::literal(family.trim()),
        None => Name::literal(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_is_longer() {
        let texts = Variable::ALL.iter().map(|variable| variable.name());
        let roles = Role::ALL.iter().map(|role| role.name());
        let dates = DateVariable::ALL.iter().map(|date| date.name());
        let longest = texts.chain(roles).chain(dates).map(str::len).max();
        assert_eq!(longest, Some(LONGEST));
    }

    #[test]
    fn both_ways_to_write_variables() {
        let mut record = Record::default();
        super::read(
            &mut record,
            "Original Date: 1813\n{:genre: letter} {:medium: paper}\nSeen: twice\nDOI: 10.1/x\nauthor: Doe || ",
        );
        assert_eq!(record.get(Variable::Genre), "letter");
        assert_eq!(record.get(Variable::Medium), "paper");
        assert_eq!(record.get(Variable::Doi), "10.1/x");
        assert_eq!(record.get(Variable::Note), "Seen: twice");
        assert_eq!(record.names(Role::Author), [Name::literal("Doe")]);
        assert!(record.has_date(DateVariable::OriginalDate));
    }
}
