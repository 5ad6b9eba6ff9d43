//! What is done with two histograms, of which the first is changed and asked.

use lockstep_port::operations::List;

/// What is computed from values fits into 63 bits.
const VALUE_MAX: i64 = i64::MAX / 2;

/// The least value that is told from 0; beyond that the sides draw the line in other places.
pub(crate) const LOW_MAX: i64 = 1 << 50;

/// By which steps may grow at most.
pub(crate) const BASE_MAX: f64 = 10.0;

lockstep_port::operations! {
    pub(crate) enum Operation, at most 16 {
        Create { low: u64 = 0..=LOW_MAX, high: u64 = 0..=i64::MAX, digits: u8 = 0..=2 },
        CreateResizing { digits: u8 = 0..=2 },
        RecordOne { value: u64 = 0..=VALUE_MAX },
        RecordMany { value: u64 = 0..=VALUE_MAX, count: u32 = 1..=0xffff_ffff },
        RecordCorrected { value: u32, interval: u32 },
        Add,
        AddCorrected { interval: u32 },
        Subtract,
        Swap,
        Copy,
        CopyCorrected { interval: u32 },
        Reset,
        Statistics,
        AtPercentile { percentile: f64 },
        PercentileBelow { value: u64 = 0..=VALUE_MAX },
        CountBetween { from: u64 = 0..=VALUE_MAX, to: u64 = 0..=VALUE_MAX },
        CountAt { value: u64 = 0..=VALUE_MAX },
        Equivalents { value: u64 = 0..=VALUE_MAX },
        Layout,
        Recorded,
        All,
        Linear { step: u32 = 1..=0xffff_ffff },
        Logarithmic { first: u32 = 1..=0xffff, base: f64 },
        Percentiles { halvings: u8 = 0..=6 },
        WriteV2,
        WriteDeflated,
        ReadV2 { written: List<u8, 400> },
        ReadDeflated { written: List<u8, 400> },
    }
}
