//! Follows a glyph and its components through the bytes: what they are made of, how much work they are, and how far out
//! their points may lie.

use super::numbers::Numbers;
use super::{ILL_FORMED, ReservedBits};

const COMPONENTS_MAX: u32 = 64;
const DEPTH_MAX: u32 = 6;
const POINTS_MAX: usize = 1024;

/// Coordinates have 16 bits.
const REACH_MAX: f64 = 32767.0;

const X_SHORT: u8 = 0x02;
const Y_SHORT: u8 = 0x04;
const REPEAT: u8 = 0x08;
const X_SAME_OR_POSITIVE: u8 = 0x10;
const Y_SAME_OR_POSITIVE: u8 = 0x20;

const WORDS: u16 = 0x0001;
const XY_VALUES: u16 = 0x0002;
const SCALE: u16 = 0x0008;
const MORE_COMPONENTS: u16 = 0x0020;
const INSTRUCTIONS: u16 = 0x0100;
const SCALE_XY: u16 = 0x0040;
const MATRIX: u16 = 0x0080;
const SCALED_OFFSET: u16 = 0x0800;
const UNSCALED_OFFSET: u16 = 0x1000;
/// In `OpenType` 1.9.1; a newer edition has a meaning for it.
const RESERVED_FLAG: u16 = 0x2000;
const RESERVED_POINT_FLAG: u8 = 0x80;
const ONE: f64 = 16384.0;

/// What a glyph is made of; of several that hold, the last one counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// Points of its own, or none.
    Simple,
    /// Points of its own, and the left side bearing is not the left end of the bounding box.
    Moved,
    /// Other glyphs, moved at most.
    Composite,
    /// Other glyphs, some of them scaled or turned.
    Transformed,
    /// Other glyphs, and somewhere the left side bearing is not the left end of the bounding box.
    Shifted,
    /// Other glyphs, moved by an offset that is scaled as they are.
    ScaledOffset,
    /// Other glyphs, placed by a point of theirs on a point of the whole.
    Anchored,
}

/// What the glyphs of a font hang on.
pub struct Tables {
    pub num_glyphs: u16,
    /// How deep components may nest.
    pub depth_max: u32,
    pub long_offsets: bool,
    pub loca: u64,
    pub glyf: u64,
    /// Where `glyf` ends.
    pub glyf_end: u64,
    pub hmtx: u64,
    pub long_metrics: u16,
    pub reserved_bits: ReservedBits,
}

/// What shape a glyph has, or why its outline is not asked for.
pub fn shape(numbers: Numbers, tables: &Tables, glyph: u16) -> Result<Shape, &'static str> {
    let mut walk = Walk {
        numbers,
        tables,
        components: 0,
        points: 0,
        shape: Shape::Simple,
        farthest: 0.0,
    };
    walk.reach(glyph, 0)?;
    if walk.farthest > REACH_MAX {
        return Err("out_of_range");
    }
    Ok(walk.shape)
}

struct Walk<'a> {
    numbers: Numbers<'a>,
    tables: &'a Tables,
    components: u32,
    points: usize,
    shape: Shape,
    farthest: f64,
}

