//! Runs operations on two bitmaps, of which the first is changed.

use std::collections::BTreeMap;
use std::mem;

use lockstep_port::{OrReject, Part, Rejection, part};
use roaring::RoaringBitmap;
use serde::Serialize;

use crate::contents::Contents;
use crate::operation::{BYTES, Operation};

const OPERATIONS_MAX: usize = 16;
const TAKEN_MAX: usize = 4;

/// What an operation did, under its name.
pub(crate) type Step = BTreeMap<&'static str, Part<Done>>;

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

pub(crate) struct Program {
    a: RoaringBitmap,
    b: RoaringBitmap,
}

impl Program {
    pub(crate) fn new(a: RoaringBitmap, b: RoaringBitmap) -> Self {
        Self { a, b }
    }

    /// Runs the operations, each a part; a part that fails is the last.
    pub(crate) fn run(&mut self, program: &[u8]) -> Vec<Step> {
        let (operations, _) = program.as_chunks::<BYTES>();
        let mut steps = Vec::new();
        for &bytes in operations.iter().take(OPERATIONS_MAX) {
            let operation = Operation::new(bytes);
            let done = part(|| {
                let answer = self.operate(&operation)?;
                let cardinality = self.a.len();
                Ok(Done {
                    answer,
                    cardinality,
                })
            });
            let failed = !matches!(done, Part::Value(_));
            steps.push(BTreeMap::from([(operation.name(), done)]));
            if failed {
                break;
            }
        }
        steps
    }

    pub(crate) fn result(&self) -> std::result::Result<Result, Rejection> {
        Ok(Result {
            first: compact(&self.a)?,
            second: compact(&self.b)?,
        })
    }

    fn operate(&mut self, operation: &Operation) -> std::result::Result<Answer, Rejection> {
        let value = operation.value;
        let range = operation.range();
        let mut answer = Answer::Nothing;
        match operation.code {
            0 => answer = Answer::Yes(self.a.insert(value)),
            1 => answer = Answer::Yes(self.a.remove(value)),
            2 => _ = self.a.insert_range(range),
            3 => _ = self.a.remove_range(range),
            4 => self.add_steps(operation),
            5 => answer = Answer::Yes(self.a.contains(value)),
            6 => answer = Answer::Yes(self.a.contains_range(range)),
            7 => answer = Answer::Number(self.a.range_cardinality(range)),
            8 => answer = Answer::Number(self.a.rank(value)),
            9 => answer = self.a.select(value).into(),
            10 => {
                let mut values = self.a.iter();
                values.advance_to(value);
                answer = Answer::Values(values.take(TAKEN_MAX).collect());
            }
            11 => answer = self.a.range(..=value).next_back().into(),
            12 => answer = self.next_absent(value).into(),
            13..=16 => self.combine(operation),
            17 => mem::swap(&mut self.a, &mut self.b),
            18 => _ = self.a.optimize(),
            19 => _ = self.a.remove_run_compression(),
            20 => {
                let more = self.a.len().saturating_sub(operation.count.into());
                self.a.remove_biggest(more);
            }
            21 => {
                let mut flipped = RoaringBitmap::new();
                flipped.insert_range(range);
                self.a ^= flipped;
            }
            22 => answer = Answer::Relation(self.relation()),
            _ => answer = Answer::Yes(self.rewrite()?),
        }
        Ok(answer)
    }

    /// Adds every so-manyth value: what fills arrays and bitmaps quickly.
    fn add_steps(&mut self, operation: &Operation) {
        let mut next = Some(operation.value);
        for _ in 0..operation.count & 0x1fff {
            let Some(value) = next else { break };
            self.a.insert(value);
            next = value.checked_add(u32::from(operation.flags) + 1);
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

    /// By the operators on a borrowed and an owned bitmap, and on two borrowed ones.
    fn combine(&mut self, operation: &Operation) {
        let (a, b) = (&mut self.a, &self.b);
        match (operation.code, operation.flags & 3) {
            (13, 0) => *a |= b,
            (13, 2) => *a |= b.clone(),
            (13, _) => *a = &*a | b,
            (14, 0) => *a &= b,
            (14, 2) => *a &= b.clone(),
            (14, _) => *a = &*a & b,
            (15, 0) => *a -= b,
            (15, 2) => *a -= b.clone(),
            (15, _) => *a = &*a - b,
            (_, 0) => *a ^= b,
            (_, 2) => *a ^= b.clone(),
            (_, _) => *a = &*a ^ b,
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
