//! Sick: it panics in a function that C calls.

use std::ffi::{c_int, c_void};

zoo_sick_common::sick_port!(fall_ill);

fn fall_ill(_input: &[u8]) {
    let mut letters = *b"ba";
    // SAFETY: there are two letters of one byte each; what `compare` does is the sickness.
    unsafe { libc::qsort(letters.as_mut_ptr().cast(), 2, 1, Some(compare)) };
}

extern "C" fn compare(_one: *const c_void, _other: *const c_void) -> c_int {
    panic!("on purpose");
}
