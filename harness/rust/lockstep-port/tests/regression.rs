//! Regression tests fail over a port that is sick and pass over one that is well, and no port takes
//! the test run down. The name of each test is said twice, since its process is started anew.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use lockstep_port::regression::{Expected, Regression, Step};
use lockstep_port::{Part, Rejection, part};
use serde::Serialize;

lockstep_port::port!(observe);

#[derive(Serialize)]
struct Seen {
    length: usize,
    half: Part<usize>,
    runs: usize,
}

fn observe(input: &[u8]) -> Result<Seen, Rejection> {
    static RUNS: AtomicUsize = AtomicUsize::new(0);
    match input.first() {
        Some(b'a') => process::abort(),
        Some(b'e') => process::exit(0),
        Some(b'l') => loop {
            std::hint::spin_loop();
        },
        Some(b'm') => drop(vec![1u8; 1 << 40]),
        Some(b'p') => panic!("a panic"),
        Some(b'r') => return Err(Rejection::new("malformed")),
        Some(b's') => {
            std::hint::black_box(deep());
        }
        _ => {}
    }
    Ok(Seen {
        length: input.len(),
        half: part(|| match input.len() % 2 {
            0 => Ok(input.len() / 2),
            _ => Err(Rejection::new("odd")),
        }),
        runs: RUNS.fetch_add(1, Ordering::Relaxed),
    })
}

#[expect(unconditional_recursion, reason = "that is what is tested")]
fn deep() -> usize {
    std::hint::black_box(deep()) + 1
}

/// What a regression says of this port: nothing if it is content.
fn said(regression: Regression) -> String {
    match catch_unwind(AssertUnwindSafe(|| regression.check())) {
        Ok(()) => String::new(),
        Err(payload) => payload.downcast_ref::<String>().expect("a message").clone(),
    }
}

macro_rules! regressions {
    ($($name:ident: $input:literal, $place:expr, $expected:expr => $said:literal;)*) => {
        $(#[test]
        fn $name() {
            let regression = Regression::of(lockstep_run, module_path!(), stringify!($name))
                .input($input)
                .within(Duration::from_secs(if $input.starts_with(b"l") { 1 } else { 60 }))
                .expect($place, $expected);
            let said = said(regression);
            assert!(
                if $said.is_empty() { said.is_empty() } else { said.contains($said) },
                "{said}"
            );
        })*
    };
}

const LENGTH: &[Step] = &[Step::Field("length")];
const HALF: &[Step] = &[Step::Field("half")];
const NONE: &[Step] = &[Step::Field("none")];
const BELOW_NONE: &[Step] = &[Step::Field("none"), Step::At(0)];

regressions! {
    the_right_value_passes: b"xy", LENGTH, Expected::Value(b"\x02") => "";
    the_right_whole_passes: b"xy", &[],
        Expected::Value(b"\xa3\x64half\x01\x64runs\x00\x66length\x02") => "";
    another_value_fails: b"xy", LENGTH, Expected::Value(b"\x03")
        => "at        $.length\n  expected  3\n  port      2";
    another_whole_fails: b"xy", &[], Expected::Value(b"\x03") => "port      {\"half\": 1";
    some_value_passes: b"xy", HALF, Expected::SomeValue => "";
    a_rejection_is_no_value: b"x", HALF, Expected::SomeValue => "port      rejected(\"odd\")";
    the_right_rejection_of_a_part_passes: b"x", HALF, Expected::Rejected("odd") => "";
    another_rejection_of_a_part_fails: b"x", HALF, Expected::Rejected("even") => "expected  rejected(even)";
    a_value_is_no_rejection: b"xy", HALF, Expected::Rejected("odd") => "port      1";
    the_right_rejection_passes: b"r", &[], Expected::Rejected("malformed") => "";
    another_rejection_fails: b"r", &[], Expected::Rejected("unsupported") => "port      rejected[\"malformed\"";
    a_rejection_is_not_what_is_at_a_place: b"r", LENGTH, Expected::Value(b"\x01") => "rejected";
    what_is_not_there_is_absent: b"x", NONE, Expected::Absent => "";
    what_is_around_it_has_to_be_there: b"x", BELOW_NONE, Expected::Absent => "nothing there";
    what_is_expected_has_to_be_there: b"x", NONE, Expected::Value(b"\x01") => "port      nothing: {";
    no_value_has_to_be_there_too: b"x", NONE, Expected::SomeValue => "port      nothing: {";
    what_is_there_is_not_absent: b"x", LENGTH, Expected::Absent => "nothing there";
    a_rejection_is_an_answer: b"r", &[], Expected::Answer => "";
    a_panic_is_none: b"p", &[], Expected::Answer => "port      failed[\"panic\"";
    a_panic_has_no_value: b"p", LENGTH, Expected::Value(b"\x01") => "failed";
    an_abort_fails: b"a", &[], Expected::Answer => "ended its process: signal: 6";
    an_exit_fails: b"e", &[], Expected::Answer => "ended its process: exit status: 0";
    a_hang_fails: b"l", &[], Expected::Answer => "has not answered within 1s";
    an_overflow_of_the_stack_fails: b"s", &[], Expected::Answer => "ended its process: signal: 6";
    too_much_memory_fails: b"m", &[], Expected::Answer => "ended its process: signal: 6";
}

#[test]
fn what_runs_before_it_is_run_before_it() {
    Regression::of(
        lockstep_run,
        module_path!(),
        "what_runs_before_it_is_run_before_it",
    )
    .after(&[b"x", b"xyz"])
    .input(b"xy")
    .expect(&[Step::Field("runs")], Expected::Value(b"\x02"))
    .check();
}

#[test]
fn a_test_that_names_another_is_not_taken_for_a_success() {
    let said = said(
        Regression::of(lockstep_run, module_path!(), "no_such_test").expect(&[], Expected::Answer),
    );
    assert!(said.contains("exit status: 0"), "{said}");
}
