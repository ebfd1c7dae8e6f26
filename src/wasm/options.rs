//! The options of the JavaScript functions; every refusal names the argument.

use crate::chicago::{ArchiveOrder, DateOrder, Edition, Form, Locator, Options, Position};
use crate::error::Error;
use crate::json::{Json, Value};
#[cfg(feature = "formats")]
use crate::read;
#[cfg(feature = "formats")]
use crate::write::DocumentOptions;
use std::borrow::Cow;

/// The options of `cite`.
pub(super) fn cite(json: &Json) -> Result<Options, Error> {
    let mut options = Options::default();
    for (key, member) in members(json)? {
        if !cite_member(&mut options, key, member)? {
            return Err(unknown(key));
        }
    }
    Ok(options)
}

/// The options of one of several sources: `{ item, prefix, locator, ... }` beside those of all. A bare item has none.
pub(super) fn cited(json: &Json, shared: &Options) -> Result<Options, Error> {
    let mut options = shared.clone();
    if json.member("item").is_none() {
        return Ok(options);
    }
    for (key, member) in members(json)? {
        if key != "item" && !cite_member(&mut options, key, member)? {
            return Err(unknown(key));
        }
    }
    Ok(options)
}

/// Sets one option of `cite`; whether there is such an option.
pub(super) fn cite_member(options: &mut Options, key: &str, json: &Json) -> Result<bool, Error> {
    if matches!(json.value, Value::Null) {
        return Ok(true);
    }
    match key {
        "edition" => options.edition = edition(json)?,
        "form" => {
            options.form = one_of(
                "form",
                json,
                Form::from_name,
                "note, short-note, bibliography, reference-list, in-text or preferred",
            )?;
        }
        "locator" => options.locator = Some(locator(json)?),
        _ => return rarer_member(options, key, json),
    }
    Ok(true)
}

// Most pages never say these.
#[inline(never)]
fn rarer_member(options: &mut Options, key: &str, json: &Json) -> Result<bool, Error> {
    match key {
        "position" => {
            options.position = one_of("position", json, position, "first, subsequent or ibid")?
        }
        "prefix" => options.prefix = string("prefix", json)?,
        "suffix" => options.suffix = string("suffix", json)?,
        "suppressAuthor" => options.suppress_author = flag(key, json)?,
        "suppress-author" => {
            other_name(key, "suppressAuthor");
            options.suppress_author = flag(key, json)?;
        }
        "hereafter" => options.hereafter = string("hereafter", json)?,
        "links" => options.links = flag("links", json)?,
        "dateOrder" => {
            options.date_order = one_of(key, json, date_order, "month-day or day-month")?
        }
        "archiveOrder" => {
            options.archive_order = one_of(
                key,
                json,
                archive_order,
                "item-first, repository-first or semicolons",
            )?;
        }
        _ => return Ok(false),
    }
    Ok(true)
}

/// Tells the developer, in the console, that an option has another name here than in CSL.
fn other_name(found: &str, name: &str) {
    let message = crate::letters::concat(&["callslip: the option ", found, " is called ", name]);
    if cfg!(target_family = "wasm") {
        web_sys::console::warn_1(&message.into());
    }
}

/// The options of `show`.
#[cfg(feature = "formats")]
pub(super) fn show(json: &Json) -> Result<DocumentOptions, Error> {
    let mut options = DocumentOptions::default();
    for (key, member) in members(json)? {
        match key.as_ref() {
            _ if member.value == Value::Null => {}
            "heading" => {
                options.heading = member
                    .text()
                    .and_then(crate::digits::read)
                    .and_then(|level| u8::try_from(level).ok())
                    .filter(|level| (1..=6).contains(level))
                    .ok_or_else(|| Error::new("heading: expected a level from 1 to 6"))?;
            }
            "prefix" => options.prefix = string("prefix", member)?,
            "places" => options.places = flag("places", member)?,
            _ => return Err(unknown(key)),
        }
    }
    Ok(options)
}

/// The options of `read`.
#[cfg(feature = "formats")]
pub(super) fn read(json: &Json) -> Result<read::Options, Error> {
    let mut options = read::Options::default();
    for (key, member) in members(json)? {
        match key.as_ref() {
            _ if member.value == Value::Null => {}
            "format" => options.format = string("format", member)?,
            "url" => options.url = string("url", member)?,
            _ => return Err(unknown(key)),
        }
    }
    Ok(options)
}

