//! Legal sources, after *The Bluebook*, as the Manual asks (17th ed., 14.269–14.305; 18th ed., 14.170–14.192).
//!
//! ```text
//! case        = title ", " volume " " reporter " " page " (" court " " year ")"
//! statute     = title ", Pub. L. No. " number ", " volume " Stat. " page " (" year ")"    or  title ", " volume " " code " § " section " (" year ")"
//! bill        = title ", H.R. " number ", " congress " " session " (" year ")"
//! hearing     = title ": Hearing on " number " before the " committee ", " congress " (" year ") (testimony of " name ")"
//! treaty      = title ", " parties ", " date ", " volume " " series " " page
//! ```

use super::context::Cx;
use super::contributors;
use super::dates;
use super::joins::{capitalise, commas, join, parenthesised, words};
use super::labels;
use super::locators;
use super::numbers;
use super::titles;
use crate::letters;
use crate::record::{DateVariable, Kind, Role, Variable};
use crate::tree::Tree;

/// The whole legal reference with the place cited: `at 99` beside the first page, after a comma otherwise.
pub(crate) fn reference(cx: &Cx) -> Tree {
    let locator = locators::locator(cx);
    let at = locators::is(cx, "page") && cx.has_any(&[Variable::Page, Variable::PageFirst]);
    let place = if at && !locator.is_empty() {
        words([Tree::text("at"), locator])
    } else {
        locator
    };
    // A page of an American reporter follows the first page (17th ed., 14.276; 18th ed., 14.177); the reports of other
    // countries have `at` (17th ed., 14.292; 18th ed., 14.191).
    let american =
        cx.kind() == Kind::LegalCase && !cx.raw(Variable::ContainerTitle).ends_with("R.");
    if at && american {
        return with_source(cx, commas([source(cx), locators::locator(cx)]));
    }
    commas([with_source(cx, source(cx)), place])
}

fn with_source(cx: &Cx, source: Tree) -> Tree {
    if cx.kind() == Kind::Treaty {
        return commas([
            title(cx),
            parties(cx),
            dates::full(cx, DateVariable::Issued),
            source,
        ]);
    }
    words([
        commas([title(cx), source]),
        parenthesised(date(cx)),
        parenthesised(remark(cx)),
    ])
}

/// A legal reference in a short note: the title, a case in italics (17th ed., 14.276; 18th ed., 14.177), and what it is
/// found by where it has no title.
pub(crate) fn short(cx: &Cx) -> Tree {
    let title = titles::short(cx);
    if !title.is_empty() {
        return title;
    }
    if cx.kind() == Kind::Bill && cx.has(Variable::Number) {
        return congressional(cx);
    }
    source(cx)
}

/// The title in headline style and roman type; that of a hearing in italics with the committee (17th ed., 14.289; 18th
/// ed., 14.183).
fn title(cx: &Cx) -> Tree {
    if cx.kind() != Kind::Hearing {
        return cx.headline(Variable::Title);
    }
    let on = labelled("on", cx.text(Variable::Number));
    let before = labelled("before the", cx.text(Variable::Section));
    let hearing = if on.is_empty() && before.is_empty() {
        Tree::new()
    } else {
        words([Tree::text("Hearing"), on, before])
    };
    let title = capitalise(cx.text(Variable::Title));
    // No colon follows a question (17th ed., 14.96; 18th ed., 13.98).
    let colon = if matches!(title.last_char(), Some('?' | '!')) {
        " "
    } else {
        ": "
    };
    join([title, hearing], colon).italic()
}

fn labelled(label: &str, value: Tree) -> Tree {
    if value.is_empty() {
        value
    } else {
        words([Tree::text(label), value])
    }
}

/// The states that made a treaty, between hyphens: `U.K.-U.S.` (17th ed., 14.290; 18th ed., 14.188).
fn parties(cx: &Cx) -> Tree {
    let names = cx.names(Role::Author).iter().map(|name| {
        Tree::text(if name.family.is_empty() {
            name.literal.as_str()
        } else {
            name.family.as_str()
        })
    });
    join(names, "-")
}

