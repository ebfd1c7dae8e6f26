//! MARC 21 in XML: library and archive catalogues. Punctuation that a catalogue card puts between fields is taken off.

use super::ead::template;
use super::entry::{self, Entry};
use super::languages;
use super::people;
use super::xml::{Node as Element, Xml};
use crate::date::{Date, Point, words};
use crate::letters;
use crate::letters::Joined;
use crate::name::Name;
use crate::read::csl_json::dates;
use crate::record::{DateVariable, Kind, Level, LevelKind, Reading, Role, Variable};
use crate::warning::Place;

/// Reads records in MARCXML, within whatever they come in.
pub(super) fn read(text: &str) -> Reading {
    let xml = Xml::new(text);
    let mut entries = Vec::new();
    let mut after = 0;
    let mut ends = Vec::new();
    for node in xml.all() {
        let is_record = node.name() == "record"
            && node
                .elements()
                .any(|field| matches!(field.name(), "leader" | "datafield" | "controlfield"));
        if node.index() >= after && is_record {
            after = node.end();
            ends.extend(node.elements());
            entries.push(record(node));
        }
    }
    let mut reading = entry::reading(entries, xml.warnings.clone());
    entry::outside(&xml, &ends, &mut reading.document.body);
    reading
}

fn record(node: Element) -> Entry {
    let mut entry = Entry::default();
    let leader = node
        .child("leader")
        .map_or_else(String::new, |leader| leader.own());
    entry.record.kind = kind(&leader);
    let mut main = false;
    let mut coded = String::new();
    for field in node.elements() {
        let tag = field.get("tag");
        let text = field.text();
        entry.show(&tag, &label(&tag), &text, field.inside());
        match tag.as_str() {
            "001" => entry.record.id = text,
            "008" => coded = field.own(),
            "100" | "110" | "111" => main = true,
            _ => {}
        }
    }
    entry.unseen(|entry| {
        for field in node.all("datafield") {
            one(entry, &field, main);
        }
        by_code(entry, &coded);
    });
    holding(&mut entry);
    template::fill_own(&mut entry.record);
    entry
}

/// What a reader of the record calls a field.
fn label(tag: &str) -> String {
    let name = match tag {
        "100" | "110" | "111" => "Creator",
        "245" => "Title",
        "" => "Leader",
        "099" => "Call number",
        "250" => "Edition",
        "260" | "264" => "Publication",
        "300" => "Extent",
        "351" => "Arrangement",
        "500" => "Note",
        "506" => "Access",
        "520" => "Summary",
        "524" => "Preferred citation",
        "540" => "Use",
        "041" | "546" => "Language",
        "544" => "Related material",
        "545" => "Biography or history",
        "700" | "710" | "711" => "Contributor",
        "852" => "Location",
        "856" => "Address",
        _ if tag.starts_with('6') => "Subject",
        _ => return tag.to_owned(),
    };
    name.to_owned()
}

fn kind(leader: &str) -> Kind {
    let mut codes = leader.chars().skip(6);
    let (kind, level) = (codes.next().unwrap_or(' '), codes.next().unwrap_or(' '));
    match (kind, level) {
        ('p', _) | ('t' | 'a' | 'd' | 'f', 'c') => Kind::Collection,
        ('a', 's' | 'i') => Kind::Periodical,
        ('a', 'a' | 'b') => Kind::Chapter,
        ('t' | 'd' | 'f', _) => Kind::Manuscript,
        ('c', _) => Kind::MusicalScore,
        ('e', _) => Kind::Map,
        ('g', _) => Kind::MotionPicture,
        ('i' | 'j', _) => Kind::Song,
        ('k' | 'r', _) => Kind::Graphic,
        ('z', _) => Kind::Document,
        _ => Kind::Book,
    }
}

/// The subfields of these codes, in order.
fn parts(field: &Element, codes: &str) -> Vec<String> {
    field
        .all("subfield")
        .filter(|part| codes.contains(part.get("code").as_str()) && !part.get("code").is_empty())
        .map(|part| part.text())
        .filter(|text| !text.is_empty())
        .collect()
}

fn first(field: &Element, code: &str) -> String {
    parts(field, code).into_iter().next().unwrap_or_default()
}

/// Without the punctuation that leads over to the next field.
fn bare(text: &str) -> &str {
    let text = text.trim_end_matches([' ', '/', ':', ';', ',', '='].as_slice());
    let last = text
        .trim_end_matches('.')
        .rsplit([' ', '.'])
        .next()
        .unwrap_or("");
    // An initial or a short abbreviation keeps its stop.
    let initial = last.chars().count() < 3 && last.chars().all(letters::is_letter);
    if initial {
        text
    } else {
        text.trim_end_matches('.')
    }
}

