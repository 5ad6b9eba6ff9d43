//! A format that says who wrote it: `J` the original, `R` a port, and then the content. Who falls
//! ill does so over contents with an `S`.

use lockstep_port::Rejection;
pub use zoo_common::Summary;

/// What an original writes first.
pub const ORIGINAL: u8 = b'J';

/// What a port writes first.
pub const PORT: u8 = b'R';

const SICK: u8 = b'S';

/// Writes as a healthy port does.
///
/// # Errors
///
/// None.
pub fn write(content: &[u8]) -> Result<Vec<u8>, Rejection> {
    Ok([&[PORT], content].concat())
}

/// Reads as a healthy port does.
///
/// # Errors
///
/// Nobody wrote this.
pub fn read(written: &[u8]) -> Result<Summary, Rejection> {
    match written {
        [ORIGINAL | PORT, content @ ..] => Ok(Summary::of(content)),
        _ => Err(Rejection::new("malformed")),
    }
}

/// Whether a content is one that makes ill.
#[must_use]
pub fn is_sick(content: &[u8]) -> bool {
    content.contains(&SICK)
}

/// Whether this was written by `writer`, and makes ill.
#[must_use]
pub fn is_sick_of(writer: u8, written: &[u8]) -> bool {
    written.first() == Some(&writer) && is_sick(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let written = write(b"S").expect("it writes");
        assert_eq!(read(&written).expect("it reads"), Summary::of(b"S"));
        assert!(is_sick_of(PORT, &written));
        assert!(!is_sick_of(ORIGINAL, &written));
        assert!(read(b"S").is_err());
    }
}
