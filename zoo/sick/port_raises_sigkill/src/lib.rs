//! Sick: it raises SIGKILL against itself.

zoo_sick_common::sick_port!(fall_ill);

fn fall_ill(_input: &[u8]) {
    // SAFETY: it takes any signal.
    unsafe { libc::raise(libc::SIGKILL) };
}
