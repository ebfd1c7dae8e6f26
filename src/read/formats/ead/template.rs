//! A repository's preferred citation as a template: `Identification of specific item; Date (if known); Papers, Box and
//! Folder Number; Library.`

use crate::letters::Joined;
use crate::record::{Kind, Record, Variable};

/// What a template asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Blank {
    Item,
    Date,
    Box,
    Folder,
    BoxAndFolder,
    Series,
    Collection,
    Number,
}

/// The words for what is asked, in small letters, the longer before the shorter.
const PHRASES: [(&str, Blank); 30] = [
    ("identification of specific item", Blank::Item),
    ("identification of the item", Blank::Item),
    ("identification of item", Blank::Item),
    ("identification of material", Blank::Item),
    ("description of item", Blank::Item),
    ("title or description of item", Blank::Item),
    ("item identification", Blank::Item),
    ("item description", Blank::Item),
    ("title of item", Blank::Item),
    ("name of item", Blank::Item),
    ("item title", Blank::Item),
    ("date (if known)", Blank::Date),
    ("date, if known", Blank::Date),
    ("date [if known]", Blank::Date),
    ("date of item", Blank::Date),
    ("box and folder numbers", Blank::BoxAndFolder),
    ("box and folder number", Blank::BoxAndFolder),
    ("box and folder", Blank::BoxAndFolder),
    ("box/folder number", Blank::BoxAndFolder),
    ("box number", Blank::Box),
    ("box [number]", Blank::Box),
    ("box #", Blank::Box),
    ("folder number", Blank::Folder),
    ("folder [number]", Blank::Folder),
    ("folder #", Blank::Folder),
    ("collection title", Blank::Collection),
    ("title of collection", Blank::Collection),
    ("collection name", Blank::Collection),
    ("name of collection", Blank::Collection),
    ("collection number", Blank::Number),
];

/// Words that ask where they are all that stands between two marks: `[item], dates, Box, Folder`.
const WORDS: [(&str, Blank); 7] = [
    ("series", Blank::Series),
    ("item", Blank::Item),
    ("dates", Blank::Date),
    ("date", Blank::Date),
    ("box/folder", Blank::BoxAndFolder),
    ("box", Blank::Box),
    ("folder", Blank::Folder),
];

/// What the blanks are filled with; what is not known stays empty.
#[derive(Clone, Debug, Default)]
pub(super) struct Values {
    pub(super) item: String,
    pub(super) date: String,
    /// `Box 1`
    pub(super) boxed: String,
    /// `Folder 2`
    pub(super) folder: String,
    /// The title of the series, without what stands above it.
    pub(super) series: String,
    pub(super) collection: String,
    pub(super) number: String,
}

/// A template, taken apart.
pub(super) struct Template {
    parts: Vec<Part>,
}

enum Part {
    Words(String),
    Blank(Blank),
}

impl Template {
    /// Takes a template apart; what introduces it, `Cite as:`, is left out.
    pub(super) fn new(text: &str) -> Self {
        let text = without_introduction(text.trim());
        let lower = text.to_ascii_lowercase();
        let mut parts = Vec::new();
        let (mut start, mut at) = (0, 0);
        while at < lower.len() {
            let Some((length, blank)) = blank_at(&lower, at) else {
                at += 1;
                continue;
            };
            // Brackets around what is asked are not part of the citation.
            let open = at > start && matches!(lower.as_bytes().get(at - 1), Some(b'[' | b'('));
            let close = matches!(lower.as_bytes().get(at + length), Some(b']' | b')'));
            let brackets = usize::from(open && close);
            let words = text.get(start..at - brackets).unwrap_or("");
            parts.push(Part::Words(words.to_owned()));
            parts.push(Part::Blank(blank));
            at += length + brackets;
            start = at;
        }
        parts.push(Part::Words(text.get(start..).unwrap_or("").to_owned()));
        Self { parts }
    }

    /// Whether it asks for anything.
    fn has_blanks(&self) -> bool {
        self.parts.len() > 1
    }

    /// Fills the template. Where it asks for nothing it is the collection's citation, and the item stands before it.
    pub(super) fn fill(&self, values: &Values) -> String {
        if !self.has_blanks() {
            let item = [&values.item, &values.date, &values.boxed, &values.folder];
            let mut all: Vec<&str> = item.into_iter().map(String::as_str).collect();
            all.retain(|part| !part.is_empty());
            let whole = self.parts.iter().map(|part| match part {
                Part::Words(words) => words.as_str(),
                Part::Blank(_) => "",
            });
            all.extend(whole);
            return all.joined(", ");
        }
        let mut out = String::new();
        let mut skip = false;
        for part in &self.parts {
            match part {
                Part::Words(words) if skip => {
                    out.push_str(words.trim_start_matches([';', ',', '.', ' '].as_slice()));
                    skip = false;
                }
                Part::Words(words) => out.push_str(words),
                Part::Blank(blank) => {
                    let value = value(*blank, values);
                    out.push_str(&value);
                    if value.is_empty() {
                        // The separator before it goes too; where nothing is before it, the one after it.
                        out.truncate(out.trim_end_matches([';', ',', ' '].as_slice()).len());
                        skip = out.is_empty();
                    }
                }
            }
        }
        out.trim().to_owned()
    }
}

