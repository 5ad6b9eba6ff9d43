//! One function for each part of the observation. `Observation.java` says what the fields are.

use lockstep_fonts::outline::{Contour, Normaliser};
use lockstep_fonts::truetype::observed::{
    self, CharacterMaps, Directory, Glyph, HorizontalMetrics, LANGUAGE_WINDOWS_EN_US, NAME_IDS,
    Names, Table, fixed, glyphs_of_sample,
};
use lockstep_fonts::truetype::observed::{ENCODING_WINDOWS_BMP, PLATFORM_WINDOWS};
use lockstep_fonts::truetype::preflight::{GLYPHS_MAX, Preflight, Shape};
use lockstep_port::{OrReject, Part, Rejection};
use read_fonts::tables::cmap::PlatformId;
use read_fonts::types::{GlyphId, GlyphId16, LongDateTime, Tag, Version16Dot16};
use read_fonts::{FontRef, TableProvider};
use serde::Serialize;
use skrifa::MetadataProvider;
use skrifa::outline::{DrawSettings, OutlineGlyphCollection, OutlinePen};
use skrifa::prelude::{LocationRef, Size};

use crate::rejection;

lockstep_fonts::pen!(Pen: OutlinePen);

/// `FontBox` has its own way with these.
const DRAWN_DIFFERENTLY: [Shape; 3] = [Shape::Shifted, Shape::ScaledOffset, Shape::Anchored];

const SECONDS_MAX: u64 = 9_000_000_000_000_000;

/// The tables that can be looked up.
pub fn directory(font: &FontRef, input: &[u8]) -> Directory {
    let directory = font.table_directory();
    let tables = directory.table_records().iter().filter_map(|record| {
        let data = font.table_data(record.tag())?.as_bytes();
        let offset = data.as_ptr() as usize - input.as_ptr() as usize;
        Table::new(
            record.tag().to_be_bytes(),
            offset,
            data.len(),
            record.checksum(),
        )
    });
    Directory::new(directory.sfnt_version(), tables.collect())
}

/// `FontBox` passes over a table without any bytes as if it were not there, and so does this adapter.
fn require(font: &FontRef, tag: [u8; 4]) -> Result<(), Rejection> {
    match font.table_data(Tag::from_be_bytes(tag)) {
        Some(data) if !data.is_empty() => Ok(()),
        _ => Err(Rejection::new("missing")),
    }
}

#[derive(Serialize)]
pub struct Head {
    version: f32,
    font_revision: f32,
    checksum_adjustment: u32,
    magic_number: u32,
    flags: u16,
    units_per_em: u16,
    created: Option<i64>,
    modified: Option<i64>,
    x_min: i16,
    y_min: i16,
    x_max: i16,
    y_max: i16,
    mac_style: u16,
    lowest_rec_ppem: u16,
    font_direction_hint: i16,
    index_to_loc_format: i16,
    glyph_data_format: i16,
}

pub fn head(font: &FontRef) -> Result<Head, Rejection> {
    require(font, *b"head")?;
    let head = font.head().map_err(rejection)?;
    let version = head.version();
    Ok(Head {
        version: fixed((u32::from(version.major) << 16 | u32::from(version.minor)).cast_signed()),
        font_revision: fixed(head.font_revision().to_bits()),
        checksum_adjustment: head.checksum_adjustment(),
        magic_number: head.magic_number(),
        flags: head.flags().bits(),
        units_per_em: head.units_per_em(),
        created: date(head.created()),
        modified: date(head.modified()),
        x_min: head.x_min(),
        y_min: head.y_min(),
        x_max: head.x_max(),
        y_max: head.y_max(),
        mac_style: head.mac_style().bits(),
        lowest_rec_ppem: head.lowest_rec_ppem(),
        font_direction_hint: head.font_direction_hint(),
        index_to_loc_format: head.index_to_loc_format(),
        glyph_data_format: head.glyph_data_format(),
    })
}

