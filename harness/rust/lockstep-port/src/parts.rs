//! Several parts under names, without a type that is written for them.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::part::{Part, part};
use crate::rejection::Rejection;

/// An observation that is nothing but parts, each under its name: a map.
///
/// `port!(records: records, header: header)` makes one by itself.
#[derive(Debug, Default)]
pub struct Parts<F> {
    fields: F,
}

impl Parts<()> {
    /// None yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { fields: () }
    }
}

impl<F> Parts<F> {
    /// Observes one more part by itself; see [`part()`].
    #[must_use]
    pub fn with<T>(
        self,
        name: &'static str,
        observe: impl FnOnce() -> Result<T, Rejection>,
    ) -> Parts<(F, Named<T>)> {
        let observed = part(observe);
        Parts {
            fields: (
                self.fields,
                Named {
                    name,
                    part: observed,
                },
            ),
        }
    }
}

/// A part under its name.
#[derive(Debug)]
pub struct Named<T> {
    name: &'static str,
    part: Part<T>,
}

/// What [`Parts`] holds: nothing, or others and one more.
pub trait Fields {
    /// How many parts there are.
    const COUNT: usize;

    /// Writes them in their order.
    ///
    /// # Errors
    ///
    /// What the map says.
    fn write<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error>;
}

impl Fields for () {
    const COUNT: usize = 0;

    fn write<M: SerializeMap>(&self, _map: &mut M) -> Result<(), M::Error> {
        Ok(())
    }
}

impl<F: Fields, T: Serialize> Fields for (F, Named<T>) {
    const COUNT: usize = F::COUNT + 1;

    fn write<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        let (others, last) = self;
        others.write(map)?;
        map.serialize_entry(last.name, &last.part)
    }
}

impl<F: Fields> Serialize for Parts<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(F::COUNT))?;
        self.fields.write(&mut map)?;
        map.end()
    }
}
