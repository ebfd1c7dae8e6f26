//! Items as a reference manager exports them, with "key: value" lines in `note`, cite as the cleaned items do.
//!
//! The project's own case stands first; the shared library of items is used where it lies beside the checkout
//! (`../shared`, or the folder in `CALLSLIP_SHARED`).

use callslip::chicago::{self, Edition, Form, Options};
use callslip::json::{self, Json};
use callslip::read::csl_json;
use callslip::record::Record;
use callslip::write;
use std::path::PathBuf;

fn shared(path: &str) -> Option<String> {
    let folder = std::env::var("CALLSLIP_SHARED").unwrap_or_else(|_| "../shared".to_owned());
    std::fs::read_to_string(PathBuf::from(folder).join(path)).ok()
}

fn record(item: &Json) -> Record {
    csl_json::item(item, &mut Vec::new()).expect("an item")
}

/// Every form in both editions.
fn citations(record: &Record) -> Vec<String> {
    let mut all = Vec::new();
    for edition in [Edition::Seventeenth, Edition::Eighteenth] {
        for form in [
            Form::Note,
            Form::ShortNote,
            Form::Bibliography,
            Form::ReferenceList,
            Form::InText,
        ] {
            let options = Options {
                edition,
                form,
                ..Options::default()
            };
            all.push(write::html(&chicago::cite(record, &options).tree));
        }
    }
    all
}

#[test]
fn one_item_in_both_shapes() {
    let exported = r#"{"id":7,"type":"document","title":"Telegram  to\nthe Ministry","volume":2,
        "issued":{"raw":"August 14, 1961"},"author":[{"family":"Ministry of Mines","given":""}],"DOI":"",
        "note":"type: manuscript\narchive: State Archives\narchive_collection: Mines\nrecipient: Doe || Ann\nOCLC: 12"}"#;
    let cleaned = r#"{"id":"7","type":"manuscript","title":"Telegram to the Ministry","volume":"2",
        "issued":{"date-parts":[[1961,8,14]]},"author":[{"literal":"Ministry of Mines"}],
        "archive":"State Archives","archive_collection":"Mines","recipient":[{"family":"Doe","given":"Ann"}]}"#;
    let read = |text: &str| record(&json::parse(text).expect("JSON"));
    assert_eq!(citations(&read(exported)), citations(&read(cleaned)));
}

#[test]
fn a_library_of_items() {
    let (Some(items), Some(gold)) = (
        shared("peers/data/items.json"),
        shared("gold/reference.jsonl"),
    ) else {
        println!("skipped: no shared data beside this checkout");
        return;
    };
    let mut cleaned: Vec<Record> = Vec::new();
    for line in gold.lines() {
        let case = json::parse(line).expect("JSON");
        let cited = record(case.member("item").expect("an item"));
        if !cleaned.iter().any(|known| known.id == cited.id) {
            cleaned.push(cited);
        }
    }
    let items = json::parse(&items).expect("JSON");
    let mut compared = 0;
    for item in items.elements() {
        let exported = record(item);
        let Some(clean) = cleaned.iter().find(|clean| clean.id == exported.id) else {
            continue;
        };
        assert_eq!(citations(&exported), citations(clean), "{}", exported.id);
        compared += 1;
    }
    assert!(compared > 200, "only {compared} items were found in both");
}
