//! The labelled parts of a head, and the fields of the document in the order they are shown.

use super::super::credits;
use super::super::header::{Head, Section, labelled_items};
use super::{Context, Maker, Printed, Span, Variable, inline};
use crate::letters;
use crate::name::Name;
use crate::record::Role;
use crate::scan;
use crate::tree::Node;
use crate::warning::Place;

/// The languages whose names the archives print, and their BCP 47 tags.
const LANGUAGES: [(&str, &str); 34] = [
    ("English", "en"),
    ("Russian", "ru"),
    ("Chinese", "zh"),
    ("Korean", "ko"),
    ("Romanian", "ro"),
    ("Hungarian", "hu"),
    ("Polish", "pl"),
    ("German", "de"),
    ("Czech", "cs"),
    ("Slovak", "sk"),
    ("Bulgarian", "bg"),
    ("French", "fr"),
    ("Spanish", "es"),
    ("Portuguese", "pt"),
    ("Italian", "it"),
    ("Japanese", "ja"),
    ("Vietnamese", "vi"),
    ("Mongolian", "mn"),
    ("Albanian", "sq"),
    ("Serbian", "sr"),
    ("Croatian", "hr"),
    ("Serbo-Croatian", "sh"),
    ("Slovenian", "sl"),
    ("Macedonian", "mk"),
    ("Ukrainian", "uk"),
    ("Arabic", "ar"),
    ("Hebrew", "he"),
    ("Persian", "fa"),
    ("Turkish", "tr"),
    ("Greek", "el"),
    ("Swedish", "sv"),
    ("Finnish", "fi"),
    ("Dutch", "nl"),
    ("Danish", "da"),
];

impl Maker {
    /// What the labelled parts say, into the record.
    pub(super) fn sections(&mut self, head: &Head) {
        for section in &head.sections {
            let printed = Printed::of(section.value);
            if printed.text.is_empty() {
                continue;
            }
            match section.name {
                "summary" => self.set(Variable::Abstract, &printed.text, printed.place),
                "rights" => self.set(Variable::License, &printed.text, printed.place),
                "source" => self.source(section.value),
                "creator" => self.people(Role::Author, section),
                "recipient" => self.people(Role::Recipient, section),
                _ => {
                    if self.archival_section(section, &printed) {
                        self.place(section.name, printed.place);
                    }
                }
            }
        }
        self.text_language(head);
    }

    /// Keeps a part for which the archival facts have a member.
    fn archival_section(&mut self, section: &Section, printed: &Printed) -> bool {
        let archival = self.reading.record.archival_mut();
        match section.name {
            "funding" => archival.funding.clone_from(&printed.text),
            "original-language" => archival.original_language.clone_from(&printed.text),
            "record-id" => archival.record_id.clone_from(&printed.text),
            "original-archive" if archival.holding.repository.is_empty() => {
                archival.holding.repository.clone_from(&printed.text);
                self.set(Variable::Archive, &printed.text, printed.place);
            }
            "classification" => archival.classification.clone_from(&printed.text),
            "contents" => {
                archival.contents = labelled_items(section.value)
                    .iter()
                    .map(|item| item.text.to_owned())
                    .collect();
            }
            _ => return false,
        }
        true
    }

    /// The people of a field, one on each line, `Last, First`. Bodies stay in the field: the source does not say that they
    /// are to be cited as authors.
    fn people(&mut self, role: Role, section: &Section) {
        let lines = section.value.lines().map(|line| line.bare().text);
        let people = lines.filter_map(|line| {
            let (family, given) = line.split_once(", ")?;
            let given = given.trim_end_matches(|c: char| {
                c.is_ascii_digit() || matches!(c, '-' | ',' | ' ' | '\u{2013}')
            });
            let person =
                !family.contains(". ") && !given.contains(", ") && given.split(' ').count() <= 3;
            person.then(|| Name::person(given, family))
        });
        self.reading.record.set_names(role, people.collect());
        if self.reading.record.has_name(role) {
            self.place(role.name(), section.value.place());
        }
    }

