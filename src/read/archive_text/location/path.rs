//! An archive and the path below it: `AVPRF, fond 0102, opis 13, papka 72, delo 5, listy 165-192`, long or short, as Russia,
//! Ukraine, Bulgaria, Mongolia, Albania, Poland, the Czechs and others write it.
//!
//! `p.` is a papka while no delo has been named, and a page after it; `f.` a fond while no file has been, and a leaf after it.

use super::level;
use super::segments::{archive, is_mark, is_town, is_years, label, split, starts_with_word};
use crate::letters;
use crate::letters::Joined;
use crate::record::{Holding, LevelKind};

/// The words before numbers, apart by spaces.
const LABELS: [(LevelKind, &str); 8] = [
    (LevelKind::Fonds, "fond fondi fonds f фонд ф zesp z RG"),
    (
        LevelKind::SubFonds,
        "opis opis' opys op опись опис оп dans per record",
    ),
    (LevelKind::Series, "series subseries"),
    (
        LevelKind::Box,
        "b papka pap pa por папка п p box carton busta w kut kutija ka kart karton sv rolik reel roll",
    ),
    (
        LevelKind::File,
        "delo d дело д sprava spr справа спр file folder dossier dosar a.e a.j ar.j kh/n dosja dosje fascikla fascicolo fasc t sygn inv inv.č",
    ),
    (LevelKind::Volume, "vol volume tom v viti"),
    (LevelKind::Item, "dok document doc item bod"),
    (
        LevelKind::Folio,
        "list listy lists l ll лист листы л лл арк arkush ark khuu k fl fol folio ff pp page pages Bl frame frames",
    ),
];

/// A path whose levels all have their words.
pub(super) fn parse(text: &str) -> Option<Holding> {
    path(text, false)
}

/// A path that begins with names: `Archive, Town, Name of a Fonds, Box 3, Folder 6`.
pub(super) fn named(text: &str) -> Option<Holding> {
    path(text, true)
}

fn path(text: &str, named: bool) -> Option<Holding> {
    let archive = archive(text);
    let mut holding = Holding {
        repository: archive.to_owned(),
        ..Holding::default()
    };
    let rest = text.get(archive.len()..)?;
    // `РГАНИ. Ф. 3. Оп. 12. Д. 1005. Л. 14`
    let segments = if letters::has(text, ',') {
        split(rest.trim_start_matches([',', ' ', ':']))
    } else {
        stopped(rest)
    };
    let towns = segments
        .iter()
        .take_while(|segment| is_town(segment))
        .count();
    let (towns, segments) = segments.split_at_checked(towns)?;
    holding.place = towns.joined(", ");
    for segment in segments {
        step(segment, &mut holding, named)?;
    }
    let has = |kind| holding.levels.iter().any(|level| level.kind == kind);
    let labelled = holding
        .levels
        .last()
        .is_some_and(|last| !last.label.is_empty() || last.kind == LevelKind::Folio);
    let archived = !archive.is_empty();
    let fits = if named {
        archived && (labelled || has(LevelKind::Box) || has(LevelKind::Folio))
    } else {
        has(LevelKind::Fonds) && (has(LevelKind::SubFonds) || archived && !is_shelved(&holding))
    };
    fits.then_some(holding)
}

/// A record group, or a library's papers in boxes: not this path.
fn is_shelved(holding: &Holding) -> bool {
    holding
        .levels
        .iter()
        .any(|level| level.label == "RG" || starts_with_word(&level.label, "box"))
}

/// The pieces between full stops that follow a number.
fn stopped(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text.trim_start_matches(['.', ',', ' ', ':']);
    loop {
        let stop = rest.match_indices(". ").find(|(at, _)| {
            rest.get(..*at)
                .is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()))
        });
        let Some((piece, after)) =
            stop.and_then(|(at, _)| Some((rest.get(..at)?, rest.get(at + 2..)?)))
        else {
            found.push(rest);
            return found;
        };
        found.push(piece);
        rest = after;
    }
}

fn step(segment: &str, holding: &mut Holding, named: bool) -> Option<()> {
    let last = holding
        .levels
        .iter()
        .rev()
        .map(|level| level.kind)
        .find(|kind| *kind != LevelKind::Period);
    let found = if let Some((kind, label, value)) = labelled(segment) {
        level(in_place(kind, label, value, last), label, value)
    } else if is_years(segment) {
        level(LevelKind::Period, "", segment)
    } else if last >= Some(LevelKind::File)
        && is_mark(segment)
        && !letters::has(segment, '/')
        && segment.starts_with(|c: char| c.is_ascii_digit())
    {
        level(LevelKind::Folio, "", segment)
    } else if named {
        level(unlabelled(segment, last)?, "", segment)
    } else {
        return None;
    };
    holding.levels.push(found);
    Some(())
}

fn labelled(segment: &str) -> Option<(LevelKind, &str, &str)> {
    let (kind, label, value) = label(
        segment,
        LABELS
            .iter()
            .flat_map(|(kind, words)| words.split(' ').map(|word| (word, *kind))),
    )?;
    (is_mark(value) && !value.starts_with('(') || value.starts_with(['"', '\u{201c}']))
        .then_some((kind, label, value))
}

