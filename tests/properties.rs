//! Items made at random never print a pair of signs that cannot meet, an empty pair of brackets, or a double space.

#[path = "measures/cpu.rs"]
mod cpu;

use callslip::chicago::{self, ArchiveOrder, DateOrder, Edition, Form, Locator, Options};
use callslip::date::Date;
use callslip::name::Name;
use callslip::record::{DateVariable, Kind, Record, Role, Variable};
use callslip::write;

/// A small generator of random numbers (xorshift), the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).expect("small")
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    fn rarely(&mut self, one_in: usize) -> bool {
        self.below(one_in) == 0
    }
}

const TEXTS: [&str; 20] = [
    "2",
    "23-24",
    "iv",
    "S53-S76",
    "a word",
    "The Trip",
    "What Is It?",
    "Stop!",
    "rev. ed.",
    "Acme, Inc.",
    "U.S.",
    "<i>Hamlet</i> and After",
    "The \"Quoted\" Word",
    "Why \"Now?\"",
    "<i>Why?</i>",
    "O'Neill's Hat",
    "Spies: A Story",
    "disc 2",
    "Zürich",
    "郝春文",
];

const DATES: [&str; 8] = [
    "1973-11-26",
    "1973-11",
    "2015-21",
    "1750?",
    "1772~",
    "1803/1820",
    "1987/..",
    "-0043",
];

fn name(random: &mut Random) -> Name {
    let mut name = match random.below(4) {
        0 => Name::literal(random.one(&["Acme, Inc.", "Ministry of Mines", "Plato"])),
        1 => Name::person("R. W.", "Apple"),
        _ => Name::person(
            random.one(&["Ann", "Ludwig van", "J."]),
            random.one(&["Doe", "de Gaulle", "García Márquez"]),
        ),
    };
    if random.rarely(6) {
        name.suffix = "Jr.".to_owned();
    }
    name.family_first = random.rarely(8);
    name
}

/// What nobody means: signs alone, what a scraper leaves at the ends, markup without text.
const WEIRD: [&str; 27] = [
    " ",
    ":",
    ",",
    ".",
    "\"",
    "“",
    "”",
    "'",
    "()",
    "[]",
    "A title:",
    "A title ",
    " a title",
    "A title of thirteen words.",
    "A title,",
    "A  title",
    "<i></i>",
    "</i>",
    "<i>",
    "<p>a title</p>",
    "\"\"",
    "“”",
    "&nbsp;",
    "<b> </b>",
    "A \u{a0} title",
    "a&nbsp; <b> </b>title",
    "A title<i>\u{a0}</i>&#160;",
];

fn record(random: &mut Random, texts: &[&'static str]) -> Record {
    let mut record = Record::new(random.one(Kind::ALL));
    let filled = random.one(&[2, 4, 8, 16, 32]);
    for _ in 0..filled {
        record.set(random.one(Variable::ALL), random.one(texts));
    }
    for _ in 0..random.below(4) {
        let names = (0..=random.below(4)).map(|_| name(random)).collect();
        record.set_names(random.one(Role::ALL), names);
    }
    for _ in 0..random.below(4) {
        let date = Date::parse(random.one(&DATES)).expect("a date");
        record.set_date(random.one(DateVariable::ALL), date);
    }
    record
}

fn options(random: &mut Random) -> Options {
    let forms = [
        Form::Note,
        Form::ShortNote,
        Form::Bibliography,
        Form::ReferenceList,
        Form::InText,
    ];
    let labels = [
        "page",
        "chapter",
        "folio",
        "line",
        "sub-verbo",
        "section",
        "timestamp",
        "",
    ];
    let locator = random.rarely(2).then(|| Locator {
        label: random.one(&labels).to_owned(),
        value: random
            .one(&["99", "315-316", "10, doc. 19", "1.34.5", "12v"])
            .to_owned(),
    });
    Options {
        edition: random.one(&[Edition::Seventeenth, Edition::Eighteenth]),
        form: random.one(&forms),
        locator,
        date_order: random.one(&[DateOrder::MonthDay, DateOrder::DayMonth]),
        archive_order: random.one(&[
            ArchiveOrder::ItemFirst,
            ArchiveOrder::RepositoryFirst,
            ArchiveOrder::Semicolons,
        ]),
        ..Options::default()
    }
}

const FORBIDDEN: [&str; 28] = [
    "  ",
    " ,",
    " .",
    " ;",
    " :",
    "..",
    ",,",
    ",.",
    ";.",
    ";,",
    ":.",
    ":,",
    "?.",
    "!.",
    "()",
    "[]",
    "( ",
    " )",
    "[ ",
    " ]",
    "“”",
    "“ ",
    " ”",
    "”.",
    "”,",
    ". .",
    "undefined",
    "–.",
];

fn faults(text: &str) -> Vec<&'static str> {
    // A range that goes on may end a sentence, and a word in quotation marks may end in a question mark.
    let text = text
        .replace("1987–", "1987")
        .replace("?’”.", "")
        .replace("?”,", "")
        .replace("?’”,", "");
    FORBIDDEN
        .iter()
        .copied()
        .filter(|pair| text.contains(pair))
        .collect()
}

