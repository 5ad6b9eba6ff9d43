//! What a program did.

use super::Operations;
use crate::{Part, Rejection, part};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// What a program did, to be observed as it is.
#[derive(serde::Serialize)]
pub struct Run<T: Serialize> {
    /// A hash of the declared operations: two sides that declare other ones part here at once,
    /// whatever the program is.
    model: u64,
    /// What each operation said, under its name.
    steps: Vec<Step<T>>,
}

struct Step<T> {
    name: &'static str,
    said: Part<T>,
}

impl<T: Serialize> Serialize for Step<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry(self.name, &self.said)?;
        map.end()
    }
}

pub(super) fn run<O: Operations, T: Serialize>(
    program: &[u8],
    mut body: impl FnMut(O) -> Result<T, Rejection>,
) -> Run<T> {
    let mut steps = Vec::new();
    for operation in O::decode(program) {
        let name = operation.name();
        let said = part(|| body(operation));
        let crashed = matches!(said, Part::Crashed(_));
        steps.push(Step { name, said });
        if crashed {
            break;
        }
    }
    Run {
        model: O::model_hash(),
        steps,
    }
}

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0100_0000_01b3;

/// FNV-1a, 64 bits without the top one.
#[doc(hidden)]
#[must_use]
pub fn hash(model: &str) -> u64 {
    let hash = model.bytes().fold(FNV_OFFSET, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME)
    });
    hash & (u64::MAX >> 1)
}
