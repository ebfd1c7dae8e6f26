//! Names: in parts, whole, or as a string.

use crate::json::{Json, Value};
use crate::name::Name;
use crate::scan;

/// The names of a member: an array of names, one name, or a string.
pub(super) fn read(member: &Json) -> Vec<Name> {
    match &member.value {
        Value::Array(elements) => elements.iter().map(name).collect(),
        _ => vec![name(member)],
    }
}

fn name(json: &Json) -> Name {
    if let Value::String(literal) = &json.value {
        return Name::literal(&tidy(literal));
    }
    let part = |keys: &[&str]| {
        let found = keys.iter().find_map(|key| json.get(key).text());
        tidy(found.unwrap_or(""))
    };
    let flag = |key: &str| match json.get(key) {
        Value::Bool(flag) => *flag,
        value => value
            .text()
            .is_some_and(|text| text != "0" && text != "false" && !text.is_empty()),
    };
    let name = Name {
        family: part(&["family", "lastName"]),
        given: part(&["given", "firstName"]),
        dropping_particle: part(&["dropping-particle"]),
        non_dropping_particle: part(&["non-dropping-particle"]),
        suffix: part(&["suffix"]),
        comma_suffix: flag("comma-suffix"),
        literal: part(&["literal", "name"]),
        family_first: flag("static-ordering"),
    };
    whole(name)
}

/// A family name that stands alone is the whole name of a body or of a person with a single name.
fn whole(mut name: Name) -> Name {
    let alone = name.given.is_empty()
        && name.suffix.is_empty()
        && name.dropping_particle.is_empty()
        && name.non_dropping_particle.is_empty();
    if alone && name.literal.is_empty() {
        name.literal = std::mem::take(&mut name.family);
    }
    name
}

/// Without white space around it, and with one space for each run inside, one that does not break among them.
pub(in crate::read) fn tidy(text: &str) -> String {
    // What begins and ends with a letter or a sign needs no trimming.
    let text = match text.as_bytes() {
        [] => return String::new(),
        [b'!'..=b'~', .., b'!'..=b'~'] if scan::SPEED => text,
        _ => text.trim(),
    };
    if !scan::may_be_untidy(text) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for word in text
        .split([' ', '\n', '\t', '\r'])
        .map(str::trim)
        .filter(|word| !word.is_empty())
    {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    fn names(text: &str) -> Vec<Name> {
        read(&json::parse(text).unwrap())
    }

    #[test]
    fn one_space_for_each_run() {
        for (given, tidied) in [
            ("A \u{a0}title", "A title"),
            ("\u{a0}A \n title\u{a0}", "A title"),
            ("Où\u{a0}?", "Où\u{a0}?"),
        ] {
            assert_eq!(tidy(given), tidied);
        }
    }

    #[test]
    fn shapes_in_use() {
        let doe = [Name::person("Ann", "Doe")];
        assert_eq!(names(r#"[{"family":"Doe","given":"Ann"}]"#), doe);
        assert_eq!(names(r#"{"family":"Doe","given":" Ann "}"#), doe);
        assert_eq!(names(r#"[{"lastName":"Doe","firstName":"Ann"}]"#), doe);
        let body = [Name::literal("US Bureau of Mines")];
        assert_eq!(
            names(r#"[{"family":"US Bureau  of Mines","given":""}]"#),
            body
        );
        assert_eq!(names(r#"[{"name":"US Bureau of Mines"}]"#), body);
        assert_eq!(names(r#""US Bureau of Mines""#), body);
    }
}
