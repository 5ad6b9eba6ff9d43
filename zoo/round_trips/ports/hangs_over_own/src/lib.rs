//! Sick: it reads for ever what it wrote itself.

use std::hint;

use lockstep_port::Rejection;
use round_trip_common::{PORT, Summary, is_sick_of};

lockstep_port::port!(write = round_trip_common::write, read = read);

fn read(written: &[u8]) -> Result<Summary, Rejection> {
    while is_sick_of(PORT, hint::black_box(written)) {
        hint::spin_loop();
    }
    round_trip_common::read(written)
}
