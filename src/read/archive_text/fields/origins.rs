//! Strings of JSON laid out as one text, with a map back to the input.

/// A text and where its characters stood.
#[derive(Default)]
pub(super) struct Layout {
    pub(super) text: String,
    /// Where a run of unchanged characters begins: in the text, and in the input; nowhere, if it does not stand there.
    runs: Vec<(usize, Option<usize>)>,
}

impl Layout {
    /// Adds characters that do not stand in the input.
    pub(super) fn made(&mut self, text: &str) {
        self.runs.push((self.text.len(), None));
        self.text.push_str(text);
    }

    /// Adds a string; `raw` is how it is written in the input, from `start` on.
    pub(super) fn string(&mut self, text: &str, raw: &str, start: usize) {
        let base = self.text.len();
        self.text.push_str(text);
        for (at, origin) in escapes(raw) {
            self.runs.push((base + at, Some(start + origin)));
        }
    }

    /// Adds a part of a string, whose first character stood there in the input.
    pub(super) fn piece(&mut self, text: &str, origin: usize) {
        self.runs.push((self.text.len(), Some(origin)));
        self.text.push_str(text);
    }

    /// Where a part of the text stood in the input. Characters at its ends that do not stand there are left out.
    pub(super) fn origin(&self, start: usize, end: usize) -> (usize, usize) {
        let first = self.runs.partition_point(|(text, _)| *text <= start);
        let last = self.runs.partition_point(|(text, _)| *text < end);
        let run = |at: usize| self.runs.get(at).copied();
        let begin = match first.checked_sub(1).and_then(run) {
            Some((text, Some(input))) => input + start.saturating_sub(text),
            _ => (first..last)
                .filter_map(run)
                .find_map(|(_, input)| input)
                .unwrap_or(0),
        };
        let finish = (0..last).rev().find_map(|at| {
            let (text, input) = run(at)?;
            let stop = run(at + 1).map_or(end, |(next, _)| next.min(end));
            Some(input? + stop.saturating_sub(text))
        });
        (begin, finish.unwrap_or(begin).max(begin))
    }
}

/// Where a byte of the string stood, by its runs.
pub(super) fn find(runs: &[(usize, usize)], at: usize) -> usize {
    let next = runs.partition_point(|(text, _)| *text <= at);
    let (text, input) = runs.get(next.saturating_sub(1)).copied().unwrap_or((0, 0));
    input + at.saturating_sub(text)
}

/// The runs of a JSON string without escapes: where each begins in the string, and in how it is written.
pub(super) fn escapes(raw: &str) -> Vec<(usize, usize)> {
    let mut runs = vec![(0, 0)];
    let mut shift = 0;
    let mut at = 0;
    while let Some(found) = raw.get(at..).and_then(|rest| rest.find('\\')) {
        let start = at + found;
        let rest = raw.get(start..).unwrap_or("");
        let (written, read) = escape(rest);
        // The escaped character itself, and what follows it.
        runs.push((start - shift, start));
        shift += written - read.min(written);
        at = start + written;
        runs.push((at - shift, at));
    }
    runs
}

/// How many bytes an escape is written with, and how many its character has.
fn escape(rest: &str) -> (usize, usize) {
    if !rest.starts_with("\\u") {
        return (2.min(rest.len()), 1);
    }
    let unit = |at: usize| {
        rest.get(at..at + 4)
            .and_then(|hex| u32::from_str_radix(hex, 16).ok())
    };
    let high = unit(2).unwrap_or(0xfffd);
    let low = rest
        .get(6..8)
        .filter(|next| *next == "\\u")
        .and_then(|_| unit(8));
    match low {
        Some(0xdc00..=0xdfff) if (0xd800..0xdc00).contains(&high) => (12.min(rest.len()), 4),
        _ => {
            let length = char::from_u32(high)
                .unwrap_or(char::REPLACEMENT_CHARACTER)
                .len_utf8();
            (6.min(rest.len()), length)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lead_back_through_escapes() {
        let raw = r#"a\nbé\u00e9c\ud83d\udcdcd"#;
        let text = "a\nb\u{e9}\u{e9}c\u{1f4dc}d";
        let mut layout = Layout::default();
        layout.made("x: ");
        layout.string(text, raw, 100);
        for letter in ["a", "b", "c", "d"] {
            let at = layout.text.rfind(letter).unwrap();
            let (start, end) = layout.origin(at, at + 1);
            assert_eq!(&raw[start - 100..end - 100], letter);
        }
        layout.made("; y");
        let whole = layout.origin(0, layout.text.len());
        assert_eq!(whole, (100, 100 + raw.len()));
    }
}
