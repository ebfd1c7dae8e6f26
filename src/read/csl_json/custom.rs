//! `custom.callslip`: the archival facts that CSL-JSON has no variable for.

use crate::json::{self, Json};
use crate::record::{Archival, Credit, Deed, Holding, Level, LevelKind, Record, Variable};

/// Reads `custom`; what is not ours in it is kept as it came.
pub(super) fn read(record: &mut Record, custom: &Json) {
    let others: Vec<_> = custom
        .members()
        .iter()
        .filter(|(key, _)| key != "callslip")
        .collect();
    if !others.is_empty() {
        record
            .extra
            .push(("custom".to_owned(), json::write(&custom.value)));
    }
    if let Some(callslip) = custom.member("callslip") {
        let translated = callslip.member("translatedTitle");
        let others = callslip.members().len() - usize::from(translated.is_some());
        let translated = translated.filter(|json| !super::is_blank(json));
        if let Some(title) = translated.and_then(|json| json.text()) {
            record.set(Variable::TranslatedTitle, super::names::tidy(title));
        }
        if others > 0 {
            record.archival = Some(Box::new(archival(callslip)));
        }
    }
}

fn text(json: &Json, key: &str) -> String {
    json.get(key).text().unwrap_or("").to_owned()
}

fn texts(json: &Json, key: &str) -> Vec<String> {
    json.member(key)
        .map_or(&[][..], Json::elements)
        .iter()
        .filter_map(|element| element.text().map(str::to_owned))
        .collect()
}

fn archival(json: &Json) -> Archival {
    Archival {
        description: text(json, "description"),
        classification: text(json, "classification"),
        item_number: text(json, "itemNumber"),
        holding: json.member("holding").map(holding).unwrap_or_default(),
        host: text(json, "host"),
        record_id: text(json, "recordId"),
        credits: json
            .member("credits")
            .map_or(&[][..], Json::elements)
            .iter()
            .map(credit)
            .collect(),
        credit_line: text(json, "creditLine"),
        funding: text(json, "funding"),
        original_language: text(json, "originalLanguage"),
        contents: texts(json, "contents"),
        preferred_citation: text(json, "preferredCitation"),
        date_as_printed: text(json, "dateAsPrinted"),
    }
}

fn holding(json: &Json) -> Holding {
    Holding {
        repository: text(json, "repository"),
        place: text(json, "place"),
        levels: json
            .member("levels")
            .map_or(&[][..], Json::elements)
            .iter()
            .map(level)
            .collect(),
        verbatim: text(json, "verbatim"),
    }
}

/// A level of an unknown rank is a file: the rank only matters for what a note leaves out.
fn level(json: &Json) -> Level {
    Level {
        kind: LevelKind::from_name(&text(json, "level")).unwrap_or(LevelKind::File),
        label: text(json, "label"),
        value: text(json, "value"),
    }
}

fn credit(json: &Json) -> Credit {
    Credit {
        deeds: texts(json, "deeds")
            .iter()
            .filter_map(|deed| Deed::from_name(deed))
            .collect(),
        by: texts(json, "by"),
        for_whom: text(json, "for"),
        from_language: text(json, "fromLanguage"),
        verbatim: text(json, "verbatim"),
    }
}
