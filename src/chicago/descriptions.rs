//! What the item is, in words: letters, interviews, reviews, genres.

use super::context::Cx;
use super::contributors::plain;
use super::dates;
use super::generic;
use super::joins::{capitalise, commas, words};
use super::labels;
use super::names::{self, Order};
use super::options::Position;
use super::{events, serial, titles};
use crate::record::{DateVariable, Kind, Role, Variable};
use crate::tree::Tree;

/// The description of the item, after its title or in its place.
pub(crate) fn description(cx: &Cx) -> Tree {
    if is_interview(cx) {
        return interview(cx);
    }
    if cx.is_review() {
        return review(cx);
    }
    match cx.kind() {
        Kind::PersonalCommunication => return letter(cx),
        Kind::Song if cx.has_name(Role::Composer) => return performance(cx),
        // The kind of a thesis stands with its university (17th ed., 14.215; 18th ed., 14.113).
        Kind::Thesis => return Tree::new(),
        Kind::PaperConference if cx.is_serial() => {
            return cx.join([format(cx), section(cx), events::event(cx)]);
        }
        Kind::PaperConference => return capitalise(format(cx)),
        _ => {}
    }
    if serial::is_blog(cx) {
        return section(cx);
    }
    if cx.is_serial() {
        return cx.join([format(cx), section(cx)]);
    }
    // What a report or a programme as a whole is, stands with the whole.
    let of_whole = cx.is(&[Kind::Document, Kind::Report, Kind::Software, Kind::Standard])
        || (cx.is(&[Kind::Event, Kind::Performance, Kind::Speech]) && !cx.is_in_collection());
    if cx.has(Variable::ContainerTitle) && of_whole {
        return Tree::new();
    }
    format(cx)
}

fn is_interview(cx: &Cx) -> bool {
    cx.kind() == Kind::Interview || cx.has_name(Role::Interviewer)
}

/// The department of a magazine or the column of a newspaper (17th ed., 14.190 and 14.195; 18th ed., 14.88 and 14.93).
fn section(cx: &Cx) -> Tree {
    cx.begin(labels::section(cx))
}

/// The genre, as given; what was never published and has none is an `unpublished manuscript` or a `personal
/// communication` (17th ed., 14.214 and 14.216; 18th ed., 14.111 and 14.114).
pub(crate) fn format(cx: &Cx) -> Tree {
    if cx.has(Variable::Genre) {
        // A number follows its genre elsewhere.
        return if cx.has(Variable::Number) || (generic::is_in_title(cx) && !generic::is_letter(cx))
        {
            Tree::new()
        } else {
            cx.begin(cx.text(Variable::Genre))
        };
    }
    match cx.kind() {
        _ if cx.has_any(&dates::FINDABLE) => Tree::new(),
        Kind::Manuscript => cx.word("unpublished manuscript"),
        Kind::PersonalCommunication => cx.word("personal communication"),
        _ => Tree::new(),
    }
}

/// `interview by Andrea Aguilar`, with the occasion (17th ed., 14.211–14.213; 18th ed., 14.108–14.110).
#[inline(never)]
fn interview(cx: &Cx) -> Tree {
    let people = plain(cx, Role::Interviewer);
    let genre = cx.has(Variable::Genre) && !cx.has(Variable::Number) && !generic::is_in_title(cx);
    let what = if genre {
        words([cx.begin(cx.text(Variable::Genre)), after("by", people)])
    } else if cx.has_name(Role::Interviewer) {
        cx.begin(after("interview by", people))
    } else if !cx.has(Variable::Genre) && (!cx.has(Variable::Title) || generic::is_letter(cx)) {
        cx.word("interview")
    } else {
        format(cx)
    };
    commas([what, occasion(cx)])
}

/// A word before names, when there are any.
fn after(word: &str, names: Tree) -> Tree {
    if names.is_empty() {
        return names;
    }
    words([Tree::text(word), names])
}

/// The event that a description tells of, its place and date.
fn occasion(cx: &Cx) -> Tree {
    // Reference managers file the place of publication as the place of an event too.
    let place = cx.raw(Variable::EventPlace);
    let own_place = !place.is_empty()
        && !cx.has_any(&[Variable::Publisher, Variable::ContainerTitle])
        && cx.raw(Variable::PublisherPlace) != place;
    if !own_place && !cx.has(Variable::EventTitle) && !cx.has_date(DateVariable::EventDate) {
        return Tree::new();
    }
    commas([
        cx.text(Variable::EventTitle),
        cx.text(Variable::EventPlace),
        dates::event(cx),
    ])
}

