//! The items of one collection as its one entry (17th ed., 14.222; 18th ed., 14.120).

use crate::record::{Holding, Kind, Level, LevelKind, Record, Variable};

/// The collections of a list, and which records they stand for.
#[derive(Default)]
pub(super) struct Collections {
    records: Vec<(usize, Record)>,
    held: Vec<usize>,
}

impl Collections {
    /// Whether the record of this number is one of a collection.
    pub fn holds(&self, at: usize) -> bool {
        self.held.binary_search(&at).is_ok()
    }

    /// One record for each collection, with the number of its first item.
    pub fn records(&self) -> impl Iterator<Item = (usize, &Record)> {
        self.records.iter().map(|(at, record)| (*at, record))
    }
}

/// Finds the collections of which at least two items are cited.
pub(super) fn collections(records: &[Record]) -> Collections {
    let mut named: Vec<(String, usize)> = records
        .iter()
        .enumerate()
        .filter_map(|(at, record)| Some((collection(record)?.id, at)))
        .collect();
    crate::order::sort(&mut named);
    let mut out = Collections::default();
    for group in named.chunk_by(|one, other| one.0 == other.0) {
        if group.len() < 2 {
            continue;
        }
        out.held.extend(group.iter().map(|(_, at)| *at));
        let first = group.first().and_then(|(_, at)| {
            let record = records.get(*at)?;
            Some((*at, collection(record)?))
        });
        out.records.extend(first);
    }
    crate::order::sort(&mut out.held);
    out
}

/// The collection of an item as a source of its own, without a date; its name and its archive identify it.
fn collection(item: &Record) -> Option<Record> {
    if item.kind == Kind::Collection || !super::is_archival(item) {
        return None;
    }
    let mut record = Record::new(Kind::Collection);
    let name = item.get(Variable::ArchiveCollection);
    if !name.is_empty() {
        let archive = match &item.archival {
            Some(archival) if !archival.holding.repository.is_empty() => {
                &archival.holding.repository
            }
            _ => item.get(Variable::Archive),
        };
        record.id = crate::letters::concat(&[name, ", ", archive]);
        record.set(Variable::Title, name);
        record.set(Variable::Archive, archive);
        record.set(Variable::ArchivePlace, item.get(Variable::ArchivePlace));
        return Some(record);
    }
    let holding = widest(&item.archival.as_ref()?.holding)?;
    record.id.clone_from(&holding.verbatim);
    record.archival_mut().holding = holding;
    Some(record)
}

/// The archive with the widest level below it that is more than a box or a file; the archive alone where none is.
fn widest(holding: &Holding) -> Option<Holding> {
    if holding.repository.is_empty() {
        return None;
    }
    let levels: Vec<Level> = holding
        .levels
        .iter()
        .find(|level| level.kind <= LevelKind::Matter)
        .cloned()
        .into_iter()
        .collect();
    let mut verbatim = holding.repository.clone();
    for part in [&holding.place]
        .into_iter()
        .chain(levels.iter().flat_map(|level| [&level.label, &level.value]))
        .filter(|part| !part.is_empty())
    {
        verbatim.push_str(", ");
        verbatim.push_str(part);
    }
    Some(Holding {
        repository: holding.repository.clone(),
        place: holding.place.clone(),
        levels,
        verbatim,
    })
}
