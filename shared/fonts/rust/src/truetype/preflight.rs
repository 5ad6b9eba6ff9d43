//! Says which parts of a font are asked for at all, from the bytes alone and by the same rules as the original's adapters
//! (`Preflight.java`, where the reasons are). A part that is barred is rejected with its bar as the kind, on both sides.

mod character_map_size;
mod glyph_reach;
mod numbers;
mod table_form;

pub use glyph_reach::Shape;
use glyph_reach::Tables;
pub use numbers::Numbers;

/// Glyphs, names and metrics beyond these are not observed.
pub const GLYPHS_MAX: u16 = 16;

const VERSION_1: u32 = 0x0001_0000;
const APPLE_TRUE: u32 = tag(*b"true");

const CMAP: u32 = tag(*b"cmap");
const GLYF: u32 = tag(*b"glyf");
const HEAD: u32 = tag(*b"head");
const HHEA: u32 = tag(*b"hhea");
const HMTX: u32 = tag(*b"hmtx");
const LOCA: u32 = tag(*b"loca");
const MAXP: u32 = tag(*b"maxp");
const NAME: u32 = tag(*b"name");
const POST: u32 = tag(*b"post");

/// Of what does not hold what it says, or not in the order that it has to have.
const ILL_FORMED: &str = "ill_formed";

const HEADER_BYTES: u64 = 12;
const RECORD_BYTES: u64 = 16;
const HEAD_BYTES: u64 = 54;
const HHEA_BYTES: u64 = 36;
const MAXP_BYTES: u64 = 32;
const MAXP_BYTES_BEFORE_VERSION_1: u64 = 6;

const fn tag(text: [u8; 4]) -> u32 {
    u32::from_be_bytes(text)
}

/// Whether this is a TrueType font by its first four bytes: version 1.0, or Apple's `true`.
#[must_use]
pub fn is_true_type(input: Numbers) -> bool {
    // Too short to say is a matter for the directory.
    input
        .u32(0)
        .is_none_or(|version| version == VERSION_1 || version == APPLE_TRUE)
}

/// Whether the table directory is as long as it says.
#[must_use]
pub fn has_whole_directory(input: Numbers) -> bool {
    input
        .u16(4)
        .is_some_and(|count| HEADER_BYTES + RECORD_BYTES * u64::from(count) <= input.len())
}

/// Whether every table has a name and a place of its own.
#[must_use]
pub fn has_tables(input: Numbers) -> bool {
    !has_duplicate_tags(input) && records(input).all(|(_, place)| place.offset != 0)
}

/// Tables that are not there, or have no bytes, are asked for: both sides know what to say.
fn bar_if(table: Place, ill_formed: bool) -> Option<&'static str> {
    (table.length > 0 && ill_formed).then_some(ILL_FORMED)
}

/// Whether two tables have the same tag, so that it is anyone's guess which is meant.
fn has_duplicate_tags(input: Numbers) -> bool {
    let mut tags: Vec<u32> = records(input).map(|(tag, _)| tag).collect();
    if tags.is_sorted_by(|a, b| a < b) {
        return false;
    }
    tags.sort_unstable();
    tags.windows(2).any(|pair| pair[0] == pair[1])
}

/// What becomes of glyphs with bit 13 of a component's flags or bit 7 of a point's: reserved in `OpenType` 1.9.1, with a meaning
/// in ISO/IEC 14496-22:2026.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum ReservedBits {
    /// Their outlines are not asked for: the library reads them by the newer edition.
    Barred,
    /// They are drawn like the others: neither side knows the newer edition.
    PassedOver,
}

/// Where a table lies, in bytes.
#[derive(Clone, Copy, Default)]
struct Place {
    offset: u64,
    length: u64,
}

/// The tables with their tags.
fn records(input: Numbers<'_>) -> impl Iterator<Item = (u32, Place)> + '_ {
    let count = u64::from(input.u16(4).unwrap_or(0));
    (0..count).filter_map(move |index| {
        let record = HEADER_BYTES + RECORD_BYTES * index;
        let place = Place {
            offset: u64::from(input.u32(record + 8)?),
            length: u64::from(input.u32(record + 12)?),
        };
        Some((input.u32(record)?, place))
    })
}

/// Which parts are asked for.
#[allow(clippy::struct_excessive_bools)] // five tables, each whole or not
pub struct Preflight<'a> {
    input: Numbers<'a>,
    cmap: Option<Place>,
    head: Place,
    hhea: Place,
    hmtx: Place,
    loca: Place,
    maxp: Place,
    name: Place,
    post: Place,
    glyphs: Tables,
    maxp_whole: bool,
    /// Whole, and of a version that fonts with outlines in `glyf` have.
    maxp_for_outlines: bool,
    head_whole: bool,
    hhea_whole: bool,
    hmtx_whole: bool,
    loca_whole: bool,
}

