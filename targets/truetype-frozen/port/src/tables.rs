//! One function for each part of the observation. `Observation.java` says what the fields are.

use std::num::NonZeroU16;

use lockstep_fonts::outline::Normaliser;
use lockstep_fonts::truetype::observed::{
    self, CharacterMaps, ENCODING_WINDOWS_BMP, Glyph, HorizontalMetrics, LANGUAGE_WINDOWS_EN_US,
    NAME_IDS, Names, Table, glyphs_of_sample,
};
use lockstep_fonts::truetype::preflight::{GLYPHS_MAX, Preflight, Shape};
use lockstep_port::{OrReject, Part, Rejection};
use serde::Serialize;
use ttf_parser::head::IndexToLocationFormat;
use ttf_parser::{
    GlyphId, OutlineBuilder, PlatformId, RawFace, Tag, cmap, glyf, head, hhea, hmtx, loca, maxp,
    name, post,
};

lockstep_fonts::pen!(Pen: OutlineBuilder);

/// Each side has its own way with these.
const DRAWN_DIFFERENTLY: [Shape; 4] = [
    Shape::Moved,
    Shape::Shifted,
    Shape::ScaledOffset,
    Shape::Anchored,
];

/// A font of which the directory has been read.
pub struct Font<'a>(pub RawFace<'a>);

#[derive(Serialize)]
pub struct Head {
    units_per_em: u16,
    x_min: i16,
    y_min: i16,
    x_max: i16,
    y_max: i16,
    index_to_loc_format: u8,
}

#[derive(Serialize)]
pub struct MaximumProfile {
    num_glyphs: u16,
}

#[derive(Serialize)]
pub struct HorizontalHeader {
    ascender: i16,
    descender: i16,
    line_gap: i16,
    number_of_h_metrics: u16,
}

#[derive(Serialize)]
pub struct PostScript {
    italic_angle: f32,
    underline_position: i16,
    underline_thickness: i16,
    is_monospaced: bool,
    names: Vec<Option<String>>,
}

impl<'a> Font<'a> {
    /// The tables that lie in the file, in the order of the directory, as `Face::parse` takes them.
    fn tables(&self) -> impl Iterator<Item = (ttf_parser::TableRecord, &'a [u8])> {
        let data = self.0.data;
        self.0.table_records.into_iter().filter_map(move |record| {
            let start = usize::try_from(record.offset).ok()?;
            let end = start.checked_add(usize::try_from(record.length).ok()?)?;
            Some((record, data.get(start..end)?))
        })
    }

