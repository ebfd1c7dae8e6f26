//! The order of the parts in each form.

use super::context::Cx;
use super::joins;
use super::joins::{commas, parenthesised, stops, words};
use super::lead::Lead;
use super::options::Form;
use super::{
    archival, archive, contributors, dates, descriptions, events, generic, identifiers, lead,
    legal, links, locators, medium, monograph, publication, serial, series, titles, volumes,
};
use crate::record::{Kind, Role, Variable};
use crate::tree::Tree;

/// A full note: author, title and description, source, place cited, archive, link, between commas (14.23, 18th 13.22).
pub(crate) fn note(cx: &Cx) -> Tree {
    if let Some(archival) = archival::of(cx) {
        return archival::full(cx, archival);
    }
    if cx.is_legal() {
        return commas([legal::reference(cx), links::link(cx)]);
    }
    let lead = lead::full(cx);
    let rest = &cx.without(lead.used);
    let item = item_in_source(rest, None);
    if lead.tree.is_empty() {
        return joins::capitalise_plain(from_publication(rest, item));
    }
    if cx.options.suppress_author && lead.used.has_names() {
        return from_publication(rest, item);
    }
    let letter = cx.kind() == Kind::PersonalCommunication
        && descriptions::is_from_to(cx)
        && cx.has_name(Role::Author)
        && cx.has_name(Role::Recipient)
        && (!cx.has(Variable::Title) || generic::is_letter(cx));
    let named = if letter {
        words([lead.tree, item])
    } else {
        commas([lead.tree, item])
    };
    from_publication(rest, named)
}

/// What was named, and the rest of a note: publication, place cited, archive, link.
fn from_publication(cx: &Cx, named: Tree) -> Tree {
    let locator = if cx.is_serial() {
        Tree::new()
    } else {
        locators::monographic(cx)
    };
    let published = publication::after(cx, named);
    // The number of a classic of which no edition is named has no comma before it: `Homer, Odyssey 9.1` (17th ed.,
    // 14.242; 18th ed., 14.143).
    let bare = cx.kind() == Kind::Classic
        && locators::is_canonical(cx)
        && !cx.has(Variable::Publisher)
        && !cx.has_any_name(&[Role::Editor, Role::Translator]);
    let cited = if bare {
        words([published, locator])
    } else {
        commas([published, locator])
    };
    commas([
        cited,
        medium::medium(cx),
        archive::archive(cx),
        links::link(cx),
    ])
}

/// The item and the larger work it stands in; its title and description may have been made.
fn item_in_source(cx: &Cx, title: Option<&mut Tree>) -> Tree {
    if is_numbered_episode(cx) {
        return episode(cx);
    }
    let title = || title.map_or_else(|| title_and_description(cx), std::mem::take);
    let part = cx.has_all(&[Variable::ContainerTitle, Variable::Genre]);
    let to_a_book = part && cx.kind() == Kind::Chapter;
    let to_an_issue = part && cx.kind() == Kind::ArticleJournal && cx.has(Variable::VolumeTitle);
    if to_a_book || to_an_issue {
        return words([title(), source(cx)]);
    }
    cx.join([title(), source(cx)])
}

/// An episode is listed under its programme (14.265, 18th 14.165).
pub(crate) fn is_numbered_episode(cx: &Cx) -> bool {
    cx.kind() == Kind::Broadcast
        && cx.has_all(&[Variable::ContainerTitle, Variable::Number, Variable::Title])
}

fn episode(cx: &Cx) -> Tree {
    let item = commas([
        identifiers::number(cx),
        titles::title(cx),
        descriptions::description(cx),
        contributors::of_container(cx),
    ]);
    if cx.is_entry() {
        let event = if events::stands_apart(cx) {
            events::event(cx)
        } else {
            Tree::new()
        };
        return stops([
            titles::container(cx),
            item,
            contributors::after_container_author(cx),
            series::series(cx),
            event,
        ]);
    }
    commas([
        titles::container(cx),
        item,
        series::series(cx),
        events::event(cx),
    ])
}

