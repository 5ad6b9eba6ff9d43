//! Reads values with `serde_json`: from bytes, from text, and one after the other.

mod event;

use event::{Event, Events};
use lockstep_port::{Part, Rejection, part, utf8};
use serde::Serialize;
use serde_json::Deserializer;

/// Values one after the other.
#[derive(Serialize)]
struct Sequence {
    values: Vec<Vec<Event>>,
    /// `complete`, or the part that ended the reading early.
    end: Part<&'static str>,
}

fn bytes(input: &[u8]) -> Result<Vec<Event>, Rejection> {
    let Events(events) = serde_json::from_slice(input)?;
    Ok(events)
}

fn text(input: &[u8]) -> Result<Vec<Event>, Rejection> {
    let Events(events) = serde_json::from_str(utf8(input)?)?;
    Ok(events)
}

#[allow(clippy::unnecessary_wraps)] // what ends the reading is a part of it
fn sequence(input: &[u8]) -> Result<Sequence, Rejection> {
    let mut values = Vec::new();
    let end = part(|| {
        for value in Deserializer::from_slice(input).into_iter() {
            let Events(events) = value?;
            values.push(events);
        }
        Ok("complete")
    });
    Ok(Sequence { values, end })
}

lockstep_port::port!(bytes: bytes, text: text, sequence: sequence);
