//! The model of the target: turns any bytes into a decimal literal that both sides take.
//!
//! Both sides carry their own copy of this function (`Literal.java`); what it does is written down in the target's README.

use crate::decimal::Decimal;

/// Digits before the exponent that a text may have; further ones are dropped.
const DIGITS_MAX: usize = 800;
/// Digits of the exponent that a text may have; further ones are dropped.
const EXPONENT_DIGITS_MAX: usize = 5;

const HALFWAY: u8 = 0x80;
const NEGATIVE: u8 = 0x40;
const PLAIN: u8 = 0x04;
const JUST_ABOVE: u8 = 2;
const JUST_BELOW: u8 = 3;
const BELOW_INFINITY: i32 = 0x7fe;
const FRACTION_BITS: u32 = 52;
/// The exponent of the last bit of the smallest double.
const SMALLEST_EXPONENT: i32 = -1074;

/// The literal that `input` stands for; the same input stands for the same literal for ever.
pub fn of(input: &[u8]) -> String {
    match input.first() {
        Some(flags) if flags & HALFWAY != 0 => halfway(input),
        _ => text(input),
    }
}

/// Reads the bytes as the text of a literal and mends what is wrong with it: a literal stands for itself.
fn text(input: &[u8]) -> String {
    let mut literal = String::with_capacity(input.len() + 2);
    let mut octets = input.iter().copied().peekable();
    if let Some(sign) = octets.next_if(|&octet| is_sign(octet)) {
        literal.push(char::from(sign));
    }

    let mut has_point = false;
    let mut digits = 0;
    while let Some(octet) = octets.next_if(|&octet| !is_exponent_mark(octet, digits)) {
        if octet == b'.' {
            if !has_point {
                has_point = true;
                literal.push('.');
            }
        } else if digits < DIGITS_MAX {
            digits += 1;
            literal.push(digit(octet));
        }
    }
    if digits == 0 {
        literal.push('0');
    }

    if let Some(mark) = octets.next() {
        literal.push(char::from(mark));
        if let Some(sign) = octets.next_if(|&octet| is_sign(octet)) {
            literal.push(char::from(sign));
        }
        if octets.peek().is_none() {
            literal.push('0');
        }
        literal.extend(octets.take(EXPONENT_DIGITS_MAX).map(digit));
    }
    literal
}

fn is_sign(octet: u8) -> bool {
    octet == b'+' || octet == b'-'
}

fn is_exponent_mark(octet: u8, digits: usize) -> bool {
    digits > 0 && (octet == b'e' || octet == b'E')
}

/// A digit stands for itself; any other byte for some digit.
fn digit(octet: u8) -> char {
    if octet.is_ascii_digit() {
        char::from(octet)
    } else {
        char::from(b'0' + octet % 10)
    }
}

/// Writes out, digit by digit, a double or the point halfway to its neighbour, or a number just beside that point.
///
/// Byte 0 has the flags, byte 1 the distance from the point, bytes 2 to 9 the double, big-endian; what is missing is 0.
fn halfway(input: &[u8]) -> String {
    let octet = |at: usize| input.get(at).copied().unwrap_or(0);
    let flags = octet(0);
    let distance = usize::from(octet(1));
    let bits = (2..10).fold(0_u64, |bits, at| bits << 8 | u64::from(octet(at)));

    let biased = ((bits >> FRACTION_BITS & 0x7ff) as i32).min(BELOW_INFINITY);
    let fraction = bits & ((1 << FRACTION_BITS) - 1);
    let mantissa = if biased == 0 {
        fraction
    } else {
        fraction | 1 << FRACTION_BITS
    };
    // The double is mantissa * 2^exponent, the point halfway to the next one (2 * mantissa + 1) * 2^(exponent - 1).
    let exponent = biased.max(1) - 1 + SMALLEST_EXPONENT;
    let place = flags & 3;
    let half_exponent = exponent - 1;
    let mut number = Decimal::new(2 * mantissa + u64::from(place != 0));
    if half_exponent >= 0 {
        number.multiply_by_power(2, half_exponent.unsigned_abs());
    } else {
        number.multiply_by_power(5, half_exponent.unsigned_abs());
    }
    if place == JUST_BELOW {
        number.decrement();
    }
    let mut digits = number.to_string();
    // Of the digits, how many stand after the point.
    let mut places = half_exponent.min(0).unsigned_abs() as usize;
    if place >= JUST_ABOVE {
        // Just above: a 1 in a later place. Just below: one less, then nines.
        let (filler, last) = if place == JUST_ABOVE {
            ("0", '1')
        } else {
            ("9", '9')
        };
        digits.push_str(&filler.repeat(distance));
        digits.push(last);
        places += distance + 1;
    }
    let sign = if flags & NEGATIVE == 0 { "" } else { "-" };
    let unsigned = if flags & PLAIN == 0 {
        scientific(&digits, places)
    } else {
        plain(&digits, places)
    };
    format!("{sign}{unsigned}")
}

