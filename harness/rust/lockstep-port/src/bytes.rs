//! Byte strings.

use serde::ser::{Serialize, Serializer};

/// Bytes that are observed as a byte string. Without it, serde sees a `Vec<u8>` as a list of
/// integers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bytes<T>(pub T);

impl<T: AsRef<[u8]>> Serialize for Bytes<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0.as_ref())
    }
}
