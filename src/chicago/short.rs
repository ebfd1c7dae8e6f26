//! Shortened notes, and citations in the text.

use super::context::{Cx, Used};
use super::joins::{commas, words};
use super::lead::{self, Lead};
use super::options::Position;
use super::{
    archival, dates, descriptions, generic, identifiers, labels, legal, locators, medium,
    publication, titles,
};
use crate::name::Name;
use crate::record::{DateVariable, Kind, Role, Variable};
use crate::tree::Tree;

/// A shortened note: family names, short title, place cited (17th ed., 14.30; 18th ed., 13.32).
///
/// Where the source was cited in the note just before, the title is left out (17th ed., 14.34; 18th ed., 13.37).
pub(crate) fn note(cx: &Cx) -> Tree {
    if let Some(archival) = archival::of(cx) {
        return archival::short(cx, archival);
    }
    with_place(cx, item(cx), locators::subsequent(cx))
}

fn item(cx: &Cx) -> Tree {
    if cx.is_legal() {
        return legal::short(cx);
    }
    let lead = lead::short(cx);
    let named = lead.used.has_names();
    let cx = &cx.without(lead.used);
    if cx.options.position == Position::Ibid && named && cx.options.disambiguate == 0 {
        return lead.tree;
    }
    let author = if cx.options.suppress_author && named {
        Tree::new()
    } else {
        lead.tree
    };
    let named = commas([
        author,
        entry_title(cx),
        distinction(cx),
        publication::short_in_line(cx),
    ]);
    words([named, publication::short_in_parentheses(cx)])
}

/// The short title; before that of an entry in a printed reference work stands `under` (17th ed., 14.232; 18th ed.,
/// 14.130).
fn entry_title(cx: &Cx) -> Tree {
    let title = title(cx);
    let in_print = is_reference_entry(cx)
        && cx.has_all(&[Variable::ContainerTitle, Variable::Title])
        && !cx.has_any(&[Variable::Doi, Variable::Url])
        && !locators::is(cx, "sub-verbo");
    if in_print && !title.is_empty() {
        words([Tree::text(locators::under(cx).0), title])
    } else {
        title
    }
}

/// The short title, or what the item is when it has no title.
pub(crate) fn title(cx: &Cx) -> Tree {
    if cx.is_described() {
        return Tree::new();
    }
    if cx.has(Variable::Title) {
        // Whoever is interviewed: `Stamper, interview` (17th ed., 14.211; 18th ed., 14.108).
        let spoken = cx.kind() == Kind::Interview
            && cx.has_name(Role::Interviewer)
            && cx.has_name(Role::Author)
            && !cx.has(Variable::TitleShort);
        if spoken || generic::is_letter(cx) {
            return descriptions::short(cx);
        }
        // The title of a review is that of the work reviewed, unless that is given too; then the review is known by
        // its own title if it has a short one (17th ed., 14.201; 18th ed., 14.99).
        let own = cx.has(Variable::ReviewedGenre)
            || cx.has_all(&[Variable::ReviewedTitle, Variable::TitleShort]);
        if cx.is_review() && !own {
            return descriptions::short(cx);
        }
        return titles::short(cx);
    }
    if cx.is(&[Kind::Bill, Kind::Report]) {
        return legal::congressional(cx);
    }
    descriptions::short(cx)
}

/// What tells two works of one author and one title apart: version, edition (18th ed., 14.146).
fn distinction(cx: &Cx) -> Tree {
    if cx.options.disambiguate < 2 {
        return Tree::new();
    }
    commas([labels::version(cx), identifiers::edition_label(cx)])
}

/// The place cited after a comma; after a space where a classic's own numbers or words give it: `Homer, Odyssey 9.1`
/// (17th ed., 14.244; 18th ed., 14.145).
fn with_place(cx: &Cx, item: Tree, place: Tree) -> Tree {
    let numbered = cx.has_any(&[Variable::PartNumber, Variable::Volume]);
    if cx.kind() == Kind::Classic && locators::is_canonical(cx) && !numbered {
        words([item, place])
    } else {
        commas([item, place])
    }
}

fn is_reference_entry(cx: &Cx) -> bool {
    cx.is(&[Kind::Entry, Kind::EntryDictionary, Kind::EntryEncyclopedia])
}

