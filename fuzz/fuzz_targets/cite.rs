//! Any JSON as an item, in every form of both editions: no panic, well-formed HTML, no sign of an error in the text.
#![no_main]

use callslip::chicago::{self, Edition, Form, Options};
use callslip::{json, read, write};
use callslip_fuzz::is_well_formed;
use libfuzzer_sys::fuzz_target;

const FORMS: [Form; 5] = [
    Form::Note,
    Form::ShortNote,
    Form::Bibliography,
    Form::ReferenceList,
    Form::InText,
];

fuzz_target!(|text: &str| {
    let Ok(item) = json::parse(text) else { return };
    let Ok(record) = read::csl_json::item(&item, &mut Vec::new()) else {
        return;
    };
    for edition in [Edition::Seventeenth, Edition::Eighteenth] {
        for form in FORMS {
            let citation = chicago::cite(
                &record,
                &Options {
                    edition,
                    form,
                    ..Options::default()
                },
            );
            is_well_formed(&write::html(&citation.tree));
            write::markdown(&citation.tree);
            assert!(
                !write::text(&citation.tree).contains("undefined") || text.contains("undefined")
            );
        }
    }
});
