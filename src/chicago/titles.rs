//! Titles: italic, quoted or plain; whole and short.

use super::context::Cx;
use super::joins::{capitalise, commas};
use super::labels;
use crate::record::{Kind, Role, Variable};
use crate::tree::Tree;

/// How a title is set.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Plain,
    PlainHeadline,
    Italic,
    ItalicHeadline,
    Quoted,
    QuotedHeadline,
}

impl Look {
    fn set(self, cx: &Cx, variable: Variable) -> Tree {
        match self {
            Self::Plain => capitalise(cx.text(variable)),
            Self::PlainHeadline => cx.headline(variable),
            Self::Italic => cx.text(variable).italic(),
            Self::ItalicHeadline => cx.headline(variable).italic(),
            Self::Quoted => cx.text(variable).quoted(),
            Self::QuotedHeadline => cx.headline(variable).quoted(),
        }
    }
}

/// How the item's own title is set: books and what stands by itself in italics, what is part of something or was never
/// published in quotation marks, laws and collections plain (17th ed., 14.86–14.98; 18th ed., 13.87–13.100).
fn look(cx: &Cx) -> Look {
    use Kind::*;
    let contained = cx.has(Variable::ContainerTitle);
    match cx.kind() {
        Patent => Look::Plain,
        Bill | Collection | Legislation | Regulation | Treaty => Look::PlainHeadline,
        LegalCase => Look::Italic,
        Book | Classic | Graphic | Hearing | Map => Look::ItalicHeadline,
        // Entries keep their spelling, unless they are signed (17th ed., 14.232; 18th ed., 14.130–14.132).
        EntryEncyclopedia if contained && cx.has_name(Role::Author) => Look::QuotedHeadline,
        EntryDictionary | EntryEncyclopedia if contained => Look::Quoted,
        // A post is quoted as it was written (17th ed., 14.209; 18th ed., 14.106).
        Post => Look::Quoted,
        _ if contained => Look::QuotedHeadline,
        Article
        | Dataset
        | Document
        | Interview
        | Manuscript
        | PaperConference
        | PersonalCommunication
        | Speech
        | Thesis
        | Webpage => Look::QuotedHeadline,
        _ => Look::ItalicHeadline,
    }
}

/// The item's title with its parts, where they are parts of an article or a page. A review's title is that of the work
/// reviewed unless its kind or title is given, and stands in the description then.
pub(crate) fn title(cx: &Cx) -> Tree {
    let page = cx.is(&[Kind::Post, Kind::Webpage]);
    if !page && !cx.is_serial() {
        return primary(cx);
    }
    let of_the_review = cx.has_any(&[Variable::ReviewedGenre, Variable::ReviewedTitle]);
    if cx.is_review() && !of_the_review {
        return Tree::new();
    }
    cx.join([
        primary(cx),
        commas([cx.begin(labels::part_number(cx)), part(cx)]),
    ])
}

/// The title alone, without parts.
pub(crate) fn primary(cx: &Cx) -> Tree {
    if cx.kind() == Kind::Patent && cx.has(Variable::TitleShort) && !cx.is_used(Variable::Title) {
        return Look::Plain.set(cx, Variable::TitleShort);
    }
    look(cx).set(cx, Variable::Title)
}

/// The short title, as given; otherwise the whole one.
pub(crate) fn short(cx: &Cx) -> Tree {
    if cx.has(Variable::TitleShort) && !cx.is_used(Variable::Title) {
        return look(cx).set(cx, Variable::TitleShort);
    }
    look(cx).set(cx, Variable::Title)
}

/// The title of the book that contains the item, in italics.
pub(crate) fn container(cx: &Cx) -> Tree {
    cx.headline(Variable::ContainerTitle).italic()
}

/// The same in its short form.
pub(crate) fn container_short(cx: &Cx) -> Tree {
    if cx.has(Variable::ContainerTitleShort) {
        cx.headline(Variable::ContainerTitleShort).italic()
    } else {
        container(cx)
    }
}

/// The title of a volume: in italics, of a special issue in quotation marks.
pub(crate) fn volume(cx: &Cx) -> Tree {
    let quoted = cx.kind() == Kind::Manuscript || cx.is_serial();
    let look = if quoted {
        Look::QuotedHeadline
    } else {
        Look::ItalicHeadline
    };
    look.set(cx, Variable::VolumeTitle)
}

/// The title of a part: like the item's own, but within a book in italics.
pub(crate) fn part(cx: &Cx) -> Tree {
    let own = look(cx);
    let look = if cx.kind() == Kind::Webpage {
        Look::QuotedHeadline
    } else if own == Look::QuotedHeadline && cx.has(Variable::ContainerTitle) && !cx.is_serial() {
        Look::ItalicHeadline
    } else {
        own
    };
    look.set(cx, Variable::PartTitle)
}
