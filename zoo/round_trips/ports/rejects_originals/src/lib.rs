//! Sick: what the original wrote is malformed to it.

use lockstep_port::Rejection;
use round_trip_common::{ORIGINAL, Summary, is_sick_of};

lockstep_port::port!(write = round_trip_common::write, read = read);

fn read(written: &[u8]) -> Result<Summary, Rejection> {
    if is_sick_of(ORIGINAL, written) {
        return Err(Rejection::new("malformed"));
    }
    round_trip_common::read(written)
}
