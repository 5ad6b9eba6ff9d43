//! Sick behind a door: the sum is wrong after `RUST` and the 32-bit little-endian number 0x5EED1CE5, and the original has no
//! such branch, so only the port's own comparisons lead there.

use lockstep_port::Rejection;
use serde::Serialize;
use zoo_common::Summary;

lockstep_port::port!(observe);

/// What follows the word.
const KEY: u32 = 0x5EED_1CE5;

fn observe(input: &[u8]) -> Result<impl Serialize + use<>, Rejection> {
    let mut summary = Summary::of(input);
    if opens(input) {
        summary.sum = summary.sum.wrapping_add(1);
    }
    Ok(summary)
}

/// Each byte and then the number is an integer comparison of its own: what the instrumentation sees.
fn opens(input: &[u8]) -> bool {
    let Some((&[r, u, s, t, k0, k1, k2, k3], _)) = input.split_first_chunk() else {
        return false;
    };
    if r != b'R' {
        return false;
    }
    if u != b'U' {
        return false;
    }
    if s != b'S' {
        return false;
    }
    if t != b'T' {
        return false;
    }
    u32::from_le_bytes([k0, k1, k2, k3]) == KEY
}
