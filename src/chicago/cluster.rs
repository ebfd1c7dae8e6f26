//! One note or one parenthesis: a source or several, with the words around them.

use super::compose::Opening;
use super::context::Cx;
use super::joins::{self, capitalise, end, join, parenthesised, punctuate, words};
use super::options::{Form, Options, Position};
use super::{Citation, archival, compose, markup, missing, short};
use crate::name::Name;
use crate::record::Record;
use crate::tree::Tree;
use crate::warning::Warning;

const NO_PREFERRED: &str = "no-preferred-citation";

/// Cites sources together.
pub(super) fn citation(items: &[(&Record, &Options)]) -> Citation {
    let Some((_, first)) = items.first() else {
        return Citation::default();
    };
    let mut warnings = Vec::new();
    let mut tree = Tree::new();
    let mut last = Last::default();
    for (at, (record, options)) in items.iter().enumerate() {
        let before = warnings.len();
        let cx = Cx::new(record, options);
        warnings.extend(missing::warnings(&cx));
        let source = match options.form {
            Form::InText => Tree::new(),
            _ => source(&cx, &mut warnings),
        };
        if items.len() > 1 {
            Warning::name_item(&mut warnings, before, at);
        }
        if options.form == Form::InText && items.len() == 1 {
            tree = surrounded(&cx, short::in_text(&cx), true);
            continue;
        }
        if options.form == Form::InText {
            in_text(&mut tree, &cx, &mut last);
            continue;
        }
        if cx.is_entry() && !tree.is_empty() {
            tree = words([end(tree), source]);
        } else {
            let source = surrounded(&cx, source, tree.is_empty());
            tree = join([tree, source], "; ");
        }
    }
    let tree = match first.form {
        Form::InText if tree.is_empty() => tree,
        Form::InText => {
            let mut out = Tree::text("(");
            joins::append(&mut out, tree);
            out.push_str(")");
            out
        }
        Form::Preferred if !warnings.iter().any(|warning| warning.code == NO_PREFERRED) => tree,
        _ => end(tree),
    };
    Citation { tree, warnings }
}

/// An entry of which the opening may be there already.
pub(super) fn entry(cx: &Cx, opening: Option<&mut Opening>) -> Citation {
    Citation {
        tree: end(compose::entry_of(cx, opening)),
        warnings: missing::warnings(cx),
    }
}

/// One source in its form, without its final stop.
fn source(cx: &Cx, warnings: &mut Vec<Warning>) -> Tree {
    match cx.form {
        Form::Note if cx.options.position != Position::First => {
            short::note(&cx.as_form(Form::ShortNote))
        }
        Form::Note => announced(cx, compose::note(cx)),
        Form::ShortNote => short::note(cx),
        Form::Bibliography | Form::ReferenceList => compose::entry(cx),
        Form::InText => short::in_text(cx),
        Form::Preferred => archival::preferred(cx).unwrap_or_else(|| {
            warnings.push(Warning::new(
                NO_PREFERRED,
                "the archive gives no citation of its own; a Chicago note is printed",
            ));
            compose::note(&cx.as_note())
        }),
    }
}

/// The short form that later notes will use: `(hereafter cited as FRUS)` (17th ed., 14.59; 18th ed., 13.63).
fn announced(cx: &Cx, note: Tree) -> Tree {
    if cx.options.hereafter.trim().is_empty() {
        return note;
    }
    hereafter(cx, note)
}

#[inline(never)]
fn hereafter(cx: &Cx, note: Tree) -> Tree {
    let name = markup::parse(cx.options.hereafter.trim());
    let words_and_name = words([Tree::text("hereafter cited as"), name]);
    words([note, parenthesised(words_and_name)])
}

/// With the caller's words before and after it. A note that begins with `see also` begins with a capital (17th ed.,
/// 14.37; 18th ed., 13.41).
fn surrounded(cx: &Cx, source: Tree, first: bool) -> Tree {
    if cx.options.prefix.is_empty() && cx.options.suffix.is_empty() {
        return source;
    }
    with_words_around(cx, source, first)
}