    /// The new site's source line: location and credit, as in a citation.
    fn source(&mut self, value: Span) {
        let folded = super::Folded::new(value);
        let text = folded.text.as_ref();
        let credit = credits::begins(text).unwrap_or(text.len());
        let head = text
            .get(..credit)
            .unwrap_or("")
            .trim_end_matches([' ', ',', ';', '.'].as_slice());
        if !head.is_empty() {
            let location = Printed {
                text: head.to_owned(),
                place: folded.place(0, head.len()),
            };
            self.location(&location, &|start, end| folded.place(start, end));
        }
        let tail = text
            .get(credit..)
            .unwrap_or("")
            .trim_end_matches(['.', ' '].as_slice());
        if !tail.is_empty() {
            let place = folded.place(credit, credit + tail.len());
            self.credit(&Printed {
                text: tail.to_owned(),
                place,
            });
        }
    }

    /// `[Source: ...]` in the text, when the head says nothing of where the original is.
    pub(super) fn source_in_body(&mut self, head: &Head) {
        let known = self.reading.record.archival.as_ref();
        if known.is_some_and(|archival| !archival.holding.verbatim.is_empty()) {
            return;
        }
        let text = head.body.text;
        let source = scan::each(text, b'[').find(|at| {
            let sign = text.get(*at..at + 9);
            sign.is_some_and(|sign| sign.eq_ignore_ascii_case("[source: "))
        });
        let Some(at) = source else { return };
        let start = at + 9;
        let rest = text.get(start..).unwrap_or("");
        if let Some(end) = rest.bytes().take(1000).position(|byte| byte == b']') {
            self.source(head.body.part(start, start + end).trim());
        }
    }

    /// The language of the text that is shown: by the contents, by a field, or by its commonest words.
    fn text_language(&mut self, head: &Head) {
        let archival = self.reading.record.archival_mut();
        let english = archival
            .contents
            .iter()
            .any(|item| item.starts_with("English"));
        let named = head
            .sections
            .iter()
            .find(|section| section.name == "language")
            .map(|section| section.value.text.trim());
        let tag = if english || is_english(head.body.text) {
            "en"
        } else {
            named
                .and_then(tag)
                .or_else(|| script(head.body.text, &archival.original_language))
                .unwrap_or("")
        };
        if let (Some(named), true, true) =
            (named, archival.original_language.is_empty(), tag == "en")
            && !named.eq_ignore_ascii_case("English")
        {
            named.clone_into(&mut archival.original_language);
        }
        tag.clone_into(&mut self.reading.record.language);
        tag.clone_into(&mut self.reading.document.language);
    }

    /// The fields of the document, in the order they are shown.
    pub(super) fn fields(&mut self, head: &Head) {
        if let Some(date) = self.date.clone() {
            self.text_field("date", "Date", &date);
        }
        for section in &head.sections {
            let values = values(section);
            if !values.is_empty() {
                self.field(section.name, section.label, values, section.value.place());
            }
        }
        if let Some(span) = head.citation {
            self.field(
                "citation",
                "Citation",
                vec![inline::nodes(span, &Context::default())],
                span.place(),
            );
        }
        if let Some(url) = head.url {
            let link = Node::Span(
                crate::tree::Style::Link(url.text.to_owned()),
                vec![Node::Text(url.text.to_owned())],
            );
            self.field("url", "Address", vec![vec![link]], url.place());
        }
        self.archival_fields();
        self.furniture(&head.furniture, head.input);
    }

    /// What belongs to the page that carried the document, a field for each stretch of it.
    pub(super) fn furniture(&mut self, furniture: &[Span], input: Span) {
        for run in runs(furniture, input) {
            let values = run
                .iter()
                .map(|span| inline::nodes(*span, &Context::default()))
                .collect();
            if let (Some(first), Some(last)) = (run.first(), run.last()) {
                self.field(
                    "furniture",
                    "On the page",
                    values,
                    Place::new(first.start, last.end()),
                );
            }
        }
    }

