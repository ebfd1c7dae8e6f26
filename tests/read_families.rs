//! The same document in the wrappers that archives put around it.

use callslip::read::{Options, read};
use callslip::record::{DateVariable, Reading, Role, Variable};
use callslip::tree::{Block, BlockKind, Tree};

fn fixture(name: &str) -> String {
    std::fs::read_to_string(format!("tests/fixtures/wilson/{name}")).unwrap()
}

fn reading(name: &str) -> Reading {
    read(&fixture(name), &Options::default()).unwrap()
}

/// What every wrapper of the document tells alike.
fn facts(reading: &Reading) -> Vec<String> {
    let record = &reading.record;
    let archival = record.archival.as_ref().unwrap();
    let names = |role| {
        record
            .names(role)
            .iter()
            .map(|name| format!("{} {}", name.given, name.family))
            .collect::<Vec<_>>()
            .join("; ")
    };
    let levels = archival
        .holding
        .levels
        .iter()
        .map(|level| format!("{}:{}{}", level.kind.name(), level.label, level.value));
    let credits = archival
        .credits
        .iter()
        .map(|credit| format!("{:?} {:?} {}", credit.deeds, credit.by, credit.for_whom));
    vec![
        record.get(Variable::Title).to_owned(),
        record.get(Variable::TitleShort).to_owned(),
        record.get(Variable::Genre).to_owned(),
        record.date(DateVariable::Issued).unwrap().to_string(),
        record.get(Variable::Archive).to_owned(),
        record.get(Variable::ArchiveLocation).to_owned(),
        record.language.clone(),
        names(Role::Translator),
        levels.collect::<Vec<_>>().join("|"),
        credits.collect::<Vec<_>>().join("|"),
        archival.classification.clone(),
        archival.item_number.clone(),
        archival.record_id.clone(),
        archival.credit_line.clone(),
    ]
}

fn plain(block: &Block) -> String {
    let text = Tree::from(block.nodes.clone()).plain();
    format!(
        "{:?} {} {}",
        block.kind,
        block.number.as_deref().unwrap_or(""),
        text.replace('\u{2019}', "'")
    )
}

fn body(reading: &Reading) -> Vec<String> {
    reading.document.body.iter().map(plain).collect()
}

fn codes(reading: &Reading) -> Vec<&str> {
    reading
        .warnings
        .iter()
        .map(|warning| warning.code)
        .collect()
}

#[test]
fn one_document_in_every_wrapper() {
    let model = reading("a.txt");
    assert_eq!(model.document.body.len(), 6, "{:?}", body(&model));
    assert_eq!(codes(&model), [""; 0]);
    for name in [
        "a-pdftext.txt",
        "b-oldsite.txt",
        "c-newsite.txt",
        "c-staging.txt",
        "f-scraped.json",
    ] {
        let other = reading(name);
        let format = if name.ends_with("json") {
            "wilson-json"
        } else {
            "archive-text"
        };
        assert_eq!(other.format, format, "{name}");
        assert_eq!(facts(&other), facts(&model), "{name}");
        assert_eq!(body(&other), body(&model), "{name}");
        assert!(!codes(&other).contains(&"titles-disagree"), "{name}");
    }
}

#[test]
fn the_summary_and_the_donors() {
    for name in ["a.txt", "a-pdftext.txt", "b-oldsite.txt", "c-newsite.txt"] {
        let reading = reading(name);
        assert_eq!(
            reading.record.get(Variable::Abstract),
            "The embassy reports a new harbour. It expects ships in spring.",
            "{name}"
        );
        let archival = reading.record.archival.as_ref().unwrap();
        assert!(
            archival
                .funding
                .starts_with("This document was made possible"),
            "{name}"
        );
    }
    for name in ["a.txt", "a-pdftext.txt", "c-newsite.txt"] {
        assert_eq!(
            reading(name).record.archival.unwrap().original_language,
            "Vestan",
            "{name}"
        );
    }
}

