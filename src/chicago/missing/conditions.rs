//! When a wish is not fulfilled.

use crate::chicago::archival;
use crate::chicago::context::Cx;
use crate::chicago::dates;
use crate::chicago::options::Form;
use crate::letters;
use crate::record::{DateVariable, Kind, Role, Variable};

pub(super) fn no_title(cx: &Cx) -> bool {
    let named = [
        Variable::Title,
        Variable::TitleShort,
        Variable::Genre,
        Variable::Number,
        Variable::ReviewedTitle,
        Variable::ArchiveLocation,
        Variable::VolumeTitle,
        Variable::PartTitle,
        Variable::Section,
        Variable::References,
    ];
    let described = cx
        .record
        .archival
        .as_deref()
        .is_some_and(|archival| !archival.description.is_empty());
    let by_its_people = cx.is(&[Kind::Interview, Kind::PersonalCommunication])
        && cx.has_any_name(&[Role::Author, Role::Interviewer, Role::Recipient]);
    let by_its_place = cx.is_serial() && cx.has(Variable::ContainerTitle) || cx.is_legal();
    !cx.has_any(&named) && !described && !by_its_people && !by_its_place
}

fn has_some_date(cx: &Cx) -> bool {
    DateVariable::ALL
        .iter()
        .any(|date| *date != DateVariable::Accessed && cx.has_date(*date))
        || cx.has(Variable::Status)
}

/// Whether `n.d.` is what the Manual prints here.
pub(super) fn undated(cx: &Cx) -> bool {
    let entry_of_archive = archival::of(cx).is_some();
    !has_some_date(cx)
        && !entry_of_archive
        && !cx.is_legal()
        && match cx.options.form {
            Form::ShortNote => false,
            Form::InText | Form::ReferenceList => {
                letters::contains(&dates::short(cx).plain(), "n.d.")
            }
            _ => dates::published_or_status(cx).plain() == "n.d.",
        }
}

/// Whether an archival item, a law or a case is cited without a date. A collection has none.
pub(super) fn no_date(cx: &Cx) -> bool {
    let wants = archival::of(cx).is_some() || cx.is_legal();
    wants && !has_some_date(cx)
}

/// 17th ed., 14.12; 18th ed., 13.15.
pub(super) fn no_access_date(cx: &Cx) -> bool {
    cx.kind() == Kind::Webpage && !has_some_date(cx) && !cx.has_date(DateVariable::Accessed)
}

pub(super) fn no_author(cx: &Cx) -> bool {
    cx.is(&[
        Kind::ArticleJournal,
        Kind::Book,
        Kind::Chapter,
        Kind::Dataset,
        Kind::PaperConference,
        Kind::PersonalCommunication,
        Kind::Report,
        Kind::Software,
        Kind::Speech,
        Kind::Thesis,
    ]) && !cx.has_creator()
        && archival::of(cx).is_none()
}

/// 17th ed., 14.111 and 14.229; 18th ed., 14.13 and 14.129.
pub(super) fn no_recipient(cx: &Cx) -> bool {
    cx.kind() == Kind::PersonalCommunication
        && !cx.has_name(Role::Recipient)
        && !cx.has_any(&[Variable::Title, Variable::Genre])
}

/// Whether nothing says where an unpublished source can be seen (17th ed., 14.222; 18th ed., 14.121).
pub(super) fn no_repository(cx: &Cx) -> bool {
    if let Some(archival) = archival::of(cx) {
        return archival.holding.repository.is_empty() && archival.holding.verbatim.is_empty();
    }
    cx.is(&[Kind::Collection, Kind::Manuscript])
        && !cx.has_any(&[
            Variable::Archive,
            Variable::ArchiveCollection,
            Variable::ArchivePlace,
            Variable::ContainerTitle,
            Variable::Doi,
            Variable::Publisher,
            Variable::Url,
        ])
}

