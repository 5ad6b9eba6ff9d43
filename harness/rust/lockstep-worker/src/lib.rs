//! The worker: one side of a target in a process of its own. `docs/worker.md` is its contract.
//!
//! The **keeper** ([`keeper`]) starts children, reads what they print and sees how they end. A child either loads a
//! port and answers ([`child`]), or is another program that does the same.

#[cfg(not(all(target_os = "linux", target_arch = "x86_64")))]
compile_error!(
    "the worker is written for Linux on x86-64: `faults` and `coverage` know its registers"
);

pub mod attended;
pub mod child;
mod coverage;
pub mod edges;
pub mod exchange;
mod faults;
pub mod keeper;
mod limits;
pub mod options;
mod output;
pub mod parting;
mod patience;
mod port;
mod processes;
mod spawn;
mod symbols;
pub mod turn;
mod way;
