//! The date after the author's name (author-date).

use super::source::{is_entry_of_reference_work, undated};
use super::{FINDABLE, event_year, issued, issued_year, original_year, year};
use crate::chicago::context::Cx;
use crate::chicago::joins::{capitalise, words};
use crate::chicago::options::Form;
use crate::letters;
use crate::record::{DateVariable, Kind, Variable};
use crate::tree::Tree;

/// The date after the author's name: the year with its letter in a reference list and in the text (17th ed., 15.14 and
/// 15.44; 18th ed., 13.103 and 13.121), `n.d.`, `forthcoming`.
pub(crate) fn short(cx: &Cx) -> Tree {
    lettered(cx, short_without_letter(cx))
}

/// A year with the letter that tells it from the same author's other works of the year: `2019a`, `n.d.-a`.
pub(crate) fn lettered(cx: &Cx, mut out: Tree) -> Tree {
    if !out.is_empty() && !cx.options.year_suffix.is_empty() {
        let ends_in_word = out.plain().ends_with(|c: char| !c.is_ascii_digit());
        out.push_str(if ends_in_word { "-" } else { "" });
        out.push_str(&cx.options.year_suffix);
    }
    out
}

fn short_without_letter(cx: &Cx) -> Tree {
    let in_text = cx.form == Form::InText;
    if cx.has_date(DateVariable::Issued) {
        let conversation = in_text && cx.is(&[Kind::Interview, Kind::PersonalCommunication]);
        let year = if conversation && !cx.has_any(&FINDABLE) {
            issued(cx)
        } else {
            issued_year(cx)
        };
        let year = if !in_text && is_status(cx) {
            capitalise(year)
        } else {
            year
        };
        return words([original_before(cx, in_text), year]);
    }
    if cx.has_date(DateVariable::EventDate) {
        return event_year(cx);
    }
    if cx.has_date(DateVariable::AvailableDate) {
        return year(cx, DateVariable::AvailableDate);
    }
    if cx.has(Variable::Status) {
        let status = cx.raw(Variable::Status);
        return if in_text {
            Tree::text(letters::lowercase(status))
        } else {
            capitalise(Tree::text(status))
        };
    }
    if in_text {
        if cx.kind() == Kind::Classic || is_entry_of_reference_work(cx) {
            return Tree::new();
        }
        return undated(cx);
    }
    match cx.kind() {
        Kind::Interview | Kind::PersonalCommunication => Tree::text("n.d."),
        _ => undated(cx),
    }
}

/// Whether words that are no date stand in its place: `forthcoming`, `in press`, but not `n.d.` (17th ed., 15.44 and
/// 15.45; 18th ed., 13.104).
pub(crate) fn is_status(cx: &Cx) -> bool {
    cx.record.date(DateVariable::Issued).is_some_and(|date| {
        let is_word = |c: char| c == ' ' || letters::is_small(c);
        date.start.is_none() && letters::lowercase(&date.literal).chars().all(is_word)
    })
}

/// The year of an earlier edition: `(1813) 2003` in a reference list, `[1813] 2003` in the text (17th ed., 15.40; 18th
/// ed., 14.16).
fn original_before(cx: &Cx, in_text: bool) -> Tree {
    let year = original_year(cx);
    if year.is_empty() {
        return year;
    }
    if in_text && year.first_char() == Some('[') {
        return year;
    }
    let (open, close) = if in_text { ("[", "]") } else { ("(", ")") };
    let mut out = Tree::text(open);
    out.append(year);
    out.push_str(close);
    out
}
