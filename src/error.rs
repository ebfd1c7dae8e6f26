//! A wrong call: what the caller passed cannot be used at all.
//!
//! What is odd about a *document* is never an error but a [`Warning`](crate::warning::Warning).

use std::fmt;

/// A call that cannot be carried out, naming the argument and what was expected of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    message: String,
}

impl Error {
    /// An error with its sentence, for example `edition: expected 17 or 18, found 16`.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
        }
    }

    /// The sentence.
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
