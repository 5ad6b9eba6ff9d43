//! Maps: their entries are put in the bytewise order of their encoded keys.

use std::cmp::Ordering;

use serde::ser::{Serialize, SerializeMap, SerializeStruct, SerializeStructVariant};

use super::{EncodeError, Encoder, Major};

/// One entry of an open map, as offsets into the output: the key is `start..key_end`, the value
/// `key_end..end`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    start: usize,
    key_end: usize,
    end: usize,
}

impl Entry {
    fn key<'a>(&self, out: &'a [u8]) -> &'a [u8] {
        &out[self.start..self.key_end]
    }
}

/// A map that is being written.
#[derive(Debug)]
pub struct Map<'a> {
    encoder: &'a mut Encoder,
    /// Where its head is.
    at: usize,
    /// What the head says. Serde's lengths are hints, and may be missing.
    promised: u64,
    /// Where its entries start in [`Encoder::entries`].
    first: usize,
    /// Whether the keys came in order so far.
    in_order: bool,
    /// The depth outside it.
    outside: usize,
}

impl<'a> Map<'a> {
    /// Starts a map at the depth `outside` that it returns to in the end.
    pub(super) fn open(
        encoder: &'a mut Encoder,
        len: Option<usize>,
        outside: usize,
    ) -> Result<Self, EncodeError> {
        encoder.descend()?;
        let at = encoder.out.len();
        let promised = len.unwrap_or(0) as u64;
        encoder.head(Major::Map, promised);
        let first = encoder.entries.len();
        Ok(Self {
            encoder,
            at,
            promised,
            first,
            in_order: true,
            outside,
        })
    }

    fn key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), EncodeError> {
        let start = self.encoder.out.len();
        self.encoder.keys += 1;
        key.serialize(&mut *self.encoder)?;
        self.encoder.keys -= 1;
        self.note_key(start)
    }

    fn field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), EncodeError> {
        let start = self.encoder.out.len();
        self.encoder.text(name);
        self.note_key(start)?;
        self.value(value)
    }

    /// Remembers the key that was just written, and whether it came in order.
    fn note_key(&mut self, start: usize) -> Result<(), EncodeError> {
        let Encoder { out, entries, .. } = &mut *self.encoder;
        let entry = Entry {
            start,
            key_end: out.len(),
            end: out.len(),
        };
        if self.in_order
            && let Some(before) = entries[self.first..].last()
        {
            match before.key(out).cmp(entry.key(out)) {
                Ordering::Less => {}
                Ordering::Equal => return Err(EncodeError::duplicate(entry.key(out))),
                Ordering::Greater => self.in_order = false,
            }
        }
        entries.push(entry);
        Ok(())
    }

    fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), EncodeError> {
        value.serialize(&mut *self.encoder)?;
        let end = self.encoder.out.len();
        if let Some(entry) = self.encoder.entries.last_mut() {
            entry.end = end;
        }
        Ok(())
    }

    fn close(self) -> Result<(), EncodeError> {
        if !self.in_order {
            self.encoder.sort(self.first)?;
        }
        let len = (self.encoder.entries.len() - self.first) as u64;
        self.encoder.entries.truncate(self.first);
        self.encoder
            .correct_head(self.at, Major::Map, self.promised, len);
        self.encoder.depth = self.outside;
        Ok(())
    }
}

impl Encoder {
    /// Puts the entries from `first` on, which are the end of the output, into the order of their
    /// keys.
    fn sort(&mut self, first: usize) -> Result<(), EncodeError> {
        let Self {
            out,
            entries,
            sorting,
            ..
        } = self;
        let entries = &mut entries[first..];
        let start = entries.first().map_or(out.len(), |entry| entry.start);
        entries.sort_unstable_by(|a, b| a.key(out).cmp(b.key(out)));
        for pair in entries.windows(2) {
            if pair[0].key(out) == pair[1].key(out) {
                return Err(EncodeError::duplicate(pair[0].key(out)));
            }
        }
        sorting.clear();
        for entry in &*entries {
            sorting.extend_from_slice(&out[entry.start..entry.end]);
        }
        out[start..].copy_from_slice(sorting);
        Ok(())
    }
}

impl SerializeMap for Map<'_> {
    type Ok = ();
    type Error = EncodeError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), EncodeError> {
        self.key(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), EncodeError> {
        self.value(value)
    }

    fn end(self) -> Result<(), EncodeError> {
        self.close()
    }
}

impl SerializeStruct for Map<'_> {
    type Ok = ();
    type Error = EncodeError;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), EncodeError> {
        self.field(name, value)
    }

    fn end(self) -> Result<(), EncodeError> {
        self.close()
    }
}

impl SerializeStructVariant for Map<'_> {
    type Ok = ();
    type Error = EncodeError;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), EncodeError> {
        self.field(name, value)
    }

    fn end(self) -> Result<(), EncodeError> {
        self.close()
    }
}