/// Where it is published.
fn source(cx: &Cx) -> Tree {
    match cx.kind() {
        Kind::Bill => commas([congressional(cx), congress(cx), reporter(cx)]),
        Kind::Hearing => congress(cx),
        Kind::LegalCase => case(cx),
        Kind::Legislation if cx.has(Variable::Number) => {
            let genre = if cx.raw(Variable::Number).starts_with("Pub") {
                return commas([cx.text(Variable::Number), reporter(cx)]);
            } else if cx.has(Variable::Genre) {
                capitalise(cx.text(Variable::Genre))
            } else if names_its_label(cx.raw(Variable::Number)) {
                return commas([cx.text(Variable::Number), reporter(cx)]);
            } else {
                Tree::text("Pub. L.")
            };
            commas([words([genre, number(cx)]), reporter(cx)])
        }
        Kind::Legislation => code(cx),
        Kind::Regulation => commas([words([cx.text(Variable::Genre), number(cx)]), code(cx)]),
        Kind::Treaty if cx.has_any(&[Variable::Page, Variable::PageFirst]) => reporter(cx),
        Kind::Treaty => words([volume(cx), number(cx)]),
        _ => Tree::new(),
    }
}

/// `H.R. 8404`, `S. Rep. No. 104-23`.
pub(crate) fn congressional(cx: &Cx) -> Tree {
    words([
        cx.text(Variable::Genre),
        numbers::number(cx.raw(Variable::Number)),
    ])
}

/// The congress or other body, and its session.
fn congress(cx: &Cx) -> Tree {
    words([
        cx.text(Variable::Authority),
        numbers::number(cx.raw(Variable::ChapterNumber)),
    ])
}

/// `No. 111-148`.
fn number(cx: &Cx) -> Tree {
    let value = cx.raw(Variable::Number);
    // The hyphen of a docket number is no range: `No. 12-345`.
    if cx.kind() == Kind::LegalCase && value.starts_with(|c: char| c.is_ascii_digit()) {
        return words([Tree::text("No."), cx.text(Variable::Number)]);
    }
    capitalise(labels::number(cx))
}

/// The volume and the name of a reporter, a code or a gazette.
fn volume(cx: &Cx) -> Tree {
    words([
        numbers::number(cx.raw(Variable::Volume)),
        cx.text(Variable::ContainerTitle),
    ])
}

/// `124 Stat. 119`.
fn reporter(cx: &Cx) -> Tree {
    words([volume(cx), first_page(cx)])
}

/// `6 U.S.C. § 101`, or by page where no section is given.
fn code(cx: &Cx) -> Tree {
    if cx.has(Variable::Section) {
        words([volume(cx), section(cx)])
    } else {
        reporter(cx)
    }
}

/// A case in a reporter, with a blank for a page that is not known yet; elsewhere by its docket number (17th ed.,
/// 14.276–14.279; 18th ed., 14.177–14.180).
fn case(cx: &Cx) -> Tree {
    if !cx.has(Variable::ContainerTitle) {
        return number(cx);
    }
    let page = if cx.has_any(&[Variable::Page, Variable::PageFirst]) {
        first_page(cx)
    } else {
        Tree::text("___")
    };
    words([volume(cx), section(cx), page])
}

fn section(cx: &Cx) -> Tree {
    let value = cx.raw(Variable::Section);
    if names_its_label(value) {
        // `art. I, § 4` names its own label (17th ed., 14.285; 18th ed., 14.185).
        return cx.text(Variable::Section);
    }
    labels::labelled(("§", "§§"), value, numbers::number(value))
}

/// Whether a number says what it is the number of: `art. I`, and `c. 12` of British acts (17th ed., 14.295; 18th ed.,
/// 14.192).
fn names_its_label(value: &str) -> bool {
    value.starts_with(letters::is_letter) && letters::has(value, ' ')
}

/// The page where it begins: `513` of `513-20`.
fn first_page(cx: &Cx) -> Tree {
    let given = cx.raw(Variable::PageFirst);
    if !given.is_empty() {
        return numbers::number(given);
    }
    let page = cx.raw(Variable::Page);
    Tree::text(
        page.split(numbers::is_separator)
            .next()
            .unwrap_or("")
            .trim(),
    )
}

/// The year, after the court of a case; a case outside the reporters has its full date, and a regulation that is only
/// proposed the date of the proposal.
fn date(cx: &Cx) -> Tree {
    match cx.kind() {
        Kind::LegalCase => {
            let decided = if cx.has(Variable::ContainerTitle) {
                dates::issued_year(cx)
            } else {
                dates::full(cx, DateVariable::Issued)
            };
            // The reporter of the Supreme Court says whose the decision is (17th ed., 14.277; 18th ed., 14.178).
            let supreme = ["U.S.", "S. Ct."].contains(&cx.raw(Variable::ContainerTitle));
            let court = if supreme {
                Tree::new()
            } else {
                cx.text(Variable::Authority)
            };
            words([court, decided])
        }
        _ => {
            let original = dates::original_year(cx);
            let and = if original.is_empty() { "" } else { "&" };
            let year = if cx.has_date(DateVariable::Issued) {
                dates::issued_year(cx)
            } else if cx.kind() == Kind::Hearing {
                dates::event_year(cx)
            } else {
                dates::full(cx, DateVariable::Submitted)
            };
            words([original, Tree::text(and), year])
        }
    }
}

