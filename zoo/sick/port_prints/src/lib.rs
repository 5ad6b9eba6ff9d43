//! Sick: it prints 4 MiB to stdout, and answers.

use std::io::{self, Write};

zoo_sick_common::sick_port!(fall_ill);

fn fall_ill(_input: &[u8]) {
    let line = [b"here I am, at length".repeat(50), b"\n".to_vec()].concat();
    for _ in 0..(4 << 20) / line.len() {
        // Nobody may be listening.
        drop(io::stdout().write_all(&line));
    }
}
