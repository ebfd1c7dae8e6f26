//! Library formats whose records are of many shapes: MODS and the headers of TEI.

use callslip::read::{Options, read};
use callslip::record::{DateVariable, Kind, Record, Role, Variable};

fn record(text: &str) -> Record {
    read(text, &Options::default()).expect("a reading").record
}

fn mods(inner: &str) -> Record {
    record(&format!(
        "<mods xmlns=\"http://www.loc.gov/mods/v3\">{inner}</mods>"
    ))
}

#[test]
fn mods_of_an_article() {
    let record = mods(
        "<titleInfo><title>Boats of the Sound</title></titleInfo>\
         <titleInfo type='abbreviated'><title>Boats</title></titleInfo>\
         <titleInfo type='translated'><title>Die Boote</title></titleInfo>\
         <titleInfo type='uniform'><title>Not this</title></titleInfo>\
         <genre authority='local'>journalArticle</genre>\
         <relatedItem type='host'><titleInfo><title>Ships</title></titleInfo>\
         <part><detail type='volume'><number>3</number></detail><detail type='issue'><number>2</number></detail>\
         <detail type='section'><number>B</number></detail><detail type='page'><number>9</number></detail>\
         <extent unit='pages'><start>11</start><end>19</end></extent><date>1961</date></part>\
         <identifier type='issn'>1234-5678</identifier><originInfo><publisher>Harbour Press</publisher></originInfo></relatedItem>\
         <relatedItem type='series'><titleInfo><title>Waters</title></titleInfo></relatedItem>\
         <relatedItem type='references'><titleInfo><title>Nor this</title></titleInfo></relatedItem>\
         <identifier type='doi'>10.1/x</identifier><identifier type='isbn'>978</identifier>\
         <identifier type='uri'>https://a.example/1</identifier><identifier type='oclc'>5</identifier>",
    );
    assert_eq!(record.kind, Kind::ArticleJournal);
    for (variable, value) in [
        (Variable::Title, "Boats of the Sound"),
        (Variable::TitleShort, "Boats"),
        (Variable::TranslatedTitle, "Die Boote"),
        (Variable::ContainerTitle, "Ships"),
        (Variable::CollectionTitle, "Waters"),
        (Variable::Volume, "3"),
        (Variable::Issue, "2"),
        (Variable::Section, "B"),
        (Variable::Page, "11-19"),
        (Variable::Publisher, "Harbour Press"),
        (Variable::Issn, "1234-5678"),
        (Variable::Isbn, "978"),
        (Variable::Doi, "10.1/x"),
        (Variable::Url, "https://a.example/1"),
    ] {
        assert_eq!(record.get(variable), value, "{variable:?}");
    }
    assert_eq!(
        record.date(DateVariable::Issued).unwrap().to_string(),
        "1961"
    );
}

#[test]
fn mods_of_papers_in_an_archive() {
    let record = mods(
        "<titleInfo><title>Log of the pilots</title></titleInfo>\
         <originInfo><dateCreated point='start'>1951</dateCreated><dateCreated point='end'>1953</dateCreated></originInfo>\
         <relatedItem type='host'><titleInfo><title>Harbour papers</title></titleInfo></relatedItem>\
         <location><physicalLocation>Town Library</physicalLocation><url>https://a.example/2</url></location>\
         <identifier type='local'>MS 12</identifier>\
         <note type='preferred citation'>Log, MS 12, Town Library.</note><note>Stained.</note>",
    );
    assert_eq!(record.kind, Kind::Manuscript);
    for (variable, value) in [
        (Variable::Archive, "Town Library"),
        (Variable::ArchiveCollection, "Harbour papers"),
        (Variable::CallNumber, "MS 12"),
        (Variable::Url, "https://a.example/2"),
    ] {
        assert_eq!(record.get(variable), value, "{variable:?}");
    }
    assert_eq!(
        record.date(DateVariable::Issued).unwrap().to_string(),
        "1951/1953"
    );
    assert_eq!(
        record.archival.as_ref().unwrap().preferred_citation,
        "Log, MS 12, Town Library."
    );
}

#[test]
fn mods_by_the_type_of_resource() {
    for (resource, kind) in [
        ("<typeOfResource>cartographic</typeOfResource>", Kind::Map),
        (
            "<typeOfResource>moving image</typeOfResource>",
            Kind::MotionPicture,
        ),
        (
            "<typeOfResource>still image</typeOfResource>",
            Kind::Graphic,
        ),
        (
            "<typeOfResource>notated music</typeOfResource>",
            Kind::MusicalScore,
        ),
        (
            "<typeOfResource>software, multimedia</typeOfResource>",
            Kind::Software,
        ),
        (
            "<typeOfResource>sound recording-nonmusical</typeOfResource>",
            Kind::Song,
        ),
        (
            "<typeOfResource collection='yes'>mixed material</typeOfResource>",
            Kind::Collection,
        ),
        (
            "<typeOfResource manuscript='yes'>text</typeOfResource>",
            Kind::Manuscript,
        ),
        (
            "<typeOfResource>text</typeOfResource><originInfo><publisher>P</publisher></originInfo>",
            Kind::Book,
        ),
        ("<typeOfResource>text</typeOfResource>", Kind::Document),
    ] {
        assert_eq!(
            mods(&format!(
                "<titleInfo><title>T</title></titleInfo>{resource}"
            ))
            .kind,
            kind,
            "{resource}"
        );
    }
}

