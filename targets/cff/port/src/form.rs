//! A font set of one name-keyed font, read strictly. The rules are those of the original's adapter (`CffFile.java`).

use std::collections::{HashMap, HashSet};

use crate::reader::{Bar, ILL_FORMED, Reader, UNSUPPORTED, index, require};

const STANDARD_STRINGS: usize = 391;
const OPERANDS_MAX: usize = 48;
const PREDEFINED_CHARSET_GLYPHS: [usize; 3] = [229, 166, 87];
const PREDEFINED_ENCODINGS: usize = 2;
const SUPPLEMENT: u32 = 0x80;

const CHARSET: u32 = 15;
const ENCODING: u32 = 16;
const CHARSTRINGS: u32 = 17;
const PRIVATE: u32 = 18;
const SUBRS: u32 = 19;

/// What is needed to walk over charstrings.
pub struct Form<'a> {
    pub global_subrs: Vec<&'a [u8]>,
    pub subrs: Vec<&'a [u8]>,
    pub charstrings: Vec<&'a [u8]>,
    charset: usize,
    names: Option<Vec<usize>>,
}

/// The operands of each operator; `None` for a real number.
type Dict = HashMap<u32, Vec<Option<i32>>>;

impl<'a> Form<'a> {
    pub fn read(font: &'a [u8]) -> Result<Self, Bar> {
        let mut header = Reader(font);
        let major = header.number(1)?;
        header.number(1)?;
        let header_size = header.number(1)? as usize;
        let offset_size = header.number(1)?;
        if major != 1 {
            return Err(UNSUPPORTED);
        }
        require(header_size >= 4 && (1..=4).contains(&offset_size))?;
        let (names, end) = index(font, header_size)?;
        let (tops, end) = index(font, end)?;
        let (strings, end) = index(font, end)?;
        let (global_subrs, _) = index(font, end)?;
        if names.len() != 1 || tops.len() != 1 {
            return Err(UNSUPPORTED);
        }
        let texts = strings;
        let strings = STANDARD_STRINGS + texts.len();
        let top = dict(tops[0], strings)?;
        let (charstrings, _) = index(font, offset(&top, CHARSTRINGS)?)?;
        let glyphs = charstrings.len();
        require(glyphs >= 1)?;

        let charset = if top.contains_key(&CHARSET) {
            offset(&top, CHARSET)?
        } else {
            0
        };
        let names = match PREDEFINED_CHARSET_GLYPHS.get(charset) {
            Some(&most) => {
                require(glyphs <= most)?;
                None
            }
            None => Some(charset_names(font, charset, glyphs, &texts)?),
        };
        if top.contains_key(&ENCODING) {
            let encoding = offset(&top, ENCODING)?;
            if encoding >= PREDEFINED_ENCODINGS {
                check_encoding(font, encoding, glyphs, strings)?;
            }
        }

        let place = top.get(&PRIVATE).ok_or(ILL_FORMED)?;
        let size = place[0].ok_or(ILL_FORMED)?;
        let start = place[1].ok_or(ILL_FORMED)?;
        let [size, start] = [size, start].map(usize::try_from);
        let (size, start) = (size.or(Err(ILL_FORMED))?, start.or(Err(ILL_FORMED))?);
        let private = dict(Reader::at(font, start)?.take(size)?, strings)?;
        let subrs = if private.contains_key(&SUBRS) {
            let relative = offset(&private, SUBRS)?;
            require(relative > 0)?;
            index(font, start + relative)?.0
        } else {
            Vec::new()
        };
        Ok(Self {
            global_subrs,
            subrs,
            charstrings,
            charset,
            names,
        })
    }

    /// The charstring of the glyph with a string id. Only for charsets that are listed, and the first.
    pub fn charstring_of(&self, string_id: usize) -> Option<&'a [u8]> {
        let glyph = match &self.names {
            Some(names) => names.iter().position(|&name| name == string_id)?,
            None if self.charset == 0 => string_id,
            None => return None,
        };
        self.charstrings.get(glyph).copied()
    }
}

fn offset(dict: &Dict, operator: u32) -> Result<usize, Bar> {
    let operand = dict.get(&operator).ok_or(ILL_FORMED)?[0].ok_or(ILL_FORMED)?;
    usize::try_from(operand).or(Err(ILL_FORMED))
}

/// The entries of a DICT, each once, with the operands that it has to have.
fn dict(data: &[u8], strings: usize) -> Result<Dict, Bar> {
    let mut entries = Vec::new();
    let mut operands = Vec::new();
    let mut reader = Reader(data);
    while reader.has_more() {
        match reader.number(1)? {
            12 => entries.push((0x0C00 | reader.number(1)?, std::mem::take(&mut operands))),
            operator @ 0..=21 => entries.push((operator, std::mem::take(&mut operands))),
            30 => {
                real(&mut reader)?;
                operands.push(None);
            }
            first => operands.push(Some(reader.integer(first)?)),
        }
    }
    require(operands.is_empty())?;
    let mut dict = Dict::new();
    for (operator, operands) in entries {
        require(operands.len() <= OPERANDS_MAX && !dict.contains_key(&operator))?;
        check(operator, &operands, strings)?;
        dict.insert(operator, operands);
    }
    Ok(dict)
}

