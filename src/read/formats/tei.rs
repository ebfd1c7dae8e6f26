//! TEI P5 and P4: the header to a record, the text to a document. FRUS documents are letters with a source note.
//!
//! Other XML is read as far as it resembles a text: its title, its authors, its date, and all its words.
//!
//! | warning | severity | what it says |
//! |---|---|---|
//! | `no-header` | warning | there is no header; the title was taken from the text |

mod header;
mod letter;

use super::entry::{self, Entry};
use super::flow;
use super::xml::{Node as Element, Xml};
use crate::record::{DateVariable, Kind, Reading, Role, Variable};
use crate::tree::{Block, BlockKind, Node};
use crate::warning::Warning;

/// Reads TEI.
pub(super) fn read(text: &str) -> Reading {
    let xml = Xml::new(text);
    let mut entries = Vec::new();
    let mut body = Vec::new();
    let mut warnings = Vec::new();
    let mut shown = Vec::new();
    let mut after = 0;
    for root in xml.all().filter(is_document) {
        if root.index() < after {
            continue;
        }
        after = root.end();
        let entry = document(root, &mut warnings);
        entries.push(entry);
        shown.extend(header_of(root));
        for part in parts(root) {
            body.extend(flow::blocks(part));
            shown.push(part);
        }
    }
    entry::outside(&xml, &shown, &mut body);
    finish(&xml, entries, body, warnings)
}

fn is_document(node: &Element) -> bool {
    matches!(node.name(), "TEI" | "TEI.2" | "tei") && node.is_element()
        || matches!(node.name(), "text" | "teiHeader")
}

/// What is not the header.
fn parts<'x>(root: Element<'x>) -> Vec<Element<'x>> {
    if root.name() == "text" {
        return vec![root];
    }
    root.elements()
        .filter(|part| root.name() != "teiHeader" && part.name() != "teiHeader")
        .collect()
}

