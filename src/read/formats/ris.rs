//! RIS: tagged lines, as databases and reference managers export them.
//!
//! ```text
//! record = "TY  - " type *( line ) "ER  -"        line = tag "  - " value *( "\n" continuation )
//! ```
//!
//! | warning | severity | what it says |
//! |---|---|---|
//! | `text-outside-records` | info | lines outside a record are shown, not cited |
//! | `record-not-closed` | info | a record ends without `ER` |
//! | `unknown-type` | warning | the type is none of RIS; cited as a document |

use super::entry::{self, Entry};
use super::people;
use crate::date::{Date, Point};
use crate::read::csl_json::{dates, note};
use crate::record::{DateVariable, Kind, Reading, Role, Variable};
use crate::tree::{Block, BlockKind, Node};
use crate::warning::{Place, Severity, Warning};

/// Reads RIS.
pub(super) fn read(text: &str) -> Reading {
    let mut reader = Reader::default();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        reader.line(line, at);
        at += line.len();
    }
    reader.close(false);
    let mut reading = entry::reading(reader.entries, reader.warnings);
    reading.document.body.extend(reader.outside);
    reading
}

#[derive(Default)]
struct Reader {
    entries: Vec<Entry>,
    warnings: Vec<Warning>,
    outside: Vec<Block>,
    /// The lines of the record that is being read: tag, value, place.
    lines: Vec<(String, String, Place)>,
    open: bool,
}

impl Reader {
    fn line(&mut self, line: &str, at: usize) {
        let trimmed = line.trim_end();
        let (bom, trimmed) = match trimmed.strip_prefix('\u{feff}') {
            Some(rest) => (3, rest),
            None => (0, trimmed),
        };
        match tag(trimmed) {
            Some(("ER", _)) => self.close(true),
            Some((tag, value)) => {
                if tag == "TY" {
                    self.close(false);
                    self.open = true;
                }
                let start = at + bom + trimmed.len() - value.len();
                let place = Place::new(start, start + value.len());
                self.tagged(tag, value, place, trimmed);
            }
            None => self.continuation(trimmed, at + bom),
        }
    }

    fn tagged(&mut self, tag: &str, value: &str, place: Place, line: &str) {
        if self.open {
            self.lines.push((tag.to_owned(), value.to_owned(), place));
        } else {
            let start = place.start + value.len() - line.len();
            self.stray(line, Place::new(start, place.end));
        }
    }

    /// A line without a tag goes on with the value before.
    fn continuation(&mut self, line: &str, at: usize) {
        let text = line.trim();
        if text.is_empty() {
            return;
        }
        let end = at + line.len();
        match self.lines.last_mut() {
            Some((_, value, place)) if self.open => {
                if !value.is_empty() {
                    value.push(' ');
                }
                value.push_str(text);
                place.end = end;
            }
            _ => self.stray(text, Place::new(end - line.trim_start().len(), end)),
        }
    }

    fn stray(&mut self, text: &str, place: Place) {
        if self.outside.is_empty() {
            let message = "lines outside a record are shown, but no record has them";
            self.warnings.push(
                Warning::new("text-outside-records", message)
                    .severity(Severity::Info)
                    .at(place.start, place.end),
            );
        }
        let nodes = vec![Node::Text(text.to_owned())];
        self.outside
            .push(Block::text(BlockKind::Paragraph, nodes, place));
    }

    fn close(&mut self, proper: bool) {
        if !self.open {
            return;
        }
        self.open = false;
        let lines = std::mem::take(&mut self.lines);
        if let (false, Some((_, _, place))) = (proper, lines.last()) {
            self.warnings.push(
                Warning::new("record-not-closed", "the record ends without ER")
                    .severity(Severity::Info)
                    .at(place.start, place.end),
            );
        }
        let entry = record(&lines, &mut self.warnings);
        self.entries.push(entry);
    }
}

