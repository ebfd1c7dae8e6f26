//! Telling works apart: `2019a` and `2019b` for one author's works of one year; initials or whole first names for
//! authors of one family name (17th ed., 15.20–15.22; 18th ed., 13.109 and 13.121–13.123).

use super::{ListOptions, Row, System};
use crate::chicago::cluster;
use crate::chicago::context::Cx;
use crate::chicago::lead;
use crate::chicago::options::{Form, GivenNames, Options};
use crate::chicago::{dates, short};
use crate::record::Role;
use crate::tree::Tree;

/// Gives letters to the works of one author and one year; the rows are sorted by title already.
pub(super) fn years(rows: &mut [Row], options: &ListOptions) {
    if options.system != System::AuthorDate {
        return;
    }
    let keys: Vec<String> = rows.iter().map(|row| author_and_year(row)).collect();
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_by(|one, other| keys.get(*one).cmp(&keys.get(*other)).then(one.cmp(other)));
    for group in order.chunk_by(|one, other| keys.get(*one) == keys.get(*other)) {
        if group.len() < 2 {
            continue;
        }
        for (number, at) in group.iter().enumerate() {
            if let Some(row) = rows.get_mut(*at) {
                row.options.year_suffix = letter(number);
            }
        }
    }
}

/// The author and the year as the text cites them, with first names, so that different people stay different.
fn author_and_year(row: &Row) -> String {
    let options = Options {
        form: Form::InText,
        given_names: GivenNames::Full,
        ..row.options.clone()
    };
    let cx = Cx::new(row.record, &options);
    let mut key = short::author_in_text(&cx).plain();
    if key.is_empty() {
        key = lead::short(&cx).tree.plain();
    }
    key.push('\n');
    key.push_str(&dates::short(&cx).plain());
    key
}

/// `a` to `z`, then `aa`.
fn letter(number: usize) -> String {
    let last = char::from(b'a' + u8::try_from(number % 26).unwrap_or(0));
    match number / 26 {
        0 => last.to_string(),
        more => letter(more - 1) + &last.to_string(),
    }
}

/// Marks the authors whose family name another author has too, by as much of the first names as tells them apart.
pub(super) fn people(rows: &mut [Row], options: &ListOptions) {
    if !options.citations {
        return;
    }
    let first_authors: Vec<[String; 3]> = rows.iter().map(|row| first_author(row)).collect();
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let family = |at: &usize| first_authors.get(*at).map_or("", |[family, _, _]| family);
    order.sort_by(|one, other| family(one).cmp(family(other)));
    for group in order.chunk_by(|one, other| family(one) == family(other)) {
        if group.len() < 2 || group.first().is_none_or(|at| family(at).is_empty()) {
            continue;
        }
        let full = |at: &usize| first_authors.get(*at).map_or("", |[_, _, full]| full);
        let initials = |at: &usize| {
            first_authors
                .get(*at)
                .map_or("", |[_, initials, _]| initials)
        };
        for at in group {
            let others = group.iter().filter(|other| full(other) != full(at));
            let mut needed = GivenNames::None;
            for other in others {
                if initials(other) == initials(at) {
                    needed = GivenNames::Full;
                } else if needed == GivenNames::None {
                    needed = GivenNames::Initials;
                }
            }
            if let Some(row) = rows.get_mut(*at) {
                row.options.given_names = needed;
            }
        }
    }
}

/// The family name of the first author, alone, with initials and with first names.
fn first_author(row: &Row) -> [String; 3] {
    let Some(name) = row.record.names(Role::Author).first() else {
        return Default::default();
    };
    let initials: String = name
        .given
        .split_whitespace()
        .filter_map(|word| word.chars().next())
        .collect();
    let family = if name.family.is_empty() {
        &name.literal
    } else {
        &name.family
    };
    [
        family.clone(),
        [family, " ", &initials].concat(),
        [family, " ", &name.given].concat(),
    ]
}

/// The short note or the citation in the text of an entry.
pub(super) fn citation(row: &Row, options: &ListOptions) -> Tree {
    let form = match options.system {
        System::NotesBibliography => Form::ShortNote,
        System::AuthorDate => Form::InText,
    };
    let options = Options {
        form,
        same_author: false,
        ..row.options.clone()
    };
    cluster::citation(&[(row.record, &options)]).tree
}