/// Fills the blanks of a record's own preferred citation: the collection's, or the item's.
pub(in crate::read::formats) fn fill_own(record: &mut Record) {
    let text = |variable| record.get(variable).to_owned();
    let number = [Variable::ArchiveLocation, Variable::CallNumber].map(text);
    let mut values = Values {
        number: number
            .into_iter()
            .find(|number| !number.is_empty())
            .unwrap_or_default(),
        ..Values::default()
    };
    if record.kind == Kind::Collection {
        values.collection = text(Variable::Title);
    } else {
        values.item = text(Variable::Title);
        values.collection = text(Variable::ArchiveCollection);
    }
    if let Some(archival) = &mut record.archival {
        let template = Template::new(&archival.preferred_citation);
        if template.has_blanks() {
            archival.preferred_citation = template.fill(&values);
        }
    }
}

fn value(blank: Blank, values: &Values) -> String {
    match blank {
        Blank::Item => values.item.clone(),
        Blank::Date => values.date.clone(),
        Blank::Box => values.boxed.clone(),
        Blank::Folder => values.folder.clone(),
        Blank::Series => values.series.clone(),
        Blank::Collection => values.collection.clone(),
        Blank::Number => values.number.clone(),
        Blank::BoxAndFolder => {
            let both = [values.boxed.as_str(), values.folder.as_str()];
            let both: Vec<&str> = both.into_iter().filter(|part| !part.is_empty()).collect();
            both.joined(", ")
        }
    }
}

/// The phrase at a place of the text, as a word of its own.
fn blank_at(lower: &str, at: usize) -> Option<(usize, Blank)> {
    let rest = lower.get(at..)?;
    let before = lower.as_bytes().get(at.wrapping_sub(1));
    if before.is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    let alone = |word: &str| {
        let after = rest.strip_prefix(word).map(str::trim_start);
        let before = lower.get(..at).unwrap_or("").trim_end();
        after.is_some_and(|after| after.is_empty() || after.starts_with([',', ';', '.', ']', ')']))
            && (before.is_empty() || before.ends_with([',', ';', '.', ':', '[', '(']))
    };
    let mut phrases = PHRASES.iter();
    phrases
        .find(|(phrase, _)| rest.starts_with(phrase))
        .or_else(|| WORDS.iter().find(|(word, _)| alone(word)))
        .map(|(phrase, blank)| (phrase.len(), *blank))
}

/// `Published citations should take the following form: Identification of item ...`
fn without_introduction(text: &str) -> &str {
    let Some((before, after)) = text.split_once(':') else {
        return text;
    };
    let lower = before.to_ascii_lowercase();
    let introduces = ["cite", "citation", "citing", "following form"];
    let introduced = before.len() < 200 && introduces.iter().any(|word| lower.contains(word));
    if introduced { after.trim_start() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values() -> Values {
        Values {
            item: "Letter to Brook".to_owned(),
            date: "1961".to_owned(),
            boxed: "Box 1".to_owned(),
            folder: "Folder 2".to_owned(),
            series: "Letters".to_owned(),
            collection: "Brook Papers".to_owned(),
            number: "MS 7".to_owned(),
        }
    }

    #[test]
    fn blanks_are_filled() {
        for (template, want) in [
            (
                "Identification of specific item; Date (if known); (Collection Title), Box and Folder Number; Town Library.",
                "Letter to Brook; 1961; Brook Papers, Box 1, Folder 2; Town Library.",
            ),
            (
                "Published citations should take the following form: [Identification of item], date (if known); Brook Papers; box number; folder number; Library.",
                "Letter to Brook, 1961; Brook Papers; Box 1; Folder 2; Library.",
            ),
            (
                "[Item], [dates], Brook Papers, Box, Folder, Town Library, date palm room (Box [##]).",
                "Letter to Brook, 1961, Brook Papers, Box 1, Folder 2, Town Library, date palm room (Box [##]).",
            ),
            (
                "[Item], [Date], [Series], Box, Folder, Brook Papers, Series 3 and others.",
                "Letter to Brook, 1961, Letters, Box 1, Folder 2, Brook Papers, Series 3 and others.",
            ),
            (
                "Brook Papers, Box 7, box/folder.",
                "Brook Papers, Box 7, Box 1, Folder 2.",
            ),
            (
                "Brook Papers, Town Library.",
                "Letter to Brook, 1961, Box 1, Folder 2, Brook Papers, Town Library.",
            ),
        ] {
            assert_eq!(Template::new(template).fill(&values()), want);
        }
    }

    #[test]
    fn what_is_not_known_leaves_no_trace() {
        let template = Template::new(
            "Identification of item; Date (if known); Brook Papers, Box and Folder Number; Library.",
        );
        assert_eq!(template.fill(&Values::default()), "Brook Papers; Library.");
    }
}
