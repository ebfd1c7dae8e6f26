//! Texts that cross as JavaScript holds them, in units of sixteen bits: engines copy those several times as fast as they make
//! UTF-8 of them or read it.

use std::cell::RefCell;

use crate::{scan, utf16};
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

thread_local! {
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

/// Reads the text that was put there; the answer is that of `read`.
#[wasm_bindgen(js_name = readUnits)]
pub fn read(length: usize, options: &str, number: u32) -> Result<(), JsValue> {
    let text = ROOM.with_borrow_mut(|room| {
        let text = utf16::read(room.units.get(..length).unwrap_or(&[]));
        room.shrink();
        text
    });
    super::read(text, options, number).map(give)
}

/// Shows as `showHeld` does, and says whether there is an answer.
#[wasm_bindgen(js_name = showHeldUnits)]
pub fn show_held(number: u32, options: &str) -> Result<bool, JsValue> {
    let shown = super::show_held(number, options)?;
    Ok(shown.map(give).is_some())
}

fn give(answer: String) {
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
