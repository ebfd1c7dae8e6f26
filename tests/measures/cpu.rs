//! How much of a processor something takes, whatever else the machine does. It is only ever held against what something else
//! takes in the same run.

use std::time::{Duration, Instant};

/// The processor's time that this thread takes for a piece of work, and what it gives.
pub fn taken<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let (before, begun) = (so_far(), Instant::now());
    let given = work();
    let after = so_far().zip(before).map(|(after, before)| after - before);
    (after.unwrap_or_else(|| begun.elapsed()), given)
}

/// What Linux has counted for this thread; nothing elsewhere.
fn so_far() -> Option<Duration> {
    let counts = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds = counts.split(' ').next()?.parse().ok()?;
    Some(Duration::from_nanos(nanoseconds))
}
