//! Sick of a wrong value: the sum is one too high when the input starts with `V`.

use lockstep_port::Rejection;
use serde::Serialize;
use zoo_common::Summary;

lockstep_port::port!(observe);

#[expect(clippy::unnecessary_wraps, reason = "the shape that `port!` takes")]
fn observe(input: &[u8]) -> Result<impl Serialize + use<>, Rejection> {
    let mut summary = Summary::of(input);
    if input.starts_with(b"V") {
        summary.sum = summary.sum.wrapping_add(1);
    }
    Ok(summary)
}
