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
    ]) || cx.is_online_video()
    {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chicago::{Edition, Options};
    use crate::date::Date;
    use crate::name::Name;
    use crate::record::Record;
    use DateVariable::{AvailableDate, EventDate, Issued, OriginalDate};
    use Edition::{Eighteenth, Seventeenth};

    const DAY: (DateVariable, &str) = (Issued, "1951-03-12");
    const EVENT: (DateVariable, &str) = (EventDate, "1950-01-02");
    const LOG: (Variable, &str) = (Variable::ContainerTitle, "Log");
    const VOLUME: (Variable, &str) = (Variable::Volume, "3");
    const ISSUE: (Variable, &str) = (Variable::Issue, "2");
    const TITLE: (Variable, &str) = (Variable::Title, "Trip");

    /// A source of a kind, and what a rule prints of it.
    struct Case {
        kind: Kind,
        dates: Vec<(DateVariable, &'static str)>,
        texts: Vec<(Variable, &'static str)>,
        names: Vec<Role>,
    }

    fn case(
        kind: Kind,
        dates: &[(DateVariable, &'static str)],
        texts: &[(Variable, &'static str)],
    ) -> Case {
        Case {
            kind,
            dates: dates.to_vec(),
            texts: texts.to_vec(),
            names: Vec::new(),
        }
    }

    impl Case {
        fn by(mut self, role: Role) -> Self {
            self.names.push(role);
            self
        }

        fn says(&self, rule: fn(&Cx) -> Tree, form: Form, edition: Edition) -> String {
            let mut record = Record::new(self.kind);
            for (variable, text) in &self.dates {
                record.set_date(*variable, Date::parse(text).unwrap());
            }
            for (variable, text) in &self.texts {
                record.set(*variable, *text);
            }
            for role in &self.names {
                record.set_names(*role, vec![Name::person("A.", "B")]);
            }
            let options = Options {
                form,
                edition,
                ..Options::default()
            };
            rule(&Cx::new(&record, &options)).plain()
        }

        fn note(&self, edition: Edition) -> String {
            self.says(in_source, Form::Note, edition)
        }

        fn listed(&self, edition: Edition) -> String {
            self.says(in_source, Form::ReferenceList, edition)
        }
    }

    #[test]
    fn as_much_of_the_date_as_the_kind_is_cited_with() {
        let letter = |dates: &[_]| case(Kind::PersonalCommunication, dates, &[]).note(Eighteenth);
        assert_eq!(letter(&[DAY]), "March 12, 1951");
        assert_eq!(letter(&[DAY, EVENT]), "1951");
        let article =
            |texts: &[_], edition| case(Kind::ArticleJournal, &[DAY], texts).note(edition);
        assert_eq!(article(&[LOG], Eighteenth), "March 12, 1951");
        assert_eq!(article(&[LOG, ISSUE], Eighteenth), "March 1951");
        assert_eq!(article(&[LOG, VOLUME, ISSUE], Eighteenth), "1951");
        assert_eq!(article(&[LOG, VOLUME, ISSUE], Seventeenth), "March 1951");
        let supplement = (Variable::SupplementNumber, "1");
        assert_eq!(article(&[LOG, supplement], Eighteenth), "1951");
        assert_eq!(case(Kind::Book, &[DAY], &[]).note(Eighteenth), "1951");
    }

    #[test]
    fn an_event_dates_a_book_alone() {
        let event = |kind, texts: &[_]| case(kind, &[EVENT], texts).note(Eighteenth);
        assert_eq!(event(Kind::Book, &[]), "1950");
        assert_eq!(event(Kind::Map, &[]), "");
        assert_eq!(event(Kind::ArticleJournal, &[LOG, VOLUME, ISSUE]), "");
        assert_eq!(event(Kind::EntryDictionary, &[LOG]), "");
    }

    #[test]
    fn what_stands_for_a_date() {
        let note = |kind, dates: &[_], texts: &[_]| case(kind, dates, texts).note(Eighteenth);
        assert_eq!(
            note(Kind::Book, &[], &[(Variable::Status, "In Press")]),
            "in press"
        );
        let online = [(AvailableDate, "1999")];
        assert_eq!(note(Kind::ArticleJournal, &online, &[LOG]), "forthcoming");
        assert_eq!(note(Kind::ArticleJournal, &[], &[LOG]), "n.d.");
        assert_eq!(note(Kind::Book, &online, &[TITLE]), "n.d.");
        for kind in [
            Kind::EntryDictionary,
            Kind::Classic,
            Kind::Webpage,
            Kind::Collection,
        ] {
            assert_eq!(note(kind, &[], &[TITLE]), "", "{kind:?}");
        }
        assert_eq!(note(Kind::Interview, &[], &[]), "");
        assert_eq!(
            note(
                Kind::Interview,
                &[],
                &[(Variable::Url, "https://a.example")]
            ),
            "n.d."
        );
        assert_eq!(note(Kind::Manuscript, &[], &[]), "");
        assert_eq!(note(Kind::Manuscript, &[], &[TITLE]), "n.d.");
    }

    #[test]
    fn what_the_year_after_the_author_leaves_out() {
        let volume = (Variable::VolumeTitle, "One");
        let set = [(Issued, "1951"), (AvailableDate, "1999")];
        assert_eq!(case(Kind::Book, &set, &[volume]).listed(Eighteenth), "1999");
        assert_eq!(case(Kind::Book, &set, &[]).listed(Eighteenth), "");
        let paper = case(Kind::ArticleNewspaper, &[DAY], &[LOG]);
        assert_eq!(paper.listed(Seventeenth), "March 12, 1951");
        assert_eq!(paper.listed(Eighteenth), "March 12");
        assert_eq!(case(Kind::Book, &[DAY], &[]).listed(Seventeenth), "");
        assert_eq!(
            case(Kind::ArticleJournal, &[DAY], &[LOG, VOLUME]).listed(Eighteenth),
            "March"
        );
        assert_eq!(
            case(Kind::ArticleMagazine, &[DAY], &[LOG, VOLUME]).listed(Eighteenth),
            "March 12"
        );
        assert_eq!(case(Kind::Book, &[DAY, EVENT], &[]).listed(Eighteenth), "");
        let letter = |dates: &[_]| case(Kind::PersonalCommunication, dates, &[]).listed(Eighteenth);
        assert_eq!(letter(&[DAY]), "March 12");
        assert_eq!(letter(&[DAY, EVENT]), "1951");
    }

    #[test]
    fn the_original_date() {
        let copy = case(Kind::Manuscript, &[(OriginalDate, "1900-05-06")], &[TITLE]);
        let says = |form, edition| copy.says(original_in_source, form, edition);
        assert_eq!(says(Form::ReferenceList, Eighteenth), "May 6");
        assert_eq!(says(Form::ReferenceList, Seventeenth), "May 6, 1900");
        assert_eq!(says(Form::Note, Eighteenth), "May 6, 1900");
    }

    #[test]
    fn what_the_date_says() {
        let status_of = |case: Case| {
            [Form::Note, Form::Bibliography].map(|form| case.says(status, form, Eighteenth))
        };
        let modified = (Variable::Status, "last modified");
        let publisher = (Variable::Publisher, "P");
        let url = (Variable::Url, "https://a.example");
        let doi = (Variable::Doi, "10.1/x");
        let event = (Variable::EventTitle, "E");
        let small = ["last modified", "last modified"];
        let raised = ["last modified", "Last modified"];
        let cast = |dates: &[_], texts: &[_]| status_of(case(Kind::Broadcast, dates, texts));
        assert_eq!(cast(&[DAY], &[modified, event]), ["", ""]);
        assert_eq!(cast(&[DAY], &[modified]), raised);
        assert_eq!(cast(&[DAY], &[url]), ["", ""]);
        assert_eq!(cast(&[DAY], &[]), ["aired", "Aired"]);
        assert_eq!(cast(&[DAY], &[doi]), ["", "Aired"]);
        assert_eq!(cast(&[], &[]), ["", ""]);
        let code = |dates: &[_], texts: &[_]| case(Kind::Software, dates, texts);
        assert_eq!(status_of(code(&[DAY], &[])), ["released", "Released"]);
        assert_eq!(
            status_of(code(&[DAY], &[publisher])),
            ["released", "Released"]
        );
        assert_eq!(
            status_of(code(&[DAY], &[publisher]).by(Role::Author)),
            ["released", "released"]
        );
        assert_eq!(
            status_of(code(&[DAY], &[]).by(Role::Author)),
            ["released", "Released"]
        );
        let first = (OriginalDate, "1900");
        assert_eq!(status_of(code(&[first], &[])), ["", "released"]);
        assert_eq!(status_of(code(&[], &[])), ["", ""]);
        let page = |texts: &[_]| case(Kind::Webpage, &[DAY], texts);
        assert_eq!(status_of(page(&[modified])), raised);
        assert_eq!(status_of(page(&[modified, LOG])), small);
        assert_eq!(status_of(page(&[modified, publisher])), raised);
        for role in [Role::Author, Role::Translator] {
            assert_eq!(status_of(page(&[modified, publisher]).by(role)), small);
            assert_eq!(status_of(page(&[modified]).by(role)), raised);
        }
        let book = |dates: &[_], texts: &[_]| status_of(case(Kind::Book, dates, texts));
        assert_eq!(book(&[DAY], &[modified]), raised);
        assert_eq!(book(&[DAY], &[modified, publisher]), small);
        assert_eq!(book(&[DAY, first], &[modified]), small);
        assert_eq!(book(&[], &[modified]), ["", ""]);
        assert_eq!(book(&[DAY], &[]), ["", ""]);
    }
}
