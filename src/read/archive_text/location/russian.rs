//! Russia: `AVPRF, fond 0102, opis 13, papka 72, delo 5, listy 165-192`, long or short.
//!
//! `p.` is a papka while no delo has been named, and a page after it.

use super::level;
use super::segments::{is_mark, is_repository, is_years, labelled, split, starts_with_word};
use crate::record::{Holding, LevelKind};

/// The archives by their abbreviations, longer ones first.
const ARCHIVES: [&str; 24] = [
    "AVP RF",
    "AVPRF",
    "AVPR",
    "AP RF",
    "APRF",
    "RGANI",
    "RGASPI",
    "GARF",
    "GA RF",
    "TsKhSD",
    "RTsKhIDNI",
    "RGVA",
    "RGAE",
    "TsAMO",
    "TsGAMO",
    "LOGAV",
    "TsDAHOU",
    "АВП РФ",
    "АВПРФ",
    "АП РФ",
    "АПРФ",
    "РГАНИ",
    "РГАСПИ",
    "ГАРФ",
];

const LABELS: [(&str, LevelKind); 34] = [
    ("fond", LevelKind::Fonds),
    ("f", LevelKind::Fonds),
    ("фонд", LevelKind::Fonds),
    ("ф", LevelKind::Fonds),
    ("opis", LevelKind::SubFonds),
    ("opis'", LevelKind::SubFonds),
    ("op", LevelKind::SubFonds),
    ("опись", LevelKind::SubFonds),
    ("оп", LevelKind::SubFonds),
    ("papka", LevelKind::Box),
    ("pap", LevelKind::Box),
    ("pa", LevelKind::Box),
    ("por", LevelKind::Box),
    ("папка", LevelKind::Box),
    ("п", LevelKind::Box),
    ("p", LevelKind::Box),
    ("delo", LevelKind::File),
    ("d", LevelKind::File),
    ("file", LevelKind::File),
    ("дело", LevelKind::File),
    ("д", LevelKind::File),
    ("listy", LevelKind::Folio),
    ("list", LevelKind::Folio),
    ("lists", LevelKind::Folio),
    ("l", LevelKind::Folio),
    ("ll", LevelKind::Folio),
    ("лист", LevelKind::Folio),
    ("листы", LevelKind::Folio),
    ("л", LevelKind::Folio),
    ("лл", LevelKind::Folio),
    ("pp", LevelKind::Folio),
    ("pages", LevelKind::Folio),
    ("rolik", LevelKind::Box),
    ("reel", LevelKind::Box),
];

pub(super) fn parse(text: &str) -> Option<Holding> {
    let mut holding = Holding::default();
    let rest = match ARCHIVES
        .iter()
        .find(|archive| starts_with_word(text, archive))
    {
        Some(archive) => {
            holding.repository = text.get(..archive.len())?.to_owned();
            text.get(archive.len()..)?
                .trim_start_matches([',', ' ', ':'].as_slice())
        }
        None => {
            let first = *split(text).first()?;
            let named = is_repository(first)
                && (first.contains("Russia")
                    || ARCHIVES.iter().any(|archive| first.contains(archive)));
            if named {
                first.clone_into(&mut holding.repository);
                text.get(first.len()..)?
                    .trim_start_matches([',', ' '].as_slice())
            } else {
                text
            }
        }
    };
    for segment in split(rest) {
        step(segment, &mut holding)?;
    }
    let has = |kind| holding.levels.iter().any(|level| level.kind == kind);
    let ours =
        has(LevelKind::Fonds) && (has(LevelKind::SubFonds) || !holding.repository.is_empty());
    ours.then_some(holding)
}

fn step(segment: &str, holding: &mut Holding) -> Option<()> {
    let last = holding
        .levels
        .iter()
        .rev()
        .map(|level| level.kind)
        .find(|kind| *kind != LevelKind::Period);
    if let Some(mut found) = labelled(segment, &LABELS) {
        let page = starts_with_word(segment, "p")
            && matches!(last, Some(LevelKind::File | LevelKind::Folio));
        if page {
            found.kind = LevelKind::Folio;
        }
        holding.levels.push(found);
    } else if is_years(segment) {
        holding.levels.push(level(LevelKind::Period, "", segment));
    } else if last >= Some(LevelKind::File)
        && is_mark(segment)
        && segment.starts_with(|c: char| c.is_ascii_digit())
    {
        holding.levels.push(level(LevelKind::Folio, "", segment));
    } else {
        return None;
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn levels(text: &str) -> String {
        let holding = parse(text).unwrap_or_else(|| panic!("{text}"));
        let levels = holding
            .levels
            .iter()
            .map(|level| format!("{}={}", level.kind.name(), level.value));
        [vec![holding.repository.clone()], levels.collect()]
            .concat()
            .join(" ")
    }

    #[test]
    fn every_way_that_was_seen() {
        for (text, want) in [
            (
                "APRF, fond 45, opis 1, delo 335, list 3",
                "APRF fonds=45 subfonds=1 file=335 folio=3",
            ),
            (
                "AVPRF F. 0102, Op. 13, P. 72, Delo 5, Listy 165-192",
                "AVPRF fonds=0102 subfonds=13 box=72 file=5 folio=165-192",
            ),
            (
                "AVPRF fond 0102, opis 16, delo 7, p.16-42",
                "AVPRF fonds=0102 subfonds=16 file=7 folio=16-42",
            ),
            (
                "RGASPI, f. 558, op. 11, d. 97, ll. 67-70",
                "RGASPI fonds=558 subfonds=11 file=97 folio=67-70",
            ),
            (
                "GARF, Fond 5446, Opis 98c, Delo 718, Listy 39-46",
                "GARF fonds=5446 subfonds=98c file=718 folio=39-46",
            ),
            (
                "AVPRF f. 0100, op. 34, 1946, p. 253, d. 18",
                "AVPRF fonds=0100 subfonds=34 period=1946 box=253 file=18",
            ),
            (
                "AVP RF, f. 0100, op. 49, pa. 410, d. 9, pp. 124-30",
                "AVP RF fonds=0100 subfonds=49 box=410 file=9 folio=124-30",
            ),
            (
                "RGASPI, F.558, Op.1, D.5754, L.126",
                "RGASPI fonds=558 subfonds=1 file=5754 folio=126",
            ),
            (
                "РГАНИ, ф. 5, оп. 28, д. 410, л. 210",
                "РГАНИ fonds=5 subfonds=28 file=410 folio=210",
            ),
        ] {
            assert_eq!(levels(text), want);
        }
    }

    #[test]
    fn gaps_and_second_archives_do_not_fit() {
        assert!(parse("AVPRF, Listy 146-147, Fond and Opis not given; and AVPRF f. 1").is_none());
        assert!(parse("Folder 5, Delaware Library").is_none());
        assert!(parse("").is_none());
    }
}
