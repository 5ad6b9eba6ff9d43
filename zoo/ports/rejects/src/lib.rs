//! Sick of being choosy: it rejects an input that starts with `R`.

use lockstep_port::Rejection;
use serde::Serialize;
use zoo_common::Summary;

lockstep_port::port!(observe);

fn observe(input: &[u8]) -> Result<impl Serialize + use<>, Rejection> {
    if input.starts_with(b"R") {
        return Err(Rejection::new("malformed").because("it starts with an R"));
    }
    Ok(Summary::of(input))
}
