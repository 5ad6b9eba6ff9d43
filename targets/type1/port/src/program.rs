//! A font program of Type 1 in words. The rules are those of the original's adapter (`Program.java`).

use std::collections::BTreeMap;

use crate::words::{Bar, ILL_FORMED, is_word, require};

/// The subroutines that every font has: flex and hint replacement.
pub const STANDARD_SUBRS: usize = 4;

pub struct Program<'a> {
    pub values: BTreeMap<&'a str, &'a str>,
    pub codes: BTreeMap<u32, &'a str>,
    pub subrs: Vec<Vec<&'a str>>,
    /// In the order of the program.
    pub glyphs: Vec<(&'a str, Vec<&'a str>)>,
}

impl<'a> Program<'a> {
    pub fn read(input: &'a [u8]) -> Result<Self, Bar> {
        // What is not ASCII fits nowhere.
        let text = std::str::from_utf8(input)
            .ok()
            .filter(|text| text.is_ascii())
            .ok_or(ILL_FORMED)?;
        let mut program = Self {
            values: BTreeMap::new(),
            codes: BTreeMap::new(),
            subrs: Vec::new(),
            glyphs: Vec::new(),
        };
        for line in text.split('\n').filter(|line| !line.is_empty()) {
            let (key, value) = line.split_once(' ').unwrap_or((line, ""));
            match key {
                "code" => {
                    let (code, name) = value.split_once(' ').ok_or(ILL_FORMED)?;
                    require(is_digits(code, 3) && is_name(name))?;
                    let code = code.parse().or(Err(ILL_FORMED))?;
                    require(code <= 0xFF && program.codes.insert(code, name).is_none())?;
                }
                "subr" => program.subrs.push(words(value)?),
                "glyph" => {
                    let (name, rest) = value.split_once(' ').ok_or(ILL_FORMED)?;
                    require(is_name(name) && program.glyph(name).is_none())?;
                    program.glyphs.push((name, words(rest)?));
                }
                _ => require(fits(key, value) && program.values.insert(key, value).is_none())?,
            }
        }
        require(program.values.contains_key("FontName"))?;
        require(program.values.contains_key("FontBBox"))?;
        require(matches!(program.glyphs.first(), Some((".notdef", _))))?;
        Ok(program)
    }

    pub fn glyph(&self, name: &str) -> Option<&[&'a str]> {
        let (_, words) = self.glyphs.iter().find(|(other, _)| *other == name)?;
        Some(words)
    }
}

fn fits(key: &str, value: &str) -> bool {
    match key {
        "FontName" => is_name(value),
        "FullName" | "FamilyName" | "Weight" | "version" | "Notice" => {
            value.len() <= 60
                && value
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b" .,;:+-".contains(&b))
        }
        "ItalicAngle" | "UnderlinePosition" | "UnderlineThickness" => {
            let value = value.strip_prefix('-').unwrap_or(value);
            match value.split_once('.') {
                Some((whole, fraction)) => is_digits(whole, 5) && is_digits(fraction, 4),
                None => is_digits(value, 5),
            }
        }
        "FontBBox" => {
            let sides: Vec<&str> = value.split(' ').collect();
            sides.len() == 4
                && sides
                    .iter()
                    .all(|side| is_digits(side.strip_prefix('-').unwrap_or(side), 5))
        }
        "isFixedPitch" => matches!(value, "true" | "false"),
        _ => false,
    }
}

fn is_digits(text: &str, most: usize) -> bool {
    (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

fn is_name(text: &str) -> bool {
    text == ".notdef"
        || text.len() <= 31
            && text.starts_with(|first: char| first.is_ascii_alphabetic())
            && text
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'_')
}

fn words(text: &str) -> Result<Vec<&str>, Bar> {
    let words: Vec<&str> = text.split(' ').collect();
    require(words.iter().all(|word| is_word(word)))?;
    Ok(words)
}
