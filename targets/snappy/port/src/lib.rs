//! The Rust side of the target `snappy`: the crate `snap`, its blocks and its framing format.

mod preflight;
mod request;

use std::io::{Read, Write};

use lockstep_port::{Bytes, OrReject, Part, Rejection, Written, part};
use request::Request;
use serde::Serialize;
use snap::raw::{Decoder, Encoder, decompress_len};
use snap::read::FrameDecoder;
use snap::write::FrameEncoder;

/// Longer outputs of a block are not looked at.
const OUTPUT_BYTES_MAX: usize = 70_000;

/// What became of one input.
#[derive(Serialize)]
#[serde(untagged)]
enum Observation {
    Block {
        /// What it says that it holds, in bytes.
        length: Part<usize>,
        /// The output with just as much room.
        exact: Option<Output>,
        /// The output with more room.
        roomy: Option<Output>,
    },
    Stream {
        /// All of it, also what came before a fault.
        output: Bytes<Vec<u8>>,
        end: Part<&'static str>,
    },
    Wrote(Written<Vec<u8>>),
}

/// The output, or the word for why it was not looked at.
#[derive(Serialize)]
#[serde(untagged)]
enum Content {
    Bytes(Bytes<Vec<u8>>),
    Word(&'static str),
}

type Output = Part<Content>;

fn observe(input: &[u8]) -> Result<Observation, Rejection> {
    let request = Request::of(input);
    if request.is_content() {
        let content = request.content();
        let written = if request.is_framed() {
            write_framed(&content).or_reject("not_written")?
        } else {
            Encoder::new()
                .compress_vec(&content)
                .or_reject("not_written")?
        };
        return Ok(Observation::Wrote(Written(request.to_be_read(&written))));
    }
    Ok(if request.is_framed() {
        stream_of(request.body, request.piece_bytes())
    } else {
        block_of(request.body)
    })
}

fn block_of(block: &[u8]) -> Observation {
    let length = part(|| decompress_len(block).or_reject("malformed"));
    let (exact, roomy) = match length {
        Part::Value(room) if room > OUTPUT_BYTES_MAX => {
            (Some(Part::Value(Content::Word("longer"))), None)
        }
        Part::Value(room) => (Some(read(block, room)), Some(read(block, OUTPUT_BYTES_MAX))),
        _ => (None, None),
    };
    Observation::Block {
        length,
        exact,
        roomy,
    }
}

fn read(block: &[u8], room: usize) -> Output {
    part(|| {
        let mut output = vec![0; room];
        let length = Decoder::new()
            .decompress(block, &mut output)
            .or_reject("malformed")?;
        output.truncate(length);
        Ok(Content::Bytes(Bytes(output)))
    })
}

fn write_framed(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut writer = FrameEncoder::new(Vec::new());
    writer.write_all(content)?;
    writer.into_inner().map_err(std::io::Error::other)
}

fn stream_of(stream: &[u8], piece_bytes: usize) -> Observation {
    let mut output = Vec::new();
    let end = if preflight::declares_too_much(stream) {
        Part::Value("not_tried")
    } else {
        part(|| {
            let mut reader = FrameDecoder::new(stream);
            let mut piece = vec![0; piece_bytes];
            loop {
                match reader.read(&mut piece).or_reject("malformed")? {
                    0 => return Ok("finished"),
                    count => output.extend_from_slice(&piece[..count]),
                }
            }
        })
    };
    Observation::Stream {
        output: Bytes(output),
        end,
    }
}

lockstep_port::port!(observe);
