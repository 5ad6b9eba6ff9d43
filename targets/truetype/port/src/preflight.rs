//! Says which parts of a font are asked for at all, from the bytes alone and by the same rules as the original's adapter
//! (`Preflight.java`, where the reasons are).

/// Glyphs, names and metrics beyond these are not observed.
pub const GLYPHS_MAX: u16 = 16;

const CODE_POINTS_MAX: u64 = 4096;
const COMPONENTS_MAX: u32 = 64;
const DEPTH_MAX: u32 = 6;
const POINTS_MAX: u32 = 1024;

const HEADER_BYTES: u64 = 12;
const RECORD_BYTES: u64 = 16;
const HEAD_BYTES: u64 = 54;
const HHEA_BYTES: u64 = 36;
const MAXP_BYTES: u64 = 32;
const MAXP_BYTES_BEFORE_VERSION_1: u64 = 6;

const CMAP: u32 = u32::from_be_bytes(*b"cmap");
const GLYF: u32 = u32::from_be_bytes(*b"glyf");
const HEAD: u32 = u32::from_be_bytes(*b"head");
const HHEA: u32 = u32::from_be_bytes(*b"hhea");
const HMTX: u32 = u32::from_be_bytes(*b"hmtx");
const LOCA: u32 = u32::from_be_bytes(*b"loca");
const MAXP: u32 = u32::from_be_bytes(*b"maxp");

/// Big-endian numbers anywhere in the input; `None` where it ends before them.
#[derive(Clone, Copy)]
pub struct Numbers<'a>(pub &'a [u8]);

impl Numbers<'_> {
    fn u16(self, at: u64) -> Option<u16> {
        let at = usize::try_from(at).ok()?;
        let bytes = self.0.get(at..at.checked_add(2)?)?;
        Some(u16::from_be_bytes([bytes[0], bytes[1]]))
    }

    /// The number at a place of the input.
    pub fn u32(self, at: u64) -> Option<u32> {
        let at = usize::try_from(at).ok()?;
        let bytes = self.0.get(at..at.checked_add(4)?)?;
        Some(u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
    }

    fn len(self) -> u64 {
        self.0.len() as u64
    }
}

/// Whether the table directory is as long as it says.
pub fn has_whole_directory(input: Numbers) -> bool {
    input
        .u16(4)
        .is_some_and(|count| HEADER_BYTES + RECORD_BYTES * u64::from(count) <= input.len())
}

/// Why nothing but the directory is asked for.
pub fn directory_bar(input: Numbers) -> Option<&'static str> {
    if has_duplicate_tags(input) {
        Some("duplicate_tags")
    } else if records(input).any(|(_, offset, _)| offset == 0) {
        Some("zero_offset")
    } else {
        None
    }
}

/// Whether two tables have the same tag, so that it is anyone's guess which is meant.
fn has_duplicate_tags(input: Numbers) -> bool {
    let mut tags: Vec<u32> = records(input).map(|(tag, _, _)| tag).collect();
    if tags.is_sorted_by(|a, b| a < b) {
        return false;
    }
    tags.sort_unstable();
    tags.windows(2).any(|pair| pair[0] == pair[1])
}

/// Tag, offset and length of each table.
fn records(input: Numbers<'_>) -> impl Iterator<Item = (u32, u64, u64)> + '_ {
    let count = u64::from(input.u16(4).unwrap_or(0));
    (0..count).filter_map(move |index| {
        let record = HEADER_BYTES + RECORD_BYTES * index;
        Some((
            input.u32(record)?,
            u64::from(input.u32(record + 8)?),
            u64::from(input.u32(record + 12)?),
        ))
    })
}

/// What a glyph is made of; of several that hold, the last one counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// Points of its own, or none.
    Simple,
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

/// The tables that others depend on, and whether they are as long as they have to be.
#[derive(Default)]
#[allow(clippy::struct_excessive_bools)] // five tables, each whole or not
struct Tables {
    maxp_whole: bool,
    head_whole: bool,
    hhea_whole: bool,
    hmtx_whole: bool,
    loca_whole: bool,
    cmap: Option<u64>,
    hmtx: u64,
    loca: u64,
    glyf: u64,
    glyf_end: u64,
    long_metrics: u16,
    num_glyphs: u16,
    depth_max: u32,
    long_offsets: bool,
}

/// Which parts are asked for. A part that is barred is rejected with its bar as the kind, on both sides.
pub struct Preflight<'a> {
    input: Numbers<'a>,
    tables: Tables,
}

