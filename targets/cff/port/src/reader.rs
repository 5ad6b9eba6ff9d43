//! Reads big-endian numbers, and ends where the bytes do.

/// Why a font or a glyph is not compared.
pub type Bar = &'static str;

pub const ILL_FORMED: Bar = "ill_formed";
pub const UNSUPPORTED: Bar = "unsupported";

/// Says that something has to hold in a font that is well formed.
pub fn require(holds: bool) -> Result<(), Bar> {
    if holds { Ok(()) } else { Err(ILL_FORMED) }
}

pub struct Reader<'a>(pub &'a [u8]);

impl<'a> Reader<'a> {
    pub fn at(data: &'a [u8], at: usize) -> Result<Self, Bar> {
        data.get(at..).map(Reader).ok_or(ILL_FORMED)
    }

    pub fn has_more(&self) -> bool {
        !self.0.is_empty()
    }

    pub fn take(&mut self, count: usize) -> Result<&'a [u8], Bar> {
        let (taken, left) = self.0.split_at_checked(count).ok_or(ILL_FORMED)?;
        self.0 = left;
        Ok(taken)
    }

    pub fn number(&mut self, size: usize) -> Result<u32, Bar> {
        let bytes = self.take(size)?;
        Ok(bytes
            .iter()
            .fold(0, |number, &byte| number << 8 | u32::from(byte)))
    }

    /// An integer of a DICT or a charstring (5176, table 3), whose first byte has been read.
    pub fn integer(&mut self, first: u32) -> Result<i32, Bar> {
        let first = first.cast_signed();
        Ok(match first {
            28 => (self.number(2)?.cast_signed() << 16) >> 16,
            29 => self.number(4)?.cast_signed(),
            32..=246 => first - 139,
            247..=250 => (first - 247) * 256 + self.number(1)?.cast_signed() + 108,
            251..=254 => -(first - 251) * 256 - self.number(1)?.cast_signed() - 108,
            _ => return Err(ILL_FORMED),
        })
    }
}

/// The items of an INDEX (5176, 5) and what is behind it.
pub fn index(data: &[u8], at: usize) -> Result<(Vec<&[u8]>, usize), Bar> {
    let mut reader = Reader::at(data, at)?;
    let count = reader.number(2)?;
    if count == 0 {
        return Ok((Vec::new(), at + 2));
    }
    let size = reader.number(1)? as usize;
    require((1..=4).contains(&size) && reader.number(size)? == 1)?;
    let mut ends = Vec::new();
    let mut last = 1;
    for _ in 0..count {
        let end = reader.number(size)?;
        require(end >= last && end <= i32::MAX.cast_unsigned())?;
        ends.push(end);
        last = end;
    }
    let mut items = Vec::new();
    let mut start = 1;
    for end in ends {
        items.push(reader.take((end - start) as usize)?);
        start = end;
    }
    Ok((items, data.len() - reader.0.len()))
}
