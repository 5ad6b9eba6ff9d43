//! Two bitmaps, of which operations change the first.

use std::mem;

use lockstep_port::{OrReject, Rejection};
use roaring::RoaringBitmap;
use serde::Serialize;

use crate::contents::Contents;
use crate::operation::{Operation, Way, range};

const TAKEN_MAX: usize = 4;

/// What an operation did.
#[derive(Serialize)]
pub(crate) struct Done {
    answer: Answer,
    /// Of the first bitmap, afterwards.
    cardinality: u64,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Answer {
    Nothing,
    Yes(bool),
    Number(u64),
    Values(Vec<u32>),
    Relation(Relation),
}

impl From<Option<u32>> for Answer {
    fn from(value: Option<u32>) -> Self {
        value.map_or(Self::Nothing, |value| Self::Number(value.into()))
    }
}

/// How the two stand to each other.
#[derive(Serialize)]
struct Relation {
    contains: bool,
    intersects: bool,
    equals: bool,
    intersection: u64,
    union: u64,
    difference: u64,
    symmetric_difference: u64,
}

/// Both bitmaps in the most compact form.
#[derive(Serialize)]
pub(crate) struct Result {
    first: Contents,
    second: Contents,
}

pub(crate) struct Bitmaps {
    a: RoaringBitmap,
    b: RoaringBitmap,
}

impl Bitmaps {
    pub(crate) fn new(a: RoaringBitmap, b: RoaringBitmap) -> Self {
        Self { a, b }
    }

    /// Does one operation; what it says, and how many values there are then.
    pub(crate) fn run(&mut self, operation: Operation) -> std::result::Result<Done, Rejection> {
        let answer = self.answer(operation)?;
        let cardinality = self.a.len();
        Ok(Done {
            answer,
            cardinality,
        })
    }

    pub(crate) fn result(&self) -> std::result::Result<Result, Rejection> {
        Ok(Result {
            first: compact(&self.a)?,
            second: compact(&self.b)?,
        })
    }

    fn answer(&mut self, operation: Operation) -> std::result::Result<Answer, Rejection> {
        let mut answer = Answer::Nothing;
        match operation {
            Operation::Add { value } => answer = Answer::Yes(self.a.insert(value)),
            Operation::Remove { value } => answer = Answer::Yes(self.a.remove(value)),
            Operation::AddRange {
                value,
                count,
                shift,
            } => {
                self.a.insert_range(range(value, count, shift));
            }
            Operation::RemoveRange {
                value,
                count,
                shift,
            } => {
                self.a.remove_range(range(value, count, shift));
            }
            Operation::AddSteps {
                value,
                count,
                distance,
            } => {
                self.add_steps(value, count, distance);
            }
            Operation::Contains { value } => answer = Answer::Yes(self.a.contains(value)),
            Operation::ContainsRange {
                value,
                count,
                shift,
            } => {
                answer = Answer::Yes(self.a.contains_range(range(value, count, shift)));
            }
            Operation::RangeCardinality {
                value,
                count,
                shift,
            } => {
                answer = Answer::Number(self.a.range_cardinality(range(value, count, shift)));
            }
            Operation::Rank { value } => answer = Answer::Number(self.a.rank(value)),
            Operation::Select { index } => answer = self.a.select(index).into(),
            Operation::Next { value } => {
                let mut values = self.a.iter();
                values.advance_to(value);
                answer = Answer::Values(values.take(TAKEN_MAX).collect());
            }
            Operation::Previous { value } => answer = self.a.range(..=value).next_back().into(),
            Operation::NextAbsent { value } => answer = self.next_absent(value).into(),
            Operation::Or { way } => self.or(way),
            Operation::And { way } => self.and(way),
            Operation::AndNot { way } => self.and_not(way),
            Operation::Xor { way } => self.xor(way),
            Operation::Swap => mem::swap(&mut self.a, &mut self.b),
            Operation::RunOptimize => _ = self.a.optimize(),
            Operation::RemoveRunCompression => _ = self.a.remove_run_compression(),
            Operation::Limit { count } => {
                let more = self.a.len().saturating_sub(count.into());
                self.a.remove_biggest(more);
            }
            Operation::Flip {
                value,
                count,
                shift,
            } => {
                let mut flipped = RoaringBitmap::new();
                flipped.insert_range(range(value, count, shift));
                self.a ^= flipped;
            }
            Operation::Relation => answer = Answer::Relation(self.relation()),
            Operation::Rewrite => answer = Answer::Yes(self.rewrite()?),
        }
        Ok(answer)
    }

    /// Adds values at one distance: what fills arrays and bitmaps quickly.
    fn add_steps(&mut self, value: u32, count: u16, distance: u32) {
        let mut next = Some(value);
        for _ in 0..count {
            let Some(value) = next else { break };
            self.a.insert(value);
            next = value.checked_add(distance);
        }
    }

    fn next_absent(&self, from: u32) -> Option<u32> {
        let mut values = self.a.iter();
        values.advance_to(from);
        match values.next_range() {
            Some(run) if *run.start() == from => run.end().checked_add(1),
            _ => Some(from),
        }
    }

    fn or(&mut self, way: Way) {
        match way {
            Way::InPlace => self.a |= &self.b,
            Way::Owned => self.a |= self.b.clone(),
            Way::New => self.a = &self.a | &self.b,
        }
    }

    fn and(&mut self, way: Way) {
        match way {
            Way::InPlace => self.a &= &self.b,
            Way::Owned => self.a &= self.b.clone(),
            Way::New => self.a = &self.a & &self.b,
        }
    }

    fn and_not(&mut self, way: Way) {
        match way {
            Way::InPlace => self.a -= &self.b,
            Way::Owned => self.a -= self.b.clone(),
            Way::New => self.a = &self.a - &self.b,
        }
    }

    fn xor(&mut self, way: Way) {
        match way {
            Way::InPlace => self.a ^= &self.b,
            Way::Owned => self.a ^= self.b.clone(),
            Way::New => self.a = &self.a ^ &self.b,
        }
    }

    fn relation(&self) -> Relation {
        let (a, b) = (&self.a, &self.b);
        Relation {
            contains: b.is_subset(a),
            intersects: !a.is_disjoint(b),
            equals: a == b,
            intersection: a.intersection_len(b),
            union: a.union_len(b),
            difference: a.difference_len(b),
            symmetric_difference: a.symmetric_difference_len(b),
        }
    }

    /// Writes the first bitmap and reads it again: whether the two are the same.
    fn rewrite(&mut self) -> std::result::Result<bool, Rejection> {
        let mut bytes = Vec::with_capacity(self.a.serialized_size());
        self.a.serialize_into(&mut bytes).or_reject("unwritten")?;
        let again = RoaringBitmap::deserialize_from(&bytes[..]).or_reject("malformed")?;
        let same = again == self.a;
        self.a = again;
        Ok(same)
    }
}

/// Which containers an operation leaves is a library's own affair: so they are chosen anew.
fn compact(bitmap: &RoaringBitmap) -> std::result::Result<Contents, Rejection> {
    let mut compact = bitmap.clone();
    compact.remove_run_compression();
    compact.optimize();
    Contents::of(&compact)
}
