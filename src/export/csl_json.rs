//! CSL-JSON 1.0.2: the item that Zotero, citation-js and pandoc take, with our archival facts under `custom.callslip`.

mod archival;

use crate::date::{Date, End, Point};
use crate::digits;
use crate::json::{self, Value};
use crate::name::Name;
use crate::record::{Record, Variable};
use std::borrow::Cow;

/// Exports a record as a CSL-JSON item.
///
/// ```
/// use callslip::record::{Kind, Record, Variable};
/// let mut record = Record::new(Kind::Book);
/// record.set(Variable::Title, "Swing Time");
/// let json = callslip::json::write(&callslip::export::csl_json::item(&record));
/// assert_eq!(json, r#"{"type":"book","title":"Swing Time"}"#);
/// ```
pub fn item(record: &Record) -> Value<'_> {
    let mut item = Members::default();
    item.text("id", &record.id);
    item.text("type", record.kind.name());
    for (variable, value) in record.texts() {
        // CSL has no variable for it; it stands with the archival facts.
        if *variable != Variable::TranslatedTitle {
            item.text(variable.name(), value);
        }
    }
    for (role, people) in record.all_names() {
        item.add(role.name(), Value::array(people.iter().map(name)));
    }
    for (variable, value) in record.dates() {
        item.add(variable.name(), date(value));
    }
    item.text("language", &record.language);
    let mut custom = Members::default();
    for (key, text) in &record.extra {
        match json::parse(text) {
            Ok(other) if key == "custom" => custom.extend(other.value),
            Ok(other) => item.add(key, other.value),
            Err(_) => item.text(key, text),
        }
    }
    let own = archival::value(record);
    if !own.0.is_empty() || record.archival.is_some() {
        custom.add("callslip", own.value());
    }
    if !custom.0.is_empty() {
        item.add("custom", custom.value());
    }
    item.value()
}

/// The members of an object that is being made.
#[derive(Default)]
struct Members<'a>(Vec<(Cow<'a, str>, json::Json<'a>)>);

impl<'a> Members<'a> {
    fn add(&mut self, key: &'a str, value: Value<'a>) {
        self.0.push((key.into(), value.into()));
    }

    /// Adds a text that is not empty.
    fn text(&mut self, key: &'a str, text: &'a str) {
        if !text.is_empty() {
            self.add(key, Value::string(text));
        }
    }

    /// Adds a list of texts that is not empty.
    fn texts(&mut self, key: &'a str, texts: &'a [String]) {
        if !texts.is_empty() {
            self.add(key, Value::array(texts.iter().map(Value::string)));
        }
    }

    /// Adds the members of another object, but for our own.
    fn extend(&mut self, value: Value<'a>) {
        if let Value::Object(members) = value {
            self.0
                .extend(members.into_iter().filter(|(key, _)| key != "callslip"));
        }
    }

    fn value(self) -> Value<'a> {
        Value::Object(self.0)
    }
}

/// A name in the parts that CSL-JSON knows.
fn name(name: &Name) -> Value<'_> {
    let mut members = Members::default();
    members.text("literal", &name.literal);
    members.text("family", &name.family);
    members.text("given", &name.given);
    members.text("dropping-particle", &name.dropping_particle);
    members.text("non-dropping-particle", &name.non_dropping_particle);
    members.text("suffix", &name.suffix);
    if name.comma_suffix {
        members.add("comma-suffix", Value::Bool(true));
    }
    if name.family_first {
        members.add("static-ordering", Value::Bool(true));
    }
    members.value()
}

/// A date as `date-parts`, with `circa` and `literal` where they say more; an approximate date or an open range, for
/// which CSL-JSON has no words, in EDTF as `raw`.
fn date(date: &Date) -> Value<'_> {
    let mut members = Members::default();
    if date.approximate || date.end == End::Open || !date.time.is_empty() {
        members.add("raw", Value::string(date.edtf()));
        members.text("literal", &date.literal);
        return members.value();
    }
    if let Some(start) = date.start {
        let mut points = vec![point(start)];
        if let End::At(end) = date.end {
            points.push(point(end));
        }
        members.add("date-parts", Value::array(points));
        if start.month > 20 {
            members.add("season", number(i32::from(start.month) - 20));
        }
    }
    if date.uncertain {
        members.add("circa", Value::Bool(true));
    }
    members.text("literal", &date.literal);
    members.value()
}

fn point(point: Point) -> Value<'static> {
    // `date-parts` has no year 0.
    let year = point.year - i32::from(point.year < 1);
    let mut parts = vec![number(year)];
    if (1..=12).contains(&point.month) {
        parts.push(number(point.month.into()));
        if point.day > 0 {
            parts.push(number(point.day.into()));
        }
    }
    Value::array(parts)
}

fn number(number: i32) -> Value<'static> {
    Value::Number(digits::signed(number).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::csl_json;

    /// The law: what is exported reads back as the same record.
    #[test]
    fn round_trip() {
        let text = r#"{"id":"a","type":"manuscript","title":"T <i>x</i>","author":[{"family":"Doe","given":"Ann",
            "non-dropping-particle":"de","suffix":"Jr.","comma-suffix":true},{"literal":"NKIDP"}],
            "issued":{"date-parts":[[1973,11,26]]},"original-date":{"date-parts":[[1772]],"circa":true},
            "event-date":{"raw":"1955?"},"available-date":{"date-parts":[[1990],[1992,3]]},"accessed":{"raw":"2020/.."},
            "submitted":{"date-parts":[[2007]],"season":1},
            "imdb-id":"x","language":"ro","custom":{"mine":1,"callslip":{"classification":"SECRET",
            "holding":{"repository":"R","levels":[{"level":"file","label":"Folder","value":"1514"}],"verbatim":"R, Folder 1514"},
            "credits":[{"deeds":["obtained","translated"],"by":["E. G."],"for":"NKIDP","verbatim":"v"}],"contents":["E"]}}}"#;
        let record = csl_json::read(text).unwrap().0.remove(0);
        let again = csl_json::read(&json::write(&item(&record)))
            .unwrap()
            .0
            .remove(0);
        let strip = |mut record: Record| {
            record.places.clear();
            record
        };
        assert_eq!(strip(record), strip(again));
    }
}
