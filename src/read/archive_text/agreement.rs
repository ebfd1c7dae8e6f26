//! What a document says twice and not alike: reported, never mended.

use super::span::Span;
use crate::date::words::{self, Dated};
use crate::date::{Date, End, Point};
use crate::record::LevelKind;
use crate::record::Record;
use crate::tree::{Block, BlockKind};
use crate::warning::{Place, Warning};

/// The document's date and the folder's period, as printed and as read.
pub(super) struct Known<'a> {
    /// The words that say where the date stands: `the header is dated`.
    pub(super) date: Option<(&'a str, &'a Date)>,
    /// The folder's period.
    pub(super) period: Option<(String, Date)>,
}

/// The folder's period, when the location gives one.
pub(super) fn period(record: &Record) -> Option<(String, Date)> {
    let levels = &record.archival.as_ref()?.holding.levels;
    let level = levels
        .iter()
        .find(|level| level.kind == LevelKind::Period)?;
    let dated = words::parse(&level.value)?;
    dated
        .other
        .is_none()
        .then(|| (level.value.clone(), dated.date))
}

/// Compares the dates of registry numbers with the header's and the folder's.
pub(super) fn registry(input: &str, blocks: &[Block], known: &Known, warnings: &mut Vec<Warning>) {
    for block in blocks
        .iter()
        .take(40)
        .filter(|block| block.kind == BlockKind::Registry)
    {
        let text = input.get(block.place.start..block.place.end).unwrap_or("");
        if let Some((printed, dated)) = date_within(Span::new(text, block.place.start)) {
            compare("the registry number says", printed, &dated, known, warnings);
        }
    }
}

/// Compares the lines `Date: ...` of the head with the header's date.
pub(super) fn fields(input: &str, blocks: &[Block], known: &Known, warnings: &mut Vec<Warning>) {
    for block in blocks
        .iter()
        .take(40)
        .filter(|block| block.kind == BlockKind::Field)
    {
        if !block
            .number
            .as_deref()
            .is_some_and(|label| label.eq_ignore_ascii_case("date"))
        {
            continue;
        }
        let text = input.get(block.place.start..block.place.end).unwrap_or("");
        let span = Span::new(text, block.place.start);
        let Some(colon) = text.find(':') else {
            continue;
        };
        let value = span.from(colon + 1).bare();
        if let Some(dated) = words::parse(value.text) {
            compare("its own head says", value, &dated, known, warnings);
        }
    }
}

/// Compares the header's date with the folder's period.
pub(super) fn within_period(place: Place, known: &Known, warnings: &mut Vec<Warning>) {
    let (Some((printed, date)), Some((period, covered))) = (&known.date, &known.period) else {
        return;
    };
    if date.start.is_some_and(|day| !words::covers(covered, day)) {
        let message = crate::letters::concat(&[
            "the header is dated ",
            printed,
            ", but the folder covers ",
            period,
        ]);
        warnings.push(Warning::new("dates-disagree", message).at(place.start, place.end));
    }
}

fn compare(says: &str, printed: Span, dated: &Dated, known: &Known, warnings: &mut Vec<Warning>) {
    let disagrees = |date: &Date| match (date.start, &date.end) {
        (Some(day), End::Same) => !dated.may_be(day) && !covers_either(date, dated),
        _ => !covers_either(date, dated),
    };
    let header = known.date.filter(|(_, date)| disagrees(date));
    let folder = known.period.as_ref().filter(|(_, date)| disagrees(date));
    if header.is_none() && folder.is_none() {
        return;
    }
    let [the_header, is_dated, but] = match header {
        Some((header, _)) => ["the header is dated ", header, ", but "],
        None => [""; 3],
    };
    let [the_folder, covers] = match folder {
        Some((folder, _)) if header.is_some() => [", and the folder covers ", folder],
        Some((folder, _)) => [", but the folder covers ", folder],
        None => [""; 2],
    };
    let message = crate::letters::concat(&[
        the_header,
        is_dated,
        but,
        says,
        " ",
        printed.text,
        the_folder,
        covers,
    ]);
    let place = printed.place();
    warnings.push(Warning::new("dates-disagree", message).at(place.start, place.end));
}

/// Whether a reading of the date lies within another date.
fn covers_either(date: &Date, dated: &Dated) -> bool {
    std::iter::once(&dated.date)
        .chain(&dated.other)
        .filter_map(|reading| reading.start)
        .any(|day: Point| words::covers(date, day))
}

/// The full date within a registry number: `29.4.1973` of `01/014916/29.4.1973`.
fn date_within(span: Span<'_>) -> Option<(Span<'_>, Dated)> {
    let mut start = 0;
    for piece in span.text.split(['/', ' ', ',', '[', ']', '-']) {
        let at = start;
        start += piece.len() + 1;
        let bare = piece.trim_matches(['.', '*', ' '].as_slice());
        if bare.matches('.').count() != 2 {
            continue;
        }
        if let Some(dated) = words::parse(bare) {
            let from = at + piece.find(bare).unwrap_or(0);
            return Some((span.part(from, from + bare.len()), dated));
        }
    }
    None
}
