//! The C interface behind [`port!`](crate::port): what `docs/seam.md` says, in Rust.

use std::slice;
use std::sync::{Mutex, TryLockError};

use serde::Serialize;

use crate::canary;
use crate::encode::{EncodeError, Encoder};
use crate::explain::Run;
use crate::guard::{self, Crash};
use crate::rejection::Rejection;
use crate::written::Written;

/// The version of the interface. It changes with every change that a caller could notice.
pub const VERSION: u32 = 2;

const VALUE: u32 = 0;
const REJECTED: u32 = 1;
const PANICKED: u32 = 2;
const NO_ENCODING: u32 = 3;
const WRITTEN: u32 = 4;

const FLAG_EXPLAIN: u32 = 1;

const BUILD_COVERAGE: u32 = 1;
const BUILD_DEBUG_ASSERTIONS: u32 = 2;
const BUILD_OVERFLOW_CHECKS: u32 = 4;

/// The answer to a call that came while another was running, already encoded (text of 31 bytes).
const BUSY: &[u8] = b"\x78\x1flockstep_run is already running";

/// The encoder with the buffer that replies borrow. It is kept between runs, so that a warm one
/// allocates nothing.
static ENCODER: Mutex<Encoder> = Mutex::new(Encoder::new());

/// What one run leaves in the caller's hands: a borrowed view of the port's own buffer, valid until
/// the next run.
#[repr(C)]
#[derive(Debug)]
pub struct Reply {
    /// The first byte; owned by the port.
    pub data: *const u8,
    /// How many bytes.
    pub len: u64,
}

/// How an adapter ended that did not panic.
#[derive(Debug)]
pub enum Conclusion {
    /// The observation is in the encoder.
    Value,
    /// What the port wrote is in the encoder, as it is.
    Written,
    /// The port does not take the input.
    Rejected(Rejection),
    /// The adapter made a value that has no encoding.
    NoEncoding(EncodeError),
}

/// Encodes what the adapter returned.
pub fn conclude<T: Serialize>(observed: Result<T, Rejection>, encoder: &mut Encoder) -> Conclusion {
    match observed {
        Ok(observation) => match observation.serialize(&mut *encoder) {
            Ok(()) if encoder.holds_written() => Conclusion::Written,
            Ok(()) => Conclusion::Value,
            Err(error) => Conclusion::NoEncoding(error),
        },
        Err(rejection) => Conclusion::Rejected(rejection),
    }
}

/// The first byte of an input that is to be read, where a port is made of a function that writes and one that reads.
const TO_BE_READ: u8 = 0;

/// Reads the rest of an input that begins with a zero, and writes for any other.
pub fn write_or_read<T: Serialize>(
    input: &[u8],
    write: impl FnOnce(&[u8]) -> Result<Vec<u8>, Rejection>,
    read: impl FnOnce(&[u8]) -> Result<T, Rejection>,
    encoder: &mut Encoder,
) -> Conclusion {
    match input.split_first() {
        Some((&TO_BE_READ, written)) => conclude(read(written), encoder),
        Some((_, rest)) => conclude(write(rest).map(|written| to_be_read(&written)), encoder),
        None => conclude(write(input).map(|written| to_be_read(&written)), encoder),
    }
}

fn to_be_read(written: &[u8]) -> Written<Vec<u8>> {
    Written([&[TO_BE_READ], written].concat())
}

/// The bits of `lockstep_build`. `overflow` adds past the end of a type; whether that panics is the
/// answer for overflow checks, as stable Rust has no `cfg` for it.
pub fn build(debug_assertions: bool, overflow: &mut dyn FnMut()) -> u32 {
    let mut bits = 0;
    if cfg!(lockstep_fuzz) {
        bits |= BUILD_COVERAGE;
    }
    if debug_assertions {
        bits |= BUILD_DEBUG_ASSERTIONS;
    }
    if guard::catch(overflow).is_err() {
        bits |= BUILD_OVERFLOW_CHECKS;
    }
    bits
}

/// Runs `observe` on one input, fills in `reply` and returns the status.
///
/// # Safety
///
/// `input` points to `len` readable bytes that nobody changes during the call, or `len` is 0.
/// `reply` points to a writable [`Reply`]. What it is given is valid until the next call.
pub unsafe fn run(
    input: *const u8,
    len: u64,
    flags: u32,
    reply: *mut Reply,
    observe: &mut dyn FnMut(&[u8], &mut Encoder) -> Conclusion,
) -> u32 {
    let mut encoder = match ENCODER.try_lock() {
        Ok(encoder) => encoder,
        Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
        Err(TryLockError::WouldBlock) => {
            // SAFETY: the caller's promise about `reply`.
            unsafe { lend(BUSY, reply) };
            return NO_ENCODING;
        }
    };
    let input = match usize::try_from(len) {
        Ok(len) if len > 0 => {
            // SAFETY: the caller's promise about `input`.
            unsafe { slice::from_raw_parts(input, len) }
        }
        _ => &[],
    };
    let status = judge(input, flags & FLAG_EXPLAIN != 0, &mut encoder, observe);
    // SAFETY: the caller's promise about `reply`. The buffer lives in a static and changes only in
    // the next run.
    unsafe { lend(encoder.as_bytes(), reply) };
    status
}

/// Runs `observe` and leaves the reply in `encoder`.
fn judge(
    input: &[u8],
    explain: bool,
    encoder: &mut Encoder,
    observe: &mut dyn FnMut(&[u8], &mut Encoder) -> Conclusion,
) -> u32 {
    let _run = Run::begin(explain);
    encoder.clear();
    let ended = guard::catch(|| match observe(input, encoder) {
        Conclusion::Value => {
            canary::sing(input, encoder);
            VALUE
        }
        Conclusion::Written => WRITTEN,
        Conclusion::Rejected(rejection) => {
            encoder.clear();
            reject(&rejection, encoder);
            REJECTED
        }
        Conclusion::NoEncoding(error) => {
            encoder.clear();
            encoder.display(&error);
            NO_ENCODING
        }
    });
    let crash = match (ended, guard::take_stray()) {
        (Ok(VALUE | REJECTED | WRITTEN), Some(stray)) => stray,
        // Caught on another thread and resumed on this one: it was raised where the hook saw it.
        (Err(crash), Some(stray)) if !crash.was_seen() => stray,
        (Err(crash), _) => crash,
        (Ok(status), _) => return status,
    };
    encoder.clear();
    panicked(&crash, encoder);
    PANICKED
}

fn reject(rejection: &Rejection, encoder: &mut Encoder) {
    encoder.list_head(2);
    encoder.text(rejection.kind());
    match rejection.detail() {
        Some(detail) => encoder.display(detail),
        None => encoder.text(""),
    }
}

fn panicked(crash: &Crash, encoder: &mut Encoder) {
    encoder.list_head(3);
    encoder.text(Crash::KIND);
    encoder.text(crash.place());
    encoder.text(crash.message());
}

/// Points `reply` to `bytes`.
///
/// # Safety
///
/// `reply` is writable, and `bytes` stay as they are until the next run.
unsafe fn lend(bytes: &[u8], reply: *mut Reply) {
    let lent = Reply {
        data: bytes.as_ptr(),
        len: bytes.len() as u64,
    };
    // SAFETY: the caller's promise.
    unsafe { reply.write(lent) };
}
