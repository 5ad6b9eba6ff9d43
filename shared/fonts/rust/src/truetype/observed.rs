//! The parts of an observation that are the same for every library: `Observed.java`, `FontBoxFont.java`.

use lockstep_port::{Bytes, Part, Rejection, part};
use serde::Serialize;

use super::preflight::{GLYPHS_MAX, Preflight, Shape};
use crate::outline::{self, Contour};

/// What is asked for of the platform `WINDOWS`: its Unicode characters of 16 bits.
pub const ENCODING_WINDOWS_BMP: u16 = 1;

/// All of its Unicode characters.
pub const ENCODING_WINDOWS_FULL: u16 = 10;

/// The platform of the names and character maps that are observed.
pub const PLATFORM_WINDOWS: u16 = 3;

/// English (United States), the language of the names that are observed.
pub const LANGUAGE_WINDOWS_EN_US: u16 = 0x0409;

/// The names that are observed: family, subfamily, full name, name for `PostScript`.
pub const NAME_IDS: [u16; 4] = [1, 2, 4, 6];

/// The code points that every character map is asked for: `CodePoints.java`.
const CODE_POINTS: [u32; 41] = [
    0x00, 0x0D, 0x1F, 0x20, 0x21, 0x2D, 0x30, 0x31, 0x39, 0x40, 0x41, 0x42, 0x43, 0x5A, 0x61, 0x62,
    0x63, 0x7A, 0x7E, 0x7F, 0xA0, 0xC4, 0xDF, 0xE4, 0xFF, 0x100, 0x3A9, 0x20AC, 0x4E00, 0xD7FF,
    0xE000, 0xF020, 0xF041, 0xFB01, 0xFFF0, 0xFFFD, 0xFFFE, 0xFFFF, 0x10000, 0x1F600, 0x10_FFFF,
];

/// A 16.16 number as the nearest float, which is what `FontBox` keeps.
#[must_use]
#[allow(clippy::cast_possible_truncation)]
pub fn fixed(bits: i32) -> f32 {
    (f64::from(bits) / 65536.0) as f32
}

/// The tables that can be looked up.
#[derive(Serialize)]
pub struct Directory {
    version: f32,
    tables: Vec<Table>,
}

/// One table.
#[derive(Serialize, PartialEq, Eq, PartialOrd, Ord)]
pub struct Table {
    tag: String,
    place: String,
}

impl Table {
    /// A table as the directory has it; `None` for one without any bytes, which counts as missing, but for `glyf`: a font of
    /// empty glyphs.
    #[must_use]
    pub fn new(tag: [u8; 4], offset: usize, length: usize, checksum: u32) -> Option<Self> {
        (length > 0 || &tag == b"glyf").then(|| Self {
            tag: tag.map(char::from).iter().collect(),
            place: format!("{offset:x}+{length:x} {checksum:x}"),
        })
    }
}

/// Tables in the order of their tags.
#[must_use]
pub fn sorted(mut tables: Vec<Table>) -> Vec<Table> {
    tables.sort_unstable();
    tables.dedup_by(|a, b| a.tag == b.tag);
    tables
}

impl Directory {
    /// Takes the tables in any order.
    #[must_use]
    pub fn new(version: u32, tables: Vec<Table>) -> Self {
        Self {
            version: fixed(version.cast_signed()),
            tables: sorted(tables),
        }
    }
}

/// Of the first glyphs, in font units.
#[derive(Serialize, Default)]
pub struct HorizontalMetrics {
    /// How far to move on.
    pub advances: Vec<i32>,
    /// How far the outline begins from where the glyph does.
    pub left_side_bearings: Vec<i32>,
}

/// The glyph ids of a sample of code points, 0 for none; null if there is no such map.
#[derive(Serialize)]
pub struct CharacterMaps {
    full: Part<Option<Vec<u32>>>,
    bmp: Part<Option<Vec<u32>>>,
}

impl CharacterMaps {
    /// Asks for the map of each encoding of the platform `WINDOWS`.
    pub fn new(sample: impl Fn(u16) -> Result<Option<Vec<u32>>, Rejection>) -> Self {
        Self {
            full: part(|| sample(ENCODING_WINDOWS_FULL)),
            bmp: part(|| sample(ENCODING_WINDOWS_BMP)),
        }
    }
}

/// No glyph, a glyph that the font does not have, and glyph 0 all mean that there is nothing to draw.
pub fn glyphs_of_sample(num_glyphs: u16, map: impl Fn(u32) -> Option<u32>) -> Vec<u32> {
    let known = |code_point| map(code_point).filter(|&glyph| glyph < u32::from(num_glyphs));
    CODE_POINTS
        .iter()
        .map(|&code_point| known(code_point).unwrap_or(0))
        .collect()
}

/// The four names, or all of them in one where the texts do not start right behind the records.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Names {
    /// Null where there is no such record.
    Texts(Vec<Option<String>>),
    /// All in one.
    Elsewhere {
        /// One below the other.
        relocated: Bytes<Vec<u8>>,
    },
}

impl Names {
    /// Of a font with such names.
    #[must_use]
    pub fn new(preflight: &Preflight, texts: Vec<Option<String>>) -> Self {
        if preflight.has_usual_name_storage() {
            return Self::Texts(texts);
        }
        let mut all = String::new();
        for text in texts {
            all.push_str(text.as_deref().unwrap_or("null"));
            all.push('\n');
        }
        Self::Elsewhere {
            relocated: Bytes(all.into_bytes()),
        }
    }
}

/// An outline, under the word for what it is made from.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // `Shape` has them
pub enum Glyph {
    Simple(Part<Outline>),
    Moved(Part<Outline>),
    Composite(Part<Outline>),
    Transformed(Part<Outline>),
    Shifted(Part<Outline>),
    ScaledOffset(Part<Outline>),
    Anchored(Part<Outline>),
}

/// What was drawn.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Outline {
    /// Contour by contour.
    Contours(Vec<Contour>),
    /// For shapes that the two sides draw in different ways, known and judged: all contours in one.
    Text(String),
    /// Drawn with cubic curves, which the format does not know.
    Cubic {
        /// Always true.
        cubic: bool,
    },
}

/// The outlines of the first glyphs.
///
/// `as_text` are the shapes that the two sides draw in different ways, and `draw` draws a glyph; `None` says that it took cubic
/// curves.
pub fn glyphs(
    preflight: &Preflight,
    as_text: &[Shape],
    draw: impl Fn(u16) -> Result<Option<Vec<Contour>>, Rejection>,
) -> Vec<Part<Glyph>> {
    let outline = |glyph, shape| {
        Ok(match draw(glyph)? {
            None => Outline::Cubic { cubic: true },
            Some(contours) if as_text.contains(&shape) => Outline::Text(outline::text(&contours)),
            Some(contours) => Outline::Contours(contours),
        })
    };
    let one = |glyph| {
        let shape = preflight.shape(glyph).map_err(Rejection::new)?;
        let outline = part(|| outline(glyph, shape));
        Ok(match shape {
            Shape::Simple => Glyph::Simple(outline),
            Shape::Moved => Glyph::Moved(outline),
            Shape::Composite => Glyph::Composite(outline),
            Shape::Transformed => Glyph::Transformed(outline),
            Shape::Shifted => Glyph::Shifted(outline),
            Shape::ScaledOffset => Glyph::ScaledOffset(outline),
            Shape::Anchored => Glyph::Anchored(outline),
        })
    };
    (0..preflight.num_glyphs().min(GLYPHS_MAX))
        .map(|glyph| part(|| one(glyph)))
        .collect()
}
