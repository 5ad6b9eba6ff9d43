//! Sick of a gap: it speaks the right version of the interface, and has no `lockstep_run`.

/// The version that the interface has.
#[unsafe(no_mangle)]
pub extern "C" fn lockstep_abi_version() -> u32 {
    2
}

/// A plain build.
#[unsafe(no_mangle)]
pub extern "C" fn lockstep_build() -> u32 {
    0
}
