//! The head of a CBOR item: its major type and its argument, as short as can be.

/// The major types that observations use. The value is the top three bits of the first byte.
#[derive(Clone, Copy)]
pub(super) enum Major {
    Unsigned = 0x00,
    Negative = 0x20,
    Bytes = 0x40,
    Text = 0x60,
    List = 0x80,
    Map = 0xa0,
    Tag = 0xc0,
}

/// One to nine bytes.
pub(super) struct Head {
    bytes: [u8; 9],
    len: usize,
}

impl Head {
    #[inline]
    #[expect(
        clippy::cast_possible_truncation,
        reason = "each arm's range fits its type"
    )]
    pub(super) fn new(major: Major, argument: u64) -> Self {
        let major = major as u8;
        let mut bytes = [0; 9];
        let len = match argument {
            0..=23 => {
                bytes[0] = major | argument as u8;
                1
            }
            24..=0xff => {
                bytes[0] = major | 0x18;
                bytes[1] = argument as u8;
                2
            }
            0x100..=0xffff => {
                bytes[0] = major | 0x19;
                bytes[1..3].copy_from_slice(&(argument as u16).to_be_bytes());
                3
            }
            0x1_0000..=0xffff_ffff => {
                bytes[0] = major | 0x1a;
                bytes[1..5].copy_from_slice(&(argument as u32).to_be_bytes());
                5
            }
            _ => {
                bytes[0] = major | 0x1b;
                bytes[1..9].copy_from_slice(&argument.to_be_bytes());
                9
            }
        };
        Self { bytes, len }
    }

    #[inline]
    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }
}