#[test]
fn mods_with_an_addressee() {
    let record = mods(
        "<titleInfo><title>T</title></titleInfo><name><namePart>Rhein, Carl</namePart><role><roleTerm>addressee</roleTerm></role></name>",
    );
    assert_eq!(record.kind, Kind::PersonalCommunication);
    assert_eq!(record.names(Role::Recipient)[0].family, "Rhein");
}

fn tei(file: &str, text: &str) -> Record {
    record(&format!(
        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc>{file}</fileDesc></teiHeader><text><body>{text}</body></text></TEI>"
    ))
}

#[test]
fn tei_of_a_printed_book() {
    let record = tei(
        "<titleStmt><title type='main'>The Pilots</title><title type='sub'>A History</title><title type='short'>Pilots</title>\
         <editor role='translator'><persName>Ada Marin</persName></editor><editor role='compiler'><name>Carl Rhein</name></editor>\
         <editor><surname>Vell</surname><forename>Tomas</forename></editor></titleStmt>\
         <publicationStmt><publisher><orgName>Texts Online,</orgName></publisher><pubPlace>Ulm</pubPlace>\
         <idno type='DOI'>10.1/y</idno><idno type='isbn'>979</idno><idno>https://a.example/3</idno>\
         <availability><licence>CC BY 4.0</licence></availability></publicationStmt>\
         <sourceDesc><biblStruct><monogr><author><persName>Mara Dolin</persName></author>\
         <imprint><publisher>Harbour Press :</publisher><pubPlace>Port Lonely</pubPlace></imprint></monogr></biblStruct></sourceDesc>",
        "<p>Text.</p>",
    );
    assert_eq!(record.kind, Kind::Book);
    for (variable, value) in [
        (Variable::Title, "The Pilots: A History"),
        (Variable::TitleShort, "Pilots"),
        (Variable::Publisher, "Harbour Press"),
        (Variable::PublisherPlace, "Port Lonely"),
        (Variable::Source, "Texts Online"),
        (Variable::Doi, "10.1/y"),
        (Variable::Isbn, "979"),
        (Variable::Url, "https://a.example/3"),
        (Variable::License, "CC BY 4.0"),
    ] {
        assert_eq!(record.get(variable), value, "{variable:?}");
    }
    for (role, family) in [
        (Role::Author, "Dolin"),
        (Role::Translator, "Marin"),
        (Role::Compiler, "Rhein"),
        (Role::Editor, "Vell"),
    ] {
        assert_eq!(record.names(role)[0].family, family, "{role:?}");
    }
}

#[test]
fn tei_whose_header_is_in_words() {
    let record = tei(
        "<titleStmt><title>Report</title></titleStmt><publicationStmt><p>Harbour Office, March 2008</p></publicationStmt>\
         <sourceDesc><p>Written by Mara Dolin and Carl Rhein, March 2008</p></sourceDesc>",
        "<p>Text.</p>",
    );
    assert_eq!(record.get(Variable::Publisher), "Harbour Office");
    assert_eq!(
        record.date(DateVariable::Issued).unwrap().to_string(),
        "2008-03"
    );
    let authors: Vec<&str> = record
        .names(Role::Author)
        .iter()
        .map(|name| name.family.as_str())
        .collect();
    assert_eq!(authors, ["Dolin", "Rhein"]);
}

#[test]
fn tei_of_a_letter_whose_header_names_the_addressee() {
    let record = tei(
        "<titleStmt><title>Letter 5</title></titleStmt><publicationStmt><publisher>Letters Online</publisher>\
         <availability><p>Free</p></availability></publicationStmt>\
         <sourceDesc><letDesc><letHeading><author>Mara Dolin</author><addressee>Carl Rhein</addressee><placeLet>Ulm</placeLet></letHeading></letDesc></sourceDesc>",
        "<p>Dear Carl.</p>",
    );
    assert_eq!(record.kind, Kind::PersonalCommunication);
    assert_eq!(record.names(Role::Author)[0].family, "Dolin");
    assert_eq!(record.names(Role::Recipient)[0].family, "Rhein");
    assert_eq!(record.get(Variable::EventPlace), "Ulm");
    assert_eq!(record.get(Variable::Source), "Letters Online");
    assert_eq!(record.get(Variable::License), "Free");
}
