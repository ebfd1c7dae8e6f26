//! The date where a source is described: with its publisher or in its periodical.

use super::{FINDABLE, Parts, event_year, issued, parts, year};
use crate::chicago::context::Cx;
use crate::chicago::joins::capitalise;
use crate::chicago::options::Form;
use crate::record::{DateVariable, Kind, Role, Variable};
use crate::tree::Tree;

/// How much of a date of publication a kind of source is cited with.
///
/// What is dated to the day has its full date: papers, broadcasts, letters, posts, newspapers; a journal the month when
/// it has a volume or an issue only (18th ed., 14.70), or always (17th ed., 14.171); a book its year.
fn precision(cx: &Cx, date: DateVariable) -> Parts {
    use Kind::*;
    let letter_in_book = cx.kind() == PersonalCommunication
        && cx.has_date(DateVariable::EventDate)
        && cx.has_date(date);
    if letter_in_book {
        return Parts::Year;
    }
    if cx.is(&[Entry, EntryDictionary, EntryEncyclopedia]) {
        return if cx.has_any(&[Variable::Doi, Variable::Url]) {
            Parts::Full
        } else {
            Parts::Year
        };
    }
    if cx.is(&[
        Article,
        Broadcast,
        Collection,
        Dataset,
        Document,
        Event,
        Graphic,
        Manuscript,
        Map,
        Patent,
        Performance,
        PersonalCommunication,
        Post,
        Software,
        Song,
        Speech,
        Standard,
        Webpage,
        ArticleMagazine,
        ArticleNewspaper,
    ]) {
        return Parts::Full;
    }
    if !cx.is_serial() {
        return Parts::Year;
    }
    let numbered =
        cx.has_all(&[Variable::Issue, Variable::Volume]) || cx.has(Variable::SupplementNumber);
    if numbered && !cx.is_17() {
        Parts::Year
    } else if numbered || cx.has_any(&[Variable::Issue, Variable::Volume]) {
        Parts::YearMonth
    } else {
        Parts::Full
    }
}

/// The date of issue as this kind of source is cited with it; for a book without one, that of the event or of first
/// availability.
fn published(cx: &Cx) -> Tree {
    let precision = precision(cx, DateVariable::Issued);
    if cx.has_date(DateVariable::Issued) {
        return match precision {
            Parts::Full => issued(cx),
            other => parts(cx, DateVariable::Issued, other),
        };
    }
    if precision != Parts::Year
        || cx.is_serial()
        || is_entry_of_reference_work(cx)
        || cx.has_volume_editor()
    {
        return Tree::new();
    }
    let event = event_year(cx);
    if event.is_empty() {
        year(cx, DateVariable::AvailableDate)
    } else {
        event
    }
}

pub(super) fn is_entry_of_reference_work(cx: &Cx) -> bool {
    cx.is(&[Kind::Entry, Kind::EntryDictionary, Kind::EntryEncyclopedia])
}

/// The date of issue, or what stands for it: `forthcoming`, `in press`, `n.d.` (17th ed., 14.144–14.146; 18th ed.,
/// 14.44).
pub(crate) fn published_or_status(cx: &Cx) -> Tree {
    if cx.has_date(DateVariable::EventDate) || cx.has_date(DateVariable::Issued) {
        return published(cx);
    }
    if cx.has(Variable::Status) {
        return Tree::text(crate::letters::lowercase(cx.raw(Variable::Status)));
    }
    if cx.kind() == Kind::ArticleJournal && cx.has_date(DateVariable::AvailableDate) {
        return Tree::text("forthcoming");
    }
    if is_entry_of_reference_work(cx) || cx.is(&[Kind::Classic, Kind::Webpage]) {
        return Tree::new();
    }
    undated(cx)
}

/// `n.d.`, except for what has no date by its nature: a collection, a bare shelfmark, a conversation (17th ed., 14.145
/// and 14.222; 18th ed., 14.44, 14.111 and 14.128).
pub(super) fn undated(cx: &Cx) -> Tree {
    let described = [
        Variable::ContainerTitle,
        Variable::EventPlace,
        Variable::EventTitle,
        Variable::Genre,
        Variable::Title,
        Variable::Publisher,
        Variable::PublisherPlace,
    ];
    let dated = match cx.kind() {
        Kind::Interview | Kind::PersonalCommunication => cx.has_any(&FINDABLE),
        Kind::Collection => false,
        Kind::Manuscript => cx.has_any(&described) || cx.has_date(DateVariable::EventDate),
        _ => true,
    };
    Tree::text(if dated { "n.d." } else { "" })
}

