//! The Rust side of the target `roaring`: reads two bitmaps, one behind the other, and runs what follows them as a
//! program on both.

mod bitmaps;
mod contents;
mod operation;

use bitmaps::{Bitmaps, Done, Result as Both};
use contents::{Contents, Written};
use lockstep_port::operations::{Operations as _, Run};
use lockstep_port::{OrReject, Part, Rejection, part};
use operation::Operation;
use roaring::RoaringBitmap;
use serde::Serialize;

/// What one input was read as.
#[derive(Serialize)]
struct Observation {
    first: Part<Read>,
    /// None where the first took the whole input.
    second: Option<Part<Read>>,
    /// What each operation said, in order; None if a bitmap was rejected.
    program: Option<Run<Done>>,
    /// Both bitmaps after the last operation.
    result: Option<Part<Both>>,
}

/// A bitmap as it was read.
#[derive(Serialize)]
struct Read {
    bytes_consumed: usize,
    /// What writing it again gives.
    rewritten: Written,
    /// With run containers where they are smaller.
    contents: Contents,
}

#[allow(clippy::unnecessary_wraps)] // a rejected bitmap is a part
fn observe(input: &[u8]) -> Result<Observation, Rejection> {
    let mut seen = Observation {
        first: Part::Rejected(Rejection::new("unread")),
        second: None,
        program: None,
        result: None,
    };
    let mut rest = input;
    let mut bitmaps = Vec::new();
    seen.first = part(|| read(&mut rest, &mut bitmaps));
    if !matches!(seen.first, Part::Value(_)) || rest.is_empty() {
        return Ok(seen);
    }
    let second = part(|| read(&mut rest, &mut bitmaps));
    let is_read = matches!(second, Part::Value(_));
    seen.second = Some(second);
    if !is_read {
        return Ok(seen);
    }
    let b = bitmaps.pop().unwrap_or_default();
    let a = bitmaps.pop().unwrap_or_default();
    let mut bitmaps = Bitmaps::new(a, b);
    seen.program = Some(Operation::run(rest, |operation| bitmaps.run(operation)));
    seen.result = Some(part(|| bitmaps.result()));
    Ok(seen)
}

fn read(rest: &mut &[u8], bitmaps: &mut Vec<RoaringBitmap>) -> Result<Read, Rejection> {
    let before = rest.len();
    let bitmap = RoaringBitmap::deserialize_from(&mut *rest).or_reject("malformed")?;
    let mut optimized = bitmap.clone();
    optimized.optimize();
    let read = Read {
        bytes_consumed: before - rest.len(),
        rewritten: Written::of(&bitmap)?,
        contents: Contents::of(&optimized)?,
    };
    bitmaps.push(bitmap);
    Ok(read)
}

lockstep_port::port!(observe);
