//! Dates as the Manual prints them: which one, and how much of it.

mod print;

pub(crate) use print::Parts;

use super::context::Cx;
use super::joins::{capitalise, words};
use super::options::Form;
use crate::record::{DateVariable, Kind, Role, Variable};
use crate::tree::Tree;

/// What makes an interview or a letter one that a reader can find (17th ed., 14.211 and 14.214; 18th ed., 14.108 and
/// 14.111).
pub(crate) const FINDABLE: [Variable; 8] = [
    Variable::Archive,
    Variable::ArchivePlace,
    Variable::ContainerTitle,
    Variable::Doi,
    Variable::Number,
    Variable::Publisher,
    Variable::References,
    Variable::Url,
];

/// Some parts of a date. A guess stands in brackets: `[1750?]`, `[ca. 1772]` (17th ed., 14.145; 18th ed., 14.44).
pub(crate) fn parts(cx: &Cx, variable: DateVariable, parts: Parts) -> Tree {
    let Some(date) = cx.record.date(variable) else {
        return Tree::new();
    };
    let printed = print::date(date, parts, cx.options.date_order);
    let in_words = date.start.is_none() || (!date.literal.is_empty() && parts != Parts::Year);
    let dated = !in_words && !printed.is_empty();
    let with_year = !matches!(parts, Parts::MonthDay | Parts::Month);
    if !dated || !with_year || !(date.uncertain || date.approximate) {
        return super::markup::parse(&printed);
    }
    let mut out = String::from(if date.approximate { "[ca. " } else { "[" });
    out.push_str(&printed);
    out.push_str(if date.uncertain { "?]" } else { "]" });
    Tree::from(out)
}

/// A date in full.
pub(crate) fn full(cx: &Cx, variable: DateVariable) -> Tree {
    parts(cx, variable, Parts::Full)
}

/// A year.
pub(crate) fn year(cx: &Cx, variable: DateVariable) -> Tree {
    parts(cx, variable, Parts::Year)
}

/// The date of issue in full, with the time of day where one is given: `December 19, 2023, at 21:54 (UTC)` (17th ed.,
/// 14.233; 18th ed., 14.131).
pub(crate) fn issued(cx: &Cx) -> Tree {
    let mut out = full(cx, DateVariable::Issued);
    out.push_str(&time(cx));
    out
}

/// A time of day to the minute. A time to the second was not written by a person.
fn time(cx: &Cx) -> String {
    let time = cx
        .record
        .date(DateVariable::Issued)
        .map_or("", |date| &date.time);
    let (clock, zone) = time.split_once(' ').unwrap_or((time, ""));
    if clock.is_empty() || clock.split(':').count() != 2 {
        return String::new();
    }
    let mut out = [", at ", clock].concat();
    if !zone.is_empty() {
        out.push_str(&[" (", zone, ")"].concat());
    }
    out
}

/// The year of issue.
pub(crate) fn issued_year(cx: &Cx) -> Tree {
    year(cx, DateVariable::Issued)
}

/// The original year.
pub(crate) fn original_year(cx: &Cx) -> Tree {
    year(cx, DateVariable::OriginalDate)
}

/// The date of the event in full.
pub(crate) fn event(cx: &Cx) -> Tree {
    full(cx, DateVariable::EventDate)
}

