//! Says of the tables whose length depends on what is in them whether they hold all that, in the order that the
//! specification asks for: `TableForm.java`.

use super::Place;
use super::numbers::Numbers;

const NAME_BYTES: u64 = 6;
const NAME_RECORD_BYTES: u64 = 12;
const UNICODE: u16 = 0;
const WINDOWS: u16 = 3;

const POST_BYTES: u64 = 32;
const POST_2: u32 = 0x0002_0000;
const POST_2_5: u32 = 0x0002_8000;

/// How many names every reader knows; the numbers from there on are the table's own.
const STANDARD_NAMES: u16 = 258;

/// Numbers from here on are reserved.
const NAMES_MAX: u16 = 0x8000;

const LAST: u16 = 0xFFFF;

/// Whether all records and texts are there, and those of UTF-16 have whole units.
pub fn is_whole_name(numbers: Numbers, name: Place) -> bool {
    let look = || {
        let count = u64::from(numbers.u16(name.offset + 2)?);
        let texts = u64::from(numbers.u16(name.offset + 4)?);
        if NAME_BYTES + NAME_RECORD_BYTES * count > name.length || texts > name.length {
            return Some(false);
        }
        for index in 0..count {
            let record = name.offset + NAME_BYTES + NAME_RECORD_BYTES * index;
            let platform = numbers.u16(record)?;
            let length = u64::from(numbers.u16(record + 8)?);
            let halved = matches!(platform, UNICODE | WINDOWS) && length % 2 != 0;
            if halved || texts + u64::from(numbers.u16(record + 10)?) + length > name.length {
                return Some(false);
            }
        }
        Some(true)
    };
    name.length >= NAME_BYTES && look().unwrap_or(false)
}

/// Whether the header is there, and all names that glyphs refer to, in ASCII. How many glyphs the font has may not be
/// known.
pub fn is_whole_post(numbers: Numbers, post: Place, num_glyphs: Option<u16>) -> bool {
    let look = || {
        let version = numbers.u32(post.offset)?;
        if version != POST_2 && version != POST_2_5 {
            return Some(true);
        }
        if post.length < POST_BYTES + 2 {
            return Some(false);
        }
        let glyphs = u64::from(numbers.u16(post.offset + POST_BYTES)?);
        if version == POST_2_5 {
            // It has no names of its own, and the original goes by the number of glyphs.
            return Some(
                POST_BYTES + 2 + glyphs <= post.length && num_glyphs.map(u64::from) == Some(glyphs),
            );
        }
        Some(POST_BYTES + 2 + 2 * glyphs <= post.length && has_names(numbers, post, glyphs)?)
    };
    post.length >= POST_BYTES && look().unwrap_or(false)
}

fn has_names(numbers: Numbers, post: Place, glyphs: u64) -> Option<bool> {
    let mut at = post.offset + POST_BYTES + 2;
    let mut names = 0;
    for _ in 0..glyphs {
        let name = numbers.u16(at)?;
        at += 2;
        if (STANDARD_NAMES..NAMES_MAX).contains(&name) {
            names = names.max(name - STANDARD_NAMES + 1);
        }
    }
    let end = post.offset + post.length;
    for _ in 0..names {
        if at >= end {
            return Some(false);
        }
        let length = u64::from(numbers.u8(at)?);
        at += 1;
        if at + length > end {
            return Some(false);
        }
        for _ in 0..length {
            if !numbers.u8(at)?.is_ascii() {
                return Some(false);
            }
            at += 1;
        }
    }
    Some(true)
}

/// Whether all subtables of a known format are there, with codes that are characters.
pub fn is_whole_character_maps(numbers: Numbers, cmap: Place, num_glyphs: u16) -> bool {
    let look = || {
        let count = u64::from(numbers.u16(cmap.offset + 2)?);
        if 4 + 8 * count > cmap.length {
            return Some(false);
        }
        for index in 0..count {
            let offset = u64::from(numbers.u32(cmap.offset + 4 + 8 * index + 4)?);
            if offset + 2 > cmap.length
                || !is_whole(
                    numbers,
                    cmap.offset + offset,
                    cmap.length - offset,
                    num_glyphs,
                )?
            {
                return Some(false);
            }
        }
        Some(true)
    };
    cmap.length >= 4 && look().unwrap_or(false)
}

