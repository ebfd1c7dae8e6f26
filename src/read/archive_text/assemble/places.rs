//! Places of a text that was laid out from another, led back to it.

use crate::record::Reading;
use crate::tree::Block;
use crate::warning::Place;

/// Leads every place of a reading back.
pub(super) fn lead_back(reading: &mut Reading, origin: &dyn Fn(Place) -> Place) {
    for (_, place) in &mut reading.record.places {
        *place = origin(*place);
    }
    for field in &mut reading.document.fields {
        field.place = origin(field.place);
    }
    for warning in &mut reading.warnings {
        warning.place = warning.place.map(origin);
    }
    blocks(&mut reading.document.body, origin);
}

fn blocks(body: &mut [Block], origin: &dyn Fn(Place) -> Place) {
    for block in body {
        block.place = origin(block.place);
        blocks(&mut block.blocks, origin);
    }
}
