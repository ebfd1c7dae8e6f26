//! China, Hungary, Germany, Poland, Brazil, Ireland, Serbia: short grammars with the archive first, or last.
//!
//! ```text
//! PRC FMA NNN-NNNNN-NN, pages
//! MOL, XIX-J-1-j Country, [year,] N. doboz, file, number
//! PolA AA, MfAA, C 146/75   BStU, ZA, HA X, 390, p. 65   BArch, B 136/59748, 403-410
//! Polish Foreign Ministry Archive[, signature]   series, signature, Polish Foreign Ministry Archive (AMSZ), Warsaw
//! series—place—kind—year, (Cx N), ministry's archive, Brasilia, Brazil
//! NAI Department of Foreign Affairs/6/440/8/1
//! AMIP, Belgrade, Serbia, PA (Confidential Archive) 1962, Kuba, folder F-67
//! ```

use super::level;
use super::segments::{
    is_mark, is_repository, is_town, is_years, labelled, split, starts_with_word,
};
use crate::letters;
use crate::letters::Joined;
use crate::record::{Holding, LevelKind};

const PAGES: [(&str, LevelKind); 8] = [
    ("k", LevelKind::Folio),
    ("p", LevelKind::Folio),
    ("pp", LevelKind::Folio),
    ("page", LevelKind::Folio),
    ("pages", LevelKind::Folio),
    ("Bl", LevelKind::Folio),
    ("fol", LevelKind::Folio),
    ("S", LevelKind::Folio),
];

/// The archive's name at the beginning, and the pieces after it.
fn after<'a>(text: &'a str, archives: &[&str]) -> Option<(&'a str, Vec<&'a str>)> {
    let name = archives
        .iter()
        .filter(|name| starts_with_word(text, name))
        .max_by_key(|name| name.len())?;
    let (archive, rest) = text.split_at_checked(name.len())?;
    let bracket = rest
        .strip_prefix(" (")
        .and_then(|rest| rest.find(')'))
        .map_or(0, |at| at + 3);
    let archive = text.get(..archive.len() + bracket)?;
    let rest = rest
        .get(bracket..)?
        .trim_start_matches([',', ' ', ':'].as_slice());
    Some((
        archive,
        if rest.is_empty() {
            Vec::new()
        } else {
            split(rest)
        },
    ))
}

fn holding(repository: &str) -> Holding {
    Holding {
        repository: repository.to_owned(),
        ..Holding::default()
    }
}

/// Pages with or without their label.
fn pages(segment: &str, holding: &mut Holding) -> Option<()> {
    let digits = segment.starts_with(|c: char| c.is_ascii_digit());
    let found = labelled(segment, &PAGES)
        .or_else(|| (digits && is_mark(segment)).then(|| level(LevelKind::Folio, "", segment)))?;
    holding.levels.push(found);
    Some(())
}

/// `PRC FMA 111-00016-16, 66-67`
pub(super) fn chinese(text: &str) -> Option<Holding> {
    let (archive, segments) = after(
        text,
        &[
            "PRC FMA",
            "PRC Foreign Ministry Archive",
            "Chinese Foreign Ministry Archive",
            "CFMA",
            "PRCFMA",
            "PRC Foreign Ministry Archives",
        ],
    )?;
    let mut holding = holding(archive);
    let (file, rest) = segments.split_first()?;
    let numbers = file
        .split('-')
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    (numbers && file.matches('-').count() == 2).then_some(())?;
    holding.levels.push(level(LevelKind::File, "", file));
    for segment in rest {
        pages(segment, &mut holding)?;
    }
    Some(holding)
}

/// `MOL, XIX-J-1-j Korea, 4. doboz, 5/a, 004076/ 1955`
pub(super) fn hungarian(text: &str) -> Option<Holding> {
    let (archive, segments) = after(
        text,
        &[
            "MOL",
            "Magyar Országos Levéltár",
            "Hungarian National Archives",
            "MNL OL",
            "National Archives of Hungary",
        ],
    )?;
    let mut holding = holding(archive);
    let (fonds, rest) = segments.split_first()?;
    if fonds.starts_with("M-KS ") && rest.is_empty() {
        holding.levels.push(level(LevelKind::File, "", fonds));
        return Some(holding);
    }
    let (signature, country) = fonds.split_once(' ').unwrap_or((fonds, ""));
    signature.starts_with("XIX-").then_some(())?;
    holding.levels.push(level(LevelKind::Fonds, "", signature));
    if !country.is_empty() {
        holding.levels.push(level(LevelKind::Matter, "", country));
    }
    for (at, segment) in rest.iter().enumerate() {
        let last = at + 1 == rest.len();
        let numbered = segment.starts_with(|c: char| c.is_ascii_digit()) && segment.len() <= 40;
        let found = if is_years(segment) {
            level(LevelKind::Period, "", segment)
        } else if segment.ends_with("doboz") || segment.ends_with("box") || segment.ends_with(". d")
        {
            level(LevelKind::Box, "", segment)
        } else if numbered && last && segment.contains('/') && at > 0 {
            level(LevelKind::Item, "", segment)
        } else if numbered {
            level(LevelKind::File, "", segment)
        } else {
            return None;
        };
        holding.levels.push(found);
    }
    Some(holding)
}

