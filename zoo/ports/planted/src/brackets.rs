//! Brackets of two sorts within each other, and letters.

use lockstep_port::Rejection;
use serde::Serialize;

use crate::{has_bug, malformed};

/// What was read.
#[derive(Serialize)]
pub struct Shape {
    depth: usize,
    letters: usize,
}

/// Reads brackets.
///
/// # Errors
/// Rejects brackets that do not match, and what is neither a bracket nor a letter.
///
/// # Panics
/// With bug 0, four deep.
pub fn read(input: &[u8]) -> Result<Shape, Rejection> {
    let mut open = Vec::new();
    let mut shape = Shape {
        depth: 0,
        letters: 0,
    };
    for &byte in input {
        match byte {
            b'(' | b'[' => {
                open.push(byte);
                shape.depth = shape.depth.max(open.len());
                assert!(!has_bug(0) || open.len() < 4, "bug 0: too deep");
            }
            b')' | b']' => {
                let opened = open.pop().ok_or_else(malformed)?;
                let matches = (opened == b'(') == (byte == b')');
                if !matches && !has_bug(1) {
                    return Err(malformed()); // bug 1: any bracket closes any other
                }
            }
            b'a'..=b'z' => shape.letters += 1,
            b'0'..=b'9' if has_bug(3) => shape.letters += 1, // bug 3: digits as well
            _ => return Err(malformed()),
        }
    }
    if open.is_empty() || has_bug(2) {
        Ok(shape) // bug 2: they need not be closed
    } else {
        Err(malformed())
    }
}
