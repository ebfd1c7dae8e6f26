//! What is shown of any bytes is well-formed HTML.
#![no_main]

use callslip::write;
use callslip_fuzz::{is_well_formed, reading};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Some((_, reading)) = reading(data) {
        is_well_formed(&write::document(&reading.document, &Default::default()));
    }
});
