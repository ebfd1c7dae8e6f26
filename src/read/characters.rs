//! Characters that no text has: NUL, which a program may hand over, and half a pair of surrogates in the escapes of JSON.
//!
//! NUL is replaced before anything is read, so no reader need know of it; places are those of the input all the same.

use super::Format;
use crate::digits;
use crate::record::Reading;
use crate::scan;
use crate::tree::Block;
use crate::warning::{Place, Severity, Warning};

/// How many bytes longer U+FFFD is than NUL.
const LONGER: usize = 2;

/// Reads a text with `read`, which never meets NUL.
pub(super) fn read(format: Format, text: &str, read: fn(Format, &str) -> Reading) -> Reading {
    let json = matches!(
        format,
        Format::CslJson
            | Format::ZoteroJson
            | Format::WilsonJson
            | Format::JsonLd
            | Format::Iiif
            | Format::Json
    );
    let escaped = json && text.contains("\\u0000");
    let raw = scan::find(text, 0).is_some();
    let mut reading = if raw || escaped {
        let bare = text.replace("\\u0000", "\\ufffd").replace('\0', "\u{fffd}");
        let mut reading = read(format, &bare);
        let given = text.match_indices('\0').map(|(at, _)| at);
        let longer = given.enumerate().map(|(before, at)| at + before * LONGER);
        moved(&mut reading, &longer.collect::<Vec<_>>());
        reading.warnings.insert(0, held_nul());
        reading
    } else {
        read(format, text)
    };
    if json && let Some(at) = half(text) {
        let message = "the input has half a character; it stands as \u{fffd}";
        let warning = Warning::new("broken-encoding", message).severity(Severity::Error);
        reading.warnings.insert(0, warning.at(at, at + 6));
    }
    reading
}

/// Says that NUL was replaced.
pub(super) fn held_nul() -> Warning {
    let message = "the input held NUL characters; each stands as \u{fffd}";
    Warning::new("control-characters", message)
}

/// Gives places in the input for places in the text without NUL; `marks` are where in that text a mark stands for one.
fn moved(reading: &mut Reading, marks: &[usize]) {
    let at = |at: usize| at - LONGER * marks.partition_point(|mark| *mark < at).min(at / LONGER);
    let place = |place: &mut Place| *place = Place::new(at(place.start), at(place.end));
    let records = std::iter::once(&mut reading.record).chain(&mut reading.others);
    for (_, known) in records.flat_map(|record| &mut record.places) {
        place(known);
    }
    for field in &mut reading.document.fields {
        place(&mut field.place);
    }
    for known in reading
        .warnings
        .iter_mut()
        .filter_map(|warning| warning.place.as_mut())
    {
        place(known);
    }
    let mut blocks: Vec<&mut Block> = reading.document.body.iter_mut().collect();
    while let Some(block) = blocks.pop() {
        place(&mut block.place);
        blocks.extend(&mut block.blocks);
    }
}

/// Where an escape stands for half a pair of surrogates without the other half.
fn half(text: &str) -> Option<usize> {
    let unit = |at: usize| {
        let hex = text.get(at..)?.strip_prefix("\\u")?.get(..4)?;
        digits::read_hex(hex)
    };
    let mut after = 0;
    for (at, _) in text.match_indices("\\u") {
        let is_escape = at >= after && !text.get(..at).unwrap_or("").ends_with('\\');
        match unit(at).filter(|_| is_escape) {
            Some(0xD800..0xDC00) if matches!(unit(at + 6), Some(0xDC00..0xE000)) => after = at + 12,
            Some(0xD800..0xE000) => return Some(at),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Options, read};
    use crate::record::Variable;

    #[test]
    fn places_are_those_of_the_input() {
        let text = "TY  - BOOK\nTI  - A\0\0b\nAU  - \0Brook, Ada\nER  - \n";
        let record = read(text, &Options::default()).unwrap().record;
        assert_eq!(record.get(Variable::Title), "A\u{fffd}\u{fffd}b");
        let (_, place) = record
            .places
            .iter()
            .find(|(name, _)| name == "author")
            .unwrap();
        assert_eq!(&text[place.start..place.end], "\0Brook, Ada");
    }

    #[test]
    fn half_a_pair() {
        for (text, want) in [
            (r#""\ud83d\udcdc""#, None),
            (r#""\\ud83d""#, None),
            (r#""a\ud83d""#, Some(2)),
            (r#""\udcdc""#, Some(1)),
            (r#""\ud83d\ud83d\udcdc""#, Some(1)),
            (r#""\u00e9\u""#, None),
        ] {
            assert_eq!(half(text), want, "{text}");
        }
    }
}
