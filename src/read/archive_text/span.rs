//! Stretches of the input that know where they stand.

use crate::scan;
use crate::warning::Place;
use std::borrow::Cow;

/// A stretch of the input.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Span<'a> {
    /// Its characters.
    pub(super) text: &'a str,
    /// The byte of the input at which it begins.
    pub(super) start: usize,
}

/// White space, and the invisible characters that conversions leave behind.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{ad}')
}

impl<'a> Span<'a> {
    pub(super) fn new(text: &'a str, start: usize) -> Self {
        Self { text, start }
    }

    pub(super) fn end(self) -> usize {
        self.start + self.text.len()
    }

    pub(super) fn place(self) -> Place {
        Place::new(self.start, self.end())
    }

    pub(super) fn is_empty(self) -> bool {
        self.text.is_empty()
    }

    /// The part from byte to byte, counted within the span; empty when these are no boundaries.
    pub(super) fn part(self, from: usize, to: usize) -> Self {
        Self::new(self.text.get(from..to).unwrap_or(""), self.start + from)
    }

    /// The part from a byte of the span on.
    pub(super) fn from(self, at: usize) -> Self {
        self.part(at, self.text.len())
    }

    /// Without the space at both ends.
    pub(super) fn trim(self) -> Self {
        if let [first, .., last] = self.text.as_bytes()
            && first.is_ascii_graphic()
            && last.is_ascii_graphic()
        {
            return self;
        }
        let text = self.text.trim_start_matches(is_space);
        let start = self.start + self.text.len() - text.len();
        Self::new(text.trim_end_matches(is_space), start)
    }

    /// Trimmed, and without the Markdown that sets all of it bold or italic.
    pub(super) fn bare(self) -> Self {
        let mut span = self.trim();
        if !span.text.starts_with(['*', '_']) {
            return span;
        }
        for mark in ["**", "__", "*", "_"] {
            if let Some(inner) = span.stripped(mark, mark)
                && !inner.text.contains(mark)
            {
                span = inner.trim();
            }
        }
        span
    }

    /// Without a beginning and an end, if it has both.
    pub(super) fn stripped(self, open: &str, close: &str) -> Option<Self> {
        let inner = self.text.strip_prefix(open)?.strip_suffix(close)?;
        Some(Self::new(inner, self.start + open.len()))
    }

    /// From this span's beginning to another's end, in the input that holds both.
    pub(super) fn to(self, last: Span<'a>, input: Span<'a>) -> Self {
        input.part(self.start - input.start, last.end() - input.start)
    }

    pub(super) fn lines(self) -> Lines<'a> {
        Lines { rest: Some(self) }
    }

    /// The paragraphs: runs of lines without a blank line between. They are looked for one by one: of a long text, most
    /// readers want the first.
    pub(super) fn paragraphs(self) -> Paragraphs<'a> {
        Paragraphs {
            span: self,
            lines: self.lines(),
        }
    }
}

/// The paragraphs of a span.
pub(super) struct Paragraphs<'a> {
    span: Span<'a>,
    lines: Lines<'a>,
}

impl<'a> Iterator for Paragraphs<'a> {
    type Item = Span<'a>;

    fn next(&mut self) -> Option<Span<'a>> {
        let mut open: Option<(usize, usize)> = None;
        for line in self.lines.by_ref() {
            let trimmed = line.trim();
            if !trimmed.is_empty() {
                let from = open.map_or(trimmed.start - self.span.start, |(from, _)| from);
                open = Some((from, trimmed.end() - self.span.start));
            } else if open.is_some() {
                break;
            }
        }
        open.map(|(from, to)| self.span.part(from, to))
    }
}

/// The lines of a span, without their ends: line feeds, carriage returns, both, form feeds.
pub(super) struct Lines<'a> {
    rest: Option<Span<'a>>,
}

impl<'a> Iterator for Lines<'a> {
    type Item = Span<'a>;

    fn next(&mut self) -> Option<Span<'a>> {
        let rest = self.rest?;
        let Some(end) = scan::find_line_end(rest.text) else {
            self.rest = None;
            return Some(rest);
        };
        let windows_end = rest.text.as_bytes().get(end..end + 2) == Some(b"\r\n");
        self.rest = Some(rest.from(end + if windows_end { 2 } else { 1 }));
        Some(rest.part(0, end))
    }
}

