//! The parts of a head to a record, a document and remarks.

mod cited;
mod sections;

use super::agreement::{self, Known};
use super::header::{self, Head};
use super::inline::{self, Context};
use super::span::{Folded, Span};
use super::{body, title};
use crate::date::words;
use crate::record::{DateVariable, Direction, Field, Kind, LevelKind, Reading, Record, Variable};
use crate::tree::Node;
use crate::warning::{Place, Severity, Warning};

/// Some words of the input, folded, and where they stood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Printed {
    text: String,
    place: Place,
}

impl Printed {
    fn of(span: Span) -> Self {
        let folded = Folded::new(span);
        Self {
            text: folded.text.into_owned(),
            place: span.place(),
        }
    }
}

/// Reads a text, head and body.
pub(super) fn reading(text: &str) -> Reading {
    let head = header::read(Span::new(text, 0));
    let mut maker = Maker::default();
    maker.reading.format = "archive-text";
    maker.reading.record = Record::new(Kind::Manuscript);
    maker.date = head.date.map(Printed::of);
    maker.title = head.title.map(Printed::of);
    maker.citation(&head);
    maker.record_title();
    maker.record_date();
    maker.sections(&head);
    maker.fields(&head);
    maker.body(&head, text);
    maker.reading
}

/// Reads a text that is all body.
pub(super) fn plain(text: &str) -> Reading {
    let body = Span::new(text, 0);
    let mut reading = Reading {
        format: "text",
        ..Reading::default()
    };
    reading.document.body = body::read(body);
    reading.document.direction = direction(text);
    reading
}

#[derive(Default)]
struct Maker {
    reading: Reading,
    /// The head's date and title.
    date: Option<Printed>,
    title: Option<Printed>,
    /// The citation's date and title.
    cited_date: Option<Printed>,
    cited_title: Option<Printed>,
}

impl Maker {
    fn warn(&mut self, warning: Warning) {
        self.reading.warnings.push(warning);
    }

    fn place(&mut self, field: &str, place: Place) {
        self.reading.record.place(field, place.start, place.end);
    }

    fn set(&mut self, variable: Variable, text: &str, place: Place) {
        self.reading.record.set(variable, text);
        self.place(variable.name(), place);
    }

    fn field(&mut self, name: &str, label: &str, values: Vec<Vec<Node>>, place: Place) {
        self.reading.document.fields.push(Field {
            name: name.to_owned(),
            label: label.to_owned(),
            values,
            place,
        });
    }

    fn text_field(&mut self, name: &str, label: &str, printed: &Printed) {
        let values = vec![vec![Node::Text(printed.text.clone())]];
        self.field(name, label, values, printed.place);
    }

    /// The title, by its better witness: the citation, whose lines no page broke.
    fn record_title(&mut self) {
        if let (Some(head), Some(cited)) = (&self.title, &self.cited_title)
            && !alike(&head.text, &cited.text)
        {
            let message = format!(
                "the title above is \u{201c}{}\u{201d}, but the citation says \u{201c}{}\u{201d}",
                head.text, cited.text
            );
            let place = head.place;
            self.warn(Warning::new("titles-disagree", message).at(place.start, place.end));
        }
        let Some(printed) = self.cited_title.clone().or_else(|| self.title.clone()) else {
            return;
        };
        let parts = title::split(&printed.text);
        let part = |range: std::ops::Range<usize>| printed.text.get(range).unwrap_or("").to_owned();
        let description = part(parts.description);
        let record = &mut self.reading.record;
        if description != printed.text {
            record.set(Variable::TitleShort, description.as_str());
        }
        record.set(Variable::Genre, title::genre(&description));
        let archival = record.archival_mut();
        archival.description = description;
        archival.classification = part(parts.classification);
        archival.item_number = part(parts.number);
        self.set(Variable::Title, &printed.text, printed.place);
        let shown = self.title.clone().unwrap_or(printed);
        self.reading.document.title = vec![Node::Text(shown.text)];
    }

    /// The date, by the head, else by the citation.
    fn record_date(&mut self) {
        if let (Some(head), Some(cited)) = (&self.date, &self.cited_date) {
            let (one, other) = (words::parse(&head.text), words::parse(&cited.text));
            if one.is_some() && other.is_some() && one != other {
                let message = format!(
                    "the header is dated {}, but the citation says {}",
                    head.text, cited.text
                );
                let place = cited.place;
                self.warn(Warning::new("dates-disagree", message).at(place.start, place.end));
            }
        }
        let Some(printed) = self.date.clone().or_else(|| self.cited_date.clone()) else {
            return;
        };
        self.issue(&printed);
    }

    /// Sets the date of the record; one that can be read in two ways stays in its words.
    fn issue(&mut self, printed: &Printed) {
        let Some(dated) = words::parse(&printed.text) else {
            return;
        };
        let place = printed.place;
        let mut date = dated.date;
        if let Some(other) = dated.other {
            let message = format!("{} can be read as {date} and as {other}", printed.text);
            self.warn(Warning::new("ambiguous-date", message).at(place.start, place.end));
            date = crate::date::Date::literal(&printed.text);
        }
        let record = &mut self.reading.record;
        if printed.text.starts_with('[') {
            printed
                .text
                .clone_into(&mut record.archival_mut().date_as_printed);
        }
        record.set_date(DateVariable::Issued, date);
        self.place("issued", place);
    }

    /// The body, its language and script, and what in it does not agree with the head.
    fn body(&mut self, head: &Head, input: &str) {
        self.reading.document.body = body::read(head.body);
        let blocks = &self.reading.document.body;
        self.reading.document.direction = direction(head.body.text);
        let record = &self.reading.record;
        let printed = self.date.as_ref().or(self.cited_date.as_ref());
        let known = Known {
            date: printed
                .zip(record.date(DateVariable::Issued))
                .map(|(printed, date)| (printed.text.as_str(), date)),
            period: agreement::period(record),
        };
        let mut warnings = Vec::new();
        if let Some(printed) = printed {
            agreement::within_period(printed.place, &known, &mut warnings);
        }
        agreement::registry(input, blocks, &known, &mut warnings);
        agreement::fields(input, blocks, &known, &mut warnings);
        self.reading.warnings.append(&mut warnings);
        if !head.found {
            self.reading.format = "text";
            self.without_head(head, input);
        }
    }

    /// Says that nothing was told apart, and why.
    fn without_head(&mut self, head: &Head, input: &str) {
        let place = head.body.trim().place();
        let (code, message) = if place.start == place.end {
            ("empty-input", "there is nothing to read")
        } else {
            (
                "no-header",
                "no title, date or citation was found; the text is shown as it stands",
            )
        };
        let end = place.end.min(input.len());
        self.warn(
            Warning::new(code, message)
                .severity(Severity::Warning)
                .at(place.start, end),
        );
    }
}

/// Whether two titles are the same but for case, quotation marks and space.
fn alike(one: &str, other: &str) -> bool {
    let letters = |text: &str| {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    letters(one) == letters(other)
}

/// The direction of a text's script, by its first letters.
fn direction(text: &str) -> Direction {
    let mut right = 0;
    let letters = text.chars().filter(|c| c.is_alphabetic()).take(400);
    let all = letters
        .inspect(|c| right += usize::from(is_right_to_left(*c)))
        .count();
    if right * 2 > all {
        Direction::RightToLeft
    } else {
        Direction::LeftToRight
    }
}

fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}