impl<'a> Preflight<'a> {
    /// Looks at the tables of a font that has a whole directory.
    pub fn new(input: Numbers<'a>) -> Self {
        let mut tables = Tables::default();
        let (mut head, mut hhea, mut maxp) = (0, 0, 0);
        let (mut hmtx_len, mut loca_len) = (0, 0);
        for (tag, offset, length) in records(input) {
            if offset + length > input.len() {
                continue;
            }
            match tag {
                CMAP => tables.cmap = Some(offset),
                GLYF => {
                    tables.glyf = offset;
                    tables.glyf_end = offset + length;
                }
                HEAD => {
                    head = offset;
                    tables.head_whole = length >= HEAD_BYTES;
                }
                HHEA => {
                    hhea = offset;
                    tables.hhea_whole = length >= HHEA_BYTES;
                }
                HMTX => {
                    tables.hmtx = offset;
                    hmtx_len = length;
                }
                LOCA => {
                    tables.loca = offset;
                    loca_len = length;
                }
                MAXP => {
                    maxp = offset;
                    tables.maxp_whole = length >= MAXP_BYTES
                        || length >= MAXP_BYTES_BEFORE_VERSION_1
                            && input
                                .u32(offset)
                                .is_some_and(|version| version < 0x0001_0000);
                }
                _ => {}
            }
        }
        let number = |at| input.u16(at).unwrap_or(0);
        if tables.maxp_whole {
            tables.num_glyphs = number(maxp + 4);
            tables.depth_max = match input.u32(maxp) {
                Some(0x0001_0000..) => u32::from(number(maxp + 30).max(1)),
                _ => 0,
            };
        }
        if tables.head_whole {
            let format = number(head + 50);
            tables.long_offsets = format == 1;
            let entry = if tables.long_offsets { 4 } else { 2 };
            tables.loca_whole = tables.maxp_whole
                && format <= 1
                && loca_len % entry == 0
                && loca_len >= (u64::from(tables.num_glyphs) + 1) * entry;
        }
        if tables.hhea_whole {
            let long = number(hhea + 34);
            let short = tables.num_glyphs.saturating_sub(long);
            tables.long_metrics = long;
            tables.hmtx_whole = tables.maxp_whole
                && long > 0
                && hmtx_len >= 4 * u64::from(long) + 2 * u64::from(short);
        }
        Self { input, tables }
    }

