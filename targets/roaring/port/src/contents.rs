//! What is in a bitmap.

use lockstep_port::{OrReject, Rejection};
use roaring::RoaringBitmap;
use serde::Serialize;

const RUNS_MAX: usize = 32;
const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0100_0000_01b3;

#[derive(Serialize)]
pub(crate) struct Contents {
    cardinality: u64,
    first: Option<u32>,
    last: Option<u32>,
    /// The first runs of neighbouring values: first and last of each.
    runs: Vec<[u32; 2]>,
    written: Written,
}

impl Contents {
    pub(crate) fn of(bitmap: &RoaringBitmap) -> Result<Self, Rejection> {
        let mut values = bitmap.iter();
        let runs = std::iter::from_fn(|| values.next_range())
            .take(RUNS_MAX)
            .map(|run| [*run.start(), *run.end()])
            .collect();
        Ok(Self {
            cardinality: bitmap.len(),
            first: bitmap.min(),
            last: bitmap.max(),
            runs,
            written: Written::of(bitmap)?,
        })
    }
}

/// A written bitmap, which may have megabytes.
#[derive(Serialize)]
pub(crate) struct Written {
    bytes: usize,
    /// Their 64-bit FNV-1a hash, without its top bit.
    fnv1a: u64,
}

impl Written {
    pub(crate) fn of(bitmap: &RoaringBitmap) -> Result<Self, Rejection> {
        let mut bytes = Vec::with_capacity(bitmap.serialized_size());
        bitmap.serialize_into(&mut bytes).or_reject("unwritten")?;
        let hash = bytes.iter().fold(FNV_OFFSET, |hash, &byte| {
            (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME)
        });
        Ok(Self {
            bytes: bytes.len(),
            fnv1a: hash & (u64::MAX >> 1),
        })
    }
}
