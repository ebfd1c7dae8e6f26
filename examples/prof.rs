use callslip::{chicago, json, read::csl_json, write};
use std::time::Instant;
fn main() {
    let text = std::fs::read_to_string("/work/shared/peers/data/items.json").unwrap();
    let all = json::parse(&text).unwrap();
    let items: Vec<String> = all
        .elements()
        .iter()
        .map(|i| json::write(&i.value))
        .collect();
    let rounds: usize = std::env::args()
        .nth(1)
        .and_then(|a| a.parse().ok())
        .unwrap_or(30);
    let options = chicago::Options::default();
    let mut total = 0usize;
    let (mut a, mut b, mut c, mut d) = (0u128, 0u128, 0u128, 0u128);
    for _ in 0..rounds {
        for item in &items {
            let t0 = Instant::now();
            let j = json::parse(item).unwrap();
            let t1 = Instant::now();
            let mut w = Vec::new();
            let r = csl_json::item(&j, &mut w).unwrap();
            let t2 = Instant::now();
            let cit = chicago::cite(&r, &options);
            let t3 = Instant::now();
            let mut out = String::with_capacity(1024);
            json::write_string(&write::html(&cit.tree), &mut out);
            json::write_string(&write::text(&cit.tree), &mut out);
            json::write_string(&write::markdown(&cit.tree), &mut out);
            total += out.len();
            drop((j, r, cit, w));
            let t4 = Instant::now();
            a += (t1 - t0).as_nanos();
            b += (t2 - t1).as_nanos();
            c += (t3 - t2).as_nanos();
            d += (t4 - t3).as_nanos();
        }
    }
    let n = (rounds * items.len()) as u128;
    println!(
        "{} items, avg bytes {}, out {} | parse {} record {} cite {} write+drop {} ns",
        items.len(),
        items.iter().map(String::len).sum::<usize>() / items.len(),
        total / n as usize,
        a / n,
        b / n,
        c / n,
        d / n
    );
}