/// What stands before an operator (5176, tables 9 and 23).
fn check(operator: u32, operands: &[Option<i32>], strings: usize) -> Result<(), Bar> {
    let count = operands.len();
    match operator {
        0x0C14 | 0x0C1E..=0x0C26 => return Err(UNSUPPORTED),
        0x0C06 => {
            if count != 1 {
                return Err(UNSUPPORTED);
            }
            require(operands[0].is_some())?;
            if operands[0] != Some(2) {
                return Err(UNSUPPORTED);
            }
        }
        0..=4 | 0x0C00 | 0x0C15 | 0x0C16 => {
            require(count == 1)?;
            let id = operands[0].and_then(|id| usize::try_from(id).ok());
            require(id.is_some_and(|id| id < strings))?;
        }
        0x0C01 | 0x0C0E => require(matches!(operands, [Some(0 | 1)]))?,
        CHARSET
        | ENCODING
        | CHARSTRINGS
        | SUBRS
        | 10
        | 11
        | 13
        | 20
        | 21
        | 0x0C02..=0x0C05
        | 0x0C08..=0x0C0B
        | 0x0C11..=0x0C13 => require(count == 1)?,
        PRIVATE => require(count == 2)?,
        5 => require(count == 4)?,
        0x0C07 => require(count == 6)?,
        _ => {}
    }
    Ok(())
}

/// Passes over a real number: `-?` digits, perhaps with a point, perhaps with an exponent.
fn real(reader: &mut Reader) -> Result<(), Bar> {
    let mut nibbles = Vec::new();
    'bytes: loop {
        let pair = reader.number(1)?;
        for nibble in [pair >> 4, pair & 0xF] {
            if nibble == 0xF {
                require(pair & 0xF == 0xF)?;
                break 'bytes;
            }
            nibbles.push(nibble);
        }
    }
    let digits = |nibbles: &mut &[u32]| {
        let count = nibbles.iter().take_while(|&&nibble| nibble <= 9).count();
        *nibbles = &nibbles[count..];
        count
    };
    let mut rest = &nibbles[..];
    if let [0xE, after @ ..] = rest {
        rest = after;
    }
    let mut mantissa = digits(&mut rest);
    if let [0xA, after @ ..] = rest {
        rest = after;
        mantissa += digits(&mut rest);
    }
    require(mantissa > 0)?;
    if let [0xB | 0xC, after @ ..] = rest {
        rest = after;
        require(digits(&mut rest) > 0)?;
    }
    require(rest.is_empty())
}

fn charset_names(
    font: &[u8],
    at: usize,
    glyphs: usize,
    strings: &[&[u8]],
) -> Result<Vec<usize>, Bar> {
    let mut reader = Reader::at(font, at)?;
    let format = reader.number(1)? as usize;
    require(format <= 2)?;
    let mut names = vec![0];
    let mut standard = HashSet::from([0]);
    let mut own = HashSet::new();
    while names.len() < glyphs {
        let first = reader.number(2)? as usize;
        let more = if format == 0 {
            0
        } else {
            reader.number(format)? as usize
        };
        require(more < glyphs - names.len())?;
        for name in first..=first + more {
            let new = match name.checked_sub(STANDARD_STRINGS) {
                None => standard.insert(name),
                Some(index) => own.insert(*strings.get(index).ok_or(ILL_FORMED)?),
            };
            require(new)?;
            names.push(name);
        }
    }
    Ok(names)
}

fn check_encoding(font: &[u8], at: usize, glyphs: usize, strings: usize) -> Result<(), Bar> {
    let mut reader = Reader::at(font, at)?;
    let format = reader.number(1)?;
    let count = reader.number(1)?;
    require(format & !SUPPLEMENT <= 1)?;
    let mut seen = HashSet::new();
    let mut glyph = 1;
    for _ in 0..count {
        let first = reader.number(1)?;
        let more = if format & !SUPPLEMENT == 0 {
            0
        } else {
            reader.number(1)?
        };
        require(first + more <= 0xFF)?;
        for code in first..=first + more {
            require(glyph < glyphs && seen.insert(code))?;
            glyph += 1;
        }
    }
    if format & SUPPLEMENT != 0 {
        for _ in 0..reader.number(1)? {
            require(seen.insert(reader.number(1)?))?;
            require((reader.number(2)? as usize) < strings)?;
        }
    }
    Ok(())
}
