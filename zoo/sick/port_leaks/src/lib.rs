//! Sick: it leaks 1 MiB, and answers.

use std::hint::black_box;
use std::mem;

zoo_sick_common::sick_port!(fall_ill);

fn fall_ill(_input: &[u8]) {
    mem::forget(black_box(vec![1u8; 1 << 20]));
}
