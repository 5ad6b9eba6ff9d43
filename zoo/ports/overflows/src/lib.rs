//! Sick of a narrow type: the sum is kept in a byte. Past 255 the `fuzz` build panics and the
//! `release` build wraps.

use lockstep_port::Rejection;
use serde::Serialize;
use zoo_common::Summary;

lockstep_port::port!(observe);

#[expect(clippy::unnecessary_wraps, reason = "the shape that `port!` takes")]
fn observe(input: &[u8]) -> Result<impl Serialize + use<>, Rejection> {
    let mut sum = 0u8;
    for byte in input {
        sum += byte;
    }
    Ok(Summary {
        sum: sum.into(),
        ..Summary::of(input)
    })
}
