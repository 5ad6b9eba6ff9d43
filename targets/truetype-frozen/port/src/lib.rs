//! The Rust side of the target `truetype-frozen`: ttf-parser, observed table by table.

mod tables;

use std::num::NonZeroU16;

use lockstep_fonts::barred_or;
use lockstep_fonts::truetype::observed::{CharacterMaps, Glyph, HorizontalMetrics, Names, Table};
use lockstep_fonts::truetype::preflight::{self, Numbers, Preflight, ReservedBits};
use lockstep_port::{OrReject, Part, Rejection};
use serde::Serialize;
use tables::Font;
use ttf_parser::RawFace;

/// What this side makes of a font. `Observation.java` says what each part is.
#[derive(Serialize)]
struct Observation {
    directory: Vec<Table>,
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
    let font = Font(RawFace::parse(input, 0).or_reject("malformed")?);
    let preflight = Preflight::new(numbers, ReservedBits::PassedOver);
    let num_glyphs = NonZeroU16::new(preflight.num_glyphs());
    // Where there are none, ttf-parser has no way to ask for them, which shows in `maxp`.
    let of_glyphs =
        |bar: Option<&'static str>| bar.or(num_glyphs.is_none().then_some("needs_glyphs"));
    let num_glyphs = num_glyphs.unwrap_or(NonZeroU16::MIN);
    Ok(Observation {
        directory: font.directory(),
        head: barred_or(preflight.head_bar(), || font.head()),
        maxp: barred_or(preflight.maxp_bar(), || font.maximum_profile()),
        hhea: barred_or(preflight.hhea_bar(), || font.horizontal_header()),
        hmtx: barred_or(of_glyphs(preflight.metrics_bar()), || {
            font.horizontal_metrics(num_glyphs)
        }),
        cmap: barred_or(preflight.character_maps_bar(), || {
            font.character_maps(&preflight)
        }),
        name: barred_or(preflight.name_bar(), || font.names(&preflight)),
        post: barred_or(preflight.post_bar(), || font.post_script()),
        loca: barred_or(of_glyphs(preflight.locations_bar()), || {
            font.locations(&preflight, num_glyphs)
        }),
        glyphs: barred_or(of_glyphs(preflight.glyphs_bar()), || {
            font.glyphs(&preflight, num_glyphs)
        }),
    })
}

lockstep_port::port!(observe);