/// Fields of which one variable is made of the subfields of some codes.
const TEXTS: [(&str, &str, Variable); 24] = [
    ("020", "a", Variable::Isbn),
    ("022", "a", Variable::Issn),
    ("050", "ab", Variable::CallNumber),
    ("090", "ab", Variable::CallNumber),
    ("099", "a", Variable::CallNumber),
    ("210", "a", Variable::JournalAbbreviation),
    ("250", "ab", Variable::Edition),
    ("260", "a", Variable::PublisherPlace),
    ("260", "b", Variable::Publisher),
    ("264", "a", Variable::PublisherPlace),
    ("264", "b", Variable::Publisher),
    ("440", "a", Variable::CollectionTitle),
    ("490", "a", Variable::CollectionTitle),
    ("490", "v", Variable::CollectionNumber),
    ("502", "a", Variable::Genre),
    ("520", "ab", Variable::Abstract),
    ("540", "a", Variable::License),
    ("773", "t", Variable::ContainerTitle),
    ("773", "x", Variable::Issn),
    ("830", "a", Variable::CollectionTitle),
    ("856", "u", Variable::Url),
    ("852", "c", Variable::ArchiveLocation),
    ("852", "hij", Variable::ArchiveLocation),
    ("855", "u", Variable::Url),
];

fn one(entry: &mut Entry, field: &Element, main: bool) {
    let tag = field.get("tag");
    let place = field.inside();
    match tag.as_str() {
        "245" => title(entry, field),
        // Records of authority have their names here.
        _ if tag.starts_with('1') && entry.record.kind == Kind::Document => {
            let name = parts(field, "abcdq").joined(" ");
            entry.set(Variable::Title, bare(&name), place);
        }
        "100" | "110" | "111" | "700" | "710" | "711" | "720" => person(entry, field, &tag, main),
        "260" | "264" => date(entry, &first(field, "c"), place),
        "024" if first(field, "2") == "doi" => entry.set(Variable::Doi, &first(field, "a"), place),
        "041" => {
            let code: String = first(field, "a").chars().take(3).collect();
            entry.record.language = languages::tag(&code);
        }
        "300" => extent(entry, &first(field, "a"), place),
        "524" => {
            let cited = first(field, "a");
            entry.record.archival_mut().preferred_citation = cited;
            entry
                .record
                .place("preferred-citation", place.start, place.end);
        }
        "852" => {
            let (institution, within) = (first(field, "a"), first(field, "b"));
            // Most give the institution's code, `InU-Mu`, where some give its name.
            let coded = !institution.contains(' ');
            let name = match (within.is_empty(), coded) {
                (true, _) => institution,
                (false, true) => within,
                (false, false) => [bare(&within), ", ", bare(&institution)].joined(""),
            };
            entry.set(Variable::Archive, &name, place);
        }
        _ if tag.starts_with('6') && entry.record.kind != Kind::Document => {
            let words = parts(field, "abcdtxyz");
            let words: Vec<&str> = words.iter().map(|word| bare(word)).collect();
            entry.add(Variable::Keyword, &words.joined("\u{2014}"), "; ", place);
        }
        _ => {}
    }
    for (known, codes, variable) in TEXTS {
        if known == tag {
            let text = parts(field, codes).joined(" ");
            let text = match variable {
                Variable::Isbn => text.split(' ').next().unwrap_or("").to_owned(),
                _ => bare(&text)
                    .trim_start_matches('[')
                    .trim_end_matches(']')
                    .to_owned(),
            };
            entry.set(variable, &text, place);
        }
    }
}

/// Title, subtitle and part; `Papers, 1940-1961` of a collection has its dates here.
fn title(entry: &mut Entry, field: &Element) {
    let place = field.inside();
    let mut title = parts(field, "ak")
        .iter()
        .map(|part| bare(part))
        .collect::<Vec<_>>()
        .joined(" ");
    for (code, separator) in [("b", ": "), ("n", ". "), ("p", ". ")] {
        for part in parts(field, code) {
            title.push_str(separator);
            title.push_str(bare(&part));
        }
    }
    entry.set(Variable::Title, &title, place);
    date(entry, &first(field, "f"), place);
}

