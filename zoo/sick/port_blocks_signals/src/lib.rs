//! Sick: it blocks all signals, and answers.

use std::mem;
use std::ptr;

zoo_sick_common::sick_port!(fall_ill);

fn fall_ill(_input: &[u8]) {
    // SAFETY: the set is filled before it is used.
    unsafe {
        let mut all = mem::zeroed();
        libc::sigfillset(&raw mut all);
        libc::pthread_sigmask(libc::SIG_SETMASK, &raw const all, ptr::null_mut());
    }
}