#[inline(never)]
fn with_words_around(cx: &Cx, source: Tree, first: bool) -> Tree {
    let mut before = markup::parse(cx.options.prefix.trim());
    if first && cx.options.form.is_note() {
        before = capitalise(before);
    }
    let mut out = words([before, source]);
    let after = markup::parse(cx.options.suffix.trim());
    match after.first_char() {
        None => {}
        Some(mark @ (',' | ';' | ':' | '.' | '?' | '!')) => {
            let rest = without_first(after);
            punctuate(&mut out, mark.encode_utf8(&mut [0; 4]));
            out = words([out, rest]);
        }
        Some('(' | '[' | '—') => out = words([out, after]),
        Some(_) => out = join([out, after], ", "),
    }
    out
}

/// A run without its first character and the spaces after it.
fn without_first(mut tree: Tree) -> Tree {
    if let Some(crate::tree::Node::Text(text)) = tree.nodes_mut().first_mut() {
        let mut rest = text.chars();
        rest.next();
        *text = rest.as_str().trim_start().to_owned();
    }
    tree
}

/// What stands last in a parenthesis.
#[derive(Default)]
struct Last<'a> {
    people: &'a [Name],
    author: Tree,
    /// Whether a place cited or other words end it, so that a bare year after a comma would be misread.
    is_long: bool,
}

/// Adds a source to a parenthesis. Works of one author follow each other by year, `(Whittaker 1967, 1975; Wiens 1989)`,
/// between semicolons where a page is cited (17th ed., 15.30; 18th ed., 13.124).
///
/// Others of the same family names, or hidden behind the same et al., are not the same.
#[inline(never)]
fn in_text<'a>(tree: &mut Tree, cx: &Cx<'a>, last: &mut Last<'a>) {
    let (people, author) = short::author_in_text(cx);
    let again = !people.is_empty()
        && people == last.people
        && author == last.author
        && cx.options.prefix.trim().is_empty()
        && !cx.options.suppress_author;
    let source = if again {
        without_author(cx)
    } else {
        short::in_text(cx)
    };
    let source = surrounded(cx, source, tree.is_empty());
    let is_long = cx.options.locator.is_some() || !cx.options.suffix.trim().is_empty();
    let plain = again && !is_long && !last.is_long;
    let whole = std::mem::take(tree);
    *tree = join([whole, source], if plain { ", " } else { "; " });
    *last = Last {
        people,
        author,
        is_long,
    };
}

