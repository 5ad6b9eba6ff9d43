//! Parts: pieces of an observation with an outcome of their own.

use std::fmt::Display;

use serde::ser::{Serialize, SerializeSeq, Serializer};

use crate::encode::{TAG_CRASHED, TAG_REJECTED};
use crate::explain::explaining;
use crate::guard::{self, Crash};
use crate::rejection::Rejection;

/// A piece of an observation that may have ended without a value: it stands where the value would
/// have stood.
#[derive(Debug)]
pub enum Part<T> {
    /// The port took it; encoded as the value alone.
    Value(T),
    /// The port does not take this part.
    Rejected(Rejection),
    /// The port panicked over this part.
    Crashed(Crash),
}

/// Observes one part by itself, so that its rejection or panic leaves the others comparable.
///
/// After a panic the port may have left half-done whatever `observe` borrows mutably; observe parts
/// from shared data.
pub fn part<T>(observe: impl FnOnce() -> Result<T, Rejection>) -> Part<T> {
    match guard::catch(observe) {
        Ok(Ok(value)) => Part::Value(value),
        Ok(Err(rejection)) => Part::Rejected(rejection),
        Err(crash) => Part::Crashed(crash),
    }
}

/// Terse unless the run explains itself.
impl<T: Serialize> Serialize for Part<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Value(value) => value.serialize(serializer),
            Self::Rejected(rejection) if explaining() => {
                serializer.serialize_newtype_struct(TAG_REJECTED, &Explained(rejection))
            }
            Self::Rejected(rejection) => {
                serializer.serialize_newtype_struct(TAG_REJECTED, rejection.kind())
            }
            Self::Crashed(crash) if explaining() => serializer.serialize_newtype_struct(
                TAG_CRASHED,
                &(Crash::KIND, crash.place(), crash.message()),
            ),
            Self::Crashed(crash) => {
                serializer.serialize_newtype_struct(TAG_CRASHED, &(Crash::KIND, crash.place()))
            }
        }
    }
}

/// `[kind, detail]`, with the detail formatted straight into the output.
struct Explained<'a>(&'a Rejection);

impl Serialize for Explained<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut pair = serializer.serialize_seq(Some(2))?;
        pair.serialize_element(self.0.kind())?;
        pair.serialize_element(&Shown(self.0.detail().unwrap_or(&"")))?;
        pair.end()
    }
}

struct Shown<'a>(&'a dyn Display);

impl Serialize for Shown<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self.0)
    }
}
