//! Sick of panic: it panics when the input starts with `PANIC`.

use lockstep_port::Rejection;
use serde::Serialize;
use zoo_common::Summary;

lockstep_port::port!(observe);

#[expect(clippy::unnecessary_wraps, reason = "the shape that `port!` takes")]
fn observe(input: &[u8]) -> Result<impl Serialize + use<>, Rejection> {
    assert!(
        !input.starts_with(b"PANIC"),
        "asked to panic, by {} bytes",
        input.len()
    );
    Ok(Summary::of(input))
}
