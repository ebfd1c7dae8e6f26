//! Series of books.

use super::context::Cx;
use super::contributors;
use super::joins::{commas, words};
use super::labels;
use super::numbers;
use crate::record::{Role, Variable};
use crate::tree::Tree;

/// The series and the number in it: `Studies in the Social History of China 5` (17th ed., 14.123–14.126; 18th ed.,
/// 14.25–14.28).
///
/// The editor of a series is named only where the book is not a volume of a set, whose editor it would be.
pub(crate) fn series(cx: &Cx) -> Tree {
    let title = cx.headline(Variable::CollectionTitle);
    if title.is_empty() {
        return lone_issue(cx);
    }
    let editor = if is_volume_of_set(cx) {
        Tree::new()
    } else {
        contributors::series_editor(cx)
    };
    if !editor.is_empty() || cx.has(Variable::Issue) {
        return commas([
            title,
            editor,
            labels::collection_number(cx),
            labels::issue(cx),
        ]);
    }
    let number = cx.raw(Variable::CollectionNumber);
    if numbers::is_numeric(number) {
        words([title, numbers::number(number)])
    } else {
        commas([title, numbers::number(number)])
    }
}

/// The issue of a periodical in which something stands that is no article, a map or a drawing; it is not lost.
fn lone_issue(cx: &Cx) -> Tree {
    if cx.has(Variable::Issue) {
        begun_issue(cx)
    } else {
        Tree::new()
    }
}

#[inline(never)]
fn begun_issue(cx: &Cx) -> Tree {
    cx.begin(labels::issue(cx))
}

/// Whether the book is one of a set, so that the editor of the collection is the editor of the set.
pub(crate) fn is_volume_of_set(cx: &Cx) -> bool {
    cx.has_any(&[
        Variable::NumberOfVolumes,
        Variable::PartNumber,
        Variable::PartTitle,
        Variable::Volume,
        Variable::VolumeTitle,
    ]) && cx.has_name(Role::CollectionEditor)
}

#[cfg(test)]
mod tests {
    use crate::chicago::printed::print;
    use crate::chicago::{Edition, Form};

    #[test]
    fn what_stands_in_a_periodical_and_is_no_article() {
        let map = r#"{"type":"map","title":"Chart","container-title":"Journal of Maps","volume":"3","issue":"4",
            "issued":{"raw":"1890"}}"#;
        assert_eq!(
            print(map, Form::Note, Edition::Eighteenth),
            "Chart, in Journal of Maps, vol. 3, no. 4, 1890."
        );
        assert_eq!(
            print(map, Form::Bibliography, Edition::Eighteenth),
            "Chart. In Journal of Maps, vol. 3. No. 4. 1890."
        );
    }
}
