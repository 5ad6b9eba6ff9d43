//! Sick: it panics in a thread, takes no notice, and answers.

use std::thread;

zoo_sick_common::sick_port!(fall_ill);

fn fall_ill(_input: &[u8]) {
    drop(thread::spawn(|| panic!("on purpose")).join());
}
