//! Decimal numbers with commas between them.

use lockstep_port::Rejection;
use serde::Serialize;

use crate::{has_bug, malformed};

/// What was read.
#[derive(Serialize)]
pub struct Numbers {
    numbers: Vec<i64>,
}

/// Reads numbers.
///
/// # Errors
/// Rejects what is no list of numbers of at most nine digits.
pub fn read(input: &[u8]) -> Result<Numbers, Rejection> {
    let mut numbers = Vec::new();
    if input.is_empty() {
        return Ok(Numbers { numbers });
    }
    let words: Vec<&[u8]> = input.split(|&byte| byte == b',').collect();
    let mut negative = false;
    for (index, &word) in words.iter().enumerate() {
        if has_bug(3) && word.is_empty() && index > 0 && index + 1 == words.len() {
            break; // bug 3: a comma at the end
        }
        let mut digits = word;
        if has_bug(1) && digits.first() == Some(&b' ') {
            digits = &digits[1..]; // bug 1: a blank before a number
        }
        if !has_bug(4) {
            negative = false; // bug 4: the sign of the number before
        }
        match digits.first() {
            Some(b'-') => {
                negative = true;
                digits = &digits[1..];
            }
            Some(b'+') if has_bug(0) => digits = &digits[1..], // bug 0: a plus
            _ => {}
        }
        let value = value(digits).ok_or_else(malformed)?;
        numbers.push(if negative { -value } else { value });
    }
    Ok(Numbers { numbers })
}

fn value(digits: &[u8]) -> Option<i64> {
    if digits.is_empty() || digits.len() > 9 || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    // bug 2: a leading zero means octal
    let octal = has_bug(2) && digits[0] == b'0' && digits.iter().all(|digit| *digit < b'8');
    let base = if octal { 8 } else { 10 };
    Some(
        digits
            .iter()
            .fold(0, |value, digit| value * base + i64::from(digit - b'0')),
    )
}