/// The year of the event.
pub(crate) fn event_year(cx: &Cx) -> Tree {
    year(cx, DateVariable::EventDate)
}

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
pub(crate) fn published(cx: &Cx) -> Tree {
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

fn is_entry_of_reference_work(cx: &Cx) -> bool {
    cx.is(&[Kind::Entry, Kind::EntryDictionary, Kind::EntryEncyclopedia])
}

/// The date of issue, or what stands for it: `forthcoming`, `in press`, `n.d.` (17th ed., 14.144–14.146; 18th ed.,
/// 14.44).
pub(crate) fn published_or_status(cx: &Cx) -> Tree {
    if cx.has_date(DateVariable::EventDate) || cx.has_date(DateVariable::Issued) {
        return published(cx);
    }
    if cx.has(Variable::Status) {
        return Tree::text(cx.raw(Variable::Status).to_lowercase());
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
fn undated(cx: &Cx) -> Tree {
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

/// The date after the author's name: the year with its letter in a reference list and in the text (17th ed., 15.14 and
/// 15.44; 18th ed., 13.103 and 13.121), `n.d.`, `forthcoming`.
pub(crate) fn short(cx: &Cx) -> Tree {
    let out = short_without_letter(cx);
    if cx.has_date(DateVariable::EventDate) {
        return out;
    }
    lettered(cx, out)
}

/// A year with the letter that tells it from the same author's other works of the year: `2019a`, `n.d.-a`.
pub(crate) fn lettered(cx: &Cx, mut out: Tree) -> Tree {
    if !out.is_empty() && !cx.options.year_suffix.is_empty() {
        let ends_in_word = out.plain().ends_with(|c: char| !c.is_ascii_digit());
        out.push_str(if ends_in_word { "-" } else { "" });
        out.push_str(&cx.options.year_suffix);
    }
    out
}

fn short_without_letter(cx: &Cx) -> Tree {
    let in_text = cx.form == Form::InText;
    if cx.has_date(DateVariable::Issued) {
        let conversation = in_text && cx.is(&[Kind::Interview, Kind::PersonalCommunication]);
        let year = if conversation && !cx.has_any(&FINDABLE) {
            issued(cx)
        } else {
            issued_year(cx)
        };
        return words([original_before(cx, in_text), year]);
    }
    if cx.has_date(DateVariable::EventDate) {
        return event_year(cx);
    }
    if cx.has_date(DateVariable::AvailableDate) {
        return year(cx, DateVariable::AvailableDate);
    }
    if cx.has(Variable::Status) {
        let status = cx.raw(Variable::Status);
        return if in_text {
            Tree::text(status.to_lowercase())
        } else {
            capitalise(Tree::text(status))
        };
    }
    if in_text {
        if cx.kind() == Kind::Classic || is_entry_of_reference_work(cx) {
            return Tree::new();
        }
        return undated(cx);
    }
    match cx.kind() {
        Kind::Interview | Kind::PersonalCommunication => Tree::text("n.d."),
        _ => undated(cx),
    }
}

/// The year of an earlier edition: `(1813) 2003` in a reference list, `[1813] 2003` in the text (17th ed., 15.40; 18th
/// ed., 14.16).
fn original_before(cx: &Cx, in_text: bool) -> Tree {
    let year = original_year(cx);
    if year.is_empty() {
        return year;
    }
    if in_text && year.first_char() == Some('[') {
        return year;
    }
    let (open, close) = if in_text { ("[", "]") } else { ("(", ")") };
    let mut out = Tree::text(open);
    out.append(year);
    out.push_str(close);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chicago::{Edition, Options};
    use crate::date::Date;
    use crate::record::Record;

    fn print(kind: Kind, date: &str, variables: &[(Variable, &str)], options: Options) -> String {
        let mut record = Record::new(kind);
        if !date.is_empty() {
            record.set_date(DateVariable::Issued, Date::parse(date).unwrap());
        }
        for (variable, value) in variables {
            record.set(*variable, *value);
        }
        let cx = Cx::new(&record, &options);
        match options.form {
            Form::InText => short(&cx).plain(),
            _ => in_source(&cx).plain(),
        }
    }

    fn form(form: Form) -> Options {
        Options {
            form,
            ..Options::default()
        }
    }

    #[test]
    fn guesses_stand_in_brackets() {
        assert_eq!(print(Kind::Map, "1772?", &[], form(Form::Note)), "[1772?]");
        assert_eq!(
            print(Kind::Map, "1772~", &[], form(Form::Note)),
            "[ca. 1772]"
        );
        assert_eq!(
            print(Kind::Map, "1859-12-28?", &[], form(Form::Note)),
            "[December 28, 1859?]"
        );
    }

    #[test]
    fn kinds_differ_in_precision() {
        let note = || form(Form::Note);
        let journal = [(Variable::Volume, "5"), (Variable::Issue, "2")];
        assert_eq!(print(Kind::Book, "2024-05-06", &[], note()), "2024");
        assert_eq!(
            print(Kind::Manuscript, "2024-05-06", &[], note()),
            "May 6, 2024"
        );
        assert_eq!(
            print(Kind::ArticleJournal, "2024-05-06", &journal, note()),
            "2024"
        );
        let seventeenth = Options {
            edition: Edition::Seventeenth,
            ..note()
        };
        assert_eq!(
            print(Kind::ArticleJournal, "2024-05-06", &journal, seventeenth),
            "May 2024"
        );
    }

    #[test]
    fn the_year_is_not_repeated_in_a_reference_list() {
        assert_eq!(
            print(
                Kind::ArticleNewspaper,
                "2024-05-06",
                &[],
                form(Form::ReferenceList)
            ),
            "May 6"
        );
        assert_eq!(
            print(Kind::Book, "2024", &[], form(Form::ReferenceList)),
            ""
        );
    }

    #[test]
    fn no_date() {
        assert_eq!(print(Kind::Book, "", &[], form(Form::Note)), "n.d.");
        assert_eq!(print(Kind::Manuscript, "", &[], form(Form::Note)), "");
        assert_eq!(
            print(
                Kind::Manuscript,
                "",
                &[(Variable::Title, "Diary")],
                form(Form::Note)
            ),
            "n.d."
        );
        assert_eq!(
            print(
                Kind::Book,
                "",
                &[(Variable::Status, "Forthcoming")],
                form(Form::InText)
            ),
            "forthcoming"
        );
    }

    #[test]
    fn letters_after_the_year() {
        let options = Options {
            year_suffix: "b".into(),
            ..form(Form::InText)
        };
        assert_eq!(print(Kind::Book, "2019", &[], options.clone()), "2019b");
        assert_eq!(print(Kind::Book, "", &[], options), "n.d.-b");
    }
}
