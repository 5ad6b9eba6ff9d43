//! Sick: it writes where it has no memory.

use std::ptr;

zoo_sick_common::sick_port!(fall_ill);

/// A valid address at which nobody has anything.
const NOWHERE: usize = 0x0bad_0000_0000;

fn fall_ill(_input: &[u8]) {
    // SAFETY: none.
    unsafe { ptr::with_exposed_provenance_mut::<u8>(NOWHERE).write_volatile(1) };
}