fn header_of(root: Element<'_>) -> Option<Element<'_>> {
    match root.name() {
        "teiHeader" => Some(root),
        _ => root.child("teiHeader"),
    }
}

fn document(root: Element, warnings: &mut Vec<Warning>) -> Entry {
    let mut entry = Entry::new(Kind::Document);
    let header = header_of(root);
    if let Some(header) = header {
        header::read(&mut entry, header);
    }
    let text = root.child("text").unwrap_or(root);
    language(&mut entry, root, text);
    letter::read(&mut entry, header, text);
    if !entry.record.has(Variable::Title) {
        let place = root.place();
        let message = "there is no title in a header; it was taken from the text";
        warnings.push(Warning::new("no-header", message).at(place.start, place.start));
        title_from_text(&mut entry, text);
    }
    entry
}

fn language(entry: &mut Entry, root: Element, text: Element) {
    let tag = [text.get("lang"), root.get("lang")];
    if let Some(tag) = tag.into_iter().find(|tag| !tag.is_empty()) {
        entry.record.language = tag;
    }
}

/// The first heading, or the first words.
fn title_from_text(entry: &mut Entry, text: Element) {
    let heading = text
        .within()
        .find(|node| matches!(node.name(), "head" | "title" | "titlePart"));
    let found = heading.or_else(|| text.within().find(|node| node.name() == "p"));
    if let Some(found) = found {
        let words = found.text();
        let short: String = words.chars().take(120).collect();
        entry.record.set(Variable::Title, short);
        let place = found.inside();
        entry.record.place("title", place.start, place.end);
    }
}

fn finish(xml: &Xml, entries: Vec<Entry>, body: Vec<Block>, mut warnings: Vec<Warning>) -> Reading {
    warnings.extend(xml.warnings.iter().cloned());
    let mut reading = entry::reading(entries, warnings);
    reading.document.body.extend(body);
    reading
}

/// Reads XML of which nothing more is known: DocBook, JATS and the like.
pub(super) fn read_other(text: &str) -> Reading {
    let xml = Xml::new(text);
    let mut entry = Entry::new(Kind::Document);
    if let Some(root) = xml.top().find(Element::is_element) {
        other(&mut entry, root);
    }
    let mut body = Vec::new();
    for part in xml.top() {
        if part.is_element() {
            body.extend(flow::blocks(part));
        } else if !part.own_text().trim().is_empty() {
            let words = vec![Node::Text(part.text())];
            body.push(Block::text(BlockKind::Paragraph, words, part.place()));
        }
    }
    finish(&xml, vec![entry], body, Vec::new())
}

fn other(entry: &mut Entry, root: Element) {
    let early = || root.within().take(400);
    let first = |names: &[&str]| early().find(|node| names.contains(&node.name()));
    if let Some(title) = first(&["article-title", "ArticleTitle", "title", "Title"]) {
        entry.set(Variable::Title, &title.text(), title.inside());
    }
    for author in early()
        .filter(|node| matches!(node.name(), "author" | "contrib"))
        .take(20)
    {
        let name = header::name(author);
        entry.name(Role::Author, name, &author.text(), author.inside());
    }
    if let Some(date) = first(&["pubdate", "pub-date", "date"]) {
        entry.date(DateVariable::Issued, &date.text(), date.inside());
    }
    let lang = root.get("lang");
    if !lang.is_empty() {
        entry.record.language = lang;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::Name;

    const MEMO: &str = r#"<?xml version="1.0"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
  <titleStmt><title type="complete">Memorandum From Ada Brook to the Ferry
    Office, May 1961</title><title type="short">Brook, 1961</title></titleStmt>
  <publicationStmt><date type="posted" when="2014-02-10">x</date><date type="created" when="1961-05-02">y</date></publicationStmt>
</fileDesc></teiHeader>
<text><body><p><hi>Source: Department of Ports, Ferry Bureau, Brook Files, 1960-1970 (Lot File 70 D 1), Box 2, Boats. Secret. Drafted by Brook.</hi></p>
<div type="document"><head>Memorandum<note n="1">A note.</note></head><dateline>Ulm, May 2-3, 1961</dateline>
<p>One.</p><list><item>a</item></list><signed>Brook</signed></div></body></text></TEI>"#;

    #[test]
    fn a_date_of_which_the_editors_are_not_sure() {
        let text = "<TEI><teiHeader><profileDesc><correspDesc><correspAction type='sent'><persName>Ada Lind</persName>\
            <date when='1771-03-04' cert='low'>4 March</date></correspAction></correspDesc></profileDesc></teiHeader></TEI>";
        let record = read(text).record;
        assert_eq!(
            record.date(DateVariable::Issued).unwrap().edtf(),
            "1771-03-04?"
        );
    }

    #[test]
    fn a_memorandum_with_its_source_note() {
        let reading = read(MEMO);
        let record = &reading.record;
        assert_eq!(
            record.get(Variable::Title),
            "Memorandum From Ada Brook to the Ferry Office"
        );
        assert_eq!(record.get(Variable::Genre), "Memorandum");
        assert_eq!(record.names(Role::Author), [Name::person("Ada", "Brook")]);
        assert_eq!(
            record.names(Role::Recipient),
            [Name::literal("Ferry Office")]
        );
        assert_eq!(
            record.date(DateVariable::Issued).unwrap().to_string(),
            "1961-05-02/1961-05-03"
        );
        assert_eq!(record.get(Variable::EventPlace), "Ulm");
        assert_eq!(record.get(Variable::Archive), "Department of Ports");
        assert!(
            record
                .get(Variable::ArchiveLocation)
                .ends_with("Box 2, Boats")
        );
        assert_eq!(record.archival.as_ref().unwrap().classification, "Secret");
        let (_, place) = record
            .places
            .iter()
            .find(|(name, _)| name == "event-place")
            .unwrap();
        assert_eq!(&MEMO[place.start..place.end], "Ulm, May 2-3, 1961");
        let kinds: Vec<_> = reading
            .document
            .body
            .iter()
            .map(|block| &block.kind)
            .collect();
        assert_eq!(kinds.len(), 7, "{kinds:?}");
        assert_eq!(kinds[6], &BlockKind::Note);
        assert!(reading.warnings.is_empty());
    }

    #[test]
    fn a_letter_by_its_correspondence() {
        let text = r#"<TEI><teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt><sourceDesc><msDesc><msIdentifier>
            <settlement>Ulm</settlement><repository>Town Archive</repository><collection>Brook papers</collection><idno>MS 7</idno></msIdentifier></msDesc></sourceDesc></fileDesc>
            <profileDesc><correspDesc><correspAction type="sent"><persName><forename>Ada</forename> <surname>Brook</surname></persName><placeName>Ulm</placeName><date when="1861-05-02"/></correspAction>
            <correspAction type="received"><persName>Carl von Rhein</persName></correspAction></correspDesc></profileDesc></teiHeader><text xml:lang="de"><body><p>x</p></body></text></TEI>"#;
        let record = read(text).record;
        assert_eq!(record.kind, Kind::PersonalCommunication);
        assert_eq!(record.names(Role::Author), [Name::person("Ada", "Brook")]);
        assert_eq!(record.names(Role::Recipient)[0].family, "Rhein");
        assert_eq!(record.get(Variable::Archive), "Town Archive");
        assert_eq!(record.get(Variable::ArchiveLocation), "MS 7");
        assert_eq!(
            record.date(DateVariable::Issued).unwrap().to_string(),
            "1861-05-02"
        );
        assert_eq!(record.language, "de");
        // Named as the author before, she is no second one.
        let author = text.replace(
            "</title></titleStmt>",
            "</title><author>Ada Brook</author></titleStmt>",
        );
        assert_eq!(
            read(&author).record.names(Role::Author),
            [Name::person("Ada", "Brook")]
        );
    }

    #[test]
    fn hostile_input_ends() {
        for text in [
            "<TEI>".repeat(50_000),
            "<TEI><teiHeader><fileDesc>".to_owned() + &"<title>x".repeat(50_000),
            "<TEI><text>".to_owned() + &"<p>".repeat(100_000),
        ] {
            read(&text);
            read_other(&text);
        }
    }
}
