//! Books, albums, sites and other whole works that contain the item.

use super::context::Cx;
use super::joins::{commas, words};
use super::{
    contributors, descriptions, events, identifiers, labels, locators, series, titles, volumes,
};
use crate::record::{Kind, Role, Variable};
use crate::tree::Tree;

/// The larger work, its contributors, its series and its event (17th ed., 14.106–14.126; 18th ed., 14.8–14.29).
pub(crate) fn source(cx: &Cx) -> Tree {
    if cx.is_published() {
        return Tree::new();
    }
    let event = if cx.is_entry() && !events::stands_apart(cx) {
        Tree::new()
    } else {
        events::event(cx)
    };
    let after = if cx.is_entry() {
        contributors::after_container_author(cx)
    } else {
        Tree::new()
    };
    cx.join([in_work(cx), after, series::series(cx), event])
}

/// `in The Craft of Research, 3rd ed., ed. Wayne C. Booth`; in an entry with the chapter's place in it. What stands first
/// where the title is the author's has a capital: `Rev. ed.` (17th ed., 14.118; 18th ed., 14.16).
fn in_work(cx: &Cx) -> Tree {
    if !cx.has(Variable::ContainerTitle) {
        return Tree::new();
    }
    let own = volumes::own_container(cx);
    let title = if own.is_empty() {
        titles::container(cx)
    } else {
        own
    };
    let named = if title.is_empty() {
        title
    } else {
        words([preposition(cx), title])
    };
    let place = if cx.is_entry() {
        locators::monographic(cx)
    } else {
        Tree::new()
    };
    let work = commas([named, description(cx), identifier(cx), place]);
    if cx.is_used(Variable::ContainerTitle) {
        cx.begin(work)
    } else {
        work
    }
}

/// `in`; `to` after an introduction or an appendix; `chap. 3 in`, `track 1 on`; nothing before a programme or a film
/// (17th ed., 14.106–14.110 and 14.263; 18th ed., 14.8–14.14 and 14.163).
pub(crate) fn preposition(cx: &Cx) -> Tree {
    let entry = cx.is(&[Kind::Entry, Kind::EntryDictionary, Kind::EntryEncyclopedia]);
    let signed = cx.has_any_name(&[Role::Author, Role::Composer]);
    let introduction = cx.has(Variable::Genre)
        && (cx.kind() == Kind::Chapter
            || (cx.kind() == Kind::ArticleJournal && cx.has(Variable::VolumeTitle)));
    if cx.is(&[Kind::Broadcast, Kind::MotionPicture]) || (entry && !signed) {
        return Tree::new();
    }
    if introduction {
        return Tree::text("to");
    }
    let by_pages = cx.is_17() && cx.has_all(&[Variable::Page, Variable::Title]);
    if !cx.has(Variable::ChapterNumber) || by_pages || entry {
        return cx.word("in");
    }
    let preposition = if cx.kind() == Kind::Song { "on" } else { "in" };
    words([
        cx.begin(labels::chapter_number(cx)),
        Tree::text(preposition),
    ])
}

/// What the larger work is, where it is the work that has the description: a report, a program of a meeting.
fn description(cx: &Cx) -> Tree {
    let whole = cx.is(&[Kind::Document, Kind::Report, Kind::Software, Kind::Standard]);
    let session = cx.is(&[
        Kind::Event,
        Kind::PaperConference,
        Kind::Performance,
        Kind::Speech,
    ]);
    if whole || (session && !cx.is_in_collection()) {
        descriptions::format(&cx.as_note())
    } else {
        Tree::new()
    }
}

/// Number, version, edition, contributors and volume of the larger work; an entry keeps commas here (17th ed., 14.107;
/// 18th ed., 14.9).
fn identifier(cx: &Cx) -> Tree {
    let elsewhere = cx.is(&[
        Kind::Broadcast,
        Kind::Graphic,
        Kind::Map,
        Kind::MotionPicture,
        Kind::Song,
    ]);
    let number = if elsewhere {
        Tree::new()
    } else {
        identifiers::number(cx)
    };
    commas([
        number,
        labels::version(cx),
        identifiers::edition(&cx.as_note()),
        contributors::of_container_with_volume(cx),
    ])
}
