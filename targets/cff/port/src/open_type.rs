//! Finds the font program in an OpenType file, so that files as they are can be compared.

use crate::reader::{Bar, ILL_FORMED, Reader};

/// The table `CFF` of an OpenType file; anything else as it is.
pub fn program(input: &[u8]) -> Result<&[u8], Bar> {
    let Some(directory) = input.strip_prefix(b"OTTO") else {
        return Ok(input);
    };
    let mut reader = Reader(directory);
    let tables = reader.number(2)?;
    reader.take(6)?;
    for _ in 0..tables {
        let tag = reader.take(4)?;
        reader.take(4)?;
        let offset = reader.number(4)? as usize;
        let length = reader.number(4)? as usize;
        if tag == b"CFF " {
            return Reader::at(input, offset)?.take(length);
        }
    }
    Err(ILL_FORMED)
}
