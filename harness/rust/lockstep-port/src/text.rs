//! Bytes as text, and text that is UTF-16 and may be broken, as Java's strings are.

use std::char::decode_utf16;
use std::fmt::{self, Display, Write};

use serde::ser::{Serialize, Serializer};

use crate::bytes::Bytes;
use crate::encode::TAG_WTF8;
use crate::rejection::{OrReject, Rejection};

/// Text of which each character is a byte: ISO 8859-1.
#[must_use]
pub fn latin1(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

/// The text that the bytes are.
///
/// # Errors
///
/// A rejection of the kind `not_utf8`, the word that the kit for originals has for it.
pub fn utf8(bytes: &[u8]) -> Result<&str, Rejection> {
    str::from_utf8(bytes).or_reject("not_utf8")
}

/// UTF-16 code units observed as text: the same as a `str` of the same characters, and, if there is
/// a lone surrogate, the same as a Java string with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Utf16<T>(pub T);

impl<T: AsRef<[u16]>> Serialize for Utf16<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let units = self.0.as_ref();
        if decode_utf16(units.iter().copied()).all(|decoded| decoded.is_ok()) {
            serializer.collect_str(&WellFormed(units))
        } else {
            serializer.serialize_newtype_struct(TAG_WTF8, &Bytes(wtf8(units)))
        }
    }
}

/// Code units without a lone surrogate.
struct WellFormed<'a>(&'a [u16]);

impl Display for WellFormed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        decode_utf16(self.0.iter().copied())
            .try_for_each(|decoded| f.write_char(decoded.map_err(|_| fmt::Error)?))
    }
}

/// UTF-8, with a lone surrogate in the three bytes that UTF-8 would have given its number.
fn wtf8(units: &[u16]) -> Vec<u8> {
    let mut out = Vec::with_capacity(units.len() * 3);
    for decoded in decode_utf16(units.iter().copied()) {
        match decoded {
            Ok(c) => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
            Err(lone) => {
                let [high, low] = lone.unpaired_surrogate().to_be_bytes();
                out.extend_from_slice(&[
                    0xe0 | high >> 4,
                    0x80 | (high & 0x0f) << 2 | low >> 6,
                    0x80 | low & 0x3f,
                ]);
            }
        }
    }
    out
}
