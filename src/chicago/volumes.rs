//! Volumes of a set in a reference list, which come under their own titles: `Pelikan, Jaroslav. 1971. The Emergence of
//! the Catholic Tradition. Vol. 1 of The Christian Tradition` (17th ed., 14.119; 18th ed., 14.21).

use super::context::Cx;
use super::joins::{commas, punctuate, words};
use super::labels;
use super::locators;
use super::options::Form;
use super::titles;
use crate::record::{Kind, Variable};
use crate::tree::Tree;

/// Whether the reference list is being made, where the title of the volume comes first.
pub(crate) fn leads(cx: &Cx) -> bool {
    cx.options.form == Form::ReferenceList
}

/// The title of the part or of the volume, which stands in the title's place; empty when the title stands itself.
pub(crate) fn own_title(cx: &Cx) -> Tree {
    let page = cx.is(&[Kind::Post, Kind::Webpage]);
    if !leads(cx) || page || cx.is_serial() || cx.has(Variable::ContainerTitle) {
        return Tree::new();
    }
    own(cx)
}

/// Whether the title of the volume or the part stands in a missing author's place.
pub(crate) fn stands_first(cx: &Cx) -> bool {
    cx.is_used(Variable::PartTitle) || cx.is_used(Variable::VolumeTitle)
}

/// The title of the part or of the volume that stands in the place of the title of the book around an item; empty when
/// that stands itself.
pub(crate) fn own_container(cx: &Cx) -> Tree {
    if leads(cx) { own(cx) } else { Tree::new() }
}

fn own(cx: &Cx) -> Tree {
    if cx.has(Variable::PartTitle) {
        titles::part(cx)
    } else {
        titles::volume(cx)
    }
}

/// Which volume of which set it is, after its own title.
pub(crate) fn of_set(cx: &Cx) -> Tree {
    let contained = cx.has(Variable::ContainerTitle);
    let begin = |label: Tree| {
        if contained { label } else { cx.begin(label) }
    };
    let set = |cx: &Cx| {
        if contained {
            titles::container(cx)
        } else {
            titles::primary(cx)
        }
    };
    let volume = labels::volume(cx);
    let part = labels::part_number(cx);
    let both_titled = cx.has_all(&[
        Variable::PartNumber,
        Variable::PartTitle,
        Variable::Volume,
        Variable::VolumeTitle,
    ]);
    if both_titled {
        return commas([of(begin(part), titles::volume(cx)), of(volume, set(cx))]);
    }
    if cx.has_any(&[Variable::PartTitle, Variable::VolumeTitle]) {
        // `Vol. 3, pt. 1, of The History of Cartography`
        let two = !volume.is_empty() && !part.is_empty();
        let mut number = begin(commas([volume, part]));
        let title = set(cx);
        if two && !title.is_empty() {
            punctuate(&mut number, ",");
        }
        return of(number, title);
    }
    if contained && part.is_empty() && stands_with_page(cx) {
        return Tree::new();
    }
    begin(commas([volume, part]))
}

fn of(number: Tree, title: Tree) -> Tree {
    if number.is_empty() || title.is_empty() {
        return words([number, title]);
    }
    words([number, Tree::text("of"), title])
}

/// Whether the number stands before the page instead, as the 17th edition has it for chapters: `2:345–60`.
fn stands_with_page(cx: &Cx) -> bool {
    cx.is_17() && cx.has(Variable::Page) && !locators::volume_stands_apart(cx)
}

#[cfg(test)]
mod tests {
    use crate::chicago::printed::print;
    use crate::chicago::{Edition, Form};

    #[test]
    fn a_volume_without_an_author_is_not_named_twice() {
        let volume = r#"{"type":"book","title":"The Christian Tradition","volume":"1","publisher":"Quay",
            "volume-title":"The Catholic Tradition","issued":{"raw":"1971"}}"#;
        assert_eq!(
            print(volume, Form::ReferenceList, Edition::Eighteenth),
            "The Catholic Tradition. 1971. Vol. 1 of The Christian Tradition. Quay."
        );
        let part = volume.replace(
            "\"volume\"",
            "\"part-number\":\"3\",\"part-title\":\"The Ebb\",\"volume\"",
        );
        assert_eq!(
            print(&part, Form::ReferenceList, Edition::Eighteenth),
            "The Ebb. 1971. Pt. 3 of The Catholic Tradition, vol. 1 of The Christian Tradition. Quay."
        );
        assert_eq!(
            print(volume, Form::Bibliography, Edition::Eighteenth),
            "The Christian Tradition. Vol. 1, The Catholic Tradition. Quay, 1971."
        );
    }
}
