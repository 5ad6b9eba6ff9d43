//! Lists: sequences and tuples.

use serde::ser::{
    Serialize, SerializeSeq, SerializeTuple, SerializeTupleStruct, SerializeTupleVariant,
};

use super::{EncodeError, Encoder, Major};

/// A list that is being written.
#[derive(Debug)]
pub struct List<'a> {
    encoder: &'a mut Encoder,
    /// Where its head is.
    at: usize,
    /// What the head says, and what is true so far. Serde's lengths are hints, and may be missing.
    promised: u64,
    len: u64,
    /// The depth outside it.
    outside: usize,
}

impl<'a> List<'a> {
    /// Starts a list at the depth `outside` that it returns to in the end.
    pub(super) fn open(
        encoder: &'a mut Encoder,
        len: Option<usize>,
        outside: usize,
    ) -> Result<Self, EncodeError> {
        encoder.descend()?;
        let at = encoder.out.len();
        let promised = len.unwrap_or(0) as u64;
        encoder.head(Major::List, promised);
        Ok(Self {
            encoder,
            at,
            promised,
            len: 0,
            outside,
        })
    }

    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), EncodeError> {
        self.len += 1;
        value.serialize(&mut *self.encoder)
    }

    fn close(self) {
        self.encoder
            .correct_head(self.at, Major::List, self.promised, self.len);
        self.encoder.depth = self.outside;
    }
}

impl SerializeSeq for List<'_> {
    type Ok = ();
    type Error = EncodeError;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), EncodeError> {
        self.item(value)
    }

    fn end(self) -> Result<(), EncodeError> {
        self.close();
        Ok(())
    }
}

impl SerializeTuple for List<'_> {
    type Ok = ();
    type Error = EncodeError;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), EncodeError> {
        self.item(value)
    }

    fn end(self) -> Result<(), EncodeError> {
        self.close();
        Ok(())
    }
}

impl SerializeTupleStruct for List<'_> {
    type Ok = ();
    type Error = EncodeError;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), EncodeError> {
        self.item(value)
    }

    fn end(self) -> Result<(), EncodeError> {
        self.close();
        Ok(())
    }
}

impl SerializeTupleVariant for List<'_> {
    type Ok = ();
    type Error = EncodeError;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), EncodeError> {
        self.item(value)
    }

    fn end(self) -> Result<(), EncodeError> {
        self.close();
        Ok(())
    }
}
