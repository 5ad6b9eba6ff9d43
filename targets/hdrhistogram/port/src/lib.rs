//! The Rust side of the target `hdrhistogram`: runs the input as a program of operations on two histograms.

mod format;
mod histograms;
mod iterations;
mod operation;

use histograms::Histograms;
use lockstep_port::Rejection;
use lockstep_port::operations::Operations as _;
use operation::Operation;
use serde::Serialize;

#[allow(clippy::unnecessary_wraps)] // what is refused is a part
fn observe(input: &[u8]) -> Result<impl Serialize + use<>, Rejection> {
    let mut histograms = Histograms::new()?;
    Ok(Operation::run(input, |operation| histograms.run(operation)))
}

lockstep_port::port!(observe);
