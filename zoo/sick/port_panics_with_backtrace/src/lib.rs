//! Sick: it asks for backtraces and panics.

use std::env;

zoo_sick_common::sick_port!(fall_ill);

fn fall_ill(_input: &[u8]) {
    // SAFETY: none: other threads may read the environment.
    unsafe { env::set_var("RUST_BACKTRACE", "1") };
    panic!("on purpose");
}
