//! Bibliographies and reference lists, through the public functions.

use callslip::chicago::{Bibliography, Edition, ListOptions, System, bibliography};
use callslip::read::csl_json;
use callslip::record::Record;
use callslip::write;

fn records(text: &str) -> Vec<Record> {
    csl_json::read(text).unwrap().0
}

fn book(id: &str, family: &str, given: &str, title: &str, year: u16) -> String {
    format!(
        r#"{{"id":"{id}","type":"book","title":"{title}","publisher":"P","issued":"{year}","author":[{{"family":"{family}","given":"{given}"}}]}}"#
    )
}

fn list(items: &[String], options: &ListOptions) -> Bibliography {
    bibliography(&records(&format!("[{}]", items.join(","))), options)
}

fn ids(list: &Bibliography) -> Vec<&str> {
    list.entries.iter().map(|entry| entry.id.as_str()).collect()
}

#[test]
fn one_author_comes_before_the_same_with_others() {
    let two = r#"{"id":"two","type":"book","title":"A","publisher":"P","issued":"1990","author":[{"family":"Doe","given":"Ann"},{"family":"Roe","given":"Bo"}]}"#;
    let items = [
        two.to_owned(),
        book("b", "Doe", "Ann", "The Beach", 2001),
        book("a", "Doe", "Ann", "Antics", 2005),
    ];
    assert_eq!(
        ids(&list(&items, &ListOptions::default())),
        ["a", "b", "two"]
    );
}

#[test]
fn a_reference_list_is_sorted_by_year_and_lettered_by_title() {
    let items = [
        book("b", "Doe", "Ann", "Z", 2019),
        book("a", "Doe", "Ann", "An Apple", 2019),
        book("c", "Doe", "Ann", "Y", 2001),
    ];
    let options = ListOptions {
        system: System::AuthorDate,
        citations: true,
        ..ListOptions::default()
    };
    let list = list(&items, &options);
    assert_eq!(ids(&list), ["c", "a", "b"]);
    assert_eq!(
        write::text(list.entries[1].citation.as_ref().unwrap()),
        "(Doe 2019a)"
    );
    assert!(write::text(&list.entries[2].tree).starts_with("Doe, Ann. 2019b."));
}

#[test]
fn authors_of_one_family_name_are_told_apart() {
    let items = [
        book("a", "Doe", "Ann", "Z", 2019),
        book("b", "Doe", "Bo", "Y", 2018),
        book("c", "Doe", "Alf", "X", 2017),
    ];
    let options = ListOptions {
        system: System::AuthorDate,
        citations: true,
        ..ListOptions::default()
    };
    let list = list(&items, &options);
    let cited: Vec<String> = list
        .entries
        .iter()
        .map(|entry| write::text(entry.citation.as_ref().unwrap()))
        .collect();
    assert_eq!(cited, ["(Alf Doe 2017)", "(Ann Doe 2019)", "(B. Doe 2018)"]);
}

#[test]
fn the_17th_edition_has_a_dash_for_a_name_repeated() {
    let items = [
        book("a", "Doe", "Ann", "A", 2019),
        book("b", "Doe", "Ann", "B", 2018),
    ];
    let older = ListOptions {
        edition: Edition::Seventeenth,
        ..ListOptions::default()
    };
    assert!(write::text(&list(&items, &older).entries[1].tree).starts_with("———. B."));
    assert!(
        write::text(&list(&items, &ListOptions::default()).entries[1].tree)
            .starts_with("Doe, Ann. B.")
    );
}

#[test]
fn the_items_of_a_collection_become_its_entry() {
    let letter = |id: &str| {
        format!(
            r#"{{"id":"{id}","type":"personal_communication","author":[{{"family":"{id}"}}],"archive":"Newberry Library","archive_collection":"Ann Doe Papers","issued":"1923"}}"#
        )
    };
    let items = [letter("x"), letter("y"), book("a", "Ax", "B", "C", 2001)];
    let options = ListOptions {
        collect: true,
        group: true,
        ..ListOptions::default()
    };
    let list = list(&items, &options);
    assert_eq!(ids(&list), ["Ann Doe Papers, Newberry Library", "a"]);
    assert_eq!(
        write::text(&list.entries[0].tree),
        "Ann Doe Papers. Newberry Library."
    );
}

#[test]
fn what_cannot_be_consulted_is_left_out_and_said() {
    let list = bibliography(
        &records(
            r#"{"type":"personal_communication","id":"m","author":[{"family":"Doe"}],"genre":"email","issued":"2020"}"#,
        ),
        &ListOptions::default(),
    );
    assert!(list.entries.is_empty());
    assert_eq!(list.warnings[0].code, "not-in-list");
}

