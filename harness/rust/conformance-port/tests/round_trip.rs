//! What comes back is what went in, in its one and only form.

use std::ptr::null;
use std::slice;
use std::sync::{Mutex, PoisonError};

use lockstep_port::abi::Reply;
use lockstep_port::encode::to_vec;

static ALONE: Mutex<()> = Mutex::new(());

/// Status and reply.
fn run(input: &[u8]) -> (u32, Vec<u8>) {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let mut reply = Reply {
        data: null(),
        len: 0,
    };
    let len = input.len() as u64;
    // SAFETY: the input and the reply are live for the call.
    let status = unsafe { conformance_port::lockstep_run(input.as_ptr(), len, 0, &raw mut reply) };
    let len = usize::try_from(reply.len).expect("fits in memory");
    // SAFETY: lent until the next call, which has to wait for the lock.
    let bytes = unsafe { slice::from_raw_parts(reply.data, len) };
    (status, bytes.to_vec())
}

#[test]
fn what_is_in_its_shortest_form_comes_back_as_it_is() {
    for input in [
        &b"\xf6"[..],
        b"\xf4",
        b"\xf5",
        b"\x00",
        b"\x17",
        b"\x18\x18",
        b"\x1b\xff\xff\xff\xff\xff\xff\xff\xff",
        b"\x20",
        b"\x3b\x7f\xff\xff\xff\xff\xff\xff\xff",
        b"\xf9\x80\x00",
        b"\xf9\x00\x01",
        b"\xf9\x7c\x00",
        b"\xf9\x7e\x00",
        b"\xfa\x47\xc3\x50\x00",
        b"\xfb\x3f\xf1\x99\x99\x99\x99\x99\x9a",
        b"\x60",
        b"\x64\xf0\x90\x85\x91",
        b"\x43\x00\xff\x80",
        b"\x82\x80\xa0",
        b"\xa3\x01\x02\x20\x03\x61a\x81\x04",
        b"\xd9\x4c\x52\x69malformed",
        b"\xd9\x4c\x43\x82\x65panic\x64a:12",
        b"\xd9\x01\x11\x43\xed\xa0\x80",
        b"\xd9\x01\x11\x48a\xed\xb0\x80\xf0\x9f\x98\x80",
    ] {
        assert_eq!(run(input), (0, input.to_vec()), "{input:02x?}");
    }
}

#[test]
fn what_is_longer_than_it_need_be_is_shortened() {
    for (input, expected) in [
        (&b"\x18\x01"[..], &b"\x01"[..]),
        (b"\x1b\0\0\0\0\0\0\0\x01", b"\x01"),
        (b"\x79\x00\x01a", b"\x61a"),
        (b"\xfb\x3f\xf8\0\0\0\0\0\0", b"\xf9\x3e\x00"),
        (b"\xfa\xff\xff\xff\xff", b"\xf9\x7e\x00"),
        (b"\xd9\x01\x11\x41a", b"\x61a"),
        (b"\xa2\x61b\x01\x61a\x02", b"\xa2\x61a\x02\x61b\x01"),
    ] {
        assert_eq!(run(input), (0, expected.to_vec()), "{input:02x?}");
    }
}

#[test]
fn what_is_not_an_observation_is_malformed() {
    let malformed = (1, to_vec(&("malformed", "")).expect("has an encoding"));
    for input in [
        &b""[..],
        b"\x18",
        b"\x00\x00",
        b"\x1c",
        b"\x9f\xff",
        b"\x61\xff",
        b"\x63\xed\xa0\x80",
        b"\x5b\xff\xff\xff\xff\xff\xff\xff\xff",
        b"\x9b\xff\xff\xff\xff\xff\xff\xff\xff",
        b"\xf7",
        b"\xc0\x60",
        b"\xd9\x01\x11\x60",
        b"\xd9\x01\x11\x46\xed\xa0\x80\xed\xb0\x80",
        b"\xd9\x01\x11\x42\xed\xa0",
        &[0x81; 1000],
    ] {
        assert_eq!(run(input), malformed, "{input:02x?}");
    }
}

#[test]
fn what_has_no_encoding_is_an_error_of_the_adapter() {
    let mut deep = vec![0x81; 257];
    deep.push(0);
    for input in [
        &b"\xa2\x61a\x01\x61a\x02"[..],
        b"\x3b\x80\0\0\0\0\0\0\0",
        &deep,
    ] {
        assert_eq!(run(input).0, 3, "{input:02x?}");
    }
    assert_eq!(run(&deep[1..]).0, 0);
}
