//! The access date and the address.

use super::context::Cx;
use super::dates;
use super::joins::words;
use crate::record::{DateVariable, Variable};
use crate::scan::SPEED;
use crate::tree::{Style, Tree};

/// The DOI as an address, or the URL (17th ed., 14.7–14.8; 18th ed., 13.6–13.7), after the date of access where the
/// source has no date of its own (17th ed., 14.12; 18th ed., 13.15).
pub(crate) fn link(cx: &Cx) -> Tree {
    cx.join([accessed(cx), address(cx)])
}

fn accessed(cx: &Cx) -> Tree {
    let dated = [
        DateVariable::AvailableDate,
        DateVariable::EventDate,
        DateVariable::Issued,
    ]
    .iter()
    .any(|date| cx.has_date(*date));
    if dated || cx.has_any(&[Variable::Doi, Variable::Status]) || !cx.has(Variable::Url) {
        return Tree::new();
    }
    let date = dates::full(cx, DateVariable::Accessed);
    if date.is_empty() {
        return Tree::new();
    }
    words([cx.word("accessed"), date])
}

fn address(cx: &Cx) -> Tree {
    let doi = cx.raw(Variable::Doi);
    let url = if doi.is_empty() {
        cx.raw(Variable::Url).to_owned()
    } else {
        crate::letters::concat(&["https://doi.org/", bare_doi(doi)])
    };
    if url.is_empty() {
        return Tree::new();
    }
    // Only the addresses of the web are links: an input may hold anything.
    let safe = url.starts_with("https://") || url.starts_with("http://");
    if cx.options.links && safe {
        Tree::text(url.as_str()).styled(Style::Link(url))
    } else {
        Tree::from(url)
    }
}

/// The DOI alone, where the whole address or `doi:` was given.
fn bare_doi(doi: &str) -> &str {
    let doi = doi.trim();
    if SPEED && doi.starts_with("10.") {
        return doi;
    }
    let lower = doi.to_ascii_lowercase();
    for start in [
        "https://doi.org/",
        "http://doi.org/",
        "https://dx.doi.org/",
        "http://dx.doi.org/",
        "doi.org/",
        "doi:",
    ] {
        if lower.starts_with(start) {
            return doi.get(start.len()..).unwrap_or(doi).trim_start();
        }
    }
    doi
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_doi_in_any_shape() {
        for doi in [
            "10.1086/727651",
            "doi:10.1086/727651",
            "DOI: 10.1086/727651",
            "https://doi.org/10.1086/727651",
        ] {
            assert_eq!(bare_doi(doi), "10.1086/727651");
        }
    }
}
