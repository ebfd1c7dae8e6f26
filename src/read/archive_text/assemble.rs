//! The parts of a head to a record, a document and remarks.

mod cited;
mod places;
mod sections;

use super::agreement::{self, Known};
use super::fields::Fields;
use super::header::{self, Head};
use super::inline::{self, Context};
use super::span::{Folded, Span};
use super::{body, guess, title};
use crate::date::words;
use crate::json::Json;
use crate::letters;
use crate::record::{DateVariable, Direction, Field, Kind, LevelKind, Reading, Record, Variable};
use crate::scan;
use crate::tree::Node;
use crate::warning::{Place, Severity, Warning};

/// Some words of the input, folded, and where they stood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Printed {
    pub(super) text: String,
    pub(super) place: Place,
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

impl Printed {
    /// Where a part of the words stood; all of them, when white space was folded between.
    fn part(&self, range: &std::ops::Range<usize>) -> Place {
        if self.place.end - self.place.start == self.text.len() {
            Place::new(self.place.start + range.start, self.place.start + range.end)
        } else {
            self.place
        }
    }
}

/// Reads a text, head and body.
pub(super) fn reading(text: &str) -> Reading {
    let head = header::read(Span::new(text, 0));
    let mut maker = Maker::default();
    maker.reading.format = "archive-text";
    maker.all(&head, text);
    maker.reading
}

/// Reads a document that comes as the fields of a JSON object; `input` is the text it was read from.
pub(super) fn fields(json: &Json, input: &str) -> Reading {
    let fields = Fields::new(json, input);
    let mut maker = Maker::default();
    maker.reading.format = "wilson-json";
    maker.all(&fields.head(), fields.text());
    places::lead_back(&mut maker.reading, &|place| {
        let (start, end) = fields.origin(place.start, place.end);
        Place::new(start, end)
    });
    maker.reading
}