/// 17th ed., 14.223; 18th ed., 14.122.
pub(super) fn no_shelfmark(cx: &Cx) -> bool {
    if let Some(archival) = archival::of(cx) {
        let only_archive = archival.holding.verbatim == archival.holding.repository;
        return archival.holding.levels.is_empty() && only_archive;
    }
    cx.is(&[Kind::Manuscript, Kind::PersonalCommunication])
        && cx.has(Variable::Archive)
        && !cx.has_any(&[
            Variable::ArchiveCollection,
            Variable::ArchiveLocation,
            Variable::Number,
            Variable::Url,
        ])
}

pub(super) fn no_periodical(cx: &Cx) -> bool {
    cx.is(&[
        Kind::ArticleJournal,
        Kind::ArticleMagazine,
        Kind::ArticleNewspaper,
    ]) && !cx.has(Variable::ContainerTitle)
}

/// 17th ed., 14.170; 18th ed., 14.69. What is ahead of print has none yet.
pub(super) fn no_volume(cx: &Cx) -> bool {
    cx.kind() == Kind::ArticleJournal
        && !cx.has_any(&[
            Variable::Doi,
            Variable::Issue,
            Variable::Number,
            Variable::Status,
            Variable::SupplementNumber,
            Variable::Volume,
        ])
}

/// 17th ed., 14.174; 18th ed., 14.71.
pub(super) fn no_pages(cx: &Cx) -> bool {
    cx.kind() == Kind::ArticleJournal
        && cx.has_any(&[Variable::Issue, Variable::Volume])
        && !cx.has_any(&[Variable::Number, Variable::Page])
}

pub(super) fn no_book(cx: &Cx) -> bool {
    cx.kind() == Kind::Chapter
        && !cx.has_any(&[Variable::ContainerTitle, Variable::CollectionTitle])
}

/// 17th ed., 14.133; 18th ed., 14.31.
pub(super) fn no_publisher(cx: &Cx) -> bool {
    cx.is(&[Kind::Book, Kind::Chapter, Kind::Report, Kind::Thesis])
        && !cx.has_any(&[
            Variable::Publisher,
            Variable::OriginalPublisher,
            Variable::Status,
            Variable::Url,
        ])
        && !(cx.has(Variable::PublisherPlace) && is_old(cx))
}

/// Books before 1900 may go without their publisher (17th ed., 14.128; 18th ed., 14.31).
fn is_old(cx: &Cx) -> bool {
    cx.record
        .date(DateVariable::Issued)
        .and_then(|date| date.start)
        .is_some_and(|start| start.year < 1900)
}

/// 17th ed., 14.129; the 18th leaves the place out (14.30).
pub(super) fn no_place(cx: &Cx) -> bool {
    cx.is_17()
        && cx.is(&[Kind::Book, Kind::Chapter])
        && cx.has(Variable::Publisher)
        && !cx.has_any(&[Variable::PublisherPlace, Variable::OriginalPublisherPlace])
}

/// 17th ed., 14.215; 18th ed., 14.113.
pub(super) fn no_genre(cx: &Cx) -> bool {
    cx.kind() == Kind::Thesis && !cx.has(Variable::Genre)
}

/// 17th ed., 14.207; 18th ed., 14.104.
pub(super) fn no_address(cx: &Cx) -> bool {
    cx.is(&[Kind::Post, Kind::PostWeblog, Kind::Webpage])
        && !cx.has_any(&[Variable::Doi, Variable::Url])
}

/// 17th ed., 14.276; 18th ed., 14.177.
pub(super) fn no_court(cx: &Cx) -> bool {
    cx.kind() == Kind::LegalCase && !cx.has_any(&[Variable::Authority, Variable::ContainerTitle])
}

pub(super) fn locator_in_list(cx: &Cx) -> bool {
    let given = cx.options.locator.as_ref();
    cx.options.form.is_entry() && given.is_some_and(|locator| !locator.value.trim().is_empty())
}
