//! How runs end, seen through the C interface.

mod port;

use std::cell::RefCell;
use std::panic::{panic_any, resume_unwind};
use std::thread;

use lockstep_port::encode::to_vec;
use lockstep_port::{OrReject, Part, Rejection, explaining, part};
use serde::{Serialize, Serializer};

use port::{alone, run};

const TERSE: u32 = 0;
const EXPLAIN: u32 = 1;

lockstep_port::port!(observe);

/// What the first byte asks for.
fn observe(input: &[u8]) -> Result<Vec<Part<Odd<'_>>>, Rejection> {
    match *input {
        [] => Ok(Vec::new()),
        [b'v', ref rest @ ..] => Ok(vec![Part::Value(Odd::Bytes(rest))]),
        [b'r', ..] => Err(Rejection::new("malformed").because(PanicsIfTerse("no luck"))),
        [b'b', ..] => "x".parse::<u8>().or_reject("number").map(|_| Vec::new()),
        [b'p', ..] => panic!("broke at {}", input.len()),
        [b's', ..] => panic!("plain"),
        [b'a', ..] => panic_any(7),
        [b'd', ..] => panic_any(PanicsWhenDropped),
        [b'u', ..] => resume_unwind(Box::new("thrown")),
        [b'o', ..] => Ok(vec![Part::Value(Odd::Huge(u128::MAX))]),
        [b'e', ..] => Ok(vec![Part::Value(Odd::PanicsInEncoding)]),
        [b't', ref rest @ ..] => {
            for message in ["elsewhere", "later"] {
                let joined = thread::spawn(move || panic!("{message}")).join();
                assert!(joined.is_err());
            }
            match rest {
                [b'r', ..] => Err(Rejection::new("malformed")),
                [b'o', ..] => Ok(vec![Part::Value(Odd::Huge(u128::MAX))]),
                _ => Ok(Vec::new()),
            }
        }
        [b'w', ..] => {
            let thrown = thread::spawn(|| panic!("elsewhere")).join();
            resume_unwind(thrown.expect_err("it panicked"))
        }
        [b'g', ..] => {
            let guarded = || part(|| -> Result<u8, Rejection> { panic!("guarded") });
            let joined = thread::spawn(move || matches!(guarded(), Part::Crashed(_))).join();
            assert!(matches!(joined, Ok(true)));
            Ok(Vec::new())
        }
        [b'T', ..] => {
            // The other thread's panic comes later than this one's, and must not take its place.
            let _panic = OnDrop(|| {
                let _ = thread::spawn(|| panic!("elsewhere")).join();
            });
            panic!("here");
        }
        [b'D', ..] => {
            // While this panic unwinds, a part of a destructor panics and is caught.
            let _part = OnDrop(|| {
                let inner = part(|| -> Result<Odd<'_>, Rejection> { panic!("inner") });
                assert!(matches!(inner, Part::Crashed(_)));
            });
            panic!("outer");
        }
        [b'n', ..] => {
            let outer = part(|| {
                let inner = part(|| -> Result<Odd<'_>, Rejection> { panic!("inner") });
                assert!(matches!(inner, Part::Crashed(_)));
                panic!("outer");
            });
            Ok(vec![outer])
        }
        [b'c', ..] => Ok(vec![
            part(|| Err(Rejection::new("missing").because("no table"))),
            part(|| panic!("a table broke")),
            part(|| Ok(Odd::Bytes(&[1]))),
        ]),
        [b'f', ..] => Err(Rejection::new("malformed").because(PanicsWhenShown)),
        [b'R', ..] => {
            let (status, reply) = run(lockstep_run, b"v", TERSE);
            assert_eq!(status, 3);
            assert_eq!(Ok(reply), to_vec("lockstep_run is already running"));
            Ok(Vec::new())
        }
        _ => Err(Rejection::new("unknown")),
    }
}

enum Odd<'a> {
    Bytes(&'a [u8]),
    Huge(u128),
    PanicsInEncoding,
}

impl Serialize for Odd<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Bytes(bytes) => serializer.serialize_bytes(bytes),
            Self::Huge(number) => serializer.serialize_u128(number),
            Self::PanicsInEncoding => panic!("in encoding"),
        }
    }
}

struct OnDrop<F: FnMut()>(F);

impl<F: FnMut()> Drop for OnDrop<F> {
    fn drop(&mut self) {
        (self.0)();
    }
}

struct PanicsWhenDropped;

impl Drop for PanicsWhenDropped {
    fn drop(&mut self) {
        panic_any(PanicsWhenDropped);
    }
}

