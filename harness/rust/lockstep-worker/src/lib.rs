//! The worker: one side of a target in a process of its own. `docs/worker.md` is its contract.
//!
//! The **keeper** ([`keeper`]) starts children, reads what they print and sees how they end. A child either loads a
//! port and answers ([`child`]), or is another program that does the same.

pub mod child;
mod coverage;
pub mod exchange;
mod faults;
pub mod keeper;
mod limits;
pub mod options;
mod output;
mod patience;
mod port;
mod processes;
mod spawn;
pub mod turn;
