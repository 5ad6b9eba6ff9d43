//! Writes bars.

use lockstep_port::Rejection;
use rxing::{BarcodeFormat, EncodeHints, MultiFormatWriter, Writer};
use serde::Serialize;

use crate::rejection;
use crate::request::Request;

const SETS: [&str; 3] = ["A", "B", "C"];

/// The modules of a symbol, row by row.
#[derive(Serialize)]
pub struct Symbol {
    rows: Vec<String>,
}

pub fn symbol(format: BarcodeFormat, request: &Request) -> Result<Symbol, Rejection> {
    let matrix = MultiFormatWriter
        .encode_with_hints(request.text()?, &format, 0, 0, &hints(format, request))
        .map_err(rejection)?;
    let row = |y| {
        (0..matrix.width())
            .map(|x| if matrix.get(x, y) { '#' } else { '.' })
            .collect()
    };
    Ok(Symbol {
        rows: (0..matrix.height()).map(row).collect(),
    })
}

fn hints(format: BarcodeFormat, request: &Request) -> EncodeHints {
    if format != BarcodeFormat::CODE_128 {
        return EncodeHints::default();
    }
    // The original says that the two exclude each other.
    let option = request.option();
    EncodeHints {
        ForceCodeSet: SETS.get(option).map(|set| (*set).to_owned()),
        Code128Compact: (option == SETS.len()).then_some(true),
        ..EncodeHints::default()
    }
}
