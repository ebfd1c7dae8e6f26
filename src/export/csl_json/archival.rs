//! `custom.callslip`: what CSL-JSON has no variable for. Its reader is `read::csl_json::custom`.

use super::Members;
use crate::json::Value;
use crate::record::{Archival, Credit, Holding, Level, Record, Variable};

/// What CSL has no words for, as the members of one object; what is not known is left out.
pub(super) fn value(record: &Record) -> Members<'_> {
    let mut members = Members::default();
    members.text("translatedTitle", record.get(Variable::TranslatedTitle));
    if let Some(archival) = &record.archival {
        facts(archival, &mut members);
    }
    members
}

fn facts<'a>(archival: &'a Archival, members: &mut Members<'a>) {
    members.text("description", &archival.description);
    members.text("classification", &archival.classification);
    members.text("itemNumber", &archival.item_number);
    if archival.holding != Holding::default() {
        members.add("holding", holding(&archival.holding));
    }
    members.text("host", &archival.host);
    members.text("recordId", &archival.record_id);
    if !archival.credits.is_empty() {
        members.add("credits", Value::array(archival.credits.iter().map(credit)));
    }
    members.text("creditLine", &archival.credit_line);
    members.text("funding", &archival.funding);
    members.text("originalLanguage", &archival.original_language);
    members.texts("contents", &archival.contents);
    members.text("preferredCitation", &archival.preferred_citation);
    members.text("dateAsPrinted", &archival.date_as_printed);
}

fn holding(holding: &Holding) -> Value<'_> {
    let mut members = Members::default();
    members.text("repository", &holding.repository);
    members.text("place", &holding.place);
    if !holding.levels.is_empty() {
        members.add("levels", Value::array(holding.levels.iter().map(level)));
    }
    members.text("verbatim", &holding.verbatim);
    members.value()
}

fn level(level: &Level) -> Value<'_> {
    let mut members = Members::default();
    members.text("level", level.kind.name());
    members.text("label", &level.label);
    members.text("value", &level.value);
    members.value()
}

fn credit(credit: &Credit) -> Value<'_> {
    let mut members = Members::default();
    members.add(
        "deeds",
        Value::array(credit.deeds.iter().map(|deed| Value::string(deed.name()))),
    );
    members.texts("by", &credit.by);
    members.text("for", &credit.for_whom);
    members.text("fromLanguage", &credit.from_language);
    members.text("verbatim", &credit.verbatim);
    members.value()
}
