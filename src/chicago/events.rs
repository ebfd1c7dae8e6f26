//! Meetings, performances, broadcasts, recordings.

use super::context::Cx;
use super::dates;
use super::joins::{commas, words};
use crate::record::{DateVariable, Kind, Role, Variable};
use crate::tree::Tree;

/// Whether an entry sets the event apart because the publication has facts of its own; otherwise the event stands with
/// the date (18th ed., 14.167).
pub(crate) fn stands_apart(cx: &Cx) -> bool {
    cx.has_date(DateVariable::EventDate)
        || cx.has_date(DateVariable::OriginalDate)
        || cx.has_any(&[
            Variable::OriginalPublisher,
            Variable::OriginalPublisherPlace,
            Variable::Publisher,
            Variable::Status,
        ])
}

/// The event, its date and place: `paper presented at the Annual Meeting of ..., Denver, CO, May 2012` (17th ed.,
/// 14.217 and 14.263–14.267; 18th ed., 14.115 and 14.163–14.168).
///
/// Interviews, letters and reviews have it in their description, and a paper in published proceedings needs none.
pub(crate) fn event(cx: &Cx) -> Tree {
    let described = cx.kind() == Kind::Interview
        || cx.has_name(Role::Interviewer)
        || (cx.kind() == Kind::PersonalCommunication && cx.has_name(Role::Recipient))
        || cx.is_review();
    let known = cx.has_date(DateVariable::EventDate) || cx.has(Variable::EventTitle);
    let in_proceedings = cx.kind() == Kind::PaperConference && cx.is_in_collection();
    if described || !known || in_proceedings {
        return Tree::new();
    }
    let status = cx.begin(status(cx));
    if is_recorded(cx) {
        // `filmed November 2016 at TEDxBeaconStreet, Brookline, MA`
        let at = words([Tree::text("at"), cx.text(Variable::EventTitle)]);
        return commas([
            words([status, dates::event(cx), at]),
            cx.text(Variable::EventPlace),
        ]);
    }
    words([status, description(cx)])
}

/// A talk of which only the recording's status is known with the day and the occasion (17th ed., 14.267; 18th ed.,
/// 14.167).
fn is_recorded(cx: &Cx) -> bool {
    cx.has_all(&[Variable::Status, Variable::EventTitle])
        && cx.has_date(DateVariable::EventDate)
        && !cx.has_date(DateVariable::Issued)
        && !cx.is(&[Kind::Broadcast, Kind::PaperConference, Kind::Song])
}

/// What was done: `aired` as given, `paper presented at`, `recorded at`.
fn status(cx: &Cx) -> Tree {
    let at = if cx.has(Variable::EventTitle) {
        "at"
    } else {
        ""
    };
    match cx.kind() {
        Kind::Broadcast if cx.has(Variable::Status) => cx.text(Variable::Status),
        Kind::PaperConference => {
            let presented = if cx.has(Variable::Genre) {
                "presented"
            } else {
                "paper presented"
            };
            words([Tree::text(presented), Tree::text(at)])
        }
        Kind::Song => words([Tree::text("recorded"), Tree::text(at)]),
        _ if cx.has_date(DateVariable::Issued) => Tree::new(),
        _ => cx.text(Variable::Status),
    }
}

fn description(cx: &Cx) -> Tree {
    let title = cx.text(Variable::EventTitle);
    // The day of the paper is printed once, as its date.
    let start = |date| cx.record.date(date).and_then(|date| date.start);
    let day = if start(DateVariable::EventDate) == start(DateVariable::Issued)
        && !cx.is(&[Kind::Broadcast, Kind::Song])
    {
        Tree::new()
    } else {
        dates::event(cx)
    };
    let plain =
        cx.kind() == Kind::Song || (cx.kind() == Kind::PaperConference && !cx.has(Variable::Genre));
    commas([
        if plain { title } else { cx.begin(title) },
        day,
        cx.text(Variable::EventPlace),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chicago::{Form, Options};
    use crate::date::Date;
    use crate::record::Record;

    fn print(form: Form, variables: &[(Variable, &str)]) -> String {
        let mut record = Record::new(Kind::PaperConference);
        record.set_date(DateVariable::EventDate, Date::parse("2012-05").unwrap());
        for (variable, value) in variables {
            record.set(*variable, *value);
        }
        let options = Options {
            form,
            ..Options::default()
        };
        event(&Cx::new(&record, &options)).plain()
    }

    #[test]
    fn papers_are_presented_at_meetings() {
        let meeting = [
            (Variable::EventTitle, "the Annual Meeting of the Society"),
            (Variable::EventPlace, "Denver, CO"),
        ];
        assert_eq!(
            print(Form::Note, &meeting),
            "paper presented at the Annual Meeting of the Society, May 2012, Denver, CO"
        );
        assert_eq!(
            print(Form::Bibliography, &meeting),
            "Paper presented at the Annual Meeting of the Society, May 2012, Denver, CO"
        );
    }

    #[test]
    fn proceedings_need_no_meeting() {
        let printed = [
            (Variable::EventTitle, "Annual Meeting"),
            (Variable::Page, "3-9"),
        ];
        assert_eq!(print(Form::Note, &printed), "");
    }
}
