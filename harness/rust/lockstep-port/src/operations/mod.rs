//! Programs: inputs that are a sequence of operations (`docs/operations.md`).
//!
//! ```
//! use lockstep_port::{Rejection, operations::Operations as _};
//! use serde::Serialize;
//!
//! lockstep_port::operations! {
//!     /// What is done with a counter.
//!     enum Operation, at most 16 {
//!         Add { number: u8 },
//!         Times { number: i64 = 2..=5 },
//!         Clear,
//!     }
//! }
//!
//! fn observe(input: &[u8]) -> Result<impl Serialize, Rejection> {
//!     let mut counter = 0_u64;
//!     Ok(Operation::run(input, |operation| {
//!         match operation {
//!             Operation::Add { number } => counter += u64::from(number),
//!             Operation::Times { number } => counter = counter.wrapping_mul(number.cast_unsigned()),
//!             Operation::Clear => counter = 0,
//!         }
//!         Ok(counter)
//!     }))
//! }
//! # lockstep_port::port!(observe);
//! # assert_eq!(
//! #     Operation::model(),
//! #     "at most 16\nadd(number: 0..=255)\ntimes(number: 2..=5)\nclear()\n"
//! # );
//! ```

mod declare;
mod name;
mod operand;
mod run;

pub use name::{snake, snake_bytes};
pub use operand::{List, Operand, Reader, counted, describe_range, one_of, ranged};
pub use run::{Run, hash};

use crate::Rejection;
use serde::Serialize;
use std::fmt::Write;

/// What [`operations!`](crate::operations!) makes of a declaration.
pub trait Operations: Sized {
    /// How many a program has at most.
    const AT_MOST: usize;
    /// How many there are to choose from.
    const COUNT: usize;

    /// Reads the operands of the operation with a code below [`COUNT`](Self::COUNT).
    fn read(code: usize, program: &mut Reader<'_>) -> Self;

    /// What the operation is called on both sides.
    fn name(&self) -> &'static str;

    /// A line for each operation, with what its operands may be.
    fn describe(model: &mut String);

    /// The hash of [`model`](Self::model), computed once.
    fn model_hash() -> u64;

    /// All that is declared, as the original's side says it too.
    #[must_use]
    fn model() -> String {
        let mut model = String::new();
        // Writing into a `String` does not fail.
        let _ = writeln!(model, "at most {}", Self::AT_MOST);
        Self::describe(&mut model);
        model
    }

    /// What an input is decoded to; any bytes are a program.
    #[must_use]
    fn decode(input: &[u8]) -> impl Iterator<Item = Self> {
        let mut program = Reader::new(input);
        std::iter::from_fn(move || {
            let code = usize::from(program.code()?) % Self::COUNT;
            Some(Self::read(code, &mut program))
        })
        .take(Self::AT_MOST)
    }

    /// Runs a program, each operation as a part under its name. One that is rejected is followed
    /// by the next; one that panics is the last, since nobody knows what it has left.
    fn run<T: Serialize>(program: &[u8], body: impl FnMut(Self) -> Result<T, Rejection>) -> Run<T> {
        run::run(program, body)
    }
}
