//! What the item is, in words: letters, interviews, reviews, genres.

use super::context::Cx;
use super::joins::{commas, words};
use super::names::{self, Order};
use super::options::Position;
use super::{contributors, dates, events, labels, monograph, titles};
use crate::record::{DateVariable, Kind, Role, Variable};
use crate::tree::Tree;

/// The description of the item.
pub(crate) fn description(cx: &Cx) -> Tree {
    use Kind::*;
    if is_interview(cx) {
        return interview(cx);
    }
    if cx.is_review() {
        return review(cx);
    }
    match cx.kind() {
        PersonalCommunication => letter(cx),
        Song if cx.has_name(Role::Composer) => performed(cx),
        // The kind of a thesis stands with the university (17th ed., 14.215; 18th ed., 14.113).
        Thesis => Tree::new(),
        PaperConference if cx.has_volume_editor() => format(cx),
        PaperConference => cx.join([serial(cx), events::event(cx)]),
        _ if cx.is_serial() => serial(cx),
        _ if !cx.has(Variable::ContainerTitle) => format(cx),
        // Of a part of these the whole is described.
        Document | Report | Software | Standard => Tree::new(),
        Event | Performance | Speech if !cx.is_in_collection() => Tree::new(),
        _ => format(cx),
    }
}

fn is_interview(cx: &Cx) -> bool {
    cx.kind() == Kind::Interview || cx.has_name(Role::Interviewer)
}

/// The genre, unless it stands with a number; `unpublished manuscript` and `personal communication` where nothing says
/// where to find it (17th ed., 14.214 and 14.216; 18th ed., 14.111 and 14.114).
pub(crate) fn format(cx: &Cx) -> Tree {
    if cx.has(Variable::Genre) {
        return if cx.has(Variable::Number) {
            Tree::new()
        } else {
            cx.begin(cx.text(Variable::Genre))
        };
    }
    if cx.has_any(&dates::FINDABLE) {
        return Tree::new();
    }
    match cx.kind() {
        Kind::Manuscript => cx.word("unpublished manuscript"),
        Kind::PersonalCommunication => cx.word("personal communication"),
        _ => Tree::new(),
    }
}

/// The genre, and the department of a magazine or the column of a newspaper (17th ed., 14.190 and 14.195; 18th ed., 14.88
/// and 14.93).
fn serial(cx: &Cx) -> Tree {
    cx.join([format(cx), section(cx)])
}

fn section(cx: &Cx) -> Tree {
    if crate::chicago::numbers::is_numeric(cx.raw(Variable::Section)) {
        cx.begin(labels::section(cx))
    } else {
        cx.headline(Variable::Section)
    }
}

/// `interview by Jia Tolentino, New York, July 29, 2019` (17th ed., 14.211–14.213; 18th ed., 14.108–14.110).
fn interview(cx: &Cx) -> Tree {
    let numbered = cx.has_all(&[Variable::Genre, Variable::Number]);
    let people = contributors::plain(cx, Role::Interviewer);
    let by = if people.is_empty() {
        Tree::new()
    } else {
        words([Tree::text("by"), people.clone()])
    };
    let what = if cx.has(Variable::Genre) && !numbered {
        words([cx.begin(cx.text(Variable::Genre)), by])
    } else if !people.is_empty() {
        words([cx.word("interview by"), people])
    } else if numbered {
        Tree::new()
    } else {
        format(cx)
    };
    commas([what, event(cx)])
}

/// The occasion, its place and date.
fn event(cx: &Cx) -> Tree {
    if !cx.has_date(DateVariable::EventDate) && !cx.has(Variable::EventTitle) {
        return Tree::new();
    }
    commas([
        cx.text(Variable::EventTitle),
        cx.text(Variable::EventPlace),
        dates::event(cx),
    ])
}

/// `to John Pepys Junior, October 3, 1676`; `telegram to Merriam` (17th ed., 14.111 and 14.229; 18th ed., 14.13 and
/// 14.111).
fn letter(cx: &Cx) -> Tree {
    let people = contributors::plain(cx, Role::Recipient);
    if people.is_empty() {
        return format(cx);
    }
    let to = if cx.has(Variable::Genre) && !cx.has(Variable::Number) {
        words([format(cx), Tree::text("to"), people])
    } else {
        words([cx.word("to"), people])
    };
    commas([to, cx.text(Variable::EventPlace), dates::event(cx)])
}

/// `performed by ...` of a composer's work (17th ed., 14.263; 18th ed., 14.163).
fn performed(cx: &Cx) -> Tree {
    let role = if cx.has_name(Role::Author) {
        Role::Author
    } else {
        Role::Performer
    };
    let people = contributors::plain(cx, role);
    let genre = cx.text(Variable::Genre);
    if people.is_empty() {
        return cx.begin(genre);
    }
    let verb = if genre.is_empty() {
        cx.word("performed by")
    } else {
        Tree::text("performed by")
    };
    words([cx.begin(genre), verb, people])
}

/// `review of The Mystery of Samba, by Hermano Vianna` (17th ed., 14.201–14.204 and 14.214; 18th ed., 14.99–14.102).
fn review(cx: &Cx) -> Tree {
    let of = words([review_genre(cx), reviewed_title(cx)]);
    let all = cx.has_all(&[
        Variable::ReviewedGenre,
        Variable::ReviewedTitle,
        Variable::Title,
    ]);
    let by = if all || !cx.has(Variable::ReviewedGenre) {
        contributors::credit(cx, Role::ReviewedAuthor)
    } else {
        Tree::new()
    };
    cx.join([commas([of, by, event(cx)]), section(cx)])
}

