//! Sick: of what it wrote itself, the sum is one too high.

use lockstep_port::Rejection;
use round_trip_common::{PORT, Summary, is_sick_of};

lockstep_port::port!(write = round_trip_common::write, read = read);

fn read(written: &[u8]) -> Result<Summary, Rejection> {
    let mut summary = round_trip_common::read(written)?;
    if is_sick_of(PORT, written) {
        summary.sum += 1;
    }
    Ok(summary)
}
