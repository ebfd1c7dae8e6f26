//! MODS: the Library of Congress's description of an item.

use super::ead::template;
use super::entry::{self, Entry};
use super::languages;
use super::people;
use super::xml::{Node as Element, Xml};
use crate::letters::Joined;
use crate::name::Name;
use crate::read::csl_json::kinds;
use crate::record::{DateVariable, Kind, Reading, Role, Variable};

/// Reads records in MODS, within whatever they come in.
pub(super) fn read(text: &str) -> Reading {
    let xml = Xml::new(text);
    let mut entries = Vec::new();
    let mut after = 0;
    let mut ends = Vec::new();
    for node in xml.all() {
        if node.index() >= after && node.name() == "mods" {
            after = node.end();
            ends.push(node);
            let mut entry = Entry::default();
            entry::show_all(&mut entry, node);
            record(&mut entry, node);
            template::fill_own(&mut entry.record);
            entries.push(entry);
        }
    }
    let mut reading = entry::reading(entries, xml.warnings.clone());
    entry::outside(&xml, &ends, &mut reading.document.body);
    reading
}

fn record(entry: &mut Entry, mods: Element) {
    entry.record.kind = kind(mods);
    for part in mods.elements() {
        match part.name() {
            "titleInfo" | "titleinfo" => titles(entry, part),
            "name" => name(entry, part),
            "originInfo" => origin(entry, part),
            "language" => language(entry, part),
            "location" => location(entry, part),
            "relatedItem" => related(entry, part),
            "part" => self::part(entry, part),
            "identifier" => identifier(entry, part),
            name => one(entry, name, part),
        }
    }
    let record = &mut entry.record;
    if record.kind == Kind::Document
        && record.has(Variable::Archive)
        && record.has_any(&[Variable::ArchiveLocation, Variable::CallNumber])
    {
        record.kind = Kind::Manuscript;
    }
    if entry.has_name(Role::Recipient)
        && matches!(entry.record.kind, Kind::Document | Kind::Manuscript)
    {
        entry.record.kind = Kind::PersonalCommunication;
    }
}

/// The kind by the genre, else by the type of resource.
fn kind(mods: Element) -> Kind {
    let mut genres = mods.all("genre").map(|genre| genre.text());
    if let Some(kind) = genres.find_map(|genre| kinds::kind(&genre)) {
        return kind;
    }
    let resource = mods.child("typeOfResource");
    if resource.is_some_and(|resource| resource.get("collection") == "yes") {
        return Kind::Collection;
    }
    if resource.is_some_and(|resource| resource.get("manuscript") == "yes") {
        return Kind::Manuscript;
    }
    let printed = mods.path("originInfo/publisher").is_some();
    match resource.map(|resource| resource.text()).as_deref() {
        Some("cartographic") => Kind::Map,
        Some("moving image") => Kind::MotionPicture,
        Some("still image") => Kind::Graphic,
        Some("notated music") => Kind::MusicalScore,
        Some("software, multimedia") => Kind::Software,
        Some(sound) if sound.starts_with("sound recording") => Kind::Song,
        Some("text") if printed => Kind::Book,
        _ => Kind::Document,
    }
}

fn one(entry: &mut Entry, name: &str, node: Element) {
    let (text, place) = (node.text(), node.inside());
    match name {
        "abstract" => entry.set(Variable::Abstract, &text, place),
        // Zotero's own words for the kind are no genre.
        "genre" if node.get("authority") == "local" && kinds::kind(&text).is_some() => {}
        "genre" => entry.set(Variable::Genre, &text, place),
        "accessCondition" => entry.set(Variable::License, &text, place),
        "subject" => entry.add(Variable::Keyword, &text, "; ", place),
        "classification" => entry.set(Variable::CallNumber, &text, place),
        "note" => {
            let kind = node.get("type").replace(' ', "");
            if kind.starts_with("preferredcitation") || kind == "citation/reference" {
                entry.record.archival_mut().preferred_citation = text;
                entry
                    .record
                    .place("preferred-citation", place.start, place.end);
            }
        }
        _ => {}
    }
}

/// Title and subtitle, with the article that stands before them.
fn title(info: Element) -> String {
    let part = |name: &str| {
        info.child(name)
            .map_or_else(String::new, |node| node.text())
    };
    let mut title = part("nonSort");
    if !title.is_empty() && !title.ends_with('\'') {
        title.push(' ');
    }
    title.push_str(&part("title"));
    if title.is_empty() {
        title = info.text();
    }
    for (name, separator) in [("subTitle", ": "), ("partNumber", ". "), ("partName", ". ")] {
        let part = part(name);
        if !part.is_empty() {
            title.push_str(separator);
            title.push_str(&part);
        }
    }
    title
}

