//! Who or what stands first: the author, or who takes the author's place.

use super::context::Cx;
use crate::tree::Tree;

/// The short form's lead: family names, or what takes their place.
pub(crate) fn short(_cx: &Cx) -> Lead {
    Lead {
        tree: Tree::new(),
        used: super::context::Used::default(),
    }
}

/// What stands first, and what was used up for it.
pub(crate) struct Lead {
    /// The words.
    pub tree: Tree,
    /// What must not be printed again.
    pub used: super::context::Used,
}

/// The lead of a full note or an entry.
pub(crate) fn full(_cx: &Cx) -> Lead {
    Lead {
        tree: Tree::new(),
        used: super::context::Used::default(),
    }
}
