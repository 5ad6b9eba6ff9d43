//! Sick: it answers differently to `T…` once it has seen `S…`.

use std::sync::atomic::{AtomicBool, Ordering};

use lockstep_port::Rejection;
use serde::Serialize;
use zoo_common::Summary;

static SEEN: AtomicBool = AtomicBool::new(false);

lockstep_port::port!(observe);

#[expect(clippy::unnecessary_wraps, reason = "the shape that `port!` takes")]
fn observe(input: &[u8]) -> Result<impl Serialize + use<>, Rejection> {
    let mut summary = Summary::of(input);
    match summary.first {
        Some(b'S') => SEEN.store(true, Ordering::Relaxed),
        Some(b'T') if SEEN.load(Ordering::Relaxed) => summary.sum += 1000,
        _ => (),
    }
    Ok(summary)
}
