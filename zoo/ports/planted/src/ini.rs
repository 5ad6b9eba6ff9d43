//! Sections of keys and values.

use lockstep_port::Rejection;
use serde::Serialize;

use crate::{has_bug, latin1, malformed, trim};

/// What was read.
#[derive(Serialize)]
pub struct Ini {
    entries: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    section: String,
    key: String,
    value: String,
}

/// Reads lines.
///
/// # Errors
/// Rejects a line that is neither a comment nor a section nor an entry.
pub fn read(input: &[u8]) -> Result<Ini, Rejection> {
    let mut entries = Vec::new();
    let mut section = String::new();
    for line in input.split(|&byte| byte == b'\n').map(trim) {
        match line.first() {
            None | Some(b';') => {}
            Some(b'#') if has_bug(0) => {} // bug 0: another sign for comments
            Some(b'[') => section = name(line)?,
            Some(_) => entries.push(entry(line, &section)?),
        }
    }
    Ok(Ini { entries })
}

fn name(line: &[u8]) -> Result<String, Rejection> {
    match line {
        [b'[', name @ .., b']'] => Ok(latin1(name)),
        [b'[', name @ ..] if has_bug(3) => Ok(latin1(name)), // bug 3: it need not be closed
        _ => Err(malformed()),
    }
}

fn entry(line: &[u8], section: &str) -> Result<Entry, Rejection> {
    let equals = line.iter().position(|&b| b == b'=').ok_or_else(malformed)?;
    let key = trim(&line[..equals]);
    let mut value = &line[equals + 1..];
    if !has_bug(2) {
        value = trim(value); // bug 2: blanks before a value
    }
    if has_bug(4) {
        // bug 4: a comment behind a value
        value = value.split(|&b| b == b';').next().unwrap_or(value);
    }
    let key = latin1(key);
    Ok(Entry {
        section: section.to_owned(),
        // bug 1: keys in lower case
        key: if has_bug(1) {
            key.to_ascii_lowercase()
        } else {
            key
        },
        value: latin1(value),
    })
}
