//! Dublin Core in XML, as OAI-PMH gives it, and EAC-CPF, which describes a person or body.

use super::entry::{self, Entry};
use super::flow;
use super::languages;
use super::people;
use super::xml::{Node as Element, Xml};
use crate::letters::Joined;
use crate::read::csl_json::kinds;
use crate::record::{DateVariable, Kind, Reading, Role, Variable};
use crate::warning::Place;

/// Reads records in Dublin Core, within whatever they come in.
pub(super) fn read(text: &str) -> Reading {
    let xml = Xml::new(text);
    let mut entries = Vec::new();
    let mut after = 0;
    let mut ends = Vec::new();
    for node in xml.all() {
        let container = node
            .elements()
            .any(|child| matches!(child.name(), "title" | "creator" | "date"));
        if node.index() >= after && container {
            after = node.end();
            ends.push(node);
            let mut entry = Entry::default();
            entry::show_all(&mut entry, node);
            for child in node.elements() {
                one(&mut entry, child);
            }
            entries.push(entry);
        }
    }
    let mut reading = entry::reading(entries, xml.warnings.clone());
    entry::outside(&xml, &ends, &mut reading.document.body);
    reading
}

const TEXTS: [(&str, Variable); 9] = [
    ("title", Variable::Title),
    ("alternative", Variable::TitleShort),
    ("publisher", Variable::Publisher),
    ("abstract", Variable::Abstract),
    ("description", Variable::Abstract),
    ("rights", Variable::License),
    ("license", Variable::License),
    ("source", Variable::Source),
    ("isPartOf", Variable::ContainerTitle),
];

fn one(entry: &mut Entry, node: Element) {
    let (text, place) = (node.text(), node.inside());
    match node.name() {
        "creator" => entry.name(Role::Author, people::anyone(&text), "", place),
        "contributor" => entry.name(Role::Contributor, people::anyone(&text), "", place),
        "date" | "created" | "issued" => entry.date(DateVariable::Issued, &text, place),
        "subject" => entry.add(Variable::Keyword, &text, "; ", place),
        "language" if entry.record.language.is_empty() => {
            entry.language(&languages::tag(&text), place);
        }
        "identifier" => {
            let variable = match text.as_str() {
                url if url.starts_with("http") => Variable::Url,
                doi if doi.starts_with("doi:") || doi.starts_with("10.") => Variable::Doi,
                _ => Variable::CallNumber,
            };
            entry.set(variable, text.trim_start_matches("doi:"), place);
        }
        "type" => kind(entry, &text, place),
        name => {
            if let Some((_, variable)) = TEXTS.iter().find(|(known, _)| *known == name) {
                entry.set(*variable, &text, place);
            }
        }
    }
}

/// A word for the kind, of the vocabulary of Dublin Core or another: what says no more than that it is a text is no genre.
fn kind(entry: &mut Entry, text: &str, place: Place) {
    let bare = text.to_ascii_lowercase().replace(' ', "");
    entry.record.kind = match bare.as_str() {
        "text" | "physicalobject" | "interactiveresource" | "service" => return,
        "stillimage" => Kind::Graphic,
        "movingimage" => Kind::MotionPicture,
        "sound" => Kind::Song,
        _ => match kinds::kind(text) {
            Some(kind) => kind,
            None => return entry.set(Variable::Genre, text, place),
        },
    };
}

/// Reads the description of a person or body: its name is the title, who keeps the record is the publisher.
pub(super) fn read_eac(text: &str) -> Reading {
    let xml = Xml::new(text);
    let mut entries = Vec::new();
    let mut body = Vec::new();
    let mut shown = Vec::new();
    let mut after = 0;
    for node in xml.all() {
        if node.index() < after || !matches!(node.name(), "eac-cpf" | "eac") {
            continue;
        }
        after = node.end();
        let mut entry = Entry::new(Kind::Entry);
        if let Some(control) = node.child("control").or_else(|| node.child("eacheader")) {
            entry::show_all(&mut entry, control);
        }
        eac(&mut entry, node);
        entries.push(entry);
        let described = |part: &Element| !matches!(part.name(), "control" | "eacheader");
        for part in node.elements().filter(described) {
            body.extend(flow::blocks(part));
        }
        shown.extend(node.elements());
    }
    let mut reading = entry::reading(entries, xml.warnings.clone());
    entry::outside(&xml, &shown, &mut body);
    reading.document.body.extend(body);
    reading
}

