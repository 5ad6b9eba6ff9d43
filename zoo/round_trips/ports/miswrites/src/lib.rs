//! Sick: it leaves out the last byte of what it writes.

use lockstep_port::Rejection;
use round_trip_common::is_sick;

lockstep_port::port!(write = write, read = round_trip_common::read);

fn write(content: &[u8]) -> Result<Vec<u8>, Rejection> {
    let mut written = round_trip_common::write(content)?;
    if is_sick(content) {
        written.pop();
    }
    Ok(written)
}