/// A span with its white space folded and its bold marks dropped, which still knows where each character stood.
pub(super) struct Folded<'a> {
    span: Span<'a>,
    pub(super) text: Cow<'a, str>,
    /// Where a run of unchanged characters begins: in the folded text, and in the input.
    runs: Vec<(usize, usize)>,
}

impl<'a> Folded<'a> {
    pub(super) fn new(span: Span<'a>) -> Self {
        let span = span.trim();
        let mut last = ' ';
        let unchanged = span.text.chars().all(|c| {
            let folds = is_space(c) && (c != ' ' || last == ' ') || c == '*' && last == '*';
            last = c;
            !folds
        });
        if unchanged {
            return Self {
                span,
                text: Cow::Borrowed(span.text),
                runs: vec![(0, span.start)],
            };
        }
        Self::changed(span)
    }

    fn changed(span: Span<'a>) -> Self {
        let mut text = String::with_capacity(span.text.len());
        let mut runs = vec![(0, span.start)];
        let mut skipped = false;
        let mut skip = 0;
        for (at, c) in span.text.char_indices() {
            let rest = span.text.get(at..).unwrap_or("");
            if skip > 0 {
                skip -= 1;
            } else if rest.starts_with("**") {
                skip = 1;
                skipped = true;
            } else if is_space(c) && (text.is_empty() || text.ends_with(' ')) {
                skipped = true;
            } else {
                if skipped {
                    runs.push((text.len(), span.start + at));
                }
                text.push(if is_space(c) { ' ' } else { c });
                // A folded space may be longer in the input than in the text.
                skipped = is_space(c) && c != ' ';
            }
        }
        text.truncate(text.trim_end().len());
        Self {
            span,
            text: Cow::Owned(text),
            runs,
        }
    }

    /// Where a part of the folded text stood in the input.
    pub(super) fn place(&self, start: usize, end: usize) -> Place {
        let begin = self.origin(|folded| folded <= start, start);
        let mut end = self.origin(|folded| folded < end, end).max(begin);
        // A folded space may be longer in the input.
        while end < self.span.end() && !self.span.text.is_char_boundary(end - self.span.start) {
            end += 1;
        }
        Place::new(begin, end)
    }

    fn origin(&self, before: impl Fn(usize) -> bool, at: usize) -> usize {
        let next = self.runs.partition_point(|(folded, _)| before(*folded));
        let (folded, input) = self
            .runs
            .get(next.saturating_sub(1))
            .copied()
            .unwrap_or((0, 0));
        input + at - folded.min(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_keeps_places() {
        let input = "  **No.**  \n **61.530**\tand\u{a0}more ";
        let folded = Folded::new(Span::new(input, 0));
        assert_eq!(folded.text, "No. 61.530 and more");
        for part in ["No.", "61.530", "and", "more"] {
            let start = folded.text.find(part).unwrap();
            let place = folded.place(start, start + part.len());
            assert_eq!(&input[place.start..place.end], part);
        }
    }

    #[test]
    fn lines_and_paragraphs() {
        let span = Span::new("a\r\nb\n\n \u{a0}\nc\rd", 10);
        let lines: Vec<_> = span.lines().map(|line| (line.text, line.start)).collect();
        assert_eq!(
            lines,
            [
                ("a", 10),
                ("b", 13),
                ("", 15),
                (" \u{a0}", 16),
                ("c", 20),
                ("d", 22)
            ]
        );
        let paragraphs: Vec<_> = span.paragraphs().map(|p| p.text).collect();
        assert_eq!(paragraphs, ["a\r\nb", "c\rd"]);
    }

    #[test]
    fn bold_is_taken_off() {
        assert_eq!(
            Span::new(" **Citation:**  ", 0).bare(),
            Span::new("Citation:", 3)
        );
        assert_eq!(
            Span::new("**a** and **b**", 0).bare().text,
            "**a** and **b**"
        );
    }
}