impl Walk<'_> {
    fn at_least(&mut self, other: Shape) {
        self.shape = self.shape.max(other);
    }

    /// Follows the components of a glyph, and says how far from zero its coordinates may lie, in font units, at most; or
    /// why it is not asked for.
    fn reach(&mut self, glyph: u16, depth: u32) -> Result<f64, &'static str> {
        let tables = self.tables;
        if glyph >= tables.num_glyphs {
            return Err(ILL_FORMED);
        }
        if depth > tables.depth_max {
            return Err("too_deep");
        }
        self.components += 1;
        if self.components > COMPONENTS_MAX || depth > DEPTH_MAX {
            return Err("too_complex");
        }
        let at = tables.glyf + self.offset_of(u64::from(glyph));
        let end = tables.glyf + self.offset_of(u64::from(glyph) + 1);
        if at == end {
            if depth > 0 && self.left_side_bearing(glyph) != 0 {
                self.at_least(Shape::Shifted); // if the whole takes its metrics from it
            }
            return Ok(0.0);
        }
        if at + 10 > end || end > tables.glyf_end {
            return Err(ILL_FORMED);
        }
        let contours = self.numbers.i16(at);
        let shift = i32::from(self.numbers.i16(at + 2)) - i32::from(self.left_side_bearing(glyph));
        if (depth > 0 || contours < 0) && shift != 0 {
            self.at_least(Shape::Shifted);
        } else if contours > 0 && shift != 0 {
            self.at_least(Shape::Moved);
        }
        let reach = match u64::try_from(contours) {
            Ok(contours) => self.of_points(at + 10, end, contours),
            Err(_) => self.of_components(at + 10, end, depth),
        };
        let reach = reach? + f64::from(shift.abs());
        self.farthest = self.farthest.max(reach);
        Ok(reach)
    }

    fn of_components(&mut self, mut at: u64, end: u64, depth: u32) -> Result<f64, &'static str> {
        self.at_least(Shape::Composite);
        let numbers = self.numbers;
        let mut most = 0.0_f64;
        loop {
            if at + 4 > end {
                return Err(ILL_FORMED);
            }
            let (Some(flags), Some(child)) = (numbers.u16(at), numbers.u16(at + 2)) else {
                return Err(ILL_FORMED);
            };
            if flags & RESERVED_FLAG != 0 && self.tables.reserved_bits == ReservedBits::Barred {
                return Err("reserved_bits");
            }
            let offset_bytes = if flags & WORDS != 0 { 4 } else { 2 };
            if at + 4 + offset_bytes + 2 * u64::from(factors(flags)) > end {
                return Err(ILL_FORMED);
            }
            let reach = self.reach(child, depth + 1)?;
            let offset = if flags & WORDS != 0 {
                let offset = [numbers.i16(at + 4), numbers.i16(at + 6)];
                at += 8;
                offset
            } else {
                let offset = [numbers.i8(at + 4), numbers.i8(at + 5)];
                at += 6;
                offset.map(i16::from)
            };
            let factors = factors(flags);
            let mut scale = if factors == 0 { 1.0 } else { 0.0 };
            for _ in 0..factors {
                scale += f64::from(numbers.i16(at)).abs() / ONE;
                at += 2;
            }
            if flags & XY_VALUES == 0 {
                self.at_least(Shape::Anchored);
                most += scale * reach;
            } else {
                if factors > 0 {
                    let scaled = flags & (SCALED_OFFSET | UNSCALED_OFFSET) == SCALED_OFFSET;
                    self.at_least(if scaled {
                        Shape::ScaledOffset
                    } else {
                        Shape::Transformed
                    });
                }
                let [x, y] = offset.map(|offset| f64::from(offset).abs());
                most = most.max(scale * reach + (2.0 * scale).max(1.0) * x.max(y));
            }
            if flags & MORE_COMPONENTS == 0 {
                let instructions = numbers.u16(at).map_or(u64::MAX, u64::from);
                let cut = flags & INSTRUCTIONS != 0
                    && (at + 2 > end || (at + 2).saturating_add(instructions) > end);
                return if cut { Err(ILL_FORMED) } else { Ok(most) };
            }
        }
    }

    fn of_points(&mut self, start: u64, end: u64, contours: u64) -> Result<f64, &'static str> {
        if contours == 0 {
            return Ok(0.0);
        }
        if !self.has_contours(start, end, contours) {
            return Err(ILL_FORMED);
        }
        let last = self.numbers.u16(start + 2 * (contours - 1));
        let count = last.map_or(0, |last| usize::from(last) + 1);
        self.points += count;
        if self.points > POINTS_MAX {
            return Err("too_complex");
        }
        let mut at = start + 2 * contours;
        at += 2 + u64::from(self.numbers.u16(at).unwrap_or(0));
        let mut flags = Vec::with_capacity(count);
        while flags.len() < count {
            let flag = self.numbers.i8(at).cast_unsigned();
            if at + 1 > end || flag & REPEAT != 0 && at + 2 > end {
                return Err(ILL_FORMED);
            }
            at += 1;
            let mut repeats = 0;
            if flag & REPEAT != 0 {
                repeats = usize::from(self.numbers.u8(at).unwrap_or(0));
                at += 1;
            }
            if flag & RESERVED_POINT_FLAG != 0 && self.tables.reserved_bits == ReservedBits::Barred
            {
                return Err("reserved_bits");
            }
            if flags.len() + repeats + 1 > count {
                return Err(ILL_FORMED);
            }
            flags.resize(flags.len() + repeats + 1, flag);
        }
        let (x, at) = self.of_axis(at, &flags, X_SHORT, X_SAME_OR_POSITIVE);
        let (y, at) = self.of_axis(at, &flags, Y_SHORT, Y_SAME_OR_POSITIVE);
        if at > end {
            return Err(ILL_FORMED);
        }
        Ok(f64::from(x.max(y)))
    }

    /// Whether the ends of the contours ascend, and the instructions end before the glyph does.
    fn has_contours(&self, start: u64, end: u64, contours: u64) -> bool {
        let at = start + 2 * contours;
        let instructions = self.numbers.u16(at).unwrap_or(0);
        let contour_end = |contour| self.numbers.u16(start + 2 * contour);
        at + 2 <= end
            && at + 2 + u64::from(instructions) <= end
            && (1..contours).all(|contour| contour_end(contour) > contour_end(contour - 1))
    }

    /// Adds up one axis; the second number is where it ended.
    fn of_axis(&self, mut at: u64, flags: &[u8], short: u8, positive: u8) -> (i32, u64) {
        let mut most = 0;
        let mut sum = 0;
        for flag in flags {
            if flag & short != 0 {
                let delta = i32::from(self.numbers.u8(at).unwrap_or(0));
                at += 1;
                sum += if flag & positive != 0 { delta } else { -delta };
            } else if flag & positive == 0 {
                sum += i32::from(self.numbers.i16(at));
                at += 2;
            }
            most = most.max(sum.abs());
        }
        (most, at)
    }

    fn left_side_bearing(&self, glyph: u16) -> i16 {
        let long = u64::from(self.tables.long_metrics);
        let glyph = u64::from(glyph);
        let at = if glyph < long {
            4 * glyph + 2
        } else {
            4 * long + 2 * (glyph - long)
        };
        self.numbers.i16(self.tables.hmtx + at)
    }

    fn offset_of(&self, glyph: u64) -> u64 {
        if self.tables.long_offsets {
            u64::from(self.numbers.u32(self.tables.loca + 4 * glyph).unwrap_or(0))
        } else {
            2 * u64::from(self.numbers.u16(self.tables.loca + 2 * glyph).unwrap_or(0))
        }
    }
}

fn factors(flags: u16) -> u32 {
    if flags & SCALE != 0 {
        1
    } else if flags & SCALE_XY != 0 {
        2
    } else if flags & MATRIX != 0 {
        4
    } else {
        0
    }
}
