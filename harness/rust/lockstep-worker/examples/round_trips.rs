//! How fast the worker is:
//!
//! ```text
//! cargo build --release -p lockstep-worker --bins --examples
//! taskset -c 0 target/release/examples/round_trips PORT.so [SECONDS]
//! ```
//!
//! Prints the round trips a second, and how long a fresh process takes, on as many processors as it may use.

use std::env::{args, current_exe};
use std::time::{Duration, Instant};

#[path = "../tests/client/mod.rs"]
mod client;

use client::{Sizes, Worker};

const STARTS: u32 = 200;

fn main() {
    let mut arguments = args().skip(1);
    let library = arguments
        .next()
        .expect("usage: round_trips PORT.so [SECONDS]");
    let seconds = arguments
        .next()
        .map_or(5, |text| text.parse().expect("SECONDS is a number"));
    let example = current_exe().expect("this program has a name");
    let program = example
        .ancestors()
        .nth(2)
        .expect("lies in a folder")
        .join("lockstep-worker");
    let mut worker = Worker::keep(&program, Sizes::default(), &["--library", &library]);

    worker.start().expect("the port loads");
    let start = Instant::now();
    let (mut trips, mut slowest) = (0_u32, Duration::ZERO);
    while start.elapsed() < Duration::from_secs(seconds) {
        let one = Instant::now();
        worker
            .ask(b"an input of 22 bytes, ", 0)
            .expect("the port answers");
        slowest = slowest.max(one.elapsed());
        trips += 1;
    }
    let each = start.elapsed() / trips;
    let rate = f64::from(trips) / start.elapsed().as_secs_f64();
    println!("{rate:.0} round trips a second, {each:?} each, the slowest {slowest:?}");

    let start = Instant::now();
    for _ in 0..STARTS {
        worker.kill();
        worker.start().expect("the port loads");
    }
    let each = start.elapsed() / STARTS;
    println!("{each:?} to kill a child and have the next one ready");
}
