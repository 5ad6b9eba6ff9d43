//! Sick of the future: it speaks version 999 of the interface, and nothing but the version may be
//! asked of it.

use std::ffi::c_void;
use std::process::abort;

/// A version that nobody knows.
#[unsafe(no_mangle)]
pub extern "C" fn lockstep_abi_version() -> u32 {
    999
}

/// Not to be called.
#[unsafe(no_mangle)]
pub extern "C" fn lockstep_build() -> u32 {
    abort()
}

/// Not to be called.
#[unsafe(no_mangle)]
pub extern "C" fn lockstep_run(
    _input: *const u8,
    _len: u64,
    _flags: u32,
    _reply: *mut c_void,
) -> u32 {
    abort()
}
