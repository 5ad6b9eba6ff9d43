//! The Rust side of the target `properties`: the crate `java-properties`, called the way its documentation shows.

use std::collections::HashMap;

use java_properties::PropertiesIter;
use lockstep_port::{OrReject, Part, Rejection, part};
use serde::Serialize;

/// What one input was loaded as.
#[derive(Serialize)]
struct Loaded {
    /// In the order in which their keys first appeared, each with its last value.
    pairs: Vec<Pair>,
    /// `complete`, or the part that ended the loading early.
    end: Part<&'static str>,
}

#[derive(Serialize)]
struct Pair {
    key: String,
    value: String,
}

/// A table that remembers the order of its keys.
#[derive(Default)]
struct Table {
    pairs: Vec<Pair>,
    index_by_key: HashMap<String, usize>,
}

impl Table {
    fn put(&mut self, key: String, value: String) {
        if let Some(&index) = self.index_by_key.get(&key) {
            self.pairs[index].value = value;
        } else {
            self.index_by_key.insert(key.clone(), self.pairs.len());
            self.pairs.push(Pair { key, value });
        }
    }
}

#[allow(clippy::unnecessary_wraps)] // a malformed input is a rejected part: what came before it stays comparable
fn observe(input: &[u8]) -> Result<Loaded, Rejection> {
    let mut table = Table::default();
    let end = part(|| {
        PropertiesIter::new(input)
            .read_into(|key, value| table.put(key, value))
            .or_reject("malformed")?;
        Ok("complete")
    });
    Ok(Loaded {
        pairs: table.pairs,
        end,
    })
}

lockstep_port::port!(observe);
