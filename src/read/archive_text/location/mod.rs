//! The location of an archival item: one string, taken apart where a grammar fits the whole of it.
//!
//! There is one file for each archive's way of writing. A grammar that does not fit the whole string does not fit;
//! then only the archive's name is told apart, if it can be, and the string stands as it is.

mod american;
mod british;
mod countries;
mod generic;
mod romanian;
mod russian;
mod segments;
mod signature;

pub(crate) use american::split_note;

use crate::record::{Holding, Level, LevelKind};

/// The grammars, the most particular first.
const GRAMMARS: [fn(&str) -> Option<Holding>; 12] = [
    russian::parse,
    countries::chinese,
    countries::hungarian,
    countries::german,
    countries::polish,
    countries::brazilian,
    countries::irish,
    romanian::parse,
    american::parse,
    british::parse,
    generic::parse,
    signature::parse,
];

/// Takes a location apart, if a grammar fits the whole of it. Levels come from the widest to the narrowest.
pub(crate) fn parse(text: &str) -> Option<Holding> {
    let text = text.trim().trim_end_matches('.');
    if text.is_empty() || text.len() > 1000 {
        return None;
    }
    GRAMMARS
        .iter()
        .find_map(|grammar| grammar(text))
        .map(|mut holding| {
            text.clone_into(&mut holding.verbatim);
            holding
        })
}

/// The holding for a location: its levels where a grammar fits, else the archive's name and the verbatim string.
pub(crate) fn holding(text: &str) -> Holding {
    parse(text).unwrap_or_else(|| Holding {
        repository: segments::split(text)
            .into_iter()
            .find(|segment| segments::is_repository(segment))
            .unwrap_or("")
            .to_owned(),
        verbatim: text.to_owned(),
        ..Holding::default()
    })
}

/// The location without the archive's name at its beginning or end.
pub(crate) fn below<'a>(verbatim: &'a str, repository: &str) -> &'a str {
    if repository.is_empty() {
        return verbatim;
    }
    let sign = |c: char| matches!(c, ',' | ';' | ' ');
    let first = verbatim
        .strip_prefix(repository)
        .filter(|rest| rest.is_empty() || rest.starts_with(sign));
    let last = verbatim
        .strip_suffix(repository)
        .filter(|rest| rest.ends_with(sign));
    first.or(last).unwrap_or(verbatim).trim_matches(sign)
}

/// A level.
fn level(kind: LevelKind, label: &str, value: &str) -> Level {
    Level {
        kind,
        label: label.trim().to_owned(),
        value: value.trim().to_owned(),
    }
}
