//! JSON-LD in the words of schema.org, fit to stand in a script of a page: no `<` is left in it.

use super::facts;
use crate::json::{self, Value};
use crate::letters::Joined;
use crate::name::Name;
use crate::record::{DateVariable, Kind, Record, Role, Variable};
use std::borrow::Cow;

/// Exports a record as JSON-LD.
///
/// ```
/// use callslip::record::{Kind, Record, Variable};
/// let mut record = Record::new(Kind::Book);
/// record.set(Variable::Title, "</script>");
/// let json = callslip::export::json_ld::json_ld(&record);
/// assert_eq!(json, r#"{"@context":"https://schema.org","@type":"Book","name":"\u003c/script>"}"#);
/// ```
pub fn json_ld(record: &Record) -> String {
    let mut thing = Thing::default();
    thing.text("@context", "https://schema.org");
    let letter = facts::is_letter(record);
    let archival = letter || !facts::repository(record).is_empty();
    let own = if letter { "Message" } else { kind(record.kind) };
    let mut kinds = vec![own];
    if archival {
        kinds.insert(0, "ArchiveComponent");
    }
    thing.texts("@type", kinds.into_iter().map(str::to_owned).collect());
    let url = facts::text(record, Variable::Url);
    if url.starts_with("http") {
        thing.text("@id", &url);
        thing.text("url", &url);
        thing.text("mainEntityOfPage", &url);
    }
    for (variable, property) in TEXTS {
        thing.text(property, &facts::text(record, variable));
    }
    thing.text("inLanguage", &facts::one_line(&record.language));
    particular(record, own, &mut thing);
    people(record, own, &mut thing);
    dates(record, letter || archival, &mut thing);
    archive(record, archival, own, &mut thing);
    whole(record, &mut thing);
    thing.texts("keywords", facts::keywords(record));
    json::write(&Value::Object(thing.0)).replace('<', "\\u003c")
}

const TEXTS: [(Variable, &str); 5] = [
    (Variable::Title, "name"),
    (Variable::TitleShort, "alternateName"),
    (Variable::Genre, "genre"),
    (Variable::Abstract, "abstract"),
    (Variable::License, "copyrightNotice"),
];

/// Properties that schema.org gives to some types alone. An edition of what is no book is its version.
fn particular(record: &Record, kind: &str, thing: &mut Thing) {
    const WITH_PAGES: [&str; 7] = [
        "Article",
        "ScholarlyArticle",
        "NewsArticle",
        "Report",
        "BlogPosting",
        "DiscussionForumPosting",
        "Chapter",
    ];
    let text = |variable| facts::text(record, variable);
    if WITH_PAGES.contains(&kind) {
        thing.text("pagination", &text(Variable::Page));
    }
    if kind == "Book" {
        thing.text("bookEdition", &text(Variable::Edition));
        thing.text("isbn", &text(Variable::Isbn));
        thing.text("numberOfPages", &text(Variable::NumberOfPages));
        thing.text("version", &text(Variable::Version));
    } else {
        let version = text(Variable::Version);
        let edition = text(Variable::Edition);
        thing.text(
            "version",
            if version.is_empty() {
                &edition
            } else {
                &version
            },
        );
    }
}

/// The members of a thing that is being made.
#[derive(Default)]
struct Thing(Vec<(Cow<'static, str>, json::Json<'static>)>);

impl Thing {
    fn add(&mut self, key: &'static str, value: Value<'static>) {
        self.0.push((key.into(), value.into()));
    }

    fn text(&mut self, key: &'static str, text: &str) {
        if !text.is_empty() {
            self.add(key, Value::string(text.to_owned()));
        }
    }

    /// One text by itself, several in a list.
    fn texts(&mut self, key: &'static str, mut texts: Vec<String>) {
        texts.retain(|text| !text.is_empty());
        match texts.as_slice() {
            [] => {}
            [one] => self.text(key, one),
            _ => self.add(key, Value::array(texts.into_iter().map(Value::string))),
        }
    }

    /// A thing with a type and a name.
    fn named(&mut self, key: &'static str, kind: &'static str, name: &str) {
        if !name.is_empty() {
            self.add(key, named(kind, name));
        }
    }
}

