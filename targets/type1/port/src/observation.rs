//! What read-fonts makes of a font. `Observation.java` says what the fields are.

use lockstep_fonts::outline::{self, Contour};
use lockstep_port::{OrReject, Part, Rejection, part};
use read_fonts::ps::type1::Type1Font;
use read_fonts::types::{Fixed, GlyphId};
use serde::Serialize;

use crate::pen::Pen;
use crate::program::Program;
use crate::walk::{self, Shape};

const GLYPHS_MAX: usize = 1024;

#[derive(Serialize)]
pub struct Observation {
    values: Values,
    encoding: Vec<String>,
    names: Vec<String>,
    glyphs: Vec<Glyph>,
}

#[derive(Serialize)]
struct Values {
    name: Option<String>,
    full_name: Option<String>,
    family_name: Option<String>,
    weight: Option<String>,
    version: Option<String>,
    notice: Option<String>,
    italic_angle: f64,
    is_fixed_pitch: bool,
    underline_position: f64,
    underline_thickness: f64,
    bbox: [f64; 4],
}

/// A glyph, under the word for what it is made of; `Real` in a file that was given as it is.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Glyph {
    Plain(Part<Drawn>),
    Divided(Part<Drawn>),
    Flexed(Part<Drawn>),
    Hinted(Part<Drawn>),
    Accented(Part<Drawn>),
    Real(Part<Drawn>),
    Barred(Part<Drawn>),
}

#[derive(Serialize)]
struct Drawn {
    advance: i32,
    contours: Vec<Contour>,
}

impl Observation {
    pub fn of(file: &[u8], program: Option<&Program>) -> Result<Self, Rejection> {
        let font = Type1Font::new(file).or_reject("malformed")?;
        let mut glyphs: Vec<(String, GlyphId)> = font
            .glyph_names()
            .map(|(glyph, name)| (name.to_owned(), glyph))
            .collect();
        glyphs.sort();
        Ok(Self {
            values: Values::of(&font),
            encoding: encoding(&font, &glyphs),
            names: glyphs.iter().map(|(name, _)| name.clone()).collect(),
            glyphs: glyphs
                .iter()
                .take(GLYPHS_MAX)
                .map(|(name, glyph)| Glyph::of(&font, program, name, *glyph))
                .collect(),
        })
    }
}

impl Values {
    fn of(font: &Type1Font) -> Self {
        // FontBox says an empty text where there is none.
        let text = |text: Option<&str>| text.filter(|text| !text.is_empty()).map(str::to_owned);
        let bbox = font.bbox();
        Self {
            name: text(font.name()),
            full_name: text(font.full_name()),
            family_name: text(font.family_name()),
            weight: text(font.weight()),
            version: text(font.version()),
            notice: text(font.notice()),
            italic_angle: f64::from(font.italic_angle()),
            is_fixed_pitch: font.is_fixed_pitch(),
            underline_position: f64::from(font.underline_position()),
            underline_thickness: f64::from(font.underline_thickness()),
            bbox: [bbox.x_min, bbox.y_min, bbox.x_max, bbox.y_max].map(Fixed::to_f64),
        }
    }
}

/// A name that is no glyph's counts as none, as on the original's side.
fn encoding(font: &Type1Font, glyphs: &[(String, GlyphId)]) -> Vec<String> {
    let encoding = font.encoding();
    let has = |name: &str| {
        glyphs
            .binary_search_by(|(glyph, _)| glyph.as_str().cmp(name))
            .is_ok()
    };
    let name = |code| encoding.as_ref()?.glyph_name(code).filter(|name| has(name));
    (0..=u8::MAX)
        .map(|code| name(code).unwrap_or(".notdef").to_owned())
        .collect()
}

impl Glyph {
    fn of(font: &Type1Font, program: Option<&Program>, name: &str, glyph: GlyphId) -> Self {
        let Some(program) = program else {
            return Self::Real(part(|| Drawn::of(font, glyph, false)));
        };
        let shape = match walk::shape(program, name) {
            Ok(shape) => shape,
            Err(bar) => return Self::Barred(Part::Rejected(Rejection::new(bar))),
        };
        let drawn = part(|| Drawn::of(font, glyph, shape == Shape::Accented));
        match shape {
            Shape::Plain => Self::Plain(drawn),
            Shape::Divided => Self::Divided(drawn),
            Shape::Flexed => Self::Flexed(drawn),
            Shape::Hinted => Self::Hinted(drawn),
            Shape::Accented => Self::Accented(drawn),
        }
    }
}

impl Drawn {
    #[allow(clippy::cast_possible_truncation)] // towards zero, as FontBox does
    fn of(font: &Type1Font, glyph: GlyphId, accented: bool) -> Result<Self, Rejection> {
        let mut sink = Pen::new();
        let advance = font
            .evaluate_charstring(glyph, &mut sink)
            .or_reject("malformed")?
            .unwrap_or_default();
        let mut contours = sink.0.into_contours().or_reject("quadratic")?;
        if accented {
            // The format does not say whether the letter or its accent comes first.
            contours.sort_by_cached_key(|contour| outline::text(std::slice::from_ref(contour)));
        }
        Ok(Self {
            advance: advance.to_f64() as i32,
            contours,
        })
    }
}
