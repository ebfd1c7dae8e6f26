//! Any bytes in any format: no panic, every place in the text, no word of archive text lost.
#![no_main]

use callslip_fuzz::{no_word_is_lost, places_are_in_the_text, reading};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Some((text, reading)) = reading(data) {
        places_are_in_the_text(&text, &reading);
        if reading.format == "archive-text" {
            no_word_is_lost(&text, &reading);
        }
    }
});