fn citations(items: &[String], edition: Edition, system: System) -> Vec<String> {
    let options = ListOptions {
        edition,
        system,
        citations: true,
        ..ListOptions::default()
    };
    let list = list(items, &options);
    let printed = list.entries.iter().map(|entry| entry.citation.as_ref());
    printed.map(|tree| write::text(tree.unwrap())).collect()
}

fn by(id: &str, role: &str, families: &str, title: &str) -> String {
    let people: Vec<String> = families
        .split(' ')
        .map(|family| format!(r#"{{"family":"{family}","given":"Ann"}}"#))
        .collect();
    let people = people.join(",");
    format!(
        r#"{{"id":"{id}","type":"book","title":"{title}","publisher":"P","issued":"1987","{role}":[{people}]}}"#
    )
}

#[test]
fn coauthors_come_before_et_al_where_they_tell_works_apart() {
    let items = [
        by("a", "author", "Sechzer Rabinowitz Roe Doe", "A"),
        by("b", "author", "Sechzer Rabinowitz Roe Doe", "B"),
        by("c", "author", "Sechzer Zucker Roe Doe", "C"),
        by("d", "author", "Smith Zucker Roe Doe", "D"),
    ];
    assert_eq!(
        citations(&items, Edition::Seventeenth, System::AuthorDate),
        [
            "(Sechzer, Rabinowitz, et al. 1987a)",
            "(Sechzer, Rabinowitz, et al. 1987b)",
            "(Sechzer, Zucker, et al. 1987)",
            "(Smith et al. 1987)"
        ]
    );
}

#[test]
fn short_notes_that_say_the_same_give_a_date() {
    let items = [
        book("a", "Doe", "Ann", "Works", 2001),
        book("b", "Doe", "Ann", "Works", 2005),
        book("c", "Roe", "Ann", "Works", 2005),
    ];
    assert_eq!(
        citations(&items, Edition::Eighteenth, System::NotesBibliography),
        [
            "Doe, Works (P, 2001).",
            "Doe, Works (P, 2005).",
            "Roe, Works."
        ]
    );
}

#[test]
fn what_people_did_does_not_count() {
    let items = [
        by("c", "author", "Doe", "C"),
        by("b", "editor", "Doe", "B"),
        by("a", "author", "Doe", "A"),
    ];
    let older = ListOptions {
        edition: Edition::Seventeenth,
        ..ListOptions::default()
    };
    let list = list(&items, &older);
    let printed: Vec<String> = list.entries.iter().map(|e| write::text(&e.tree)).collect();
    assert_eq!(
        printed,
        [
            "Doe, Ann. A. P, 1987.",
            "———, ed. B. P, 1987.",
            "———. C. P, 1987."
        ]
    );
}

#[test]
fn papers_of_one_description_and_year_have_letters() {
    let telegram = |id: &str, number: &str| {
        format!(
            r#"{{"id":"{id}","type":"manuscript","title":"Telegram, No. {number}","issued":"1967",
              "custom":{{"callslip":{{"description":"Telegram","host":"H","holding":{{"verbatim":"Archives"}}}}}}}}"#
        )
    };
    assert_eq!(
        citations(
            &[telegram("a", "9"), telegram("b", "10")],
            Edition::Eighteenth,
            System::AuthorDate
        ),
        ["(“Telegram” 1967a)", "(“Telegram” 1967b)"]
    );
}

#[test]
fn people_of_one_initial_are_named() {
    let items = [
        book("a", "Thomas", "Dexter, Jr.", "A", 2001),
        book("b", "Thomas", "Dylan", "B", 2002),
        book("c", "Thomas", "Ann", "C", 2003),
    ];
    assert_eq!(
        citations(&items, Edition::Eighteenth, System::AuthorDate),
        [
            "(A. Thomas 2003)",
            "(Dexter Thomas Jr. 2001)",
            "(Dylan Thomas 2002)"
        ]
    );
}

