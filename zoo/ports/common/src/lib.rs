//! What the zoo's ports observe while they are well.

use serde::Serialize;

/// An observation of any input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// How many bytes.
    pub length: u64,
    /// Their sum, as unsigned bytes.
    pub sum: u64,
    /// The first, if there is one.
    pub first: Option<u8>,
}

impl Summary {
    /// What a healthy port observes.
    #[must_use]
    pub fn of(input: &[u8]) -> Self {
        Self {
            length: input.len() as u64,
            sum: input
                .iter()
                .fold(0, |sum, &byte| sum.wrapping_add(byte.into())),
            first: input.first().copied(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Summary;

    #[test]
    fn an_empty_input_has_no_first_byte() {
        let expected = Summary {
            length: 0,
            sum: 0,
            first: None,
        };
        assert_eq!(Summary::of(b""), expected);
    }

    #[test]
    fn bytes_are_unsigned() {
        let expected = Summary {
            length: 2,
            sum: 383,
            first: Some(0x80),
        };
        assert_eq!(Summary::of(&[0x80, 0xff]), expected);
    }
}