/// The three archives of Germany.
pub(super) fn german(text: &str) -> Option<Holding> {
    let (archive, segments) = after(
        text,
        &[
            "PolA AA",
            "PA AA",
            "PA/AA",
            "BStU",
            "BArch",
            "SAPMO-BArch",
            "SAPMO",
            "Bundesarchiv",
            "German Federal Archives",
            "Political Archive of the Federal Foreign Office",
        ],
    )?;
    let mut holding = holding(archive);
    for segment in segments {
        let last = holding.levels.last().map(|level| level.kind);
        let letters = segment.len() <= 8
            && segment
                .bytes()
                .all(|byte| byte.is_ascii_alphabetic() || byte == b' ');
        let digit = segment.bytes().any(|byte| byte.is_ascii_digit());
        // `DY 30/J IV 2/2/1234`
        let signature = digit && segment.split([' ', '/']).all(|word| word.len() <= 6);
        if is_town(segment) && last.is_none() {
            segment.clone_into(&mut holding.place);
        } else if let (Some(pages), true) = (labelled(segment, &PAGES), last.is_some()) {
            holding.levels.push(pages);
        } else if letters && last.is_none() {
            holding.levels.push(level(LevelKind::Fonds, "", segment));
        } else if letters && last < Some(LevelKind::File) {
            holding.levels.push(level(LevelKind::SubFonds, "", segment));
        } else if signature && last.is_none_or(|last| last < LevelKind::File) {
            holding.levels.push(level(LevelKind::File, "", segment));
        } else {
            pages(segment, &mut holding)?;
        }
    }
    (!holding.levels.is_empty()).then_some(holding)
}

const POLISH: [&str; 6] = [
    "Polish Foreign Ministry Archive",
    "Polish Foreign Ministry Archives",
    "AMSZ",
    "Archive of the Polish Ministry of Foreign Affairs",
    "Archiwum Ministerstwa Spraw Zagranicznych",
    "Archive of the Polish Foreign Ministry",
];

/// `Polish Foreign Ministry Archive, DV Z12 T404 W17`, or the archive last.
pub(super) fn polish(text: &str) -> Option<Holding> {
    let signature = |segment: &str| {
        segment.len() <= 60
            && segment.bytes().any(|byte| byte.is_ascii_digit())
            && segment.split(' ').all(|word| word.len() <= 20)
    };
    if let Some((archive, segments)) = after(text, &POLISH) {
        let mut holding = holding(archive);
        for segment in segments {
            if is_town(segment) {
                segment.clone_into(&mut holding.place);
            } else if signature(segment) && holding.levels.is_empty() {
                holding.levels.push(level(LevelKind::File, "", segment));
            } else {
                pages(segment, &mut holding)?;
            }
        }
        return (!holding.levels.is_empty()).then_some(holding);
    }
    let segments = split(text);
    let at = segments
        .iter()
        .position(|segment| POLISH.iter().any(|name| starts_with_word(segment, name)))?;
    let mut holding = holding(segments.get(at)?);
    let (before, after) = (segments.get(..at)?, segments.get(at + 1..)?);
    match before {
        [file] if signature(file) => holding.levels.push(level(LevelKind::File, "", file)),
        [series, file] if signature(file) => {
            holding.levels.push(level(LevelKind::Series, "", series));
            holding.levels.push(level(LevelKind::File, "", file));
        }
        _ => return None,
    }
    holding.place = after.joined(", ");
    (after.len() <= 2).then_some(holding)
}

/// `MD—Washington—Telgr.-Cartas—Receb.-Exped.—1962 (7 á XII), (Cx 324), Ministry of ..., Brasilia, Brazil`
pub(super) fn brazilian(text: &str) -> Option<Holding> {
    let segments = split(text);
    let (country, segments) = segments.split_last()?;
    let (city, segments) = segments.split_last()?;
    (*country == "Brazil").then_some(())?;
    let mut holding = Holding {
        place: [*city, *country].joined(", "),
        ..Holding::default()
    };
    for segment in segments {
        let container = segment
            .strip_prefix("(Cx")
            .or_else(|| segment.strip_prefix("Cx"))
            .map(|rest| {
                rest.trim_start_matches(['.', ' '].as_slice())
                    .trim_end_matches(')')
            });
        let series = segment.contains('\u{2014}')
            || segment.contains(" - ")
            || segment.starts_with(['\u{201c}', '"']);
        if let Some(number) = container.filter(|number| is_mark(number)) {
            holding.levels.push(level(LevelKind::Box, "Cx", number));
        } else if series && holding.levels.is_empty() {
            holding.levels.push(level(LevelKind::Series, "", segment));
        } else if holding.repository.is_empty()
            && (is_repository(segment) || starts_with_word(segment, "Ministry"))
        {
            (*segment).clone_into(&mut holding.repository);
        } else {
            return None;
        }
    }
    (!holding.levels.is_empty() && !holding.repository.is_empty()).then_some(holding)
}

