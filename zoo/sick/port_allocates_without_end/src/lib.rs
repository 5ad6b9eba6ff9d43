//! Sick: it allocates piece by piece without end.

use std::hint::black_box;

zoo_sick_common::sick_port!(fall_ill);

/// For the sake of the machine, if nobody sets a limit: 4 GiB.
const PIECES_MAX: usize = 1 << 16;

fn fall_ill(_input: &[u8]) {
    let mut pieces = Vec::new();
    while pieces.len() < PIECES_MAX {
        pieces.push(black_box(vec![1u8; 1 << 16]));
    }
}
