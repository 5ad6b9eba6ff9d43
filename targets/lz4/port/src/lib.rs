//! The Rust side of the target `lz4`: the crate `lz4_flex`, its block format, without unsafe code.

mod request;

use lockstep_port::{Bytes, OrReject, Part, Rejection, Written, part};
use lz4_flex::block::{compress, decompress, decompress_into};
use request::Request;
use serde::Serialize;

/// Longer outputs are not looked at: more than the farthest distance, which is 65,535.
const OUTPUT_BYTES_MAX: usize = 70_000;

/// What became of one input.
#[derive(Serialize)]
#[serde(untagged)]
enum Observation {
    Block {
        /// With more room than it needs.
        roomy: Output,
        /// With just the room that it needs, if it was taken with more.
        exact: Option<Output>,
        /// The same, into a slice.
        buffer: Option<Output>,
        /// With one byte less than it needs, if it needs any.
        too_small: Option<Output>,
    },
    Wrote(Written<Vec<u8>>),
}

type Output = Part<Bytes<Vec<u8>>>;

#[allow(clippy::unnecessary_wraps)] // a malformed block is a rejected part
fn observe(input: &[u8]) -> Result<Observation, Rejection> {
    let request = Request::of(input);
    if request.is_content() {
        let written = request::to_be_read(&compress(&request.content()));
        return Ok(Observation::Wrote(Written(written)));
    }
    let block = request.body;
    let roomy = read(block, OUTPUT_BYTES_MAX);
    let length = match &roomy {
        Part::Value(output) => Some(output.0.len()),
        _ => None,
    };
    Ok(Observation::Block {
        roomy,
        exact: length.map(|room| read(block, room)),
        buffer: length.map(|room| read_into(block, room)),
        too_small: length
            .and_then(|length| length.checked_sub(1))
            .map(|room| read_into(block, room)),
    })
}

fn read(block: &[u8], room: usize) -> Output {
    part(|| decompress(block, room).map(Bytes).or_reject("malformed"))
}

fn read_into(block: &[u8], room: usize) -> Output {
    part(|| {
        let mut output = vec![0; room];
        let length = decompress_into(block, &mut output).or_reject("malformed")?;
        output.truncate(length);
        Ok(Bytes(output))
    })
}

lockstep_port::port!(observe);