/// The tag and the value of a line.
fn tag(line: &str) -> Option<(&str, &str)> {
    let (tag, rest) = line.split_at_checked(2)?;
    let mut bytes = tag.bytes();
    let right = bytes.next()?.is_ascii_uppercase() && bytes.next()?.is_ascii_alphanumeric();
    let after = rest.trim_start().strip_prefix('-')?;
    let spaced = rest.starts_with(' ') && (after.is_empty() || after.starts_with([' ', '\t']));
    (right && spaced).then(|| (tag, after.trim_start()))
}

fn record(lines: &[(String, String, Place)], warnings: &mut Vec<Warning>) -> Entry {
    let mut entry = Entry::default();
    let mut notes = String::new();
    let mut seen = Seen::default();
    for (tag, value, place) in lines {
        match tag.as_str() {
            "TY" => set_kind(&mut entry, value, *place, warnings),
            "ID" => {
                entry.show("id", "ID", value, *place);
                value.clone_into(&mut entry.record.id);
            }
            "N1" => {
                entry.show("note", "Note", value, *place);
                notes.push_str(value);
                notes.push('\n');
            }
            _ => field(&mut entry, tag, value, *place, &mut seen),
        }
    }
    seen.finish(&mut entry);
    entry.finish();
    if !notes.is_empty() {
        note::read(&mut entry.record, notes.trim_end());
    }
    entry
}

/// What two tags say together.
#[derive(Default)]
struct Seen {
    first_page: String,
    last_page: String,
    year: Option<(String, Place)>,
    date: Option<(String, Place)>,
    titles: Vec<(String, Place)>,
}

fn set_kind(entry: &mut Entry, value: &str, place: Place, warnings: &mut Vec<Warning>) {
    entry.show("type", "Type", value, place);
    match KINDS.iter().find(|(names, _)| {
        names
            .split(' ')
            .any(|name| name.eq_ignore_ascii_case(value))
    }) {
        Some((_, kind)) => entry.record.kind = *kind,
        None => warnings.push(
            Warning::new(
                "unknown-type",
                crate::letters::concat(&[
                    "\u{201c}",
                    value,
                    "\u{201d} is no RIS type; cited as a document",
                ]),
            )
            .at(place.start, place.end),
        ),
    }
}

/// The types of RIS and what they are.
const KINDS: [(&str, Kind); 33] = [
    ("JOUR EJOUR JFULL", Kind::ArticleJournal),
    ("MGZN", Kind::ArticleMagazine),
    ("NEWS", Kind::ArticleNewspaper),
    ("BOOK EBOOK EDBOOK CLSWK", Kind::Book),
    ("CHAP ECHAP", Kind::Chapter),
    ("PCOMM ICOMM", Kind::PersonalCommunication),
    ("MANSCPT UNPD", Kind::Manuscript),
    ("UNPB", Kind::Article),
    ("THES", Kind::Thesis),
    ("RPRT GOVDOC GRNT", Kind::Report),
    ("CONF CPAPER", Kind::PaperConference),
    ("ELEC WEB", Kind::Webpage),
    ("BLOG", Kind::PostWeblog),
    ("ENCYC", Kind::EntryEncyclopedia),
    ("DICT", Kind::EntryDictionary),
    ("ART FIGURE CHART", Kind::Graphic),
    ("MAP", Kind::Map),
    ("MPCT ADVS", Kind::MotionPicture),
    ("VIDEO", Kind::MotionPicture),
    ("SOUND", Kind::Song),
    ("MUSIC", Kind::MusicalScore),
    ("SLIDE", Kind::Speech),
    ("COMP", Kind::Software),
    ("DATA AGGR", Kind::Dataset),
    ("PAT", Kind::Patent),
    ("CASE", Kind::LegalCase),
    ("STAT LEGAL", Kind::Legislation),
    ("BILL UNBILL", Kind::Bill),
    ("HEAR", Kind::Hearing),
    ("STAND", Kind::Standard),
    ("PAMP", Kind::Pamphlet),
    ("SER", Kind::Periodical),
    (
        "GEN ABST INPR ANCIENT MULTI DBASE CTLG EQUA",
        Kind::Document,
    ),
];

