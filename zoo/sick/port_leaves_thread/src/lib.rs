//! Sick: it leaves a thread running for ever, and answers.

use std::thread;

zoo_sick_common::sick_port!(fall_ill);

fn fall_ill(_input: &[u8]) {
    thread::spawn(|| {
        loop {
            thread::park();
        }
    });
}