fn named(kind: &'static str, name: &str) -> Value<'static> {
    Value::object([
        ("@type", Value::string(kind)),
        ("name", Value::string(name.to_owned())),
    ])
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::ArticleJournal => "ScholarlyArticle",
        Kind::ArticleNewspaper => "NewsArticle",
        Kind::Article | Kind::ArticleMagazine | Kind::PaperConference => "Article",
        Kind::Book | Kind::Classic | Kind::Pamphlet => "Book",
        Kind::Chapter => "Chapter",
        Kind::Collection => "Collection",
        Kind::Dataset => "Dataset",
        Kind::Graphic | Kind::Figure => "VisualArtwork",
        Kind::Legislation | Kind::Bill | Kind::Regulation => "Legislation",
        Kind::Map => "Map",
        Kind::MotionPicture => "Movie",
        Kind::MusicalScore => "SheetMusic",
        Kind::Periodical => "Periodical",
        Kind::Post => "DiscussionForumPosting",
        Kind::PostWeblog => "BlogPosting",
        Kind::Report => "Report",
        Kind::Review | Kind::ReviewBook => "Review",
        Kind::Software => "SoftwareSourceCode",
        Kind::Song => "AudioObject",
        Kind::Thesis => "Thesis",
        Kind::Webpage => "WebPage",
        _ => "CreativeWork",
    }
}

/// A person with parts, or a body.
fn person(name: &Name) -> Value<'static> {
    if !name.literal.is_empty() {
        return named("Organization", &facts::one_line(&name.literal));
    }
    let mut thing = Thing::default();
    thing.text("@type", "Person");
    thing.text("name", &facts::running(name));
    thing.text("familyName", &facts::family(name));
    thing.text("givenName", &facts::given(name));
    thing.text("honorificSuffix", &name.suffix);
    Value::Object(thing.0)
}

fn people(record: &Record, kind: &str, thing: &mut Thing) {
    let mut add = |names: &[&Name], property: &'static str| match names {
        [] => {}
        [one] => thing.add(property, person(one)),
        _ => thing.add(
            property,
            Value::array(names.iter().map(|name| person(name))),
        ),
    };
    let named = |role: Role| record.names(role).iter().collect::<Vec<&Name>>();
    add(&named(Role::Author), "author");
    if kind == "Message" {
        add(&named(Role::Author), "sender");
        add(&named(Role::Recipient), "recipient");
    }
    for (role, property) in [
        (Role::Translator, "translator"),
        (Role::Editor, "editor"),
        (Role::Producer, "producer"),
    ] {
        add(&named(role), property);
    }
    let mut others = named(Role::Contributor);
    for (role, owner, property) in [
        (Role::Director, "Movie", "director"),
        (Role::Composer, "Movie", "musicBy"),
        (Role::Illustrator, "Book", "illustrator"),
    ] {
        if kind == owner {
            add(&named(role), property);
        } else {
            others.extend(named(role));
        }
    }
    add(&others, "contributor");
}

fn dates(record: &Record, written: bool, thing: &mut Thing) {
    if let Some(date) = facts::date(record).filter(|date| date.start.is_some()) {
        let day = facts::day(date);
        if !written {
            thing.text("datePublished", &day);
            return;
        }
        thing.text("dateCreated", &day);
        if facts::is_letter(record) {
            thing.text("dateSent", &day);
        }
    }
    let online = record.date(DateVariable::AvailableDate);
    if let Some(date) = online.filter(|_| written) {
        thing.text("datePublished", &facts::day(date));
    }
}