fn without_author(cx: &Cx) -> Tree {
    let options = Options {
        suppress_author: true,
        ..cx.options.clone()
    };
    short::in_text(&Cx::new(cx.record, &options))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chicago::Locator;
    use crate::date::Date;
    use crate::name::Name;
    use crate::record::{DateVariable, Kind, Role, Variable};

    fn act(year: &str) -> Record {
        let mut record = Record::new(Kind::Legislation);
        record.set(Variable::ContainerTitle, "U.S.C.");
        record.set(Variable::Volume, "6");
        record.set_date(DateVariable::Issued, Date::parse(year).unwrap());
        record
    }

    fn print(options: Options) -> String {
        citation(&[(&act("2002"), &options)]).tree.plain()
    }

    #[test]
    fn words_around_a_note() {
        let around = |prefix: &str, suffix: &str| {
            print(Options {
                prefix: prefix.to_owned(),
                suffix: suffix.to_owned(),
                ..Options::default()
            })
        };
        assert_eq!(around("see also", ""), "See also 6 U.S.C. (2002).");
        assert_eq!(
            around("", ", and elsewhere"),
            "6 U.S.C. (2002), and elsewhere."
        );
        assert_eq!(
            around("", "and elsewhere."),
            "6 U.S.C. (2002), and elsewhere."
        );
        assert_eq!(around("", "(my italics)"), "6 U.S.C. (2002) (my italics).");
    }

    #[test]
    fn a_short_form_is_announced_before_the_stop() {
        let options = Options {
            hereafter: "Code".to_owned(),
            ..Options::default()
        };
        assert_eq!(print(options), "6 U.S.C. (2002) (hereafter cited as Code).");
    }

    fn book(author: &str, title: &str, year: &str) -> Record {
        let mut record = Record::new(Kind::Book);
        record.set(Variable::Title, title);
        record.set(Variable::Publisher, "Penguin");
        record.set_names(Role::Author, vec![Name::person("A.", author)]);
        record.set_date(DateVariable::Issued, Date::parse(year).unwrap());
        record
    }

    fn as_form(form: Form) -> Options {
        Options {
            form,
            ..Options::default()
        }
    }

    fn page(mut options: Options, page: &str) -> Options {
        options.locator = Some(Locator {
            label: "page".to_owned(),
            value: page.to_owned(),
        });
        options
    }

    fn several(items: &[(&Record, Options)]) -> String {
        let items: Vec<_> = items
            .iter()
            .map(|(record, options)| (*record, options))
            .collect();
        citation(&items).tree.plain()
    }

    #[test]
    fn works_of_one_author_follow_by_year() {
        let text = || as_form(Form::InText);
        let (first, second) = (
            book("Whittaker", "One", "1967"),
            book("Whittaker", "Two", "1975"),
        );
        let other = book("Wiens", "Three", "1989");
        assert_eq!(
            several(&[(&first, text()), (&second, text()), (&other, text())]),
            "(Whittaker 1967, 1975; Wiens 1989)"
        );
        assert_eq!(
            several(&[(&first, page(text(), "3")), (&second, text())]),
            "(Whittaker 1967, 3; 1975)"
        );
    }

    #[test]
    fn others_of_one_name_are_not_the_same() {
        let texts = |families: [&[Name]; 2]| {
            let [one, two] = families.map(|people| {
                let mut record = book("", "One", "1946");
                record.set_names(Role::Author, people.to_vec());
                record
            });
            several(&[(&one, as_form(Form::InText)), (&two, as_form(Form::InText))])
        };
        let [roe, doe, foe, moe] =
            ["Roe", "Doe", "Foe", "Moe"].map(|family| Name::person("A.", family));
        let few = [roe.clone(), doe, moe.clone()];
        assert_eq!(
            texts([&few, &[roe, foe, moe]]),
            "(Roe et al. 1946; Roe et al. 1946)"
        );
        assert_eq!(texts([&few, &few]), "(Roe et al. 1946, 1946)");
    }

    #[test]
    fn archival_items_of_one_author_follow_by_year() {
        let item = |year: &str| {
            let mut record = book("Whittaker", "One", year);
            record.archival_mut().holding.repository = "Archive".to_owned();
            record
        };
        let text = || as_form(Form::InText);
        let (one, two) = (item("1946"), item("1947"));
        assert_eq!(
            several(&[(&one, text()), (&two, text())]),
            "(Whittaker 1946, 1947)"
        );
    }

    #[test]
    fn several_sources_in_one_note() {
        let (first, second) = (
            book("Whittaker", "One", "1967"),
            book("Wiens", "Three", "1989"),
        );
        let later = Options {
            prefix: "see also".to_owned(),
            position: Position::Subsequent,
            ..Options::default()
        };
        assert_eq!(
            several(&[
                (&first, page(Options::default(), "3")),
                (&second, page(later, "5"))
            ]),
            "A. Whittaker, One (Penguin, 1967), 3; see also Wiens, Three, 5."
        );
    }

    #[test]
    fn what_was_cited_just_before_needs_no_title() {
        let ibid = Options {
            position: Position::Ibid,
            ..as_form(Form::ShortNote)
        };
        let one = book("Whittaker", "One", "1967");
        assert_eq!(several(&[(&one, page(ibid, "18"))]), "Whittaker, 18.");
    }

    #[test]
    fn an_author_named_in_the_sentence_is_left_out() {
        let one = book("Whittaker", "One", "1967");
        let left_out = |form| Options {
            suppress_author: true,
            ..as_form(form)
        };
        assert_eq!(
            several(&[(&one, page(left_out(Form::InText), "18"))]),
            "(1967, 18)"
        );
        assert_eq!(
            several(&[(&one, left_out(Form::Note))]),
            "One (Penguin, 1967)."
        );
        assert_eq!(several(&[(&one, left_out(Form::ShortNote))]), "One.");
    }

    #[test]
    fn warnings_name_their_item_where_there_are_several() {
        let (named, unnamed) = (book("A", "One", "1967"), book("B", "", "1967"));
        let options = Options::default();
        let of = |items: &[(&Record, &Options)]| {
            let warnings = citation(items).warnings;
            warnings
                .iter()
                .map(|w| (w.code, w.item))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            of(&[(&named, &options), (&unnamed, &options)]),
            [("no-title", Some(1))]
        );
        assert_eq!(of(&[(&unnamed, &options)]), [("no-title", None)]);
    }

    #[test]
    fn nothing_is_cited_of_nothing() {
        assert_eq!(citation(&[]), Citation::default());
    }
}
