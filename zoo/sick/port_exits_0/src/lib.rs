//! Sick: it calls `exit(0)`.

use std::process;

zoo_sick_common::sick_port!(fall_ill);

fn fall_ill(_input: &[u8]) {
    process::exit(0);
}
