//! Sick of panic all the time: it panics on about every third input, whenever the sum of the bytes
//! is divisible by three.

use lockstep_port::Rejection;
use serde::Serialize;
use zoo_common::Summary;

lockstep_port::port!(observe);

#[expect(clippy::unnecessary_wraps, reason = "the shape that `port!` takes")]
fn observe(input: &[u8]) -> Result<impl Serialize + use<>, Rejection> {
    let summary = Summary::of(input);
    assert!(
        !summary.sum.is_multiple_of(3),
        "the sum {} is divisible by three",
        summary.sum
    );
    Ok(summary)
}
