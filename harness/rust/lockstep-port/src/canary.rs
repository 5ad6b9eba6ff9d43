//! A divergence planted on request, so that whoever looks for divergences can show that one would be
//! seen.
//!
//! The environment variable [`VARIABLE`] names a file: the length of an input (eight bytes, little
//! endian), that input, and the observation that the port shall claim for it. For every other input,
//! and without the variable, nothing changes.

use std::env;
use std::fs;
use std::sync::OnceLock;

use crate::encode::Encoder;

/// Names the file of a planted divergence.
const VARIABLE: &str = "LOCKSTEP_CANARY";

const LENGTH_BYTES: usize = 8;

static CANARY: OnceLock<Option<Canary>> = OnceLock::new();

/// The port gives another answer to one input.
#[derive(Debug, PartialEq, Eq)]
struct Canary {
    input: Vec<u8>,
    answer: Vec<u8>,
}

/// Replaces the observation in `encoder` if a canary sits on `input`.
pub(crate) fn sing(input: &[u8], encoder: &mut Encoder) {
    if let Some(canary) = CANARY.get_or_init(read)
        && canary.input == input
    {
        encoder.replace(&canary.answer);
    }
}

/// What cannot be read is said and plants nothing: then nobody sees the canary, and whoever planted
/// it takes that for a fault.
fn read() -> Option<Canary> {
    let file = env::var_os(VARIABLE)?;
    let canary = fs::read(&file)
        .ok()
        .and_then(|content| Canary::parse(&content));
    if canary.is_none() {
        eprintln!("{VARIABLE}: cannot read {}", file.display());
    }
    canary
}

impl Canary {
    fn parse(content: &[u8]) -> Option<Self> {
        let (length, rest) = content.split_first_chunk::<LENGTH_BYTES>()?;
        let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
        let (input, answer) = rest.split_at_checked(length)?;
        Some(Self {
            input: input.to_vec(),
            answer: answer.to_vec(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Canary;

    #[test]
    fn a_file_holds_an_input_and_the_answer_to_it() {
        let canary = Canary::parse(b"\x02\0\0\0\0\0\0\0ab\xf6").expect("it is whole");
        assert_eq!(canary.input, b"ab");
        assert_eq!(canary.answer, b"\xf6");
    }

    #[test]
    fn a_file_that_ends_early_holds_nothing() {
        assert_eq!(Canary::parse(b"\x02\0\0\0\0\0\0\0a"), None);
        assert_eq!(Canary::parse(b"\x02\0\0"), None);
        assert_eq!(Canary::parse(&[0xff; 9]), None);
    }
}