/// The date where the source is described: all of it, or in a reference list what the year after the author leaves
/// out (17th ed., 15.14; 18th ed., 13.103).
pub(crate) fn in_source(cx: &Cx) -> Tree {
    if cx.options.form == Form::ReferenceList {
        rest_of_date(cx)
    } else {
        published_or_status(cx)
    }
}

/// In a reference list: of a volume the dates of the whole work (17th ed., 14.118; 18th ed., 14.21), of a periodical the
/// month (17th ed.: with the year), of what is dated to the day month and day.
fn rest_of_date(cx: &Cx) -> Tree {
    let part_of_set = cx.has_any(&[Variable::VolumeTitle, Variable::PartTitle]);
    if part_of_set && cx.has_date(DateVariable::AvailableDate) {
        return year(cx, DateVariable::AvailableDate);
    }
    if cx.is_17() && cx.is_serial() {
        return parts(
            cx,
            DateVariable::Issued,
            precision(cx, DateVariable::Issued),
        );
    }
    month_and_day(cx, DateVariable::Issued)
}

fn month_and_day(cx: &Cx, date: DateVariable) -> Tree {
    let numbered = cx.has_any(&[
        Variable::Issue,
        Variable::SupplementNumber,
        Variable::Volume,
    ]);
    let paper = cx.is(&[Kind::ArticleMagazine, Kind::ArticleNewspaper]);
    if cx.is_serial() && numbered && !paper {
        return parts(cx, date, Parts::Month);
    }
    let letter_in_book =
        cx.kind() == Kind::PersonalCommunication && cx.has_date(DateVariable::EventDate);
    match precision(cx, date) {
        Parts::Full => parts(cx, date, Parts::MonthDay),
        Parts::Year if letter_in_book => year(cx, date),
        _ => Tree::new(),
    }
}

/// The original date where the source is described: all of it, or month and day in a reference list of the 18th
/// edition.
pub(crate) fn original_in_source(cx: &Cx) -> Tree {
    let date = DateVariable::OriginalDate;
    if cx.options.form == Form::ReferenceList && !cx.is_17() {
        return month_and_day(cx, date);
    }
    parts(cx, date, precision(cx, date))
}

/// What the date of issue says: `last modified`, `effective`, as given; `aired` of a broadcast and `released` of
/// software where nothing is given (17th ed., 14.207, 14.265 and 14.268; 18th ed., 14.104, 14.165 and 14.169).
///
/// In an entry it has a capital unless something stands before it in the same sentence.
pub(crate) fn status(cx: &Cx) -> Tree {
    let issued = cx.has_date(DateVariable::Issued);
    let status = cx.has(Variable::Status);
    match cx.kind() {
        Kind::Broadcast if issued && status && cx.has(Variable::EventTitle) => Tree::new(),
        _ if issued && status => raise(cx, cx.text(Variable::Status), begins_with_status(cx)),
        Kind::Broadcast if cx.has(Variable::Url) || (cx.has(Variable::Doi) && !cx.is_entry()) => {
            Tree::new()
        }
        Kind::Broadcast if issued => cx.word("aired"),
        Kind::Software if issued => {
            let publisher = cx.has(Variable::Publisher) && cx.has_creator();
            raise(cx, Tree::text("released"), !publisher)
        }
        Kind::Software if cx.is_entry() && cx.has_date(DateVariable::OriginalDate) => {
            Tree::text("released")
        }
        _ => Tree::new(),
    }
}

fn raise(cx: &Cx, word: Tree, begins: bool) -> Tree {
    if begins && cx.is_entry() {
        capitalise(word)
    } else {
        word
    }
}

/// Whether nothing of the publication stands before the status.
fn begins_with_status(cx: &Cx) -> bool {
    if cx.kind() == Kind::Webpage {
        let site = cx.has(Variable::ContainerTitle)
            || (cx.has(Variable::Publisher)
                && (cx.has_name(Role::Author) || cx.has_name(Role::Translator)));
        return !site;
    }
    !cx.has_date(DateVariable::OriginalDate)
        && !cx.has_any(&[
            Variable::OriginalPublisher,
            Variable::OriginalPublisherPlace,
            Variable::OriginalTitle,
            Variable::Publisher,
        ])
}
