fn main() {
    let all: String = std::env::args()
        .skip(1)
        .map(|p| std::fs::read_to_string(p).unwrap())
        .collect();
    let long = all.repeat(30_000_000 / all.len() + 1);
    for _ in 0..3 {
        let t = std::time::Instant::now();
        let r = callslip::read::read(
            &long,
            &callslip::read::Options {
                format: "archive-text".into(),
                ..Default::default()
            },
        )
        .unwrap();
        let d = t.elapsed();
        println!(
            "{} blocks {:.0} MB/s",
            r.document.body.len(),
            long.len() as f64 / 1e6 / d.as_secs_f64()
        );
        std::mem::forget(r);
    }
}
