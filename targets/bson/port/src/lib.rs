//! The Rust side of the target `bson`: reads a document element by element and by each of the crate's ways to a
//! `Document`, and writes those again.

mod element;

use bson::error::Error;
use bson::{Document, RawDocument, Utf8Lossy};
use element::Element;
use lockstep_port::{Bytes, OrReject, Part, Rejection, part};
use serde::Serialize;

#[derive(Serialize)]
struct Observation {
    elements: Part<Vec<Element>>,
    /// What writing a `Document` gives, by the way it was read.
    document: Part<Bytes<Vec<u8>>>,
    lossy: Part<Bytes<Vec<u8>>>,
    deserialized: Part<Bytes<Vec<u8>>>,
}

#[allow(clippy::unnecessary_wraps)] // a rejection is a part's
fn observe(input: &[u8]) -> Result<Observation, Rejection> {
    Ok(Observation {
        elements: part(|| element::all(RawDocument::from_bytes(input).or_reject("malformed")?)),
        document: part(|| {
            let mut rest = input;
            let read = Document::from_reader(&mut rest);
            if rest.is_empty() {
                written(read)
            } else {
                Err(Rejection::new("malformed")) // the input is one document, and this has ended
            }
        }),
        lossy: part(|| {
            let read = RawDocument::from_bytes(input).and_then(Utf8Lossy::<Document>::try_from);
            written(read.map(|lossy| lossy.0))
        }),
        deserialized: part(|| written(bson::deserialize_from_slice(input))),
    })
}

fn written(document: Result<Document, Error>) -> Result<Bytes<Vec<u8>>, Rejection> {
    let document = document.or_reject("malformed")?;
    document.to_vec().map(Bytes).or_reject("unwritable")
}

lockstep_port::port!(observe);
