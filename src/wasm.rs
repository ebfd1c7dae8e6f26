//! The JavaScript face: decode, call, encode. The only place that names wasm-bindgen, js-sys, web-sys and
//! serde-wasm-bindgen.
//!
//! What comes in and what goes out is JSON text: one crossing, however deep the value, and the engine's own parser is
//! faster and smaller than making JavaScript values from here.

#[cfg(feature = "formats")]
mod document;
#[cfg(feature = "formats")]
mod held;
mod list;
mod offsets;
mod options;
#[cfg(feature = "units")]
mod parts;
#[cfg(feature = "units")]
mod units;

use crate::digits;
use js_sys::TypeError;
use wasm_bindgen::prelude::*;

use crate::chicago::{self, Citation, Options};
use crate::error::Error;
#[cfg(feature = "formats")]
use crate::export;
use crate::json::{self, Json, Value};
#[cfg(feature = "formats")]
use crate::read;
use crate::read::csl_json;
#[cfg(feature = "formats")]
use crate::record::Reading;
use crate::record::Record;
use crate::scan;
use crate::warning::Warning;
use crate::write;
use offsets::Offsets;

/// Gives out the module's memory: smaller and a little faster than the one that Rust brings.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Makes a panic, should there be one, say in the console where it happened.
#[cfg(feature = "panic-messages")]
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// The version of the package, so that the loader can tell a stale module.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// The names of the formats that can be read, and of those that can be written.
#[cfg(feature = "formats")]
#[wasm_bindgen]
pub fn formats() -> Result<JsValue, JsValue> {
    let read: Vec<&str> = read::Format::ALL
        .iter()
        .map(|format| format.name())
        .collect();
    Ok(serde_wasm_bindgen::to_value(&[&*read, &export::FORMATS])?)
}

/// Cites one item, or several in one note: `{ html, text, markdown, warnings }`. The request is `[item, options]`; each of
/// several is an item or `{ item, prefix, locator, ... }`, with its own options beside those of all.
#[wasm_bindgen]
pub fn cite(request: &[u8]) -> Result<String, JsValue> {
    let request = parse_request("item", request)?;
    let (item, options) = arguments(&request);
    let citation = cited(item, &options::cite(options).map_err(type_error)?)?;
    let mut out = String::with_capacity(1024);
    for (before, text) in [
        ("{\"html\":", write::html(&citation.tree)),
        (",\"text\":", write::text(&citation.tree)),
        (",\"markdown\":", write::markdown(&citation.tree)),
    ] {
        out.push_str(before);
        json::write_string(&text, &mut out);
    }
    end(&mut out, &warnings(&citation.warnings, &Offsets::none()));
    Ok(out)
}

/// Ends an answer with its warnings.
fn end(out: &mut String, warnings: &Value) {
    out.push_str(",\"warnings\":");
    json::write_to(warnings, out);
    out.push('}');
}

/// Cites an item, or several.
fn cited(item: &Json, options: &Options) -> Result<Citation, JsValue> {
    let mut warnings = Vec::new();
    // Most are a bare item, which has no options of its own.
    let bare =
        scan::SPEED && matches!(item.value, Value::Object(_)) && item.member("item").is_none();
    let mut citation = if bare {
        chicago::cite(&numbered(item, 0, &mut warnings)?, options)
    } else {
        let several = match item.value {
            Value::Array(_) => item.elements(),
            _ => std::slice::from_ref(item),
        };
        let mut cited = Vec::with_capacity(several.len());
        for (at, one) in several.iter().enumerate() {
            let before = warnings.len();
            let own = options::cited(one, options).map_err(type_error)?;
            let item = one.member("item").unwrap_or(one);
            cited.push((numbered(item, at, &mut warnings)?, own));
            if several.len() > 1 {
                Warning::name_item(&mut warnings, before, at);
            }
        }
        chicago::cite_many(&cited)
    };
    warnings.append(&mut citation.warnings);
    citation.warnings = warnings;
    Ok(citation)
}