#[test]
fn signs_meet_as_they_should() {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let mut found = Vec::new();
    for _ in 0..20_000 {
        let record = record(&mut random, &TEXTS);
        let options = options(&mut random);
        let text = write::text(&chicago::cite(&record, &options).tree);
        let faults = faults(&text);
        if !faults.is_empty() {
            found.push(format!(
                "{faults:?} {:?} {:?}: {text}",
                record.kind, options.form
            ));
        }
    }
    assert!(
        found.is_empty(),
        "{} of 20000:\n{}",
        found.len(),
        found[..found.len().min(25)].join("\n")
    );
}

/// What may never meet, whatever is given: beside signs that somebody gave, those that a rule would add.
const NEVER: [&str; 12] = [
    "  ",
    " ,",
    " .",
    "..",
    ",,",
    ",.",
    "()",
    "[]",
    "“”",
    "“ ",
    "undefined",
    "<i></i>",
];

/// The record as its reader makes it of CSL-JSON, which says nothing of what has no words.
fn as_read(record: &Record) -> Record {
    let json = callslip::export::export(record, "csl-json").expect("CSL-JSON");
    callslip::read::csl_json::read(&json)
        .expect("an item")
        .0
        .remove(0)
}

#[test]
fn signs_without_words_leave_nothing_behind() {
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    let texts = [&WEIRD[..], &TEXTS[..8]].concat();
    let mut found = Vec::new();
    for _ in 0..20_000 {
        let record = as_read(&record(&mut random, &texts));
        let options = options(&mut random);
        let tree = chicago::cite(&record, &options).tree;
        // What meets across the end of a style meets in plain text; a space is one whether a line may break there or not.
        let html = write::html(&tree).replace('\u{a0}', " ");
        let text = write::text(&tree).replace('\u{a0}', " ");
        let meets =
            |pair: &str| html.contains(pair) || (!pair.starts_with('<') && text.contains(pair));
        let pairs: Vec<_> = NEVER.iter().filter(|pair| meets(pair)).collect();
        let even = html.matches('“').count() == html.matches('”').count();
        if !pairs.is_empty() || !even {
            found.push(format!(
                "{pairs:?} {even} {:?} {:?}: {html}",
                record.kind, options.form
            ));
        }
    }
    assert!(
        found.is_empty(),
        "{} of 20000:\n{}",
        found.len(),
        found[..found.len().min(40)].join("\n")
    );
}

/// What is long is cited in time that grows with its length, and without a limit of depth.
#[test]
fn long_items_are_cited() {
    let cite = |length: usize| {
        let long = |piece: &str| piece.repeat(length);
        let mut record = Record::new(Kind::Book);
        record.set(Variable::Title, long("word <i>\"a: "));
        record.set(Variable::ContainerTitle, long("O'Neill's \"b\" "));
        record.set(Variable::Page, long("101-108, "));
        record.set(Variable::Volume, long("xiv-"));
        record.set(Variable::Issue, long("3 & "));
        record.set_names(Role::Author, vec![Name::person("Ann", &long("Doe-")); 20]);
        for kind in [Kind::Book, Kind::ArticleJournal, Kind::Manuscript] {
            record.kind = kind;
            for form in [
                Form::Note,
                Form::ShortNote,
                Form::Bibliography,
                Form::ReferenceList,
                Form::InText,
            ] {
                let options = Options {
                    form,
                    ..Options::default()
                };
                let citation = chicago::cite(&record, &options);
                assert!(write::html(&citation.tree).len() > length / 20);
            }
        }
    };
    let ((short, ()), (long, ())) = (cpu::taken(|| cite(2_000)), cpu::taken(|| cite(20_000)));
    assert!(
        long < short * 40,
        "{long:.1?} for ten times what takes {short:.1?}"
    );
}
