//! Sick: it reads at address 0.

use std::hint::black_box;
use std::ptr;

zoo_sick_common::sick_port!(fall_ill);

fn fall_ill(_input: &[u8]) {
    // SAFETY: none. In C: Rust's own reads are checked in the fuzz build.
    black_box(unsafe { libc::strlen(black_box(ptr::null())) });
}