    /// One without any bytes counts as missing, but for `glyf`.
    fn table(&self, tag: [u8; 4]) -> Result<&'a [u8], Rejection> {
        let tag = Tag::from_bytes(&tag);
        self.tables()
            .find(|(record, _)| record.tag == tag)
            .map(|(_, data)| data)
            .filter(|data| !data.is_empty() || tag == Tag::from_bytes(b"glyf"))
            .or_reject("missing")
    }

    pub fn directory(&self) -> Vec<Table> {
        let table = |(record, data): (ttf_parser::TableRecord, &[u8])| {
            let offset = usize::try_from(record.offset).ok()?;
            Table::new(record.tag.to_bytes(), offset, data.len(), record.check_sum)
        };
        observed::sorted(self.tables().filter_map(table).collect())
    }

    pub fn head(&self) -> Result<Head, Rejection> {
        let head = head::Table::parse(self.table(*b"head")?).or_reject("malformed")?;
        Ok(Head {
            units_per_em: head.units_per_em,
            x_min: head.global_bbox.x_min,
            y_min: head.global_bbox.y_min,
            x_max: head.global_bbox.x_max,
            y_max: head.global_bbox.y_max,
            index_to_loc_format: match head.index_to_location_format {
                IndexToLocationFormat::Short => 0,
                IndexToLocationFormat::Long => 1,
            },
        })
    }

    pub fn maximum_profile(&self) -> Result<MaximumProfile, Rejection> {
        let maxp = maxp::Table::parse(self.table(*b"maxp")?).or_reject("malformed")?;
        Ok(MaximumProfile {
            num_glyphs: maxp.number_of_glyphs.get(),
        })
    }

    pub fn horizontal_header(&self) -> Result<HorizontalHeader, Rejection> {
        let hhea = hhea::Table::parse(self.table(*b"hhea")?).or_reject("malformed")?;
        Ok(HorizontalHeader {
            ascender: hhea.ascender,
            descender: hhea.descender,
            line_gap: hhea.line_gap,
            number_of_h_metrics: hhea.number_of_metrics,
        })
    }

    pub fn horizontal_metrics(
        &self,
        num_glyphs: NonZeroU16,
    ) -> Result<HorizontalMetrics, Rejection> {
        let data = self.table(*b"hmtx")?;
        let hhea = hhea::Table::parse(self.table(*b"hhea")?).or_reject("malformed")?;
        let hmtx =
            hmtx::Table::parse(hhea.number_of_metrics, num_glyphs, data).or_reject("malformed")?;
        let mut observed = HorizontalMetrics::default();
        for glyph in 0..num_glyphs.get().min(GLYPHS_MAX) {
            let advance = hmtx.advance(GlyphId(glyph)).or_reject("malformed")?;
            let bearing = hmtx.side_bearing(GlyphId(glyph)).or_reject("malformed")?;
            observed.advances.push(i32::from(advance));
            observed.left_side_bearings.push(i32::from(bearing));
        }
        Ok(observed)
    }

    pub fn character_maps(&self, preflight: &Preflight) -> Result<CharacterMaps, Rejection> {
        let cmap = cmap::Table::parse(self.table(*b"cmap")?).or_reject("malformed")?;
        Ok(CharacterMaps::new(|encoding| {
            let subtable = cmap.subtables.into_iter().find(|subtable| {
                subtable.platform_id == PlatformId::Windows && subtable.encoding_id == encoding
            });
            Ok(subtable.map(|subtable| {
                glyphs_of_sample(preflight.num_glyphs(), |code_point| {
                    Some(u32::from(subtable.glyph_index(code_point)?.0))
                })
            }))
        }))
    }

    pub fn names(&self, preflight: &Preflight) -> Result<Names, Rejection> {
        let table = name::Table::parse(self.table(*b"name")?).or_reject("malformed")?;
        // Of records that say the same thing twice, the last counts: neither library promises which.
        let text = |id| {
            let names = table.names.into_iter().filter(|name| {
                name.name_id == id
                    && name.platform_id == PlatformId::Windows
                    && name.encoding_id == ENCODING_WINDOWS_BMP
                    && name.language_id == LANGUAGE_WINDOWS_EN_US
            });
            names.last()?.to_string()
        };
        Ok(Names::new(
            preflight,
            NAME_IDS.into_iter().map(text).collect(),
        ))
    }

    pub fn post_script(&self) -> Result<PostScript, Rejection> {
        let post = post::Table::parse(self.table(*b"post")?).or_reject("malformed")?;
        Ok(PostScript {
            italic_angle: post.italic_angle,
            underline_position: post.underline_metrics.position,
            underline_thickness: post.underline_metrics.thickness,
            is_monospaced: post.is_monospaced,
            names: (0..GLYPHS_MAX)
                .map(|glyph| post.glyph_name(GlyphId(glyph)).map(str::to_owned))
                .collect(),
        })
    }

    fn loca(
        &self,
        preflight: &Preflight,
        num_glyphs: NonZeroU16,
    ) -> Result<loca::Table<'a>, Rejection> {
        let format = if preflight.has_long_offsets() {
            IndexToLocationFormat::Long
        } else {
            IndexToLocationFormat::Short
        };
        loca::Table::parse(num_glyphs, format, self.table(*b"loca")?).or_reject("malformed")
    }

    pub fn locations(
        &self,
        preflight: &Preflight,
        num_glyphs: NonZeroU16,
    ) -> Result<Vec<Option<u32>>, Rejection> {
        let loca = self.loca(preflight, num_glyphs)?;
        let offset = |index| match loca {
            loca::Table::Short(offsets) => offsets.get(index).map(|half| 2 * u32::from(half)),
            loca::Table::Long(offsets) => offsets.get(index),
        };
        Ok((0..=num_glyphs.get().min(GLYPHS_MAX)).map(offset).collect())
    }

    pub fn glyphs(
        &self,
        preflight: &Preflight,
        num_glyphs: NonZeroU16,
    ) -> Result<Vec<Part<Glyph>>, Rejection> {
        let data = self.table(*b"glyf")?;
        let loca = self.loca(preflight, num_glyphs)?;
        let glyf = glyf::Table::parse(loca, data).or_reject("malformed")?;
        Ok(observed::glyphs(preflight, &DRAWN_DIFFERENTLY, |glyph| {
            // It says nothing of a glyph without an outline, nor of one that it cannot read: what counts is what it drew.
            let mut pen = Pen(Normaliser::quadratic().from_anywhere());
            glyf.outline(GlyphId(glyph), &mut pen);
            Ok(pen.0.into_contours())
        }))
    }
}