fn review_genre(cx: &Cx) -> Tree {
    if cx.has(Variable::ReviewedGenre) {
        let by = if cx.has(Variable::ReviewedTitle) {
            Tree::new()
        } else {
            contributors::credit(cx, Role::ReviewedAuthor)
        };
        return words([review_of(cx), cx.text(Variable::ReviewedGenre), by]);
    }
    // The genre says `review of the book` or the like.
    if cx.has(Variable::Genre) && !cx.has(Variable::Number) {
        return cx.begin(cx.text(Variable::Genre));
    }
    review_of(cx)
}

fn review_of(cx: &Cx) -> Tree {
    cx.word(if cx.has_creator() {
        "review of"
    } else {
        "unsigned review of"
    })
}

/// The title of the work reviewed.
fn reviewed_title(cx: &Cx) -> Tree {
    let variable = if cx.has_any(&[Variable::ReviewedGenre, Variable::ReviewedTitle]) {
        Variable::ReviewedTitle
    } else {
        Variable::Title
    };
    cx.headline(variable).italic()
}

/// The description in a short form.
pub(crate) fn short(cx: &Cx) -> Tree {
    if is_interview(cx) {
        let first = cx.options.position == Position::First
            && cx.form == crate::chicago::options::Form::InText;
        return if first && !cx.has_any(&dates::FINDABLE) {
            interview(&cx.as_note())
        } else {
            interview_short(cx)
        };
    }
    if cx.is_review() {
        return review_short(cx);
    }
    if cx.kind() == Kind::PersonalCommunication {
        return letter_short(cx);
    }
    let serial = cx.is_serial() && cx.kind() != Kind::Interview;
    if !serial {
        return format_short(cx);
    }
    if cx.has(Variable::Title) {
        Tree::new()
    } else if cx.has(Variable::Genre) {
        format_short(cx)
    } else {
        cx.headline(Variable::Section)
    }
}

/// `foreword to Deep South`; otherwise the genre or the medium.
fn format_short(cx: &Cx) -> Tree {
    let part = cx.has_all(&[Variable::ContainerTitle, Variable::Genre]);
    if part && cx.kind() == Kind::Chapter {
        return words([
            cx.text(Variable::Genre),
            monograph::preposition(&cx.as_note()),
            titles::container_short(cx),
        ]);
    }
    if part && cx.kind() == Kind::ArticleJournal && cx.has(Variable::VolumeTitle) {
        return words([
            cx.text(Variable::Genre),
            monograph::preposition(&cx.as_note()),
            titles::volume(cx),
        ]);
    }
    for variable in [Variable::Genre, Variable::Medium] {
        if cx.has(variable) {
            return cx.text(variable);
        }
    }
    if cx.has(Variable::ChapterNumber) {
        if !cx.has(Variable::ContainerTitle) {
            return labels::chapter_number(cx);
        }
        return words([
            monograph::preposition(&cx.as_note()),
            titles::container_short(cx),
        ]);
    }
    if cx.has_any(&dates::FINDABLE) {
        return Tree::new();
    }
    Tree::text(match cx.kind() {
        Kind::Manuscript => "unpublished manuscript",
        Kind::PersonalCommunication => "pers. comm.",
        _ => "",
    })
}

fn interview_short(cx: &Cx) -> Tree {
    if cx.options.disambiguate && cx.has_name(Role::Interviewer) {
        let people = names::list(cx, cx.names(Role::Interviewer), Order::Short);
        return words([Tree::text("interview by"), people]);
    }
    if !cx.has_any(&[Variable::Genre, Variable::Medium]) {
        return Tree::text("interview");
    }
    if cx.has_creator() {
        format_short(cx)
    } else {
        format(&cx.as_form(crate::chicago::options::Form::Bibliography))
    }
}

fn review_short(cx: &Cx) -> Tree {
    if cx.options.position == Position::Ibid {
        return Tree::text("review");
    }
    let variable = if cx.has_any(&[Variable::ReviewedGenre, Variable::ReviewedTitle]) {
        Variable::ReviewedTitle
    } else if cx.has(Variable::TitleShort) && !cx.is_used(Variable::Title) {
        Variable::TitleShort
    } else {
        Variable::Title
    };
    let title = cx.headline(variable).italic();
    if title.is_empty() {
        return title;
    }
    words([Tree::text("review of"), title])
}

/// What a letter is, to whom, from where and when (17th ed., 14.111; 18th ed., 14.13).
fn letter_short(cx: &Cx) -> Tree {
    let format = format_short(cx);
    let to = if cx.has(Variable::Genre) && cx.has_name(Role::Recipient) {
        let people = names::list(cx, cx.names(Role::Recipient), Order::Short);
        words([format, Tree::text("to"), people])
    } else {
        format
    };
    let date = if cx.has_date(DateVariable::EventDate) {
        dates::event(cx)
    } else {
        dates::full(cx, DateVariable::Issued)
    };
    commas([to, cx.text(Variable::EventPlace), date])
}
