//! The Rust side of the target `truetype`: skrifa, and read-fonts below it, observed table by table.

mod outline;
mod preflight;
mod tables;

use lockstep_port::{Part, Rejection, part};
use preflight::{Numbers, Preflight};
use read_fonts::{FontRef, ReadError};
use serde::Serialize;
use tables::Directory;

/// What this side makes of a font. `Observation.java` says what each part is.
#[derive(Serialize)]
struct Observation {
    directory: Directory,
    head: Part<tables::Head>,
    maxp: Part<tables::MaximumProfile>,
    hhea: Part<tables::HorizontalHeader>,
    hmtx: Part<tables::HorizontalMetrics>,
    cmap: Part<tables::CharacterMaps>,
    name: Part<tables::Names>,
    post: Part<tables::PostScript>,
    loca: Part<Vec<Option<u32>>>,
    glyphs: Part<Vec<Part<tables::Glyph>>>,
}

fn observe(input: &[u8]) -> Result<Observation, Rejection> {
    let numbers = Numbers(input);
    if !preflight::is_true_type(numbers) {
        return Err(Rejection::new("unsupported"));
    }
    if !preflight::has_whole_directory(numbers) {
        return Err(Rejection::new("malformed"));
    }
    if !preflight::has_tables(numbers) {
        return Err(Rejection::new("unsupported"));
    }
    let font = FontRef::new(input).map_err(rejection)?;
    let directory = Directory::of(&font, input);
    let preflight = Preflight::new(numbers);
    Ok(Observation {
        directory,
        head: barred_or(preflight.head_bar(), || tables::head(&font)),
        maxp: barred_or(preflight.maxp_bar(), || tables::maximum_profile(&font)),
        hhea: barred_or(preflight.hhea_bar(), || tables::horizontal_header(&font)),
        hmtx: barred_or(preflight.metrics_bar(), || {
            tables::horizontal_metrics(&font)
        }),
        cmap: barred_or(preflight.character_maps_bar(), || {
            tables::character_maps(&font)
        }),
        name: barred_or(preflight.name_bar(), || tables::names(&font)),
        post: barred_or(preflight.post_bar(), || tables::post_script(&font)),
        loca: barred_or(preflight.locations_bar(), || tables::locations(&font)),
        glyphs: barred_or(preflight.glyphs_bar(), || tables::glyphs(&font, &preflight)),
    })
}

fn barred_or<T>(
    bar: Option<&'static str>,
    observe: impl FnOnce() -> Result<T, Rejection>,
) -> Part<T> {
    match bar {
        Some(kind) => Part::Rejected(Rejection::new(kind)),
        None => part(observe),
    }
}

/// A table that is not there is `missing`, whatever else read-fonts says is `malformed`.
fn rejection(error: ReadError) -> Rejection {
    let kind = match error {
        ReadError::TableIsMissing(_) => "missing",
        _ => "malformed",
    };
    Rejection::new(kind).because(error)
}

lockstep_port::port!(observe);
