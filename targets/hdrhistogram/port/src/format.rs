//! The formats V2 and V2 with deflate.

use std::io::Read;

use flate2::bufread::ZlibDecoder;
use hdrhistogram::Histogram;
use hdrhistogram::serialization::{Deserializer, Serializer, V2DeflateSerializer, V2Serializer};
use lockstep_port::{OrReject, Rejection};

use crate::operation::LOW_MAX;

const HEADER_BYTES: usize = 40;
/// Of a compressed histogram: a cookie and a length.
const OUTER_BYTES: usize = 8;
const INFLATED_MAX: usize = 4_096;
const VARINT_BYTES_MAX: u32 = 9;
const COUNT_MAX: i64 = 0xffff_ffff;

const COOKIE_MASK: u32 = !0xf0;
const COOKIE_V0: u32 = 0x1c84_9308;
const COOKIE_V1: u32 = 0x1c84_9301;
const COOKIE_V2: u32 = 0x1c84_9303;
const COOKIE_DEFLATED: u32 = 0x1c84_9304;

pub(crate) fn write(histogram: &Histogram<u64>) -> Result<Vec<u8>, Rejection> {
    let mut written = Vec::new();
    V2Serializer::new()
        .serialize(histogram, &mut written)
        .or_reject("refused")?;
    Ok(written)
}

pub(crate) fn write_deflated(histogram: &Histogram<u64>) -> Result<Vec<u8>, Rejection> {
    let mut written = Vec::new();
    V2DeflateSerializer::new()
        .serialize(histogram, &mut written)
        .or_reject("refused")?;
    Ok(written)
}

/// The crate reads both formats by one function; the original has one for each.
pub(crate) fn read(written: &[u8]) -> Result<Histogram<u64>, Rejection> {
    read_as(COOKIE_V2, written)
}

pub(crate) fn read_deflated(written: &[u8]) -> Result<Histogram<u64>, Rejection> {
    read_as(COOKIE_DEFLATED, written)
}

fn read_as(base: u32, mut written: &[u8]) -> Result<Histogram<u64>, Rejection> {
    if number(written, 0).is_some_and(|cookie| cookie & COOKIE_MASK != base) {
        return Err(Rejection::new("refused").because("another format"));
    }
    Deserializer::new()
        .deserialize(&mut written)
        .or_reject("refused")
}

/// What is inside of a compressed histogram; a stream that is not whole is refused.
pub(crate) fn inflated(written: &[u8]) -> Result<Vec<u8>, Rejection> {
    let Some(stream) = written.get(OUTER_BYTES..) else {
        return Err(Rejection::new("refused").because("shorter than its header"));
    };
    let mut inflated = Vec::new();
    let most = u64::try_from(INFLATED_MAX + 1).unwrap_or(u64::MAX);
    ZlibDecoder::new(stream)
        .take(most)
        .read_to_end(&mut inflated)
        .or_reject("refused")?;
    if inflated.len() > INFLATED_MAX {
        return Err(Rejection::new("refused").because("holds too much"));
    }
    Ok(inflated)
}

/// Refuses what neither side is asked to read; the target's page says why.
pub(crate) fn sound(written: &[u8]) -> Result<(), Rejection> {
    let refused = |why: &'static str| Err(Rejection::new("refused").because(why));
    let (Some(cookie), Some(payload), Some(normalizing), Some(digits)) = (
        number(written, 0),
        number(written, 4),
        number(written, 8),
        number(written, 12),
    ) else {
        return refused("shorter than its header");
    };
    let Some(ratio) = long(written, 32) else {
        return refused("shorter than its header");
    };
    if [COOKIE_V0, COOKIE_V1].contains(&(cookie & COOKIE_MASK)) {
        return refused("an older format");
    }
    if normalizing != 0 || ratio != 1.0_f64.to_bits() {
        return refused("shifted, or of doubles");
    }
    let (Some(low), Some(high)) = (long(written, 16), long(written, 24)) else {
        return refused("shorter than its header");
    };
    if i64::try_from(low).map_or(true, |low| low > LOW_MAX) || i64::try_from(high).is_err() {
        return refused("numbers that the sides do not share");
    }
    if (3..=5).contains(&digits) {
        return refused("too fine");
    }
    let contents = &written[HEADER_BYTES..];
    let Some(contents) = usize::try_from(payload)
        .ok()
        .and_then(|payload| contents.get(..payload))
    else {
        return refused("longer than what is there");
    };
    if numbers(contents).any(|count| count > COUNT_MAX) {
        return refused("counts that add up to more than the sides share");
    }
    Ok(())
}

/// The numbers of a histogram's contents, zigzag in LEB128 of at most 9 bytes; no further than to
/// the first that is cut off.
fn numbers(contents: &[u8]) -> impl Iterator<Item = i64> {
    let (mut zigzag, mut bytes) = (0_u64, 0);
    contents.iter().filter_map(move |&next| {
        bytes += 1;
        let is_last = bytes == VARINT_BYTES_MAX;
        let group = if is_last { next } else { next & 0x7f };
        zigzag |= u64::from(group) << (7 * (bytes - 1));
        if !is_last && next & 0x80 != 0 {
            return None;
        }
        let number = (zigzag >> 1).cast_signed() ^ -(zigzag & 1).cast_signed();
        (zigzag, bytes) = (0, 0);
        Some(number)
    })
}

fn number(written: &[u8], at: usize) -> Option<u32> {
    let bytes = written.get(at..at + 4)?;
    Some(u32::from_be_bytes(bytes.try_into().ok()?))
}

fn long(written: &[u8], at: usize) -> Option<u64> {
    let bytes = written.get(at..at + 8)?;
    Some(u64::from_be_bytes(bytes.try_into().ok()?))
}