/// Makes the bibliography or the reference list of an array of items: `{ entries, warnings }`. The request is
/// `[items, options]`.
#[wasm_bindgen]
pub fn bibliography(request: &[u8]) -> Result<String, JsValue> {
    let request = parse_request("items", request)?;
    let (items, options) = arguments(&request);
    let options = list::options(options).map_err(type_error)?;
    let mut remarks = Vec::new();
    let mut records = Vec::with_capacity(items.elements().len());
    for (at, item) in items.elements().iter().enumerate() {
        let before = remarks.len();
        records.push(numbered(item, at, &mut remarks)?);
        Warning::name_item(&mut remarks, before, at);
    }
    drop(request);
    let mut bibliography = chicago::bibliography(&records, &options);
    remarks.append(&mut bibliography.warnings);
    bibliography.warnings = remarks;
    Ok(list::encode(&bibliography))
}

#[cfg(feature = "formats")]
/// Writes a document as HTML.
#[wasm_bindgen]
pub fn show(document: &str, options: &str) -> Result<String, JsValue> {
    let document = document::decode(parse("document", document)?).map_err(type_error)?;
    let options = options::show(&parse("options", options)?).map_err(type_error)?;
    Ok(write::document(&document, &options))
}

#[cfg(feature = "formats")]
/// Writes the document that was read under this number as HTML, while it is held.
#[wasm_bindgen(js_name = showHeld)]
pub fn show_held(number: u32, options: &str) -> Result<Option<String>, JsValue> {
    let options = options::show(&parse("options", options)?).map_err(type_error)?;
    Ok(held::with(number, options.places, |document| {
        write::document(document, &options)
    }))
}

#[cfg(feature = "formats")]
/// The document that was read under this number as JSON, while it is held.
#[wasm_bindgen]
pub fn held(number: u32) -> Option<String> {
    held::with(number, true, |document| {
        let mut out = String::new();
        document::encode(document, &Offsets::none(), &mut out);
        out
    })
}

#[cfg(feature = "formats")]
/// Reads a text: `{ format, item, items, document, warnings }`; the document is `null` when it is held under the number.
#[wasm_bindgen]
pub fn read(text: String, options: &str, number: u32) -> Result<String, JsValue> {
    let reading = read_text(&text, options)?;
    Ok(self::reading(text, reading, number))
}

#[cfg(feature = "formats")]
fn read_text(text: &str, options: &str) -> Result<Reading, JsValue> {
    let options = options::read(&parse("options", options)?).map_err(type_error)?;
    read::read(text, &options).map_err(type_error)
}

#[cfg(feature = "formats")]
/// Reads bytes, whose encoding is found out.
#[wasm_bindgen(js_name = readBytes)]
pub fn read_bytes(bytes: &[u8], options: &str, number: u32) -> Result<String, JsValue> {
    let (text, mut remarks) = read::decode(bytes);
    let mut reading = read_text(&text, options)?;
    remarks.append(&mut reading.warnings);
    reading.warnings = remarks;
    Ok(self::reading(text, reading, number))
}

#[cfg(feature = "formats")]
/// Exports an item in another system's format.
#[wasm_bindgen]
pub fn write(item: &str, format: &str) -> Result<String, JsValue> {
    let record = record(&parse("item", item)?, &mut Vec::new())?;
    export::export(&record, format).map_err(type_error)
}

#[cfg(feature = "formats")]
fn reading(text: String, reading: Reading, number: u32) -> String {
    let offsets = Offsets::new(&text);
    let mut out = begun(&reading, &offsets);
    let warnings = warnings(&reading.warnings, &offsets);
    out.push_str(&held::hold(number, reading.document, text).unwrap_or_else(|| "null".to_owned()));
    end(&mut out, &warnings);
    out
}

