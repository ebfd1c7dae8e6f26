//! Who or what stands first: the author, or who takes the author's place.
//!
//! The first of these that the record has: composer, author, guest, host; for some kinds the title; editor, translator
//! and others with their labels; the owner of a site; the periodical; the title (17th ed., 14.76–14.84 and 14.103; 18th
//! ed., 13.74–13.86 and 14.6).

use super::context::{Cx, Used};
use super::joins::{capitalise, commas, words};
use super::names::{self, Order};
use super::options::{Form, Position};
use super::{
    archival, archive, compose, dates, descriptions, locators, monograph, publication, serial,
    short, titles,
};
use super::{terms, volumes};
use crate::name::Name;
use crate::record::{DateVariable, Kind, Role, Variable};
use crate::tree::Tree;

/// What stands first, and what was used up for it.
pub(crate) struct Lead {
    /// The words.
    pub tree: Tree,
    /// What must not be printed again.
    pub used: Used,
}

impl Lead {
    /// Takes the words.
    pub fn take(&mut self) -> Self {
        std::mem::replace(self, Self::none())
    }

    fn of(tree: Tree, used: Used) -> Option<Self> {
        (!tree.is_empty()).then_some(Self { tree, used })
    }

    fn none() -> Self {
        Self {
            tree: Tree::new(),
            used: Used::default(),
        }
    }
}

/// The lead of a full note or an entry.
pub(crate) fn full(cx: &Cx) -> Lead {
    search(
        cx,
        if cx.is_entry() {
            Place::Entry
        } else {
            Place::Note
        },
    )
    .unwrap_or_else(Lead::none)
}

/// The short form's lead: family names, or what takes their place.
pub(crate) fn short(cx: &Cx) -> Lead {
    let place = if cx.form == Form::InText {
        Place::Text
    } else {
        Place::ShortNote
    };
    if cx.is(&[Kind::Interview, Kind::PersonalCommunication]) {
        return speaker_and_recipient(cx);
    }
    search(cx, place).unwrap_or_else(Lead::none)
}

/// The people or bodies that the lead names; none where a title stands there.
pub(crate) fn people_of<'a>(cx: &Cx<'a>, lead: &Lead) -> &'a [Name] {
    match lead.used.first_role() {
        Some(role) => cx.names(role),
        None => &[],
    }
}

/// Where the lead stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Note,
    Entry,
    ShortNote,
    Text,
}

impl Place {
    fn is_short(self) -> bool {
        matches!(self, Self::ShortNote | Self::Text)
    }
}

fn search(cx: &Cx, place: Place) -> Option<Lead> {
    let roles = |roles: &[Role]| roles.iter().find_map(|role| people(cx, *role, place));
    let song: &[Role] = if cx.kind() == Kind::Song {
        &[Role::Performer]
    } else {
        &[]
    };
    roles(&[Role::Composer, Role::Author, Role::Guest, Role::Host])
        .or_else(|| roles(song))
        .or_else(|| before_editors(cx, place))
        .or_else(|| roles(&editors(cx, place)))
        .or_else(|| owner(cx, place))
        .or_else(|| container_without_author(cx, place))
        .or_else(|| title_without_author(cx, place))
        .or_else(|| shelfmark(cx))
}

/// The people or bodies of a role, with a label unless they wrote it: `John D’Agata, ed.`
fn people(cx: &Cx, role: Role, place: Place) -> Option<Lead> {
    let people = cx.names(role);
    // A collection that bears its owner's name stands under it: `Horace Kallen Papers`, not `Horace Kallen, Horace Kallen
    // Papers` (17th ed., 14.222; 18th ed., 14.128).
    let of_owner = cx.kind() == Kind::Collection && !archival::names_author(cx);
    if people.is_empty() || (of_owner && role == Role::Author) {
        return None;
    }
    let order = match place {
        Place::Note => Order::Running,
        Place::Entry => Order::FirstInverted,
        Place::ShortNote | Place::Text => Order::Short,
    };
    let list = names::list(cx, people, order);
    let words = terms::words(role);
    let label = if place.is_short() {
        ""
    } else if people.len() > 1 {
        words.labels
    } else {
        words.label
    };
    let mut used = Used::default().role(role);
    // The author of a web page who owns the site, too, is not named again (17th ed., 14.207; 18th ed., 14.104).
    if let (Kind::Webpage, [author]) = (cx.kind(), people) {
        for owner in [Variable::ContainerTitle, Variable::Publisher] {
            if cx.raw(owner) == author.literal {
                used = used.text(owner);
            }
        }
    }
    Lead::of(commas([list, Tree::text(label)]), used)
}