/// Tags that hold one variable whatever the type.
const TEXTS: [(&str, Variable); 34] = [
    ("TI", Variable::Title),
    ("T1", Variable::Title),
    ("CT", Variable::Title),
    ("BT", Variable::ContainerTitle),
    ("JF", Variable::ContainerTitle),
    ("JO", Variable::ContainerTitle),
    ("J2", Variable::JournalAbbreviation),
    ("JA", Variable::JournalAbbreviation),
    ("J1", Variable::JournalAbbreviation),
    ("T3", Variable::CollectionTitle),
    ("ST", Variable::TitleShort),
    ("TT", Variable::TranslatedTitle),
    ("OP", Variable::OriginalTitle),
    ("RI", Variable::ReviewedTitle),
    ("PB", Variable::Publisher),
    ("CY", Variable::PublisherPlace),
    ("PP", Variable::PublisherPlace),
    ("VL", Variable::Volume),
    ("IS", Variable::Issue),
    ("NV", Variable::NumberOfVolumes),
    ("ET", Variable::Edition),
    ("M1", Variable::Number),
    ("M3", Variable::Genre),
    ("SE", Variable::Section),
    ("CN", Variable::CallNumber),
    ("DO", Variable::Doi),
    ("UR", Variable::Url),
    ("DB", Variable::Archive),
    ("AN", Variable::ArchiveLocation),
    ("AV", Variable::ArchiveLocation),
    ("DP", Variable::Source),
    ("AB", Variable::Abstract),
    ("N2", Variable::Abstract),
    ("C1", Variable::License),
];

const NAMES: [(&str, Role); 7] = [
    ("AU", Role::Author),
    ("A1", Role::Author),
    ("A2", Role::Editor),
    ("ED", Role::Editor),
    ("A3", Role::CollectionEditor),
    ("A4", Role::Translator),
    ("TA", Role::Author),
];

fn field(entry: &mut Entry, tag: &str, value: &str, place: Place, seen: &mut Seen) {
    if let Some((_, role)) = NAMES.iter().find(|(known, _)| *known == tag) {
        let letter = entry.record.kind == Kind::PersonalCommunication && tag == "A2";
        let role = if letter { Role::Recipient } else { *role };
        return entry.name(role, people::inverted(value), value, place);
    }
    match tag {
        "T2" => seen.titles.push((value.to_owned(), place)),
        "SP" => {
            entry.show("page", "First page", value, place);
            value.clone_into(&mut seen.first_page);
            entry.record.place("page", place.start, place.end);
        }
        "EP" => {
            entry.show("page", "Last page", value, place);
            value.clone_into(&mut seen.last_page);
        }
        "PY" | "Y1" => seen.year = Some((value.to_owned(), place)),
        "DA" => seen.date = Some((value.to_owned(), place)),
        "Y2" => date(entry, DateVariable::Accessed, value, place),
        "LA" => entry.language(value, place),
        "KW" => entry.add(Variable::Keyword, value, "; ", place),
        "SN" => {
            let digits = value.bytes().filter(u8::is_ascii_alphanumeric).count();
            let issn = digits == 8 || entry.record.kind == Kind::ArticleJournal;
            let variable = if issn { Variable::Issn } else { Variable::Isbn };
            entry.add(variable, value, " ", place);
        }
        _ => match TEXTS.iter().find(|(known, _)| *known == tag) {
            Some((_, Variable::PublisherPlace))
                if entry.record.kind == Kind::PersonalCommunication =>
            {
                entry.set(Variable::EventPlace, value, place);
            }
            Some((_, variable)) => entry.set(*variable, value, place),
            None => entry.show(tag, tag, value, place),
        },
    }
}

impl Seen {
    fn finish(self, entry: &mut Entry) {
        for (title, place) in self.titles {
            // Of a whole book the second title is its series.
            let variable = if entry.record.kind == Kind::Book {
                Variable::CollectionTitle
            } else {
                Variable::ContainerTitle
            };
            entry.set(variable, &title, place);
        }
        let pages = match (self.first_page.as_str(), self.last_page.as_str()) {
            (first, "") => first.to_owned(),
            (first, last) if first == last || first.contains('-') => first.to_owned(),
            ("", last) => last.to_owned(),
            (first, last) => crate::letters::concat(&[first, "-", last]),
        };
        entry.record.set(Variable::Page, pages);
        if let Some((value, place)) = self.date {
            date(entry, DateVariable::Issued, &value, place);
        }
        if let Some((value, place)) = self.year {
            date(entry, DateVariable::Issued, &value, place);
        }
    }
}

