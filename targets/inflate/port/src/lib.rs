//! The Rust side of the target `inflate`: the crate `miniz_oxide`, in pieces as flate2 calls it, and as a whole.

mod request;

use lockstep_port::{Bytes, Part, Rejection, Written, part};
use miniz_oxide::deflate::{compress_to_vec, compress_to_vec_zlib};
use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::inflate::{
    DecompressError, TINFLStatus, decompress_to_vec_with_limit, decompress_to_vec_zlib_with_limit,
};
use miniz_oxide::{DataFormat, MZError, MZFlush, MZStatus};
use request::Request;
use serde::Serialize;

/// Longer outputs are not looked at beyond this: more than the window of 32 KiB.
const OUTPUT_BYTES_MAX: usize = 40_000;

/// What became of one input.
#[derive(Serialize)]
#[serde(untagged)]
enum Observation {
    Streamed {
        /// Fed and asked for in pieces.
        pieces: Read,
        /// In one call.
        whole: Part<Whole>,
    },
    Wrote(Written<Vec<u8>>),
}

/// What a stream was read as.
#[derive(Serialize)]
struct Read {
    /// All of it, also what came before the stream was cut off or became malformed.
    output: Bytes<Vec<u8>>,
    end: Part<&'static str>,
    /// How many bytes follow the stream, if it has an end.
    unread: Option<usize>,
}

/// The output, or the word for how it ended.
#[derive(Serialize)]
#[serde(untagged)]
enum Whole {
    Output(Bytes<Vec<u8>>),
    End(&'static str),
}

#[allow(clippy::unnecessary_wraps)] // a malformed stream is a rejected part: what came before it stays comparable
fn observe(input: &[u8]) -> Result<Observation, Rejection> {
    let request = Request::of(input);
    if request.is_content() {
        return Ok(Observation::Wrote(Written(write(&request))));
    }
    Ok(Observation::Streamed {
        pieces: read(
            request.body,
            request.is_zlib(),
            request.input_piece_bytes(),
            request.output_piece_bytes(),
        ),
        whole: part(|| whole(request.body, request.is_zlib())),
    })
}

fn write(request: &Request) -> Vec<u8> {
    let content = request.content();
    request.to_be_read(&if request.is_zlib() {
        compress_to_vec_zlib(&content, request.level())
    } else {
        compress_to_vec(&content, request.level())
    })
}

fn whole(stream: &[u8], is_zlib: bool) -> Result<Whole, Rejection> {
    let result = if is_zlib {
        decompress_to_vec_zlib_with_limit(stream, OUTPUT_BYTES_MAX)
    } else {
        decompress_to_vec_with_limit(stream, OUTPUT_BYTES_MAX)
    };
    match result {
        Ok(output) if output.len() == OUTPUT_BYTES_MAX => Ok(Whole::End("longer")),
        Ok(output) => Ok(Whole::Output(Bytes(output))),
        Err(DecompressError { status, .. }) => match status {
            TINFLStatus::HasMoreOutput => Ok(Whole::End("longer")),
            TINFLStatus::FailedCannotMakeProgress | TINFLStatus::NeedsMoreInput => {
                Ok(Whole::End("cut_off"))
            }
            status => Err(Rejection::new("malformed").because(format!("{status:?}"))),
        },
    }
}

fn read(stream: &[u8], is_zlib: bool, input_piece_bytes: usize, output_piece_bytes: usize) -> Read {
    let mut output = vec![0; OUTPUT_BYTES_MAX];
    let mut written = 0;
    let mut consumed = 0;
    let end = part(|| {
        let format = if is_zlib {
            DataFormat::Zlib
        } else {
            DataFormat::Raw
        };
        let mut state = InflateState::new_boxed(format);
        // What was handed over up to now ends here.
        let mut fed = 0;
        loop {
            let most = output_piece_bytes.min(OUTPUT_BYTES_MAX - written);
            let result = inflate(
                &mut state,
                &stream[consumed..fed],
                &mut output[written..written + most],
                MZFlush::None,
            );
            written += result.bytes_written;
            consumed += result.bytes_consumed;
            if written == OUTPUT_BYTES_MAX {
                return Ok("longer");
            }
            match result.status {
                Ok(MZStatus::StreamEnd) => return Ok("finished"),
                Ok(MZStatus::NeedDict) => return Ok("needs_dictionary"),
                Ok(MZStatus::Ok) | Err(MZError::Buf) => {}
                Err(error) => {
                    return Err(Rejection::new("malformed").because(format!("{error:?}")));
                }
            }
            if result.bytes_written == 0 {
                if consumed < fed && result.bytes_consumed == 0 {
                    return Ok("stuck");
                }
                if consumed == fed {
                    if fed == stream.len() {
                        return Ok("cut_off");
                    }
                    fed += input_piece_bytes.min(stream.len() - fed);
                }
            }
        }
    });
    output.truncate(written);
    Read {
        output: Bytes(output),
        unread: matches!(end, Part::Value("finished")).then_some(stream.len() - consumed),
        end,
    }
}

lockstep_port::port!(observe);