/// Writes digits of which some stand after the point, without an exponent.
fn plain(digits: &str, places: usize) -> String {
    if places == 0 {
        return digits.to_owned();
    }
    match digits.len().checked_sub(places) {
        Some(before_point) if before_point > 0 => {
            let (whole, fraction) = digits.split_at(before_point);
            format!("{whole}.{fraction}")
        }
        _ => format!("0.{}{digits}", "0".repeat(places - digits.len())),
    }
}

/// Writes the same with one digit before the point.
fn scientific(digits: &str, places: usize) -> String {
    let (first, rest) = digits.split_at(1);
    let exponent = rest.len().cast_signed() - places.cast_signed();
    format!("{first}.{rest}e{exponent}")
}

#[cfg(test)]
mod tests {
    use std::str::FromStr;

    use super::*;

    /// The same examples as in `LiteralTest.java`.
    const EXAMPLES: [(&[u8], &str); 17] = [
        (b"", "0"),
        (b".", ".0"),
        (b"-+", "-3"),
        (b"1.2.3", "1.23"),
        (b"e", "1"),
        (b"1e", "1e0"),
        (b"1E-", "1E-0"),
        (b"1e\xff1234567", "1e51234"),
        (b"\0\xffA", "055"),
        (
            b"\x80\0\x3f\xf0\0\0\0\0\0\0",
            "1.00000000000000000000000000000000000000000000000000000e0",
        ),
        (
            b"\x81\0\x3f\xf0\0\0\0\0\0\0",
            "1.00000000000000011102230246251565404236316680908203125e0",
        ),
        (
            b"\x85\x02\x3f\xf0\0\0\0\0\0\0",
            "1.00000000000000011102230246251565404236316680908203125",
        ),
        (
            b"\x82\0\x3f\xf0\0\0\0\0\0\0",
            "1.000000000000000111022302462515654042363166809082031251e0",
        ),
        (
            b"\xc7\x01\x3f\xf0\0\0\0\0\0\0",
            "-1.0000000000000001110223024625156540423631668090820312499",
        ),
        (b"\x81\0\x43\x40\0\0\0\0\0\0", "9.007199254740993e15"),
        (b"\x86\x01\x43\x40\0\0\0\0\0\0", "9007199254740993.01"),
        (b"\x80", "0.e-1075"),
    ];

    #[test]
    fn an_input_stands_for_the_same_literal_for_ever() {
        for (input, literal) in EXAMPLES {
            assert_eq!(of(input), literal, "from {input:x?}");
        }
    }

    #[test]
    fn a_text_has_a_limit_of_digits() {
        let input = "9".repeat(900) + "e1";
        assert_eq!(of(input.as_bytes()), "9".repeat(DIGITS_MAX) + "e1");
    }

    #[test]
    fn every_place_of_every_exponent_is_a_literal() {
        for flags in 0x80..=0xff {
            for high in 0..=0xff {
                let input = [flags, 7, high, 0xf0, 0, 0, 0, 0, 0, 1];
                let literal = of(&input);
                assert!(f64::from_str(&literal).is_ok(), "{literal}");
            }
        }
    }
}
