//! Sick: it loops without end.

use std::hint::black_box;

zoo_sick_common::sick_port!(fall_ill);

fn fall_ill(_input: &[u8]) {
    while black_box(true) {}
}
