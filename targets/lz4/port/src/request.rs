//! What an input asks for: its first byte says what to do with the others. The original has the same.

const CONTENT: u8 = 0x01;
const TIMES: [usize; 4] = [1, 2, 5, 39];

/// The input that asks to read a block.
pub fn to_be_read(block: &[u8]) -> Vec<u8> {
    [&[0], block].concat()
}

pub struct Request<'a> {
    control: u8,
    pub body: &'a [u8],
}

impl<'a> Request<'a> {
    pub fn of(input: &'a [u8]) -> Self {
        let (&control, body) = input.split_first().unwrap_or((&0, &[]));
        Self { control, body }
    }

    /// Whether the body is content to be written, and not a block.
    pub fn is_content(&self) -> bool {
        self.control & CONTENT != 0
    }

    /// The body, several times over if the first byte says so.
    pub fn content(&self) -> Vec<u8> {
        self.body.repeat(TIMES[usize::from(self.control >> 6)])
    }
}
