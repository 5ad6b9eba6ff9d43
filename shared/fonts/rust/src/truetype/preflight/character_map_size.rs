//! Counts the code points that the subtables of `cmap` cover in all, as far as they can be read: the original puts every
//! one of them into a table of its own when it reads the font.

use super::numbers::Numbers;

/// Beyond this it no longer matters how many there are.
const CODE_POINTS_MAX: u64 = 4096;

/// Whether there are too many.
pub fn is_too_large(numbers: Numbers, cmap: u64, num_glyphs: u16) -> bool {
    let mut count = 0;
    for index in 0..u64::from(numbers.u16(cmap + 2).unwrap_or(0)) {
        if count > CODE_POINTS_MAX {
            break;
        }
        if let Some(offset) = numbers.u32(cmap + 4 + 8 * index + 4) {
            count += in_subtable(numbers, cmap + u64::from(offset), num_glyphs);
        }
    }
    count > CODE_POINTS_MAX
}

fn in_subtable(numbers: Numbers, subtable: u64, num_glyphs: u16) -> u64 {
    match numbers.u16(subtable) {
        Some(2) => in_subheaders(numbers, subtable),
        Some(4) => in_segments(numbers, subtable),
        Some(8) => in_groups(numbers, subtable + 12 + 8192, u64::MAX),
        Some(12) => in_groups(numbers, subtable + 12, u64::from(num_glyphs)),
        Some(13) => in_groups(numbers, subtable + 12, u64::MAX),
        _ => 0,
    }
}

fn in_subheaders(numbers: Numbers, subtable: u64) -> u64 {
    let last = (0..256)
        .filter_map(|index| numbers.u16(subtable + 6 + 2 * index))
        .max()
        .unwrap_or(0)
        / 8;
    (0..=u64::from(last))
        .filter_map(|index| numbers.u16(subtable + 518 + 8 * index + 2))
        .map(u64::from)
        .sum()
}

fn in_segments(numbers: Numbers, subtable: u64) -> u64 {
    let segments = u64::from(numbers.u16(subtable + 6).unwrap_or(0) / 2);
    let ends = subtable + 14;
    let starts = ends + 2 * segments + 2;
    let mut count = 0;
    for index in 0..segments {
        let (Some(end), Some(start)) = (
            numbers.u16(ends + 2 * index),
            numbers.u16(starts + 2 * index),
        ) else {
            break;
        };
        if start != 0xFFFF && end != 0xFFFF && start <= end {
            count += u64::from(end - start) + 1;
        }
    }
    count
}

fn in_groups(numbers: Numbers, at: u64, most: u64) -> u64 {
    let mut count = 0;
    for index in 0..u64::from(numbers.u32(at).unwrap_or(0)) {
        let (Some(start), Some(end)) = (
            numbers.u32(at + 4 + 12 * index),
            numbers.u32(at + 8 + 12 * index),
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
