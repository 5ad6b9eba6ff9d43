//! The Rust side of the target `barcode`: rxing writes bars.

mod request;
mod write;

use std::collections::BTreeMap;

use lockstep_port::{Part, Rejection, part};
use request::{KINDS, Request};
use rxing::Exceptions;

#[allow(clippy::unnecessary_wraps)] // a rejection is a part's
fn observe(input: &[u8]) -> Result<BTreeMap<&'static str, Part<write::Symbol>>, Rejection> {
    let request = Request::of(input);
    let (name, format) = KINDS[request.kind];
    Ok(BTreeMap::from([(
        name,
        part(|| write::symbol(format, &request)),
    )]))
}

/// The word for an error that both sides use.
fn rejection(error: Exceptions) -> Rejection {
    let kind = match error {
        // The original wraps a format exception into an illegal argument; what is no number is one by its class.
        Exceptions::WriterException(_)
        | Exceptions::IllegalArgumentException(_)
        | Exceptions::FormatException(_)
        | Exceptions::ParseException(_) => "illegal",
        Exceptions::IllegalStateException(_) => "illegal_state",
        Exceptions::UnsupportedOperationException(_) => "unsupported",
        Exceptions::ArithmeticException(_) => "arithmetic",
        Exceptions::IndexOutOfBoundsException(_) => "out_of_bounds",
        Exceptions::NotFoundException(_) => "not_found",
        Exceptions::ChecksumException(_) => "checksum",
        Exceptions::ReedSolomonException(_) => "reed_solomon",
        Exceptions::RuntimeException(_) => "runtime",
        Exceptions::ReaderException(_) | Exceptions::ReaderDecodeException() => "reader",
    };
    Rejection::new(kind).because(error)
}

lockstep_port::port!(observe);
