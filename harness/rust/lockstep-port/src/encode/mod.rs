//! Observations as deterministic CBOR (RFC 8949, section 4.2.1), as `docs/observation-format.md`
//! writes it down.
//!
//! One encoder is kept and reused: its buffers grow to what the largest observation needed, and
//! then nothing is allocated.

mod error;
mod float;
mod head;
mod list;
mod map;
mod serializer;

use std::fmt::{Display, Write};

use serde::Serialize;

pub use error::EncodeError;
pub use list::List;
pub use map::Map;

use head::{Head, Major};
use map::Entry;

/// How many levels an observation may have: lists, maps and structs around a value count, parts and
/// options do not.
pub const DEPTH_MAX: usize = 256;

/// A newtype struct of this name becomes the tag of a rejected part, and so on: serde has no other
/// way to say it, and any other serializer sees through it. Adapters use [`Part`](crate::Part)
/// instead.
pub const TAG_REJECTED: &str = "$lockstep::Rejected";
/// The tag of a crashed part: see [`TAG_REJECTED`].
pub const TAG_CRASHED: &str = "$lockstep::Crashed";
/// The tag of text that holds a lone surrogate, over its bytes in WTF-8: see [`TAG_REJECTED`], and
/// use [`Utf16`](crate::Utf16) instead.
pub const TAG_WTF8: &str = "$lockstep::Wtf8";
/// What the port wrote: see [`TAG_REJECTED`], and use [`Written`](crate::Written) instead.
pub const TAG_WRITTEN: &str = "$lockstep::Written";

/// Encodes one value with an encoder of its own: for tests and tools. A port's run reuses one.
///
/// # Errors
///
/// The value has no encoding: see [`EncodeError`].
pub fn to_vec<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, EncodeError> {
    let mut encoder = Encoder::new();
    value.serialize(&mut encoder)?;
    Ok(encoder.out)
}

/// A serializer (`&mut Encoder`) with its buffers.
#[derive(Debug, Default)]
pub struct Encoder {
    /// What is encoded so far.
    out: Vec<u8>,
    /// The entries of the maps that are open, those of the innermost last.
    entries: Vec<Entry>,
    /// Where entries are put in order.
    sorting: Vec<u8>,
    /// How many lists and maps are open.
    depth: usize,
    /// How many keys of maps are being written, one inside the other.
    keys: usize,
    /// Whether there is no observation, but what the port wrote, as it is.
    written: bool,
}

impl Encoder {
    /// An encoder with nothing in it, which has not allocated yet.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            out: Vec::new(),
            entries: Vec::new(),
            sorting: Vec::new(),
            depth: 0,
            keys: 0,
            written: false,
        }
    }

    /// What was encoded since the last [`clear`](Self::clear).
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.out
    }

    /// Forgets what was encoded, however it ended, and keeps the buffers.
    pub fn clear(&mut self) {
        self.out.clear();
        self.entries.clear();
        self.sorting.clear();
        self.depth = 0;
        self.keys = 0;
        self.written = false;
    }

    /// Whether it holds what the port wrote, and no observation.
    pub(crate) fn holds_written(&self) -> bool {
        self.written
    }

    /// Takes a whole observation, encoded elsewhere, in place of what was encoded.
    pub(crate) fn replace(&mut self, encoded: &[u8]) {
        self.clear();
        self.out.extend_from_slice(encoded);
    }

    pub(crate) fn list_head(&mut self, len: u64) {
        self.head(Major::List, len);
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.head(Major::Text, text.len() as u64);
        self.out.extend_from_slice(text.as_bytes());
    }

    /// Writes as text what `value` displays, without a string in between.
    pub(crate) fn display<T: Display + ?Sized>(&mut self, value: &T) {
        let at = self.out.len();
        self.head(Major::Text, 0);
        let start = self.out.len();
        // A `Display` that gives up has shown what it could.
        let _ = write!(Utf8(&mut self.out), "{value}");
        self.correct_head(at, Major::Text, 0, (self.out.len() - start) as u64);
    }

    fn bytes(&mut self, bytes: &[u8]) {
        if !self.written {
            self.head(Major::Bytes, bytes.len() as u64);
        }
        self.out.extend_from_slice(bytes);
    }

    fn head(&mut self, major: Major, argument: u64) {
        self.out
            .extend_from_slice(Head::new(major, argument).as_bytes());
    }

    /// Replaces the head at `at`, which was written for another argument, moving what follows if
    /// the size differs.
    fn correct_head(&mut self, at: usize, major: Major, written: u64, actual: u64) {
        if written == actual {
            return;
        }
        let old = Head::new(major, written).as_bytes().len();
        let head = Head::new(major, actual);
        let new = head.as_bytes();
        let end = self.out.len();
        if new.len() > old {
            self.out.resize(end + new.len() - old, 0);
        }
        self.out.copy_within(at + old..end, at + new.len());
        self.out.truncate(end + new.len() - old);
        self.out[at..at + new.len()].copy_from_slice(new);
    }

    /// One level deeper.
    fn descend(&mut self) -> Result<(), EncodeError> {
        if self.depth == DEPTH_MAX {
            return Err(EncodeError::TooDeep);
        }
        self.depth += 1;
        Ok(())
    }
}

/// Lets `write!` append to bytes.
struct Utf8<'a>(&'a mut Vec<u8>);

impl Write for Utf8<'_> {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.0.extend_from_slice(text.as_bytes());
        Ok(())
    }
}
