//! Serde's data model, one method a kind of value.

use std::fmt::Display;

use serde::ser::{Serialize, Serializer};

use super::{
    EncodeError, Encoder, List, Major, Map, TAG_CRASHED, TAG_REJECTED, TAG_WRITTEN, TAG_WTF8,
};

impl Encoder {
    fn integer(&mut self, value: i64) {
        match u64::try_from(value) {
            Ok(value) => self.head(Major::Unsigned, value),
            // -1 - value, which is what is encoded, is its complement.
            Err(_) => self.head(Major::Negative, !value.cast_unsigned()),
        }
    }

    /// Opens a map of one entry, an enum variant's name; its content is to follow.
    fn variant(&mut self, name: &'static str) -> Result<(), EncodeError> {
        self.descend()?;
        self.head(Major::Map, 1);
        self.text(name);
        Ok(())
    }

    /// Writes a part that has no value: its tag, and what the tag is on.
    fn part<T: Serialize + ?Sized>(&mut self, tag: u64, content: &T) -> Result<(), EncodeError> {
        if self.keys > 0 {
            return Err(EncodeError::PartAsKey);
        }
        self.head(Major::Tag, tag);
        // The list in a part is no level.
        let outside = self.depth;
        self.depth = outside.saturating_sub(1);
        content.serialize(&mut *self)?;
        self.depth = outside;
        Ok(())
    }
}

impl<'a> Serializer for &'a mut Encoder {
    type Ok = ();
    type Error = EncodeError;
    type SerializeSeq = List<'a>;
    type SerializeTuple = List<'a>;
    type SerializeTupleStruct = List<'a>;
    type SerializeTupleVariant = List<'a>;
    type SerializeMap = Map<'a>;
    type SerializeStruct = Map<'a>;
    type SerializeStructVariant = Map<'a>;

    fn is_human_readable(&self) -> bool {
        // What a type shows to people (an address, a date) is what the two sides have in common.
        true
    }

    fn serialize_bool(self, value: bool) -> Result<(), EncodeError> {
        self.out.push(if value { 0xf5 } else { 0xf4 });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Result<(), EncodeError> {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Result<(), EncodeError> {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Result<(), EncodeError> {
        self.serialize_i64(value.into())
    }

    fn serialize_i64(self, value: i64) -> Result<(), EncodeError> {
        self.integer(value);
        Ok(())
    }

    fn serialize_i128(self, value: i128) -> Result<(), EncodeError> {
        if let Ok(value) = u64::try_from(value) {
            return self.serialize_u64(value);
        }
        match i64::try_from(value) {
            Ok(value) => self.serialize_i64(value),
            Err(_) => Err(EncodeError::IntegerOutOfRange),
        }
    }

    fn serialize_u8(self, value: u8) -> Result<(), EncodeError> {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Result<(), EncodeError> {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Result<(), EncodeError> {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Result<(), EncodeError> {
        self.head(Major::Unsigned, value);
        Ok(())
    }

    fn serialize_u128(self, value: u128) -> Result<(), EncodeError> {
        match u64::try_from(value) {
            Ok(value) => self.serialize_u64(value),
            Err(_) => Err(EncodeError::IntegerOutOfRange),
        }
    }

    fn serialize_f32(self, value: f32) -> Result<(), EncodeError> {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> Result<(), EncodeError> {
        self.float(value);
        Ok(())
    }

    fn serialize_char(self, value: char) -> Result<(), EncodeError> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), EncodeError> {
        self.text(value);
        Ok(())
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<(), EncodeError> {
        self.display(value);
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), EncodeError> {
        self.bytes(value);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), EncodeError> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), EncodeError> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), EncodeError> {
        self.out.push(0xf6);
        Ok(())
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result<(), EncodeError> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
    ) -> Result<(), EncodeError> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<(), EncodeError> {
        match name {
            TAG_REJECTED => self.part(19538, value),
            TAG_CRASHED => self.part(19523, value),
            TAG_WTF8 => {
                self.head(Major::Tag, 273);
                value.serialize(self)
            }
            TAG_WRITTEN => {
                if self.depth > 0 || !self.out.is_empty() {
                    return Err(EncodeError::WrittenInside);
                }
                self.written = true;
                value.serialize(self)
            }
            _ => value.serialize(self),
        }
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), EncodeError> {
        let outside = self.depth;
        self.variant(variant)?;
        value.serialize(&mut *self)?;
        self.depth = outside;
        Ok(())
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<List<'a>, EncodeError> {
        let outside = self.depth;
        List::open(self, len, outside)
    }

    fn serialize_tuple(self, len: usize) -> Result<List<'a>, EncodeError> {
        self.serialize_seq(Some(len))
    }

    fn serialize_tuple_struct(
        self,
        _name: &'static str,
        len: usize,
    ) -> Result<List<'a>, EncodeError> {
        self.serialize_seq(Some(len))
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<List<'a>, EncodeError> {
        let outside = self.depth;
        self.variant(variant)?;
        List::open(self, Some(len), outside)
    }

    fn serialize_map(self, len: Option<usize>) -> Result<Map<'a>, EncodeError> {
        let outside = self.depth;
        Map::open(self, len, outside)
    }

    fn serialize_struct(self, _name: &'static str, len: usize) -> Result<Map<'a>, EncodeError> {
        self.serialize_map(Some(len))
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Map<'a>, EncodeError> {
        let outside = self.depth;
        self.variant(variant)?;
        Map::open(self, Some(len), outside)
    }
}