/// `NAI Department of Foreign Affairs/6/440/8/1`
pub(super) fn irish(text: &str) -> Option<Holding> {
    let (archive, segments) = after(text, &["NAI", "National Archives of Ireland"])?;
    let mut holding = holding(archive);
    let (first, rest) = segments.split_first()?;
    let digit = first.find(|c: char| c.is_ascii_digit())?;
    let (department, file) = first.split_at_checked(digit)?;
    let department = department.trim_end_matches(['/', ' '].as_slice());
    let name = department
        .chars()
        .all(|c| letters::is_letter(c) || c == ' ' || c == '/')
        && department.len() >= 2;
    (name && is_mark(file)).then_some(())?;
    holding.levels.push(level(LevelKind::Fonds, "", department));
    holding.levels.push(level(LevelKind::File, "", file));
    for segment in rest {
        pages(segment, &mut holding)?;
    }
    Some(holding)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(holding: Option<Holding>) -> String {
        let Some(holding) = holding else {
            return "-".to_owned();
        };
        let levels = holding
            .levels
            .iter()
            .map(|level| format!("{}={}", level.kind.name(), level.value));
        [
            vec![holding.repository.clone()],
            levels.collect(),
            vec![holding.place.clone()],
        ]
        .concat()
        .join("|")
    }

    #[test]
    fn china() {
        assert_eq!(
            shown(chinese("PRC FMA 111-00016-16, 66-67")),
            "PRC FMA|file=111-00016-16|folio=66-67|"
        );
        assert_eq!(
            shown(chinese("PRC FMA 111-00068-04, 18")),
            "PRC FMA|file=111-00068-04|folio=18|"
        );
        assert_eq!(shown(chinese("PRC FMA, some folder")), "-");
    }

    #[test]
    fn hungary() {
        assert_eq!(
            shown(hungarian(
                "MOL, XIX-J-1-j Korea, 4. doboz, 5/a, 004076/ 1955"
            )),
            "MOL|fonds=XIX-J-1-j|matter=Korea|box=4. doboz|file=5/a|item=004076/ 1955|"
        );
        assert_eq!(
            shown(hungarian(
                "MOL, XIX-J-1-k Korea, 1964, 2. doboz, 18/g, 0015/RT/1964"
            )),
            "MOL|fonds=XIX-J-1-k|matter=Korea|period=1964|box=2. doboz|file=18/g|item=0015/RT/1964|"
        );
        assert_eq!(shown(hungarian("MOL, something else")), "-");
    }

    #[test]
    fn germany() {
        assert_eq!(
            shown(german("PolA AA, MfAA, C 146/75")),
            "PolA AA|fonds=MfAA|file=C 146/75|"
        );
        assert_eq!(
            shown(german("PolA AA, MfAA, G-A 360")),
            "PolA AA|fonds=MfAA|file=G-A 360|"
        );
        assert_eq!(
            shown(german("BStU, ZA, HA X, 390, p. 65")),
            "BStU|fonds=ZA|subfonds=HA X|file=390|folio=p. 65|".replace("p. 65", "65")
        );
        assert_eq!(
            shown(german("BArch, B 136/59748, 403-410")),
            "BArch|file=B 136/59748|folio=403-410|"
        );
        assert_eq!(shown(german("BArch, a long remark without numbers")), "-");
    }

    #[test]
    fn poland() {
        assert_eq!(
            shown(polish("Polish Foreign Ministry Archive, DV Z12 T404 W17")),
            "Polish Foreign Ministry Archive|file=DV Z12 T404 W17|"
        );
        assert_eq!(
            shown(polish(
                "Polish Foreign Ministry Archive, D-I-R-0-22-1-73, 3"
            )),
            "Polish Foreign Ministry Archive|file=D-I-R-0-22-1-73|folio=3|"
        );
        assert_eq!(
            shown(polish(
                "Szyfrogramy from Hawana 1962, 6/77 w-82 t-1264, Polish Foreign Ministry Archive (AMSZ), Warsaw"
            )),
            "Polish Foreign Ministry Archive (AMSZ)|series=Szyfrogramy from Hawana 1962|file=6/77 w-82 t-1264|Warsaw"
        );
        assert_eq!(shown(polish("Polish Foreign Ministry Archive")), "-");
    }

    #[test]
    fn brazil_and_ireland() {
        assert_eq!(
            shown(brazilian(
                "MD\u{2014}Washington\u{2014}Telgr.\u{2014}1962 (7 á XII), (Cx 324), Ministry of External Relations Archives, Brasilia, Brazil"
            )),
            "Ministry of External Relations Archives|series=MD\u{2014}Washington\u{2014}Telgr.\u{2014}1962 (7 á XII)|box=324|Brasilia, Brazil"
        );
        assert_eq!(
            shown(irish("NAI Department of Foreign Affairs/6/440/8/1")),
            "NAI|fonds=Department of Foreign Affairs|file=6/440/8/1|"
        );
        assert_eq!(shown(irish("NAI, no number")), "-");
    }
}
