//! A text without a head: its title and date may stand in its first lines. What is taken from there is said to be a guess.

use super::assemble::Printed;
use super::location;
use super::marking::is_marking;
use super::span::Span;
use super::title::is_item_number;
use crate::date::words;
use crate::letters;
use crate::scan::{self, Signs};
use crate::tree::{Block, BlockKind, Node};
use crate::warning::Place;

/// The title and the date that the first lines seem to give.
#[derive(Default)]
pub(super) struct Guess<'a> {
    pub(super) title: Option<Span<'a>>,
    pub(super) date: Option<Span<'a>>,
}

/// Guesses from the first blocks of a body. Without a date or a marking among them nothing is guessed: it may be any text.
pub(super) fn from<'a>(input: Span<'a>, blocks: &[Block]) -> Guess<'a> {
    let mut guess = Guess::default();
    let mut marked = false;
    let mut rank_follows = false;
    for block in lines(blocks).take(16) {
        let line = input
            .part(
                block.place.start - input.start,
                block.place.end - input.start,
            )
            .bare();
        if line.text.len() > 240 {
            break;
        }
        match block.kind {
            BlockKind::Classification | BlockKind::Distribution | BlockKind::Registry => {
                marked = true
            }
            BlockKind::Field => field(block, line, &mut guess),
            BlockKind::Heading(_) => {
                guess.title = guess.title.or(Some(line.from(hashes(line.text)).trim()))
            }
            // Below the name of a `To:` or `From:` stands the rank.
            BlockKind::Paragraph if rank_follows => {}
            BlockKind::Paragraph | BlockKind::Cell if block.number.is_none() => {
                paragraph(line, &mut guess)
            }
            _ => {}
        }
        rank_follows = block.kind == BlockKind::Field;
    }
    if guess.date.is_none() && !marked {
        guess.title = None;
    }
    guess
}

/// A note that is a location and nothing else, as a transcript's source stands in its first note.
pub(super) fn location(blocks: &[Block]) -> Option<Printed> {
    let notes = blocks
        .iter()
        .rev()
        .take_while(|block| block.kind == BlockKind::Note);
    notes
        .filter(|note| note.number.as_deref() == Some("1"))
        .find_map(|note| {
            let [Node::Text(text)] = note.nodes.as_slice() else {
                return None;
            };
            // The note's text stands at the end of its block.
            let end = note.place.end - (text.len() - text.trim_end_matches('.').len());
            let text = text.trim_end_matches('.');
            let known = location::parse(text).is_some_and(|holding| !holding.repository.is_empty());
            known.then(|| Printed {
                text: text.to_owned(),
                place: Place::new(end.saturating_sub(text.len()), end),
            })
        })
}

/// `M e m o r a n d u m`
fn is_spaced(text: &str) -> bool {
    text.split(' ')
        .take(5)
        .all(|letter| letter.chars().count() == 1)
}

/// The blocks, and instead of a table its cells.
fn lines(blocks: &[Block]) -> impl Iterator<Item = &Block> {
    blocks.iter().flat_map(|block| {
        let cells: Vec<&Block> = match block.kind {
            BlockKind::Table => block.blocks.iter().flat_map(|row| &row.blocks).collect(),
            _ => vec![block],
        };
        cells
    })
}

fn hashes(text: &str) -> usize {
    text.bytes().take_while(|byte| *byte == b'#').count()
}

/// `Subject:` and `Date:` say it themselves.
fn field<'a>(block: &Block, line: Span<'a>, guess: &mut Guess<'a>) {
    let Some(colon) = line.text.find(':') else {
        return;
    };
    let value = line.from(colon + 1).bare();
    let label = block.number.as_deref().unwrap_or("").to_ascii_lowercase();
    match label.as_str() {
        "date" if words::parse(value.text).is_some() => guess.date = guess.date.or(Some(value)),
        "subject" | "title" | "re" => guess.title = Some(value),
        _ => {}
    }
}

fn paragraph<'a>(line: Span<'a>, guess: &mut Guess<'a>) {
    if let Some(date) = date_at_end(line) {
        guess.date = guess.date.or(Some(date));
        return;
    }
    if guess.title.is_none() && is_title(line.text) {
        guess.title = Some(line);
    }
}

/// A line that is a date, or a place and a date: `New Delhi, 1st April, 1949.`
fn date_at_end(line: Span<'_>) -> Option<Span<'_>> {
    const FIGURES: Signs = Signs::new(b"0123456789");
    if scan::SPEED {
        FIGURES.find(line.text)?;
    }
    let text = line.text.trim_end_matches(['.', ','].as_slice());
    let starts = std::iter::once(0)
        .chain(text.match_indices(", ").map(|(at, sign)| at + sign.len()))
        .take(4);
    for start in starts.filter(|start| *start < 40) {
        let rest = text.get(start..).unwrap_or("");
        let day = words::parse(rest)
            .and_then(|dated| dated.date.start)
            .is_some_and(|point| point.month > 0);
        if day {
            return Some(line.part(start, text.len()));
        }
    }
    None
}

/// A short line that begins with a capital and is no sentence, greeting or number.
fn is_title(text: &str) -> bool {
    let greeting = ["Dear", "My dear", "To ", "Sir"]
        .iter()
        .any(|word| text.starts_with(word));
    let words = 1 + text.bytes().filter(|byte| *byte == b' ').count();
    (2..=40).contains(&words)
        && text.len() >= 8
        && text.starts_with(|c: char| letters::is_capital(c) || matches!(c, '\u{201c}' | '"' | '['))
        && !text.ends_with(['.', ',', ';', ':', '?', '!'])
        && !greeting
        && !is_marking(text)
        && !is_item_number(text)
        && !text.starts_with("No.")
        && !is_spaced(text)
        && !text.eq_ignore_ascii_case("indefinite duration")
}
