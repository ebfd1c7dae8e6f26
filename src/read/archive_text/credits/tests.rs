use super::*;
use crate::name::Name;
use Deed::{Contributed, Edited, Obtained, Provided, Published, Transcribed, Translated};

/// Deeds, by, for, from.
type Facts<'a> = (Vec<Deed>, Vec<&'a str>, &'a str, &'a str);

fn facts(credits: &[Credit]) -> Vec<Facts<'_>> {
    credits
        .iter()
        .map(|credit| {
            (
                credit.deeds.clone(),
                credit.by.iter().map(String::as_str).collect(),
                credit.for_whom.as_str(),
                credit.from_language.as_str(),
            )
        })
        .collect()
}

#[test]
fn every_clause_that_was_seen() {
    let cases: &[(&str, Vec<Facts>)] = &[
        (
            "Obtained and translated for NKIDP by Eliza Gheorghe",
            vec![(
                vec![Obtained, Translated],
                vec!["Eliza Gheorghe"],
                "NKIDP",
                "",
            )],
        ),
        (
            "Obtained for NKIDP by A B and translated for NKIDP by C D",
            vec![
                (vec![Obtained], vec!["A B"], "NKIDP", ""),
                (vec![Translated], vec!["C D"], "NKIDP", ""),
            ],
        ),
        (
            "Obtained by A and B and translated by C",
            vec![
                (vec![Obtained], vec!["A", "B"], "", ""),
                (vec![Translated], vec!["C"], "", ""),
            ],
        ),
        (
            "Obtained by A, translated by B and C",
            vec![
                (vec![Obtained], vec!["A"], "", ""),
                (vec![Translated], vec!["B", "C"], "", ""),
            ],
        ),
        (
            "Obtained by James Person (George Washington University) and translated by A (Troy University)",
            vec![
                (vec![Obtained], vec!["James Person"], "", ""),
                (vec![Translated], vec!["A"], "", ""),
            ],
        ),
        (
            "Obtained and translated by NKIDP by Bernd Schaefer",
            vec![(
                vec![Obtained, Translated],
                vec!["Bernd Schaefer"],
                "NKIDP",
                "",
            )],
        ),
        (
            "Translated from Portuguese by X Y",
            vec![(vec![Translated], vec!["X Y"], "", "Portuguese")],
        ),
        (
            "translated and edited by Barnabás Vajd, Laura Deal, and Karl P. Benziger",
            vec![(
                vec![Translated, Edited],
                vec!["Barnabás Vajd", "Laura Deal", "Karl P. Benziger"],
                "",
                "",
            )],
        ),
        (
            "Contributed, transcribed, and translated by X",
            vec![(
                vec![Contributed, Transcribed, Translated],
                vec!["X"],
                "",
                "",
            )],
        ),
        (
            "copy courtesy of NSA; translation by X Y",
            vec![
                (vec![Provided], vec!["NSA"], "", ""),
                (vec![Translated], vec!["X Y"], "", ""),
            ],
        ),
        (
            "published in \"Documents on Irish Foreign Policy,\" Volume XI",
            vec![(vec![Published], vec![], "", "")],
        ),
    ];
    for (text, want) in cases {
        assert_eq!(&facts(&parse(text)), want, "{text}");
    }
}

#[test]
fn a_clause_keeps_its_words() {
    let credits = parse("Contributed by Sergey Radchenko and translated by Gary Goldberg");
    let verbatim: Vec<_> = credits
        .iter()
        .map(|credit| credit.verbatim.as_str())
        .collect();
    assert_eq!(
        verbatim,
        [
            "Contributed by Sergey Radchenko",
            "translated by Gary Goldberg"
        ]
    );
}

#[test]
fn the_location_ends_where_a_credit_begins() {
    for (location, credit) in [
        (
            "RGASPI, f. 558, op. 11, d. 97, ll. 67-70. ",
            "Contributed by A and translated by B.",
        ),
        ("PRC FMA 111-00068-04, 18. ", "Translated by Yafeng Xia"),
        (
            "Folder no. 1495. The Support Romania Granted. ",
            "Obtained and Translated by X.",
        ),
        ("", "Obtained by Béla Révész; translated and edited by B."),
        (
            "NHK. ",
            "copy obtained by NHK (Japanese Television), provided to CWIHP; translation by X",
        ),
        ("PRC FMA 111-00068-04, 18, ", "translated by Yafeng Xia"),
    ] {
        assert_eq!(
            begins(&format!("{location}{credit}")),
            Some(location.len()),
            "{location}"
        );
    }
    let book = "Milovan Djilas. Wartime. Translated by Michael B. Petrovich. (New York: Harcourt, 1977), 385-387.";
    assert_eq!(begins(book), None);
}

#[test]
fn people_and_bodies() {
    assert_eq!(person("Eliza Gheorghe"), Name::person("Eliza", "Gheorghe"));
    assert_eq!(
        person("Alvaro da Silva"),
        Name::person("Alvaro", "da Silva")
    );
    assert_eq!(person("NKIDP"), Name::literal("NKIDP"));
    assert_eq!(
        person("Japan Documentation Project"),
        Name::literal("Japan Documentation Project")
    );
}
