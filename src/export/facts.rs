//! What several formats ask of a record in the same way: plain text, names, dates, the archive and the way to the item.

use crate::date::{Date, Point};
use crate::letters::Joined;
use crate::name::Name;
use crate::record::{Archival, DateVariable, Kind, Record, Role, Variable};

/// A text without the inline markup of CSL-JSON, on one line.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        match tag(after) {
            Some((_, after)) => rest = after,
            None => {
                out.push('<');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    one_line(&out)
}

/// The tag that begins after a `<`, if it is one of CSL-JSON's, and what follows it.
pub(super) fn tag(after: &str) -> Option<(&str, &str)> {
    let (tag, rest) = after.split_once('>')?;
    let name = tag.trim_start_matches('/');
    let known =
        matches!(name, "i" | "b" | "sup" | "sub" | "sc" | "span") || name.starts_with("span ");
    known.then_some((tag, rest))
}

/// With one space for each run of white space, and without control characters.
pub(super) fn one_line(text: &str) -> String {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() && c != '\u{a0}' || c.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    words.joined(" ")
}

/// A text variable in plain text.
pub(super) fn text(record: &Record, variable: Variable) -> String {
    plain(record.get(variable))
}

/// What is not empty, with a separator between.
pub(super) fn joined(parts: &[&str], separator: &str) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    parts.joined(separator)
}

/// The archival facts.
pub(super) fn archival(record: &Record) -> Option<&Archival> {
    record.archival.as_deref()
}

/// The archive that holds the original, without its place.
pub(super) fn repository(record: &Record) -> String {
    match (text(record, Variable::Archive), archival(record)) {
        (given, _) if !given.is_empty() => given,
        (_, Some(archival)) => one_line(&archival.holding.repository),
        (_, None) => String::new(),
    }
}

/// The archive with its place.
pub(super) fn archive(record: &Record) -> String {
    let name = repository(record);
    let place = text(record, Variable::ArchivePlace);
    if name.contains(place.as_str()) {
        return name;
    }
    joined(&[&name, &place], ", ")
}

/// The way down to the item within the archive: collection and location.
pub(super) fn location(record: &Record) -> String {
    let collection = text(record, Variable::ArchiveCollection);
    let location = text(record, Variable::ArchiveLocation);
    if !collection.is_empty() || !location.is_empty() {
        return joined(&[&collection, &location], ", ");
    }
    archival(record).map_or_else(String::new, |archival| one_line(&archival.holding.verbatim))
}

/// Who offers the digital copy.
pub(super) fn host(record: &Record) -> String {
    match (text(record, Variable::Source), archival(record)) {
        (given, _) if !given.is_empty() => given,
        (_, Some(archival)) => one_line(&archival.host),
        (_, None) => String::new(),
    }
}

/// The family name with the particle that stays with it.
pub(super) fn family(name: &Name) -> String {
    joined(&[&name.non_dropping_particle, &name.family], " ")
}

/// The given name with the particle that leaves the family name.
pub(super) fn given(name: &Name) -> String {
    joined(&[&name.given, &name.dropping_particle], " ")
}

/// A name as lists have it: `Gheorghe, Eliza`; a body as it is.
pub(super) fn inverted(name: &Name) -> String {
    if !name.literal.is_empty() {
        return one_line(&name.literal);
    }
    one_line(&joined(&[&family(name), &given(name), &name.suffix], ", "))
}

/// A name as it is said: `Eliza Gheorghe`, `Zhou Enlai`.
pub(super) fn running(name: &Name) -> String {
    if !name.literal.is_empty() {
        return one_line(&name.literal);
    }
    let (first, last) = match name.family_first {
        true => (family(name), given(name)),
        false => (given(name), family(name)),
    };
    one_line(&joined(&[&first, &last, &name.suffix], " "))
}

/// Whether it is a letter, telegram or the like: something with an addressee.
pub(super) fn is_letter(record: &Record) -> bool {
    let may_be = matches!(
        record.kind,
        Kind::PersonalCommunication | Kind::Manuscript | Kind::Document
    );
    record.kind == Kind::PersonalCommunication || may_be && record.has_name(Role::Recipient)
}

/// The date it is cited by.
pub(super) fn date(record: &Record) -> Option<&Date> {
    record
        .date(DateVariable::Issued)
        .or_else(|| record.date(DateVariable::OriginalDate))
}

/// The first point of a date as `1973-11-26`; the words of a date that is none.
pub(super) fn day(date: &Date) -> String {
    match date.start {
        // A season is no month: the year is what can be said.
        Some(point) if point.month > 12 => Point::year(point.year).edtf(),
        Some(point) => point.edtf(),
        None => one_line(&date.literal),
    }
}

/// What most formats have no field for, in words; the record's own note comes first.
pub(super) fn notes(record: &Record) -> Vec<String> {
    let mut notes = Vec::new();
    let note = record.get(Variable::Note);
    notes.extend(note.lines().map(plain).filter(|line| !line.is_empty()));
    let Some(archival) = archival(record) else {
        return notes;
    };
    for (label, value) in [
        ("Classification: ", &archival.classification),
        ("Original language: ", &archival.original_language),
        ("", &archival.credit_line),
        ("", &archival.funding),
    ] {
        let value = one_line(value);
        if !value.is_empty() {
            notes.push(crate::letters::concat(&[label, &value]));
        }
    }
    notes
}

/// The keywords, one by one.
pub(super) fn keywords(record: &Record) -> Vec<String> {
    let all = record.get(Variable::Keyword);
    let by_semicolon = all.contains(';');
    all.split(|c| c == ';' || c == '\n' || c == ',' && !by_semicolon)
        .map(plain)
        .filter(|word| !word.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_goes_text_stays() {
        assert_eq!(
            plain("On <i>Swing\n Time</i> & a < b <x>, <span class=\"nocase\">q</span>"),
            "On Swing Time & a < b <x>, q"
        );
    }

    #[test]
    fn names_keep_their_particles() {
        let mut name = Name::person("Ludwig", "Beethoven");
        name.dropping_particle = "van".to_owned();
        assert_eq!(inverted(&name), "Beethoven, Ludwig van");
        assert_eq!(running(&name), "Ludwig van Beethoven");
        let mut name = Name::person("Enlai", "Zhou");
        name.family_first = true;
        assert_eq!(running(&name), "Zhou Enlai");
    }
}