/// What a label means where it stands.
fn in_place(kind: LevelKind, label: &str, value: &str, last: Option<LevelKind>) -> LevelKind {
    let filed = last >= Some(LevelKind::File);
    match kind {
        LevelKind::Box if filed && starts_with_word(label, "p") => LevelKind::Folio,
        LevelKind::Box if filed && starts_with_word(label, "b") => LevelKind::Item,
        LevelKind::Fonds if filed => LevelKind::Folio,
        LevelKind::Fonds if last.is_some() => LevelKind::SubFonds,
        LevelKind::File if filed && starts_with_word(label, "t") => LevelKind::Volume,
        LevelKind::Volume if is_years(value) => LevelKind::Period,
        _ => kind,
    }
}

/// What a name or a number without a label means: names lead down to the box or the file, whose own name follows its box.
fn unlabelled(segment: &str, last: Option<LevelKind>) -> Option<LevelKind> {
    let capital = segment.starts_with(|c: char| letters::is_capital(c) || c.is_ascii_digit());
    (capital && segment.split(' ').count() <= 8 && !segment.contains(": ")).then_some(())?;
    let digits = segment.bytes().any(|byte| byte.is_ascii_digit());
    match last {
        Some(LevelKind::Box) => Some(LevelKind::File),
        _ if last >= Some(LevelKind::File) => None,
        _ if digits
            && is_mark(segment)
            && (last.is_some() || !letters::has(segment, ' ') && letters::has(segment, '/')) =>
        {
            Some(LevelKind::File)
        }
        None => Some(LevelKind::Fonds),
        Some(LevelKind::Fonds) => Some(LevelKind::SubFonds),
        _ => Some(LevelKind::Series),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn levels(text: &str) -> String {
        shown(&parse(text).unwrap_or_else(|| panic!("{text}")))
    }

    fn shown(holding: &Holding) -> String {
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
            (
                "РГАНИ. Ф. 3. Оп. 12. Д. 1005. Л. 14–15 об",
                "РГАНИ fonds=3 subfonds=12 file=1005 folio=14–15 об",
            ),
            (
                "TsAMO RF, f. 148a, op. 3763, d. 165, ll. 45-46",
                "TsAMO RF fonds=148a subfonds=3763 file=165 folio=45-46",
            ),
            (
                "Haluzevyi derzhavnyi arkhiv (HDA SBU), Kyiv, f. 13, spr. 678, t. 2, ark. 5",
                "Haluzevyi derzhavnyi arkhiv (HDA SBU) fonds=13 file=678 volume=2 folio=5",
            ),
            (
                "TsDA, f. 1B, op. 6, a.e. 3347, ll. 1-8",
                "TsDA fonds=1B subfonds=6 file=3347 folio=1-8",
            ),
            (
                "Mongolian Foreign Ministry Archive, fond 3, dans 1, kh/n 61, khuu 12-15",
                "Mongolian Foreign Ministry Archive fonds=3 subfonds=1 file=61 folio=12-15",
            ),
            (
                "AQSH, Fondi 14/AP, Viti 1961, Dosja 12, fl. 23-25",
                "AQSH fonds=14/AP period=1961 file=12 folio=23-25",
            ),
            (
                "AMSZ, zesp. 23, w. 12, t. 151, k. 34-36",
                "AMSZ fonds=23 box=12 file=151 folio=34-36",
            ),
        ] {
            assert_eq!(levels(text), want);
            assert_eq!(parse(text), named(text), "{text}");
        }
    }

    #[test]
    fn names_above_the_box() {
        for (text, want) in [
            (
                "Hoover Institution Archives, Dmitrii A. Volkogonov Papers, Box 3, Folder 6",
                "Hoover Institution Archives fonds=Dmitrii A. Volkogonov Papers box=3 file=6",
            ),
            (
                "Ada M. Lind Library, Papers of the Mayor, Harbours, Countries, Box 36, Folder \"Sand: General, 10/62\"",
                "Ada M. Lind Library fonds=Papers of the Mayor subfonds=Harbours series=Countries box=36 file=\"Sand: General, 10/62\"",
            ),
            (
                "ANIC, Central Committee, Foreign Relations Section, 25/1971, f. 12-34",
                "ANIC fonds=Central Committee subfonds=Foreign Relations Section file=25/1971 folio=12-34",
            ),
            (
                "ACS, Ministero dell'Interno, Gabinetto, 1960, busta 12, fascicolo 3",
                "ACS fonds=Ministero dell'Interno subfonds=Gabinetto period=1960 box=12 file=3",
            ),
            (
                "Národní archiv, KSČ-ÚV-02/1, sv. 53, ar.j. 58, b. 3",
                "Národní archiv file=KSČ-ÚV-02/1 box=53 file=58 item=3",
            ),
            (
                "Archives Diplomatiques, La Courneuve, 119QO/532, f. 12-14",
                "Archives Diplomatiques file=119QO/532 folio=12-14",
            ),
            (
                "AMIP, Belgrade, Serbia, PA (Confidential Archive) 1962, Kuba, folder F-67",
                "AMIP fonds=PA (Confidential Archive) 1962 subfonds=Kuba file=F-67",
            ),
        ] {
            let holding = named(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(shown(&holding), want);
        }
        for text in [
            "AJ, 507/IX, 119/I-50",
            "USSR, Moscow, box 3",
            "Lantern Library, a remark, box 3",
            "Somebody, Papers, Box 3",
        ] {
            assert!(named(text).is_none(), "{text}");
        }
    }

    #[test]
    fn gaps_and_second_archives_do_not_fit() {
        assert!(parse("AVPRF, Listy 146-147, Fond and Opis not given; and AVPRF f. 1").is_none());
        assert!(parse("Folder 5, Delaware Library").is_none());
        assert!(parse("").is_none());
    }
}