fn titles(entry: &mut Entry, info: Element) {
    let variable = match info.get("type").as_str() {
        "" => Variable::Title,
        "abbreviated" => Variable::TitleShort,
        "translated" => Variable::TranslatedTitle,
        _ => return,
    };
    entry.set(variable, &title(info), info.inside());
}

fn name(entry: &mut Entry, node: Element) {
    let part = |kind: &str| {
        let parts = node.all("namePart").filter(|part| part.get("type") == kind);
        parts
            .map(|part| part.text())
            .collect::<Vec<_>>()
            .joined(" ")
    };
    let whole = part("");
    let name = match (node.get("type").as_str(), part("family")) {
        ("corporate" | "conference", _) => Name::literal(&whole),
        (_, family) if !family.is_empty() => {
            people::person(&part("given"), &family, &part("termsOfAddress"))
        }
        ("personal", _) if !whole.contains(',') && whole.split(' ').count() < 2 => {
            Name::literal(&whole)
        }
        _ => people::anyone(&whole),
    };
    let roles = node.outermost(&["roleTerm"]).map(|role| role.text());
    let roles = roles.collect::<Vec<_>>().joined(" ").to_ascii_lowercase();
    let named = |words: &[&str]| roles.split(' ').any(|role| words.contains(&role));
    let role = match () {
        () if named(&["rcp", "recipient", "addressee"]) => Role::Recipient,
        () if named(&["trl", "translator"]) => Role::Translator,
        () if named(&["edt", "editor"]) => Role::Editor,
        () if named(&["ctb", "contributor"]) => Role::Contributor,
        () if named(&["ill", "illustrator"]) => Role::Illustrator,
        () if named(&["prf", "performer"]) => Role::Performer,
        () if named(&["cmp", "composer"]) => Role::Composer,
        () if named(&["drt", "director"]) => Role::Director,
        () if named(&["com", "compiler"]) => Role::Compiler,
        () if named(&["ive", "ivr", "interviewer"]) => Role::Interviewer,
        () => Role::Author,
    };
    entry.name(role, name, "", node.inside());
}

fn origin(entry: &mut Entry, origin: Element) {
    for node in origin.elements() {
        let (text, place) = (node.text(), node.inside());
        match node.name() {
            "publisher" => entry.set(Variable::Publisher, &text, place),
            "edition" => entry.set(Variable::Edition, &text, place),
            "place" => {
                let words = node
                    .all("placeTerm")
                    .find(|term| term.get("type") != "code");
                if let Some(words) = words {
                    entry.set(Variable::PublisherPlace, &words.text(), words.inside());
                }
            }
            "dateIssued" | "dateCreated" | "copyrightDate" if node.get("point") != "end" => {
                let end = origin
                    .all(node.name())
                    .find(|other| other.get("point") == "end");
                let text = match end {
                    Some(end) if node.get("point") == "start" => {
                        [text.as_str(), end.text().as_str()].joined("/")
                    }
                    _ => text,
                };
                let mark = match node.get("qualifier").as_str() {
                    "approximate" => "~",
                    "questionable" => "?",
                    _ => "",
                };
                entry.show("issued", &entry::label("issued"), &text, place);
                entry.unseen(|entry| entry.date(DateVariable::Issued, &(text + mark), place));
            }
            "dateCaptured" => entry.date(DateVariable::Accessed, &text, place),
            _ => {}
        }
    }
}

fn language(entry: &mut Entry, node: Element) {
    let terms = || node.all("languageTerm");
    let term = terms()
        .find(|term| term.get("type") == "code")
        .or_else(|| terms().next());
    if let Some(term) = term {
        entry.language(&languages::tag(&term.text()), term.inside());
    }
}

fn location(entry: &mut Entry, node: Element) {
    for node in node.outermost(&["physicalLocation", "shelfLocator", "url"]) {
        let variable = match node.name() {
            "physicalLocation" => Variable::Archive,
            "shelfLocator" => Variable::ArchiveLocation,
            _ => Variable::Url,
        };
        entry.set(variable, &node.text(), node.inside());
    }
}

/// The book, journal or series it is part of.
fn related(entry: &mut Entry, item: Element) {
    let info = item.child("titleInfo");
    let words = info.map_or_else(|| item.text(), title);
    let place = info.unwrap_or(item).inside();
    match item.get("type").as_str() {
        "host"
            if matches!(
                entry.record.kind,
                Kind::Document | Kind::Manuscript | Kind::Collection
            ) =>
        {
            entry.set(Variable::ArchiveCollection, &words, place);
        }
        "host" => entry.set(Variable::ContainerTitle, &words, place),
        "series" => entry.set(Variable::CollectionTitle, &words, place),
        _ => return,
    }
    for part in item.all("part") {
        self::part(entry, part);
    }
    for identifier in item.all("identifier") {
        self::identifier(entry, identifier);
    }
    for origin in item.all("originInfo") {
        self::origin(entry, origin);
    }
}