#[test]
fn papers_stand_under_their_writers_or_their_titles() {
    let paper = |id: &str, author: &str, title: &str| {
        format!(
            r#"{{"id":"{id}","type":"manuscript","title":"{title}","issued":"1967","author":[{{"family":"{author}","given":"Ann"}}],
              "translator":[{{"family":"Aab","given":"Zoe"}}],"custom":{{"callslip":{{"host":"H","holding":{{"verbatim":"Archives"}}}}}}}}"#
        )
    };
    let items = [
        paper("c", "Zuse", "The Letter from Zuse to Doe"),
        paper("b", "Doe", "Report on Mines"),
        paper("a", "Doe", "Report on Harbours"),
    ];
    let options = ListOptions {
        edition: Edition::Seventeenth,
        ..ListOptions::default()
    };
    let list = list(&items, &options);
    assert_eq!(ids(&list), ["a", "b", "c"]);
    assert!(write::text(&list.entries[1].tree).starts_with("———. “Report on Mines.”"));
}

#[test]
fn papers_of_one_fonds_become_its_entry() {
    let paper = |id: &str, file: &str, repository: &str| {
        format!(
            r#"{{"id":"{id}","type":"manuscript","title":"Telegram, No. {id}","issued":"1967","custom":{{"callslip":{{"host":"H","holding":{{
              "repository":"{repository}","levels":[{{"level":"fonds","label":"Fonds","value":"220"}},{{"level":"file","label":"Folder","value":"{file}"}}],
              "verbatim":"{repository}, Fonds 220, Folder {file}"}}}}}}}}"#
        )
    };
    let items = [
        paper("a", "1", "Foreign Office Archives"),
        paper("b", "2", "Foreign Office Archives"),
        paper("c", "3", "AVPRF"),
        paper("d", "4", "AVPRF"),
        paper("e", "5", "State Archives"),
        book("f", "Bell", "Ann", "Z", 2001),
    ];
    let options = ListOptions {
        collect: true,
        ..ListOptions::default()
    };
    let list = list(&items, &options);
    let printed: Vec<String> = list.entries.iter().map(|e| write::text(&e.tree)).collect();
    assert_eq!(
        printed,
        [
            "AVPRF, Fonds 220.",
            "Bell, Ann. Z. P, 2001.",
            "Fonds 220. Foreign Office Archives.",
            "“Telegram, No. e.” 1967. Folder 5, fonds 220. State Archives. H.",
        ]
    );
}

#[test]
fn letters_are_listed_by_recipient_and_date() {
    let letter = |id: &str, to: &str, date: &str| {
        format!(
            r#"{{"id":"{id}","type":"personal_communication","title":"{id}","issued":"{date}","author":[{{"family":"Creel","given":"George"}}],
              "recipient":[{{"family":"{to}"}}],"custom":{{"callslip":{{"holding":{{"verbatim":"Archives"}}}}}}}}"#
        )
    };
    let items = [
        letter("a", "House", "1918-11-02"),
        letter("b", "House", "1918-09-25"),
        letter("c", "Hoover", "1919"),
    ];
    let list = list(&items, &ListOptions::default());
    assert_eq!(ids(&list), ["c", "b", "a"]);
    assert_eq!(
        write::text(&list.entries[1].tree),
        "Creel, George. To House. September 25, 1918. Archives."
    );
}

/// Numbers that look like chance.
fn chance(seed: &mut u64, below: usize) -> usize {
    *seed = seed
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 33) as usize % below
}

#[test]
fn the_order_of_the_items_does_not_matter() {
    let families = ["Doe", "Ďoe Roe", "de Roe", "Roe", "O’Roe", "Łoe", "St. Roe"];
    let titles = ["The Ends", "9 Ends", "1984", "A New End", "Newt", "Zoë"];
    let mut seed = 5;
    let mut items = Vec::new();
    for number in 0..60 {
        let people = (0..=chance(&mut seed, 5))
            .map(|_| {
                let family = families[chance(&mut seed, families.len())];
                let given = ["Ann", "Al", "Bo"][chance(&mut seed, 3)];
                format!(r#"{{"family":"{family}","given":"{given}"}}"#)
            })
            .collect::<Vec<_>>()
            .join(",");
        let role = ["author", "editor"][chance(&mut seed, 2)];
        let title = titles[chance(&mut seed, titles.len())];
        let year = 1990 + chance(&mut seed, 3);
        // A title of its own, so that no two works are the same.
        items.push(format!(
            r#"{{"id":"{number}","type":"book","title":"{title}: {number} ways","publisher":"P","issued":"{year}","{role}":[{people}]}}"#
        ));
    }
    for edition in [Edition::Seventeenth, Edition::Eighteenth] {
        for system in [System::NotesBibliography, System::AuthorDate] {
            let options = ListOptions {
                edition,
                system,
                citations: true,
                ..ListOptions::default()
            };
            let first = list(&items, &options);
            assert_eq!(first.entries.len(), items.len());
            let mut cited: Vec<String> = first
                .entries
                .iter()
                .map(|entry| write::text(entry.citation.as_ref().unwrap()))
                .collect();
            cited.sort();
            let alike = cited.windows(2).find(|pair| pair[0] == pair[1]);
            assert_eq!(alike, None, "{system:?} {edition:?}");
            for _ in 0..5 {
                let (one, other) = (chance(&mut seed, 60), chance(&mut seed, 60));
                items.swap(one, other);
                items.rotate_left(one);
                assert_eq!(list(&items, &options).entries, first.entries);
            }
        }
    }
}

/// 17th ed., 14.63; 18th ed., 13.68.
#[test]
fn what_was_published_is_no_archival_source() {
    let items = [
        r#"{"id":"article","type":"article-journal","title":"A","author":[{"family":"Ax"}],"container-title":"J","volume":"1",
            "issued":"2001","archive":"JSTOR","archive_location":"123"}"#
            .to_owned(),
        r#"{"id":"letter","type":"manuscript","title":"Z","author":[{"family":"Zed"}],"issued":"1901","archive":"Newberry Library",
            "archive_location":"MS 1"}"#
            .to_owned(),
    ];
    let grouped = ListOptions {
        group: true,
        ..ListOptions::default()
    };
    assert_eq!(ids(&list(&items, &grouped)), ["letter", "article"]);
}

