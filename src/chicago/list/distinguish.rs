//! Telling works apart: `2019a` and `2019b` for the works of the same people in one year; initials or whole first names
//! for authors of one family name; more names before et al.; the date of a short note (17th ed., 14.32, 15.20–15.22 and
//! 15.29; 18th ed., 13.34, 13.109 and 13.121–13.123).

use super::{ListOptions, Row, System};
use crate::chicago::cluster;
use crate::chicago::context::Cx;
use crate::chicago::options::{Form, GivenNames, Options};
use crate::chicago::{dates, lead, names, short};
use crate::tree::Tree;

/// Tells works apart in the list and, when asked for, in their citations. The rows are sorted.
pub(super) fn works(rows: &mut [Row], options: &ListOptions) {
    let author_date = options.system == System::AuthorDate;
    if author_date || options.citations {
        people(rows);
    }
    if author_date {
        coauthors(rows);
        years(rows);
    }
    if !options.citations {
        return;
    }
    let form = if author_date {
        Form::InText
    } else {
        Form::ShortNote
    };
    for row in rows.iter_mut() {
        row.citation = Some(citation(row, form));
    }
    if !author_date {
        short_notes(rows, 1);
        short_notes(rows, 2);
    }
}

/// Calls for each group of rows that have the same key, in the order of the list.
fn each_group<K: Ord>(keys: &[(K, usize)], mut found: impl FnMut(&[usize])) {
    let mut group = Vec::new();
    for same in keys.chunk_by(|one, other| one.0 == other.0) {
        if same.len() > 1 {
            group.clear();
            group.extend(same.iter().map(|(_, at)| *at));
            found(&group);
        }
    }
}

fn sorted<K: Ord>(mut keys: Vec<(K, usize)>) -> Vec<(K, usize)> {
    crate::order::sort(&mut keys);
    keys
}

/// Gives letters to the works that the text would cite alike, which are those of the same people and one year, in the
/// order of their titles. Laws and cases are cited without.
fn years(rows: &mut [Row]) {
    let lettered = |row: &Row| !Cx::new(row.record, &row.options).is_legal();
    let keys = rows.iter().enumerate().filter(|(_, row)| lettered(row));
    let keys = keys.map(|(at, row)| {
        let options = as_cited(row, Form::InText);
        (short::in_text(&Cx::new(row.record, &options)).plain(), at)
    });
    let keys = sorted(keys.collect());
    each_group(&keys, |group| {
        for (number, at) in group.iter().enumerate() {
            if let Some(row) = rows.get_mut(*at) {
                row.options.year_suffix = letter(number);
            }
        }
    });
}

fn as_cited(row: &Row, form: Form) -> Options {
    Options {
        form,
        ..row.options.clone()
    }
}

/// `a` to `z`, then `aa`.
fn letter(number: usize) -> String {
    let last = char::from(b'a' + u8::try_from(number % 26).unwrap_or(0));
    let mut letters = match number / 26 {
        0 => String::new(),
        more => letter(more - 1),
    };
    letters.push(last);
    letters
}

/// The first author of an entry.
struct First {
    family: String,
    initials: String,
    given: String,
    at: usize,
}

/// Marks the first authors whose family name another first author has too, by as much of the first names as tells them
/// apart: initials, or all where the initials are the same.
fn people(rows: &mut [Row]) {
    let mut firsts: Vec<First> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        if let Some(name) = row.people.first() {
            let (family, initials, given) = names::family_and_given(name);
            firsts.push(First {
                family,
                initials,
                given,
                at,
            });
        }
    }
    crate::order::sort_by(&mut firsts, |one, other| {
        (&one.family, &one.initials, &one.given).cmp(&(
            &other.family,
            &other.initials,
            &other.given,
        ))
    });
    for family in firsts.chunk_by(|one, other| one.family == other.family) {
        if !has_several(family) {
            continue;
        }
        for alike in family.chunk_by(|one, other| one.initials == other.initials) {
            let needed = if has_several(alike) {
                GivenNames::Full
            } else {
                GivenNames::Initials
            };
            for first in alike {
                if let Some(row) = rows.get_mut(first.at) {
                    row.options.given_names = needed;
                }
            }
        }
    }
}

/// Whether they are different people.
fn has_several(firsts: &[First]) -> bool {
    firsts
        .first()
        .is_some_and(|first| firsts.iter().any(|other| other.given != first.given))
}

/// Prints more names before et al. where other people hide behind it: `Sechzer, Rabinowitz, et al. 1987`.
fn coauthors(rows: &mut [Row]) {
    let mut keys = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        if row.people.len() < 3 {
            continue;
        }
        let options = as_cited(row, Form::InText);
        let cx = Cx::new(row.record, &options);
        let cited = lead::short(&cx).tree.plain();
        if cited.ends_with("et al.") {
            let family = |name| names::family_and_given(name).0;
            let families: Vec<String> = row.people.iter().map(family).collect();
            keys.push(((cited, dates::short(&cx).plain(), families), at));
        }
    }
    let keys = sorted(keys);
    let works: Vec<_> = keys.chunk_by(|one, other| one.0 == other.0).collect();
    for pair in works.windows(2) {
        let [works, others] = pair else { continue };
        let (Some(((cited, year, few), _)), Some(((other, other_year, more), _))) =
            (works.first(), others.first())
        else {
            continue;
        };
        if (cited, year) == (other, other_year) {
            let common = few.iter().zip(more).take_while(|(a, b)| a == b).count();
            for (_, at) in works.iter().chain(*others) {
                if let Some(row) = rows.get_mut(*at) {
                    row.options.least_names = row.options.least_names.max(common + 1);
                }
            }
        }
    }
}

/// Marks the short notes that say the same of different works, so that they give what tells them apart: the subtitle,
/// and where that does not, edition, publisher and date (17th ed., 14.32; 18th ed., 13.34 and 14.146).
fn short_notes(rows: &mut [Row], more: u8) {
    let keys = rows.iter().enumerate().map(|(at, row)| {
        let note = row.citation.as_ref();
        (note.map(Tree::plain).unwrap_or_default(), at)
    });
    let keys = sorted(keys.collect());
    each_group(&keys, |group| {
        for at in group {
            if let Some(row) = rows.get_mut(*at) {
                row.options.disambiguate = more;
                row.citation = Some(citation(row, Form::ShortNote));
            }
        }
    });
}

/// The short note or the citation in the text of an entry.
fn citation(row: &Row, form: Form) -> Tree {
    cluster::citation(&[(row.record, &as_cited(row, form))]).tree
}
