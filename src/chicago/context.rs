//! What every rule sees: the record, the caller's choices, and what has been printed already.

use super::generic;
use super::headline;
use super::joins;
use super::labels;
use super::markup;
use super::options::{Edition, Form, Options};
use super::scripts;
use crate::record::{DateVariable, Kind, Record, Role, Variable};
use crate::tree::Tree;

/// The view that a rule has of one citation.
///
/// Conditions ask the record itself (`has`, `kind`); what is printed is asked of the view (`text`, `names`), which
/// leaves out what already stands in the author's place.
#[derive(Clone, Copy)]
pub(crate) struct Cx<'a> {
    /// The source.
    pub record: &'a Record,
    /// The caller's choices.
    pub options: &'a Options,
    /// The form that is being made now: a rule may ask for the note form of a part within an entry.
    pub form: Form,
    kind: Kind,
    used: Used,
}

/// The variables and roles that were moved into the author's place.
#[derive(Clone, Copy, Default)]
pub(crate) struct Used {
    texts: u128,
    roles: u64,
    described: bool,
    published: bool,
}

impl Used {
    /// Marks a text variable as printed.
    pub fn text(mut self, variable: Variable) -> Self {
        self.texts |= 1 << (variable as u32);
        self
    }

    /// Marks the title with its description as printed.
    pub fn described(mut self) -> Self {
        self.described = true;
        self.text(Variable::Title)
    }

    /// Marks as printed all that describes the source: titles, contributors, facts of publication.
    pub fn everything(self) -> Self {
        let facts = [
            Variable::CollectionTitle,
            Variable::CollectionNumber,
            Variable::Edition,
            Variable::Number,
            Variable::NumberOfVolumes,
            Variable::OriginalPublisher,
            Variable::OriginalPublisherPlace,
            Variable::Page,
            Variable::Publisher,
            Variable::PublisherPlace,
            Variable::Version,
        ];
        let mut used = facts.into_iter().fold(self.described(), Self::text);
        used.published = true;
        used.roles = u64::MAX;
        used
    }

    /// Whether people or bodies stand in the author's place, not a title.
    pub fn has_names(self) -> bool {
        self.roles != 0
    }

    /// The role of those who stand in the author's place.
    pub fn first_role(self) -> Option<Role> {
        Role::ALL.get(self.roles.trailing_zeros() as usize).copied()
    }

    /// Marks the names of a role as printed.
    pub fn role(mut self, role: Role) -> Self {
        self.roles |= 1 << (role as u32);
        self
    }
}

impl<'a> Cx<'a> {
    /// A view of a record in which nothing is printed yet.
    pub fn new(record: &'a Record, options: &'a Options) -> Self {
        Self {
            record,
            options,
            form: options.form,
            kind: generic::kind(record),
            used: Used::default(),
        }
    }

    /// The view after some parts were printed in the author's place.
    pub fn without(mut self, used: Used) -> Self {
        self.used.texts |= used.texts;
        self.used.roles |= used.roles;
        self.used.described |= used.described;
        self.used.published |= used.published;
        self
    }

    /// The view in another form: the note form of a part within an entry.
    pub fn as_form(mut self, form: Form) -> Self {
        self.form = form;
        self
    }

    /// The view for a part that keeps its note punctuation within an entry.
    pub fn as_note(self) -> Self {
        self.as_form(Form::Note)
    }

    /// Whether the 17th edition is asked for.
    pub fn is_17(&self) -> bool {
        self.options.edition == Edition::Seventeenth
    }

    /// Whether parts stand between full stops and begin with capitals.
    pub fn is_entry(&self) -> bool {
        self.form.is_entry()
    }

    /// The kind of source, as it is cited.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Whether the source is of one of these kinds.
    pub fn is(&self, kinds: &[Kind]) -> bool {
        kinds.contains(&self.kind)
    }

    /// Whether a variable is given, printed already or not.
    pub fn has(&self, variable: Variable) -> bool {
        self.record.has(variable)
    }

    /// Whether any of the variables is given.
    pub fn has_any(&self, variables: &[Variable]) -> bool {
        self.record.has_any(variables)
    }

    /// Whether all of the variables are given.
    pub fn has_all(&self, variables: &[Variable]) -> bool {
        variables.iter().all(|variable| self.record.has(*variable))
    }

    /// Whether a date is given.
    pub fn has_date(&self, date: DateVariable) -> bool {
        self.record.has_date(date)
    }

    /// Whether anybody has the role, printed already or not.
    pub fn has_name(&self, role: Role) -> bool {
        self.record.has_name(role)
    }

    /// Whether anybody has any of the roles.
    pub fn has_any_name(&self, roles: &[Role]) -> bool {
        self.record.has_any_name(roles)
    }

    /// Whether a text variable already stands in the author's place.
    pub fn is_used(&self, variable: Variable) -> bool {
        self.used.texts & (1 << (variable as u32)) != 0
    }

    /// Whether the facts of publication already stand in the author's place.
    pub fn is_published(&self) -> bool {
        self.used.published
    }

    /// Whether the title with its description already stands in the author's place.
    pub fn is_described(&self) -> bool {
        self.used.described
    }

