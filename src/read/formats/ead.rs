//! EAD 2002 and EAD3: a finding aid. The collection is the record, every component a further record that knows the
//! levels above it; the repository's preferred citation is filled in for each.
//!
//! | warning | severity | what it says |
//! |---|---|---|
//! | `no-description` | warning | there is no `archdesc`, so there is nothing to cite |

pub(super) mod template;

use super::entry::{self, Entry, MOST_SHARED, shared};
use super::flow;
use super::languages;
use super::people;
use super::xml::{Node as Element, Xml};
use crate::date::{Date, words};
use crate::letters;
use crate::letters::Joined;
use crate::read::csl_json::dates;
use crate::record::{DateVariable, Kind, Level, LevelKind, Reading, Record, Role, Variable};
use crate::warning::Warning;
use template::{Template, Values};

/// As many levels are kept above a component.
const MOST_LEVELS: usize = 12;

/// Reads a finding aid.
pub(super) fn read(text: &str) -> Reading {
    let xml = Xml::new(text);
    let mut entry = Entry::new(Kind::Collection);
    let mut others = Vec::new();
    let mut body = Vec::new();
    let mut warnings = xml.warnings.clone();
    let mut shown = Vec::new();
    if let Some(header) = xml
        .all()
        .find(|node| matches!(node.name(), "eadheader" | "control"))
    {
        entry::show_all(&mut entry, header);
        address(&mut entry.record, header);
        shown.push(header);
    }
    if let Some(front) = xml.all().find(|node| node.name() == "frontmatter") {
        body.extend(flow::blocks(front));
        shown.push(front);
    }
    match xml.all().find(|node| node.name() == "archdesc") {
        Some(description) => {
            let mut aid = Aid::new(description);
            aid.collection(&mut entry, description);
            others = aid.components(description);
            for part in description.elements() {
                shown.push(part);
                if part.name() == "did" {
                    entry::show_all(&mut entry, part);
                } else {
                    body.extend(flow::blocks_of(part));
                }
            }
        }
        None => warnings.push(Warning::new(
            "no-description",
            "there is no description of the collection, so nothing can be cited",
        )),
    }
    if !entry.record.has(Variable::Title)
        && let Some(title) = xml.all().find(|node| node.name() == "titleproper")
    {
        set(&mut entry.record, Variable::Title, title, &title.text());
    }
    let mut reading = entry::reading(vec![entry], warnings);
    reading.others = others;
    entry::outside(&xml, &shown, &mut body);
    reading.document.body.extend(body);
    reading
}

/// The address of the finding aid.
fn address(record: &mut Record, header: Element) {
    for (name, attribute) in [("eadid", "url"), ("recordid", "instanceurl")] {
        if let Some(id) = header.find(name) {
            let url = id.get(attribute);
            if url.starts_with("http") {
                let place = id.place();
                record.set(Variable::Url, url);
                record.place("URL", place.start, place.end);
            }
        }
    }
}

fn set(record: &mut Record, variable: Variable, node: Element, value: &str) {
    if value.is_empty() || record.has(variable) {
        return;
    }
    record.set(variable, value);
    let place = node.inside();
    record.place(variable.name(), place.start, place.end);
}

/// What the components have from the collection.
#[derive(Default)]
struct Aid {
    repository: String,
    title: String,
    number: String,
    language: String,
    url: String,
    template: Option<Template>,
}

/// A component that is open, with what it gives to those below.
struct Above {
    end: usize,
    level: Option<Level>,
    containers: Vec<Level>,
}

