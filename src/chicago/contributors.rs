//! Editors, translators and others, after the title.

use super::context::Cx;
use super::identifiers;
use super::joins::{commas, stops, words};
use super::locators;
use super::names::{self, Order};
use super::options::Form;
use super::series;
use super::terms;
use super::volumes;
use crate::record::Role::*;
use crate::record::{Kind, Role, Variable};
use crate::tree::Tree;

/// Who worked on an item, in the order in which they are named.
const OF_ITEM: [Role; 19] = [
    ContainerAuthor,
    EditorTranslator,
    Editor,
    Translator,
    EditorialDirector,
    Guest,
    Host,
    Illustrator,
    Narrator,
    Compiler,
    Chair,
    Organizer,
    Curator,
    SeriesCreator,
    ExecutiveProducer,
    Producer,
    Director,
    ScriptWriter,
    Performer,
];

/// Who worked on the larger work around an item.
const OF_CONTAINER: [Role; 18] = [
    EditorTranslator,
    Editor,
    Translator,
    Guest,
    Host,
    Chair,
    Organizer,
    Illustrator,
    Narrator,
    Compiler,
    Curator,
    SeriesCreator,
    ExecutiveProducer,
    Producer,
    EditorialDirector,
    ScriptWriter,
    Director,
    Performer,
];

/// Who worked on an article: the periodical's editors are not named.
const OF_ARTICLE: [Role; 11] = [
    Translator,
    Narrator,
    Compiler,
    Chair,
    Organizer,
    Curator,
    SeriesCreator,
    ExecutiveProducer,
    Producer,
    Director,
    ScriptWriter,
];

/// The contributors of the item itself: `ed. Jane Doe, trans. John Roe` in a note, `Edited by ... Translated by ...` in
/// an entry (17th ed., 14.103–14.105; 18th ed., 14.6–14.7).
pub(crate) fn of_item(cx: &Cx) -> Tree {
    cx.join(item_credits(cx).into_iter().map(|tree| cx.begin(tree)))
}

fn item_credits(cx: &Cx) -> Vec<Tree> {
    if cx.is_serial() {
        let mut out = credits(cx, &OF_ARTICLE);
        out.push(credit(cx, Performer));
        return out;
    }
    let page = cx.is(&[Kind::Post, Kind::Webpage]);
    if cx.has(Variable::ContainerTitle) && !page {
        let contributor = if cx.kind() == Kind::Song {
            credit(cx, Contributor)
        } else {
            Tree::new()
        };
        return vec![credit(cx, Illustrator), credit(cx, Narrator), contributor];
    }
    let mut out = credits(cx, &OF_ITEM);
    if cx.kind() != Kind::Thesis {
        out.push(credit(cx, Contributor));
    }
    out
}

/// The contributors and the volume of the item itself. In a note and an entry of the bibliography those of the volume
/// follow its number (17th ed., 14.119–14.122; 18th ed., 14.20–14.24); a reference list names them first.
pub(crate) fn of_item_with_volume(cx: &Cx) -> Tree {
    if cx.is_serial() {
        return of_item(cx);
    }
    let set_editor = set_editor(cx);
    let number = if is_part_of_set(cx) {
        Tree::new()
    } else {
        identifiers::number_of_volumes(cx)
    };
    if volumes::leads(cx) {
        return stops([
            of_item(cx),
            commas([identifiers::volume(cx), set_editor]),
            number,
        ]);
    }
    let volume = identifiers::volume(cx);
    if !cx.is_entry() {
        let number = if locators::is_leaf(cx) {
            Tree::new()
        } else {
            number
        };
        return commas([set_editor, volume, of_item(cx), number]);
    }
    if is_part_of_set(cx) {
        let credits = commas(item_credits(cx));
        return stops([cx.begin(set_editor), commas([volume, credits])]);
    }
    stops([cx.begin(set_editor), volume, of_item(cx), number])
}

/// Whether it is one volume or part, so that the number of volumes does not matter.
fn is_part_of_set(cx: &Cx) -> bool {
    cx.has_any(&[
        Variable::PartNumber,
        Variable::PartTitle,
        Variable::Volume,
        Variable::VolumeTitle,
    ])
}

/// The editor of the whole set, who without a set is the editor of a series.
fn set_editor(cx: &Cx) -> Tree {
    if series::is_volume_of_set(cx) {
        credit(cx, CollectionEditor)
    } else {
        Tree::new()
    }
}