struct PanicsIfTerse(&'static str);

impl std::fmt::Display for PanicsIfTerse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        assert!(explaining(), "formatted for nobody");
        f.write_str(self.0)
    }
}

struct PanicsWhenShown;

impl std::fmt::Display for PanicsWhenShown {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        panic!("cannot be shown")
    }
}

/// `["panic", where, message]` of a reply, from its three short texts.
fn crash(reply: &[u8]) -> (String, String) {
    let mut texts = Vec::new();
    let mut rest = reply.strip_prefix(&[0x83]).expect("a list of three");
    for _ in 0..3 {
        let (start, len) = match *rest {
            [head @ 0x60..=0x77, ..] => (1, usize::from(head - 0x60)),
            [0x78, len, ..] => (2, usize::from(len)),
            _ => panic!("not a short text: {rest:02x?}"),
        };
        let text = String::from_utf8(rest[start..start + len].to_vec());
        texts.push(text.expect("is UTF-8"));
        rest = &rest[start + len..];
    }
    assert!(rest.is_empty());
    assert_eq!(texts[0], "panic");
    (texts[1].clone(), texts[2].clone())
}

#[test]
fn the_version_is_two() {
    assert_eq!(lockstep_abi_version(), 2);
}

#[test]
fn a_build_says_whether_it_checks_overflow_and_assertions() {
    let _alone = alone();
    let assertions = if cfg!(debug_assertions) { 2 } else { 0 };
    assert_eq!(lockstep_build() & 3, assertions);
}

#[test]
fn a_value_is_status_0() {
    let _alone = alone();
    assert_eq!(run(lockstep_run, b"", TERSE), (0, vec![0x80]));
    let borrowed = vec![0x81, 0x42, b'x', b'y'];
    assert_eq!(run(lockstep_run, b"vxy", TERSE), (0, borrowed));
}

#[test]
fn a_rejection_is_status_1_with_its_kind() {
    let _alone = alone();
    let (status, reply) = run(lockstep_run, b"r", TERSE);
    assert_eq!(status, 1);
    assert_eq!(Ok(reply), to_vec(&("malformed", "")));
}

#[test]
fn a_rejection_shows_its_detail_when_it_explains_itself() {
    let _alone = alone();
    let (status, reply) = run(lockstep_run, b"r", EXPLAIN);
    assert_eq!(status, 1);
    assert_eq!(Ok(reply), to_vec(&("malformed", "no luck")));
    let (_, reply) = run(lockstep_run, b"b", EXPLAIN);
    assert_eq!(
        Ok(reply),
        to_vec(&("number", "invalid digit found in string"))
    );
}

#[test]
fn a_panic_is_status_2_with_its_place() {
    let _alone = alone();
    let (status, reply) = run(lockstep_run, b"p", TERSE);
    assert_eq!(status, 2);
    let (place, message) = crash(&reply);
    let line = place
        .strip_prefix("harness/rust/lockstep-port/tests/runs.rs:")
        .expect("is in this file");
    assert!(line.parse::<u32>().is_ok());
    assert_eq!(message, "");
}

#[test]
fn a_panic_shows_its_message_when_it_explains_itself() {
    let _alone = alone();
    for (input, expected) in [
        (b"p", "broke at 1"),
        (b"s", "plain"),
        (b"a", "a panic payload that is not text"),
        (b"d", "a panic payload that is not text"),
        (b"e", "in encoding"),
        (b"f", "cannot be shown"),
    ] {
        let (status, reply) = run(lockstep_run, input, EXPLAIN);
        assert_eq!(status, 2);
        assert_eq!(crash(&reply).1, expected);
    }
}

#[test]
fn a_panic_that_no_hook_saw_has_an_unknown_place() {
    let _alone = alone();
    let (status, reply) = run(lockstep_run, b"u", EXPLAIN);
    assert_eq!(status, 2);
    assert_eq!(crash(&reply), ("unknown".to_owned(), "thrown".to_owned()));
}

#[test]
fn a_panic_on_another_thread_that_nobody_passes_on_is_the_outcome() {
    let _alone = alone();
    for input in [b"t".as_slice(), b"tr"] {
        let (status, reply) = run(lockstep_run, input, EXPLAIN);
        assert_eq!(status, 2);
        let (place, message) = crash(&reply);
        assert!(place.contains("runs.rs:"), "{place}");
        assert_eq!(message, "elsewhere", "the first one");
        let (status, reply) = run(lockstep_run, input, TERSE);
        assert_eq!((status, crash(&reply)), (2, (place, String::new())));
    }
    let (status, _) = run(lockstep_run, b"to", TERSE);
    assert_eq!(status, 3);
    assert_eq!(run(lockstep_run, b"", TERSE), (0, vec![0x80]));
}