    /// Why `hmtx` is not asked for.
    pub fn metrics_bar(&self) -> Option<&'static str> {
        if !self.tables.maxp_whole {
            Some("needs_maxp")
        } else if !self.tables.hhea_whole {
            Some("needs_hhea")
        } else {
            None
        }
    }

    /// Whether `hmtx` holds all that `hhea` and `maxp` say it holds.
    pub fn has_whole_metrics(&self) -> bool {
        self.tables.hmtx_whole
    }

    /// Why `loca` is not asked for.
    pub fn locations_bar(&self) -> Option<&'static str> {
        if !self.tables.maxp_whole {
            Some("needs_maxp")
        } else if !self.tables.head_whole {
            Some("needs_head")
        } else {
            None
        }
    }

    /// Why `cmap` is not asked for.
    pub fn character_maps_bar(&self) -> Option<&'static str> {
        if !self.tables.maxp_whole {
            Some("needs_maxp")
        } else if self.code_points() > CODE_POINTS_MAX {
            Some("too_large")
        } else {
            None
        }
    }

    /// Why no glyph is asked for.
    pub fn glyphs_bar(&self) -> Option<&'static str> {
        let tables = &self.tables;
        if !tables.maxp_whole {
            Some("needs_maxp")
        } else if !tables.head_whole {
            Some("needs_head")
        } else if !tables.hmtx_whole {
            Some("needs_hmtx")
        } else if !tables.loca_whole {
            Some("needs_loca")
        } else {
            None
        }
    }

    /// What shape a glyph has, or why its outline is not asked for; only where [`Self::glyphs_bar`] is `None`.
    pub fn shape(&self, glyph: u16) -> Result<Shape, &'static str> {
        let mut walk = Walk {
            components: 0,
            points: 0,
            shape: Shape::Simple,
        };
        if self.walk(&mut walk, glyph, 0) {
            Ok(walk.shape)
        } else {
            Err("too_complex")
        }
    }

    /// Follows the components of a glyph as deep as `maxp` allows; false once it is too much.
    fn walk(&self, walk: &mut Walk, glyph: u16, depth: u32) -> bool {
        let tables = &self.tables;
        if depth > tables.depth_max || glyph >= tables.num_glyphs {
            return true;
        }
        walk.components += 1;
        if walk.components > COMPONENTS_MAX || depth > DEPTH_MAX {
            return false;
        }
        let at = tables.glyf + self.offset_of(u64::from(glyph));
        let end = tables.glyf + self.offset_of(u64::from(glyph) + 1);
        if at == end || at + 10 > tables.glyf_end {
            return true;
        }
        let contours = self.input.u16(at).unwrap_or(0);
        if (depth > 0 || contours >= 0x8000)
            && self.input.u16(at + 2) != self.left_side_bearing(glyph)
        {
            walk.at_least(Shape::Shifted);
        }
        if contours < 0x8000 {
            if contours > 0 {
                let last = self.input.u16(at + 10 + 2 * (u64::from(contours) - 1));
                walk.points += last.map_or(0, |last| u32::from(last) + 1);
            }
            return walk.points <= POINTS_MAX;
        }
        walk.at_least(Shape::Composite);
        let mut component = at + 10;
        loop {
            let (Some(flags), Some(child)) =
                (self.input.u16(component), self.input.u16(component + 2))
            else {
                return true;
            };
            if !self.walk(walk, child, depth + 1) {
                return false;
            }
            component += if flags & 1 != 0 { 8 } else { 6 };
            component += match flags & 0xC8 {
                0 => 0,
                flags if flags & 0x8 != 0 => 2,
                flags if flags & 0x40 != 0 => 4,
                _ => 8,
            };
            if flags & 0x2 == 0 {
                walk.at_least(Shape::Anchored);
            }
            if flags & 0xC8 != 0 {
                walk.at_least(if flags & 0x1800 == 0x800 {
                    Shape::ScaledOffset
                } else {
                    Shape::Transformed
                });
            }
            if flags & 0x20 == 0 {
                return true;
            }
        }
    }

    fn left_side_bearing(&self, glyph: u16) -> Option<u16> {
        let long = u64::from(self.tables.long_metrics);
        let glyph = u64::from(glyph);
        self.input.u16(
            self.tables.hmtx
                + if glyph < long {
                    4 * glyph + 2
                } else {
                    4 * long + 2 * (glyph - long)
                },
        )
    }

    fn offset_of(&self, glyph: u64) -> u64 {
        if self.tables.long_offsets {
            u64::from(self.input.u32(self.tables.loca + 4 * glyph).unwrap_or(0))
        } else {
            2 * u64::from(self.input.u16(self.tables.loca + 2 * glyph).unwrap_or(0))
        }
    }

    /// How many code points the subtables of `cmap` cover in all, as far as they can be read.
    fn code_points(&self) -> u64 {
        let Some(cmap) = self.tables.cmap else {
            return 0;
        };
        let mut count = 0;
        for index in 0..u64::from(self.input.u16(cmap + 2).unwrap_or(0)) {
            if count > CODE_POINTS_MAX {
                break;
            }
            if let Some(offset) = self.input.u32(cmap + 4 + 8 * index + 4) {
                count += self.code_points_of(cmap + u64::from(offset));
            }
        }
        count
    }

    fn code_points_of(&self, subtable: u64) -> u64 {
        match self.input.u16(subtable) {
            Some(2) => self.in_subheaders(subtable),
            Some(4) => self.in_segments(subtable),
            Some(8) => self.in_groups(subtable + 12 + 8192, u64::MAX),
            Some(12) => self.in_groups(subtable + 12, u64::from(self.tables.num_glyphs)),
            Some(13) => self.in_groups(subtable + 12, u64::MAX),
            _ => 0,
        }
    }

    fn in_subheaders(&self, subtable: u64) -> u64 {
        let last = (0..256)
            .filter_map(|index| self.input.u16(subtable + 6 + 2 * index))
            .max()
            .unwrap_or(0)
            / 8;
        (0..=u64::from(last))
            .filter_map(|index| self.input.u16(subtable + 518 + 8 * index + 2))
            .map(u64::from)
            .sum()
    }

    fn in_segments(&self, subtable: u64) -> u64 {
        let segments = u64::from(self.input.u16(subtable + 6).unwrap_or(0) / 2);
        let ends = subtable + 14;
        let starts = ends + 2 * segments + 2;
        let mut count = 0;
        for index in 0..segments {
            let (Some(end), Some(start)) = (
                self.input.u16(ends + 2 * index),
                self.input.u16(starts + 2 * index),
            ) else {
                break;
            };
            if start != 0xFFFF && end != 0xFFFF && start <= end {
                count += u64::from(end - start) + 1;
            }
        }
        count
    }

    fn in_groups(&self, at: u64, most: u64) -> u64 {
        let mut count = 0;
        for index in 0..u64::from(self.input.u32(at).unwrap_or(0)) {
            let (Some(start), Some(end)) = (
                self.input.u32(at + 4 + 12 * index),
                self.input.u32(at + 8 + 12 * index),
            ) else {
                break;
            };
            count += (u64::from(end) + 1)
                .saturating_sub(u64::from(start))
                .min(most);
            if count > CODE_POINTS_MAX {
                break;
            }
        }
        count
    }
}

/// What was seen of a glyph and its components.
struct Walk {
    components: u32,
    points: u32,
    shape: Shape,
}

impl Walk {
    fn at_least(&mut self, other: Shape) {
        self.shape = self.shape.max(other);
    }
}
