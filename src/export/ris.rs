//! RIS, as Zotero, EndNote and citation-js read it.
//!
//! ```text
//! record = "TY  - " type *( tag "  - " value ) "ER  - "
//! ```
//!
//! The archive is `DB` and the way down to the item `AV`, which both Zotero and citation-js read; letters are `PCOMM`,
//! whose second author `A2` is the addressee. `GEN` is never written: it comes back as a journal article.

use super::facts;
use crate::date::{Date, Point};
use crate::digits;
use crate::record::{DateVariable, Kind, Record, Role, Variable};

/// Exports a record as RIS.
///
/// ```
/// use callslip::record::{Kind, Record, Variable};
/// let mut record = Record::new(Kind::Book);
/// record.set(Variable::Title, "Swing Time");
/// assert_eq!(callslip::export::ris::ris(&record), "TY  - BOOK\r\nTI  - Swing Time\r\nER  - \r\n");
/// ```
pub fn ris(record: &Record) -> String {
    let mut out = Lines::default();
    out.line("TY", kind(record));
    out.line("ID", &facts::one_line(&record.id));
    for (variable, tag) in TEXTS {
        out.line(tag, &facts::text(record, variable));
    }
    names(record, &mut out);
    dates(record, &mut out);
    pages(record, &mut out);
    out.line("DB", &facts::archive(record));
    out.line("AV", &facts::location(record));
    out.line("DP", &facts::host(record));
    out.line("LA", &facts::one_line(&record.language));
    for keyword in facts::keywords(record) {
        out.line("KW", &keyword);
    }
    for note in facts::notes(record) {
        out.line("N1", &note);
    }
    out.line("CY", &place(record));
    out.0.push_str("ER  - \r\n");
    out.0
}

/// The tags that hold one variable.
const TEXTS: [(Variable, &str); 20] = [
    (Variable::Title, "TI"),
    (Variable::TitleShort, "ST"),
    (Variable::ContainerTitle, "T2"),
    (Variable::CollectionTitle, "T3"),
    (Variable::JournalAbbreviation, "J2"),
    (Variable::Publisher, "PB"),
    (Variable::Volume, "VL"),
    (Variable::Issue, "IS"),
    (Variable::Edition, "ET"),
    (Variable::Number, "M1"),
    (Variable::NumberOfVolumes, "NV"),
    (Variable::Genre, "M3"),
    (Variable::Isbn, "SN"),
    (Variable::Issn, "SN"),
    (Variable::CallNumber, "CN"),
    (Variable::Doi, "DO"),
    (Variable::Url, "UR"),
    (Variable::Abstract, "AB"),
    (Variable::License, "C1"),
    (Variable::Section, "SE"),
];

#[derive(Default)]
struct Lines(String);

impl Lines {
    /// Adds a line that says something.
    fn line(&mut self, tag: &str, value: &str) {
        if !value.is_empty() {
            self.0.push_str(tag);
            self.0.push_str("  - ");
            self.0.push_str(value);
            self.0.push_str("\r\n");
        }
    }
}

fn kind(record: &Record) -> &'static str {
    if facts::is_letter(record) {
        return "PCOMM";
    }
    match record.kind {
        Kind::ArticleJournal | Kind::Review | Kind::ReviewBook => "JOUR",
        Kind::ArticleMagazine => "MGZN",
        Kind::ArticleNewspaper => "NEWS",
        Kind::Article => "UNPB",
        Kind::Bill => "BILL",
        Kind::Book | Kind::Classic | Kind::Pamphlet | Kind::Collection => "BOOK",
        Kind::Broadcast | Kind::MotionPicture => "MPCT",
        Kind::Chapter => "CHAP",
        Kind::Dataset => "DATA",
        Kind::Entry | Kind::EntryEncyclopedia => "ENCYC",
        Kind::EntryDictionary => "DICT",
        Kind::Figure | Kind::Graphic => "ART",
        Kind::Hearing => "HEAR",
        Kind::LegalCase => "CASE",
        Kind::Legislation | Kind::Regulation | Kind::Treaty => "STAT",
        Kind::Map => "MAP",
        Kind::MusicalScore => "MUSIC",
        Kind::PaperConference => "CPAPER",
        Kind::Patent => "PAT",
        Kind::Periodical => "SER",
        Kind::Post | Kind::PostWeblog => "BLOG",
        Kind::Report => "RPRT",
        Kind::Software => "COMP",
        Kind::Song => "SOUND",
        Kind::Speech | Kind::Event | Kind::Performance => "SLIDE",
        Kind::Standard => "STAND",
        Kind::Thesis => "THES",
        Kind::Webpage => "ELEC",
        Kind::Manuscript | Kind::Document | Kind::Interview | Kind::PersonalCommunication => {
            "MANSCPT"
        }
    }
}

