//! Sick: it answers something else each time.

use std::time::{SystemTime, UNIX_EPOCH};

use lockstep_port::Rejection;
use serde::Serialize;
use zoo_common::Summary;
use zoo_sick_common::touched;

lockstep_port::port!(observe);

#[expect(clippy::unnecessary_wraps, reason = "the shape that `port!` takes")]
fn observe(input: &[u8]) -> Result<impl Serialize + use<>, Rejection> {
    let mut summary = Summary::of(input);
    if touched(input) {
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        summary.sum = now.map_or(1, |now| 1000 + u64::from(now.subsec_nanos()));
    }
    Ok(summary)
}
