//! The readers of library formats take time in proportion to their input. In a process of its own, since other tests beside it
//! would take some of the time.

#[path = "measures/cpu.rs"]
mod cpu;
#[path = "format_laws/inputs.rs"]
mod inputs;

use inputs::{INPUTS, as_format};

/// Twice the input takes about twice the time; a factor of 3.4 tells linear from quadratic on a busy machine.
#[test]
fn time_is_linear() {
    for (format, input, piece) in INPUTS {
        let text = |times: usize| {
            // The piece is repeated where it first can stand: before the last tenth of the input, or at its end.
            match format {
                "ris" => input.replace("ER  - ", &(piece.repeat(times) + "ER  - ")),
                "bibtex" | "json-ld" => input.to_owned() + &piece.repeat(times),
                "zotero-json" | "csl-json" | "json" => {
                    format!("[{}{}", piece.repeat(times), &input[1..])
                }
                "iiif" => input.replace(
                    r#""items":["#,
                    &(r#""items":["#.to_owned() + &piece.repeat(times)),
                ),
                _ => {
                    let close = input.rfind("</").and_then(|last| input[..last].rfind("</"));
                    let (head, tail) = input.split_at(close.unwrap_or(input.len()));
                    head.to_owned() + &piece.repeat(times) + tail
                }
            }
        };
        let time = |text: &str| {
            let runs = (0..3).map(|_| cpu::taken(|| as_format(text, format)).0);
            runs.min().unwrap()
        };
        let (one, two) = (time(&text(4000)), time(&text(16_000)));
        let factor = two.as_secs_f64() / one.as_secs_f64().max(2e-3);
        assert!(
            factor < 10.0,
            "{format}: four times the text takes {factor:.1} times the time"
        );
    }
}