impl<'a> Preflight<'a> {
    /// Looks at a font that has a whole directory.
    #[must_use]
    pub fn new(input: Numbers<'a>, reserved_bits: ReservedBits) -> Self {
        let mut cmap = None;
        let mut glyf = Place::default();
        let mut head = Place::default();
        let mut hhea = Place::default();
        let mut hmtx = Place::default();
        let mut loca = Place::default();
        let mut maxp = Place::default();
        let mut name = Place::default();
        let mut post = Place::default();
        for (tag, place) in records(input) {
            if place.offset + place.length > input.len() {
                continue;
            }
            match tag {
                CMAP => cmap = Some(place),
                GLYF => glyf = place,
                HEAD => head = place,
                HHEA => hhea = place,
                HMTX => hmtx = place,
                LOCA => loca = place,
                MAXP => maxp = place,
                NAME => name = place,
                POST => post = place,
                _ => {}
            }
        }

        let number = |at| input.u16(at).unwrap_or(0);
        let maxp_version = input.u32(maxp.offset);
        let before_version_1 = maxp_version.is_some_and(|version| version < VERSION_1);
        let maxp_whole = maxp.length >= MAXP_BYTES
            || maxp.length >= MAXP_BYTES_BEFORE_VERSION_1 && before_version_1;
        let num_glyphs = if maxp_whole {
            number(maxp.offset + 4)
        } else {
            0
        };

        let head_whole = head.length >= HEAD_BYTES;
        let format = number(head.offset + 50);
        let entry = if format == 1 { 4 } else { 2 };
        let loca_whole = maxp_whole
            && head_whole
            && format <= 1
            && loca.length % entry == 0
            && loca.length >= (u64::from(num_glyphs) + 1) * entry;

        let hhea_whole = hhea.length >= HHEA_BYTES;
        let long_metrics = number(hhea.offset + 34);
        let short_metrics = num_glyphs.saturating_sub(long_metrics);
        let hmtx_whole = maxp_whole
            && hhea_whole
            && long_metrics > 0
            && hmtx.length >= 4 * u64::from(long_metrics) + 2 * u64::from(short_metrics);

        Self {
            input,
            cmap,
            head,
            hhea,
            hmtx,
            loca,
            maxp,
            name,
            post,
            glyphs: Tables {
                num_glyphs,
                depth_max: u32::from(number(maxp.offset + 30).max(1)),
                long_offsets: format == 1,
                loca: loca.offset,
                glyf: glyf.offset,
                glyf_end: glyf.offset + glyf.length,
                hmtx: hmtx.offset,
                long_metrics,
                reserved_bits,
            },
            maxp_whole,
            maxp_for_outlines: maxp_whole && maxp_version == Some(VERSION_1),
            head_whole,
            hhea_whole,
            hmtx_whole,
            loca_whole,
        }
    }

    /// How many glyphs the font says it has.
    #[must_use]
    pub fn num_glyphs(&self) -> u16 {
        self.glyphs.num_glyphs
    }

    /// Whether `loca` has offsets of 32 bits.
    #[must_use]
    pub fn has_long_offsets(&self) -> bool {
        self.glyphs.long_offsets
    }

    /// Whether the texts of `name` start right behind its records, as they nearly always do.
    #[must_use]
    pub fn has_usual_name_storage(&self) -> bool {
        let number = |at| self.input.u16(self.name.offset + at).unwrap_or(0);
        self.name.length == 0 || u32::from(number(4)) == 6 + 12 * u32::from(number(2))
    }

    /// Why `hmtx` is not asked for.
    #[must_use]
    pub fn metrics_bar(&self) -> Option<&'static str> {
        if !self.maxp_whole {
            Some("needs_maxp")
        } else if !self.hhea_whole {
            Some("needs_hhea")
        } else {
            bar_if(self.hmtx, !self.hmtx_whole)
        }
    }

    /// Why `head` is not asked for.
    #[must_use]
    pub fn head_bar(&self) -> Option<&'static str> {
        bar_if(self.head, !self.head_whole)
    }

    /// Why `maxp` is not asked for.
    #[must_use]
    pub fn maxp_bar(&self) -> Option<&'static str> {
        bar_if(self.maxp, !self.maxp_whole)
    }

    /// Why `hhea` is not asked for.
    #[must_use]
    pub fn hhea_bar(&self) -> Option<&'static str> {
        bar_if(self.hhea, !self.hhea_whole)
    }

    /// Why `name` is not asked for.
    #[must_use]
    pub fn name_bar(&self) -> Option<&'static str> {
        bar_if(self.name, !table_form::is_whole_name(self.input, self.name))
    }

    /// Why `post` is not asked for.
    #[must_use]
    pub fn post_bar(&self) -> Option<&'static str> {
        let glyphs = self.maxp_whole.then_some(self.glyphs.num_glyphs);
        bar_if(
            self.post,
            !table_form::is_whole_post(self.input, self.post, glyphs),
        )
    }

    /// Why `loca` is not asked for.
    #[must_use]
    pub fn locations_bar(&self) -> Option<&'static str> {
        if !self.maxp_whole {
            Some("needs_maxp")
        } else if !self.head_whole {
            Some("needs_head")
        } else {
            bar_if(self.loca, !self.loca_whole)
        }
    }

    /// Why `cmap` is not asked for.
    #[must_use]
    pub fn character_maps_bar(&self) -> Option<&'static str> {
        if !self.maxp_whole {
            return Some("needs_maxp");
        }
        let cmap = self.cmap.unwrap_or_default();
        if bar_if(
            cmap,
            !table_form::is_whole_character_maps(self.input, cmap, self.glyphs.num_glyphs),
        )
        .is_some()
        {
            return Some(ILL_FORMED);
        }
        let too_large = self.cmap.is_some_and(|cmap| {
            character_map_size::is_too_large(self.input, cmap.offset, self.glyphs.num_glyphs)
        });
        too_large.then_some("too_large")
    }

    /// Why no glyph is asked for.
    #[must_use]
    pub fn glyphs_bar(&self) -> Option<&'static str> {
        if !self.maxp_for_outlines {
            Some("needs_maxp")
        } else if !self.head_whole {
            Some("needs_head")
        } else if !self.hmtx_whole {
            Some("needs_hmtx")
        } else if !self.loca_whole {
            Some("needs_loca")
        } else {
            None
        }
    }

    /// What shape a glyph has; only where [`Self::glyphs_bar`] is `None`.
    ///
    /// # Errors
    ///
    /// Why its outline is not asked for.
    pub fn shape(&self, glyph: u16) -> Result<Shape, &'static str> {
        glyph_reach::shape(self.input, &self.glyphs, glyph)
    }
}
