//! Sick: it starts a thread that aborts 20 ms later, and answers.

use std::process;
use std::thread;
use std::time::Duration;

zoo_sick_common::sick_port!(fall_ill);

fn fall_ill(_input: &[u8]) {
    thread::spawn(|| {
        thread::sleep(Duration::from_millis(20));
        process::abort();
    });
}