fn is_whole(numbers: Numbers, at: u64, room: u64, num_glyphs: u16) -> Option<bool> {
    let short = |from: u64| numbers.u16(at + from).map(u64::from);
    // With a length of 16 bits.
    let is_long = |least: u64| Some(short(2)? >= least && short(2)? <= room);
    // With a length of 32 bits, and a count of items at the end of what comes before them.
    let is_longer = |before: u64, item: u64| {
        let length = u64::from(numbers.u32(at + 4)?);
        Some(length <= room && before + item * u64::from(numbers.u32(at + before - 4)?) <= length)
    };
    Some(match numbers.u16(at)? {
        0 => room >= 262 && is_long(262)?,
        2 => room >= 526 && is_long(526)?,
        4 => room >= 16 && is_long(16 + 8 * (short(6)? / 2))? && segments_in_order(numbers, at)?,
        6 => room >= 10 && is_long(10 + 2 * short(8)?)?,
        8 => room >= 8208 && is_longer(8208, 12)?,
        10 => {
            room >= 20
                && is_longer(20, 2)?
                && has_characters(numbers.u32(at + 12)?, numbers.u32(at + 16)?)
        }
        12 => room >= 16 && is_longer(16, 12)? && groups_in_order(numbers, at, u64::MAX)?,
        13 => {
            let glyphs = u64::from(num_glyphs);
            room >= 16 && is_longer(16, 12)? && groups_in_order(numbers, at, glyphs)?
        }
        14 => room >= 10 && u64::from(numbers.u32(at + 2)?) <= room,
        _ => true,
    })
}

/// Whether format 4 has segments that ascend and do not overlap, and their lists are there.
fn segments_in_order(numbers: Numbers, at: u64) -> Option<bool> {
    let length = u64::from(numbers.u16(at + 2)?);
    let segments = u64::from(numbers.u16(at + 6)? / 2);
    let mut before = None;
    for index in 0..segments {
        let end = numbers.u16(at + 14 + 2 * index)?;
        let start = numbers.u16(at + 16 + 2 * segments + 2 * index)?;
        if before.is_some_and(|before| start <= before) || start > end {
            return Some(false);
        }
        let list_at = 16 + 6 * segments + 2 * index;
        let list = u64::from(numbers.u16(at + list_at)?);
        // For the code that is no character, fonts have anything there.
        if start < LAST
            && list != 0
            && (list % 2 != 0
                || list_at + list < 16 + 8 * segments
                || list_at + list + 2 * u64::from(end - start) + 2 > length)
        {
            return Some(false);
        }
        before = Some(end);
    }
    Some(segments > 0)
}

/// Whether an array begins and ends with characters, if it has any.
fn has_characters(first: u32, count: u32) -> bool {
    let is_character = |code| char::from_u32(code).is_some();
    count == 0 || is_character(first) && first.checked_add(count - 1).is_some_and(is_character)
}

/// Whether the groups of format 12 or 13 ascend and do not overlap, begin and end with characters, and have glyphs less
/// than a number.
fn groups_in_order(numbers: Numbers, at: u64, glyphs: u64) -> Option<bool> {
    let mut before = None;
    for index in 0..u64::from(numbers.u32(at + 12)?) {
        let start = numbers.u32(at + 16 + 12 * index)?;
        let end = numbers.u32(at + 20 + 12 * index)?;
        let glyph = u64::from(numbers.u32(at + 24 + 12 * index)?);
        if before.is_some_and(|before| start <= before)
            || start > end
            || char::from_u32(start).is_none()
            || char::from_u32(end).is_none()
            || glyph >= glyphs
        {
            return Some(false);
        }
        before = Some(end);
    }
    Some(true)
}
