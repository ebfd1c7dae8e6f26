//! The TEI header: what was written, by whom, when, where it was printed and where it is kept.

use crate::date::{Date, words};
use crate::letters::{self, Joined};
use crate::name::Name;
use crate::read::csl_json::dates;
use crate::read::formats::entry::{self, Entry};
use crate::read::formats::people;
use crate::read::formats::xml::Node as Element;
use crate::record::{DateVariable, Kind, Level, LevelKind, Role, Variable};

/// Reads a header: all of it is shown, and what has a variable is in the record.
pub(super) fn read(entry: &mut Entry, header: Element) {
    entry::show_all(entry, header);
    if let Some(file) = header.child("fileDesc") {
        titles(entry, file);
        people_of(entry, file);
        publication(entry, file);
        source(entry, file);
    }
    if let Some(profile) = header.child("profileDesc") {
        self::profile(entry, profile);
    }
    dates_of(entry, header);
    if let Some(file) = header.child("fileDesc") {
        in_words(entry, file);
    }
}

/// The title that is the main one by its type, with its subtitle.
fn titles(entry: &mut Entry, file: Element) {
    let Some(statement) = file.child("titleStmt") else {
        return;
    };
    let all: Vec<Element> = statement.all("title").collect();
    let typed = |kinds: &[&str]| {
        all.iter()
            .copied()
            .find(|title| kinds.contains(&title.get("type").as_str()))
    };
    let main = typed(&["complete", "main", "full"])
        .or_else(|| typed(&["content"]))
        .or_else(|| typed(&[""]))
        .or_else(|| all.first().copied());
    if let Some(main) = main {
        let mut title = main.text();
        if let Some(sub) = typed(&["sub", "subtitle"]).filter(|sub| sub.index() != main.index()) {
            title = [title.as_str(), ": ", sub.text().as_str()].joined("");
        }
        entry.set(Variable::Title, &title, main.inside());
    }
    if let Some(short) = typed(&["short"]) {
        entry.set(Variable::TitleShort, &short.text(), short.inside());
    }
}

fn people_of(entry: &mut Entry, file: Element) {
    let Some(statement) = file.child("titleStmt") else {
        return;
    };
    for node in statement.elements() {
        let role = match node.name() {
            "author" => Role::Author,
            "editor" => role_of(&node.get("role")),
            _ => continue,
        };
        add_name(entry, role, node);
    }
}

fn role_of(role: &str) -> Role {
    match role.to_ascii_lowercase() {
        role if role.contains("transl") => Role::Translator,
        role if role.contains("compil") => Role::Compiler,
        _ => Role::Editor,
    }
}

fn add_name(entry: &mut Entry, role: Role, node: Element) {
    let name = name(node);
    if !name.literal.is_empty() || !name.family.is_empty() {
        entry.name(role, name, &node.text(), node.inside());
    }
}

/// A name, by its parts where they are marked up.
pub(super) fn name(node: Element) -> Name {
    let part = |names: &[&str]| {
        let parts = node.outermost(names).take(10);
        parts
            .map(|part| part.text())
            .collect::<Vec<_>>()
            .joined(" ")
    };
    let family = part(&["surname"]);
    let given = part(&["forename", "firstname", "given-names", "given"]);
    if !family.is_empty() {
        return people::person(&given, &family, "");
    }
    let named = node.find("persName").or_else(|| node.find("name"));
    let organisation = node.find("orgName");
    match (named, organisation) {
        (Some(person), _) => people::anyone(&person.text()),
        (None, Some(body)) => Name::literal(&body.text()),
        (None, None) if node.name() == "orgName" => Name::literal(&node.text()),
        (None, None) => people::anyone(&node.text()),
    }
}

fn publication(entry: &mut Entry, file: Element) {
    let Some(statement) = file.child("publicationStmt") else {
        return;
    };
    const NAMES: [&str; 8] = [
        "publisher",
        "distributor",
        "authority",
        "pubPlace",
        "idno",
        "ptr",
        "licence",
        "license",
    ];
    if statement
        .outermost(&["licence", "license"])
        .next()
        .is_none()
        && let Some(terms) = statement.find("availability")
    {
        entry.set(Variable::License, &terms.text(), terms.inside());
    }
    for node in statement.outermost(&NAMES) {
        let (text, place) = (node.text(), node.inside());
        match (node.name(), node.get("type").to_ascii_lowercase().as_str()) {
            ("publisher" | "distributor" | "authority", _) => {
                let name = node.elements().next().unwrap_or(node);
                let direct = node
                    .children()
                    .any(|child| !child.text().is_empty() && !child.is_element());
                let name = if direct { node } else { name };
                entry.set(Variable::Publisher, tidy_end(&name.text()), name.inside());
            }
            ("pubPlace", _) => entry.set(Variable::PublisherPlace, &text, place),
            ("idno", "doi") => entry.set(Variable::Doi, &text, place),
            ("idno", "isbn") => entry.set(Variable::Isbn, &text, place),
            ("idno", _) if text.starts_with("http") => entry.set(Variable::Url, &text, place),
            ("ptr", _) => entry.set(Variable::Url, &node.get("target"), node.place()),
            ("licence" | "license", _) => entry.set(Variable::License, &text, place),
            _ => {}
        }
    }
}

