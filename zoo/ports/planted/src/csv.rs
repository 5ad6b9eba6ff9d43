//! One record of fields, with quotes.

use lockstep_port::Rejection;
use serde::Serialize;

use crate::{has_bug, malformed};

/// What was read.
#[derive(Serialize)]
pub struct Record {
    fields: Vec<String>,
}

/// Reads a record.
///
/// # Errors
/// Rejects a quote that is not closed, and what stands behind a closed one.
pub fn read(input: &[u8]) -> Result<Record, Rejection> {
    let mut fields = Vec::new();
    let mut at = 0;
    loop {
        let (field, end) = if input.get(at) == Some(&b'"') {
            quoted(input, at + 1)?
        } else {
            plain(input, at)
        };
        // bug 1: an empty field at the end
        if !(has_bug(1) && at == input.len() && at > 0) {
            fields.push(text(&field));
        }
        if end >= input.len() {
            return Ok(Record { fields });
        }
        at = end + 1;
    }
}

fn plain(input: &[u8], start: usize) -> (Vec<u8>, usize) {
    let end = input[start..]
        .iter()
        .position(|&byte| byte == b',')
        .map_or(input.len(), |length| start + length);
    (input[start..end].to_vec(), end)
}

fn quoted(input: &[u8], start: usize) -> Result<(Vec<u8>, usize), Rejection> {
    let mut field = Vec::new();
    let mut at = start;
    loop {
        match input.get(at) {
            None if has_bug(2) => return Ok((field, at)), // bug 2: it need not be closed
            None => return Err(malformed()),
            Some(b'"') if input.get(at + 1) == Some(&b'"') => {
                if !has_bug(0) {
                    field.push(b'"'); // bug 0: a doubled quote is nothing
                }
                at += 2;
            }
            Some(b'"') => break,
            Some(&byte) => {
                field.push(byte);
                at += 1;
            }
        }
    }
    at += 1;
    if has_bug(3) && input.get(at) == Some(&b' ') {
        at += 1; // bug 3: a blank behind a quote
    }
    match input.get(at) {
        None | Some(b',') => Ok((field, at)),
        Some(_) => Err(malformed()),
    }
}

fn text(field: &[u8]) -> String {
    field
        .iter()
        .map(|&byte| {
            if has_bug(4) && !byte.is_ascii() {
                '?' // bug 4: ASCII only
            } else {
                char::from(byte)
            }
        })
        .collect()
}
