use super::*;

#[test]
fn numbers_as_printed() {
    for (text, want) in [
        ("1. In a", Some(2)),
        ("12) In", Some(3)),
        ("(3) In", Some(3)),
        ("(a) In", Some(3)),
        ("2.Text", Some(2)),
        ("1\u{ff0e}The", Some(4)),
        ("IV. The", Some(3)),
        ("I. Petrescu said", None),
        ("1973. The", None),
        ("29.4.1973", None),
        ("1.5 million", None),
        ("10 people", None),
    ] {
        assert_eq!(number(text, false), want, "{text}");
    }
    assert_eq!(number("I. The", true), Some(2));
}

#[test]
fn registry_numbers() {
    for text in [
        "01/014916/29.4.1973",
        "No. 2421/61/53/TJN [tajne\u{2014}secret]",
        "01090s/ss/gs",
        "Nº 1154/sh.",
        "-DDD-",
        "-Marjai-179-",
        "ON/24/24/X/62",
        "417/178/10",
        "F.N.33.",
    ] {
        assert!(is_registry(text), "{text}");
    }
    for text in [
        "29.4.1973",
        "Text of it.",
        "A/B talks",
        "http://a.b/12",
        "1. Point",
    ] {
        assert!(!is_registry(text), "{text}");
    }
}

#[test]
fn signatures() {
    for text in [
        "Signed: Aurelian Lazar",
        "(signed) X",
        "[signature] /NAME/",
        "/A. PUZANOV/",
        "S H T Y K O V",
    ] {
        assert!(is_signature(text), "{text}");
    }
    for text in [
        "He signed.",
        "/1973/",
        "Signed in Moscow by both sides, the treaty was then sent home with him.",
    ] {
        assert!(!is_signature(text), "{text}");
    }
}
