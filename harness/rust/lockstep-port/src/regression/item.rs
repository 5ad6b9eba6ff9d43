//! Finds its way in an encoded observation, and shows it to people.

use std::fmt::{self, Display, Formatter, Write};

use super::Step;

const UNSIGNED: u8 = 0;
const NEGATIVE: u8 = 1;
const BYTES: u8 = 2;
const TEXT: u8 = 3;
const LIST: u8 = 4;
const MAP: u8 = 5;
const TAG: u8 = 6;

const REJECTED: u64 = 19538;
const CRASHED: u64 = 19523;

/// More of a value than this helps nobody.
const SHOWN_CHARS_MAX: usize = 400;

/// One item of CBOR as the [encoder](crate::encode) writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Item<'a>(pub(super) &'a [u8]);

impl<'a> Item<'a> {
    /// What is at a place inside, if there is such a place.
    pub(super) fn at(self, place: &[Step]) -> Option<Item<'a>> {
        place.iter().try_fold(self, |item, &step| item.step(step))
    }

    pub(super) fn is_rejected(self) -> bool {
        matches!(self.head(), Some((TAG, REJECTED, _)))
    }

    pub(super) fn is_crashed(self) -> bool {
        matches!(self.head(), Some((TAG, CRASHED, _)))
    }

    pub(super) fn is_rejected_as(self, kind: &str) -> bool {
        match self.head() {
            Some((TAG, REJECTED, rest)) => Item(rest).is_text(kind),
            _ => false,
        }
    }

    pub(super) fn is_text(self, text: &str) -> bool {
        match self.head() {
            Some((TEXT, len, rest)) => {
                rest.get(..usize::try_from(len).unwrap_or(usize::MAX)) == Some(text.as_bytes())
            }
            _ => false,
        }
    }

    fn is_integer(self, number: i64) -> bool {
        match self.head() {
            Some((UNSIGNED, argument, _)) => u64::try_from(number) == Ok(argument),
            Some((NEGATIVE, argument, _)) => -1 - i128::from(argument) == i128::from(number),
            _ => false,
        }
    }

    fn step(self, step: Step) -> Option<Item<'a>> {
        let (major, len, mut rest) = self.head()?;
        match major {
            LIST => {
                let Step::At(index) = step else {
                    return None;
                };
                if u64::try_from(index).ok()? >= len {
                    return None;
                }
                for _ in 0..index {
                    (_, rest) = split(rest)?;
                }
                Some(split(rest)?.0)
            }
            MAP => {
                for _ in 0..len {
                    let (key, after) = split(rest)?;
                    let (value, next) = split(after)?;
                    let is_it = match step {
                        Step::Field(name) => key.is_text(name),
                        Step::At(number) => key.is_integer(number),
                    };
                    if is_it {
                        return Some(value);
                    }
                    rest = next;
                }
                None
            }
            _ => None,
        }
    }

    /// Major type, argument, and what follows the head.
    fn head(self) -> Option<(u8, u64, &'a [u8])> {
        let (&first, rest) = self.0.split_first()?;
        let bytes = match first & 0x1f {
            short @ 0..=23 => return Some((first >> 5, short.into(), rest)),
            24 => 1,
            25 => 2,
            26 => 4,
            27 => 8,
            _ => return None,
        };
        let (argument, rest) = rest.split_at_checked(bytes)?;
        let argument = argument
            .iter()
            .fold(0, |sum, &byte| sum << 8 | u64::from(byte));
        Some((first >> 5, argument, rest))
    }

    fn show(self, f: &mut dyn Write) -> Option<&'a [u8]> {
        let (major, argument, mut rest) = self.head()?;
        let shown = match major {
            UNSIGNED => write!(f, "{argument}"),
            NEGATIVE => write!(f, "{}", -1 - i128::from(argument)),
            BYTES | TEXT => {
                let (content, after) = rest.split_at_checked(usize::try_from(argument).ok()?)?;
                rest = after;
                match std::str::from_utf8(content) {
                    Ok(text) if major == TEXT => write!(f, "{text:?}"),
                    _ => content
                        .iter()
                        .try_fold((), |(), byte| write!(f, "{byte:02x}")),
                }
            }
            LIST | MAP => {
                let (open, close) = if major == LIST {
                    ("[", "]")
                } else {
                    ("{", "}")
                };
                f.write_str(open).ok()?;
                for i in 0..argument {
                    f.write_str(if i == 0 { "" } else { ", " }).ok()?;
                    rest = Item(rest).show(f)?;
                    if major == MAP {
                        f.write_str(": ").ok()?;
                        rest = Item(rest).show(f)?;
                    }
                }
                f.write_str(close)
            }
            TAG => {
                f.write_str(match argument {
                    REJECTED => "rejected(",
                    CRASHED => "crashed(",
                    _ => "broken text(",
                })
                .ok()?;
                rest = Item(rest).show(f)?;
                f.write_str(")")
            }
            _ => self.show_simple(f),
        };
        shown.ok()?;
        Some(rest)
    }

    fn show_simple(self, f: &mut dyn Write) -> fmt::Result {
        let Some((first, rest)) = self.0.split_first() else {
            return f.write_str("?");
        };
        let float = match first {
            0xf4 => return f.write_str("false"),
            0xf5 => return f.write_str("true"),
            0xf6 => return f.write_str("null"),
            0xf9 => rest
                .first_chunk()
                .map(|&bits| half(u16::from_be_bytes(bits))),
            0xfa => rest
                .first_chunk()
                .map(|&bits| f32::from_be_bytes(bits).into()),
            0xfb => rest.first_chunk().map(|&bits| f64::from_be_bytes(bits)),
            _ => None,
        };
        match float {
            Some(float) => write!(f, "{float:?}"),
            None => f.write_str("?"),
        }
    }
}

