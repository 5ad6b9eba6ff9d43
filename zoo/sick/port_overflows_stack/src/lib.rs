//! Sick: it recurses without end.

use std::hint::black_box;

zoo_sick_common::sick_port!(fall_ill);

fn fall_ill(_input: &[u8]) {
    black_box(descend(0));
}

fn descend(depth: u64) -> u64 {
    let frame = black_box([depth; 64]);
    if frame[0] == u64::MAX {
        return 0;
    }
    // Used after the call: the compiler cannot make a loop of it.
    descend(frame[1] + 1) ^ black_box(frame)[2]
}
