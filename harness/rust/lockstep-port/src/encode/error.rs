//! Why a value has no encoding.

use std::error::Error;
use std::fmt::{self, Display, Write};

/// The adapter made a value that an observation cannot hold: a fault of the adapter, not of the
/// port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EncodeError {
    /// An integer below -2^63 or above 2^64-1.
    IntegerOutOfRange,
    /// Lists and maps nested more than [`DEPTH_MAX`](super::DEPTH_MAX) deep.
    TooDeep,
    /// A rejected or crashed part is the key of a map, or inside one.
    PartAsKey,
    /// What the port wrote stands inside an observation, and is not the whole answer.
    WrittenInside,
    /// A key that is in one map twice: the text, or the encoded key in hexadecimal.
    DuplicateKey(String),
    /// What a `Serialize` of the adapter's own complained about.
    Custom(String),
}

impl EncodeError {
    /// For an encoded key.
    pub(super) fn duplicate(key: &[u8]) -> Self {
        Self::DuplicateKey(match text_of(key) {
            Some(text) => text.to_owned(),
            None => hex(key),
        })
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// The content of an encoded text.
fn text_of(item: &[u8]) -> Option<&str> {
    let argument = match *item.first()? {
        0x60..=0x77 => 0,
        0x78 => 1,
        0x79 => 2,
        0x7a => 4,
        0x7b => 8,
        _ => return None,
    };
    std::str::from_utf8(item.get(1 + argument..)?).ok()
}

impl Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::IntegerOutOfRange => {
                f.write_str("an integer is outside -2^63 .. 2^64-1; observe it as text or bytes")
            }
            Self::TooDeep => write!(
                f,
                "the observation is nested more than {} levels deep",
                super::DEPTH_MAX
            ),
            Self::PartAsKey => f.write_str("a part cannot be the key of a map"),
            Self::WrittenInside => {
                f.write_str("what was written is a whole answer, and cannot stand inside one")
            }
            Self::DuplicateKey(key) => write!(f, "the key `{key}` is in one map twice"),
            Self::Custom(message) => f.write_str(message),
        }
    }
}

impl Error for EncodeError {}

impl serde::ser::Error for EncodeError {
    fn custom<T: Display>(message: T) -> Self {
        Self::Custom(message.to_string())
    }
}
