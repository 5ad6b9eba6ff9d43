//! Sick behind a door: the sum is wrong after `RUST` and the 32-bit little-endian number
//! 0x5EED1CE5, and the original has no such branch, so only the port's own comparisons lead there.

use std::hint::black_box;

use lockstep_port::Rejection;
use serde::Serialize;
use zoo_common::Summary;

lockstep_port::port!(observe);

/// What follows the word.
const KEY: u32 = 0x5EED_1CE5;

#[expect(clippy::unnecessary_wraps, reason = "the shape that `port!` takes")]
fn observe(input: &[u8]) -> Result<impl Serialize + use<>, Rejection> {
    let mut summary = Summary::of(input);
    if opens(input) {
        summary.sum = summary.sum.wrapping_add(1);
    }
    Ok(summary)
}

/// Each byte and then the number is an integer comparison and a branch of its own, which is what
/// the instrumentation sees: the black boxes keep the compiler from comparing all bytes at once.
fn opens(input: &[u8]) -> bool {
    let Some((head, _)) = input.split_first_chunk::<8>() else {
        return false;
    };
    let [r, u, s, t, key @ ..] = *head;
    if black_box(r) != b'R' {
        return false;
    }
    if black_box(u) != b'U' {
        return false;
    }
    if black_box(s) != b'S' {
        return false;
    }
    if black_box(t) != b'T' {
        return false;
    }
    black_box(u32::from_le_bytes(key)) == KEY
}
