//! A port of several parts, seen through the C interface.

mod port;

use lockstep_port::encode::{TAG_REJECTED, to_vec};
use lockstep_port::{OrReject, Rejection, latin1, utf8};
use serde::{Serialize, Serializer};

use port::{alone, run};

fn number(input: &[u8]) -> Result<i32, Rejection> {
    Ok(utf8(input)?.parse()?)
}

fn small(input: &[u8]) -> Result<u8, Rejection> {
    utf8(input)?.parse().or_reject("not_small")
}

#[allow(clippy::unnecessary_wraps)] // it has the form of a part
fn text(input: &[u8]) -> Result<String, Rejection> {
    assert!(!input.starts_with(b"!"), "not that");
    Ok(latin1(input))
}

lockstep_port::port!(text: text, number: number, small: small);

#[derive(Serialize)]
struct Expected {
    number: Terse<i32>,
    small: Terse<u8>,
    text: Terse<&'static str>,
}

/// A part as it is written while nobody asks for details.
enum Terse<T> {
    Value(T),
    Rejected(&'static str),
}

impl<T: Serialize> Serialize for Terse<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Value(value) => value.serialize(serializer),
            Self::Rejected(kind) => serializer.serialize_newtype_struct(TAG_REJECTED, kind),
        }
    }
}

fn assert_observed(input: &[u8], expected: &Expected) {
    let _alone = alone();
    let (status, reply) = run(lockstep_run, input, 0);
    assert_eq!(status, 0);
    assert_eq!(reply, to_vec(expected).expect("it has an encoding"));
}

#[test]
fn all_parts_stand_under_their_names() {
    assert_observed(
        b"7",
        &Expected {
            number: Terse::Value(7),
            small: Terse::Value(7),
            text: Terse::Value("7"),
        },
    );
}

#[test]
fn an_error_is_malformed_unless_said_otherwise() {
    assert_observed(
        b"x",
        &Expected {
            number: Terse::Rejected("malformed"),
            small: Terse::Rejected("not_small"),
            text: Terse::Value("x"),
        },
    );
}

#[test]
fn what_is_not_utf_8_is_text_byte_by_byte() {
    assert_observed(
        b"\xff",
        &Expected {
            number: Terse::Rejected("not_utf8"),
            small: Terse::Rejected("not_utf8"),
            text: Terse::Value("\u{ff}"),
        },
    );
}

#[test]
fn a_panic_in_one_part_is_that_part_s() {
    let _alone = alone();
    let (status, reply) = run(lockstep_run, b"!", 0);
    assert_eq!(status, 0);
    let place = b"parts.rs:";
    assert!(reply.windows(place.len()).any(|bytes| bytes == place));
    let malformed = b"malformed";
    assert!(
        reply
            .windows(malformed.len())
            .any(|bytes| bytes == malformed)
    );
}
