//! Zotero's names of item types and of the fields that depend on them.

use super::facts;
use crate::record::{Kind, Record, Variable};

/// The item type, exactly as Zotero writes it.
pub(super) fn item_type(record: &Record) -> &'static str {
    if facts::is_letter(record) {
        return "letter";
    }
    match record.kind {
        Kind::ArticleJournal | Kind::Review | Kind::ReviewBook => "journalArticle",
        Kind::ArticleMagazine => "magazineArticle",
        Kind::ArticleNewspaper => "newspaperArticle",
        Kind::Article => "preprint",
        Kind::Bill => "bill",
        Kind::Book | Kind::Classic | Kind::Periodical | Kind::Pamphlet | Kind::MusicalScore => {
            "book"
        }
        Kind::Broadcast => "tvBroadcast",
        Kind::Chapter => "bookSection",
        Kind::Dataset => "dataset",
        Kind::Entry | Kind::EntryEncyclopedia => "encyclopediaArticle",
        Kind::EntryDictionary => "dictionaryEntry",
        Kind::Figure | Kind::Graphic => "artwork",
        Kind::Hearing => "hearing",
        Kind::Interview => "interview",
        Kind::LegalCase => "case",
        Kind::Legislation | Kind::Regulation | Kind::Treaty => "statute",
        Kind::Map => "map",
        Kind::MotionPicture => "film",
        Kind::PaperConference => "conferencePaper",
        Kind::Patent => "patent",
        Kind::Post => "forumPost",
        Kind::PostWeblog => "blogPost",
        Kind::Report => "report",
        Kind::Software => "computerProgram",
        Kind::Song => "audioRecording",
        Kind::Speech | Kind::Event | Kind::Performance => "presentation",
        Kind::Standard => "standard",
        Kind::Thesis => "thesis",
        Kind::Webpage => "webpage",
        Kind::Document => "document",
        Kind::Manuscript | Kind::Collection | Kind::PersonalCommunication => "manuscript",
    }
}

/// The field that says what kind of letter, manuscript, report it is; empty when the type has none.
pub(super) fn genre_field(item_type: &str) -> &'static str {
    match item_type {
        "letter" => "letterType",
        "manuscript" => "manuscriptType",
        "thesis" => "thesisType",
        "report" => "reportType",
        "map" => "mapType",
        "presentation" => "presentationType",
        "webpage" => "websiteType",
        "forumPost" => "postType",
        "film" => "genre",
        "dataset" => "type",
        _ => "",
    }
}

/// The fields of one variable that all types share, or nearly all.
pub(super) const FIELDS: [(Variable, &str); 20] = [
    (Variable::TitleShort, "shortTitle"),
    (Variable::Abstract, "abstractNote"),
    (Variable::CallNumber, "callNumber"),
    (Variable::CollectionTitle, "series"),
    (Variable::CollectionNumber, "seriesNumber"),
    (Variable::ContainerTitle, "publicationTitle"),
    (Variable::Doi, "DOI"),
    (Variable::Edition, "edition"),
    (Variable::Isbn, "ISBN"),
    (Variable::Issn, "ISSN"),
    (Variable::Issue, "issue"),
    (Variable::License, "rights"),
    (Variable::NumberOfPages, "numPages"),
    (Variable::Number, "number"),
    (Variable::Page, "pages"),
    (Variable::Publisher, "publisher"),
    (Variable::PublisherPlace, "place"),
    (Variable::Section, "section"),
    (Variable::Url, "url"),
    (Variable::Volume, "volume"),
];
