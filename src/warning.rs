//! What the reader should know about a *document* or a citation; never fatal.

/// How much a warning matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Something does not agree, or is missing.
    Warning,
    /// Part of the input could not be understood.
    Error,
}

impl Severity {
    /// The severity's name: `info`, `warning` or `error`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A place in the input: byte offsets, the end not included. The JavaScript face gives UTF-16 offsets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Place {
    /// A place from its two ends.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }
}

/// A remark: a code for programs, a sentence for people, and where in the input it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// A documented kebab-case code, such as `dates-disagree`.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The sentence, in plain English.
    pub message: String,
    /// Where in the input, when it is about a place.
    pub place: Option<Place>,
    /// Which of several items it is about: its number in their order, from 0.
    pub item: Option<usize>,
}

impl Warning {
    /// A warning of the middle severity.
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Warning,
            message: message.into(),
            place: None,
            item: None,
        }
    }

    /// The same with another severity.
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// Says of the warnings from one on which of several items they are about.
    #[inline(never)]
    pub(crate) fn name_item(warnings: &mut [Self], from: usize, item: usize) {
        for warning in warnings.iter_mut().skip(from) {
            warning.item = Some(item);
        }
    }

    /// The same with a place in the input.
    pub fn at(mut self, start: usize, end: usize) -> Self {
        self.place = Some(Place { start, end });
        self
    }
}
