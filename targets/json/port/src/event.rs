//! What a reader says as it goes along.

use std::fmt;

use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

/// A beginning, an end, a key or a value.
#[derive(Serialize)]
pub struct Event {
    kind: &'static str,
    /// Of a key or a value; null also where the kind says all.
    value: Scalar,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Scalar {
    Null,
    Bool(bool),
    Unsigned(u64),
    Signed(i64),
    Float(f64),
    Text(String),
}

/// All of one value.
pub struct Events(pub Vec<Event>);

impl<'de> Deserialize<'de> for Events {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut events = Vec::new();
        Collector(&mut events).deserialize(deserializer)?;
        Ok(Self(events))
    }
}

struct Collector<'a>(&'a mut Vec<Event>);

impl Collector<'_> {
    fn tell(&mut self, kind: &'static str) {
        self.0.push(Event {
            kind,
            value: Scalar::Null,
        });
    }

    #[allow(clippy::unnecessary_wraps)] // it is what a visitor returns
    fn value<E: Error>(self, value: Scalar) -> Result<(), E> {
        self.0.push(Event {
            kind: "value",
            value,
        });
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Collector<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Collector<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.value(Scalar::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.value(Scalar::Bool(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.value(Scalar::Unsigned(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.value(Scalar::Signed(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.value(Scalar::Float(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        self.value(Scalar::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<(), A::Error> {
        self.tell("array");
        while items.next_element_seed(Collector(self.0))?.is_some() {}
        self.tell("end");
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut entries: A) -> Result<(), A::Error> {
        self.tell("object");
        while let Some(key) = entries.next_key()? {
            self.0.push(Event {
                kind: "key",
                value: Scalar::Text(key),
            });
            entries.next_value_seed(Collector(self.0))?;
        }
        self.tell("end");
        Ok(())
    }
}