impl Aid {
    fn new(description: Element) -> Self {
        let did = description.child("did");
        let repository = did.and_then(|did| did.find("repository")).map(|node| {
            let name = node.find("corpname").or_else(|| node.find("name"));
            match name {
                Some(name) => name.text(),
                None => {
                    let first = node.children().find(|child| !child.text().is_empty());
                    first.map_or_else(String::new, |node| node.text())
                }
            }
        });
        let cited = description
            .child("prefercite")
            .or_else(|| description.find("prefercite"));
        let cited = cited.map_or_else(String::new, paragraphs);
        Self {
            repository: shared(&repository.unwrap_or_default()),
            title: did
                .and_then(|did| did.child("unittitle"))
                .map_or_else(String::new, |title| shared(&title_of(title))),
            number: did
                .and_then(number)
                .map_or_else(String::new, |node| shared(&node.text())),
            language: did
                .and_then(|did| did.find("language"))
                .map_or_else(String::new, |node| languages::tag(&node.get("langcode"))),
            url: String::new(),
            template: (!cited.is_empty() && cited.len() < 4 * MOST_SHARED)
                .then(|| Template::new(&cited)),
        }
    }

    /// The record of the whole collection.
    fn collection(&mut self, entry: &mut Entry, description: Element) {
        let record = &mut entry.record;
        self.url = shared(record.get(Variable::Url));
        let Some(did) = description.child("did") else {
            return;
        };
        self.describe(record, did);
        if let Some(number) = number(did) {
            set(record, Variable::ArchiveLocation, number, &self.number);
        }
        let creators = did
            .outermost(&["origination"])
            .filter(|creator| !creator.get("label").eq_ignore_ascii_case("source"))
            .take(20);
        for creator in creators {
            let name = creator
                .outermost(&["persname", "corpname", "famname", "name"])
                .next()
                .unwrap_or(creator);
            // Who collected, owned, gave or sold it did not create it.
            let role = name.get("role") + &name.get("relator");
            if matches!(role.as_str(), "col" | "dnr" | "fmo" | "sll" | "own") {
                continue;
            }
            let body = matches!(name.name(), "corpname" | "famname");
            let words = name.text();
            let words = words.trim_end_matches('.');
            let name = if body {
                crate::name::Name::literal(words)
            } else {
                people::anyone(words)
            };
            entry.name(Role::Author, name, "", creator.inside());
        }
        let record = &mut entry.record;
        let archival = record.archival_mut();
        archival.holding.repository.clone_from(&self.repository);
        if !self.number.is_empty() {
            archival.holding.levels.push(Level {
                kind: LevelKind::Fonds,
                label: String::new(),
                value: self.number.clone(),
            });
        }
        archival.holding.verbatim = joined(&[&self.number, &self.repository]);
        if let Some(template) = &self.template {
            archival.preferred_citation = template.fill(&Values {
                collection: self.title.clone(),
                number: self.number.clone(),
                ..Values::default()
            });
        }
    }

    /// What a description says in the same way at every level.
    fn describe(&self, record: &mut Record, did: Element) {
        if let Some(title) = did.child("unittitle") {
            set(record, Variable::Title, title, &title_of(title));
        }
        if let Some(text) = did.child("abstract") {
            set(record, Variable::Abstract, text, &text.text());
        }
        if let Some(date) = date_in(did) {
            record.set_date(DateVariable::Issued, date_of(date));
            let place = date.inside();
            record.place("issued", place.start, place.end);
        }
        let language = did.find("language").map(|node| node.get("langcode"));
        record.language = match language {
            Some(code) if !code.is_empty() => languages::tag(&code),
            _ => self.language.clone(),
        };
        record.set(Variable::Archive, self.repository.as_str());
        record.set(Variable::Url, self.url.as_str());
    }

    fn components(&self, description: Element) -> Vec<Record> {
        let mut records = Vec::new();
        let mut above: Vec<Above> = Vec::new();
        for node in description.within().filter(is_component) {
            while above.last().is_some_and(|last| last.end <= node.index()) {
                above.pop();
            }
            let (record, this) = self.component(node, &above);
            records.extend(record);
            if above.len() < MOST_LEVELS {
                above.push(this);
            }
        }
        records
    }

