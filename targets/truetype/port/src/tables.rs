//! One function for each part of the observation. `Observation.java` says what the fields are.

use lockstep_port::{Bytes, OrReject, Part, Rejection, part};
use read_fonts::tables::cmap::{CmapSubtable, PlatformId};
use read_fonts::tables::glyf::Glyf;
use read_fonts::tables::name::NameId;
use read_fonts::types::{Fixed, GlyphId, GlyphId16, LongDateTime, Tag, Version16Dot16};
use read_fonts::{FontRef, TableProvider, TopLevelTable};
use serde::Serialize;
use skrifa::MetadataProvider;
use skrifa::outline::{DrawSettings, OutlineGlyphCollection};
use skrifa::prelude::{LocationRef, Size};

use crate::outline::{self, Contour, Normaliser};
use crate::preflight::{GLYPHS_MAX, Preflight, Shape};
use crate::rejection;

const ENCODING_WINDOWS_BMP: u16 = 1;
const ENCODING_WINDOWS_FULL: u16 = 10;
const LANGUAGE_WINDOWS_EN_US: u16 = 0x0409;

const SECONDS_MAX: u64 = 9_000_000_000_000_000;

const NAMES: [NameId; 4] = [
    NameId::FAMILY_NAME,
    NameId::SUBFAMILY_NAME,
    NameId::FULL_NAME,
    NameId::POSTSCRIPT_NAME,
];

/// The code points that every character map is asked for: `CodePoints.java`.
const CODE_POINTS: [u32; 41] = [
    0x00, 0x0D, 0x1F, 0x20, 0x21, 0x2D, 0x30, 0x31, 0x39, 0x40, 0x41, 0x42, 0x43, 0x5A, 0x61, 0x62,
    0x63, 0x7A, 0x7E, 0x7F, 0xA0, 0xC4, 0xDF, 0xE4, 0xFF, 0x100, 0x3A9, 0x20AC, 0x4E00, 0xD7FF,
    0xE000, 0xF020, 0xF041, 0xFB01, 0xFFF0, 0xFFFD, 0xFFFE, 0xFFFF, 0x10000, 0x1F600, 0x10_FFFF,
];

#[derive(Serialize)]
pub struct Directory {
    version: f32,
    tables: Vec<Table>,
}

#[derive(Serialize, PartialEq, Eq, PartialOrd, Ord)]
struct Table {
    tag: String,
    place: String,
}

impl Directory {
    /// The tables that can be looked up. One without any bytes counts as missing, but for `glyf`: a font of empty glyphs.
    pub fn of(font: &FontRef, input: &[u8]) -> Self {
        let directory = font.table_directory();
        let mut tables: Vec<Table> = directory
            .table_records()
            .iter()
            .filter_map(|record| {
                let data = font.table_data(record.tag())?.as_bytes();
                if data.is_empty() && record.tag() != Glyf::TAG {
                    return None;
                }
                let offset = data.as_ptr() as usize - input.as_ptr() as usize;
                Some(Table {
                    tag: record.tag().to_be_bytes().map(char::from).iter().collect(),
                    place: format!("{offset:x}+{:x} {:x}", data.len(), record.checksum()),
                })
            })
            .collect();
        tables.sort_unstable();
        tables.dedup_by(|a, b| a.tag == b.tag);
        Self {
            version: fixed(directory.sfnt_version().cast_signed()),
            tables,
        }
    }
}

/// A 16.16 number as the nearest float, which is what `FontBox` keeps.
#[allow(clippy::cast_possible_truncation)]
fn fixed(bits: i32) -> f32 {
    Fixed::from_bits(bits).to_f64() as f32
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

#[derive(Serialize)]
pub struct HorizontalMetrics {
    advances: Vec<i32>,
    left_side_bearings: Vec<i32>,
}

#[allow(clippy::cast_possible_truncation)] // without a size, skrifa scales by one: whole numbers
pub fn horizontal_metrics(font: &FontRef) -> Result<HorizontalMetrics, Rejection> {
    require(font, *b"hmtx")?;
    font.hmtx().map_err(rejection)?;
    let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
    let mut advances = Vec::new();
    let mut left_side_bearings = Vec::new();
    for glyph in 0..observed_glyphs(font)? {
        let glyph = GlyphId::from(glyph);
        advances.push(metrics.advance_width(glyph).or_reject("malformed")? as i32);
        left_side_bearings.push(metrics.left_side_bearing(glyph).or_reject("malformed")? as i32);
    }
    Ok(HorizontalMetrics {
        advances,
        left_side_bearings,
    })
}

#[derive(Serialize)]
pub struct CharacterMaps {
    full: Part<Option<Vec<u32>>>,
    bmp: Part<Option<Vec<u32>>>,
}

pub fn character_maps(font: &FontRef) -> Result<CharacterMaps, Rejection> {
    require(font, *b"cmap")?;
    let cmap = font.cmap().map_err(rejection)?;
    let num_glyphs = u32::from(font.maxp().map_err(rejection)?.num_glyphs());
    let sample = |encoding| {
        let record = cmap.encoding_records().iter().find(|record| {
            record.platform_id() == PlatformId::Windows && record.encoding_id() == encoding
        });
        record
            .map(|record| record.subtable(cmap.offset_data()))
            .transpose()
            .map(|subtable| subtable.map(|subtable| glyphs_of_sample(&subtable, num_glyphs)))
            .map_err(rejection)
    };
    Ok(CharacterMaps {
        full: part(|| sample(ENCODING_WINDOWS_FULL)),
        bmp: part(|| sample(ENCODING_WINDOWS_BMP)),
    })
}

/// No glyph, a glyph that the font does not have, and glyph 0 all mean that there is nothing to draw.
fn glyphs_of_sample(subtable: &CmapSubtable, num_glyphs: u32) -> Vec<u32> {
    CODE_POINTS
        .iter()
        .map(|&code_point| {
            subtable
                .map_codepoint(code_point)
                .map(GlyphId::to_u32)
                .filter(|&glyph| glyph < num_glyphs)
                .unwrap_or(0)
        })
        .collect()
}

/// The four names, or all of them in one where the texts do not start right behind the records.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Names {
    Texts(Vec<Option<String>>),
    Elsewhere { relocated: Bytes<Vec<u8>> },
}

