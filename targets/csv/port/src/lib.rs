//! Reads records with the crate `csv`, which has no header and no fixed number of fields to look for.

use csv::ReaderBuilder;
use lockstep_port::{OrReject, Rejection};
use serde::Serialize;

#[derive(Serialize)]
struct Observation {
    lenient: Vec<Vec<String>>,
    by_default: Vec<Vec<String>>,
}

fn observe(input: &[u8]) -> Result<Observation, Rejection> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(input);
    let records: Result<Vec<_>, _> = reader.byte_records().collect();
    let text = |field: &[u8]| field.iter().copied().map(char::from).collect();
    let fields = |record: &csv::ByteRecord| record.iter().map(text).collect();
    let lenient: Vec<_> = records.or_reject("malformed")?.iter().map(fields).collect();
    let by_default = lenient.clone();
    Ok(Observation {
        lenient,
        by_default,
    })
}

lockstep_port::port!(observe);
