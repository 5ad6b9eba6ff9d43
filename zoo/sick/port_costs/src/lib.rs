//! Sick: it takes time quadratic in the longest run of one byte.

use std::hint::black_box;

use lockstep_port::Rejection;
use serde::Serialize;
use zoo_common::Summary;

/// Some 30 µs.
const STEPS: u64 = 100_000;

lockstep_port::port!(observe);

#[expect(clippy::unnecessary_wraps, reason = "the shape that `port!` takes")]
fn observe(input: &[u8]) -> Result<impl Serialize + use<>, Rejection> {
    let mut run = 0;
    let mut longest = 0;
    for pair in input.windows(2) {
        run = if pair[0] == pair[1] { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    for step in 0..longest * longest * STEPS {
        black_box(step);
    }
    Ok(Summary::of(input))
}
