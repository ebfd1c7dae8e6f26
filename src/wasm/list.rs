//! Bibliographies for JavaScript.

use super::offsets::Offsets;
use super::options::{edition, flag, members, one_of, unknown};
use super::{object, warnings};
use crate::chicago::{Bibliography, Entry, ListOptions, System};
use crate::digits;
use crate::error::Error;
use crate::json::{Json, Value};
use crate::write;

/// The options of `bibliography`, and whether its entries are numbered.
pub(super) fn options(json: &Json) -> Result<(ListOptions, bool), Error> {
    let mut options = ListOptions::default();
    let mut numbered = false;
    for (key, member) in members(json)? {
        match key.as_ref() {
            _ if member.value == Value::Null => {}
            "edition" => options.edition = edition(member)?,
            "system" => {
                options.system = one_of(key, member, system, "notes-bibliography or author-date")?;
            }
            "collect" => options.collect = flag(key, member)?,
            "group" => options.group = flag(key, member)?,
            "dash" => options.dash = Some(flag(key, member)?),
            "citations" => options.citations = flag(key, member)?,
            "number" => numbered = flag(key, member)?,
            _ => return Err(unknown(key)),
        }
    }
    Ok((options, numbered))
}

fn system(name: &str) -> Option<System> {
    match name {
        "notes-bibliography" => Some(System::NotesBibliography),
        "author-date" => Some(System::AuthorDate),
        _ => None,
    }
}

/// The list as one piece and entry by entry.
pub(super) fn encode(list: &Bibliography, grouped: bool, numbered: bool) -> Value<'_> {
    let (mut html, mut text) = (String::new(), String::new());
    let tag = if numbered { "li" } else { "p" };
    let list_tag = if numbered { "ol" } else { "div" };
    push(
        &mut html,
        &["<", list_tag, " class=\"callslip-bibliography\">"],
    );
    let mut entries = Vec::with_capacity(list.entries.len());
    let mut before = true;
    for (at, entry) in list.entries.iter().enumerate() {
        let printed = (write::html(&entry.tree), write::text(&entry.tree));
        // A group of printed sources after the archival ones begins with a rule.
        if grouped && before && !entry.archival && at > 0 && !numbered {
            html.push_str("<hr>");
            text.push('\n');
        }
        before = entry.archival;
        push(
            &mut html,
            &[
                "<",
                tag,
                " class=\"callslip-entry\">",
                &printed.0,
                "</",
                tag,
                ">",
            ],
        );
        if numbered {
            push(&mut text, &[&digits::text(at + 1), ". "]);
        }
        push(&mut text, &[&printed.1, "\n"]);
        entries.push(encode_entry(entry, printed));
    }
    push(&mut html, &["</", list_tag, ">"]);
    Value::object([
        ("html", Value::string(html)),
        ("text", Value::string(text.trim_end().to_owned())),
        ("entries", Value::array(entries)),
        ("warnings", warnings(&list.warnings, &Offsets::none())),
    ])
}

fn push(out: &mut String, parts: &[&str]) {
    for part in parts {
        out.push_str(part);
    }
}

fn encode_entry(entry: &Entry, (html, text): (String, String)) -> Value<'_> {
    let mut members = vec![
        ("id", Value::string(entry.id.as_str())),
        ("html", Value::string(html)),
        ("text", Value::string(text)),
        (
            "group",
            Value::string(if entry.archival {
                "archival"
            } else {
                "printed"
            }),
        ),
    ];
    if let Some(citation) = &entry.citation {
        let citation = Value::object([
            ("html", Value::string(write::html(citation))),
            ("text", Value::string(write::text(citation))),
        ]);
        members.push(("citation", citation));
    }
    object(members)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chicago::bibliography;
    use crate::json::{parse, write};
    use crate::read::csl_json;

    #[test]
    fn numbered() {
        let items = r#"[{"id":"1","type":"book","title":"Beloved","publisher":"Knopf","issued":"1987","author":[{"family":"Morrison","given":"Toni"}]}]"#;
        let (options, numbered) =
            options(&parse(r#"{"number":true,"system":"author-date"}"#).unwrap()).unwrap();
        let (records, _) = csl_json::read(items).unwrap();
        let value = write(&encode(
            &bibliography(&records, &options),
            options.group,
            numbered,
        ));
        assert!(value.contains(
            "<ol class=\\\"callslip-bibliography\\\"><li class=\\\"callslip-entry\\\">Morrison"
        ));
        assert!(value.contains("\"text\":\"1. Morrison, Toni."));
    }

    #[test]
    fn wrong_options_are_named() {
        let error = options(&parse(r#"{"system":"endnotes"}"#).unwrap()).unwrap_err();
        assert_eq!(
            error.message(),
            "system: expected notes-bibliography or author-date"
        );
    }
}
