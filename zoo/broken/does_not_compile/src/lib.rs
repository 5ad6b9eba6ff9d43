//! Sick of a type error: the compiler refuses it, and its message must reach whoever asked for the
//! build.

/// Text where a number is declared.
#[unsafe(no_mangle)]
pub extern "C" fn lockstep_abi_version() -> u32 {
    "one"
}
