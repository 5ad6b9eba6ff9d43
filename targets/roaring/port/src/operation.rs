//! One operation of a program.

/// How many bytes one takes: a code, a byte of flags, a value and a count, both in little endian.
pub(crate) const BYTES: usize = 8;
const CODES: u8 = 24;

pub(crate) struct Operation {
    pub(crate) code: u8,
    pub(crate) flags: u8,
    pub(crate) value: u32,
    pub(crate) count: u16,
}

impl Operation {
    pub(crate) fn new(bytes: [u8; BYTES]) -> Self {
        let [code, flags, v0, v1, v2, v3, c0, c1] = bytes;
        Self {
            code: code % CODES,
            flags,
            value: u32::from_le_bytes([v0, v1, v2, v3]),
            count: u16::from_le_bytes([c0, c1]),
        }
    }

    /// The range that begins at the value: up to eight containers, and none beyond the last value.
    pub(crate) fn range(&self) -> (std::ops::Bound<u32>, std::ops::Bound<u32>) {
        use std::ops::Bound::{Excluded, Included, Unbounded};
        let length = u32::from(self.count) << (self.flags & 3);
        let end = self.value.checked_add(length).map_or(Unbounded, Excluded);
        (Included(self.value), end)
    }

    pub(crate) fn name(&self) -> &'static str {
        match self.code {
            0 => "add",
            1 => "remove",
            2 => "add_range",
            3 => "remove_range",
            4 => "add_steps",
            5 => "contains",
            6 => "contains_range",
            7 => "range_cardinality",
            8 => "rank",
            9 => "select",
            10 => "next",
            11 => "previous",
            12 => "next_absent",
            13 => "or",
            14 => "and",
            15 => "and_not",
            16 => "xor",
            17 => "swap",
            18 => "run_optimize",
            19 => "remove_run_compression",
            20 => "limit",
            21 => "flip",
            22 => "relation",
            _ => "rewrite",
        }
    }
}