fn names(record: &Record, out: &mut Lines) {
    let second = if facts::is_letter(record) {
        Role::Recipient
    } else {
        Role::Editor
    };
    for (role, tag) in [
        (Role::Author, "AU"),
        (second, "A2"),
        (Role::CollectionEditor, "A3"),
        (Role::Translator, "A4"),
    ] {
        for name in record.names(role) {
            out.line(tag, &facts::inverted(name));
        }
    }
    // Other people have no tag: their role is said in a note.
    for (role, people) in record.all_names() {
        let held = [
            Role::Author,
            second,
            Role::CollectionEditor,
            Role::Translator,
        ];
        for name in people.iter().filter(|_| !held.contains(role)) {
            let value = if name.literal.is_empty() {
                crate::letters::concat(&[&facts::family(name), " || ", &facts::given(name)])
            } else {
                facts::one_line(&name.literal)
            };
            out.line("N1", &crate::letters::concat(&[role.name(), ": ", &value]));
        }
    }
}

fn dates(record: &Record, out: &mut Lines) {
    if let Some(date) = facts::date(record) {
        match date.start {
            Some(point) => out.line("PY", &digits::signed(point.year)),
            None => out.line("PY", &facts::day(date)),
        }
        out.line("DA", &slashed(date));
    }
    if let Some(date) = record.date(DateVariable::Accessed) {
        out.line("Y2", &slashed(date));
    }
}

/// `1973/11/26/`; what is not known stays empty, and words stand after the last stroke.
fn slashed(date: &Date) -> String {
    let Some(point) = date.start else {
        return "///".to_owned() + &facts::one_line(&date.literal);
    };
    let mut out = Point::year(point.year).edtf();
    out.push('/');
    if (1..=12).contains(&point.month) {
        digits::push_padded(&mut out, point.month.into(), 2);
    }
    out.push('/');
    if point.day > 0 {
        digits::push_padded(&mut out, point.day.into(), 2);
    }
    out.push('/');
    let one_point = date.end == crate::date::End::Same && !date.uncertain && !date.approximate;
    if !one_point || point.month > 12 {
        out.push_str(&date.edtf());
    }
    out
}

/// First and last page, where the pages are one range.
fn pages(record: &Record, out: &mut Lines) {
    let pages = facts::text(record, Variable::Page);
    match pages.split_once(['-', '\u{2013}']) {
        Some((first, last)) if !last.contains([',', '-', '\u{2013}']) => {
            out.line("SP", first.trim());
            out.line("EP", last.trim_start_matches(['-', '\u{2013}', ' ']));
        }
        _ => out.line("SP", &pages),
    }
}

/// Where it was sent from or published.
fn place(record: &Record) -> String {
    let sent = facts::text(record, Variable::EventPlace);
    if facts::is_letter(record) && !sent.is_empty() {
        return sent;
    }
    facts::text(record, Variable::PublisherPlace)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::Name;

    #[test]
    fn a_telegram_keeps_its_archive() {
        let mut record = Record::new(Kind::Manuscript);
        record.set(Variable::Title, "Telegram\r\nER  - from X");
        record.set_names(Role::Author, vec![Name::person("Ann", "Doe")]);
        record.set_names(Role::Recipient, vec![Name::literal("Ministry of Mines")]);
        record.set_names(Role::Contributor, vec![Name::person("Bo", "Roe")]);
        record.set_date(DateVariable::Issued, Date::parse("1961-08-14").unwrap());
        record.set(Variable::Archive, "State Archives");
        record.set(Variable::ArchiveLocation, "box 2");
        let archival = record.archival_mut();
        archival.classification = "SECRET".to_owned();
        assert_eq!(
            ris(&record),
            "TY  - PCOMM\r\nTI  - Telegram ER - from X\r\nAU  - Doe, Ann\r\nA2  - Ministry of Mines\r\nN1  - contributor: Roe || Bo\r\n\
             PY  - 1961\r\nDA  - 1961/08/14/\r\nDB  - State Archives\r\nAV  - box 2\r\nN1  - Classification: SECRET\r\nER  - \r\n"
        );
    }

    #[test]
    fn pages_are_first_and_last() {
        let mut record = Record::new(Kind::ArticleJournal);
        record.set(Variable::Page, "12\u{2013}20");
        assert!(ris(&record).contains("SP  - 12\r\nEP  - 20\r\n"));
        record.set(Variable::Page, "12-14, 20-22");
        assert!(ris(&record).contains("SP  - 12-14, 20-22\r\n"));
    }
}
