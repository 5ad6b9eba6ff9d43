//! WTF-8: UTF-8 in which a lone surrogate has three bytes of its own.

/// The UTF-16 of `bytes`, or nothing if they are not WTF-8.
pub fn units_of(mut bytes: &[u8]) -> Option<Vec<u16>> {
    let mut units = Vec::new();
    let mut after_high = false;
    while !bytes.is_empty() {
        if let Some(lone) = surrogate_at(bytes) {
            let high = lone < 0xdc00;
            if after_high && !high {
                // Two halves of a character are written as that character.
                return None;
            }
            after_high = high;
            units.push(lone);
            bytes = &bytes[3..];
        } else {
            after_high = false;
            let len = (1..bytes.len())
                .find(|&at| surrogate_at(&bytes[at..]).is_some())
                .unwrap_or(bytes.len());
            let (text, rest) = bytes.split_at(len);
            units.extend(std::str::from_utf8(text).ok()?.encode_utf16());
            bytes = rest;
        }
    }
    Some(units)
}

/// The surrogate that `bytes` start with. In UTF-8, 0xed is only ever the first byte of a
/// character, and the second of that one is never above 0x9f.
fn surrogate_at(bytes: &[u8]) -> Option<u16> {
    match *bytes {
        [0xed, middle @ 0xa0..=0xbf, last @ 0x80..=0xbf, ..] => {
            Some(0xd000 | u16::from(middle & 0x3f) << 6 | u16::from(last & 0x3f))
        }
        _ => None,
    }
}