#[test]
fn a_panic_that_a_guard_caught_on_another_thread_stays_caught() {
    let _alone = alone();
    assert_eq!(run(lockstep_run, b"g", TERSE), (0, vec![0x80]));
}

#[test]
fn a_panic_that_another_thread_passes_on_keeps_its_place() {
    let _alone = alone();
    let (status, reply) = run(lockstep_run, b"w", EXPLAIN);
    assert_eq!(status, 2);
    let (place, message) = crash(&reply);
    assert!(place.contains("runs.rs:"), "{place}");
    assert_eq!(message, "elsewhere");
}

#[test]
fn a_panic_on_another_thread_between_two_runs_is_nobodys() {
    let _alone = alone();
    run(lockstep_run, b"", TERSE);
    assert!(thread::spawn(|| panic!("between")).join().is_err());
    assert_eq!(run(lockstep_run, b"", TERSE), (0, vec![0x80]));
}

#[test]
fn a_panic_of_the_run_comes_before_one_of_another_thread() {
    let _alone = alone();
    let (status, reply) = run(lockstep_run, b"T", EXPLAIN);
    assert_eq!(status, 2);
    assert_eq!(crash(&reply).1, "here");
}

#[test]
fn a_value_without_an_encoding_is_status_3_with_the_reason() {
    let _alone = alone();
    let (status, reply) = run(lockstep_run, b"o", TERSE);
    assert_eq!(status, 3);
    let reason = "an integer is outside -2^63 .. 2^64-1; observe it as text or bytes";
    assert_eq!(Ok(reply), to_vec(reason));
}

#[test]
fn a_run_within_a_run_is_refused() {
    let _alone = alone();
    assert_eq!(run(lockstep_run, b"R", TERSE), (0, vec![0x80]));
}

#[test]
fn parts_have_outcomes_of_their_own() {
    let _alone = alone();
    let (status, reply) = run(lockstep_run, b"c", TERSE);
    assert_eq!(status, 0);
    let rejected = b"\x83\xd9\x4c\x52\x67missing\xd9\x4c\x43\x82\x65panic\x78";
    assert!(reply.starts_with(rejected), "{reply:02x?}");
    assert!(reply.ends_with(b"\x41\x01"));

    let (status, reply) = run(lockstep_run, b"c", EXPLAIN);
    assert_eq!(status, 0);
    let rejected = b"\x83\xd9\x4c\x52\x82\x67missing\x68no table\xd9\x4c\x43\x83\x65panic\x78";
    assert!(reply.starts_with(rejected), "{reply:02x?}");
    assert!(reply.ends_with(b"\x6da table broke\x41\x01"));
}

#[test]
fn a_part_within_a_part_keeps_to_itself() {
    let _alone = alone();
    let (status, reply) = run(lockstep_run, b"n", EXPLAIN);
    assert_eq!(status, 0);
    assert!(reply.ends_with(b"\x65outer"));
}

#[test]
fn a_part_that_panics_while_another_panic_unwinds_leaves_that_one_alone() {
    let _alone = alone();
    let (status, reply) = run(lockstep_run, b"D", EXPLAIN);
    assert_eq!(status, 2);
    assert_eq!(crash(&reply).1, "outer");
}

#[test]
fn every_outcome_is_the_same_when_it_is_repeated_after_any_other() {
    let _alone = alone();
    let inputs = b"vrbpsaueotTDncRwg?";
    let first: Vec<_> = inputs
        .iter()
        .map(|&input| run(lockstep_run, &[input], EXPLAIN))
        .collect();
    for a in inputs {
        for (b, expected) in inputs.iter().zip(&first) {
            run(lockstep_run, &[*a], TERSE);
            assert_eq!(&run(lockstep_run, &[*b], EXPLAIN), expected);
        }
    }
}

#[test]
fn a_part_can_be_observed_outside_a_run() {
    thread_local!(static LOG: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) });
    let ended = part(|| -> Result<u8, Rejection> {
        LOG.with_borrow_mut(|log| log.push("began"));
        panic!("{} of {}", 1, 2)
    });
    let Part::Crashed(crash) = ended else {
        panic!("it crashed: {ended:?}")
    };
    assert_eq!(crash.message(), "1 of 2");
    assert!(crash.place().contains("runs.rs:"));
    assert_eq!(LOG.with_borrow(Vec::len), 1);
}