#[test]
fn a_title_that_lost_a_word_is_reported() {
    let input = fixture("a-pdftext.txt").replacen(
        "March 05, 1968 Telegram from Port",
        "March 05, 1968 Telegram from",
        1,
    );
    let reading = read(&input, &Options::default()).unwrap();
    assert_eq!(codes(&reading), ["titles-disagree"]);
    assert!(reading.record.get(Variable::Title).contains("Port Lonely"));
}

#[test]
fn a_title_that_begins_with_an_article_on_the_line_of_its_date() {
    let input = fixture("a-pdftext.txt")
        .replace("Telegram from Port Lonely", "The Telegram from Port Lonely");
    let reading = read(&input, &Options::default()).unwrap();
    assert_eq!(codes(&reading), [""; 0]);
    assert!(
        reading
            .record
            .get(Variable::Title)
            .starts_with("The Telegram from")
    );
}

#[test]
fn a_field_that_comes_twice_is_read_once() {
    let summary =
        "**Summary:**\n\nThe embassy reports a new harbour. It expects ships in spring.\n\n";
    let once = fixture("a.txt");
    let input = once.replacen(summary, &summary.repeat(2), 1);
    assert_ne!(input, once);
    let reading = read(&input, &Options::default()).unwrap();
    assert_eq!(
        facts(&reading),
        facts(&read(&once, &Options::default()).unwrap())
    );
    assert_eq!(
        reading.record.get(Variable::Abstract),
        "The embassy reports a new harbour. It expects ships in spring."
    );
    // The second is not lost: it is kept beside the head.
    let furniture = reading
        .document
        .fields
        .iter()
        .find(|field| field.name == "furniture");
    let place = furniture.unwrap().place;
    assert!(input[place.start..place.end].starts_with("**Summary:**"));
}

#[test]
fn teasers_before_the_date_are_kept_apart() {
    let reading = reading("c-staging.txt");
    assert!(codes(&reading).contains(&"several-dates"));
    let furniture = reading
        .document
        .fields
        .iter()
        .find(|field| field.name == "furniture")
        .unwrap();
    let input = fixture("c-staging.txt");
    assert!(
        input[furniture.place.start..furniture.place.end].ends_with("complains about the birds.")
    );
}

#[test]
fn the_oldest_form() {
    let reading = reading("d-legacy.txt");
    assert_eq!(
        reading.record.get(Variable::Title),
        "Cable from the Ambassador on the Islands"
    );
    assert_eq!(
        reading
            .record
            .date(DateVariable::Issued)
            .unwrap()
            .to_string(),
        "1962-10-24"
    );
    let archival = reading.record.archival.as_ref().unwrap();
    assert_eq!(archival.holding.verbatim, "AVPRF");
    assert_eq!(
        archival.credit_line,
        "copy courtesy of NSA; translation by Mark Doe"
    );
    assert_eq!(reading.document.body.len(), 2);
    assert_eq!(reading.document.body[0].kind, BlockKind::Paragraph);
}

#[test]
fn a_citation_alone() {
    let input = "\u{201c}Note on Trade,\u{201d} 10.11.1962, History and Public Policy Program Digital Archive, MOL, XIX-J-1-j Korea. Translated by A B.\nhttps://digitalarchive.wilsoncenter.org/document/note-trade-0";
    let reading = read(input, &Options::default()).unwrap();
    assert_eq!(reading.record.get(Variable::Title), "Note on Trade");
    assert_eq!(
        reading.record.get(Variable::Url),
        "https://digitalarchive.wilsoncenter.org/document/note-trade-0"
    );
    assert!(codes(&reading).contains(&"ambiguous-date"));
    assert_eq!(
        reading
            .record
            .date(DateVariable::Issued)
            .unwrap()
            .to_string(),
        "10.11.1962"
    );
    assert!(reading.document.body.is_empty());
}

#[test]
fn a_header_that_contradicts_itself() {
    let input = fixture("a.txt").replacen("**March 5, 1968**", "**March 6, 1969**", 1);
    let reading = read(&input, &Options::default()).unwrap();
    assert_eq!(codes(&reading), ["dates-disagree"; 3]);
    for warning in &reading.warnings {
        let place = warning.place.unwrap();
        assert!(
            ["March 05, 1968", "March 6, 1969", "5.3.1968"]
                .contains(&&input[place.start..place.end])
        );
    }
}