pub fn names(font: &FontRef) -> Result<Names, Rejection> {
    require(font, *b"name")?;
    let name = font.name().map_err(rejection)?;
    // Of records that say the same thing twice, the last counts: neither library promises which.
    let text = |id| {
        let record = name.name_record().iter().rev().find(|record| {
            record.name_id() == id
                && record.platform_id() == PlatformId::Windows as u16
                && record.encoding_id() == ENCODING_WINDOWS_BMP
                && record.language_id() == LANGUAGE_WINDOWS_EN_US
        })?;
        let text = record.string(name.string_data()).ok()?;
        Some(text.chars().collect())
    };
    let texts: Vec<Option<String>> = NAMES.into_iter().map(text).collect();
    if usize::from(name.storage_offset()) == 6 + 12 * usize::from(name.count()) {
        return Ok(Names::Texts(texts));
    }
    let mut all = String::new();
    for text in texts {
        all.push_str(text.as_deref().unwrap_or("null"));
        all.push('\n');
    }
    Ok(Names::Elsewhere {
        relocated: Bytes(all.into_bytes()),
    })
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

pub fn locations(font: &FontRef) -> Result<Vec<Option<u32>>, Rejection> {
    require(font, *b"loca")?;
    let loca = font.loca(None).map_err(rejection)?;
    Ok((0..=usize::from(observed_glyphs(font)?))
        .map(|index| loca.get_raw(index))
        .collect())
}

/// An outline, under the word for what it is made from.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Glyph {
    Simple(Part<Outline>),
    Composite(Part<Outline>),
    Transformed(Part<Outline>),
    Shifted(Part<Outline>),
    ScaledOffset(Part<Outline>),
    Anchored(Part<Outline>),
}

#[derive(Serialize)]
#[serde(untagged)]
pub enum Outline {
    Contours(Vec<Contour>),
    /// For shapes that the original has its own way with: all contours in one.
    Text(String),
    /// Drawn with cubic curves, which `FontBox` does not know.
    Cubic {
        cubic: bool,
    },
}

pub fn glyphs(font: &FontRef, preflight: &Preflight) -> Result<Vec<Part<Glyph>>, Rejection> {
    font.glyf().map_err(rejection)?;
    let outlines = font.outline_glyphs();
    let glyph = |id| {
        let shape = preflight.shape(id).map_err(Rejection::new)?;
        let outline = part(|| outline(&outlines, id, shape));
        Ok(match shape {
            Shape::Simple => Glyph::Simple(outline),
            Shape::Composite => Glyph::Composite(outline),
            Shape::Transformed => Glyph::Transformed(outline),
            Shape::Shifted => Glyph::Shifted(outline),
            Shape::ScaledOffset => Glyph::ScaledOffset(outline),
            Shape::Anchored => Glyph::Anchored(outline),
        })
    };
    Ok((0..observed_glyphs(font)?)
        .map(|id| part(|| glyph(id)))
        .collect())
}

fn outline(
    outlines: &OutlineGlyphCollection,
    glyph: u16,
    shape: Shape,
) -> Result<Outline, Rejection> {
    let mut pen = Normaliser::default();
    outlines
        .get(GlyphId::from(glyph))
        .or_reject("malformed")?
        .draw(
            DrawSettings::unhinted(Size::unscaled(), LocationRef::default()),
            &mut pen,
        )
        .or_reject("malformed")?;
    Ok(match pen.into_contours() {
        None => Outline::Cubic { cubic: true },
        Some(contours) if shape.is_drawn_alike() => Outline::Contours(contours),
        Some(contours) => Outline::Text(outline::text(&contours)),
    })
}

fn observed_glyphs(font: &FontRef) -> Result<u16, Rejection> {
    let maxp = font.maxp().map_err(rejection)?;
    Ok(maxp.num_glyphs().min(GLYPHS_MAX))
}
