//! The Rust side of the target `truetype`: skrifa, and read-fonts below it, observed table by table.

mod tables;

use lockstep_fonts::barred_or;
use lockstep_fonts::truetype::observed::{
    CharacterMaps, Directory, Glyph, HorizontalMetrics, Names,
};
use lockstep_fonts::truetype::preflight::{self, Numbers, Preflight, ReservedBits};
use lockstep_port::{Part, Rejection};
use read_fonts::{FontRef, ReadError};
use serde::Serialize;

/// What this side makes of a font. `Observation.java` says what each part is.
#[derive(Serialize)]
struct Observation {
    directory: Directory,
    head: Part<tables::Head>,
    maxp: Part<tables::MaximumProfile>,
    hhea: Part<tables::HorizontalHeader>,
    hmtx: Part<HorizontalMetrics>,
    cmap: Part<CharacterMaps>,
    name: Part<Names>,
    post: Part<tables::PostScript>,
    loca: Part<Vec<Option<u32>>>,
    glyphs: Part<Vec<Part<Glyph>>>,
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
    let directory = tables::directory(&font, input);
    let preflight = Preflight::new(numbers, ReservedBits::Barred);
    Ok(Observation {
        directory,
        head: barred_or(preflight.head_bar(), || tables::head(&font)),
        maxp: barred_or(preflight.maxp_bar(), || tables::maximum_profile(&font)),
        hhea: barred_or(preflight.hhea_bar(), || tables::horizontal_header(&font)),
        hmtx: barred_or(preflight.metrics_bar(), || {
            tables::horizontal_metrics(&font, &preflight)
        }),
        cmap: barred_or(preflight.character_maps_bar(), || {
            tables::character_maps(&font, &preflight)
        }),
        name: barred_or(preflight.name_bar(), || tables::names(&font, &preflight)),
        post: barred_or(preflight.post_bar(), || tables::post_script(&font)),
        loca: barred_or(preflight.locations_bar(), || {
            tables::locations(&font, &preflight)
        }),
        glyphs: barred_or(preflight.glyphs_bar(), || tables::glyphs(&font, &preflight)),
    })
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
