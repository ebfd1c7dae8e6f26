//! What each kind of source is called in each format that it is exported in.

use callslip::export::export;
use callslip::json;
use callslip::read::csl_json;

/// CSL type; RIS; BibTeX; BibLaTeX; schema.org; Zotero; OpenURL.
const KINDS: &[[&str; 7]] = &[
    [
        "article",
        "UNPB",
        "unpublished",
        "unpublished",
        "Article",
        "preprint",
        "manuscript",
    ],
    [
        "article-journal",
        "JOUR",
        "article",
        "article",
        "ScholarlyArticle",
        "journalArticle",
        "article",
    ],
    [
        "article-magazine",
        "MGZN",
        "article",
        "article",
        "Article",
        "magazineArticle",
        "article",
    ],
    [
        "article-newspaper",
        "NEWS",
        "article",
        "article",
        "NewsArticle",
        "newspaperArticle",
        "article",
    ],
    [
        "bill",
        "BILL",
        "misc",
        "legislation",
        "Legislation",
        "bill",
        "manuscript",
    ],
    ["book", "BOOK", "book", "book", "Book", "book", "book"],
    [
        "broadcast",
        "MPCT",
        "misc",
        "movie",
        "CreativeWork",
        "tvBroadcast",
        "manuscript",
    ],
    [
        "chapter",
        "CHAP",
        "incollection",
        "incollection",
        "Chapter",
        "bookSection",
        "bookitem",
    ],
    [
        "dataset",
        "DATA",
        "misc",
        "dataset",
        "Dataset",
        "dataset",
        "manuscript",
    ],
    [
        "document",
        "MANSCPT",
        "misc",
        "misc",
        "CreativeWork",
        "document",
        "manuscript",
    ],
    [
        "entry-dictionary",
        "DICT",
        "incollection",
        "inreference",
        "CreativeWork",
        "dictionaryEntry",
        "bookitem",
    ],
    [
        "entry-encyclopedia",
        "ENCYC",
        "incollection",
        "inreference",
        "CreativeWork",
        "encyclopediaArticle",
        "bookitem",
    ],
    [
        "graphic",
        "ART",
        "misc",
        "artwork",
        "VisualArtwork",
        "artwork",
        "manuscript",
    ],
    [
        "hearing",
        "HEAR",
        "misc",
        "misc",
        "CreativeWork",
        "hearing",
        "manuscript",
    ],
    [
        "interview",
        "MANSCPT",
        "misc",
        "misc",
        "CreativeWork",
        "interview",
        "manuscript",
    ],
    [
        "legal_case",
        "CASE",
        "misc",
        "jurisdiction",
        "CreativeWork",
        "case",
        "manuscript",
    ],
    [
        "legislation",
        "STAT",
        "misc",
        "legislation",
        "Legislation",
        "statute",
        "manuscript",
    ],
    [
        "manuscript",
        "MANSCPT",
        "unpublished",
        "unpublished",
        "CreativeWork",
        "manuscript",
        "manuscript",
    ],
    ["map", "MAP", "misc", "misc", "Map", "map", "manuscript"],
    [
        "motion_picture",
        "MPCT",
        "misc",
        "movie",
        "Movie",
        "film",
        "manuscript",
    ],
    [
        "musical_score",
        "MUSIC",
        "book",
        "book",
        "SheetMusic",
        "book",
        "manuscript",
    ],
    [
        "paper-conference",
        "CPAPER",
        "inproceedings",
        "inproceedings",
        "Article",
        "conferencePaper",
        "proceeding",
    ],
    [
        "patent",
        "PAT",
        "misc",
        "patent",
        "CreativeWork",
        "patent",
        "patent",
    ],
    [
        "periodical",
        "SER",
        "misc",
        "periodical",
        "Periodical",
        "book",
        "manuscript",
    ],
    [
        "post",
        "BLOG",
        "misc",
        "online",
        "DiscussionForumPosting",
        "forumPost",
        "webpage",
    ],
    [
        "post-weblog",
        "BLOG",
        "misc",
        "online",
        "BlogPosting",
        "blogPost",
        "webpage",
    ],
    [
        "report",
        "RPRT",
        "techreport",
        "report",
        "Report",
        "report",
        "report",
    ],
    [
        "review-book",
        "JOUR",
        "article",
        "review",
        "Review",
        "journalArticle",
        "article",
    ],
    [
        "software",
        "COMP",
        "misc",
        "software",
        "SoftwareSourceCode",
        "computerProgram",
        "manuscript",
    ],
    [
        "song",
        "SOUND",
        "misc",
        "audio",
        "AudioObject",
        "audioRecording",
        "manuscript",
    ],
    [
        "speech",
        "SLIDE",
        "unpublished",
        "unpublished",
        "CreativeWork",
        "presentation",
        "manuscript",
    ],
    [
        "standard",
        "STAND",
        "misc",
        "standard",
        "CreativeWork",
        "standard",
        "manuscript",
    ],
    [
        "thesis",
        "THES",
        "phdthesis",
        "thesis",
        "Thesis",
        "thesis",
        "dissertation",
    ],
    [
        "webpage", "ELEC", "misc", "online", "WebPage", "webpage", "webpage",
    ],
];

fn exported(item: &str, format: &str) -> String {
    let json = json::parse(item).expect("JSON");
    let record = csl_json::item(&json, &mut Vec::new()).expect("an item");
    export(&record, format).expect("a format")
}

