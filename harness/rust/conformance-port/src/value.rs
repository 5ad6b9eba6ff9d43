//! An observation as a tree.

use lockstep_port::{Bytes, Utf16};
use serde::{Serialize, Serializer};

/// One value and what it holds. Text and bytes borrow from the input.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any that the format can write, and those below its range that it cannot.
    Integer(i128),
    /// Widened from what was written.
    Float(f64),
    /// Text without a lone surrogate.
    Text(&'a str),
    /// Text with a lone surrogate, in UTF-16.
    Broken(Vec<u16>),
    /// A byte string.
    Bytes(&'a [u8]),
    /// A list.
    List(Vec<Value<'a>>),
    /// A map, in the order in which it was written.
    Map(Vec<(Value<'a>, Value<'a>)>),
    /// A part without a value: the name that the encoder knows its tag by, and what the tag is on.
    Part(&'static str, Box<Value<'a>>),
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_none(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Integer(value) => serializer.serialize_i128(*value),
            Self::Float(value) => serializer.serialize_f64(*value),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Broken(units) => Utf16(units).serialize(serializer),
            Self::Bytes(bytes) => Bytes(bytes).serialize(serializer),
            Self::List(items) => serializer.collect_seq(items),
            Self::Map(entries) => {
                serializer.collect_map(entries.iter().map(|(key, value)| (key, value)))
            }
            Self::Part(tag, content) => serializer.serialize_newtype_struct(tag, content),
        }
    }
}
