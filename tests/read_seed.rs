//! The real document, where the shared data are at hand.

use callslip::read::{Options, read};
use callslip::record::{DateVariable, Kind, LevelKind, Reading, Role, Variable};
use callslip::tree::{BlockKind, Editorial, Node, Style, Tree};

fn shared(path: &str) -> Option<String> {
    let root = std::env::var("CALLSLIP_SHARED").unwrap_or_else(|_| "../shared".to_owned());
    let text = std::fs::read_to_string(format!("{root}/{path}")).ok();
    if text.is_none() {
        eprintln!("skipped: {root}/{path} is not there");
    }
    text
}

fn place_of<'a>(reading: &Reading, input: &'a str, field: &str) -> &'a str {
    let place = reading.record.places.iter().find(|(name, _)| name == field);
    let (_, place) = place.unwrap_or_else(|| panic!("{field} has no place"));
    &input[place.start..place.end]
}

#[test]
fn the_seed() {
    let Some(input) = shared("corpus/wilson/seed.txt") else {
        return;
    };
    let reading = read(&input, &Options::default()).unwrap();
    assert_eq!(reading.format, "archive-text");
    let record = &reading.record;
    assert_eq!(record.kind, Kind::Manuscript);
    let texts = [
        (
            Variable::Title,
            "Telegram from Pyongyang to Bucharest, SECRET, No. 61.530",
        ),
        (Variable::TitleShort, "Telegram from Pyongyang to Bucharest"),
        (Variable::Genre, "Telegram"),
        (
            Variable::Archive,
            "Romanian Ministry of Foreign Affairs Archives",
        ),
        (
            Variable::ArchiveLocation,
            "Matter 220/Year: 1973/Country: Democratic People’s Republic of Korea – other states, CLASSIFICATION: SECRET, Department I Relations, Folder 1514, Vol. II, Regarding the Foreign Policy of the Democratic People’s Republic of Korea towards Other States, Period: 06.08 – 24.12.1973",
        ),
        (
            Variable::Source,
            "History and Public Policy Program Digital Archive",
        ),
        (
            Variable::Url,
            "http://digitalarchive.wilsoncenter.org/document/114079",
        ),
        (
            Variable::Abstract,
            "The telegram highlights the new South Korean effort to normalize relations with China and the USSR. Both Soviet and Chinese officials reject the overture from South Korea.",
        ),
    ];
    for (variable, want) in texts {
        assert_eq!(record.get(variable), want);
    }
    assert_eq!(record.language, "en");
    assert_eq!(
        record.date(DateVariable::Issued).unwrap().to_string(),
        "1973-11-26"
    );
    assert_eq!(record.names(Role::Translator)[0].family, "Gheorghe");
    assert!(!record.has_name(Role::Author));
    let archival = record.archival.as_ref().unwrap();
    let start = input.find('“').unwrap();
    let end = input.find("Gheorghe.").unwrap() + "Gheorghe.".len();
    assert_eq!(archival.preferred_citation, input[start..end]);
    assert_eq!(archival.classification, "SECRET");
    assert_eq!(archival.item_number, "No. 61.530");
    assert_eq!(archival.record_id, "114079");
    assert_eq!(archival.credits[0].for_whom, "NKIDP");
    assert_eq!(archival.credits[0].by, ["Eliza Gheorghe"]);
    assert_eq!(
        archival.funding,
        "This document was made possible with support from the Leon Levy Foundation."
    );
    assert_eq!(archival.original_language, "Romanian");
    assert_eq!(archival.contents, ["English Translation"]);
    let levels: Vec<_> = archival
        .holding
        .levels
        .iter()
        .map(|l| (l.kind, l.label.as_str(), l.value.as_str()))
        .collect();
    assert_eq!(
        levels,
        [
            (
                LevelKind::Matter,
                "",
                "Matter 220/Year: 1973/Country: Democratic People’s Republic of Korea – other states"
            ),
            (LevelKind::Marking, "CLASSIFICATION:", "SECRET"),
            (LevelKind::SubFonds, "", "Department I Relations"),
            (LevelKind::File, "Folder", "1514"),
            (LevelKind::Volume, "Vol.", "II"),
            (
                LevelKind::Title,
                "",
                "Regarding the Foreign Policy of the Democratic People’s Republic of Korea towards Other States"
            ),
            (LevelKind::Period, "Period:", "06.08 – 24.12.1973"),
        ]
    );
    for field in [
        "title",
        "issued",
        "archive",
        "URL",
        "record-id",
        "abstract",
        "source",
    ] {
        assert!(!place_of(&reading, &input, field).is_empty());
    }
    assert_eq!(
        place_of(&reading, &input, "archive"),
        record.get(Variable::Archive)
    );
    assert_eq!(
        place_of(&reading, &input, "archive_location"),
        record.get(Variable::ArchiveLocation)
    );
    assert_eq!(place_of(&reading, &input, "record-id"), "114079");
    assert_eq!(place_of(&reading, &input, "issued"), "November 26, 1973");
}

#[test]
fn the_body_of_the_seed() {
    let Some(input) = shared("corpus/wilson/seed.txt") else {
        return;
    };
    let reading = read(&input, &Options::default()).unwrap();
    let body = &reading.document.body;
    let shape: Vec<_> = body
        .iter()
        .map(|block| (block.kind.clone(), block.number.as_deref()))
        .collect();
    assert_eq!(
        shape,
        [
            (BlockKind::Registry, None),
            (BlockKind::Addressee, None),
            (BlockKind::Addressee, None),
            (BlockKind::Paragraph, Some("1.")),
            (BlockKind::Paragraph, Some("2.")),
            (BlockKind::Paragraph, None),
            (BlockKind::Signature, None),
        ]
    );
    for block in body {
        let source = &input[block.place.start..block.place.end];
        let number = block.number.clone().unwrap_or_default();
        let text = Tree::from(block.nodes.clone()).plain();
        assert_eq!(
            source,
            [number.as_str(), text.as_str()].join(if number.is_empty() { "" } else { " " })
        );
    }
    let sic = body[5].nodes.iter().any(|node| {
        matches!(node, Node::Span(Style::Editorial(Editorial::Sic), inner) if *inner == [Node::Text("[sic!]".to_owned())])
    });
    assert!(sic);
    assert_eq!(reading.warnings.len(), 1, "{:?}", reading.warnings);
    let warning = &reading.warnings[0];
    assert_eq!(warning.code, "dates-disagree");
    assert_eq!(
        warning.message,
        "the header is dated November 26, 1973, but the registry number says 29.4.1973, and the folder covers 06.08 – 24.12.1973"
    );
    let place = warning.place.unwrap();
    assert_eq!(&input[place.start..place.end], "29.4.1973");
}