/// Whether it is written as from one to the other: a letter, which is understood; in the 17th edition what else an
/// archive keeps, too, and then what it is follows the names, as it does everywhere with its number: `Embassy in Ulm to
/// Foreign Office, telegram no. 61` (17th ed., 14.229 and 14.225; 18th ed., 14.13).
pub(crate) fn is_from_to(cx: &Cx) -> bool {
    let kept = cx.has_any(&[Variable::Archive, Variable::ArchiveCollection]);
    let called = cx.has(Variable::Genre) && !cx.has(Variable::Number) && !is_understood(cx);
    let named = cx.has(Variable::Title) && !generic::is_letter(cx);
    !called || (cx.is_17() && kept && !named && cx.has_name(Role::Author))
}

fn is_called_letter(cx: &Cx) -> bool {
    cx.record
        .get(Variable::Genre)
        .eq_ignore_ascii_case("letter")
}

/// A letter needs no word for it between two names; one from nobody known is described (17th ed., 14.225 and 14.229;
/// 18th ed., 14.13 and 14.122).
fn is_understood(cx: &Cx) -> bool {
    is_called_letter(cx) && !cx.record.names(Role::Author).is_empty()
}

/// `to Edward House, Paris, September 25, 1918`: the word letter is understood (17th ed., 14.111 and 14.229; 18th ed.,
/// 14.13 and 14.129).
fn letter(cx: &Cx) -> Tree {
    if !cx.has_name(Role::Recipient) {
        return format(cx);
    }
    let to = after("to", plain(cx, Role::Recipient));
    let genre = if is_understood(cx) {
        Tree::new()
    } else {
        format(cx)
    };
    let named = if !cx.has(Variable::Genre) || genre.is_empty() {
        cx.begin(to)
    } else if is_from_to(cx) && !cx.is_entry() {
        commas([to, genre])
    } else {
        words([genre, to])
    };
    commas([named, cx.text(Variable::EventPlace), dates::event(cx)])
}

/// Who plays what another composed (17th ed., 14.263; 18th ed., 14.163).
#[inline(never)]
fn performance(cx: &Cx) -> Tree {
    let author = plain(cx, Role::Author);
    let people = if author.is_empty() {
        plain(cx, Role::Performer)
    } else {
        author
    };
    let by = if people.is_empty() {
        people
    } else {
        words([Tree::text("performed by"), people])
    };
    cx.begin(words([cx.text(Variable::Genre), by]))
}

/// `review of Happy Life, by Kathy Ng`, with the occasion and the department (17th ed., 14.201–14.204 and 14.214; 18th
/// ed., 14.99–14.102).
#[inline(never)]
fn review(cx: &Cx) -> Tree {
    let author = after("by", plain(cx, Role::ReviewedAuthor));
    let genre = cx.has(Variable::ReviewedGenre);
    let titled = cx.has_all(&[Variable::ReviewedTitle, Variable::Title]);
    let author = if genre && !titled {
        Tree::new()
    } else {
        author
    };
    let title = reviewed_title(cx);
    let of = if title.is_empty() && author.is_empty() && !cx.has(Variable::Genre) && !genre {
        cx.word("review")
    } else {
        review_of(cx)
    };
    let reviewed = commas([words([of, title]), author, occasion(cx)]);
    cx.join([reviewed, section(cx)])
}

/// `review of`, `unsigned review of`, or the genre as given, with what kind of work is reviewed.
fn review_of(cx: &Cx) -> Tree {
    let unsigned = if cx.has_creator() { "" } else { "unsigned" };
    let term = words([Tree::text(unsigned), Tree::text("review of")]);
    if cx.has(Variable::ReviewedGenre) {
        let author = if cx.has(Variable::ReviewedTitle) {
            Tree::new()
        } else {
            after("by", plain(cx, Role::ReviewedAuthor))
        };
        return words([cx.begin(term), cx.text(Variable::ReviewedGenre), author]);
    }
    if cx.has(Variable::Genre) && !cx.has(Variable::Number) {
        return cx.begin(cx.text(Variable::Genre));
    }
    cx.begin(term)
}

/// The title of the work reviewed, which a review without a title of its own gives as its title.
fn reviewed_title(cx: &Cx) -> Tree {
    let named = cx.has_any(&[Variable::ReviewedGenre, Variable::ReviewedTitle]);
    let variable = if named {
        Variable::ReviewedTitle
    } else {
        Variable::Title
    };
    cx.headline(variable).italic()
}