/// 17th ed., 14.222; 18th ed., 14.120.
#[test]
fn the_printed_books_of_a_collection_stay_entries() {
    let printed = |id: &str| {
        format!(
            r#"{{"id":"{id}","type":"book","title":"{id}","publisher":"P","issued":"1801","archive":"Newberry Library","archive_collection":"Ayer Collection"}}"#
        )
    };
    let options = ListOptions {
        collect: true,
        ..ListOptions::default()
    };
    assert_eq!(
        ids(&list(&[printed("x"), printed("y")], &options)),
        ["x", "y"]
    );
}

/// 17th ed., 14.32; 18th ed., 13.34 and 14.146.
#[test]
fn a_short_note_has_no_more_than_what_tells_it_from_others() {
    let of = |titles: &[(&str, u16)]| {
        let items: Vec<String> = titles
            .iter()
            .map(|(title, year)| book(title, "Doe", "Ann", title, *year))
            .collect();
        citations(&items, Edition::Eighteenth, System::NotesBibliography)
    };
    assert_eq!(
        of(&[("Trips: One", 2001), ("Trips: Two", 2001)]),
        ["Doe, Trips: One.", "Doe, Trips: Two."]
    );
    assert_eq!(
        of(&[("Trips: One", 2001), ("Trips: One", 2003)]),
        ["Doe, Trips: One (P, 2001).", "Doe, Trips: One (P, 2003)."]
    );
}

#[test]
fn warnings_name_their_item() {
    let letter = |id: &str, more: &str| {
        format!(
            r#"{{"id":"{id}","type":"personal_communication","author":"Roe","issued":"1950","archive":"Archive","archive_collection":"Papers"{more}}}"#
        )
    };
    let items = [
        book("b", "Roe", "Bo", "", 2001),
        book("a", "Doe", "Ann", "Antics", 2005),
        letter("c", ""),
        letter("d", r#","genre":"diary""#),
        r#"{"id":"e","type":"personal_communication","author":"Roe","issued":"1951"}"#.to_owned(),
    ];
    let of = |collect| {
        let options = ListOptions {
            collect,
            ..ListOptions::default()
        };
        list(&items, &options)
            .warnings
            .iter()
            .map(|warning| (warning.code, warning.item))
            .collect::<Vec<_>>()
    };
    let (unlisted, untitled) = (("not-in-list", Some(4)), ("no-title", Some(0)));
    assert_eq!(of(true), [unlisted, untitled]);
    let recipient = ("no-recipient", Some(2));
    assert_eq!(of(false), [unlisted, recipient, untitled]);
}

#[test]
fn a_son_is_told_from_his_father() {
    let king = |id: &str, suffix: &str| {
        book(
            id,
            "King",
            &format!("Martin\",\"suffix\":\"{suffix}"),
            id,
            1946,
        )
    };
    let items = [king("a", "Jr."), king("b", "Sr.")];
    assert_eq!(
        citations(&items, Edition::Eighteenth, System::AuthorDate),
        ["(Martin King Jr. 1946)", "(Martin King Sr. 1946)"]
    );
}
