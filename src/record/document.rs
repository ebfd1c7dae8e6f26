//! The document as it is shown: its head, field by field, and its body, block by block.

use super::Record;
use crate::tree::{Block, Node};
use crate::warning::{Place, Warning};

/// A document to show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The title; empty when the input has none.
    pub title: Vec<Node>,
    /// The fields of the head in the order they are shown, each with its label.
    pub fields: Vec<Field>,
    /// The body.
    pub body: Vec<Block>,
    /// The language of the body, by its BCP 47 tag; empty when not known.
    pub language: String,
    /// The direction of the body's script.
    pub direction: Direction,
}

/// The direction of a script.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    #[default]
    LeftToRight,
    /// Right to left.
    RightToLeft,
}

/// A field of a document's head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name for programs: `date`, `creator`, `recipient`, `summary`, `citation`, `repository`, `location`,
    /// `classification`, `credits`, `original-language`, `contents`, `url`, `record-id`, `source`, `rights`, ...
    pub name: String,
    /// Its label for readers: `Original Language`.
    pub label: String,
    /// What it says; one run of styled text for each paragraph or list item.
    pub values: Vec<Vec<Node>>,
    /// Where in the input it stood.
    pub place: Place,
}

/// What `read` gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The name of the format that was read: `archive-text`, `csl-json`, `tei`, ...
    pub format: &'static str,
    /// The record to cite.
    pub record: Record,
    /// Further records, where the input holds several (a list of items, a finding aid's components).
    pub others: Vec<Record>,
    /// The document to show.
    pub document: Document,
    /// What the reader should know.
    pub warnings: Vec<Warning>,
}