fn archive(record: &Record, archival: bool, kind: &str, thing: &mut Thing) {
    let name = facts::repository(record);
    if !name.is_empty() {
        let mut holder = Thing::default();
        holder.text("@type", "ArchiveOrganization");
        holder.text("name", &name);
        holder.text("address", &facts::text(record, Variable::ArchivePlace));
        thing.add("holdingArchive", Value::Object(holder.0));
    }
    if archival {
        thing.text("itemLocation", &facts::location(record));
    }
    let place = facts::text(record, Variable::EventPlace);
    thing.named("locationCreated", "Place", &place);
    let mut identifiers = vec![
        facts::text(record, Variable::CallNumber),
        facts::text(record, Variable::Number),
    ];
    let doi = facts::text(record, Variable::Doi);
    if !doi.is_empty() {
        identifiers.push(["https://doi.org/", &doi].joined(""));
    }
    let isbn = facts::text(record, Variable::Isbn);
    if !isbn.is_empty() && !["Book", "Chapter"].contains(&kind) {
        identifiers.push(["ISBN ", &isbn].joined(""));
    }
    thing.texts("identifier", identifiers);
    if let Some(facts) = facts::archival(record) {
        if !facts.original_language.is_empty() {
            let original = Value::object([
                ("@type", Value::string("CreativeWork")),
                ("inLanguage", Value::string(facts.original_language.clone())),
            ]);
            thing.add("translationOfWork", original);
        }
        let credit = super::facts::joined(&[&facts.credit_line, &facts.funding], ". ");
        thing.text("creditText", &credit);
    }
    let publisher = facts::text(record, Variable::Publisher);
    let host = facts::host(record);
    thing.named("publisher", "Organization", &publisher);
    thing.named("provider", "Organization", &host);
}

/// What it is part of: an issue of a volume of a periodical, a volume of a book.
fn whole(record: &Record, thing: &mut Thing) {
    let text = |variable| facts::text(record, variable);
    let title = text(Variable::ContainerTitle);
    if title.is_empty() {
        return;
    }
    let issn = text(Variable::Issn);
    let kind = match record.kind {
        Kind::ArticleJournal
        | Kind::ArticleMagazine
        | Kind::ArticleNewspaper
        | Kind::Review
        | Kind::ReviewBook => "Periodical",
        Kind::Chapter => "Book",
        Kind::Webpage | Kind::Post | Kind::PostWeblog => "WebSite",
        _ if !issn.is_empty() => "CreativeWorkSeries",
        _ => "CreativeWork",
    };
    let mut whole = Thing::default();
    whole.text("@type", kind);
    whole.text("name", &title);
    if kind == "Book" {
        whole.text("isbn", &text(Variable::Isbn));
        let series = if issn.is_empty() {
            issn
        } else {
            ["ISSN ", &issn].joined("")
        };
        whole.text("identifier", &series);
    } else {
        whole.text("issn", &issn);
    }
    for (variable, kind, property) in [
        (Variable::Volume, "PublicationVolume", "volumeNumber"),
        (Variable::Issue, "PublicationIssue", "issueNumber"),
    ] {
        let number = text(variable);
        if !number.is_empty() {
            let mut part = Thing::default();
            part.text("@type", kind);
            part.text(property, &number);
            part.add("isPartOf", Value::Object(whole.0));
            whole = part;
        }
    }
    thing.add("isPartOf", Value::Object(whole.0));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Date;

    #[test]
    fn a_letter_has_sender_recipient_and_archive() {
        let mut record = Record::new(Kind::PersonalCommunication);
        record.set_names(Role::Author, vec![Name::person("Ann", "Doe")]);
        record.set_names(Role::Recipient, vec![Name::literal("Mines")]);
        record.set_date(DateVariable::Issued, Date::parse("1961-08-14").unwrap());
        record.set(Variable::Archive, "State Archives");
        record.set(Variable::ArchiveLocation, "box 2");
        let text = json_ld(&record);
        let json = json::parse(&text).unwrap();
        let member = |key: &str| json::write(json.get(key));
        assert_eq!(member("@type"), r#"["ArchiveComponent","Message"]"#);
        assert_eq!(
            member("sender"),
            r#"{"@type":"Person","name":"Ann Doe","familyName":"Doe","givenName":"Ann"}"#
        );
        assert_eq!(
            member("recipient"),
            r#"{"@type":"Organization","name":"Mines"}"#
        );
        assert_eq!(member("dateSent"), r#""1961-08-14""#);
        assert_eq!(
            member("holdingArchive"),
            r#"{"@type":"ArchiveOrganization","name":"State Archives"}"#
        );
        assert_eq!(member("itemLocation"), r#""box 2""#);
    }
}
