//! The words for what people did: `ed.`, `edited by`.

use super::context::Cx;
use crate::record::Role;
use crate::scan::SPEED;

/// The words for a role.
#[derive(Default)]
pub(crate) struct Words {
    /// After a name in the author's place: `Binder, Amy J., ed.`
    pub label: &'static str,
    /// After several.
    pub labels: &'static str,
    /// Before the names in an entry.
    pub verb: &'static str,
    /// Before the names in a note: only the commonest are abbreviated (17th ed., 14.103–14.104; 18th ed., 14.6).
    pub short_verb: &'static str,
}

/// The words for a role; empty for an author.
pub(crate) fn words(role: Role) -> Words {
    use Role::*;
    let words = match role {
        Author if SPEED => return Words::default(),
        Editor | CollectionEditor | EditorialDirector => "ed.;eds.;edited by;ed.",
        EditorTranslator => {
            "ed. and trans.;eds. and trans.;edited and translated by;ed. and trans."
        }
        Translator => "trans.;trans.;translated by;trans.",
        Compiler => "comp.;comps.;compiled by;comp.",
        Illustrator => "ill.;ills.;illustrated by;ill.",
        Chair => "chair;chairs;chaired by;",
        Organizer => "org.;orgs.;organized by;",
        Curator => "cur.;curs.;curated by;",
        Director => "dir.;dirs.;directed by;",
        Producer => "prod.;prods.;produced by;",
        ExecutiveProducer => "exec. prod.;exec. prods.;executive produced by;",
        SeriesCreator => "ser. creator;ser. creators;created by;",
        ScriptWriter => "wrtr.;wrtrs.;written by;",
        Performer => "perf.;perfs.;performed by;",
        Narrator => "narr.;narrs.;narrated by;",
        Host => "host;hosts;hosted by;",
        Guest => "guest;guests;with guest;",
        Contributor => "contrib.;contribs.;with;",
        Composer => ";;composed by;",
        Interviewer => ";;interview by;",
        Recipient => ";;to;",
        Author => ";;;",
        ContainerAuthor | OriginalAuthor | ReviewedAuthor => ";;by;",
    };
    let mut words = words.split(';');
    let mut next = || words.next().unwrap_or("");
    Words {
        label: next(),
        labels: next(),
        verb: next(),
        short_verb: next(),
    }
}

/// The verb before so many names, as it is in this form: short in a note.
pub(crate) fn verb(cx: &Cx, role: Role, number: usize) -> &'static str {
    let words = words(role);
    if role == Role::Guest && number > 1 {
        "with guests"
    } else if cx.is_entry() || words.short_verb.is_empty() {
        words.verb
    } else {
        words.short_verb
    }
}
