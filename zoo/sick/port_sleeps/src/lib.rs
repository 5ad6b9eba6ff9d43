//! Sick: it sleeps for ever.

use std::thread;

zoo_sick_common::sick_port!(fall_ill);

fn fall_ill(_input: &[u8]) {
    loop {
        thread::park();
    }
}