/// `Department of State, 2008` and `Written by A B, March 2008`, where nothing is marked up.
fn in_words(entry: &mut Entry, file: Element) {
    if let Some(node) = file.path("publicationStmt/p") {
        let text = node.text();
        if text.len() < 120
            && let Some((publisher, date)) = letters::rsplit_once(&text, ", ")
            && let Some(dated) = words::parse(date)
        {
            entry.set(Variable::Publisher, publisher, node.inside());
            if !entry.record.has_date(DateVariable::Issued) {
                entry.record.set_date(DateVariable::Issued, dated.date);
                let place = node.inside();
                entry.record.place("issued", place.start, place.end);
            }
        }
    }
    if let Some(node) = file.path("sourceDesc/p") {
        let text = node.text();
        let after = text.split_once("ritten by ").map(|(_, after)| after);
        let author = after.and_then(|after| after.split([',', ';', '.']).next());
        if let Some(author) = author.filter(|author| author.len() < 60)
            && !entry.has_name(Role::Author)
        {
            for name in author.split(" and ") {
                entry.name(Role::Author, people::anyone(name), author, node.inside());
            }
        }
    }
}

/// The archive that holds the manuscript, or the book that was printed.
fn source(entry: &mut Entry, file: Element) {
    let Some(source) = file.child("sourceDesc") else {
        return;
    };
    if let Some(manuscript) = source.find("msIdentifier") {
        entry.record.kind = Kind::Manuscript;
        manuscript_of(entry, manuscript);
        return;
    }
    let printed = source
        .find("biblStruct")
        .or_else(|| source.find("biblFull"))
        .or_else(|| source.find("bibl"));
    let Some(printed) = printed else {
        return;
    };
    if !entry.has_name(Role::Author) {
        for author in printed.outermost(&["author"]).take(50) {
            add_name(entry, Role::Author, author);
        }
    }
    if printed.find("publisher").is_some() && entry.has_name(Role::Author) {
        entry.record.kind = Kind::Book;
        // The book is what is cited; who put it online is where it was found.
        by_source(entry);
        for (name, variable) in [
            ("publisher", Variable::Publisher),
            ("pubPlace", Variable::PublisherPlace),
        ] {
            if let Some(node) = printed.find(name) {
                entry.set(variable, tidy_end(&node.text()), node.inside());
            }
        }
    }
}

/// Who published the file is the source of the copy.
pub(super) fn by_source(entry: &mut Entry) {
    let host = entry.record.get(Variable::Publisher).to_owned();
    entry.record.set(Variable::Publisher, "");
    entry.record.set(Variable::PublisherPlace, "");
    entry.record.set(Variable::Source, host);
}

/// Without the punctuation that a catalogue puts after it.
fn tidy_end(text: &str) -> &str {
    text.trim_end_matches([',', ':', ';', ' ', '/'].as_slice())
}

fn manuscript_of(entry: &mut Entry, manuscript: Element) {
    let text = |name: &str| {
        manuscript
            .child(name)
            .map(|node| (node.text(), node.inside()))
    };
    let mut levels = Vec::new();
    if let Some((name, place)) = text("repository").or_else(|| text("institution")) {
        entry.set(Variable::Archive, &name, place);
    }
    if let Some((town, place)) = text("settlement") {
        entry.set(Variable::ArchivePlace, &town, place);
    }
    if let Some((collection, place)) = text("collection") {
        entry.set(Variable::ArchiveCollection, &collection, place);
        levels.push((LevelKind::Fonds, collection));
    }
    if let Some((mark, place)) = text("idno") {
        entry.set(Variable::ArchiveLocation, &mark, place);
        levels.push((LevelKind::Item, mark));
    }
    let repository = entry.record.get(Variable::Archive).to_owned();
    let town = entry.record.get(Variable::ArchivePlace).to_owned();
    let verbatim = manuscript.text();
    let holding = &mut entry.record.archival_mut().holding;
    holding.repository = repository;
    holding.place = town;
    holding.verbatim = verbatim;
    holding.levels = levels
        .into_iter()
        .map(|(kind, value)| Level {
            kind,
            label: String::new(),
            value,
        })
        .collect();
}

