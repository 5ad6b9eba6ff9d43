//! Sick: it loops without end, and allocates and frees as it goes.

use std::hint::black_box;

zoo_sick_common::sick_port!(fall_ill);

fn fall_ill(_input: &[u8]) {
    while black_box(true) {
        drop(black_box(vec![1u8; 4096]));
    }
}
