//! Sick: it calls `_exit(0)`.

zoo_sick_common::sick_port!(fall_ill);

fn fall_ill(_input: &[u8]) {
    // SAFETY: it takes any code.
    unsafe { libc::_exit(0) };
}