/// On one line, cut where it gets long.
impl Display for Item<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        if self.show(&mut text).is_none() {
            text.push_str(" (malformed)");
        }
        match text.char_indices().nth(SHOWN_CHARS_MAX) {
            Some((cut, _)) => write!(f, "{}…", &text[..cut]),
            None => f.write_str(&text),
        }
    }
}

/// The first item, and what follows it.
fn split(bytes: &[u8]) -> Option<(Item<'_>, &[u8])> {
    let rest = skip(bytes)?;
    Some((Item(&bytes[..bytes.len() - rest.len()]), rest))
}

fn skip(bytes: &[u8]) -> Option<&[u8]> {
    let (major, argument, mut rest) = Item(bytes).head()?;
    let inside = match major {
        BYTES | TEXT => {
            return rest.get(usize::try_from(argument).ok()?..);
        }
        LIST => argument,
        MAP => argument.checked_mul(2)?,
        TAG => 1,
        _ => 0,
    };
    for _ in 0..inside {
        rest = skip(rest)?;
    }
    Some(rest)
}

/// The value of a half-precision float.
fn half(bits: u16) -> f64 {
    let fraction = f64::from(bits & 0x3ff);
    let magnitude = match i32::from(bits >> 10 & 0x1f) {
        0 => fraction * 2f64.powi(-24),
        0x1f if fraction == 0.0 => f64::INFINITY,
        0x1f => f64::NAN,
        exponent => (1024.0 + fraction) * 2f64.powi(exponent - 25),
    };
    if bits & 0x8000 == 0 {
        magnitude
    } else {
        -magnitude
    }
}

#[cfg(test)]
mod tests {
    use super::{Item, Step};
    use crate::encode::to_vec;
    use crate::{Bytes, Rejection, part};
    use serde::Serialize;
    use std::collections::BTreeMap;

    #[derive(Serialize)]
    struct Glyphs<T> {
        glyphs: Vec<T>,
        names: BTreeMap<i32, &'static str>,
    }

    fn observation() -> Vec<u8> {
        to_vec(&Glyphs {
            glyphs: vec![(1, 1.5), (-300, f64::NAN), (70_000, 1e300)],
            names: BTreeMap::from([(-2, "a\"b"), (65, "A")]),
        })
        .expect("it has an encoding")
    }

    #[test]
    fn a_place_is_found_by_fields_indices_and_integer_keys() {
        let bytes = observation();
        let at = |place: &[Step]| Item(&bytes).at(place).map(|item| item.to_string());
        let field = Step::Field;
        let number = Step::At;
        assert_eq!(
            at(&[field("glyphs"), number(1), number(0)]).as_deref(),
            Some("-300")
        );
        assert_eq!(
            at(&[field("glyphs"), number(2)]).as_deref(),
            Some("[70000, 1e300]")
        );
        assert_eq!(at(&[field("names"), number(65)]).as_deref(), Some("\"A\""));
        assert_eq!(
            at(&[field("names"), number(-2)]).as_deref(),
            Some("\"a\\\"b\"")
        );
        for nowhere in [
            &[field("glyphs"), number(3)][..],
            &[field("glyphs"), number(-1)],
            &[field("glyph")],
            &[number(0)],
            &[field("names"), field("65")],
            &[field("names"), number(65), number(0)],
        ] {
            assert_eq!(at(nowhere), None, "{nowhere:?}");
        }
    }

    #[test]
    fn every_value_is_shown_as_people_write_it() {
        for (expected, bytes) in [
            ("null", to_vec(&())),
            ("true", to_vec(&true)),
            ("0.5", to_vec(&0.5)),
            ("-inf", to_vec(&f64::NEG_INFINITY)),
            ("0.1", to_vec(&0.1)),
            ("5e-324", to_vec(&5e-324)),
            ("00ff", to_vec(&Bytes(&[0, 255]))),
            ("[]", to_vec(&[0; 0])),
            (
                "rejected(\"malformed\")",
                to_vec(&part::<()>(|| Err(Rejection::new("malformed")))),
            ),
        ] {
            let bytes = bytes.expect("it has an encoding");
            let terse = Item(&bytes)
                .to_string()
                .replace("[\"malformed\", \"\"]", "\"malformed\"");
            assert_eq!(terse, expected);
        }
        assert_eq!(Item(b"\x63ab").to_string(), " (malformed)");
    }

    #[test]
    fn a_long_value_is_cut() {
        let text = to_vec("ä".repeat(1000).as_str()).expect("it has an encoding");
        assert_eq!(Item(&text).to_string().chars().count(), 401);
    }
}