fn part(entry: &mut Entry, part: Element) {
    for detail in part.all("detail") {
        let number = detail.child("number").unwrap_or(detail);
        let variable = match detail.get("type").as_str() {
            "volume" => Variable::Volume,
            "issue" | "number" => Variable::Issue,
            "section" => Variable::Section,
            _ => continue,
        };
        entry.set(variable, &number.text(), number.inside());
    }
    if let Some(extent) = part.child("extent") {
        let text = |name: &str| {
            extent
                .child(name)
                .map_or_else(String::new, |node| node.text())
        };
        let (start, end) = (text("start"), text("end"));
        let pages = if end.is_empty() || end == start {
            start
        } else {
            [start.as_str(), end.as_str()].joined("-")
        };
        entry.set(Variable::Page, &pages, extent.inside());
    }
    if let Some(date) = part.child("date") {
        entry.date(DateVariable::Issued, &date.text(), date.inside());
    }
}

fn identifier(entry: &mut Entry, node: Element) {
    let text = node.text();
    let variable = match node.get("type").to_ascii_lowercase().as_str() {
        "doi" => Variable::Doi,
        "isbn" => Variable::Isbn,
        "issn" => Variable::Issn,
        "uri" | "hdl" if text.starts_with("http") => Variable::Url,
        "local" | "" if text.starts_with("http") => Variable::Url,
        "local" | "" => Variable::CallNumber,
        _ => return,
    };
    entry.set(variable, &text, node.inside());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_that_are_guessed() {
        for (qualifier, wanted) in [("approximate", "1918-09~"), ("questionable", "1918-09?")] {
            let text = [
                "<mods><originInfo><dateCreated qualifier='",
                qualifier,
                "'>1918-09</dateCreated></originInfo></mods>",
            ]
            .concat();
            let reading = read(&text);
            let date = reading.record.date(DateVariable::Issued).unwrap();
            assert_eq!(date.edtf(), wanted);
            let shown = reading.document.fields.first().unwrap();
            assert_eq!(shown.values, [[crate::tree::Node::Text("1918-09".into())]]);
        }
    }

    #[test]
    fn what_was_sent_and_is_kept_is_a_letter() {
        let text = "<mods><name><namePart>Rhein, Carl</namePart><role><roleTerm>rcp</roleTerm></role></name>\
            <genre>letters (correspondence)</genre><location><physicalLocation>Town Library</physicalLocation><shelfLocator>box 2</shelfLocator></location></mods>";
        assert_eq!(read(text).record.kind, Kind::PersonalCommunication);
    }

    #[test]
    fn a_letter_in_an_archive() {
        let text = "<mods xmlns='http://www.loc.gov/mods/v3'><titleInfo><nonSort>The</nonSort><title>boat</title><subTitle>a letter</subTitle></titleInfo>\
            <name type='personal'><namePart type='family'>Brook</namePart><namePart type='given'>Ada</namePart><role><roleTerm>cre</roleTerm></role></name>\
            <name><namePart>Rhein, Carl, 1900-</namePart><role><roleTerm type='code'>rcp</roleTerm></role></name>\
            <genre>letter</genre><originInfo><place><placeTerm type='text'>Ulm</placeTerm></place><dateCreated>1961-05-02</dateCreated></originInfo>\
            <language><languageTerm type='code'>ger</languageTerm></language><location><physicalLocation>Town Library</physicalLocation><shelfLocator>box 2</shelfLocator></location>\
            <part><extent><start>1</start><end>2</end></extent></part></mods>";
        let reading = read(text);
        let record = &reading.record;
        assert_eq!(record.kind, Kind::PersonalCommunication);
        assert_eq!(record.get(Variable::Title), "The boat: a letter");
        assert_eq!(record.names(Role::Author), [Name::person("Ada", "Brook")]);
        assert_eq!(
            record.names(Role::Recipient),
            [Name::person("Carl", "Rhein")]
        );
        assert_eq!(record.get(Variable::Archive), "Town Library");
        assert_eq!(record.get(Variable::ArchiveLocation), "box 2");
        assert_eq!(record.get(Variable::Page), "1-2");
        assert_eq!(record.language, "de");
        assert_eq!(
            record.date(DateVariable::Issued).unwrap().to_string(),
            "1961-05-02"
        );
        let (_, place) = record
            .places
            .iter()
            .find(|(name, _)| name == "archive")
            .unwrap();
        assert_eq!(&text[place.start..place.end], "Town Library");
    }

    #[test]
    fn hostile_input_ends() {
        read(&"<mods><name><namePart>".repeat(20_000));
        read(&("<mods>".to_owned() + &"<name><namePart>x</namePart></name>".repeat(20_000)));
    }
}
