//! Sick: it locks two mutexes in two orders on two threads.

use std::sync::{Barrier, Mutex};
use std::thread;

zoo_sick_common::sick_port!(fall_ill);

static FIRST: Mutex<()> = Mutex::new(());
static SECOND: Mutex<()> = Mutex::new(());

fn fall_ill(_input: &[u8]) {
    let both = Barrier::new(2);
    thread::scope(|threads| {
        threads.spawn(|| lock(&SECOND, &FIRST, &both));
        lock(&FIRST, &SECOND, &both);
    });
}

fn lock(one: &Mutex<()>, other: &Mutex<()>, both: &Barrier) {
    let _one = one.lock();
    both.wait();
    let _other = other.lock();
}