/// The description in a short form (17th ed., 14.30–14.33; 18th ed., 13.32–13.36).
pub(crate) fn short(cx: &Cx) -> Tree {
    if is_interview(cx) {
        let first = cx.options.position == Position::First && !cx.options.form.is_note();
        return if first && !cx.has_any(&dates::FINDABLE) {
            interview(&cx.as_note())
        } else {
            short_interview(cx)
        };
    }
    if cx.is_review() {
        return short_review(cx);
    }
    if cx.kind() == Kind::PersonalCommunication {
        return short_letter(cx);
    }
    if cx.is_serial() {
        return match () {
            () if cx.has(Variable::Title) => Tree::new(),
            () if cx.has(Variable::Genre) => short_format(cx),
            () => cx.headline(Variable::Section),
        };
    }
    short_format(cx)
}

/// `interview`, or its genre or medium; beside another of the same person, whose it is.
fn short_interview(cx: &Cx) -> Tree {
    if cx.options.disambiguate > 0 && cx.has_name(Role::Interviewer) {
        let people = names::list(cx, cx.names(Role::Interviewer), Order::Short);
        return after("interview by", people);
    }
    // What it was recorded on does not say what it is (17th ed., 14.211; 18th ed., 14.108).
    let unnamed =
        !cx.has(Variable::Genre) && (cx.has_name(Role::Interviewer) || !cx.has(Variable::Medium));
    let format = if unnamed {
        Tree::text("interview")
    } else {
        short_format(cx)
    };
    if cx.has_creator() {
        format
    } else {
        capitalise(format)
    }
}

#[inline(never)]
fn short_review(cx: &Cx) -> Tree {
    if cx.options.position == Position::Ibid {
        return Tree::text("review");
    }
    let named = cx.has_any(&[Variable::ReviewedGenre, Variable::ReviewedTitle]);
    let title = if named {
        cx.headline(Variable::ReviewedTitle)
    } else if cx.has(Variable::TitleShort) {
        cx.headline(Variable::TitleShort)
    } else {
        cx.headline(Variable::Title)
    };
    let of = if title.is_empty() {
        "review"
    } else {
        "review of"
    };
    words([Tree::text(of), title.italic()])
}

/// `to House, September 25, 1918`: the day finds a letter, not a title.
fn short_letter(cx: &Cx) -> Tree {
    let what = if is_understood(cx) || cx.has(Variable::Number) {
        Tree::new()
    } else {
        short_format(cx)
    };
    let what = if cx.has(Variable::Genre) {
        let people = names::list(cx, cx.names(Role::Recipient), Order::Short);
        words([what, after("to", people)])
    } else {
        what
    };
    let date = if cx.has_date(DateVariable::EventDate) {
        dates::event(cx)
    } else {
        dates::issued(cx)
    };
    commas([what, cx.text(Variable::EventPlace), date])
}

/// The genre or the medium; an introduction with the book that it introduces (17th ed., 14.110; 18th ed., 14.12).
fn short_format(cx: &Cx) -> Tree {
    let ibid = cx.options.position == Position::Ibid;
    let contained = cx.has(Variable::ContainerTitle);
    if cx.has(Variable::Genre) {
        let genre = cx.text(Variable::Genre);
        if ibid || !contained {
            return genre;
        }
        let introduced = match cx.kind() {
            Kind::Chapter => short_container(cx),
            Kind::ArticleJournal => titles::volume(cx),
            _ => Tree::new(),
        };
        return words([genre, after("to", introduced)]);
    }
    if cx.has(Variable::Medium) {
        return cx.text(Variable::Medium);
    }
    if cx.has(Variable::ChapterNumber) {
        let chapter = labels::chapter_number(cx);
        if !contained {
            return chapter;
        }
        let preposition = if cx.kind() == Kind::Song { "on" } else { "in" };
        return words([chapter, Tree::text(preposition), short_container(cx)]);
    }
    match cx.kind() {
        _ if cx.has_any(&dates::FINDABLE) => Tree::new(),
        Kind::Manuscript => Tree::text("unpublished manuscript"),
        Kind::PersonalCommunication => Tree::text("pers. comm."),
        _ => Tree::new(),
    }
}

fn short_container(cx: &Cx) -> Tree {
    if cx.has(Variable::ContainerTitleShort) && !cx.is_used(Variable::ContainerTitle) {
        cx.headline(Variable::ContainerTitleShort).italic()
    } else {
        titles::container(cx)
    }
}

#[cfg(test)]
mod tests {
    use crate::chicago::{Edition, Form, printed};

    fn print(item: &str, form: Form) -> String {
        printed::print(item, form, Edition::Eighteenth)
    }

