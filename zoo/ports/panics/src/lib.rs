//! Sick of panic: it panics when the input starts with `PANIC`.

use std::hint::black_box;

use lockstep_port::Rejection;
use serde::Serialize;
use zoo_common::Summary;

lockstep_port::port!(observe);

#[expect(clippy::unnecessary_wraps, reason = "the shape that `port!` takes")]
fn observe(input: &[u8]) -> Result<impl Serialize + use<>, Rejection> {
    assert!(
        !asks_for_it(input),
        "asked to panic, by {} bytes",
        input.len()
    );
    Ok(Summary::of(input))
}

/// Byte by byte: the black box keeps the compiler from comparing all at once, which would give the
/// fuzzer nothing to go by.
fn asks_for_it(input: &[u8]) -> bool {
    input.len() >= 5
        && input
            .iter()
            .zip(b"PANIC")
            .all(|(&byte, &wanted)| black_box(byte) == wanted)
}
