//! Archive text: a document as archives export it, with its head, its citation and its transcript in one text.
//!
//! A pipeline of small functions over stretches of the input: [`header`] finds the parts, [`citation`], [`credits`] and
//! [`location`] take the archive's citation apart, [`body`] makes blocks of the transcript, [`agreement`] compares what
//! is said twice. Every part knows where in the input it stood.

mod agreement;
mod assemble;
mod body;
mod citation;
mod credits;
mod header;
mod inline;
pub(crate) mod location;
mod marking;
mod span;
mod title;

use crate::record::Reading;

/// Reads archive text. Whatever is not understood is shown as it stands.
pub(super) fn read(text: &str) -> Reading {
    assemble::reading(text)
}

/// Reads a text as it stands, without looking for a head.
pub(super) fn plain(text: &str) -> Reading {
    assemble::plain(text)
}
