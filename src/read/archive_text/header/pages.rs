//! The web pages: the old site with its "get citation", the new one with its "Document Information".

use super::Head;
use crate::read::archive_text::span::Span;

pub(super) fn read(_input: Span<'_>) -> Option<Head<'_>> {
    None
}