/// Who testified; whether a bill was enacted or where a rule will stand.
fn remark(cx: &Cx) -> Tree {
    match cx.kind() {
        Kind::Hearing => labelled("testimony of", contributors::plain(cx, Role::Author)),
        Kind::Bill | Kind::Legislation | Kind::Regulation => cx.text(Variable::Status),
        _ => Tree::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chicago::Options;
    use crate::date::Date;
    use crate::record::Record;

    fn print(kind: Kind, year: &str, variables: &[(Variable, &str)]) -> String {
        let mut record = Record::new(kind);
        record.set_date(DateVariable::Issued, Date::parse(year).unwrap());
        for (variable, value) in variables {
            record.set(*variable, *value);
        }
        reference(&Cx::new(&record, &Options::default())).plain()
    }

    #[test]
    fn cases() {
        use Variable::*;
        assert_eq!(
            print(
                Kind::LegalCase,
                "2000",
                &[
                    (Title, "United States v. Christmas"),
                    (Volume, "222"),
                    (ContainerTitle, "F.3d"),
                    (Page, "141-145"),
                    (Authority, "4th Cir."),
                ]
            ),
            "United States v. Christmas, 222 F.3d 141 (4th Cir. 2000)"
        );
        assert_eq!(
            print(
                Kind::LegalCase,
                "2024",
                &[(Title, "A v. B"), (Volume, "600"), (ContainerTitle, "U.S.")]
            ),
            "A v. B, 600 U.S. ___ (2024)"
        );
    }

    #[test]
    fn statutes() {
        use Variable::*;
        assert_eq!(
            print(
                Kind::Legislation,
                "2010",
                &[
                    (Title, "Affordable Care Act"),
                    (Number, "111\\-148"),
                    (Volume, "124"),
                    (ContainerTitle, "Stat."),
                    (Page, "119"),
                ]
            ),
            "Affordable Care Act, Pub. L. No. 111-148, 124 Stat. 119 (2010)"
        );
        let act = [(Title, "Homeland Security Act"), (Number, "107-296")];
        assert_eq!(
            print(Kind::Legislation, "2002", &act),
            "Homeland Security Act, Pub. L. No. 107-296 (2002)"
        );
        let act = [(Title, "Data Protection Act 2018"), (Number, "c. 12")];
        assert_eq!(
            print(Kind::Legislation, "2018", &act),
            "Data Protection Act 2018, c. 12 (2018)"
        );
        assert_eq!(
            print(
                Kind::Legislation,
                "2002",
                &[
                    (Title, "Homeland Security Act"),
                    (Volume, "6"),
                    (ContainerTitle, "U.S.C."),
                    (Section, "101"),
                ]
            ),
            "Homeland Security Act, 6 U.S.C. § 101 (2002)"
        );
    }

    #[test]
    fn a_hearing_of_a_day() {
        let hearing = r#"{"type":"hearing","title":"Who sails?","event-date":"2002-07-15"}"#;
        let record = crate::read::csl_json::read(hearing).unwrap().0.remove(0);
        let printed = reference(&Cx::new(&record, &Options::default())).plain();
        assert_eq!(printed, "Who sails? (2002)");
    }

    #[test]
    fn no_colon_follows_a_question() {
        let hearing = [
            (Variable::Title, "Who Sails?"),
            (Variable::Section, "S. Comm. on Ports"),
        ];
        assert_eq!(
            print(Kind::Hearing, "2002", &hearing),
            "Who Sails? Hearing before the S. Comm. on Ports (2002)"
        );
    }

    #[test]
    fn bills_and_hearings() {
        use Variable::*;
        assert_eq!(
            print(
                Kind::Bill,
                "2022",
                &[
                    (Title, "Respect for Marriage Act"),
                    (Genre, "H.R."),
                    (Number, "8404"),
                    (Authority, "117th Cong."),
                    (Status, "enacted"),
                ]
            ),
            "Respect for Marriage Act, H.R. 8404, 117th Cong. (2022) (enacted)"
        );
        assert_eq!(
            print(
                Kind::Hearing,
                "2002",
                &[
                    (Title, "Homeland Security Act of 2002"),
                    (Number, "H.R. 5005"),
                    (Section, "Select Comm. on Homeland Security"),
                    (Authority, "107th Cong."),
                ]
            ),
            "Homeland Security Act of 2002: Hearing on H.R. 5005 before the Select Comm. on Homeland Security, \
             107th Cong. (2002)"
        );
    }
}
