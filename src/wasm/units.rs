//! Texts that cross as JavaScript holds them, in units of sixteen bits: engines copy those several times as fast as they make
//! UTF-8 of them or read it.

use std::cell::RefCell;

use super::{Offsets, held, options};
use crate::chicago::{self, Citation, Options};
use crate::json::{self, packed};
use crate::letters::Joined;
use crate::record::Variable;
use crate::warning::Warning;
use crate::{scan, utf16, write};
use wasm_bindgen::prelude::*;

/// The most units for which room is kept until the next text.
const LONGEST: usize = 4 << 20;

/// Where a text lies that came in, or is to go out.
struct Room {
    units: Vec<u16>,
    /// What goes out when it is all of ASCII.
    plain: Option<String>,
}

impl Room {
    /// Gives back what a long text took.
    fn shrink(&mut self) {
        if self.units.capacity() > LONGEST {
            self.units = Vec::new();
        }
    }

    fn give(&mut self, answer: String) {
        self.shrink();
        self.plain = None;
        if scan::find_beyond_ascii(&answer).is_none() {
            self.plain = Some(answer);
        } else {
            self.units.clear();
            utf16::write(&answer, &mut self.units);
        }
    }
}

/// What is asked of `cite`, and what it answers.
struct Citing {
    /// The item, or the options.
    request: Vec<u8>,
    /// The options that were told last: most are told many times.
    options: Option<Options>,
    /// The answer's parts, one after the other.
    text: String,
    /// The same when it is not all of ASCII.
    units: Vec<u16>,
    /// Where the answer lies, whether it is all of ASCII, and how long its parts are: Markdown, text, HTML, and the warnings
    /// as JSON.
    table: [usize; 6],
}

impl Citing {
    fn cite(&self, length: usize) -> Option<Citation> {
        let given = str::from_utf8(self.request.get(..length)?).ok()?;
        let citation = super::cited(&packed::read(given)?, self.options.as_ref()?).ok()?;
        let has_place = |warning: &Warning| warning.place.is_some();
        (!citation.warnings.iter().any(has_place)).then_some(citation)
    }

    fn give(&mut self, citation: &Citation) {
        let out = &mut self.text;
        out.clear();
        let markdown = write::markdown_and_text_to(&citation.tree, out);
        let text = out.len();
        write::html_to(&citation.tree, out);
        let html = out.len();
        if !citation.warnings.is_empty() {
            let warnings = super::warnings(&citation.warnings, &Offsets::none());
            json::write_to(&warnings, out);
        }
        let ends = [markdown, text, html, out.len()];
        self.table = if scan::find_beyond_ascii(out).is_none() {
            let [markdown, text, html, warnings] = lengths(ends);
            [out.as_ptr().addr(), 1, markdown, text, html, warnings]
        } else {
            let units = &mut self.units;
            units.clear();
            let mut from = 0;
            let [markdown, text, html, warnings] = lengths(ends.map(|end| {
                utf16::write(out.get(from..end).unwrap_or(""), units);
                from = end;
                units.len()
            }));
            [units.as_ptr().addr(), 0, markdown, text, html, warnings]
        };
    }
}

/// How long the parts are that end there, one after the other.
fn lengths(ends: [usize; 4]) -> [usize; 4] {
    let mut before = 0;
    ends.map(|end| end - std::mem::replace(&mut before, end))
}

thread_local! {
    static CITING: RefCell<Citing> = const {
        RefCell::new(Citing { request: Vec::new(), options: None, text: String::new(), units: Vec::new(), table: [0; 6] })
    };
    static ROOM: RefCell<Room> = const { RefCell::new(Room { units: Vec::new(), plain: None }) };
}

/// The memory in which texts lie.
#[wasm_bindgen(js_name = ownMemory)]
pub fn memory() -> JsValue {
    wasm_bindgen::memory()
}

/// Makes room for a text of so many units, and says where.
#[wasm_bindgen]
pub fn room(length: usize) -> usize {
    ROOM.with_borrow_mut(|room| {
        if room.units.len() < length {
            room.units.resize(length, 0);
        }
        room.units.as_ptr().addr()
    })
}