/// A date that `FontBox` can hold in milliseconds; others are beyond any calendar.
fn date(date: LongDateTime) -> Option<i64> {
    Some(date.as_secs()).filter(|seconds| seconds.unsigned_abs() <= SECONDS_MAX)
}

#[derive(Serialize)]
pub struct MaximumProfile {
    version: f32,
    num_glyphs: u16,
    limits: Option<[u16; 13]>,
}

pub fn maximum_profile(font: &FontRef) -> Result<MaximumProfile, Rejection> {
    require(font, *b"maxp")?;
    let maxp = font.maxp().map_err(rejection)?;
    let limits = || {
        if maxp.version() != Version16Dot16::VERSION_1_0 {
            return None;
        }
        Some([
            maxp.max_points()?,
            maxp.max_contours()?,
            maxp.max_composite_points()?,
            maxp.max_composite_contours()?,
            maxp.max_zones()?,
            maxp.max_twilight_points()?,
            maxp.max_storage()?,
            maxp.max_function_defs()?,
            maxp.max_instruction_defs()?,
            maxp.max_stack_elements()?,
            maxp.max_size_of_instructions()?,
            maxp.max_component_elements()?,
            // FontBox takes 0 for 1, on purpose (PDFBOX-6105).
            maxp.max_component_depth()?.max(1),
        ])
    };
    Ok(MaximumProfile {
        version: fixed(u32::from_be_bytes(maxp.version().to_be_bytes()).cast_signed()),
        num_glyphs: maxp.num_glyphs(),
        limits: limits(),
    })
}

#[derive(Serialize)]
pub struct HorizontalHeader {
    version: f32,
    ascender: i16,
    descender: i16,
    line_gap: i16,
    advance_width_max: u16,
    min_left_side_bearing: i16,
    min_right_side_bearing: i16,
    x_max_extent: i16,
    caret_slope_rise: i16,
    caret_slope_run: i16,
    caret_offset: i16,
    metric_data_format: i16,
    number_of_h_metrics: u16,
}

pub fn horizontal_header(font: &FontRef) -> Result<HorizontalHeader, Rejection> {
    require(font, *b"hhea")?;
    let hhea = font.hhea().map_err(rejection)?;
    let version = hhea.version();
    Ok(HorizontalHeader {
        version: fixed((u32::from(version.major) << 16 | u32::from(version.minor)).cast_signed()),
        ascender: hhea.ascender().to_i16(),
        descender: hhea.descender().to_i16(),
        line_gap: hhea.line_gap().to_i16(),
        advance_width_max: hhea.advance_width_max().to_u16(),
        min_left_side_bearing: hhea.min_left_side_bearing().to_i16(),
        min_right_side_bearing: hhea.min_right_side_bearing().to_i16(),
        x_max_extent: hhea.x_max_extent().to_i16(),
        caret_slope_rise: hhea.caret_slope_rise(),
        caret_slope_run: hhea.caret_slope_run(),
        caret_offset: hhea.caret_offset(),
        metric_data_format: hhea.metric_data_format(),
        number_of_h_metrics: hhea.number_of_h_metrics(),
    })
}

#[allow(clippy::cast_possible_truncation)] // without a size, skrifa scales by one: whole numbers
pub fn horizontal_metrics(
    font: &FontRef,
    preflight: &Preflight,
) -> Result<HorizontalMetrics, Rejection> {
    require(font, *b"hmtx")?;
    font.hmtx().map_err(rejection)?;
    let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
    let mut observed = HorizontalMetrics::default();
    for glyph in 0..preflight.num_glyphs().min(GLYPHS_MAX) {
        let glyph = GlyphId::from(glyph);
        let advance = metrics.advance_width(glyph).or_reject("malformed")?;
        let bearing = metrics.left_side_bearing(glyph).or_reject("malformed")?;
        observed.advances.push(advance as i32);
        observed.left_side_bearings.push(bearing as i32);
    }
    Ok(observed)
}

