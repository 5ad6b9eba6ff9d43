//! Has nothing wrong with it.

lockstep_port::port!(
    write = round_trip_common::write,
    read = round_trip_common::read
);
