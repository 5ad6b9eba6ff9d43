//! Sick: it panics.

zoo_sick_common::sick_port!(fall_ill);

fn fall_ill(_input: &[u8]) {
    panic!("on purpose");
}
