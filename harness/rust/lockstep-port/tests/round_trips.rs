//! Ports that write, seen through the C interface.

mod port;

use lockstep_port::encode::to_vec;
use lockstep_port::{Bytes, Rejection, Written, part};
use serde::Serialize;

use port::{alone, run};

const VALUE: u32 = 0;
const REJECTED: u32 = 1;
const PANICKED: u32 = 2;
const WRITTEN: u32 = 4;

mod of_two {
    use super::{Bytes, Rejection};

    pub fn write(input: &[u8]) -> Result<Vec<u8>, Rejection> {
        match input {
            [b'r', ..] => Err(Rejection::new("malformed")),
            [b'p', ..] => panic!("broke"),
            _ => Ok(input.iter().rev().copied().collect()),
        }
    }

    #[expect(clippy::unnecessary_wraps, reason = "the shape that `port!` takes")]
    pub fn read(written: &[u8]) -> Result<Bytes<Vec<u8>>, Rejection> {
        Ok(Bytes(written.iter().rev().copied().collect()))
    }
}

lockstep_port::port!(write = of_two::write, read = of_two::read);

#[test]
fn what_is_written_is_the_reply_as_it_is_with_a_zero_before_it() {
    let _alone = alone();
    assert_eq!(
        run(lockstep_run, b"\x01abc", 0),
        (WRITTEN, b"\0cba".to_vec())
    );
    assert_eq!(run(lockstep_run, b"\x01", 0), (WRITTEN, b"\0".to_vec()));
    assert_eq!(run(lockstep_run, b"", 0), (WRITTEN, b"\0".to_vec()));
}

#[test]
fn what_was_written_is_read_without_the_zero() {
    let _alone = alone();
    let (_, written) = run(lockstep_run, b"\x01abc", 0);
    let expected = to_vec(&Bytes(b"abc")).expect("it has an encoding");
    assert_eq!(run(lockstep_run, &written, 0), (VALUE, expected));
}

#[test]
fn a_port_that_does_not_write_says_so_as_any_other() {
    let _alone = alone();
    assert_eq!(run(lockstep_run, b"\x01r", 0).0, REJECTED);
    assert_eq!(run(lockstep_run, b"\x01p", 0).0, PANICKED);
    assert_eq!(
        run(lockstep_run, b"\x01abc", 0),
        (WRITTEN, b"\0cba".to_vec())
    );
}

#[test]
fn what_was_written_is_a_whole_answer_and_no_piece_of_one() {
    #[derive(Serialize)]
    struct Around {
        inside: Written<&'static [u8]>,
    }

    let inside = Around {
        inside: Written(b"abc"),
    };
    assert!(to_vec(&inside).is_err());
    assert!(to_vec(&[Written(b"abc")]).is_err());
    assert!(to_vec(&vec![part(|| Ok(Written(b"abc")))]).is_err());
    assert_eq!(to_vec(&Some(Written(b"abc"))), Ok(b"abc".to_vec()));
}