    /// What the citation was found to say of where the original is, and who brought it.
    fn archival_fields(&mut self) {
        let place = |name: &str| {
            let places = &self.reading.record.places;
            places
                .iter()
                .find(|(field, _)| field == name)
                .map_or(Place::default(), |(_, place)| *place)
        };
        let record = &self.reading.record;
        let Some(archival) = &record.archival else {
            return;
        };
        let below = record.get(Variable::ArchiveLocation);
        let facts = [
            (
                "repository",
                "Archive",
                archival.holding.repository.as_str(),
                place("archive"),
            ),
            ("location", "Location", below, place("archive_location")),
            (
                "classification",
                "Classification",
                archival.classification.as_str(),
                place("classification"),
            ),
            (
                "credits",
                "Obtained and translated",
                archival.credit_line.as_str(),
                place("credit-line"),
            ),
            (
                "host",
                "Digital copy",
                archival.host.as_str(),
                place("source"),
            ),
            (
                "record-id",
                "Record",
                archival.record_id.as_str(),
                place("record-id"),
            ),
        ];
        let given: Vec<_> = facts
            .into_iter()
            .filter(|(name, _, text, _)| !text.is_empty() && !self.has_field(name))
            .map(|(name, label, text, place)| (name, label, text.to_owned(), place))
            .collect();
        for (name, label, text, place) in given {
            self.text_field(name, label, &Printed { text, place });
        }
    }

    fn has_field(&self, name: &str) -> bool {
        self.reading
            .document
            .fields
            .iter()
            .any(|field| field.name == name)
    }
}

/// The stretches of a page's furniture that stand together, with nothing but space between.
fn runs<'a, 'b>(
    furniture: &'b [Span<'a>],
    input: Span<'a>,
) -> impl Iterator<Item = &'b [Span<'a>]> {
    furniture.chunk_by(move |one, next| {
        next.start >= one.end()
            && input
                .part(one.end() - input.start, next.start - input.start)
                .bare()
                .is_empty()
    })
}

/// What a section says: its items, or its paragraphs.
fn values(section: &Section) -> Vec<Vec<Node>> {
    let spans = match section.name {
        "contents" => labelled_items(section.value),
        _ => section.value.paragraphs().collect(),
    };
    let context = Context::default();
    spans
        .into_iter()
        .map(|span| inline::nodes(span, &context))
        .filter(|nodes| !nodes.is_empty())
        .collect()
}

/// The tag of a language by its English name.
fn tag(name: &str) -> Option<&'static str> {
    let known = LANGUAGES
        .iter()
        .find(|(known, _)| name.eq_ignore_ascii_case(known));
    known.map(|(_, tag)| *tag)
}

/// Whether a text is English, by its commonest words among the first few hundred.
fn is_english(text: &str) -> bool {
    const MOST: usize = 400;
    let mut all = 0;
    let mut common = 0;
    for word in scan::words(text).take(MOST) {
        all += 1;
        common += usize::from(matches!(
            word,
            "the" | "of" | "and" | "to" | "in" | "that" | "The" | "is" | "was" | "with"
        ));
        if common * 10 >= MOST {
            return true;
        }
    }
    all >= 8 && common * 10 >= all
}

/// The language of a script that only one language of the archives uses; a text in another script than Latin is no
/// translation into English, and so in the language of the original, if that is named.
fn script(text: &str, original: &str) -> Option<&'static str> {
    let (mut korean, mut kana, mut foreign, mut all) = (0, 0, 0, 0);
    for c in text.chars().filter(|c| letters::is_letter(*c)).take(400) {
        all += 1;
        foreign += usize::from(c >= '\u{370}');
        korean += usize::from(matches!(c, '\u{ac00}'..='\u{d7af}'));
        kana += usize::from(matches!(c, '\u{3040}'..='\u{30ff}'));
    }
    if korean * 2 > all {
        Some("ko")
    } else if kana * 5 > all && all > 0 {
        Some("ja")
    } else if foreign * 2 > all {
        tag(original)
    } else {
        None
    }
}
