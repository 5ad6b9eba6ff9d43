//! The Rust side of the target `type1`: read-fonts, given the file that the program in words stands for.

mod observation;
mod pen;
mod pfb;
mod program;
mod walk;
mod words;

use lockstep_port::Rejection;
use observation::Observation;
use program::Program;

const SEGMENT: u8 = 0x80;

/// Shorter ones are no fonts that somebody wrote.
const FILE_BYTES_MIN: usize = 8192;

fn observe(input: &[u8]) -> Result<Observation, Rejection> {
    if input.len() >= FILE_BYTES_MIN && input[0] == SEGMENT {
        return Observation::of(input, None);
    }
    let program = Program::read(input).map_err(Rejection::new)?;
    Observation::of(&pfb::of(&program), Some(&program))
}

lockstep_port::port!(observe);
