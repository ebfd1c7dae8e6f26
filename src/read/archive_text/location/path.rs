//! An archive and the path below it: `AVPRF, fond 0102, opis 13, papka 72, delo 5, listy 165-192`, long or short, as Russia,
//! Ukraine, Bulgaria, Mongolia, Albania, Poland, the Czechs and others write it; and with names and signatures on the way.
//!
//! ```text
//! Archive, [town,] word N, word N ...          Archive, [town,] Name of a fonds, Name of its part, Box N, Folder N
//! PRC FMA NNN-NNNNN-NN, pages                  PolA AA, MfAA, C 146/75      BStU, ZA, HA X, 390, p. 65
//! series, signature, Polish Foreign Ministry Archive (AMSZ), Warsaw
//! series—place—kind—year, (Cx N), Ministry's archive, Brasilia, Brazil
//! ```
//!
//! `p.` is a papka while no delo has been named, and a page after it; `f.` a fond while no file has been, and a leaf after it.

use super::level;
use super::segments::{
    archive, is_mark, is_repository, is_town, is_years, label, split, starts_with_word,
};
use crate::letters;
use crate::letters::Joined;
use crate::record::{Holding, LevelKind};

/// A path whose levels all have their words.
pub(super) fn parse(text: &str) -> Option<Holding> {
    let (mut holding, segments) = first(text)?;
    for segment in segments {
        let found = with_word(segment, &holding)?;
        holding.levels.push(found);
    }
    let has = |kind| holding.levels.iter().any(|level| level.kind == kind);
    let archived = !holding.repository.is_empty();
    (has(LevelKind::Fonds) && (has(LevelKind::SubFonds) || archived)).then_some(holding)
}

/// A path with names and signatures: `Archive, Town, Name of a fonds, Box 3, Folder 6`.
pub(super) fn named(text: &str) -> Option<Holding> {
    let (mut holding, mut segments) = first(text)?;
    let mut top = LevelKind::Fonds;
    if holding.repository.is_empty() {
        top = LevelKind::Series;
        let at = segments
            .iter()
            .position(|segment| is_repository(segment) || starts_with_word(segment, "Ministry"))?;
        let place = segments.split_off(at);
        let (archive, place) = place.split_first()?;
        (place.len() <= 2).then_some(())?;
        (*archive).clone_into(&mut holding.repository);
        holding.place = place.joined(", ");
    }
    if let [first, second, ..] = *segments
        && top == LevelKind::Fonds
        && holding.place.is_empty()
        && is_town_like(first)
        && with_word(second, &holding).is_none()
    {
        first.clone_into(&mut holding.place);
        segments.remove(0);
    }
    for segment in segments {
        let found = with_word(segment, &holding).or_else(|| without(segment, top, &holding))?;
        holding.levels.push(found);
    }
    let down = LevelKind::Box..=LevelKind::Folio;
    let fits = holding
        .levels
        .iter()
        .any(|level| down.contains(&level.kind));
    fits.then_some(holding)
}

/// One word with a capital, and names below it: `Rome` in `Archivio Centrale dello Stato, Rome, Presidenza, b. 12`.
fn is_town_like(segment: &str) -> bool {
    let rest = segment.trim_start_matches(letters::is_capital);
    rest.len() + 1 == segment.len() && rest.chars().all(letters::is_small)
}

/// The archive at the beginning and its towns, and the pieces below it.
pub(super) fn first(text: &str) -> Option<(Holding, Vec<&str>)> {
    let archive = archive(text);
    let rest = text
        .get(archive.len()..)?
        .trim_start_matches([',', ' ', ':'].as_slice());
    let mut segments = split(rest);
    let mut holding = Holding {
        repository: archive.to_owned(),
        ..Holding::default()
    };
    if !archive.is_empty() {
        let towns = segments
            .iter()
            .take_while(|segment| is_town(segment))
            .count();
        let below = segments.split_off(towns);
        holding.place = segments.joined(", ");
        segments = below;
    }
    Some((holding, segments))
}

fn last(holding: &Holding) -> Option<LevelKind> {
    let mut kinds = holding.levels.iter().rev().map(|level| level.kind);
    kinds.find(|kind| *kind != LevelKind::Period)
}

/// A level that says itself what it is, or where it stands: years, and the pages of a file.
pub(super) fn with_word(segment: &str, holding: &Holding) -> Option<super::Level> {
    let last = last(holding);
    let filed = last >= Some(LevelKind::File);
    let inner = segment
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    let found = label(inner.unwrap_or(segment)).filter(|(_, _, value)| {
        is_mark(value) && !value.starts_with('(') || value.starts_with(['"', '\u{201c}'])
    });
    if let Some((kind, label, value)) = found {
        let begins = |word| starts_with_word(label, word);
        let kind = match kind {
            LevelKind::Box if (filed || last.is_none()) && begins("p") => LevelKind::Folio,
            LevelKind::Box if filed && begins("b") => LevelKind::Item,
            LevelKind::Fonds if filed => LevelKind::Folio,
            LevelKind::Fonds if last == Some(LevelKind::Box) && begins("f") => LevelKind::File,
            // Not `RG 59`, which has its own words above it.
            LevelKind::Fonds
                if last.is_some() && label.len() < 7 && !label.ends_with(letters::is_capital) =>
            {
                LevelKind::SubFonds
            }
            LevelKind::File if filed && begins("t") => LevelKind::Volume,
            LevelKind::Volume if is_years(value) => LevelKind::Period,
            _ => kind,
        };
        return Some(level(kind, label, value));
    }
    let kind = if is_years(segment) {
        LevelKind::Period
    } else if filed
        && is_mark(segment)
        && segment.starts_with(letters::is_digit)
        && !letters::has(segment, '/')
    {
        LevelKind::Folio
    } else {
        return None;
    };
    Some(level(kind, "", segment))
}

/// A name or a signature: names lead down to the box or the file, whose own name follows its box.
fn without(segment: &str, top: LevelKind, holding: &Holding) -> Option<super::Level> {
    let capital =
        segment.starts_with(|c| letters::is_capital(c) || letters::is_digit(c) || c == '"');
    let name = capital && segment.split(' ').count() <= 8 && !segment.contains(": ");
    let mut words = segment.split([' ', '/', '-']);
    let signature = segment.contains(letters::is_digit)
        && words.all(|word| word.len() <= 8)
        && segment.len() <= 40;
    let kind = match last(holding) {
        Some(LevelKind::Box) => LevelKind::File,
        above if !name || above >= Some(LevelKind::File) => return None,
        _ if signature => LevelKind::File,
        None => top,
        Some(LevelKind::Fonds) => LevelKind::SubFonds,
        _ => LevelKind::Series,
    };
    name.then(|| level(kind, "", segment))
}

#[cfg(test)]
mod tests {
    use super::super::shown_levels;
    use super::*;

    fn levels(text: &str) -> String {
        shown(&parse(text).unwrap_or_else(|| panic!("{text}")))
    }

    fn shown(holding: &Holding) -> String {
        [vec![holding.repository.clone()], shown_levels(holding)]
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
        let town = "Archivio Centrale dello Stato, Rome, Presidenza del Consiglio, b. 12, fasc. 3";
        let town = named(town).unwrap();
        assert_eq!(town.place, "Rome");
        assert_eq!(
            shown(&town),
            "Archivio Centrale dello Stato fonds=Presidenza del Consiglio box=12 file=3"
        );
        let group = named("Marin Library, Roe Papers, RG 12, folder 4").unwrap();
        assert_eq!(
            shown(&group),
            "Marin Library fonds=Roe Papers fonds=12 file=4"
        );
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
