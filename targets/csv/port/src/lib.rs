//! Reads records with the crate `csv`, which has no header and no fixed number of fields to look for.

use csv::ReaderBuilder;
use lockstep_port::{Rejection, latin1};

fn records(input: &[u8]) -> Result<Vec<Vec<String>>, Rejection> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(input);
    reader
        .byte_records()
        .map(|record| Ok(record?.iter().map(latin1).collect()))
        .collect()
}

lockstep_port::port!(lenient: records, by_default: records);
