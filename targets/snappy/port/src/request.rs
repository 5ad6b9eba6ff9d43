//! What an input asks for: its first byte says what to do with the others. The original has the same.

const FRAMED: u8 = 0x01;
const CONTENT: u8 = 0x02;
const PIECES: [usize; 4] = [4096, 1, 7, 300];
const TIMES: [usize; 4] = [1, 2, 5, 39];

pub struct Request<'a> {
    control: u8,
    pub body: &'a [u8],
}

impl<'a> Request<'a> {
    pub fn of(input: &'a [u8]) -> Self {
        let (&control, body) = input.split_first().unwrap_or((&0, &[]));
        Self { control, body }
    }

    /// Whether it is about a stream in the framing format, and not about a block.
    pub fn is_framed(&self) -> bool {
        self.control & FRAMED != 0
    }

    /// The input that asks to read what this one asked to write.
    pub fn to_be_read(&self, written: &[u8]) -> Vec<u8> {
        [&[self.control & !CONTENT], written].concat()
    }

    /// Whether the body is content to be written.
    pub fn is_content(&self) -> bool {
        self.control & CONTENT != 0
    }

    /// How much of a framed stream's output is asked for at a time.
    pub fn piece_bytes(&self) -> usize {
        PIECES[usize::from(self.control >> 4 & 3)]
    }

    /// The body, several times over if the first byte says so.
    pub fn content(&self) -> Vec<u8> {
        self.body.repeat(TIMES[usize::from(self.control >> 6)])
    }
}