/// Who takes the author's place, in order. The editor of a set comes before that of a volume, except in a reference
/// list (18th ed., 14.21); a standard is listed under its organisation (17th ed., 14.259; 18th ed., 14.159).
fn editors(cx: &Cx, place: Place) -> Vec<Role> {
    use Role::*;
    let mut out = Vec::with_capacity(Role::ALL.len());
    out.push(Illustrator);
    let specific_first = volumes::leads(cx) || place == Place::Text;
    let set = super::series::is_volume_of_set(cx) && !cx.has(Variable::ContainerTitle);
    if set && !specific_first {
        out.push(CollectionEditor);
    }
    if cx.kind() != Kind::Standard {
        out.extend([EditorTranslator, Editor]);
        // Who translated a document did not write it: an archival item stands under its title.
        if !cx.has(Variable::ArchiveLocation) && !cx.has(Variable::ArchiveCollection) {
            out.push(Translator);
        }
        out.push(CollectionEditor);
    }
    let episode = compose::is_numbered_episode(cx);
    if !episode || !place.is_short() {
        out.push(Director);
    }
    if !episode {
        out.extend([Producer, ExecutiveProducer, SeriesCreator]);
        if cx.kind() == Kind::Broadcast {
            out.push(Contributor);
        }
    }
    out.extend([EditorialDirector, Compiler]);
    if cx.is(&[Kind::Event, Kind::Performance, Kind::Speech]) {
        out.extend([Chair, Organizer]);
    }
    out.push(Curator);
    out
}

/// Classics, performances, films, songs and unsigned entries of reference works stand under their titles even where
/// somebody edited or directed them (17th ed., 14.232, 14.242 and 14.261–14.266; 18th ed., 14.130, 14.143, 14.147 and
/// 14.163–14.166).
fn before_editors(cx: &Cx, place: Place) -> Option<Lead> {
    use Kind::*;
    let entry = cx.is(&[Entry, EntryDictionary, EntryEncyclopedia]);
    match place {
        Place::Entry if cx.kind() == Classic => title(cx, place),
        Place::Entry if cx.is(&[EntryDictionary, EntryEncyclopedia]) => container(cx, place),
        Place::Entry => None,
        _ if cx.is(&[Classic, Performance]) => title(cx, place),
        Place::Text if entry => container(cx, place),
        Place::Text => None,
        _ if compose::is_numbered_episode(cx) => container(cx, Place::ShortNote),
        _ if cx.is(&[Broadcast, MotionPicture, Song]) => title(cx, place),
        _ if cx.has_any(&[Variable::Doi, Variable::Url]) || !entry => None,
        Place::Note => reference_work(cx),
        _ => container(cx, place),
    }
}

/// The owner of a site or the maker of software, and who issued a standard; a note leaves them out (17th ed., 14.207,
/// 14.259 and 14.268; 18th ed., 14.104, 14.159 and 14.169).
fn owner(cx: &Cx, place: Place) -> Option<Lead> {
    let variable = match cx.kind() {
        Kind::Software | Kind::Webpage => Variable::Publisher,
        Kind::Standard => Variable::Authority,
        _ => return None,
    };
    // A short note follows the note that leaves the owner out, where the record has a short title to know it by.
    let by_title =
        place == Place::ShortNote && cx.kind() == Kind::Webpage && cx.has(Variable::TitleShort);
    if place == Place::Note || by_title {
        return None;
    }
    Lead::of(cx.text(variable), Used::default().text(variable))
}

fn container_without_author(cx: &Cx, place: Place) -> Option<Lead> {
    if place == Place::Note && (is_titled(cx) || cx.kind() == Kind::Webpage) {
        return None;
    }
    container(cx, place)
}

fn title_without_author(cx: &Cx, place: Place) -> Option<Lead> {
    if place == Place::Note && is_titled(cx) {
        return None;
    }
    title(cx, place)
}

fn is_titled(cx: &Cx) -> bool {
    cx.has_any(&[
        Variable::ReviewedGenre,
        Variable::ReviewedTitle,
        Variable::Title,
    ])
}

/// Unsigned pieces of newspapers and magazines stand under the paper, unsigned entries under the reference work, pages
/// under the site (17th ed., 14.199, 14.214 and 14.233; 18th ed., 14.97, 14.102, 14.104 and 14.130).
fn container(cx: &Cx, place: Place) -> Option<Lead> {
    use Kind::*;
    if cx.has(Variable::VolumeTitle) && !place.is_short() {
        return None;
    }
    let used = Used::default().text(Variable::ContainerTitle);
    let paper = cx.is(&[ArticleMagazine, ArticleNewspaper]) || cx.is_review();
    if paper && !place.is_short() {
        return Lead::of(serial::name(cx), used.text(Variable::PublisherPlace));
    }
    let abbreviated = place.is_short() || (volumes::leads(cx) && cx.kind() == Webpage);
    let title = if abbreviated && !paper && cx.has(Variable::ContainerTitleShort) {
        cx.headline(Variable::ContainerTitleShort)
    } else {
        cx.headline(Variable::ContainerTitle)
    };
    if cx.kind() == Webpage {
        return Lead::of(title, used);
    }
    if paper || cx.is(&[Broadcast, Entry, EntryDictionary, EntryEncyclopedia]) {
        return Lead::of(title.italic(), used);
    }
    None
}