/// The contributors of the larger work: `ed. Jane Doe` in a note, `edited by Jane Doe` in an entry.
///
/// Where an entry names the author of the larger work, the others follow in sentences of their own (17th ed., 14.110;
/// 18th ed., 14.12).
pub(crate) fn of_container(cx: &Cx) -> Tree {
    let author = if has_container_author(cx) {
        credit(cx, ContainerAuthor)
    } else {
        Tree::new()
    };
    if cx.is_entry() && has_container_author(cx) {
        return author;
    }
    let mut out = vec![author];
    out.extend(container_credits(cx));
    commas(out)
}

fn container_credits(cx: &Cx) -> Vec<Tree> {
    let mut out = credits(cx, &OF_CONTAINER);
    if !cx.is(&[Kind::Song, Kind::Thesis]) {
        out.push(credit(cx, Contributor));
    }
    out
}

/// Whether the larger work has an author of its own; a chapter of somebody's own book needs no other name (17th ed.,
/// 14.106; 18th ed., 14.8).
fn has_container_author(cx: &Cx) -> bool {
    cx.has(Variable::ContainerTitle)
        && cx.has_name(ContainerAuthor)
        && cx.record.names(ContainerAuthor) != cx.record.names(Author)
}

/// The contributors and the volume of the larger work (17th ed., 14.107 and 14.122; 18th ed., 14.9 and 14.24).
pub(crate) fn of_container_with_volume(cx: &Cx) -> Tree {
    let counted =
        is_part_of_set(cx) || cx.has(Variable::Page) || (!cx.is_entry() && locators::is_leaf(cx));
    let number = if counted {
        Tree::new()
    } else {
        identifiers::number_of_volumes(cx)
    };
    let volume = identifiers::volume(&cx.as_note());
    if volumes::leads(cx) {
        commas([of_container(cx), volume, set_editor(cx), number])
    } else {
        commas([set_editor(cx), volume, of_container(cx), number])
    }
}

/// In an entry, the other contributors of a larger work whose own author is named.
pub(crate) fn after_container_author(cx: &Cx) -> Tree {
    if !has_container_author(cx) {
        return Tree::new();
    }
    stops(container_credits(cx).into_iter().map(|tree| cx.begin(tree)))
}

/// The editor of a series, after its title: `ed. C. Vann Woodward` in a note, `edited by ...` in an entry.
pub(crate) fn series_editor(cx: &Cx) -> Tree {
    credit(cx, CollectionEditor)
}

/// The names of a role in running order, without a label.
pub(crate) fn plain(cx: &Cx, role: Role) -> Tree {
    names::list(cx, cx.names(role), Order::Running)
}

/// What each of these roles did. One person or body that edited and translated is named once.
fn credits(cx: &Cx, roles: &[Role]) -> Vec<Tree> {
    let both = cx.names(Editor) == cx.names(Translator) && roles.contains(&Editor);
    roles
        .iter()
        .filter(|role| cx.has_name(**role))
        .map(|role| match role {
            Editor if both => named(cx, EditorTranslator, Editor),
            Translator if both => Tree::new(),
            // Writers are named where their words are spoken (17th ed., 14.265; 18th ed., 14.165).
            ScriptWriter if !cx.is_serial() && !cx.is(&[Kind::Broadcast, Kind::Performance]) => {
                Tree::new()
            }
            // Who performs what another composed is named in the description.
            Performer
                if cx.kind() == Kind::Song && cx.has_name(Composer) && !cx.has_name(Author) =>
            {
                Tree::new()
            }
            role => credit(cx, *role),
        })
        .collect()
}

/// `edited by Jane Doe`, without a capital.
pub(crate) fn credit(cx: &Cx, role: Role) -> Tree {
    named(cx, role, role)
}

fn named(cx: &Cx, verb: Role, role: Role) -> Tree {
    let people = cx.names(role);
    if people.is_empty() {
        return Tree::new();
    }
    // An article's compiler is not abbreviated.
    let long = role == Compiler && cx.is_serial();
    let view = if long {
        cx.as_form(Form::Bibliography)
    } else {
        *cx
    };
    words([
        Tree::text(terms::verb(&view, verb, people.len())),
        plain(cx, role),
    ])
}
