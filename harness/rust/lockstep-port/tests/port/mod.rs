//! Drives the C interface as an engine would.
#![allow(dead_code, reason = "each test binary uses a part of it")]

use std::ptr::null;
use std::slice;
use std::sync::{Mutex, MutexGuard, PoisonError};

use lockstep_port::abi::Reply;

/// The C interface of a port that is linked into the test.
pub type Run = unsafe extern "C" fn(*const u8, u64, u32, *mut Reply) -> u32;

/// A port takes one call at a time, and tests run side by side.
pub fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Runs a port and shows the reply to `look`.
pub fn look<R>(run: Run, input: &[u8], flags: u32, look: impl FnOnce(u32, &[u8]) -> R) -> R {
    let mut reply = Reply {
        data: null(),
        len: 0,
    };
    // SAFETY: the input and the reply are live for the call.
    let status = unsafe { run(input.as_ptr(), input.len() as u64, flags, &raw mut reply) };
    let len = usize::try_from(reply.len).expect("fits in memory");
    // SAFETY: the port lends the reply until the next call, and `alone` keeps that away.
    let bytes = unsafe { slice::from_raw_parts(reply.data, len) };
    look(status, bytes)
}

/// Runs a port and copies the reply.
pub fn run(run: Run, input: &[u8], flags: u32) -> (u32, Vec<u8>) {
    look(run, input, flags, |status, reply| (status, reply.to_vec()))
}
