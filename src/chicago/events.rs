//! Meetings, performances, broadcasts.

use super::context::Cx;
use crate::tree::Tree;

/// The event, its place and date.
pub(crate) fn event(_cx: &Cx) -> Tree {
    Tree::new()
}
