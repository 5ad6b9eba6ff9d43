//! A healthy port: it agrees with the original on every input.

use lockstep_port::Rejection;
use serde::Serialize;

lockstep_port::port!(observe);

#[expect(clippy::unnecessary_wraps, reason = "the shape that `port!` takes")]
fn observe(input: &[u8]) -> Result<impl Serialize + use<>, Rejection> {
    Ok(zoo_common::Summary::of(input))
}