/// Reads a text that is all body.
pub(super) fn plain(text: &str) -> Reading {
    let body = Span::new(text, 0);
    let mut reading = Reading {
        format: "text",
        ..Reading::default()
    };
    reading.document.body = body::read(body).blocks;
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
    /// The parts of a head, one after the other; `text` is what its spans are parts of.
    fn all(&mut self, head: &Head, text: &str) {
        self.reading.record = Record::new(Kind::Manuscript);
        self.date = head.date.map(Printed::of);
        self.title = head.title.map(Printed::of);
        self.citation(head);
        self.record_title();
        self.record_date();
        self.sections(head);
        self.source_in_body(head);
        self.host_by_address();
        if head.several_dates {
            let message = "other documents' dates stand above the document's own";
            self.warn(Warning::new("several-dates", message).severity(Severity::Info));
        }
        self.fields(head);
        self.body(head, text);
    }

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

    /// The citation's title, whose lines no page broke, unless it came with less of its letters.
    fn better_title(&self) -> Option<Printed> {
        let is_damaged = |title: &&Printed| title.text.contains('\u{FFFD}');
        let cited = self.cited_title.as_ref();
        let head = self.title.as_ref().filter(|head| !is_damaged(head));
        cited
            .filter(is_damaged)
            .and(head)
            .or(cited)
            .or(self.title.as_ref())
            .cloned()
    }

    /// The title, by its better witness.
    fn record_title(&mut self) {
        if let (Some(head), Some(cited)) = (&self.title, &self.cited_title)
            && !alike(&head.text, &cited.text)
        {
            let message = letters::concat(&[
                "the title above is \u{201c}",
                &head.text,
                "\u{201d}, but the citation says \u{201c}",
                &cited.text,
                "\u{201d}",
            ]);
            let place = head.place;
            self.warn(Warning::new("titles-disagree", message).at(place.start, place.end));
        }
        let Some(printed) = self.better_title() else {
            return;
        };
        let parts = title::split(&printed.text);
        let part = |range: &std::ops::Range<usize>| {
            printed.text.get(range.clone()).unwrap_or("").to_owned()
        };
        let description = part(&parts.description);
        let record = &mut self.reading.record;
        let stated = record
            .archival
            .as_ref()
            .map_or("", |archival| archival.classification.as_str())
            .to_owned();
        if description != printed.text {
            record.set(Variable::TitleShort, description.as_str());
        }
        record.set(Variable::Genre, title::genre(&description));
        let archival = record.archival_mut();
        archival.description = description;
        let marking = part(&parts.classification);
        archival.classification = if marking.is_empty() { stated } else { marking };
        archival.item_number = part(&parts.number);
        for (name, range) in [
            ("description", &parts.description),
            ("classification", &parts.classification),
            ("item-number", &parts.number),
        ] {
            if !range.is_empty() {
                self.place(name, printed.part(range));
            }
        }
        self.set(Variable::Title, &printed.text, printed.place);
        // Style sheets print titles in capitals; the citation has the title's own letters.
        let shown = match &self.title {
            Some(head) if !same_words(&head.text, &printed.text) => head.clone(),
            Some(head) => Printed {
                place: head.place,
                ..printed
            },
            None => printed,
        };
        self.place("document-title", shown.place);
        self.reading.document.title = vec![Node::Text(shown.text)];
    }

    /// The date, by the head, else by the citation.
    fn record_date(&mut self) {
        if let (Some(head), Some(cited)) = (&self.date, &self.cited_date) {
            let (one, other) = (words::parse(&head.text), words::parse(&cited.text));
            if one.is_some() && other.is_some() && one != other {
                let message = letters::concat(&[
                    "the header is dated ",
                    &head.text,
                    ", but the citation says ",
                    &cited.text,
                ]);
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
            let message = letters::concat(&[
                &printed.text,
                " can be read as ",
                &date.edtf(),
                " and as ",
                &other.edtf(),
            ]);
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
        let body = body::read(head.body);
        self.reading.document.body = body.blocks;
        self.furniture(&body.running_heads, head.input);
        self.remarks_on_body(head);
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

    /// What is odd about the body as a whole.
    fn remarks_on_body(&mut self, head: &Head) {
        let body = &self.reading.document.body;
        if let Some(first) = body::is_renumbered(body) {
            let place = first.place;
            let message =
                "the paragraphs are all numbered 1: their own numbers were lost on the way";
            self.warn(Warning::new("numbers-lost", message).at(place.start, place.end));
        } else if body.is_empty() && (head.title.is_some() || head.date.is_some()) {
            let message = "there is a head, but no text below it";
            self.warn(Warning::new("empty-body", message).severity(Severity::Info));
        }
        let titles = self.title.iter().chain(&self.cited_title);
        let damaged: Option<Place> = titles
            .filter(|title| has_lost_letters(&title.text))
            .map(|title| title.place)
            .next_back();
        if let Some(place) = damaged {
            let message = "question marks within words stand for letters that were lost on the way";
            self.warn(Warning::new("letters-lost", message).at(place.start, place.end));
        }
    }

    /// Says that nothing was told apart, and why; the first lines may give a title and a date.
    fn without_head(&mut self, head: &Head, input: &str) {
        let guess = guess::from(head.body, &self.reading.document.body);
        self.guessed(guess.title.map(Printed::of), guess.date.map(Printed::of));
        let place = head.body.trim().place();
        let (code, message) = if place.start == place.end {
            ("empty-input", "there is nothing to read")
        } else {
            (
                "no-header",
                "no head with a title, a date or a citation was found; the text is shown as it stands",
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

impl Maker {
    /// Takes what the first lines seem to give, and says so.
    fn guessed(&mut self, title: Option<Printed>, date: Option<Printed>) {
        let mut said = Vec::new();
        if let Some(date) = date {
            self.issue(&date);
            said.push(("date", date));
        }
        if let Some(mut title) = title {
            // The mark of a note is no part of the title.
            if let Some((head, mark)) = title.text.rsplit_once('[') {
                let digits = mark
                    .strip_suffix(']')
                    .is_some_and(|mark| mark.bytes().all(|byte| byte.is_ascii_digit()));
                if digits {
                    title.place.end -= title.text.len() - head.len();
                    title.text = head.to_owned();
                }
            }
            self.set(Variable::Title, &title.text, title.place);
            self.reading
                .record
                .set(Variable::Genre, title::genre(&title.text));
            said.push(("title", title));
        }
        if let Some(source) = guess::location(&self.reading.document.body) {
            let place = source.place;
            self.location(&source, &|start, end| {
                Place::new(place.start + start, place.start + end)
            });
            said.push(("location", source));
        }
        for (what, printed) in said {
            let message = letters::concat(&[
                "the ",
                what,
                " \u{201c}",
                &printed.text,
                "\u{201d} was taken from the text, which has no head",
            ]);
            let place = printed.place;
            self.warn(
                Warning::new("guessed", message)
                    .severity(Severity::Info)
                    .at(place.start, place.end),
            );
        }
    }
}

/// Whether two titles are the same but for case, quotation marks and space.
fn alike(one: &str, other: &str) -> bool {
    let letters = |text: &str| {
        text.chars()
            .filter(|c| letters::is_letter_or_digit(*c))
            .map(letters::lower)
            .collect::<String>()
    };
    letters(one) == letters(other)
}

/// Whether two titles are alike word by word, so that one can stand for the other and no word is lost.
fn same_words(one: &str, other: &str) -> bool {
    let mut others = other.split_whitespace();
    one.split_whitespace()
        .all(|word| others.next().is_some_and(|other| alike(word, other)))
        && others.next().is_none()
}

/// `S?ucza?ski`: a question mark between two letters.
fn has_lost_letters(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    chars.windows(3).any(
        |three| matches!(three, [a, '?', b] if letters::is_letter(*a) && letters::is_small(*b)),
    )
}

/// The direction of a text's script, by the most of its first 400 letters.
fn direction(text: &str) -> Direction {
    // Where so many are of ASCII, fewer are left than would outnumber them; the compiler counts many at once.
    let head = text.as_bytes().first_chunk::<320>();
    let is_letter = |byte: &u8| byte.is_ascii_alphabetic();
    if scan::SPEED
        && head.is_some_and(|head| head.iter().filter(|byte| is_letter(byte)).count() >= 200)
    {
        return Direction::LeftToRight;
    }
    let (mut left, mut right) = (0, 0);
    for c in text.chars().filter(|c| letters::is_letter(*c)).take(400) {
        match is_right_to_left(c) {
            true => right += 1,
            false => left += 1,
        }
        if left >= 200 {
            break;
        }
    }
    if right > left {
        Direction::RightToLeft
    } else {
        Direction::LeftToRight
    }
}

fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}
