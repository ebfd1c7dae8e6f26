//! Names of people and bodies, one by one and in lists.
//!
//! ```text
//! running   = given particle family suffix            Felix von Weingartner
//! inverted  = family ", " given particle ", " suffix  Weingartner, Felix von
//! short     = particle family                         de Gaulle
//! ```

mod parts;

use super::context::Cx;
use super::markup;
use crate::name::Name;
use crate::tree::Tree;
use parts::{Parts, initials};

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
    let (names, more) = known(names);
    let (most, fewest) = thresholds(cx);
    let shown = if names.len() + usize::from(more) >= most {
        let least = if order == Order::Short {
            cx.options.least_names
        } else {
            0
        };
        fewest.max(least).min(names.len())
    } else {
        names.len()
    };
    // Two names in running order need no comma; an inverted one is always closed by one (17th ed., 14.76).
    let inverted =
        order == Order::FirstInverted && names.iter().any(|name| name.literal.is_empty());
    let mut out = String::with_capacity(64);
    for (at, name) in names.iter().take(shown).enumerate() {
        let last = at + 1 == names.len() && !more;
        if at > 0 {
            let comma = shown > 2 || inverted || !last;
            out.push_str(if comma { "," } else { "" });
            out.push_str(if last { " and " } else { " " });
        }
        one(&mut out, cx, name, order, at);
    }
    if shown < names.len() || more {
        let comma = shown > 1 || inverted;
        out.push_str(if comma { ", et al." } else { " et al." });
    }
    markup::parse_owned(out)
}

/// The names without a closing `and others`, as BibTeX has it, and whether that was there.
fn known(names: &[Name]) -> (&[Name], bool) {
    match names.split_last() {
        Some((last, first)) if !first.is_empty() && is_others(last) => (first, true),
        _ => (names, false),
    }
}