    fn component(&self, node: Element, above: &[Above]) -> (Option<Record>, Above) {
        let mut this = Above {
            end: node.end(),
            level: None,
            containers: Vec::new(),
        };
        let Some(did) = node.child("did") else {
            return (None, this);
        };
        let mut record = Record::new(Kind::Manuscript);
        record.id = node.get("id");
        self.describe(&mut record, did);
        if let Some(number) = number(did) {
            set(&mut record, Variable::CallNumber, number, &number.text());
        }
        if !record.has(Variable::Title) {
            untitled(&mut record, did);
        }
        this.containers = did.all("container").take(6).filter_map(container).collect();
        let title = shared(record.get(Variable::Title));
        this.level = level_kind(&node.get("level")).map(|kind| Level {
            kind,
            label: String::new(),
            value: title,
        });
        self.locate(&mut record, did, above, &this);
        let place = node.place();
        record.place("component", place.start, place.end);
        (Some(record), this)
    }

    /// The levels above a component, and the box and folder it lies in.
    fn locate(&self, record: &mut Record, did: Element, above: &[Above], this: &Above) {
        let mut levels = Vec::new();
        if !self.title.is_empty() {
            let value = if self.number.is_empty() {
                self.title.clone()
            } else {
                letters::concat(&[&self.title, " (", &self.number, ")"])
            };
            levels.push(Level {
                kind: LevelKind::Fonds,
                label: String::new(),
                value,
            });
        }
        levels.extend(above.iter().filter_map(|above| above.level.clone()));
        // A component without a container of its own lies where the one above it does.
        let containers = std::iter::once(&this.containers)
            .chain(above.iter().rev().map(|above| &above.containers))
            .find(|containers| !containers.is_empty());
        let containers = containers.map_or(&[][..], Vec::as_slice);
        levels.extend(containers.iter().cloned());
        let said: Vec<String> = containers.iter().map(in_words).collect();
        record.set(Variable::ArchiveCollection, self.title.as_str());
        record.set(Variable::ArchiveLocation, said.joined(", "));
        let of_kind = |kind: LevelKind| {
            containers
                .iter()
                .find(|level| level.kind == kind)
                .map_or_else(String::new, in_words)
        };
        let series = levels
            .iter()
            .rev()
            .find(|level| level.kind == LevelKind::Series);
        let series = series.map_or_else(String::new, |level| level.value.clone());
        let item = record.get(Variable::Title).to_owned();
        let date = date_in(did).map_or_else(String::new, |date| date.text());
        let values = Values {
            // What has no title is called by its date.
            date: if date == item { String::new() } else { date },
            item,
            boxed: of_kind(LevelKind::Box),
            folder: of_kind(LevelKind::File),
            series,
            collection: self.title.clone(),
            number: self.number.clone(),
        };
        let verbatim = joined(&[
            &said.joined(", "),
            &self.title,
            &self.number,
            &self.repository,
        ]);
        let archival = record.archival_mut();
        archival.holding.repository.clone_from(&self.repository);
        archival.holding.verbatim = verbatim;
        archival.holding.levels = levels;
        if let Some(template) = &self.template {
            archival.preferred_citation = template.fill(&values);
        }
    }
}

fn joined(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    parts.joined(", ")
}