fn person(entry: &mut Entry, field: &Element, tag: &str, main: bool) {
    let relation =
        (parts(field, "4").joined(" ") + " " + &parts(field, "e").joined(" ")).to_ascii_lowercase();
    let named = |words: &[&str]| words.iter().any(|word| relation.contains(word));
    if named(&["pbl", "publisher", "isb", "dst"]) && !tag.starts_with('1') {
        return;
    }
    let role = match () {
        () if named(&["trl", "translat"]) => Role::Translator,
        () if named(&["edt", "editor"]) => Role::Editor,
        () if named(&["ill", "illustrat"]) => Role::Illustrator,
        () if named(&["cmp", "composer"]) => Role::Composer,
        () if named(&["prf", "perform", "sng"]) => Role::Performer,
        () if named(&["drt", "director"]) => Role::Director,
        () if named(&["rcp", "recipient", "addressee"]) => Role::Recipient,
        () if named(&["com", "compil"]) => Role::Compiler,
        () if tag.starts_with('1') || named(&["aut", "author", "cre"]) => Role::Author,
        () if main => Role::Contributor,
        () => Role::Editor,
    };
    let words = first(field, "a");
    let words = bare(&words);
    let whole = match tag.ends_with("00") && field.get("ind1") != "3" {
        true if words.contains(',') => people::inverted(words),
        true => Name::literal(words),
        false => {
            let parts = parts(field, "ab");
            let parts: Vec<&str> = parts.iter().map(|part| bare(part)).collect();
            Name::literal(&parts.joined(", "))
        }
    };
    entry.name(role, whole, "", field.inside());
}

/// `[1957?]`, `c2001.`, `1940 - 1961`
fn date(entry: &mut Entry, printed: &str, place: Place) {
    let text = printed
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '[' | ']' | '.' | ',' | ';'));
    let text = text
        .trim_start_matches(['c', '\u{a9}', 'p'].as_slice())
        .trim();
    if text.is_empty() || entry.record.has_date(DateVariable::Issued) {
        return;
    }
    let known = words::parse(text)
        .or_else(|| words::parse(printed.trim().trim_end_matches(['.', ','].as_slice())))
        .map(|dated| dated.date);
    let date = known.or_else(|| Some(Date::from(Point::year(year(text)?))));
    let date = date.unwrap_or_else(|| dates::from_text(printed));
    entry.record.set_date(DateVariable::Issued, date);
    entry.record.place("issued", place.start, place.end);
}

/// The first four figures together.
fn year(text: &str) -> Option<i32> {
    text.split(|c: char| !c.is_ascii_digit())
        .find(|digits| digits.len() == 4)
        .and_then(|digits| digits.parse().ok())
}

fn extent(entry: &mut Entry, text: &str, place: Place) {
    let pages = text.split([' ', ',']).zip(text.split([' ', ',']).skip(1));
    for (number, unit) in pages {
        if unit.starts_with(['p', 'S']) && number.parse::<u32>().is_ok() {
            return entry.set(Variable::NumberOfPages, number, place);
        }
    }
}

/// Date and language by their codes, where no field says them.
fn by_code(entry: &mut Entry, coded: &str) {
    let part = |from: usize, to: usize| coded.get(from..to).unwrap_or("");
    if !entry.record.has_date(DateVariable::Issued)
        && let Some(year) = year(part(7, 11))
    {
        entry
            .record
            .set_date(DateVariable::Issued, Date::from(Point::year(year)));
    }
    let language = part(35, 38);
    let known = language.bytes().all(|byte| byte.is_ascii_lowercase()) && language.len() == 3;
    if entry.record.language.is_empty() && known && !matches!(language, "und" | "zxx" | "mul") {
        entry.record.language = languages::tag(language);
    }
}

