//! Sick: it panics while it panics.

zoo_sick_common::sick_port!(fall_ill);

struct Again;

impl Drop for Again {
    fn drop(&mut self) {
        panic!("and once more");
    }
}

fn fall_ill(_input: &[u8]) {
    let _again = Again;
    panic!("on purpose");
}
