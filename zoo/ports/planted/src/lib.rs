//! Ports of small parsers, each with bugs that are known in number. All of them are there unless the environment variable
//! `LOCKSTEP_PLANTED` says which: a number, bit n for bug n as `zoo/planted/bugs.json` counts them. So it can be told by which
//! bug an input diverges.

use std::sync::OnceLock;

use lockstep_port::Rejection;

pub mod brackets;
pub mod chunks;
pub mod csv;
pub mod ini;
pub mod numbers;
pub mod percent;

/// Whether a bug is there. It does not depend on any input.
fn has_bug(number: u32) -> bool {
    static BUGS: OnceLock<u32> = OnceLock::new();
    let bugs = BUGS.get_or_init(|| match std::env::var("LOCKSTEP_PLANTED") {
        Ok(bits) => bits.parse().expect("LOCKSTEP_PLANTED is a number"),
        Err(_) => u32::MAX,
    });
    bugs & (1 << number) != 0
}

fn malformed() -> Rejection {
    Rejection::new("malformed")
}

/// Bytes as text, each one character, as the originals read them.
fn latin1(bytes: &[u8]) -> String {
    bytes.iter().map(|&byte| char::from(byte)).collect()
}

fn trim(bytes: &[u8]) -> &[u8] {
    let is_blank = |byte: &u8| matches!(byte, b' ' | b'\t');
    let start = bytes
        .iter()
        .position(|b| !is_blank(b))
        .unwrap_or(bytes.len());
    let end = bytes
        .iter()
        .rposition(|b| !is_blank(b))
        .map_or(start, |at| at + 1);
    &bytes[start..end]
}
