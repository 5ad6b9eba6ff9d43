//! What an input asks for: its first byte says what to do with the others. The original has the same.

const ZLIB: u8 = 0x01;
const CONTENT: u8 = 0x02;
const INPUT_PIECES: [usize; 8] = [usize::MAX, 1, 2, 3, 5, 16, 64, 300];
const OUTPUT_PIECES: [usize; 8] = [usize::MAX, 1, 2, 7, 100, 258, 300, 4096];
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

    /// Whether streams have the wrapper of RFC 1950.
    pub fn is_zlib(&self) -> bool {
        self.control & ZLIB != 0
    }

    /// Whether the body is content to be written, and not a stream.
    pub fn is_content(&self) -> bool {
        self.control & CONTENT != 0
    }

    /// The input that asks to read what this one asked to write, all at once.
    pub fn to_be_read(&self, stream: &[u8]) -> Vec<u8> {
        [&[self.control & ZLIB], stream].concat()
    }

    pub fn input_piece_bytes(&self) -> usize {
        INPUT_PIECES[usize::from(self.control >> 2 & 7)]
    }

    pub fn output_piece_bytes(&self) -> usize {
        OUTPUT_PIECES[usize::from(self.control >> 5)]
    }

    /// 0 to 9.
    pub fn level(&self) -> u8 {
        (self.control >> 2 & 15) % 10
    }

    /// The body, several times over if the first byte says so.
    pub fn content(&self) -> Vec<u8> {
        self.body.repeat(TIMES[usize::from(self.control >> 6)])
    }
}
