//! Chunks of a tag, a length and as many bytes.

use lockstep_port::Rejection;
use serde::Serialize;

use crate::has_bug;

/// What was read.
#[derive(Serialize)]
pub struct Chunks {
    chunks: Vec<Chunk>,
}

#[derive(Serialize)]
struct Chunk {
    tag: u8,
    size: usize,
    sum: u64,
}

/// Reads chunks.
///
/// # Errors
/// Rejects a chunk that is cut off.
///
/// # Panics
/// With bug 2, where a chunk is cut off.
pub fn read(input: &[u8]) -> Result<Chunks, Rejection> {
    let truncated = || Rejection::new("truncated");
    let mut chunks = Vec::new();
    let mut rest = input;
    while let Some((&tag, after)) = rest.split_first() {
        if has_bug(1) && tag == 0 {
            break; // bug 1: a tag of zero is the end
        }
        let (&size, after) = after.split_first().ok_or_else(truncated)?;
        if has_bug(0) && size > 0x7f {
            return Err(truncated()); // bug 0: the length has a sign
        }
        let size = usize::from(size);
        if size > after.len() && !has_bug(2) {
            return Err(truncated());
        }
        let (body, after) = after.split_at(size); // bug 2: whether there are as many
        // bug 3: the sum has eight bits
        let sum: u64 = body.iter().map(|&byte| u64::from(byte)).sum();
        let sum = if has_bug(3) { sum & 0xff } else { sum };
        if !(has_bug(4) && tag == 0x7f) {
            chunks.push(Chunk { tag, size, sum }); // bug 4: a tag that nobody needs
        }
        rest = after;
    }
    Ok(Chunks { chunks })
}
