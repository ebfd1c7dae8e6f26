//! Laws of the readers of library formats, on made up input and on the same input broken in many ways: no panic, every
//! place within the text, no word lost, time linear.

use callslip::export;
use callslip::read::{Options, read};
use callslip::record::{Reading, Record};
use callslip::tree::{Block, Node, Style};
use callslip::warning::Place;
use std::time::Instant;

/// One made up input for each format, and a piece of it that can be repeated.
const INPUTS: [(&str, &str, &str); 12] = [
    (
        "ris",
        "TY  - PCOMM\nTI  - Of boats\nAU  - Brook, Ada\nA2  - Rhein, Carl\nDA  - 1961/05/02/\nDB  - Town Library\nAV  - box 2\nN1  - seen\nER  - \n",
        "KW  - ferry\n",
    ),
    (
        "bibtex",
        "@book{brook, author = {Brook, Ada and {Ferry Office}}, title = \"Of {B}oats {\\\"u}ber\" stray, year = 1961, odd = {kept}}\n",
        "@misc{a, note={b}}\n",
    ),
    (
        "zotero-json",
        r#"[{"itemType":"letter","title":"Of boats","creators":[{"firstName":"Ada","lastName":"Brook","creatorType":"author"}],"date":"1961","odd":"kept"}]"#,
        r#"{"itemType":"map","title":"x"},"#,
    ),
    (
        "tei",
        "<TEI><teiHeader><fileDesc><titleStmt><title>Letter From Ada Brook to Carl Rhein, May 1961</title></titleStmt><publicationStmt><date type='created' when='1961-05-02'>then</date></publicationStmt></fileDesc></teiHeader>\
         <text><body><p>Source: Town Library, Brook Papers, Box 2. Secret.</p><div><head>Of boats<note n='1'>Noted.</note></head><p>One <hi rend='bold'>two</hi> <choice><sic>thre</sic><corr>three</corr></choice></p><list><item>four</item></list></div></body></text></TEI>",
        "<p>five <note>six</note></p>",
    ),
    (
        "ead",
        "<ead><eadheader><eadid url='http://a.example'>x</eadid></eadheader><archdesc level='collection'><did><repository><corpname>Town Library</corpname></repository><unittitle>Papers</unittitle><unitid>MS 7</unitid><unitdate>1961</unitdate></did>\
         <prefercite><p>Identification of item; Papers, Box and Folder Number; Library.</p></prefercite><dsc><c level='series'><did><unittitle>Letters</unittitle></did><c level='file'><did><unittitle>Boats</unittitle><container type='box'>1</container></did></c></c></dsc></archdesc></ead>",
        "<c level='file'><did><unittitle>ferry</unittitle></did></c>",
    ),
    (
        "marcxml",
        "<record><leader>00000npcaa a4500</leader><datafield tag='245' ind1='1'><subfield code='a'>Papers,</subfield><subfield code='f'>1961</subfield></datafield><datafield tag='852'><subfield code='b'>Town Library</subfield></datafield></record>",
        "<datafield tag='650'><subfield code='a'>ferry</subfield></datafield>",
    ),
    (
        "mods",
        "<mods><titleInfo><title>Of boats</title></titleInfo><name type='personal'><namePart>Brook, Ada</namePart></name><originInfo><dateCreated>1961</dateCreated></originInfo><odd>kept</odd></mods>",
        "<subject><topic>ferry</topic></subject>",
    ),
    (
        "dublin-core",
        "<OAI-PMH><metadata><dc><title>Of boats</title><creator>Brook, Ada</creator><date>1961</date><format>kept</format></dc></metadata></OAI-PMH>",
        "<subject>ferry</subject>",
    ),
    (
        "eac",
        "<eac-cpf><control><recordId>R1</recordId></control><cpfDescription><nameEntry><part>Brook, Ada</part></nameEntry><biogHist><p>Born.</p></biogHist></cpfDescription></eac-cpf>",
        "<p>ferry</p>",
    ),
    (
        "iiif",
        r#"{"label":{"en":["Of boats"]},"metadata":[{"label":{"en":["Author"]},"value":{"en":["Brook, Ada"]}}],"items":[{"label":{"none":["leaf"]}}],"summary":{"en":["<b>kept</b>"]}}"#,
        r#"{"label":"ferry"},"#,
    ),
    (
        "json-ld",
        r#"<script type="application/ld+json">{"@type":"Message","name":"Of boats","author":{"@type":"Person","name":"Ada Brook"},"dateSent":"1961-05-02","odd":"kept"}</script>after"#,
        r#"<script type="application/ld+json">{"@type":"Book"}</script>"#,
    ),
    (
        "xml",
        "<article><info><title>Of boats</title><author>Ada Brook</author></info><section><title>One</title><para>two <emphasis>three</emphasis></para></section></article>",
        "<para>ferry</para>",
    ),
];

fn as_format(text: &str, format: &str) -> Reading {
    let options = Options {
        format: format.to_owned(),
        ..Options::default()
    };
    read(text, &options).expect("a known format")
}

/// A small generator (xorshift), so that every run sees the same input.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides.max(1) as u64).unwrap()
    }
}

fn words_of(nodes: &[Node], out: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) => out.push_str(text),
            Node::Span(Style::Link(address), inner) => {
                out.push_str(address);
                words_of(inner, out);
            }
            Node::Span(_, inner) => words_of(inner, out),
            Node::LineBreak => out.push('\n'),
            Node::PageBreak(page) => out.push_str(page),
        }
    }
}

