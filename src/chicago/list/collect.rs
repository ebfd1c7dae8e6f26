//! The items of one collection as its one entry (17th ed., 14.222; 18th ed., 14.120).

use crate::record::{Kind, Record, Variable};

/// The collections of a list, and which records they stand for.
#[derive(Default)]
pub(super) struct Collections {
    records: Vec<Record>,
    held: Vec<usize>,
}

impl Collections {
    /// Whether the record of this number is one of a collection.
    pub fn holds(&self, at: usize) -> bool {
        self.held.binary_search(&at).is_ok()
    }

    /// One record for each collection.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.records.iter()
    }
}

/// Finds the collections of which at least two items are cited.
pub(super) fn collections(records: &[Record]) -> Collections {
    let mut named: Vec<((String, String), usize)> = records
        .iter()
        .enumerate()
        .filter_map(|(at, record)| Some((collection(record)?, at)))
        .collect();
    crate::order::sort(&mut named);
    let mut out = Collections::default();
    for group in named.chunk_by(|one, other| one.0 == other.0) {
        let Some(((name, _), at)) = group.first().filter(|_| group.len() > 1) else {
            continue;
        };
        let Some(first) = records.get(*at) else {
            continue;
        };
        out.held.extend(group.iter().map(|(_, at)| *at));
        out.records.push(entry(first, name));
    }
    crate::order::sort(&mut out.held);
    out
}

/// The name of an item's collection and of its archive.
fn collection(record: &Record) -> Option<(String, String)> {
    if record.kind == Kind::Collection {
        return None;
    }
    let name = record.get(Variable::ArchiveCollection);
    (!name.is_empty()).then(|| (name.to_owned(), repository(record).to_owned()))
}

fn repository(record: &Record) -> &str {
    match &record.archival {
        Some(archival) if !archival.holding.repository.is_empty() => &archival.holding.repository,
        _ => record.get(Variable::Archive),
    }
}

/// The collection as a source of its own, without a date.
fn entry(item: &Record, name: &str) -> Record {
    let mut record = Record::new(Kind::Collection);
    record.id = [name, ", ", repository(item)].concat();
    record.set(Variable::Title, name);
    record.set(Variable::Archive, repository(item));
    record.set(Variable::ArchivePlace, item.get(Variable::ArchivePlace));
    record
}