    #[test]
    fn letters() {
        let letter = r#"{"type":"personal_communication","author":[{"family":"Creel","given":"George"}],
            "recipient":[{"family":"House","given":"Edward"}],"issued":{"date-parts":[[1918,9,25]]},
            "archive":"Yale University Library"}"#;
        assert_eq!(
            print(letter, Form::Note),
            "George Creel to Edward House, September 25, 1918, Yale University Library."
        );
        assert_eq!(
            print(letter, Form::ShortNote),
            "Creel to House, September 25, 1918."
        );
    }

    #[test]
    fn telegrams_with_a_number() {
        let telegram = r#"{"type":"personal_communication","genre":"telegram","number":"61","author":[{"literal":"Embassy in Ulm"}],
            "recipient":[{"literal":"Foreign Office"}],"issued":"1923-01-26","archive":"State Archives","archive_location":"box 2"}"#;
        assert_eq!(
            print(telegram, Form::Note),
            "Embassy in Ulm to Foreign Office, telegram no. 61, January 26, 1923, box 2, State Archives."
        );
        assert_eq!(
            print(telegram, Form::ShortNote),
            "Embassy in Ulm to Foreign Office, January 26, 1923."
        );
    }

    #[test]
    fn letters_of_unknown_writers_are_described() {
        let letter = r#"{"type":"personal_communication","recipient":[{"family":"Ives","given":"Tom"}],
            "genre":"letter","issued":"1820-05-02","archive":"Morris Library"}"#;
        for (form, printed) in [
            (
                Form::Note,
                "Letter to Tom Ives, May 2, 1820, Morris Library.",
            ),
            (Form::ShortNote, "Letter to Ives, May 2, 1820."),
            (
                Form::Bibliography,
                "Letter to Tom Ives. May 2, 1820. Morris Library.",
            ),
            (Form::InText, "(Letter to Ives 1820)"),
        ] {
            assert_eq!(print(letter, form), printed);
        }
    }

    #[test]
    fn reviews() {
        let review = r#"{"type":"review","author":[{"family":"Kumar","given":"Naveen"}],"reviewed-title":"Happy Life",
            "reviewed-author":[{"family":"Ng","given":"Kathy"}],"container-title":"New York Times",
            "issued":{"date-parts":[[2022,7,29]]}}"#;
        assert!(
            print(review, Form::Note)
                .starts_with("Naveen Kumar, review of Happy Life, by Kathy Ng, New York Times")
        );
        assert_eq!(
            print(review, Form::ShortNote),
            "Kumar, review of Happy Life."
        );
        let of_nothing = r#"{"type":"review","author":[{"family":"Kumar"}],"container-title":"Times","issued":{"raw":"2022"}}"#;
        assert_eq!(print(of_nothing, Form::Note), "Kumar, review, Times, 2022.");
        assert_eq!(print(of_nothing, Form::ShortNote), "Kumar, review.");
    }

    #[test]
    fn interviews() {
        let interview = r#"{"type":"interview","author":[{"family":"Spock","given":"Benjamin"}],
            "interviewer":[{"family":"Senn","given":"Milton J. E."}],"issued":{"date-parts":[[1974,11,20]]},
            "archive":"National Library of Medicine"}"#;
        assert!(
            print(interview, Form::Note)
                .starts_with("Benjamin Spock, interview by Milton J. E. Senn, November 20, 1974")
        );
        assert_eq!(print(interview, Form::ShortNote), "Spock, interview.");
        let nobody =
            r#"{"type":"interview","interviewer":[{"family":"Senn"}],"issued":{"raw":"1974"}}"#;
        assert_eq!(print(nobody, Form::ShortNote), "Interview.");
    }

    #[test]
    fn titled_interviews_are_known_by_whom_they_ask() {
        let interview = r#"{"type":"interview","title":"Words","author":[{"family":"Stamper","given":"Kory"}],
            "interviewer":[{"family":"Gross","given":"Terry"}],"container-title":"Fresh Air","URL":"https://a.example"}"#;
        assert_eq!(print(interview, Form::ShortNote), "Stamper, interview.");
        let named = interview.replace("\"title\"", "\"title-short\":\"Words\",\"title\"");
        assert_eq!(print(&named, Form::ShortNote), "Stamper, “Words.”");
    }

    #[test]
    fn blogs_are_called_so_after_their_names() {
        let post = r#"{"type":"post-weblog","title":"A Wound","author":[{"family":"Idle","given":"Eric"}],"genre":"Blog",
            "container-title":"Hamster Moms","issued":{"date-parts":[[2014,6,25]]}}"#;
        assert_eq!(
            print(post, Form::Note),
            "Eric Idle, “A Wound,” Hamster Moms (blog), June 25, 2014."
        );
    }
}