    /// The raw value of a variable to print; empty when it already stands in the author's place.
    pub fn raw(&self, variable: Variable) -> &'a str {
        if self.is_used(variable) {
            return "";
        }
        let value = self.record.get(variable);
        match variable {
            Variable::Issue | Variable::Page | Variable::Volume
                if value.starts_with(|c: char| c.is_ascii_alphabetic()) =>
            {
                labels::bare(variable, value)
            }
            _ => value,
        }
    }

    /// A variable to print, its inline markup read; empty when it already stands in the author's place.
    pub fn text(&self, variable: Variable) -> Tree {
        let mut text = markup::parse(self.raw(variable));
        if variable == Variable::Medium
            || (variable == Variable::Genre && !self.has(Variable::Number))
        {
            generic::lower(&mut text);
        }
        text
    }

    /// A variable to print in headline style; empty when it already stands in the author's place.
    pub fn headline(&self, variable: Variable) -> Tree {
        let text = self.text(variable);
        // A romanised title is not English.
        if scripts::romanised(self.raw(variable)).is_some() {
            return text;
        }
        headline::headline(self, text)
    }

    /// The names of a role to print; empty when they already stand in the author's place.
    pub fn names(&self, role: Role) -> &'a [crate::name::Name] {
        if self.used.roles & (1 << (role as u32)) != 0 {
            return &[];
        }
        self.record.names(role)
    }

    /// Parts with the punctuation of the form between them: commas in a note, full stops in an entry.
    pub fn join(&self, parts: impl IntoIterator<Item = Tree>) -> Tree {
        if self.is_entry() {
            joins::stops(parts)
        } else {
            joins::commas(parts)
        }
    }

    /// A part as it begins in this form: with a capital in an entry, as it is in a note.
    pub fn begin(&self, part: Tree) -> Tree {
        if self.is_entry() {
            joins::capitalise(part)
        } else {
            part
        }
    }

    /// A fixed word or label as it begins in this form: `edited by` in a note, `Edited by` in an entry.
    pub fn word(&self, word: &str) -> Tree {
        self.begin(Tree::text(word))
    }

    /// Whether the source appears in a periodical: journal, magazine, newspaper, blog, review; and interviews and
    /// conference papers unless a volume's editor or the publisher of the proceedings makes them part of a book.
    pub fn is_serial(&self) -> bool {
        use Kind::*;
        if self.is(&[
            ArticleJournal,
            ArticleMagazine,
            ArticleNewspaper,
            Periodical,
            PostWeblog,
            Review,
            ReviewBook,
        ]) {
            return true;
        }
        let proceedings = self.kind() == PaperConference
            && self.has_all(&[Variable::ContainerTitle, Variable::Publisher]);
        !proceedings && !self.has_volume_editor() && self.is(&[Interview, PaperConference])
    }

    /// Whether it is a video that nobody published but by putting it online; it is titled and dated as a post is (17th
    /// ed., 14.267; 18th ed., 14.167).
    pub fn is_online_video(&self) -> bool {
        self.kind() == Kind::MotionPicture
            && self.has(Variable::Url)
            && !self.has_any(&[Variable::Publisher, Variable::OriginalPublisher])
    }

    /// Whether somebody edited or compiled the volume, which makes the source part of a book.
    pub fn has_volume_editor(&self) -> bool {
        self.has_any_name(&[
            Role::CollectionEditor,
            Role::Compiler,
            Role::Editor,
            Role::EditorialDirector,
        ])
    }

    /// Whether it was printed in a collection or in proceedings: somebody edited the volume, or it has a place in it.
    pub fn is_in_collection(&self) -> bool {
        self.has_volume_editor()
            || (self.kind() == Kind::PaperConference && !self.is_serial())
            || self.has_any(&[
                Variable::Issue,
                Variable::Page,
                Variable::SupplementNumber,
                Variable::Volume,
            ])
    }

    /// Whether anybody made the work, so that no title or periodical has to stand in the author's place.
    pub fn has_creator(&self) -> bool {
        self.has_any_name(&[
            Role::Author,
            Role::Chair,
            Role::CollectionEditor,
            Role::Compiler,
            Role::Composer,
            Role::Curator,
            Role::Director,
            Role::Editor,
            Role::EditorTranslator,
            Role::EditorialDirector,
            Role::ExecutiveProducer,
            Role::Guest,
            Role::Host,
            Role::Illustrator,
            Role::Organizer,
            Role::Producer,
            Role::SeriesCreator,
            Role::Translator,
        ])
    }

    /// Whether it is a legal source, cited after *The Bluebook* (17th ed., 14.269; 18th ed., 14.170).
    pub fn is_legal(&self) -> bool {
        use Kind::*;
        self.is(&[Bill, Hearing, LegalCase, Legislation, Regulation, Treaty])
    }

    /// Whether it reviews another work.
    pub fn is_review(&self) -> bool {
        self.is(&[Kind::Review, Kind::ReviewBook])
            || self.has_name(Role::ReviewedAuthor)
            || self.has_any(&[Variable::ReviewedGenre, Variable::ReviewedTitle])
    }
}
