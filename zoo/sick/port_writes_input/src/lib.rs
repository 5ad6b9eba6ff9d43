//! Sick: it writes to its input.

zoo_sick_common::sick_port!(fall_ill);

fn fall_ill(input: &[u8]) {
    let first = input.as_ptr().cast_mut();
    // SAFETY: none: the input is borrowed, not owned. What is written is what was there, so that only
    // a guarded input shows it.
    unsafe { first.write_volatile(first.read_volatile()) };
}
