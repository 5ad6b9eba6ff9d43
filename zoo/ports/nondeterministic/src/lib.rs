//! Sick of memory: when the input holds an `N`, the sum depends on how many such inputs came before.

use std::sync::atomic::{AtomicU64, Ordering};

use lockstep_port::Rejection;
use serde::Serialize;
use zoo_common::Summary;

lockstep_port::port!(observe);

static SEEN: AtomicU64 = AtomicU64::new(0);

#[expect(clippy::unnecessary_wraps, reason = "the shape that `port!` takes")]
fn observe(input: &[u8]) -> Result<impl Serialize + use<>, Rejection> {
    let mut summary = Summary::of(input);
    if input.contains(&b'N') {
        summary.sum = summary
            .sum
            .wrapping_add(SEEN.fetch_add(1, Ordering::Relaxed));
    }
    Ok(summary)
}
