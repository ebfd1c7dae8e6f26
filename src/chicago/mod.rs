//! Record to citation, after *The Chicago Manual of Style*.
//!
//! The rules read like the Manual: one function for each, with the sections of the 17th and the 18th edition in its
//! comment. The edition and the form travel in the view (`context.rs`) that every rule gets; a rule gives a
//! [`Tree`], which is empty when the record has nothing to say. Punctuation meets only in [`joins`].

mod archival;
mod archive;
mod cluster;
mod compose;
mod context;
mod contributors;
mod dates;
mod descriptions;
mod events;
mod generic;
mod headline;
mod identifiers;
pub mod joins;
mod labels;
mod lead;
mod legal;
mod links;
mod list;
mod locators;
mod markup;
mod medium;
mod missing;
mod monograph;
mod names;
mod numbers;
mod options;
mod publication;
mod scripts;
mod serial;
mod series;
mod short;
mod terms;
mod titles;
mod volumes;

pub use list::{Bibliography, Entry, ListOptions, Listing, System, bibliography};
pub use options::{ArchiveOrder, DateOrder, Edition, Form, GivenNames, Locator, Options, Position};

use crate::record::{Record, Variable};
use crate::tree::Tree;
use crate::warning::Warning;

/// A citation and what the reader should know about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Citation {
    /// The citation.
    pub tree: Tree,
    /// What the Manual would want and the record does not have.
    pub warnings: Vec<Warning>,
}

/// What no rule makes use of: a citation is the same without it, so nobody need send it.
pub const UNREAD: [Variable; 13] = [
    Variable::Abstract,
    Variable::Annote,
    Variable::CallNumber,
    Variable::CitationKey,
    Variable::CitationLabel,
    Variable::Isbn,
    Variable::Issn,
    Variable::JournalAbbreviation,
    Variable::Keyword,
    Variable::License,
    Variable::NumberOfPages,
    Variable::Pmcid,
    Variable::Pmid,
];

/// Cites one source.
pub fn cite(record: &Record, options: &Options) -> Citation {
    cluster::citation(&[(record, options)])
}

/// Cites several sources in one note or in one parenthesis in the text, between semicolons (17th ed., 14.57 and 15.30;
/// 18th ed., 13.61 and 13.124). The form of the first decides what they are set in.
///
/// ```
/// use callslip::chicago::{cite_many, Form, Options};
/// use callslip::date::Date;
/// use callslip::record::{DateVariable, Kind, Record, Variable};
/// let mut record = Record::new(Kind::LegalCase);
/// record.set(Variable::Title, "Egan v. Canada");
/// record.set(Variable::Volume, "2");
/// record.set(Variable::ContainerTitle, "S.C.R.");
/// record.set(Variable::Page, "513");
/// record.set_date(DateVariable::Issued, Date::parse("1995").unwrap());
/// let options = Options { prefix: "see also".to_owned(), ..Options::default() };
/// let note = cite_many(&[(record.clone(), Options::default()), (record, options)]);
/// assert_eq!(
///     note.tree.plain(),
///     "Egan v. Canada, 2 S.C.R. 513 (1995); see also Egan v. Canada, 2 S.C.R. 513 (1995)."
/// );
/// ```
pub fn cite_many(items: &[(Record, Options)]) -> Citation {
    let items: Vec<_> = items
        .iter()
        .map(|(record, options)| (record, options))
        .collect();
    cluster::citation(&items)
}

/// What tests of many rules want: an item as it is printed.
#[cfg(test)]
mod printed {
    use super::{Edition, Form, Options, cite};
    use crate::read::csl_json;
    use crate::write;

    /// The citation of a CSL-JSON item, as text.
    pub(super) fn print(item: &str, form: Form, edition: Edition) -> String {
        let record = csl_json::read(item).unwrap().0.remove(0);
        let options = Options {
            form,
            edition,
            ..Options::default()
        };
        write::text(&cite(&record, &options).tree)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Kind;

    /// The citations of a record of this kind with these variables, in every form.
    fn citations(kind: Kind, variables: &[Variable]) -> Vec<Citation> {
        let mut record = Record::new(kind);
        for variable in variables {
            record.set(*variable, variable.name());
        }
        let forms = ["note", "short-note", "bibliography", "reference-list"];
        let forms = forms.into_iter().chain(["in-text", "preferred"]);
        let forms = forms.map(|form| Form::from_name(form).unwrap());
        let both =
            |form| [Edition::Seventeenth, Edition::Eighteenth].map(|edition| (form, edition));
        let options = forms.flat_map(both).map(|(form, edition)| Options {
            form,
            edition,
            ..Options::default()
        });
        options.map(|options| cite(&record, &options)).collect()
    }

    #[test]
    fn what_no_rule_makes_use_of_changes_nothing() {
        let (unread, used): (Vec<Variable>, Vec<Variable>) = Variable::ALL
            .iter()
            .partition(|variable| UNREAD.contains(variable));
        for kind in Kind::ALL {
            assert_eq!(citations(*kind, &used), citations(*kind, Variable::ALL));
            assert_eq!(citations(*kind, &[]), citations(*kind, &unread));
        }
    }
}
