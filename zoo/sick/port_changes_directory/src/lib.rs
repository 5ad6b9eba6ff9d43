//! Sick: it changes the working directory, and answers.

use std::env;

zoo_sick_common::sick_port!(fall_ill);

fn fall_ill(_input: &[u8]) {
    drop(env::set_current_dir("/proc"));
}