fn is_component(node: &Element) -> bool {
    let digits = node.name().strip_prefix('c');
    digits.is_some_and(|digits| {
        digits.is_empty() || digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// The words of a note without its heading.
fn paragraphs(note: Element) -> String {
    let parts = note.elements().filter(|part| part.name() != "head");
    let parts: Vec<String> = parts.map(|part| part.text()).collect();
    let text = if parts.is_empty() {
        note.text()
    } else {
        parts.joined(" ")
    };
    text.replace(" ,", ",")
}

/// A title without the date that may stand in it.
fn title_of(title: Element) -> String {
    let mut out = String::new();
    let mut after = 0;
    for node in title.within() {
        if node.index() < after {
            continue;
        }
        if matches!(node.name(), "unitdate" | "num") {
            after = node.end();
        } else if node.name() == "lb" {
            out.push(' ');
        } else {
            out.push_str(&node.own_text());
        }
    }
    let text = super::xml::folded(&out);
    text.trim_end_matches([',', ' '].as_slice()).to_owned()
}

/// The identifier that is meant for readers.
fn number(did: Element) -> Option<Element> {
    did.all("unitid").find(|id| {
        let kind = id.get("type") + &id.get("localtype");
        !kind.contains("uri") && !kind.contains("aspace") && !id.text().is_empty()
    })
}

/// The date that covers all of it.
fn date_in(did: Element) -> Option<Element> {
    did.outermost(&["unitdate", "unitdatestructured"])
        .filter(|date| !date.text().is_empty() || !date.get("normal").is_empty())
        .min_by_key(|date| date.get("type") == "bulk")
}

/// A component without a title is called by its date.
fn untitled(record: &mut Record, did: Element) {
    if let Some(date) = did.outermost(&["unitdate", "unitdatestructured"]).next() {
        set(record, Variable::Title, date, &date.text());
    }
}

/// A date by its machine-readable form, or its words.
fn date_of(node: Element) -> Date {
    let printed = node.text();
    let normal = normal(node);
    // `1941/1941` is one year, and whole years have no days.
    let normal = match normal.split_once('/') {
        Some((start, end)) if start == end => start.to_owned(),
        Some((start, end)) if start.ends_with("-01-01") && end.ends_with("-12-31") => {
            let (start, end) = (
                start.trim_end_matches("-01-01"),
                end.trim_end_matches("-12-31"),
            );
            if start == end {
                start.to_owned()
            } else {
                [start, end].joined("/")
            }
        }
        _ => normal,
    };
    let mut date = Date::parse(&normal)
        .or_else(|| words::parse(&printed).map(|dated| dated.date))
        .unwrap_or_else(|| dates::from_text(&printed));
    let circa =
        printed.starts_with("circa") || printed.starts_with("ca.") || printed.starts_with("c. ");
    date.approximate |= circa && date.start.is_some();
    date
}

/// The machine-readable form; of EAD3, made of its parts.
fn normal(node: Element) -> String {
    let given = node.get("normal");
    if !given.is_empty() {
        return given;
    }
    let part = |name: &str| {
        node.find(name)
            .map(|part| (part.get("standarddate"), part.text()))
            .map(|(standard, text)| if standard.is_empty() { text } else { standard })
    };
    match (part("fromdate"), part("todate")) {
        (Some(from), Some(to)) => [from.as_str(), to.as_str()].joined("/"),
        (Some(from), None) => from,
        _ => part("datesingle").unwrap_or_default(),
    }
}

fn level_kind(level: &str) -> Option<LevelKind> {
    Some(match level {
        "collection" | "fonds" | "recordgrp" => LevelKind::Fonds,
        "subfonds" | "subgrp" => LevelKind::SubFonds,
        "series" => LevelKind::Series,
        "subseries" | "class" | "otherlevel" => LevelKind::Matter,
        "file" => LevelKind::Title,
        "item" => LevelKind::Item,
        _ => return None,
    })
}

/// `<container type="box">1</container>`
fn container(node: Element) -> Option<Level> {
    let value = shared(&node.text());
    if value.is_empty() {
        return None;
    }
    let mut label = node.get("localtype");
    if label.is_empty() {
        label = node.get("type");
    }
    let lower = shared(&label).to_ascii_lowercase();
    let kind = match lower.as_str() {
        "folder" | "file" => LevelKind::File,
        "volume" | "volumes" => LevelKind::Volume,
        "item" | "object" => LevelKind::Item,
        "page" | "folio" | "leaf" => LevelKind::Folio,
        _ => LevelKind::Box,
    };
    let mut rest = lower.chars();
    let label = rest.next().map_or_else(String::new, |first| {
        letters::begin(letters::upper(first), rest.as_str())
    });
    Some(Level { kind, label, value })
}

fn in_words(level: &Level) -> String {
    let parts = [level.label.as_str(), level.value.as_str()];
    parts.joined(" ").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const AID: &str = r#"<ead xmlns="urn:isbn:1-931666-22-9"><eadheader><eadid url="http://a.example/ms7">ms7</eadid>
<filedesc><titlestmt><titleproper>Guide</titleproper></titlestmt></filedesc></eadheader>
<archdesc level="collection"><did><repository><corpname>Town Library</corpname><address><addressline>Street</addressline></address></repository>
<unittitle>Brook Papers, <unitdate normal="1940/1961">1940-1961</unitdate></unittitle><unitid>MS 7</unitid><unitid type="aspace_uri">/r/1</unitid>
<origination><persname>Brook, Ada (1901-1980)</persname></origination><langmaterial><language langcode="ger">German</language></langmaterial></did>
<prefercite><head>Cite</head><p>Identification of item; Date (if known); Brook Papers, Box and Folder Number; Town Library.</p></prefercite>
<dsc><c level="series" id="s1"><did><unittitle>Letters</unittitle></did>
<c level="file" id="f1"><did><unittitle>To Rhein</unittitle><unitdate normal="1961-05-02">2 May 1961</unitdate><container type="box">1</container><container type="folder">2</container></did>
<c level="item" id="i1"><did><unittitle>On boats</unittitle></did><scopecontent><p>Of boats.</p></scopecontent></c></c></c></dsc></archdesc></ead>"#;

    #[test]
    fn the_collection_and_its_components() {
        let reading = read(AID);
        let record = &reading.record;
        assert_eq!(record.get(Variable::Title), "Brook Papers");
        assert_eq!(record.get(Variable::ArchiveLocation), "MS 7");
        assert_eq!(record.get(Variable::Archive), "Town Library");
        assert_eq!(record.names(Role::Author)[0].family, "Brook");
        assert_eq!(record.language, "de");
        let cited = &record.archival.as_ref().unwrap().preferred_citation;
        assert_eq!(cited, "Brook Papers; Town Library.");
        assert_eq!(reading.others.len(), 3);
        let file = &reading.others[1];
        let archival = file.archival.as_ref().unwrap();
        assert_eq!(file.get(Variable::ArchiveLocation), "Box 1, Folder 2");
        assert_eq!(
            archival.preferred_citation,
            "To Rhein; 2 May 1961; Brook Papers, Box 1, Folder 2; Town Library."
        );
        let levels: Vec<_> = archival
            .holding
            .levels
            .iter()
            .map(|level| (level.kind.name(), level.value.as_str()))
            .collect();
        assert_eq!(
            levels,
            [
                ("fonds", "Brook Papers (MS 7)"),
                ("series", "Letters"),
                ("box", "1"),
                ("file", "2")
            ]
        );
        let item = &reading.others[2];
        assert_eq!(item.get(Variable::ArchiveLocation), "Box 1, Folder 2");
        let (_, place) = item
            .places
            .iter()
            .find(|(name, _)| name == "title")
            .unwrap();
        assert_eq!(&AID[place.start..place.end], "On boats");
    }

    #[test]
    fn ead3_has_its_dates_in_parts() {
        let text = r#"<ead><control><recordid instanceurl="https://a.example/x">x</recordid></control><archdesc level="collection"><did>
            <repository><corpname><part>Town Library</part></corpname></repository><unittitle>Maps</unittitle>
            <unitdatestructured><daterange><fromdate standarddate="1901">1901</fromdate><todate standarddate="1903">1903</todate></daterange></unitdatestructured></did>
            <dsc><c01 level="item"><did><unittitle>One</unittitle><container localtype="reel">3</container></did></c01></dsc></archdesc></ead>"#;
        let reading = read(text);
        assert_eq!(
            reading
                .record
                .date(DateVariable::Issued)
                .unwrap()
                .to_string(),
            "1901/1903"
        );
        assert_eq!(reading.record.get(Variable::Url), "https://a.example/x");
        assert_eq!(reading.others[0].get(Variable::ArchiveLocation), "Reel 3");
    }

    #[test]
    fn hostile_input_ends() {
        let deep = "<ead><archdesc>".to_owned()
            + &"<c level=\"file\"><did><unittitle>x</unittitle></did>".repeat(20_000);
        assert_eq!(read(&deep).others.len(), 20_000);
        assert_eq!(
            read("<ead>").warnings.last().unwrap().code,
            "no-description"
        );
    }
}