/// `1973/11/26/words`; the words may be a fuller date.
fn date(entry: &mut Entry, variable: DateVariable, value: &str, place: Place) {
    let mut parts = value.splitn(4, '/').map(str::trim);
    let mut number = || parts.next().unwrap_or("").parse::<i32>().ok();
    let (year, month, day) = (number(), number(), number());
    let words = parts.next().unwrap_or("");
    let small = |number: Option<i32>| u8::try_from(number.unwrap_or(0)).unwrap_or(0);
    let point = year.and_then(|year| Point::new(year, small(month), small(day)));
    entry.show(
        variable.name(),
        &entry::label(variable.name()),
        value,
        place,
    );
    if entry.record.has_date(variable) {
        return;
    }
    let fuller = Date::parse(words);
    let date = match (fuller, point) {
        (Some(date), _) => date,
        (None, Some(point)) => Date::from(point),
        (None, None) if !words.is_empty() => Date::literal(words),
        (None, None) => dates::from_text(value),
    };
    entry.record.set_date(variable, date);
    entry.record.place(variable.name(), place.start, place.end);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::ris::ris;
    use crate::name::Name;

    const LETTER: &str = "\u{feff}Provider: X\r\n\r\nTY  - PCOMM\r\nTI  - A letter,\r\nmuch too long\r\nAU  - Doe, Ann\r\nA2  - Roe, Bo\r\n\
        DA  - 1961/08/14/\r\nPY  - 1961\r\nDB  - State Archives\r\nAN  - box 2\r\nCY  - Lima\r\nN1  - original-date: 1960\r\n\
        N1  - Seen twice\r\nXX  - odd\r\nER  - \r\n";

    #[test]
    fn types_in_small_letters() {
        let reading = read("TY  - jour\nTI  - X\nER  - ");
        assert_eq!(reading.record.kind, Kind::ArticleJournal);
        assert!(reading.warnings.is_empty());
    }

    #[test]
    fn a_letter() {
        let reading = read(LETTER);
        let record = &reading.record;
        assert_eq!(record.get(Variable::Title), "A letter, much too long");
        assert_eq!(record.names(Role::Recipient), [Name::person("Bo", "Roe")]);
        assert_eq!(record.get(Variable::Archive), "State Archives");
        assert_eq!(record.get(Variable::ArchiveLocation), "box 2");
        assert_eq!(record.get(Variable::EventPlace), "Lima");
        assert_eq!(record.get(Variable::Note), "Seen twice");
        let issued = record.date(DateVariable::Issued).unwrap();
        assert_eq!(issued.to_string(), "1961-08-14");
        assert!(record.has_date(DateVariable::OriginalDate));
        assert_eq!(reading.warnings[0].code, "text-outside-records");
        assert_eq!(reading.document.body.len(), 1);
        assert!(
            reading
                .document
                .fields
                .iter()
                .any(|field| field.label == "XX")
        );
        let (_, place) = record
            .places
            .iter()
            .find(|(name, _)| name == "archive")
            .unwrap();
        assert_eq!(&LETTER[place.start..place.end], "State Archives");
    }

    #[test]
    fn what_is_written_reads_back() {
        let once = ris(&read(LETTER).record);
        assert_eq!(ris(&read(&once).record), once);
    }

    #[test]
    fn several_and_broken() {
        let reading = read("TY  - JOUR\nTI  - A\nSP  - 1\nEP  - 9\nTY  - ODD\nTI  - B\n");
        assert_eq!(reading.record.get(Variable::Page), "1-9");
        assert_eq!(reading.others.len(), 1);
        let codes: Vec<_> = reading
            .warnings
            .iter()
            .map(|warning| warning.code)
            .collect();
        assert_eq!(
            codes,
            ["record-not-closed", "record-not-closed", "unknown-type"]
        );
    }
}