pub fn character_maps(font: &FontRef, preflight: &Preflight) -> Result<CharacterMaps, Rejection> {
    require(font, *b"cmap")?;
    let cmap = font.cmap().map_err(rejection)?;
    Ok(CharacterMaps::new(|encoding| {
        let record = cmap.encoding_records().iter().find(|record| {
            record.platform_id() == PlatformId::Windows && record.encoding_id() == encoding
        });
        let Some(record) = record else {
            return Ok(None);
        };
        let subtable = record.subtable(cmap.offset_data()).map_err(rejection)?;
        Ok(Some(glyphs_of_sample(
            preflight.num_glyphs(),
            |code_point| subtable.map_codepoint(code_point).map(GlyphId::to_u32),
        )))
    }))
}

pub fn names(font: &FontRef, preflight: &Preflight) -> Result<Names, Rejection> {
    require(font, *b"name")?;
    let name = font.name().map_err(rejection)?;
    // Of records that say the same thing twice, the last counts: neither library promises which.
    let text = |id| {
        let record = name.name_record().iter().rev().find(|record| {
            record.name_id().to_u16() == id
                && record.platform_id() == PLATFORM_WINDOWS
                && record.encoding_id() == ENCODING_WINDOWS_BMP
                && record.language_id() == LANGUAGE_WINDOWS_EN_US
        })?;
        let text = record.string(name.string_data()).ok()?;
        Some(text.chars().collect())
    };
    Ok(Names::new(
        preflight,
        NAME_IDS.into_iter().map(text).collect(),
    ))
}

#[derive(Serialize)]
pub struct PostScript {
    version: f32,
    italic_angle: f32,
    underline_position: i16,
    underline_thickness: i16,
    is_fixed_pitch: u32,
    min_mem_type42: u32,
    max_mem_type42: u32,
    min_mem_type1: u32,
    max_mem_type1: u32,
    names: Vec<Option<String>>,
}

pub fn post_script(font: &FontRef) -> Result<PostScript, Rejection> {
    require(font, *b"post")?;
    let post = font.post().map_err(rejection)?;
    Ok(PostScript {
        version: fixed(u32::from_be_bytes(post.version().to_be_bytes()).cast_signed()),
        italic_angle: fixed(post.italic_angle().to_bits()),
        underline_position: post.underline_position().to_i16(),
        underline_thickness: post.underline_thickness().to_i16(),
        is_fixed_pitch: post.is_fixed_pitch(),
        min_mem_type42: post.min_mem_type42(),
        max_mem_type42: post.max_mem_type42(),
        min_mem_type1: post.min_mem_type1(),
        max_mem_type1: post.max_mem_type1(),
        names: (0..GLYPHS_MAX)
            .map(|glyph| post.glyph_name(GlyphId16::new(glyph)).map(str::to_owned))
            .collect(),
    })
}

pub fn locations(font: &FontRef, preflight: &Preflight) -> Result<Vec<Option<u32>>, Rejection> {
    require(font, *b"loca")?;
    let loca = font.loca(None).map_err(rejection)?;
    let glyphs = preflight.num_glyphs().min(GLYPHS_MAX);
    Ok((0..=usize::from(glyphs))
        .map(|index| loca.get_raw(index))
        .collect())
}

pub fn glyphs(font: &FontRef, preflight: &Preflight) -> Result<Vec<Part<Glyph>>, Rejection> {
    font.glyf().map_err(rejection)?;
    let outlines = font.outline_glyphs();
    Ok(observed::glyphs(preflight, &DRAWN_DIFFERENTLY, |glyph| {
        draw(&outlines, glyph)
    }))
}

fn draw(outlines: &OutlineGlyphCollection, glyph: u16) -> Result<Option<Vec<Contour>>, Rejection> {
    let mut pen = Pen(Normaliser::quadratic());
    let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
    outlines
        .get(GlyphId::from(glyph))
        .or_reject("malformed")?
        .draw(settings, &mut pen)
        .or_reject("malformed")?;
    Ok(pen.0.into_contours())
}
