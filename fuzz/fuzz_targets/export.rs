//! Every record in every format, and what is read back: JSON is JSON, and CSL-JSON makes the same record's exports again.
#![no_main]

use callslip::{export, json, read};
use callslip_fuzz::{is_well_formed, reading, records};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((_, reading)) = reading(data) else {
        return;
    };
    for record in records(&reading).take(4) {
        for format in export::FORMATS {
            let text = export::export(record, format).expect("every record can be exported");
            match format {
                "csl-json" => again(&text),
                "json-ld" => assert!(json::parse(&text).is_ok(), "no JSON: {text}"),
                "coins" => is_well_formed(&text),
                _ => {}
            }
        }
    }
});

/// Read and exported once more, an export is the same.
fn again(text: &str) {
    let (records, _) = read::csl_json::read(text).expect("an export can be read");
    let once: String = records
        .iter()
        .map(|record| export::export(record, "csl-json").expect("exported before"))
        .collect();
    let (records, _) = read::csl_json::read(&once).expect("an export can be read");
    let twice: String = records
        .iter()
        .map(|record| export::export(record, "csl-json").expect("exported before"))
        .collect();
    assert_eq!(once, twice);
}