fn profile(entry: &mut Entry, profile: Element) {
    for node in profile.outermost(&["language", "abstract", "term", "correspAction"]) {
        match node.name() {
            "language" if entry.record.language.is_empty() => {
                entry.record.language = node.get("ident");
            }
            "abstract" => entry.set(Variable::Abstract, &node.text(), node.inside()),
            "term" => entry.add(Variable::Keyword, &node.text(), "; ", node.inside()),
            "correspAction" => correspondence(entry, node),
            _ => {}
        }
    }
}

/// Who sent a letter, from where and when; who received it.
fn correspondence(entry: &mut Entry, action: Element) {
    let sent = match action.get("type").as_str() {
        "sent" => true,
        "received" => false,
        _ => return,
    };
    let people = action
        .elements()
        .filter(|node| matches!(node.name(), "persName" | "orgName" | "name"));
    // Who sent it may be named as its author before.
    let known = sent && entry.has_name(Role::Author);
    let role = if sent { Role::Author } else { Role::Recipient };
    for person in people.take(50).filter(|_| !known) {
        add_name(entry, role, person);
    }
    if !sent {
        by_source(entry);
        entry.record.kind = Kind::PersonalCommunication;
        return;
    }
    if let Some(place) = action
        .child("placeName")
        .or_else(|| action.child("settlement"))
    {
        entry.set(Variable::EventPlace, &place.text(), place.inside());
    }
    if let Some(date) = action.child("date") {
        set_date(entry, DateVariable::Issued, date);
    }
}

/// The date of writing before that of printing, and that before the date of the file.
fn dates_of(entry: &mut Entry, header: Element) {
    let mut best: Option<(u8, Element)> = None;
    let file = header.child("fileDesc");
    let source = file.and_then(|file| file.child("sourceDesc"));
    let published = file.and_then(|file| file.child("publicationStmt"));
    let creation = header.path("profileDesc/creation");
    let within = |part: Option<Element>, node: Element| {
        part.is_some_and(|part| (part.index()..part.end()).contains(&node.index()))
    };
    for node in header.outermost(&["date", "origDate", "dateLet"]).take(500) {
        let kind = node.get("type").to_ascii_lowercase();
        let rank = match kind.as_str() {
            "posted" | "digital" => 9,
            "created" | "creation" | "written" | "conversation-or-meeting" => 0,
            _ if within(creation, node) => 1,
            _ if node.name() != "date" => 2,
            _ if within(source, node) => 3,
            _ if within(published, node) => 4,
            _ => continue,
        };
        if kind == "posted" {
            set_date(entry, DateVariable::AvailableDate, node);
        }
        let better = best.is_none_or(|(known, _)| rank < known);
        if better && (of(node).start.is_some() || best.is_none()) {
            best = Some((rank, node));
        }
    }
    if let Some((_, node)) = best {
        set_date(entry, DateVariable::Issued, node);
    }
}

/// Sets a date by its machine-readable form, or its words.
pub(super) fn set_date(entry: &mut Entry, variable: DateVariable, node: Element) {
    if entry.record.has_date(variable) || node.text().is_empty() && node.attributes().count() == 0 {
        return;
    }
    let place = if node.inside().start < node.inside().end {
        node.inside()
    } else {
        node.place()
    };
    let mut date = of(node);
    date.uncertain |= node.get("cert") == "low";
    entry.record.set_date(variable, date);
    entry.record.place(variable.name(), place.start, place.end);
}

fn of(node: Element) -> Date {
    let get = |names: [&str; 2]| {
        let values = names.iter().map(|name| node.get(name));
        values.into_iter().find(|value| !value.is_empty())
    };
    let day = |text: String| -> String { text.chars().take_while(|c| *c != 'T').collect() };
    let whole = get(["when", "when-iso"]).or_else(|| get(["value", "when-custom"]));
    if let Some(date) = whole.and_then(|text| Date::parse(&day(text))) {
        return date;
    }
    let from = get(["from", "notBefore"]);
    let to = get(["to", "notAfter"]);
    if let (Some(from), Some(to)) = (&from, &to)
        && let Some(date) = Date::parse(&[from.as_str(), to.as_str()].joined("/"))
    {
        return date;
    }
    if let Some(date) = from.or(to).and_then(|text| Date::parse(&text)) {
        return date;
    }
    let text = node.text();
    words::parse(&text).map_or_else(|| dates::from_text(&text), |dated| dated.date)
}
