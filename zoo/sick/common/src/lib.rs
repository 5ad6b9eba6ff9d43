//! What the zoo's sick ports share: the door behind which each is sick, and the health before it.

use std::hint::black_box;

#[doc(hidden)]
pub use lockstep_port;
#[doc(hidden)]
pub use zoo_common::Summary;

/// An input that starts with these bytes makes a port sick.
pub const DOOR: [u8; 2] = *b"go";

/// Whether an input makes a port sick. Byte by byte: the black box keeps the compiler from comparing
/// both at once, which would give the fuzzer nothing to go by.
#[inline]
#[must_use]
pub fn touched(input: &[u8]) -> bool {
    input.len() >= DOOR.len() && black_box(input[0]) == DOOR[0] && black_box(input[1]) == DOOR[1]
}

/// Exports a port that answers like a healthy one, but runs a `fn(&[u8])` first if the input is one
/// that makes it sick.
#[macro_export]
macro_rules! sick_port {
    ($fall_ill:path) => {
        $crate::lockstep_port::port!(observe);

        #[expect(clippy::unnecessary_wraps, reason = "the shape that `port!` takes")]
        fn observe(input: &[u8]) -> Result<$crate::Summary, $crate::lockstep_port::Rejection> {
            if $crate::touched(input) {
                $fall_ill(input);
            }
            Ok($crate::Summary::of(input))
        }
    };
}

/// Exports a port that answers like a healthy one, but lets a `fn(&mut Reply) -> u32` forge the reply
/// and the status if the input is one that makes it sick.
#[macro_export]
macro_rules! forging_port {
    ($forge:path) => {
        /// The version of the interface that this port speaks.
        #[unsafe(no_mangle)]
        pub extern "C" fn lockstep_abi_version() -> u32 {
            $crate::lockstep_port::abi::VERSION
        }

        /// How this port was built.
        #[unsafe(no_mangle)]
        pub extern "C" fn lockstep_build() -> u32 {
            $crate::lockstep_port::abi::build(::core::cfg!(debug_assertions), &mut || ())
        }

        /// Runs the port on one input.
        ///
        /// # Safety
        ///
        /// As `docs/seam.md` says, but for the reply.
        #[unsafe(no_mangle)]
        pub unsafe extern "C" fn lockstep_run(
            input: *const u8,
            len: u64,
            flags: u32,
            reply: *mut $crate::lockstep_port::abi::Reply,
        ) -> u32 {
            let mut sick = false;
            // SAFETY: the caller's promises are the ones that `run` asks for.
            let status = unsafe {
                $crate::lockstep_port::abi::run(input, len, flags, reply, &mut |input, encoder| {
                    sick = $crate::touched(input);
                    $crate::lockstep_port::abi::conclude(Ok($crate::Summary::of(input)), encoder)
                })
            };
            if sick {
                // SAFETY: the caller's promise about `reply`.
                $forge(unsafe { &mut *reply })
            } else {
                status
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::touched;

    #[test]
    fn only_what_starts_with_the_door_makes_sick() {
        assert!(touched(b"go"));
        assert!(touched(b"gone"));
        for well in [&b""[..], b"g", b"og", b" go", b"well"] {
            assert!(!touched(well), "{well:?}");
        }
    }
}