#[test]
fn every_kind_has_its_name() {
    for [kind, ris, bibtex, biblatex, schema, zotero, genre] in KINDS {
        let item = format!(r#"{{"id":"x","type":"{kind}","title":"T","genre":""}}"#);
        for (format, wanted) in [
            ("ris", format!("TY  - {ris}\r\n")),
            ("bibtex", format!("@{bibtex}{{")),
            ("biblatex", format!("@{biblatex}{{")),
            ("json-ld", format!("\"@type\":\"{schema}\"")),
            ("meta", format!("name=\"z:itemType\" content=\"{zotero}\"")),
            ("coins", format!("={genre}")),
        ] {
            let text = exported(&item, format);
            let text = if format == "json-ld" {
                text.replace("\": \"", "\":\"")
            } else {
                text
            };
            assert!(
                text.contains(&wanted),
                "{kind} in {format}: {wanted} is not in {text}"
            );
        }
    }
}

#[test]
fn a_masters_thesis_and_a_letter() {
    let thesis = r#"{"id":"x","type":"thesis","title":"T","genre":"Master's thesis"}"#;
    assert!(exported(thesis, "bibtex").starts_with("@mastersthesis{"));
    assert!(exported(thesis, "biblatex").starts_with("@thesis{"));
    let letter = r#"{"id":"x","type":"personal_communication","genre":"letter","author":[{"family":"A"}],"recipient":[{"family":"B"}]}"#;
    for (format, wanted) in [
        ("ris", "TY  - PCOMM"),
        ("bibtex", "@misc{"),
        ("biblatex", "@letter{"),
    ] {
        assert!(exported(letter, format).contains(wanted), "{format}");
    }
}

#[test]
fn an_article_with_all_that_it_can_have() {
    let item = r#"{"id":"x","type":"article-journal","title":"Boats <i>of</i> <sub>2</sub> the ~ {Sound} ^","container-title":"Ships",
        "volume":"3","issue":"2","page":"11-19","ISSN":"1234-5678","keyword":"boats; pilots","DOI":"10.1/a{b}\\c",
        "author":[{"family":"Brook","given":"Ada"},{"family":"Vell","given":"Tomas"},{"literal":"Society of Pilots"}],
        "issued":{"literal":"Whitsun"},"accessed":{"date-parts":[[2020,1,2]]},"URL":"https://a.example/{b}"}"#;
    let ris = exported(item, "ris");
    for line in [
        "AU  - Brook, Ada",
        "AU  - Society of Pilots",
        "KW  - boats",
        "KW  - pilots",
        "SN  - 1234-5678",
        "Y2  - 2020/01/02",
    ] {
        assert!(ris.contains(line), "{line} is not in {ris}");
    }
    let bibtex = exported(item, "bibtex");
    for field in [
        "journal = {Ships}",
        "{Society of Pilots}",
        "\\textsubscript{2}",
        "\\textasciitilde{}",
        "\\textasciicircum{}",
        "Whitsun",
        "%7Bb%7D",
    ] {
        assert!(bibtex.contains(field), "{field} is not in {bibtex}");
    }
    assert!(exported(item, "biblatex").contains("journaltitle = {Ships}"));
    let ld = exported(item, "json-ld").replace("\": \"", "\":\"");
    for part in [
        "\"@type\":\"Periodical\"",
        "\"name\":\"Ships\"",
        "\"volumeNumber\":\"3\"",
        "\"issueNumber\":\"2\"",
    ] {
        assert!(ld.contains(part), "{part} is not in {ld}");
    }
    let coins = exported(item, "coins");
    for part in [
        "rft.jtitle=Ships",
        "rft.aulast=Brook",
        "rft.au=",
        "rft.aucorp=Society",
    ] {
        assert!(coins.contains(part), "{part} is not in {coins}");
    }
}

#[test]
fn papers_say_what_they_are_about() {
    let item = r#"{"id":"x","type":"manuscript","title":"T","keyword":"boats; pilots"}"#;
    assert!(exported(item, "coins").contains("rft.subject=boats"));
}

#[test]
fn names_that_bibtex_would_take_apart_stand_in_braces() {
    let item = r#"{"id":"x","type":"book","title":"T","author":[{"family":"Maasi","given":"M., of Ulm and Maren"},{"family":"Brook and Sons","given":"A."}]}"#;
    let bibtex = exported(item, "bibtex");
    assert!(
        bibtex.contains("author = {Maasi, {M., of Ulm and Maren} and {Brook and Sons}, A.}"),
        "{bibtex}"
    );
    let again = callslip::read::read(&bibtex, &Default::default())
        .expect("a reading")
        .record;
    let names = again.names(callslip::record::Role::Author);
    assert_eq!(names.len(), 2);
    assert_eq!(
        (names[0].family.as_str(), names[0].given.as_str()),
        ("Maasi", "M., of Ulm and Maren")
    );
}

#[test]
fn a_translated_title_is_no_variable_of_csl() {
    let item = r#"{"id":"x","type":"book","title":"Gisaengchung","translated-title":"Parasite"}"#;
    let csl = exported(item, "csl-json");
    assert!(
        csl.contains(r#""custom":{"callslip":{"translatedTitle":"Parasite"}}"#),
        "{csl}"
    );
    assert_eq!(exported(&csl, "csl-json"), csl);
}
