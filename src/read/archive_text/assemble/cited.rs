//! What the archive's own citation says.

use super::super::citation::{self, Citation};
use super::super::location;
use super::{Folded, Head, LevelKind, Maker, Printed, Variable, Warning};
use crate::letters;
use crate::read::archive_text::credits;
use crate::record::{Deed, Role};
use crate::warning::Place;
use std::ops::Range;

impl Maker {
    /// The archive's own citation, whole and in parts, and the address.
    pub(super) fn citation(&mut self, head: &Head) {
        if let Some(span) = head.citation {
            let folded = Folded::new(span);
            let archival = self.reading.record.archival_mut();
            archival.preferred_citation = folded.text.to_string();
            self.place("preferred-citation", span.place());
            match citation::parse(&folded.text) {
                Some(parts) => self.parts(&folded, &parts),
                None => self.warn(
                    Warning::new(
                        "citation-not-understood",
                        "the citation is kept as printed, but its parts could not be told apart",
                    )
                    .at(span.start, span.end()),
                ),
            }
        }
        if let Some(url) = head.url {
            self.url(url.text, url.place());
        }
    }

    fn parts(&mut self, folded: &Folded, parts: &Citation) {
        let printed = |range: &Range<usize>| {
            (!range.is_empty()).then(|| Printed {
                text: folded.text.get(range.clone()).unwrap_or("").to_owned(),
                place: folded.place(range.start, range.end),
            })
        };
        if !parts.quoted {
            let place = folded.place(0, folded.text.len());
            self.warn(
                Warning::new(
                    "citation-without-quotes",
                    "the citation has no quotation marks; its title was taken to end before the date",
                )
                .at(place.start, place.end),
            );
        }
        self.cited_title = printed(&parts.title);
        self.cited_date = printed(&parts.date);
        if let Some(host) = printed(&parts.host) {
            self.set(Variable::Source, &host.text, host.place);
            self.reading.record.archival_mut().host = host.text;
        }
        if let Some(location) = printed(&parts.location) {
            self.location(&location, &|start, end| {
                folded.place(parts.location.start + start, parts.location.start + end)
            });
        }
        if let Some(credit) = printed(&parts.credit) {
            self.credit(&credit);
        }
        if let Some(url) = printed(&parts.url) {
            self.url(&url.text, url.place);
        }
    }

    /// The archive and the levels below it. `origin` tells where a part of the location stood in the input.
    pub(super) fn location(&mut self, location: &Printed, origin: &dyn Fn(usize, usize) -> Place) {
        let holding = location::holding(&location.text);
        let below = location::below(&location.text, &holding.repository);
        self.set(
            Variable::ArchiveLocation,
            below,
            part(&location.text, below, origin),
        );
        self.place("location", location.place);
        if !holding.repository.is_empty()
            && let Some(at) = location.text.find(holding.repository.as_str())
        {
            let place = origin(at, at + holding.repository.len());
            self.set(Variable::Archive, &holding.repository, place);
        }
        self.reading
            .record
            .set(Variable::ArchivePlace, holding.place.as_str());
        if holding.levels.is_empty() {
            let place = location.place;
            self.warn(
                Warning::new(
                    "location-not-understood",
                    "the archival location is kept as printed: no known way of writing one fits it",
                )
                .severity(crate::warning::Severity::Info)
                .at(place.start, place.end),
            );
        }
        let marking = holding
            .levels
            .iter()
            .find(|level| level.kind == LevelKind::Marking);
        let archival = self.reading.record.archival_mut();
        if let (Some(marking), true) = (marking, archival.classification.is_empty()) {
            marking.value.clone_into(&mut archival.classification);
            if let Some(at) = letters::rfind(&location.text, &marking.value) {
                let place = origin(at, at + marking.value.len());
                self.place("classification", place);
            }
        }
        self.reading.record.archival_mut().holding = holding;
    }

    /// Who obtained, translated or contributed it.
    pub(super) fn credit(&mut self, credit: &Printed) {
        let credits = credits::parse(&credit.text);
        let translators = credits
            .iter()
            .filter(|credit| credit.deeds.contains(&Deed::Translated))
            .flat_map(|credit| credit.by.iter().map(|name| credits::person(name)))
            .collect();
        let record = &mut self.reading.record;
        record.set_names(Role::Translator, translators);
        if record.has_name(Role::Translator) {
            self.place("translator", credit.place);
        }
        let archival = self.reading.record.archival_mut();
        archival.credit_line.clone_from(&credit.text);
        archival.credits = credits;
        self.place("credit-line", credit.place);
    }

    /// The host of the digital copy, by its address, when nothing names it.
    pub(super) fn host_by_address(&mut self) {
        const SITE: &str = "digitalarchive.wilsoncenter.org";
        const NAME: &str = "Wilson Center Digital Archive";
        let record = &mut self.reading.record;
        let Some(at) = record.get(Variable::Url).find(SITE) else {
            return;
        };
        if record.has(Variable::Source) {
            return;
        }
        record.set(Variable::Source, NAME);
        NAME.clone_into(&mut record.archival_mut().host);
        let url = record.places.iter().find(|(field, _)| field == "URL");
        let start = url.map_or(0, |(_, place)| place.start) + at;
        self.place("source", Place::new(start, start + SITE.len()));
        let message = "the host of the digital copy is named after its address";
        let warning =
            Warning::new("host-by-address", message).severity(crate::warning::Severity::Info);
        self.warn(warning.at(start, start + SITE.len()));
    }

    /// The address, and the record's number in it.
    pub(super) fn url(&mut self, url: &str, place: Place) {
        self.set(Variable::Url, url, place);
        let id = record_id(url);
        if let Some(at) = letters::rfind(url, id).filter(|_| !id.is_empty()) {
            id.clone_into(&mut self.reading.record.archival_mut().record_id);
            let start = place.start + at;
            self.place("record-id", Place::new(start, start + id.len()));
        }
    }
}

/// Where a part of a folded text stood in the input, given the part itself.
fn part(whole: &str, part: &str, origin: &dyn Fn(usize, usize) -> Place) -> Place {
    let start = whole.find(part).unwrap_or(0);
    origin(start, start + part.len())
}

/// The record's number in an address of the digital archive: `114079` of `.../document/114079.pdf?v=...`.
fn record_id(url: &str) -> &str {
    let Some((_, path)) = url
        .split_once("://")
        .and_then(|(_, rest)| rest.split_once('/'))
    else {
        return "";
    };
    let path = path.split(['?', '#']).next().unwrap_or("");
    let last = path.trim_end_matches('/').rsplit('/').next().unwrap_or("");
    let number = last.split_once('.').map_or(last, |(number, _)| number);
    let digits = number.len() >= 3 && number.bytes().all(|byte| byte.is_ascii_digit());
    if digits { number } else { "" }
}

#[cfg(test)]
mod tests {
    use super::record_id;

    #[test]
    fn numbers_in_addresses() {
        for (url, want) in [
            (
                "http://digitalarchive.wilsoncenter.org/document/114079",
                "114079",
            ),
            (
                "https://digitalarchive.wilsoncenter.org/document/114079.pdf?v=abc",
                "114079",
            ),
            (
                "https://digitalarchive.wilsoncenter.org/114079.ris",
                "114079",
            ),
            (
                "https://digitalarchive.wilsoncenter.org/srv/document/114079.json",
                "114079",
            ),
            (
                "https://digitalarchive.wilsoncenter.org/document/letter-to-all-0",
                "",
            ),
            ("https://a.b", ""),
        ] {
            assert_eq!(record_id(url), want);
        }
    }
}
