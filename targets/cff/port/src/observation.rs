//! What read-fonts makes of a font. `Observation.java` says what the fields are.

use lockstep_port::{OrReject, Part, Rejection, part};
use read_fonts::ps::cff::{CffFontRef, Metadata, Subfont};
use read_fonts::types::{Fixed, GlyphId};
use serde::Serialize;

use crate::charstring::{self, Shape};
use crate::form::Form;
use crate::outline::{self, Contour, Normaliser};

const GLYPHS_MAX: u32 = 1024;

#[derive(Serialize)]
pub struct Observation {
    name: Option<String>,
    top: Part<Top>,
    counts: [u32; 3],
    widths: Widths,
    charset: Vec<Option<String>>,
    encoding: Vec<u32>,
    glyphs: Vec<Part<Glyph>>,
}

#[derive(Serialize)]
struct Top {
    version: Option<String>,
    notice: Option<String>,
    copyright: Option<String>,
    full_name: Option<String>,
    family_name: Option<String>,
    weight: Option<String>,
    is_fixed_pitch: bool,
    italic_angle: f64,
    underline_position: f64,
    underline_thickness: f64,
    bbox: [f64; 4],
}

#[derive(Serialize)]
struct Widths {
    default_width: f64,
    nominal_width: f64,
}

/// A glyph, under the word for what it is made of.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Glyph {
    Plain(Part<Drawn>),
    Fractional(Part<Drawn>),
    Divided(Part<Drawn>),
    Computed(Part<Drawn>),
    Accented(Part<Drawn>),
}

#[derive(Serialize)]
struct Drawn {
    advance: i32,
    contours: Vec<Contour>,
    exact: Option<String>,
}

impl Observation {
    pub fn of(input: &[u8], form: &Form) -> Result<Self, Rejection> {
        let font = CffFontRef::new_cff(input, 0, None).or_reject("malformed")?;
        let metadata = font.metadata().or_reject("malformed")?;
        let subfont = font.subfont(0, &[]).or_reject("malformed")?;
        let subrs = form.subrs.len();
        let observed = font.num_glyphs().min(GLYPHS_MAX);
        Ok(Self {
            name: metadata.name().map(str::to_owned),
            top: part(|| Ok(Top::of(&metadata))),
            counts: [
                font.num_glyphs(),
                font.global_subrs().count(),
                u32::try_from(subrs).or_reject("malformed")?,
            ],
            widths: Widths {
                // 5176, table 23: the default is 0.
                default_width: subfont.default_width().unwrap_or_default().to_f64(),
                nominal_width: subfont.nominal_width().to_f64(),
            },
            charset: (0..observed)
                .map(|glyph| glyph_name(&font, GlyphId::new(glyph)))
                .collect(),
            encoding: encoding(&font),
            glyphs: form
                .charstrings
                .iter()
                .zip(0..observed)
                .map(|(charstring, glyph)| {
                    part(|| Glyph::of(&font, &subfont, form, charstring, GlyphId::new(glyph)))
                })
                .collect(),
        })
    }
}

impl Top {
    fn of(metadata: &Metadata) -> Self {
        let text = |text: Option<&str>| text.map(str::to_owned);
        let bbox = metadata.bbox();
        Self {
            version: text(metadata.version()),
            notice: text(metadata.notice()),
            copyright: text(metadata.copyright()),
            full_name: text(metadata.full_name()),
            family_name: text(metadata.family_name()),
            weight: text(metadata.weight()),
            is_fixed_pitch: metadata.is_fixed_pitch(),
            italic_angle: metadata.italic_angle().to_f64(),
            underline_position: metadata.underline_position().to_f64(),
            underline_thickness: metadata.underline_thickness().to_f64(),
            bbox: [bbox.x_min, bbox.y_min, bbox.x_max, bbox.y_max].map(Fixed::to_f64),
        }
    }
}

/// Names are ISO 8859-1 for `FontBox`, and bytes here.
fn glyph_name(font: &CffFontRef, glyph: GlyphId) -> Option<String> {
    let name = font.string(font.charset()?.string_id(glyph)?)?;
    Some(name.iter().copied().map(char::from).collect())
}

fn encoding(font: &CffFontRef) -> Vec<u32> {
    let encoding = font.encoding();
    let glyph = |code| {
        let glyph = encoding.as_ref()?.map(code)?.to_u32();
        (glyph < font.num_glyphs()).then_some(glyph)
    };
    (0..=u8::MAX).map(|code| glyph(code).unwrap_or(0)).collect()
}

impl Glyph {
    fn of(
        font: &CffFontRef,
        subfont: &Subfont,
        form: &Form,
        charstring: &[u8],
        glyph: GlyphId,
    ) -> Result<Self, Rejection> {
        let shape = charstring::shape(form, charstring).map_err(Rejection::new)?;
        let drawn = part(|| Drawn::of(font, subfont, glyph, shape));
        Ok(match shape {
            Shape::Plain => Self::Plain(drawn),
            Shape::Fractional => Self::Fractional(drawn),
            Shape::Divided => Self::Divided(drawn),
            Shape::Computed => Self::Computed(drawn),
            Shape::Accented => Self::Accented(drawn),
        })
    }
}

impl Drawn {
    #[allow(clippy::cast_possible_truncation)] // towards zero, as FontBox does
    fn of(
        font: &CffFontRef,
        subfont: &Subfont,
        glyph: GlyphId,
        shape: Shape,
    ) -> Result<Self, Rejection> {
        let mut sink = Normaliser::default();
        let advance = font
            .evaluate_charstring(subfont, glyph, &[], &mut sink)
            .or_reject("malformed")?
            .unwrap_or_default();
        let mut contours = sink.into_contours();
        if shape == Shape::Accented {
            // 5177 does not say whether the letter or its accent comes first.
            contours.sort_by_cached_key(|contour| outline::text(std::slice::from_ref(contour)));
        }
        Ok(Self {
            advance: advance.to_f64() as i32,
            exact: (shape == Shape::Fractional).then(|| outline::text(&contours)),
            contours,
        })
    }
}