/// A citation in the text: family names and year, place cited (17th ed., 15.5; 18th ed., 13.102). Without parentheses.
pub(crate) fn in_text(cx: &Cx) -> Tree {
    if let Some(archival) = archival::of(cx) {
        return archival::in_text(cx, archival);
    }
    with_place(cx, item_in_text(cx), locators::in_text(cx))
}

fn lead_in_text(cx: &Cx) -> Lead {
    if cx.is_legal() {
        return Lead {
            tree: legal::short(cx),
            used: Used::default(),
        };
    }
    lead::short(cx)
}

/// The people or bodies that a citation in the text begins with, and how; nobody when a title stands there or no year
/// follows.
pub(crate) fn author_in_text<'a>(cx: &Cx<'a>) -> (&'a [Name], Tree) {
    if archival::of(cx).is_some() {
        return (archival::people(cx), archival::author_in_text(cx));
    }
    if cx.kind() == Kind::Classic || cx.is_legal() {
        return (&[], Tree::new());
    }
    let lead = lead::short(cx);
    (lead::people_of(cx, &lead), lead.tree)
}

fn item_in_text(cx: &Cx) -> Tree {
    let Lead { tree, used } = lead_in_text(cx);
    let author = if cx.options.suppress_author && used.has_names() {
        Tree::new()
    } else {
        tree
    };
    let rest = &cx.without(used);
    if cx.kind() == Kind::Classic {
        // Classics are cited by their titles, not by years (17th ed., 14.242; 18th ed., 14.143).
        let title = if cx.has_name(Role::Author) {
            title(rest)
        } else {
            Tree::new()
        };
        return commas([author, title]);
    }
    if cx.kind() == Kind::Collection && cx.has_name(Role::Author) && is_of_one_word(cx) {
        // A collection has no year: `Kallen Papers` (17th ed., 15.54; 18th ed., 14.128).
        return words([author, rest.headline(Variable::Title)]);
    }
    let conversation = cx.is(&[Kind::Interview, Kind::PersonalCommunication]);
    if conversation && !cx.has_any(&dates::FINDABLE) {
        return commas([author, title(rest), conversation_details(cx)]);
    }
    // `Smith 2015`, but `Smith, n.d.` and `Smith, forthcoming` (17th ed., 15.44 and 15.45; 18th ed., 13.104).
    let dated = cx.has_date(DateVariable::EventDate) || cx.has_date(DateVariable::Issued);
    if dated && !dates::is_status(cx) {
        words([author, dates::short(cx)])
    } else {
        commas([author, dates::short(cx)])
    }
}

/// Whether the title only says that it is a collection, whoever collected it: `Papers`.
#[inline(never)]
fn is_of_one_word(cx: &Cx) -> bool {
    !cx.raw(Variable::Title).trim().contains(' ')
}

/// What cannot be looked up is described in the text alone, in full where it is first cited (17th ed., 15.53; 18th ed.,
/// 13.119 and 14.111).
fn conversation_details(cx: &Cx) -> Tree {
    if cx.options.position != Position::First {
        return Tree::new();
    }
    let date = if cx.kind() == Kind::Interview {
        dates::short(cx)
    } else {
        Tree::new()
    };
    commas([date, medium::medium(cx)])
}

#[cfg(test)]
mod tests {
    use crate::chicago::printed::print;
    use crate::chicago::{Edition, Form};

    #[test]
    fn collections_in_the_text() {
        let of = |title: &str| {
            let item = r#"{"type":"collection","author":[{"family":"Kallen","given":"Horace"}],"archive":"YIVO","title":""#;
            let item = [item, title, "\"}"].concat();
            print(&item, Form::InText, Edition::Eighteenth)
        };
        assert_eq!(of("Papers"), "(Kallen Papers)");
        assert_eq!(of("Letters from the harbour"), "(Kallen)");
    }

    #[test]
    fn a_letter_by_nobody_has_its_date_once() {
        let telegram = r#"{"type":"personal_communication","genre":"telegram","recipient":[{"family":"Merriam"}],
            "issued":{"raw":"1923-01-26"},"archive":"City Archive"}"#;
        assert_eq!(
            print(telegram, Form::InText, Edition::Eighteenth),
            "(Telegram to Merriam 1923)"
        );
    }
}