fn is_others(name: &Name) -> bool {
    let word = [&name.literal, &name.family];
    name.given.is_empty()
        && word
            .iter()
            .any(|word| ["others", "et al.", "et al"].contains(&word.as_str()))
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

/// A name as a short form gives it, the initials of the first names, and the whole of them with what tells a son from
/// his father: `Jr.`.
pub(crate) fn family_and_given(name: &Name) -> (String, String, String) {
    let parts = Parts::of(name);
    let mut family = String::new();
    parts.short(&mut family);
    let given = parts.given_and_suffix();
    (family, initials(&parts.given), given)
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
        let bodies = ["UNESCO", "World Bank"].map(Name::literal);
        assert_eq!(
            print(
                &bodies,
                Order::FirstInverted,
                Form::Bibliography,
                Edition::Eighteenth
            ),
            "UNESCO and World Bank"
        );
        assert!(lists(10, Edition::Seventeenth).ends_with("and X. Y. J"));
        assert!(lists(11, Edition::Seventeenth).ends_with("X. Y. G, et al."));
    }

    #[test]
    fn and_others() {
        let mut names = vec![Name::person("A.", "B"), Name::literal("others")];
        let notes = |names: &[Name]| print(names, Order::Short, Form::Note, Edition::Seventeenth);
        let entries = |names: &[Name]| {
            print(
                names,
                Order::FirstInverted,
                Form::Bibliography,
                Edition::Eighteenth,
            )
        };
        assert_eq!(notes(&names), "B et al.");
        assert_eq!(entries(&names), "B, A., et al.");
        names.insert(1, Name::person("C.", "D"));
        assert_eq!(notes(&names), "B, D, et al.");
        assert_eq!(entries(&names), "B, A., C. D, et al.");
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

    #[test]
    fn and_others_counts_as_one_more() {
        let names = [
            Name::person("A.", "One"),
            Name::person("B.", "Two"),
            Name::person("", "others"),
        ];
        let note = |edition| print(&names, Order::Running, Form::Note, edition);
        assert_eq!(note(Edition::Eighteenth), "A. One et al.");
        assert_eq!(note(Edition::Seventeenth), "A. One, B. Two, et al.");
    }

    #[test]
    fn what_lists_ask_for_touches_short_names_alone() {
        let names = ["One", "Two", "Three"].map(|family| Name::person("Ann Belle", family));
        let record = Record::new(Kind::Book);
        let options = Options {
            same_author: true,
            least_names: 2,
            given_names: GivenNames::Initials,
            ..Options::default()
        };
        let cx = Cx::new(&record, &options);
        assert_eq!(
            list(&cx, &names, Order::Running).plain(),
            "Ann Belle One et al."
        );
        assert_eq!(
            list(&cx, &names, Order::Short).plain(),
            "A. B. One, Two, et al."
        );
        assert_eq!(list(&cx, &names, Order::FirstInverted).plain(), "———");
    }

    #[test]
    fn the_parts_that_tell_authors_apart() {
        let (family, initials, given) = family_and_given(&Name::person("Ann Belle", "One"));
        assert_eq!(
            (family.as_str(), initials.as_str(), given.as_str()),
            ("One", "A. B.", "Ann Belle")
        );
        assert_eq!(inverted(&Name::person("Ann", "One")), "One, Ann");
        let mut son = Name::person("Ann", "One");
        "Jr.".clone_into(&mut son.suffix);
        assert_eq!(family_and_given(&son).2, "Ann Jr.");
    }

    #[test]
    fn parts_that_are_missing_and_scripts_that_join() {
        let running = |name: Name| print(&[name], Order::Running, Form::Note, Edition::Eighteenth);
        assert_eq!(running(Name::person("", "Gaulle")), "Gaulle");
        assert_eq!(running(Name::person("Madonna", "")), "Madonna");
        assert_eq!(running(Name::person("春文", "郝")), "郝春文");
        assert_eq!(running(Name::person("Chunwen", "郝")), "郝 Chunwen");
        let mut doctor = Name::person("Jane", "Doe");
        "PhD".clone_into(&mut doctor.suffix);
        assert_eq!(running(doctor.clone()), "Jane Doe PhD");
        doctor.comma_suffix = true;
        assert_eq!(running(doctor), "Jane Doe, PhD");
    }

    #[test]
    fn commas_particles_and_initials_within_parts() {
        let turned = |given: &str, family: &str, is_17| {
            let mut out = String::new();
            Parts::of(&Name::person(given, family)).inverted(&mut out, is_17);
            out
        };
        assert_eq!(
            turned("Pete, (@petesouza)", "Souza", true),
            "Souza, Pete (@petesouza)"
        );
        assert_eq!(
            turned("Pete, (@petesouza)", "Souza", false),
            "Souza, Pete, (@petesouza)"
        );
        assert_eq!(turned("Martin, Jr.", "King", true), "King, Martin, Jr.");
        assert_eq!(turned("A.", "deVries", false), "deVries, A.");
        assert_eq!(turned("A.", "3 Smith", false), "3 Smith, A.");
        assert_eq!(
            turned("Miguel", "de Cervantes", false),
            "Cervantes, Miguel de"
        );
        let running = |given: &str| {
            print(
                &[Name::person(given, "One")],
                Order::Running,
                Form::Note,
                Edition::Eighteenth,
            )
        };
        assert_eq!(running("Ann,"), "Ann One");
        assert_eq!(running("Martin, ! Jr."), "Martin One, Jr.");
        assert_eq!(running("Martin, Jr."), "Martin One Jr.");
        assert_eq!(running("Martin, !"), "Martin One");
        assert_eq!(running("J R"), "J. R. One");
        assert_eq!(running("XY"), "XY One");
        assert_eq!(running(".B"), ". B One");
        assert_eq!(running("j"), "j One");
        let short = |name: Name, how| {
            let mut out = String::new();
            Parts::of(&name).short_with_given(&mut out, how);
            out
        };
        assert_eq!(
            short(Name::person("Ann Belle", "One"), GivenNames::Full),
            "Ann Belle One"
        );
        assert_eq!(
            short(Name::person("Ann von", "One"), GivenNames::Initials),
            "A. One"
        );
        assert_eq!(
            short(Name::person("bell", "hooks"), GivenNames::Initials),
            "b. hooks"
        );
        assert_eq!(
            short(Name::person("Madonna", ""), GivenNames::Initials),
            "Madonna"
        );
        let mut fixed = Name::person("Wei", "Tan");
        fixed.family_first = true;
        assert_eq!(short(fixed, GivenNames::Initials), "Tan");
        assert_eq!(short(Name::person("Ann", "One"), GivenNames::None), "One");
    }

    #[test]
    fn what_stands_around_and_within_a_part() {
        let running = |given: &str, family: &str| {
            print(
                &[Name::person(given, family)],
                Order::Running,
                Form::Note,
                Edition::Eighteenth,
            )
        };
        assert_eq!(running(" Ann ", "One;"), "Ann One");
        let turned = |given: &str| inverted(&Name::person(given, "One"));
        assert_eq!(turned("Ann von"), "One, Ann von");
        // A word that goes on in capitals is no particle, nor is a dash.
        for given in ["Ann iO", "Ann -"] {
            let mut out = String::new();
            let name = Name::person(given, "One");
            let parts = Parts::of(&name);
            parts.short_with_given(&mut out, GivenNames::Initials);
            assert_eq!(parts.given, given);
            assert!(out.ends_with(" One"), "{out}");
        }
    }
}
