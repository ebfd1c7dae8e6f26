//! Dates as the Manual prints them: which one, and how much of it.

mod after_author;
mod print;
mod source;

pub(crate) use after_author::{is_status, lettered, short};
pub(crate) use print::Parts;
pub(crate) use source::{in_source, original_in_source, published_or_status, status};

use super::context::Cx;
use super::numbers;
use super::options::DateOrder;
use crate::date::Date;
use crate::record::{DateVariable, Variable};
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
    let known = |date: &&Date| !date.is_unknown();
    let Some(date) = cx.record.date(variable).filter(known) else {
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
    if time.is_empty() {
        return String::new();
    }
    clock(time)
}

#[inline(never)]
fn clock(time: &str) -> String {
    let (clock, zone) = time.split_once(' ').unwrap_or((time, ""));
    if clock.split(':').count() != 2 {
        return String::new();
    }
    let mut out = crate::letters::concat(&[", at ", clock]);
    if !zone.is_empty() {
        out.push_str(&crate::letters::concat(&[" (", zone, ")"]));
    }
    out
}

/// Leaves out the date of issue that closes a description, since it is printed after it: `Letter to Abigail Adams, 3 July
/// 1776` (17th ed., 14.224; 18th ed., 14.121).
pub(crate) fn drop_issued(cx: &Cx, text: &mut String) {
    let Some(date) = cx.record.date(DateVariable::Issued) else {
        return;
    };
    let dashed = numbers::dashed(text);
    for order in [DateOrder::MonthDay, DateOrder::DayMonth] {
        let printed = print::date(date, Parts::Full, order);
        if let Some(rest) = dashed.strip_suffix(&printed)
            && let Some(rest) = rest.strip_suffix(", ")
        {
            rest.clone_into(text);
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chicago::{DateOrder, Edition, Form, Options};
    use crate::date::Date;
    use crate::name::Name;
    use crate::record::{Kind, Record, Role};

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
    fn words_in_the_place_of_a_date() {
        let stands = |date: Date| {
            let mut record = Record::new(Kind::Book);
            record.set_date(DateVariable::Issued, date);
            is_status(&Cx::new(&record, &Options::default()))
        };
        assert!(stands(Date::literal("forthcoming")));
        assert!(stands(Date::literal("In press")));
        assert!(!stands(Date::literal("n.d.")));
        assert!(!stands(Date::literal("Easter 1950")));
        assert!(!stands(Date::parse("1950").unwrap()));
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
    fn words_in_place_of_a_date() {
        for (words, listed, in_text) in [
            ("forthcoming", "Forthcoming", "Roe, forthcoming"),
            ("n.d.", "n.d.", "Roe, n.d."),
            ("[undated]", "n.d.", "Roe, n.d."),
        ] {
            let mut record = Record::new(Kind::Book);
            record.set_names(Role::Author, vec![Name::person("Ann", "Roe")]);
            record.set_date(DateVariable::Issued, Date::literal(words));
            let list = form(Form::ReferenceList);
            assert_eq!(short(&Cx::new(&record, &list)).plain(), listed);
            let text = form(Form::InText);
            let cited = crate::chicago::cite(&record, &text).tree.plain();
            assert_eq!(cited, format!("({in_text})"));
        }
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

    fn timed(time: &str) -> String {
        let mut record = Record::new(Kind::Post);
        let mut date = Date::parse("2023-12-19").unwrap();
        date.time = time.to_owned();
        record.set_date(DateVariable::Issued, date);
        issued(&Cx::new(&record, &Options::default())).plain()
    }

    #[test]
    fn the_time_of_day_to_the_minute() {
        assert_eq!(timed("21:54 UTC"), "December 19, 2023, at 21:54 (UTC)");
        assert_eq!(timed("21:54"), "December 19, 2023, at 21:54");
        assert_eq!(timed("21:54:07 UTC"), "December 19, 2023");
        assert_eq!(timed(""), "December 19, 2023");
    }

    #[test]
    fn a_guess_is_marked_where_its_year_is_printed() {
        let print = |text: &str, literal: &str, wanted: Parts| {
            let mut record = Record::new(Kind::Book);
            let mut date = Date::parse(text).unwrap();
            literal.clone_into(&mut date.literal);
            record.set_date(DateVariable::Issued, date);
            parts(
                &Cx::new(&record, &Options::default()),
                DateVariable::Issued,
                wanted,
            )
            .plain()
        };
        assert_eq!(print("1772-05-03?", "", Parts::Full), "[May 3, 1772?]");
        assert_eq!(print("1772~", "", Parts::Year), "[ca. 1772]");
        assert_eq!(print("1772%", "", Parts::Year), "[ca. 1772?]");
        assert_eq!(print("1772-05-03?", "", Parts::MonthDay), "May 3");
        assert_eq!(print("1772?", "spring 1772", Parts::Year), "[1772?]");
        assert_eq!(print("1772?", "spring 1772", Parts::Full), "spring 1772");
        assert_eq!(print("1772", "", Parts::Full), "1772");
    }

    #[test]
    fn after_the_author() {
        let print = |kind, dates: &[(DateVariable, &str)], url: &str, form: Form| {
            let mut record = Record::new(kind);
            for (variable, text) in dates {
                record.set_date(*variable, Date::parse(text).unwrap());
            }
            record.set(Variable::Url, url);
            let options = Options {
                form,
                ..Options::default()
            };
            short(&Cx::new(&record, &options)).plain()
        };
        use DateVariable::{Issued, OriginalDate};
        let day = [(Issued, "1951-03-12")];
        let (text, list) = (Form::InText, Form::ReferenceList);
        assert_eq!(print(Kind::Interview, &day, "", text), "March 12, 1951");
        assert_eq!(print(Kind::Interview, &day, "", list), "1951");
        assert_eq!(
            print(Kind::Interview, &day, "https://a.example", text),
            "1951"
        );
        assert_eq!(print(Kind::Book, &day, "", text), "1951");
        let twice = [(Issued, "2003"), (OriginalDate, "1813")];
        assert_eq!(print(Kind::Book, &twice, "", list), "(1813) 2003");
        assert_eq!(print(Kind::Book, &twice, "", text), "[1813] 2003");
        let guessed = [(Issued, "2003"), (OriginalDate, "1813?")];
        assert_eq!(print(Kind::Book, &guessed, "", text), "[1813?] 2003");
        assert_eq!(print(Kind::Book, &guessed, "", list), "([1813?]) 2003");
        assert_eq!(print(Kind::Classic, &[], "", text), "");
        assert_eq!(print(Kind::Book, &[], "", text), "n.d.");
        assert_eq!(print(Kind::Interview, &[], "", list), "n.d.");
    }

    #[test]
    fn words_come_before_what_was_made_of_them() {
        let mut date = Date::parse("1951-03-12").unwrap();
        "Lady Day 1951".clone_into(&mut date.literal);
        let printed = |parts| print::date(&date, parts, DateOrder::MonthDay);
        assert_eq!(printed(Parts::Full), "Lady Day 1951");
        assert_eq!(printed(Parts::Year), "1951");
        assert_eq!(printed(Parts::MonthDay), "");
        assert_eq!(printed(Parts::Month), "");
    }
}