/// The title, what the item is, and what identifies it.
pub(crate) fn title_and_description(cx: &Cx) -> Tree {
    if cx.is_described() {
        return Tree::new();
    }
    if cx.has(Variable::Title) {
        return cx.join([
            title(cx),
            descriptions::description(cx),
            identifiers::identifier(cx),
        ]);
    }
    if cx.is(&[Kind::Bill, Kind::Report]) {
        return cx.join([
            identifiers::number(cx),
            identifiers::identifier(cx),
            descriptions::description(cx),
        ]);
    }
    cx.join([descriptions::description(cx), identifiers::identifier(cx)])
}

/// The title; in a reference list that of the volume or the part, where it has one (18th ed., 14.21).
pub(crate) fn title(cx: &Cx) -> Tree {
    let own = volumes::own_title(cx);
    if own.is_empty() {
        titles::title(cx)
    } else {
        own
    }
}

/// The periodical or the book.
pub(crate) fn source(cx: &Cx) -> Tree {
    if cx.is(&[Kind::Patent, Kind::Post, Kind::Webpage]) {
        return Tree::new();
    }
    if cx.is_serial() {
        serial::source(cx)
    } else {
        monograph::source(cx)
    }
}

/// An entry of the bibliography or the reference list, between full stops (14.23 and 15.6; 18th 13.22 and 13.103).
pub(crate) fn entry(cx: &Cx) -> Tree {
    entry_of(cx, None)
}

/// An entry of which the opening may be there.
pub(crate) fn entry_of(cx: &Cx, opening: Option<&mut Opening>) -> Tree {
    if let Some(archival) = archival::of(cx) {
        return archival::full(cx, archival);
    }
    if cx.is_legal() {
        return stops([
            legal::reference(cx),
            links::link(cx),
            cx.text(Variable::References),
        ]);
    }
    let (lead, title) = match opening {
        Some(opening) => (opening.lead.take(), Some(&mut opening.title)),
        None => (lead::full(cx), None),
    };
    between_stops(cx, lead, title)
}

/// What an entry begins with: who or what stands first, and the title and description after that.
pub(crate) struct Opening {
    pub lead: Lead,
    pub title: Tree,
}

/// What an entry between full stops begins with, unless it is archival or legal.
pub(crate) fn opening(cx: &Cx) -> Opening {
    let lead = lead::full(cx);
    let title = title_and_description(&cx.without(lead.used));
    Opening { lead, title }
}

fn between_stops(cx: &Cx, lead: Lead, title: Option<&mut Tree>) -> Tree {
    let (key, date) = if cx.form == Form::ReferenceList {
        (abbreviated_site(cx), dates::short(cx))
    } else {
        (Tree::new(), Tree::new())
    };
    let cx = &cx.without(lead.used);
    stops([
        words([lead.tree, key]),
        date,
        title_and_source_entry(cx, title),
        cx.text(Variable::References),
    ])
}

/// The whole name of a site that stands under its short name in a reference list: `BBC (British Broadcasting
/// Corporation)` (17th ed., 15.37; 18th ed., 13.127).
fn abbreviated_site(cx: &Cx) -> Tree {
    if publication::leads_with_short_site(cx) {
        parenthesised(cx.headline(Variable::ContainerTitle))
    } else {
        Tree::new()
    }
}

fn title_and_source_entry(cx: &Cx, title: Option<&mut Tree>) -> Tree {
    let event = if events::stands_apart(cx) || cx.is_serial() {
        Tree::new()
    } else {
        events::event(cx)
    };
    stops([
        item_in_source(cx, title),
        commas([event, publication::entry(cx)]),
        medium::medium(cx),
        archive::archive(cx),
        links::link(cx),
    ])
}
