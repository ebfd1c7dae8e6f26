//! Names of people and bodies, one by one and in lists.
//!
//! ```text
//! running   = given particle family suffix            Felix von Weingartner
//! inverted  = family ", " given particle ", " suffix  Weingartner, Felix von
//! short     = particle family                         de Gaulle
//! ```

mod parts;

use parts::{Parts, initials};

use super::context::Cx;
use super::markup;
use crate::name::Name;
use crate::tree::Tree;

/// How the names of a list are given.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// All in running order.
    Running,
    /// The first inverted, to be sorted by.
    FirstInverted,
    /// Family names, with as much of the first author's first names as tells authors apart.
    Short,
    /// Family names alone: those of recipients, who are not listed.
    Family,
}

/// A list of names: `Amy J. Binder and Jeffrey L. Kidder`; too many are cut to the first with `et al.` (17th ed., 14.76;
/// 18th ed., 13.23 and 13.78).
pub(crate) fn list(cx: &Cx, names: &[Name], order: Order) -> Tree {
    // The same names as in the entry before (17th ed., 14.67).
    if order == Order::FirstInverted && cx.options.same_author {
        return Tree::text("———");
    }
    let (most, fewest) = thresholds(cx);
    let shown = if names.len() >= most {
        let least = if order == Order::Short {
            cx.options.least_names
        } else {
            0
        };
        fewest.max(least).min(names.len())
    } else {
        names.len()
    };
    let mut out = String::new();
    for (at, name) in names.iter().take(shown).enumerate() {
        let last = at + 1 == names.len();
        if at > 0 {
            // Two names in running order need no comma; an inverted one is always closed by one (17th ed., 14.76).
            let comma = shown > 2 || order == Order::FirstInverted || !last;
            out.push_str(if comma { "," } else { "" });
            out.push_str(if last { " and " } else { " " });
        }
        one(&mut out, cx, name, order, at);
    }
    if shown < names.len() {
        out.push_str(if shown > 1 { ", et al." } else { " et al." });
    }
    markup::parse(&out)
}

/// From how many names on a list is cut, and to how many.
fn thresholds(cx: &Cx) -> (usize, usize) {
    match (cx.options.form.is_entry(), cx.is_17()) {
        (true, true) => (11, 7),
        (true, false) => (7, 3),
        (false, true) => (4, 1),
        (false, false) => (3, 1),
    }
}

fn one(out: &mut String, cx: &Cx, name: &Name, order: Order, at: usize) {
    let parts = Parts::of(name);
    match order {
        Order::Short if at > 0 => parts.short(out),
        Order::Short => parts.short_with_given(out, cx.options.given_names),
        Order::Family => parts.short(out),
        Order::FirstInverted if at == 0 => parts.inverted(out, cx.is_17()),
        _ => parts.running(out),
    }
}

/// A name as it is sorted: `Weingartner, Felix von`.
pub(crate) fn inverted(name: &Name) -> String {
    let mut out = String::new();
    Parts::of(name).inverted(&mut out, false);
    out
}

/// A name as a short form gives it, the initials and the whole of the first names.
pub(crate) fn family_and_given(name: &Name) -> (String, String, String) {
    let parts = Parts::of(name);
    let mut family = String::new();
    parts.short(&mut family);
    (family, initials(&parts.given), parts.given)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chicago::{Edition, Form, GivenNames, Options};
    use crate::record::{Kind, Record};

    fn print(names: &[Name], order: Order, form: Form, edition: Edition) -> String {
        let record = Record::new(Kind::Book);
        let options = Options {
            form,
            edition,
            ..Options::default()
        };
        list(&Cx::new(&record, &options), names, order).plain()
    }

    fn one(name: Name) -> (String, String, String) {
        let print = |order| {
            print(
                std::slice::from_ref(&name),
                order,
                Form::Note,
                Edition::default(),
            )
        };
        (
            print(Order::Running),
            print(Order::FirstInverted),
            print(Order::Short),
        )
    }

    fn is(name: Name, running: &str, inverted: &str, short: &str) {
        assert_eq!(
            one(name),
            (running.to_owned(), inverted.to_owned(), short.to_owned())
        );
    }

    #[test]
    fn particles_and_suffixes() {
        is(
            Name::person("Felix von", "Weingartner"),
            "Felix von Weingartner",
            "Weingartner, Felix von",
            "Weingartner",
        );
        is(
            Name::person("Miguel", "de Cervantes Saavedra"),
            "Miguel de Cervantes Saavedra",
            "Cervantes Saavedra, Miguel de",
            "de Cervantes Saavedra",
        );
        is(
            Name::person("Martin Luther, Jr.", "King"),
            "Martin Luther King Jr.",
            "King, Martin Luther, Jr.",
            "King",
        );
        let mut gaulle = Name::person("Charles", "Gaulle");
        gaulle.non_dropping_particle = "de".to_owned();
        is(
            gaulle,
            "Charles de Gaulle",
            "de Gaulle, Charles",
            "de Gaulle",
        );
    }

    #[test]
    fn names_that_are_not_turned_around() {
        let mut hao = Name::person("Chunwen", "Hao");
        hao.family_first = true;
        is(hao, "Hao Chunwen", "Hao Chunwen", "Hao");
        is(Name::person("春文", "郝"), "郝春文", "郝春文", "郝");
        is(
            Name::person("Chunwen 郝春文", "Hao"),
            "Hao Chunwen 郝春文",
            "Hao Chunwen 郝春文",
            "Hao",
        );
        is(
            Name::literal("de Young Museum"),
            "de Young Museum",
            "de Young Museum",
            "de Young Museum",
        );
    }

    #[test]
    fn lists() {
        let names: Vec<Name> = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K"]
            .map(|family| Name::person("X.Y.", family))
            .into();
        let notes = |n: usize, edition| print(&names[..n], Order::Running, Form::Note, edition);
        assert_eq!(notes(2, Edition::Eighteenth), "X. Y. A and X. Y. B");
        assert_eq!(notes(3, Edition::Eighteenth), "X. Y. A et al.");
        assert_eq!(
            notes(3, Edition::Seventeenth),
            "X. Y. A, X. Y. B, and X. Y. C"
        );
        let lists = |n: usize, edition| {
            print(
                &names[..n],
                Order::FirstInverted,
                Form::Bibliography,
                edition,
            )
        };
        assert_eq!(lists(2, Edition::Eighteenth), "A, X. Y., and X. Y. B");
        assert_eq!(
            lists(7, Edition::Eighteenth),
            "A, X. Y., X. Y. B, X. Y. C, et al."
        );
        assert!(lists(10, Edition::Seventeenth).ends_with("and X. Y. J"));
        assert!(lists(11, Edition::Seventeenth).ends_with("X. Y. G, et al."));
    }

    #[test]
    fn people_told_apart() {
        let record = Record::new(Kind::Book);
        let options = Options {
            given_names: GivenNames::Initials,
            ..Options::default()
        };
        let names = [Name::person("Jean-Paul", "Sartre")];
        assert_eq!(
            list(&Cx::new(&record, &options), &names, Order::Short).plain(),
            "J.-P. Sartre"
        );
    }
}
