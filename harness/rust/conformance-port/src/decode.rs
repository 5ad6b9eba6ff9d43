//! Decodes one item of CBOR: of the values in `docs/observation-format.md`, of definite length.

use lockstep_port::Rejection;
use lockstep_port::encode::{TAG_CRASHED, TAG_REJECTED};

use crate::value::Value;
use crate::wtf8;

/// Deeper than an observation may be, so that it is the encoder that complains.
const DEPTH_MAX: usize = 300;

/// Decodes an input that is one item and nothing else.
pub fn item(input: &[u8]) -> Result<Value<'_>, Rejection> {
    let mut decoder = Decoder { rest: input };
    let value = decoder.value(DEPTH_MAX)?;
    if decoder.rest.is_empty() {
        Ok(value)
    } else {
        Err(malformed("something follows the item"))
    }
}

fn malformed(detail: &'static str) -> Rejection {
    Rejection::new("malformed").because(detail)
}

struct Decoder<'a> {
    rest: &'a [u8],
}

impl<'a> Decoder<'a> {
    /// `levels` is how many there may still be below this one.
    fn value(&mut self, levels: usize) -> Result<Value<'a>, Rejection> {
        let Some(levels) = levels.checked_sub(1) else {
            return Err(malformed("nested too deep"));
        };
        let [first] = self.array()?;
        if first >= 0xe0 {
            return self.simple(first);
        }
        let argument = self.argument(first & 0x1f)?;
        Ok(match first >> 5 {
            0 => Value::Integer(argument.into()),
            1 => Value::Integer(-1 - i128::from(argument)),
            2 => Value::Bytes(self.take(argument)?),
            3 => Value::Text(self.text(argument)?),
            4 => Value::List(self.list(argument, levels)?),
            5 => Value::Map(self.map(argument, levels)?),
            _ => return self.tagged(argument, levels),
        })
    }

    fn argument(&mut self, short: u8) -> Result<u64, Rejection> {
        Ok(match short {
            0..=23 => short.into(),
            24 => u8::from_be_bytes(self.array()?).into(),
            25 => u16::from_be_bytes(self.array()?).into(),
            26 => u32::from_be_bytes(self.array()?).into(),
            27 => u64::from_be_bytes(self.array()?),
            _ => return Err(malformed("a reserved or indefinite length")),
        })
    }

    fn simple(&mut self, first: u8) -> Result<Value<'a>, Rejection> {
        Ok(match first {
            0xf4 => Value::Bool(false),
            0xf5 => Value::Bool(true),
            0xf6 => Value::Null,
            0xf9 => Value::Float(half(u16::from_be_bytes(self.array()?))),
            0xfa => Value::Float(f32::from_be_bytes(self.array()?).into()),
            0xfb => Value::Float(f64::from_be_bytes(self.array()?)),
            _ => return Err(malformed("a simple value that is not in use")),
        })
    }

    fn text(&mut self, len: u64) -> Result<&'a str, Rejection> {
        std::str::from_utf8(self.take(len)?).map_err(|_| malformed("text that is not UTF-8"))
    }

    fn list(&mut self, len: u64, levels: usize) -> Result<Vec<Value<'a>>, Rejection> {
        // Not allocated ahead: `len` may be a lie, and each item takes a byte at least.
        (0..len).map(|_| self.value(levels)).collect()
    }

    fn map(&mut self, len: u64, levels: usize) -> Result<Vec<(Value<'a>, Value<'a>)>, Rejection> {
        (0..len)
            .map(|_| Ok((self.value(levels)?, self.value(levels)?)))
            .collect()
    }

    fn tagged(&mut self, tag: u64, levels: usize) -> Result<Value<'a>, Rejection> {
        match (tag, self.value(levels)?) {
            (273, Value::Bytes(bytes)) => wtf8::units_of(bytes)
                .map(Value::Broken)
                .ok_or_else(|| malformed("text that is not WTF-8")),
            (19538, content) => Ok(Value::Part(TAG_REJECTED, Box::new(content))),
            (19523, content) => Ok(Value::Part(TAG_CRASHED, Box::new(content))),
            _ => Err(malformed("a tag that is not in use")),
        }
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Rejection> {
        let (array, rest) = self.rest.split_first_chunk().ok_or_else(cut_short)?;
        self.rest = rest;
        Ok(*array)
    }

    fn take(&mut self, len: u64) -> Result<&'a [u8], Rejection> {
        let (taken, rest) = usize::try_from(len)
            .ok()
            .and_then(|len| self.rest.split_at_checked(len))
            .ok_or_else(cut_short)?;
        self.rest = rest;
        Ok(taken)
    }
}

fn cut_short() -> Rejection {
    malformed("the input ends too early")
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