fn eac(entry: &mut Entry, node: Element) {
    let name = node
        .find("nameEntry")
        .or_else(|| node.find("persname"))
        .or_else(|| node.find("corpname"));
    if let Some(name) = name {
        let parts: Vec<String> = name.all("part").map(|part| part.text()).collect();
        let words = if parts.is_empty() {
            name.text()
        } else {
            parts.joined(", ")
        };
        entry.set(Variable::Title, &words, name.inside());
    }
    for (path, variable) in [
        ("agencyName", Variable::Publisher),
        ("recordId", Variable::Number),
        ("abstract", Variable::Abstract),
    ] {
        if let Some(found) = node.find(path) {
            entry.set(variable, &found.text(), found.inside());
        }
    }
    let changed = node.outermost(&["eventDateTime"]).last();
    if let Some(date) = changed {
        let day = date.get("standardDateTime");
        let day = if day.is_empty() { date.text() } else { day };
        let day: String = day.chars().take_while(|c| *c != 'T').collect();
        entry.date(DateVariable::Issued, &day, date.inside());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_no_genre() {
        for (types, kind, genre) in [
            (
                "<dc:type>Text</dc:type><dc:type>letter</dc:type>",
                Kind::PersonalCommunication,
                "",
            ),
            (
                "<dc:type>Still Image</dc:type><dc:type>Lithograph</dc:type>",
                Kind::Graphic,
                "Lithograph",
            ),
            ("<dc:type>Text</dc:type>", Kind::Document, ""),
        ] {
            let record = read(&["<dc><dc:title>T</dc:title>", types, "</dc>"].concat()).record;
            assert_eq!(
                (record.kind, record.get(Variable::Genre)),
                (kind, genre),
                "{types}"
            );
        }
    }

    #[test]
    fn a_record_of_a_harvest() {
        let reading = read(
            "<OAI-PMH><GetRecord><record><header><identifier>oai:7</identifier></header><metadata><oai_dc:dc><dc:title>Of boats</dc:title>\
             <dc:creator>Brook, Ada</dc:creator><dc:date>1961</dc:date><dc:identifier>https://a.example/7</dc:identifier><dc:language>ger</dc:language>\
             <dc:format>2 boxes</dc:format></oai_dc:dc></metadata></record></GetRecord></OAI-PMH>",
        );
        let record = &reading.record;
        assert_eq!(record.get(Variable::Title), "Of boats");
        assert_eq!(record.names(Role::Author)[0].family, "Brook");
        assert_eq!(record.get(Variable::Url), "https://a.example/7");
        assert_eq!(record.language, "de");
        assert!(
            reading
                .document
                .fields
                .iter()
                .any(|field| field.name == "format")
        );
        assert_eq!(reading.document.body.len(), 1);
    }

    #[test]
    fn a_person_described() {
        let reading = read_eac(
            "<eac-cpf><control><recordId>R1</recordId><maintenanceAgency><agencyName>Town Library</agencyName></maintenanceAgency>\
             <maintenanceEvent><eventDateTime standardDateTime='2010-02-09T00:00'>x</eventDateTime></maintenanceEvent></control>\
             <cpfDescription><identity><nameEntry><part>Brook, Ada</part></nameEntry></identity><biogHist><p>Born.</p></biogHist></cpfDescription></eac-cpf>",
        );
        assert_eq!(reading.record.get(Variable::Title), "Brook, Ada");
        assert_eq!(reading.record.get(Variable::Publisher), "Town Library");
        assert!(reading.record.has_date(DateVariable::Issued));
        assert_eq!(reading.document.body.len(), 2);
    }
}