fn places(blocks: &[Block], all: &mut Vec<Place>, words: &mut String, depth: usize) {
    assert!(depth < 60, "blocks nest without end");
    for block in blocks {
        all.push(block.place);
        words.push_str(block.number.as_deref().unwrap_or(""));
        words.push(' ');
        words_of(&block.nodes, words);
        words.push(' ');
        places(&block.blocks, all, words, depth + 1);
    }
}

/// Checks the places of a reading and gives all its words.
fn checked(text: &str, reading: &Reading) -> String {
    let mut all: Vec<Place> = reading
        .warnings
        .iter()
        .filter_map(|warning| warning.place)
        .collect();
    let mut words = String::new();
    words_of(&reading.document.title, &mut words);
    for field in &reading.document.fields {
        all.push(field.place);
        for value in &field.values {
            words.push(' ');
            words_of(value, &mut words);
        }
    }
    places(&reading.document.body, &mut all, &mut words, 0);
    let records: Vec<&Record> = std::iter::once(&reading.record)
        .chain(&reading.others)
        .collect();
    for record in records {
        all.extend(record.places.iter().map(|(_, place)| *place));
        words.push_str(&export::export(record, "csl-json").unwrap());
    }
    for place in all {
        assert!(
            text.get(place.start..place.end).is_some(),
            "{place:?} is no part of a text of {} bytes: {text}",
            text.len()
        );
    }
    words
}

#[test]
fn every_input_is_read_and_no_word_is_lost() {
    for (format, input, _) in INPUTS {
        let reading = as_format(input, format);
        assert_eq!(reading.format, format);
        let words = checked(input, &reading);
        let markup = input.starts_with('<') && format != "json-ld";
        let mut tag = false;
        let seen: String = input
            .chars()
            .map(|c| {
                tag = markup && (c == '<' || tag && c != '>');
                if tag || c == '>' { ' ' } else { c }
            })
            .collect();
        // Keys and commands are not words of the text.
        let structure = [
            "TY",
            "TI",
            "AU",
            "A2",
            "DA",
            "DB",
            "AV",
            "N1",
            "ER",
            "PCOMM",
            "en",
            "none",
            "value",
            "b",
            "items",
            "metadata",
            "itemType",
            "creators",
            "firstName",
            "lastName",
            "creatorType",
            "and",
            "u",
            "ber",
            "label",
            "summary",
            "script",
            "type",
            "application",
            "ld",
            "json",
            "name",
            "dateSent",
            "Message",
            "Person",
            "oats",
            "thre",
            "author",
            "year",
            "title",
            "odd",
        ];
        for word in seen
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
        {
            let known =
                structure.contains(&word) || words.to_lowercase().contains(&word.to_lowercase());
            assert!(known, "{format}: {word} is lost in {words}");
        }
    }
}

#[test]
fn broken_input_never_panics() {
    const JUNK: [&str; 16] = [
        "<",
        ">",
        "&",
        "\"",
        "'",
        "{",
        "}",
        "[",
        "]",
        "\\",
        "\0",
        "\u{1f4dc}",
        "</",
        "<!--",
        "TY  - ",
        "@",
    ];
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    for (format, input, piece) in INPUTS {
        for _ in 0..300 {
            let mut text: Vec<char> = input.chars().collect();
            for _ in 0..=dice.roll(4) {
                let at = dice.roll(text.len());
                match dice.roll(4) {
                    0 => text.truncate(at),
                    1 => {
                        text.drain(at..(at + dice.roll(9)).min(text.len()));
                    }
                    2 => drop(text.splice(at..at, piece.chars())),
                    _ => drop(text.splice(at..at, JUNK[dice.roll(JUNK.len())].chars())),
                }
            }
            let text: String = text.into_iter().collect();
            checked(&text, &as_format(&text, format));
        }
    }
}

#[test]
fn every_export_takes_every_record() {
    for (format, input, _) in INPUTS {
        let reading = as_format(input, format);
        for record in std::iter::once(&reading.record).chain(&reading.others) {
            for to in ["ris", "bibtex", "biblatex", "json-ld", "coins", "meta"] {
                let out = export::export(record, to).unwrap();
                assert!(!out.is_empty(), "{format} to {to}");
            }
        }
    }
}

/// Twice the input takes about twice the time; a factor of 3.4 tells linear from quadratic on a busy machine.
#[test]
fn time_is_linear() {
    for (format, input, piece) in INPUTS {
        let text = |times: usize| {
            // The piece is repeated where it first can stand: before the last tenth of the input, or at its end.
            match format {
                "ris" => input.replace("ER  - ", &(piece.repeat(times) + "ER  - ")),
                "bibtex" | "json-ld" => input.to_owned() + &piece.repeat(times),
                "zotero-json" => format!("[{}{}", piece.repeat(times), &input[1..]),
                "iiif" => input.replace(
                    r#""items":["#,
                    &(r#""items":["#.to_owned() + &piece.repeat(times)),
                ),
                _ => {
                    let close = input.rfind("</").and_then(|last| input[..last].rfind("</"));
                    let (head, tail) = input.split_at(close.unwrap_or(input.len()));
                    head.to_owned() + &piece.repeat(times) + tail
                }
            }
        };
        let time = |text: &str| {
            let runs = (0..3).map(|_| {
                let start = Instant::now();
                as_format(text, format);
                start.elapsed()
            });
            runs.min().unwrap()
        };
        let (one, two) = (time(&text(4000)), time(&text(16_000)));
        let factor = two.as_secs_f64() / one.as_secs_f64().max(1e-4);
        assert!(
            factor < 10.0,
            "{format}: four times the text takes {factor:.1} times the time"
        );
    }
}
