//! What an operation is given.

use std::fmt::Write;
use std::ops::{Deref, RangeInclusive};

/// The bytes of a program, in little endian; behind the last one there are zeros without end.
pub struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(super) fn new(rest: &'a [u8]) -> Self {
        Self { rest }
    }

    /// The code of the next operation, if there is one.
    pub(super) fn code(&mut self) -> Option<u8> {
        let (&code, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(code)
    }

    fn number(&mut self, width: usize) -> u64 {
        let (bytes, rest) = self.rest.split_at(width.min(self.rest.len()));
        self.rest = rest;
        bytes
            .iter()
            .rev()
            .fold(0, |number, &byte| number << 8 | u64::from(byte))
    }

    /// A whole number of a range.
    fn whole(&mut self, min: i64, max: i64) -> i64 {
        let span = max.wrapping_sub(min).cast_unsigned();
        let raw = self.number(match span {
            0..=0xff => 1,
            0x100..=0xffff => 2,
            0x1_0000..=0xffff_ffff => 4,
            _ => 8,
        });
        let rest = span.checked_add(1).map_or(raw, |count| raw % count);
        // What zeros are read as: zero wherever it is in the range.
        let base = if min <= 0 && max >= 0 { 0 } else { min };
        let number = base.wrapping_add(rest.cast_signed());
        if rest > max.wrapping_sub(base).cast_unsigned() {
            number.wrapping_sub(span.cast_signed()).wrapping_sub(1)
        } else {
            number
        }
    }
}

/// What an operation may be given; [`choice!`](crate::choice!) makes more.
pub trait Operand: Sized {
    /// Reads one; any bytes are one.
    fn read(program: &mut Reader<'_>) -> Self;

    /// Says what may stand there, as the original's side says it.
    fn describe(model: &mut String);
}

/// A number of a range that is written beside its type.
///
/// # Panics
///
/// If the type does not hold every number of the range.
#[doc(hidden)]
pub fn ranged<T: TryFrom<i64>>(program: &mut Reader<'_>, range: &RangeInclusive<i64>) -> T {
    let number = program.whole(*range.start(), *range.end());
    T::try_from(number).unwrap_or_else(|_| panic!("an operand's type does not hold {number}"))
}

/// One of a few.
#[doc(hidden)]
pub fn one_of<T: Copy>(program: &mut Reader<'_>, all: &[T]) -> T {
    let last = i64::try_from(all.len() - 1).unwrap_or(i64::MAX);
    all[ranged::<usize>(program, &(0..=last))]
}

/// How many operations there are: as many as a code has values, at most.
#[doc(hidden)]
#[must_use]
pub const fn counted<T>(all: &[T]) -> usize {
    assert!(all.len() <= 256, "a target has 256 operations at most");
    all.len()
}

#[doc(hidden)]
pub fn describe_range(model: &mut String, range: &RangeInclusive<i64>) {
    // Writing into a `String` does not fail.
    let _ = write!(model, "{}..={}", range.start(), range.end());
}

macro_rules! whole {
    ($($number:ty),*) => {$(
        impl Operand for $number {
            fn read(program: &mut Reader<'_>) -> Self {
                ranged(program, &(i64::from(Self::MIN)..=i64::from(Self::MAX)))
            }

            fn describe(model: &mut String) {
                describe_range(model, &(i64::from(Self::MIN)..=i64::from(Self::MAX)));
            }
        }
    )*};
}

whole!(u8, i8, u16, i16, u32, i32, i64);

impl Operand for bool {
    fn read(program: &mut Reader<'_>) -> Self {
        program.whole(0, 1) == 1
    }

    fn describe(model: &mut String) {
        model.push_str("false|true");
    }
}

/// By its bits.
impl Operand for f64 {
    fn read(program: &mut Reader<'_>) -> Self {
        Self::from_bits(program.number(8))
    }

    fn describe(model: &mut String) {
        model.push_str("double");
    }
}

/// A short list: up to `MOST` items, 65,535 at most.
#[derive(Clone, Debug, PartialEq)]
pub struct List<T, const MOST: u16>(Vec<T>);

impl<T: Operand, const MOST: u16> Operand for List<T, MOST> {
    fn read(program: &mut Reader<'_>) -> Self {
        let length = program.whole(0, i64::from(MOST));
        Self((0..length).map(|_| T::read(program)).collect())
    }

    fn describe(model: &mut String) {
        model.push('[');
        T::describe(model);
        // Writing into a `String` does not fail.
        let _ = write!(model, "; {MOST}]");
    }
}

impl<T, const MOST: u16> From<List<T, MOST>> for Vec<T> {
    fn from(list: List<T, MOST>) -> Self {
        list.0
    }
}

impl<T, const MOST: u16> Deref for List<T, MOST> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}
