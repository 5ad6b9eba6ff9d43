//! Sick, and nobody notices: it reads a byte past the end of what it has allocated, and agrees all the same.

use std::hint::black_box;

use lockstep_port::Rejection;
use serde::Serialize;

lockstep_port::port!(observe);

#[expect(clippy::unnecessary_wraps, reason = "the shape that `port!` takes")]
fn observe(input: &[u8]) -> Result<impl Serialize + use<>, Rejection> {
    if input.first() == Some(&b'R') {
        let copy = black_box(input.to_vec());
        // SAFETY: none; that is the sickness. Not `get_unchecked`: it checks in the fuzz build.
        black_box(unsafe { *copy.as_ptr().add(black_box(copy.len())) });
    }
    Ok(zoo_common::Summary::of(input))
}