pub(super) fn members<'a, 'b>(json: &'b Json<'a>) -> Result<&'b [(Cow<'a, str>, Json<'a>)], Error> {
    match &json.value {
        Value::Object(members) => Ok(members),
        Value::Null => Ok(&[]),
        _ => Err(Error::new("options: expected an object")),
    }
}

#[inline(never)]
fn expected_in(name: &str, expected: &str) -> Error {
    Error::new(crate::letters::concat(&[name, ": expected ", expected]))
}

#[inline(never)]
pub(super) fn unknown(key: &str) -> Error {
    Error::new(crate::letters::concat(&["options: unknown option ", key]))
}

pub(super) fn edition(json: &Json) -> Result<Edition, Error> {
    match json.text() {
        Some("17") => Ok(Edition::Seventeenth),
        Some("18") => Ok(Edition::Eighteenth),
        _ => Err(Error::new("edition: expected 17 or 18")),
    }
}

pub(super) fn one_of<T>(
    name: &str,
    json: &Json,
    from: fn(&str) -> Option<T>,
    expected: &str,
) -> Result<T, Error> {
    json.text()
        .and_then(from)
        .ok_or_else(|| expected_in(name, expected))
}

fn position(name: &str) -> Option<Position> {
    Some(match name {
        "first" => Position::First,
        "subsequent" | "near-note" => Position::Subsequent,
        "ibid" | "ibid-with-locator" => Position::Ibid,
        _ => return None,
    })
}

fn date_order(name: &str) -> Option<DateOrder> {
    Some(match name {
        "month-day" => DateOrder::MonthDay,
        "day-month" => DateOrder::DayMonth,
        _ => return None,
    })
}

fn archive_order(name: &str) -> Option<ArchiveOrder> {
    Some(match name {
        "item-first" => ArchiveOrder::ItemFirst,
        "repository-first" => ArchiveOrder::RepositoryFirst,
        "semicolons" => ArchiveOrder::Semicolons,
        _ => return None,
    })
}

fn locator(json: &Json) -> Result<Locator, Error> {
    let error = || Error::new("locator: expected { label, value }");
    let value = json.get("value").text().ok_or_else(error)?;
    let label = match json.get("label") {
        Value::Null => "page",
        label => label.text().ok_or_else(error)?,
    };
    Ok(Locator {
        label: label.to_owned(),
        value: value.to_owned(),
    })
}

fn string(name: &str, json: &Json) -> Result<String, Error> {
    match &json.value {
        Value::String(text) => Ok(text.to_string()),
        _ => Err(expected_in(name, "a string")),
    }
}

pub(super) fn flag(name: &str, json: &Json) -> Result<bool, Error> {
    match json.value {
        Value::Bool(flag) => Ok(flag),
        _ => Err(expected_in(name, "true or false")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;

    #[test]
    fn refusals_name_the_argument() {
        for (text, message) in [
            (r#"{"edition":16}"#, "edition: expected 17 or 18"),
            (
                r#"{"form":"footnote"}"#,
                "form: expected note, short-note, bibliography, reference-list, in-text or preferred",
            ),
            (
                r#"{"locator":"p. 2"}"#,
                "locator: expected { label, value }",
            ),
            (r#"{"Form":"note"}"#, "options: unknown option Form"),
            ("[]", "options: expected an object"),
        ] {
            assert_eq!(cite(&parse(text).unwrap()).unwrap_err().message(), message);
        }
    }

    #[test]
    fn one_of_several_has_its_own_beside_those_of_all() {
        let shared = cite(&parse(r#"{"edition":17}"#).unwrap()).unwrap();
        let own = |text: &str| cited(&parse(text).unwrap(), &shared);
        let options = own(r#"{"item":{},"prefix":"see also"}"#).unwrap();
        assert_eq!(options.edition, Edition::Seventeenth);
        assert_eq!(options.prefix, "see also");
        assert_eq!(own(r#"{"type":"book","title":"One"}"#).unwrap(), shared);
        assert_eq!(
            own(r#"{"item":{},"nonsense":1}"#).unwrap_err().message(),
            "options: unknown option nonsense"
        );
    }

    #[test]
    fn numbers_and_strings_do() {
        let options = cite(
            &parse(r#"{"edition":"17","locator":{"label":"page","value":12},"prefix":null}"#)
                .unwrap(),
        )
        .unwrap();
        assert_eq!(options.edition, Edition::Seventeenth);
        assert_eq!(options.locator.unwrap().value, "12");
    }
}
