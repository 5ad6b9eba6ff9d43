//! Asks a port in a worker and prints what comes of it, as the exchange says it:
//!
//! ```text
//! cargo build --release -p lockstep-worker --bins --examples
//! target/release/examples/ask PORT.so INPUT…
//! ```
//!
//! The port has 256 MiB and two seconds for each input.

use std::env::{args, current_exe};
use std::sync::atomic::Ordering::Relaxed;
use std::time::{Duration, Instant};

#[path = "../tests/client/mod.rs"]
mod client;

use client::{Death, Sizes, Worker};
use lockstep_worker::exchange::{FLAG_EXPLAIN, FLAG_INSPECT};
use lockstep_worker::turn::{ASKED, ENDED};

const PATIENCE: Duration = Duration::from_secs(2);

fn main() {
    let mut arguments = args().skip(1);
    let library = arguments.next().expect("usage: ask PORT.so INPUT…");
    let example = current_exe().expect("this program has a name");
    let program = example
        .ancestors()
        .nth(2)
        .expect("lies in a folder")
        .join("lockstep-worker");
    let options = ["--memory-mib", "256", "--library", &library];
    let mut worker = Worker::keep(&program, Sizes::default(), &options);
    if let Err(death) = worker.start() {
        println!("did not load: {death:?}\n{}", worker.reason());
        return;
    }
    for input in arguments {
        print!("{input:8} ");
        match ask(&mut worker, input.as_bytes()) {
            Ok(()) => {
                let answer = worker.answer();
                print!(
                    "status {} {:?}",
                    answer.status,
                    String::from_utf8_lossy(&answer.reply)
                );
            }
            Err(death) => {
                let header = worker.header();
                print!(
                    "{death:?} phase {} fault {} at {:#x} exit called {}",
                    header.phase.load(Relaxed),
                    header.fault.load(Relaxed),
                    header.fault_address.load(Relaxed),
                    header.exit_called.load(Relaxed)
                );
            }
        }
        let header = worker.header();
        let (printed, live) = (
            header.output_bytes.load(Relaxed),
            header.live_bytes.load(Relaxed),
        );
        let words = worker.words();
        let last: String = words.chars().take(120).collect();
        println!("; live {live}; printed {printed} {last:?}");
        if header.turn.get() == ENDED && worker.start().is_err() {
            println!("did not load again: {}", worker.reason());
            return;
        }
    }
}

fn ask(worker: &mut Worker, input: &[u8]) -> Result<(), Death> {
    worker.say(input, FLAG_EXPLAIN | FLAG_INSPECT)?;
    let deadline = Instant::now() + PATIENCE;
    match worker
        .header()
        .turn
        .wait(|turn| turn == ASKED, Some(deadline))
    {
        ASKED => {
            print!("no answer in time: ");
            Err(worker.kill())
        }
        ENDED => Err(worker.death()),
        _ => Ok(()),
    }
}
