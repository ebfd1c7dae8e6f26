//! Ways to break an input.

/// A small generator (xorshift), so that every run sees the same input.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides.max(1) as u64).unwrap()
    }
}

/// What breaks a text.
const JUNK: [&str; 16] = [
    "<",
    ">",
    "&",
    "\"",
    "'",
    "{",
    "}",
    "[",
    "]",
    "\\",
    "\0",
    "\u{1f4dc}",
    "</",
    "<!--",
    "TY  - ",
    "@",
];

/// An input broken in a few places; now and then a piece of it is said again.
pub fn broken(input: &str, piece: &str, dice: &mut Dice) -> String {
    let mut text: Vec<char> = input.chars().collect();
    for _ in 0..=dice.roll(4) {
        let at = dice.roll(text.len());
        match dice.roll(4) {
            0 => text.truncate(at),
            1 => {
                text.drain(at..(at + dice.roll(9)).min(text.len()));
            }
            2 => drop(text.splice(at..at, piece.chars())),
            _ => drop(text.splice(at..at, JUNK[dice.roll(JUNK.len())].chars())),
        }
    }
    text.into_iter().collect()
}