#[cfg(feature = "formats")]
/// A reading as JSON, up to its document.
fn begun(reading: &Reading, offsets: &Offsets) -> String {
    let mut out = String::with_capacity(4096);
    out.push_str("{\"format\":");
    json::write_string(reading.format, &mut out);
    out.push_str(",\"item\":");
    let first = out.len();
    item(&reading.record, offsets, &mut out);
    if !reading.others.is_empty() {
        let first = out.get(first..).unwrap_or("").to_owned();
        out.push_str(",\"items\":[");
        out.push_str(&first);
        for record in &reading.others {
            out.push(',');
            item(record, offsets, &mut out);
        }
        out.push(']');
    }
    out.push_str(",\"document\":");
    out
}

fn object<'a>(members: Vec<(&'a str, Value<'a>)>) -> Value<'a> {
    Value::Object(
        members
            .into_iter()
            .map(|(key, value)| (key.into(), value.into()))
            .collect(),
    )
}

#[cfg(feature = "formats")]
/// Adds the item, with the places of its fields under `custom.callslip.places`: the last member of the last members, so that
/// they are written where those end.
fn item(record: &Record, offsets: &Offsets, out: &mut String) {
    json::write_to(&export::csl_json::item(record), out);
    if record.archival.is_none() {
        return;
    }
    out.truncate(out.len() - "}}}".len());
    out.push_str(if out.ends_with('{') { "" } else { "," });
    out.push_str("\"places\":{");
    for (at, (field, place)) in record.places.iter().enumerate() {
        out.push_str(if at > 0 { "," } else { "" });
        json::write_string(field, out);
        let (start, end) = offsets.place(*place);
        out.push_str(":{\"start\":");
        digits::push(out, start);
        out.push_str(",\"end\":");
        digits::push(out, end);
        out.push('}');
    }
    out.push_str("}}}}");
}

fn number(number: usize) -> Value<'static> {
    Value::Number(digits::text(number).into())
}

fn warnings<'a>(warnings: &'a [Warning], offsets: &Offsets) -> Value<'a> {
    Value::array(warnings.iter().map(|warning| {
        let mut members = vec![
            ("code", Value::string(warning.code)),
            ("severity", Value::string(warning.severity.name())),
            ("message", Value::string(warning.message.as_str())),
        ];
        if let Some(place) = warning.place {
            let (start, end) = offsets.place(place);
            members.push(("start", number(start)));
            members.push(("end", number(end)));
        }
        if let Some(item) = warning.item {
            members.push(("item", number(item)));
        }
        object(members)
    }))
}

fn parse<'a>(argument: &str, text: &'a str) -> Result<Json<'a>, JsValue> {
    json::parse(text).map_err(|error| {
        type_error(Error::new(crate::letters::concat(&[
            argument,
            ": ",
            error.message,
        ])))
    })
}

/// A request: its arguments in an array, as UTF-8.
fn parse_request<'a>(argument: &str, request: &'a [u8]) -> Result<Json<'a>, JsValue> {
    parse(argument, std::str::from_utf8(request).unwrap_or(""))
}

/// What is asked about, and the options.
fn arguments<'a, 'b>(request: &'b Json<'a>) -> (&'b Json<'a>, &'b Json<'a>) {
    static NOTHING: Json<'static> = Json::NULL;
    match request.elements() {
        [subject, options] => (subject, options),
        _ => (&NOTHING, &NOTHING),
    }
}

/// One of several items; a refusal says which: `item: expected an object at [1]`.
fn numbered(item: &Json, at: usize, warnings: &mut Vec<Warning>) -> Result<Record, JsValue> {
    csl_json::item(item, warnings).map_err(|error| {
        let place = [error.message(), " at [", &digits::text(at), "]"];
        type_error(Error::new(crate::letters::concat(&place)))
    })
}

#[cfg(feature = "formats")]
fn record(item: &Json, warnings: &mut Vec<Warning>) -> Result<Record, JsValue> {
    csl_json::item(item, warnings).map_err(type_error)
}

fn type_error(error: Error) -> JsValue {
    TypeError::new(error.message()).into()
}
