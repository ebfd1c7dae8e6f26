//! Record to citation, after *The Chicago Manual of Style*.
//!
//! The rules read like the Manual: one function for each, with the sections of the 17th and the 18th edition in its
//! comment. The edition and the form travel in the view ([`context`]) that every rule gets; a rule gives a
//! [`Tree`], which is empty when the record has nothing to say. Punctuation meets only in [`joins`].

mod archival;
mod archive;
mod compose;
mod context;
mod contributors;
mod dates;
mod descriptions;
mod events;
mod identifiers;
pub mod joins;
mod labels;
mod lead;
mod legal;
mod links;
mod locators;
mod markup;
mod medium;
mod missing;
mod monograph;
mod numbers;
mod options;
mod publication;
mod serial;
mod series;
mod titles;

pub use options::{ArchiveOrder, DateOrder, Edition, Form, GivenNames, Locator, Options, Position};

use crate::record::Record;
use crate::tree::Tree;
use crate::warning::Warning;
use context::Cx;

/// A citation and what the reader should know about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Citation {
    /// The citation.
    pub tree: Tree,
    /// What the Manual would want and the record does not have.
    pub warnings: Vec<Warning>,
}

/// Cites one source.
pub fn cite(record: &Record, options: &Options) -> Citation {
    let cx = Cx::new(record, options);
    let mut warnings = missing::warnings(&cx);
    let tree = match options.form {
        Form::Note => joins::end(compose::note(&cx)),
        Form::ShortNote => joins::end(compose::short_note(&cx)),
        Form::Bibliography | Form::ReferenceList => joins::end(compose::entry(&cx)),
        Form::InText => {
            let mut tree = Tree::text("(");
            tree.append(compose::in_text(&cx));
            tree.push_str(")");
            tree
        }
        Form::Preferred => archival::preferred(&cx).unwrap_or_else(|| {
            warnings.push(Warning::new(
                "no-preferred-citation",
                "the archive gives no citation of its own; a Chicago note is printed",
            ));
            joins::end(compose::note(&cx.as_note()))
        }),
    };
    Citation { tree, warnings }
}
