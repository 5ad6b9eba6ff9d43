//! The Rust side of the target `double`: `f64::from_str`.

mod decimal;
mod literal;

use std::str::FromStr;

use lockstep_port::{OrReject, Rejection};
use serde::Serialize;

/// What one input was parsed as.
#[derive(Serialize)]
struct Parsed {
    /// The literal that the input stands for, to show that both sides parsed the same.
    literal: String,
    /// The bits of the IEEE 754 double.
    bits: u64,
}

fn observe(input: &[u8]) -> Result<Parsed, Rejection> {
    let literal = literal::of(input);
    let value = f64::from_str(&literal).or_reject("malformed")?;
    Ok(Parsed {
        literal,
        bits: value.to_bits(),
    })
}

lockstep_port::port!(observe);