/// An unsigned entry of a printed reference work in a full note: the work and its facts, then `under` the entry (17th
/// ed., 14.232; 18th ed., 14.130).
fn reference_work(cx: &Cx) -> Option<Lead> {
    let lead = container(cx, Place::Note)?;
    let rest = cx.without(lead.used);
    let work = publication::after(&rest, commas([lead.tree, monograph::source(&rest)]));
    let under = if cx.has(Variable::Title) && !locators::is(cx, "sub-verbo") {
        words([Tree::text(locators::under(cx).0), titles::primary(cx)])
    } else {
        Tree::new()
    };
    Lead::of(commas([work, under]), lead.used.everything())
}

/// The title, or what the item is where it has none. That begins with a capital, as in an entry.
fn title(cx: &Cx, place: Place) -> Option<Lead> {
    let review = cx.is_review() && !cx.has(Variable::ReviewedGenre);
    let used = Used::default();
    if !cx.has(Variable::Title) {
        let entry = cx.as_form(Form::Bibliography);
        let described = match place {
            Place::Entry => compose::title_and_description(cx),
            _ => compose::title_and_description(&entry),
        };
        return Lead::of(described, used.described());
    }
    if place.is_short() {
        let used = if review {
            used.described()
        } else {
            used.text(Variable::Title)
        };
        return Lead::of(short::title(cx), used);
    }
    if review {
        return Lead::of(compose::title_and_description(cx), used.described());
    }
    let own = volumes::own_title(cx);
    if !own.is_empty() {
        let part = cx.has(Variable::PartTitle);
        let variable = if part {
            Variable::PartTitle
        } else {
            Variable::VolumeTitle
        };
        return Lead::of(own, used.text(variable));
    }
    let used = used.text(Variable::Title);
    let used = if cx.is_serial() {
        used.text(Variable::PartTitle).text(Variable::PartNumber)
    } else {
        used
    };
    Lead::of(titles::title(cx), used)
}

/// A manuscript of which only the place where it is kept is known (17th ed., 14.222; 18th ed., 14.127).
fn shelfmark(cx: &Cx) -> Option<Lead> {
    let described = cx.has_date(DateVariable::EventDate)
        || cx.has_any(&[
            Variable::ContainerTitle,
            Variable::EventPlace,
            Variable::EventTitle,
            Variable::Genre,
            Variable::Publisher,
            Variable::PublisherPlace,
            Variable::Title,
        ]);
    if cx.kind() != Kind::Manuscript || described {
        return None;
    }
    let used = [
        Variable::Archive,
        Variable::ArchiveCollection,
        Variable::ArchiveLocation,
        Variable::ArchivePlace,
    ]
    .into_iter()
    .fold(Used::default(), Used::text);
    Lead::of(archive::archive(cx), used)
}

/// What somebody unknown wrote: `Letter to Ives` (17th ed., 14.225; 18th ed., 14.122).
#[inline(never)]
fn recipient_alone(cx: &Cx, recipients: &[Name]) -> Lead {
    let tree = words([
        cx.text(Variable::Genre),
        Tree::text("to"),
        names::list(cx, recipients, Order::Family),
    ]);
    let used = Used::default().role(Role::Recipient).text(Variable::Genre);
    Lead {
        tree: capitalise(tree),
        used,
    }
}

/// Interviews and letters in short: `Creel to House`. What a reader cannot find is not in a list, so that the text
/// gives whole names where it first cites it (17th ed., 14.214 and 15.53; 18th ed., 14.111 and 13.119).
fn speaker_and_recipient(cx: &Cx) -> Lead {
    let found = cx.has_any(&dates::FINDABLE);
    let first = cx.form == Form::InText && cx.options.position == Position::First;
    let order = if first && !found {
        Order::Running
    } else {
        Order::Short
    };
    let author = names::list(cx, cx.names(Role::Author), order);
    let used = Used::default().role(Role::Author);
    let recipients = cx.names(Role::Recipient);
    if author.is_empty() && !recipients.is_empty() && !cx.has(Variable::Title) {
        return recipient_alone(cx, recipients);
    }
    let to = !recipients.is_empty() && descriptions::is_from_to(cx);
    let lead = if author.is_empty() {
        Lead::of(short::title(cx), Used::default().described()).unwrap_or_else(Lead::none)
    } else {
        Lead { tree: author, used }
    };
    let order_of_recipients = if order == Order::Short {
        Order::Family
    } else {
        order
    };
    if !to || (found && !cx.has_name(Role::Author)) {
        return lead;
    }
    Lead {
        tree: words([
            lead.tree,
            Tree::text("to"),
            names::list(cx, recipients, order_of_recipients),
        ]),
        used: lead.used.role(Role::Recipient),
    }
}
