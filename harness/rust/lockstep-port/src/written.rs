//! What a port has written, for both sides to read.

use serde::ser::{Serialize, Serializer};

use crate::bytes::Bytes;
use crate::encode::TAG_WRITTEN;

/// The answer of a port that has written something: the bytes are an input like any other, and both sides are asked what
/// they make of it. Only as the whole answer, not inside one.
///
/// ```
/// use lockstep_port::{Rejection, Written};
/// use serde::Serialize;
///
/// const TO_BE_READ: u8 = 0;
///
/// #[derive(Serialize)]
/// #[serde(untagged)]
/// enum Answer {
///     Read(String),
///     Wrote(Written<Vec<u8>>),
/// }
///
/// fn observe(input: &[u8]) -> Result<Answer, Rejection> {
///     Ok(match input {
///         [TO_BE_READ, hex @ ..] => Answer::Read(String::from_utf8_lossy(hex).to_uppercase()),
///         other => {
///             let hex: Vec<u8> = other.iter().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect();
///             Answer::Wrote(Written([&[TO_BE_READ], &hex[..]].concat()))
///         }
///     })
/// }
///
/// lockstep_port::port!(observe);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written<T>(pub T);

impl<T: AsRef<[u8]>> Serialize for Written<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(TAG_WRITTEN, &Bytes(self.0.as_ref()))
    }
}
