//! Access dates, DOIs, URLs, databases.

use super::context::Cx;
use crate::tree::Tree;

/// The access date and the DOI, URL or database.
pub(crate) fn link(_cx: &Cx) -> Tree {
    Tree::new()
}