/// The archive and its number, for what an archive holds.
fn holding(entry: &mut Entry) {
    let record = &mut entry.record;
    if !matches!(record.kind, Kind::Collection | Kind::Manuscript) || !record.has(Variable::Archive)
    {
        return;
    }
    if !record.has(Variable::ArchiveLocation) {
        let number = record.get(Variable::CallNumber).to_owned();
        record.set(Variable::ArchiveLocation, number);
    }
    let repository = record.get(Variable::Archive).to_owned();
    let number = record.get(Variable::ArchiveLocation).to_owned();
    let holding = &mut record.archival_mut().holding;
    holding.verbatim = match number.is_empty() {
        true => repository.clone(),
        false => [number.as_str(), repository.as_str()].joined(", "),
    };
    holding.repository = repository;
    if !number.is_empty() {
        holding.levels.push(Level {
            kind: LevelKind::Fonds,
            label: String::new(),
            value: number,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record_of(leader: &str, fields: &str) -> Reading {
        read(&format!(
            "<collection><record><leader>{leader}</leader>{fields}</record></collection>"
        ))
    }

    fn field(tag: &str, parts: &[(&str, &str)]) -> String {
        let parts: String = parts
            .iter()
            .map(|(code, text)| format!("<subfield code='{code}'>{text}</subfield>"))
            .collect();
        format!("<datafield tag='{tag}' ind1='1'>{parts}</datafield>")
    }

    #[test]
    fn a_book() {
        let fields = [
            "<controlfield tag='008'>910926s1957    nyuuun              ger  </controlfield>"
                .to_owned(),
            field("020", &[("a", "9781234567897 (pbk.)")]),
            field("100", &[("a", "Brook, Ada,"), ("d", "1901-1980")]),
            field(
                "245",
                &[
                    ("a", "Of boats :"),
                    ("b", "a history /"),
                    ("c", "by Ada Brook."),
                ],
            ),
            field(
                "260",
                &[("a", "Ulm :"), ("b", "Ferry Press,"), ("c", "[1961?]")],
            ),
            field("300", &[("a", "xi, 321 p. ;")]),
            field("700", &[("a", "Rhein, C."), ("4", "trl")]),
            field("650", &[("a", "Boats"), ("y", "1951-1960.")]),
            field("500", &[("a", "Seen.")]),
        ];
        let reading = record_of("00925nam  22002777a 4500", &fields.concat());
        let record = &reading.record;
        assert_eq!(record.get(Variable::Title), "Of boats: a history");
        assert_eq!(record.names(Role::Author), [Name::person("Ada", "Brook")]);
        assert_eq!(
            record.names(Role::Translator),
            [Name::person("C.", "Rhein")]
        );
        assert_eq!(record.get(Variable::PublisherPlace), "Ulm");
        assert_eq!(record.get(Variable::Publisher), "Ferry Press");
        assert_eq!(
            record.date(DateVariable::Issued).unwrap().to_string(),
            "1961?"
        );
        assert_eq!(record.get(Variable::NumberOfPages), "321");
        assert_eq!(record.get(Variable::Isbn), "9781234567897");
        assert_eq!(record.get(Variable::Keyword), "Boats\u{2014}1951-1960");
        assert_eq!(record.language, "de");
        assert!(
            reading
                .document
                .fields
                .iter()
                .any(|field| field.label == "Note")
        );
    }

    #[test]
    fn a_collection_knows_its_archive() {
        let fields = [
            field("099", &[("a", "MS 7")]),
            field("110", &[("a", "Ferry Office."), ("b", "Council.")]),
            field("245", &[("a", "Papers,"), ("f", "1940-1961")]),
            field("524", &[("a", "Papers, Town Library.")]),
            field("852", &[("a", "TwnL"), ("b", "Town Library")]),
        ];
        let record = record_of("00000npcaa a4500", &fields.concat()).record;
        assert_eq!(record.kind, Kind::Collection);
        assert_eq!(record.get(Variable::Title), "Papers");
        assert_eq!(
            record.names(Role::Author),
            [Name::literal("Ferry Office, Council")]
        );
        assert_eq!(
            record.date(DateVariable::Issued).unwrap().to_string(),
            "1940/1961"
        );
        assert_eq!(record.get(Variable::Archive), "Town Library");
        let archival = record.archival.unwrap();
        assert_eq!(archival.preferred_citation, "Papers, Town Library.");
        assert_eq!(archival.holding.levels[0].value, "MS 7");
    }

    #[test]
    fn a_department_and_its_institution() {
        let archive = |codes: &[(&str, &str)]| {
            let map = [field("245", &[("a", "A map")]), field("852", codes)];
            let record = record_of("00000cem a2200000 a 4500", &map.concat()).record;
            record.get(Variable::Archive).to_owned()
        };
        let named = [("a", "National Library of Maren,"), ("b", "Map Room")];
        assert_eq!(archive(&named), "Map Room, National Library of Maren");
        assert_eq!(archive(&[("a", "MrnL"), ("b", "Map Room")]), "Map Room");
        assert_eq!(archive(&[("a", "Town Library")]), "Town Library");
    }

    #[test]
    fn hostile_input_ends() {
        read(&"<record><datafield tag='245'>".repeat(20_000));
        read(&("<record>".to_owned() + &field("650", &[("a", "x")]).repeat(20_000)));
    }
}
