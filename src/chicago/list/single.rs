//! Lists whose entries are made as their records come.

use super::{Entry, ListOptions, System, place, sort};
use crate::chicago::cluster;
use crate::chicago::context::Cx;
use crate::chicago::options::Options;
use crate::record::Record;
use crate::warning::Warning;

/// A list in which no entry depends on another, as a plain bibliography of the 18th edition is: each entry is made when its
/// record comes, which can be let go then, and only what it is sorted by stays.
///
/// ```
/// use callslip::chicago::{ListOptions, Listing};
/// use callslip::read::csl_json;
/// let items = r#"[{"id":"b","type":"book","title":"On Beauty","author":[{"family":"Smith","given":"Zadie"}],"publisher":"P","issued":"2005"},
///                 {"id":"a","type":"book","title":"Beloved","author":[{"family":"Morrison","given":"Toni"}],"publisher":"P","issued":"1987"}]"#;
/// let (records, _) = csl_json::read(items).unwrap();
/// let mut listing = Listing::new(ListOptions::default()).unwrap();
/// assert_eq!(listing.add(&records[0]).unwrap().id, "b");
/// assert_eq!(listing.add(&records[1]).unwrap().id, "a");
/// assert_eq!(listing.finish().0, [1, 0]);
/// ```
pub struct Listing {
    options: ListOptions,
    plain: Options,
    added: usize,
    made: Vec<Made>,
    warnings: Vec<Warning>,
}

/// What stays of an entry.
struct Made {
    key: sort::Key,
    number: usize,
    warnings: Vec<Warning>,
}

impl Listing {
    /// An empty one; none where the entries depend on one another.
    pub fn new(options: ListOptions) -> Option<Self> {
        let single = options.system == System::NotesBibliography
            && !options.has_dash()
            && !options.collect
            && !options.citations;
        single.then(|| Self {
            plain: options.plain(),
            options,
            added: 0,
            made: Vec::new(),
            warnings: Vec::new(),
        })
    }

    /// How many records were added.
    pub fn added(&self) -> usize {
        self.added
    }

    /// Adds a record, and makes its entry unless the list has none.
    pub fn add(&mut self, record: &Record) -> Option<Entry> {
        let at = self.added;
        self.added += 1;
        let cx = Cx::new(record, &self.plain);
        let mut place = place(&cx, at, &self.options, &mut self.warnings)?;
        let mut citation = cluster::entry(&cx, place.opening.as_mut());
        Warning::name_item(&mut citation.warnings, 0, at);
        self.made.push(Made {
            key: place.key,
            number: self.made.len(),
            warnings: citation.warnings,
        });
        Some(super::entry(record, citation.tree, None))
    }

    /// The order of the entries, by their numbers as they were made, and the warnings.
    pub fn finish(mut self) -> (Vec<usize>, Vec<Warning>) {
        crate::order::sort_by(&mut self.made, |one, other| one.key.cmp(&other.key));
        let mut order = Vec::with_capacity(self.made.len());
        for made in self.made {
            order.push(made.number);
            self.warnings.extend(made.warnings);
        }
        (order, self.warnings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chicago::{Edition, bibliography};
    use crate::read::csl_json;

    #[test]
    fn it_is_the_list_that_is_made_at_once() {
        let items = r#"[
            {"id":"1","type":"book","title":"The Same","publisher":"P","issued":"1990","author":[{"family":"Roe","given":"Ann"}]},
            {"id":"2","type":"post","title":"A post","URL":"https://a.example"},
            {"id":"3","type":"legal_case","title":"Roe v. Wade"},
            {"id":"4","type":"article-journal","title":"Of nobody"},
            {"id":"5","type":"manuscript","title":"Diary","archive":"BArch","archive_location":"B 1"},
            {"id":"6","type":"book","title":"Same","publisher":"Q","issued":"1990","author":[{"family":"Roe","given":"Ann"}]},
            {"id":"7","type":"personal_communication","archive":"BArch","author":[{"family":"Roe","given":"Ann"}],"recipient":[{"family":"Doe","given":"Jo"}]}]"#;
        let (records, _) = csl_json::read(items).unwrap();
        for group in [false, true] {
            let options = ListOptions {
                group,
                ..ListOptions::default()
            };
            let mut listing = Listing::new(options.clone()).unwrap();
            let made: Vec<Entry> = records
                .iter()
                .filter_map(|record| listing.add(record))
                .collect();
            let (order, warnings) = listing.finish();
            let list = bibliography(&records, &options);
            let entries: Vec<Entry> = order.into_iter().map(|at| made[at].clone()).collect();
            assert_eq!(entries, list.entries);
            assert_eq!(warnings, list.warnings);
            assert_eq!(list.entries.len(), 6);
        }
    }

    #[test]
    fn entries_that_depend_on_one_another_are_made_at_once_alone() {
        let depends = |options| Listing::new(options).is_none();
        let plain = ListOptions::default;
        assert!(!depends(plain()));
        assert!(depends(ListOptions {
            edition: Edition::Seventeenth,
            ..plain()
        }));
        assert!(!depends(ListOptions {
            edition: Edition::Seventeenth,
            dash: Some(false),
            ..plain()
        }));
        assert!(depends(ListOptions {
            system: System::AuthorDate,
            ..plain()
        }));
        assert!(depends(ListOptions {
            collect: true,
            ..plain()
        }));
        assert!(depends(ListOptions {
            citations: true,
            ..plain()
        }));
    }
}
