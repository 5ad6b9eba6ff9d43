//! Big-endian numbers anywhere in an input.

/// An input as numbers.
#[derive(Clone, Copy)]
pub struct Numbers<'a>(pub &'a [u8]);

impl Numbers<'_> {
    /// An unsigned byte; `None` where the input ends before it.
    #[must_use]
    pub fn u8(self, at: u64) -> Option<u8> {
        self.0.get(usize::try_from(at).ok()?).copied()
    }

    /// An unsigned number of 16 bits; `None` where the input ends before it.
    #[must_use]
    pub fn u16(self, at: u64) -> Option<u16> {
        Some(u16::from_be_bytes(self.array(at)?))
    }

    /// An unsigned number of 32 bits; `None` where the input ends before it.
    #[must_use]
    pub fn u32(self, at: u64) -> Option<u32> {
        Some(u32::from_be_bytes(self.array(at)?))
    }

    /// A signed byte, -1 where the input ends before it: what the other side's reader gives.
    #[must_use]
    pub fn i8(self, at: u64) -> i8 {
        self.u8(at).map_or(-1, u8::cast_signed)
    }

    /// A signed number of 16 bits, -1 where the input ends before it: what the other side's reader gives.
    #[must_use]
    pub fn i16(self, at: u64) -> i16 {
        self.u16(at).map_or(-1, u16::cast_signed)
    }

    /// The length of the input in bytes.
    #[must_use]
    #[allow(clippy::len_without_is_empty)]
    pub fn len(self) -> u64 {
        self.0.len() as u64
    }

    fn array<const N: usize>(self, at: u64) -> Option<[u8; N]> {
        let at = usize::try_from(at).ok()?;
        self.0.get(at..at.checked_add(N)?)?.try_into().ok()
    }
}
