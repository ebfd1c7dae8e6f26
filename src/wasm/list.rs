//! Bibliographies for JavaScript.

use super::offsets::Offsets;
use super::options::{cite_member, edition, flag, members, one_of, unknown};
use super::warnings;
use crate::chicago::{Bibliography, Entry, ListOptions, Options, System};
use crate::error::Error;
use crate::json::{self, Json, Value};
use crate::tree::Tree;
use crate::write;

/// The options of `bibliography`. Whether entries are numbered is for the face to know, and only held against its type.
pub(super) fn options(json: &Json) -> Result<ListOptions, Error> {
    let mut options = ListOptions::default();
    let mut house = Options::default();
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
            "number" => {
                flag(key, member)?;
            }
            "links" | "dateOrder" | "archiveOrder" => {
                cite_member(&mut house, key, member)?;
            }
            _ => return Err(unknown(key)),
        }
    }
    options.links = house.links;
    options.date_order = house.date_order;
    options.archive_order = house.archive_order;
    Ok(options)
}

fn system(name: &str) -> Option<System> {
    match name {
        "notes-bibliography" => Some(System::NotesBibliography),
        "author-date" => Some(System::AuthorDate),
        _ => None,
    }
}

/// The entries and the warnings; the face makes one piece of the entries.
pub(super) fn encode(list: &Bibliography) -> String {
    let mut out = String::with_capacity(1024 * (list.entries.len() + 1));
    out.push_str("{\"entries\":[");
    for (at, entry) in list.entries.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        push_entry(entry, &mut out);
    }
    out.push_str("],\"warnings\":");
    json::write_to(&warnings(&list.warnings, &Offsets::none()), &mut out);
    out.push('}');
    out
}

/// Adds an entry.
pub(super) fn push_entry(entry: &Entry, out: &mut String) {
    out.push_str("{\"id\":");
    json::write_string(&entry.id, out);
    out.push(',');
    push_printed(&entry.tree, out);
    out.push_str(if entry.archival {
        ",\"group\":\"archival\""
    } else {
        ",\"group\":\"printed\""
    });
    if let Some(citation) = &entry.citation {
        out.push_str(",\"citation\":{");
        push_printed(citation, out);
        out.push('}');
    }
    out.push('}');
}

/// Adds the members `html` and `text`.
fn push_printed(tree: &Tree, out: &mut String) {
    out.push_str("\"html\":");
    json::write_string(&write::html(tree), out);
    out.push_str(",\"text\":");
    json::write_string(&write::text(tree), out);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chicago::bibliography;
    use crate::json::parse;
    use crate::read::csl_json;

    #[test]
    fn entries_as_they_are_printed() {
        let items = r#"[{"id":"1","type":"book","title":"Beloved","publisher":"Knopf","issued":"1987","author":[{"family":"Morrison","given":"Toni"}]}]"#;
        let wanted = r#"{"number":true,"system":"author-date","citations":true}"#;
        let options = options(&parse(wanted).unwrap()).unwrap();
        let (records, _) = csl_json::read(items).unwrap();
        assert_eq!(
            encode(&bibliography(&records, &options)),
            r#"{"entries":[{"id":"1","html":"Morrison, Toni. 1987. <i>Beloved</i>. Knopf.","text":"Morrison, Toni. 1987. Beloved. Knopf.","group":"printed","citation":{"html":"(Morrison 1987)","text":"(Morrison 1987)"}}],"warnings":[]}"#
        );
    }

    #[test]
    fn warnings_name_their_item() {
        let (records, _) =
            csl_json::read(r#"[{"type":"post","title":"A post","URL":"https://a.example"}]"#)
                .unwrap();
        let list = encode(&bibliography(&records, &ListOptions::default()));
        assert!(list.ends_with(r#"alone (14.106)","item":0}]}"#), "{list}");
    }

    #[test]
    fn choices_of_the_house_as_for_notes() {
        let items = r#"[{"type":"manuscript","title":"Diary","issued":"1916-07-13","archive":"Bodleian Library","archive_location":"MS 12","URL":"https://a.example"}]"#;
        let wanted = r#"{"links":true,"dateOrder":"day-month","archiveOrder":"repository-first"}"#;
        let options = options(&parse(wanted).unwrap()).unwrap();
        let (records, _) = csl_json::read(items).unwrap();
        let list = bibliography(&records, &options);
        assert_eq!(
            write::html(&list.entries[0].tree),
            "“Diary.” 13 July 1916. Bodleian Library, MS 12. <a href=\"https://a.example\">https://a.example</a>."
        );
    }

    #[test]
    fn wrong_options_are_named() {
        for (text, message) in [
            (
                r#"{"system":"endnotes"}"#,
                "system: expected notes-bibliography or author-date",
            ),
            (r#"{"number":1}"#, "number: expected true or false"),
            (
                r#"{"dateOrder":1}"#,
                "dateOrder: expected month-day or day-month",
            ),
            (r#"{"prefix":""}"#, "options: unknown option prefix"),
        ] {
            let error = options(&parse(text).unwrap()).unwrap_err();
            assert_eq!(error.message(), message);
        }
    }
}
