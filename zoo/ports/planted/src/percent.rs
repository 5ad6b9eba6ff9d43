//! Text with escapes such as `%41`, as in addresses.

use lockstep_port::Rejection;
use serde::Serialize;

use crate::{has_bug, latin1, malformed};

/// What was read.
#[derive(Serialize)]
pub struct Decoded {
    text: String,
}

/// Reads escapes.
///
/// # Errors
/// Rejects an escape without two hexadecimal digits.
pub fn read(input: &[u8]) -> Result<Decoded, Rejection> {
    let mut text = once(input)?;
    // bug 4: a percent sign that was escaped begins an escape
    if has_bug(4)
        && input.windows(3).any(|escape| escape == b"%25")
        && let Ok(twice) = once(&text)
    {
        text = twice;
    }
    Ok(Decoded {
        text: latin1(&text),
    })
}

fn once(input: &[u8]) -> Result<Vec<u8>, Rejection> {
    let mut text = Vec::new();
    let mut at = 0;
    while at < input.len() {
        match input[at] {
            b'%' if has_bug(3) && at + 2 >= input.len() => {
                text.extend_from_slice(&input[at..]); // bug 3: an escape cut off is no escape
                break;
            }
            b'%' => {
                let high = digit(input.get(at + 1))?;
                let low = digit(input.get(at + 2))?;
                let byte = high * 16 + low;
                if has_bug(2) && byte == 0 {
                    break; // bug 2: a zero ends the text
                }
                text.push(byte);
                at += 2;
            }
            b'+' if !has_bug(0) => text.push(b' '), // bug 0: a plus is a plus
            byte => text.push(byte),
        }
        at += 1;
    }
    Ok(text)
}

fn digit(byte: Option<&u8>) -> Result<u8, Rejection> {
    match byte {
        Some(digit @ b'0'..=b'9') => Ok(digit - b'0'),
        Some(digit @ b'A'..=b'F') => Ok(digit - b'A' + 10),
        // bug 1: capitals only
        Some(digit @ b'a'..=b'f') if !has_bug(1) => Ok(digit - b'a' + 10),
        _ => Err(malformed()),
    }
}
