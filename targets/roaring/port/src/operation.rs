//! What is done with two bitmaps, of which the first is changed.

use std::ops::Bound;

lockstep_port::choice! {
    /// How the crate is asked to combine two.
    pub(crate) enum Way {
        /// By assignment, with a borrowed second.
        InPlace,
        /// By assignment, with a second of its own.
        Owned,
        /// Of two borrowed ones.
        New,
    }
}

lockstep_port::operations! {
    #[derive(Clone, Copy)]
    pub(crate) enum Operation, at most 16 {
        Add { value: u32 },
        Remove { value: u32 },
        AddRange { value: u32, count: u16, shift: u8 = 0..=3 },
        RemoveRange { value: u32, count: u16, shift: u8 = 0..=3 },
        AddSteps { value: u32, count: u16 = 0..=0x1fff, distance: u32 = 1..=0x100 },
        Contains { value: u32 },
        ContainsRange { value: u32, count: u16, shift: u8 = 0..=3 },
        RangeCardinality { value: u32, count: u16, shift: u8 = 0..=3 },
        Rank { value: u32 },
        Select { index: u32 },
        Next { value: u32 },
        Previous { value: u32 },
        NextAbsent { value: u32 },
        Or { way: Way },
        And { way: Way },
        AndNot { way: Way },
        Xor { way: Way },
        Swap,
        RunOptimize,
        RemoveRunCompression,
        Limit { count: u16 },
        Flip { value: u32, count: u16, shift: u8 = 0..=3 },
        Relation,
        Rewrite,
    }
}

/// The range that begins at the value: up to eight containers, and none beyond the last value.
pub(crate) fn range(value: u32, count: u16, shift: u8) -> (Bound<u32>, Bound<u32>) {
    let end = value
        .checked_add(u32::from(count) << shift)
        .map_or(Bound::Unbounded, Bound::Excluded);
    (Bound::Included(value), end)
}
