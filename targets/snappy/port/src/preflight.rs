//! What is not to be tried, found without either library. The original has the same.

/// Sixteen times what a chunk may hold.
const DECLARED_BYTES_MAX: u64 = 1 << 20;
const HEADER_BYTES: usize = 4;
const CHECKSUM_BYTES: usize = 4;
const VARINT_BYTES_MAX: usize = 5;

/// Whether a chunk of compressed data says that it holds more than 1 MiB: a reader may take that
/// much memory before it sees that it does not.
pub fn declares_too_much(stream: &[u8]) -> bool {
    let mut at = 0;
    while let Some(&[kind, a, b, c]) = stream.get(at..at + HEADER_BYTES) {
        let start = at + HEADER_BYTES;
        if kind == 0 && declared(stream, start + CHECKSUM_BYTES) > DECLARED_BYTES_MAX {
            return true;
        }
        at = start + u32::from_le_bytes([a, b, c, 0]) as usize;
    }
    false
}

/// The varint at an offset, as far as it is there.
fn declared(stream: &[u8], offset: usize) -> u64 {
    let mut value = 0;
    for (i, &byte) in stream
        .iter()
        .skip(offset)
        .take(VARINT_BYTES_MAX)
        .enumerate()
    {
        value |= u64::from(byte & 0x7f) << (7 * i);
        if byte < 0x80 {
            break;
        }
    }
    value
}