#[test]
fn the_old_api() {
    let input = r#"{"id": "33548", "title": "Note on the S?ucza Harbour", "doc_date": "19680305", "description": "On a harbour.",
        "source": "APRF, fond 45, opis 1, delo 335, list 3. Translated by Oleg Stan.", "language": "Russian",
        "transcript": "<p>TOP SECRET<\/p>\n<p>1. It is <b>secret<\/b>, with \u201cwords\u201d &amp; more.<br>A line.<\/p>"}"#;
    let options = Options {
        format: "wilson-json".to_owned(),
        ..Options::default()
    };
    let reading = read(input, &options).unwrap();
    assert_eq!(
        body(&reading),
        [
            "Classification  TOP SECRET",
            "Paragraph 1. It is secret, with \u{201c}words\u{201d} & more.",
            "Paragraph  A line."
        ]
    );
    assert_eq!(
        reading
            .record
            .date(DateVariable::Issued)
            .unwrap()
            .to_string(),
        "1968-03-05"
    );
    assert_eq!(
        reading
            .record
            .archival
            .as_ref()
            .unwrap()
            .holding
            .levels
            .len(),
        4
    );
    let place = reading.document.body[2].place;
    assert_eq!(&input[place.start..place.end], "A line.");
    assert!(codes(&reading).contains(&"letters-lost"));
}

#[test]
fn running_heads_lost_numbers_and_capitals() {
    let input = fixture("b-oldsite.txt")
        .replace("2. In the", "1. In the")
        .replace("The weather", "1. The weather");
    let input = input.replace(
        "\nSigned",
        "\nDigital Archive International History Declassified\n\nSigned",
    );
    let reading = read(&input, &Options::default()).unwrap();
    assert_eq!(codes(&reading), ["numbers-lost"]);
    assert_eq!(
        Tree::from(reading.document.title.clone()).plain(),
        "Telegram from Port Lonely to Vesta, TOP SECRET, No. 7.204"
    );
    assert_eq!(reading.document.body.len(), 6);
    assert!(
        reading
            .document
            .fields
            .iter()
            .any(|field| field.name == "furniture"
                && input[field.place.start..field.place.end].ends_with("Declassified"))
    );
}

#[test]
fn other_scripts() {
    let hebrew = "\u{5e9}\u{5dc}\u{5d5}\u{5dd} \u{5e2}\u{5d5}\u{5dc}\u{5dd}";
    let reading = read(hebrew, &Options::default()).unwrap();
    assert_eq!(
        reading.document.direction,
        callslip::record::Direction::RightToLeft
    );
    let korean = "1968\u{b144} \u{bcf4}\u{ace0}\u{c11c} \u{b0b4}\u{c6a9}";
    assert_eq!(
        read(korean, &Options::default()).unwrap().document.language,
        "ko"
    );
    let head =
        "May 8, 1953\n\nA Report\n\nOriginal Language:\n\nRussian\n\nSummary:\n\nA report.\n\n";
    let of = |body: &str| {
        let reading = read(&[head, body].concat(), &Options::default()).unwrap();
        reading.document.language
    };
    let russian = "\u{421}\u{435}\u{433}\u{43e}\u{434}\u{43d}\u{44f} \u{433}\u{43e}\u{432}\u{43e}\u{440}\u{438}\u{43b}\u{438}.";
    assert_eq!(of(russian), "ru");
    assert_eq!(of("Illegible."), "");
    assert_eq!(
        of("The talks went on for a long time, and the comrades said that it was good."),
        "en"
    );
}

#[test]
fn a_head_without_a_body() {
    let input = fixture("a.txt");
    let head = input.split("02/000311").next().unwrap();
    assert_eq!(
        codes(&read(head, &Options::default()).unwrap()),
        ["empty-body"]
    );
}
