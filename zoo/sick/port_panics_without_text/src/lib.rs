//! Sick: it panics with a payload that is no text.

use std::panic::panic_any;

zoo_sick_common::sick_port!(fall_ill);

fn fall_ill(_input: &[u8]) {
    panic_any(42);
}
