//! Sick: it allocates 2^45 bytes at once.

use std::hint::black_box;

zoo_sick_common::sick_port!(fall_ill);

fn fall_ill(_input: &[u8]) {
    black_box(Vec::<u8>::with_capacity(1 << 45));
}