/// Reads the text that was put there. Whether all that was read is held; where it is not, the answer is that of `read`.
#[wasm_bindgen(js_name = readUnits)]
pub fn read(length: usize, options: &str, number: u32) -> Result<bool, JsValue> {
    let text = taken(length);
    let reading = super::read_text(&text, options)?;
    let given = held::hold_all(number, reading, text);
    let is_held = given.is_none();
    if let Some((reading, text)) = given {
        give(super::reading(text, reading, number));
    }
    Ok(is_held)
}

/// What was read under this number beside the document, as `read` tells it, and whether it is held.
#[wasm_bindgen(js_name = heldRest)]
pub fn held_rest(number: u32) -> bool {
    let rest = held::with_rest(number, |reading, offsets| {
        let mut out = super::begun(reading, offsets);
        out.push_str("null");
        super::end(&mut out, &super::warnings(&reading.warnings, offsets));
        out
    });
    rest.map(give).is_some()
}

/// The text of so many units that was put there.
pub(super) fn taken(length: usize) -> String {
    ROOM.with_borrow_mut(|room| {
        let text = utf16::read(room.units.get(..length).unwrap_or(&[]));
        room.shrink();
        text
    })
}

/// Shows as `showHeld` does, and says whether there is an answer.
#[wasm_bindgen(js_name = showHeldUnits)]
pub fn show_held(number: u32, options: &str) -> Result<bool, JsValue> {
    let shown = super::show_held(number, options)?;
    Ok(shown.map(give).is_some())
}

/// Makes room for a request of so many bytes, and says where.
#[wasm_bindgen(js_name = requestRoom)]
pub fn request_room(length: usize) -> usize {
    CITING.with_borrow_mut(|citing| {
        citing.request.resize(length, 0);
        citing.request.as_ptr().addr()
    })
}

/// Where the table of an answer to a request lies: it stays there.
#[wasm_bindgen(js_name = answerTable)]
pub fn answer_table() -> usize {
    CITING.with_borrow(|citing| citing.table.as_ptr().addr())
}

/// The keys that are packed as one byte, and those under which no text need come.
#[wasm_bindgen(js_name = packedKeys)]
pub fn packed_keys() -> String {
    let unread = chicago::UNREAD.map(Variable::name);
    [packed::KEYS.joined(","), unread.joined(",")].joined(";")
}

/// Reads options, so many bytes of JSON that were put there, for the items that follow. Whether they are any; where they are not,
/// `cite` says why.
#[wasm_bindgen]
pub fn tell(length: usize) -> bool {
    CITING.with_borrow_mut(|citing| {
        let told = citing.request.get(..length).unwrap_or(&[]);
        let options = super::parse_request("options", told).ok();
        citing.options = options.and_then(|options| options::cite(&options).ok());
        citing.options.is_some()
    })
}

/// Cites as `cite` does: the item is so many bytes that were put there, packed. Whether there is an answer; where there is
/// none, `cite` says why, or where in the JSON the warnings' places are.
#[wasm_bindgen(js_name = citeThere)]
pub fn cite(length: usize) -> bool {
    CITING.with_borrow_mut(|citing| {
        let citation = citing.cite(length);
        citation.is_some_and(|citation| {
            citing.give(&citation);
            true
        })
    })
}

pub(super) fn give(answer: String) {
    ROOM.with_borrow_mut(|room| room.give(answer));
}

/// Where the answer lies: its bytes when it is all of ASCII, its units otherwise.
#[wasm_bindgen(js_name = answerAt)]
pub fn answer_at() -> usize {
    ROOM.with_borrow(|room| match &room.plain {
        Some(plain) => plain.as_ptr().addr(),
        None => room.units.as_ptr().addr(),
    })
}

/// How many bytes it has.
#[wasm_bindgen(js_name = answerLength)]
pub fn answer_length() -> usize {
    ROOM.with_borrow(|room| match &room.plain {
        Some(plain) => plain.len(),
        None => room.units.len() * 2,
    })
}

/// Whether it is all of ASCII.
#[wasm_bindgen(js_name = isAnswerPlain)]
pub fn is_answer_plain() -> bool {
    ROOM.with_borrow(|room| room.plain.is_some())
}
