//! The macro that turns a function into a port.

/// Exports `observe` as this library's port, with the whole C interface of `docs/seam.md`.
///
/// `observe` is the path of a `fn(&[u8]) -> Result<impl Serialize, Rejection>`. The observation may
/// borrow from the input. Use the macro once, at the top of a crate with `crate-type = ["cdylib"]`.
///
/// Several such functions under names, `port!(records: records, header: header)`, are parts of one
/// observation: each is asked by itself, and the rejection or panic of one leaves the others
/// comparable.
///
/// `port!(write = …, read = …)` makes a port of two functions, as `dev.lockstep.RoundTrip` makes an
/// original of two: an input that begins with a zero byte is one to be read, and goes to
/// `fn read(&[u8]) -> Result<impl Serialize, Rejection>` without it; of any other the rest goes to
/// `fn write(&[u8]) -> Result<Vec<u8>, Rejection>`, and both sides read what that returns. A port
/// that has other ways to tell its inputs apart answers with [`Written`](crate::Written) itself.
#[macro_export]
macro_rules! port {
    ($($name:ident: $observe:path),+ $(,)?) => {
        fn lockstep_parts(
            input: &[u8],
        ) -> ::core::result::Result<$crate::Parts<impl $crate::Fields>, $crate::Rejection> {
            ::core::result::Result::Ok(
                $crate::Parts::new()$(.with(::core::stringify!($name), || $observe(input)))+,
            )
        }

        $crate::port!(lockstep_parts);
    };
    ($observe:path) => {
        $crate::port!(@ |input, encoder| $crate::abi::conclude($observe(input), encoder));
    };
    (write = $write:path, read = $read:path $(,)?) => {
        $crate::port!(@ |input, encoder| {
            $crate::abi::write_or_read(input, $write, $read, encoder)
        });
    };
    (@ |$input:ident, $encoder:ident| $run:expr) => {
        /// The version of the interface that this port speaks.
        #[unsafe(no_mangle)]
        pub extern "C" fn lockstep_abi_version() -> u32 {
            $crate::abi::VERSION
        }

        /// How this port was built. Bits: 1 coverage, 2 debug assertions, 4 overflow checks.
        #[unsafe(no_mangle)]
        pub extern "C" fn lockstep_build() -> u32 {
            // Here and not in the kit: a profile may treat the two crates differently, and the
            // port's is the one that counts.
            $crate::abi::build(::core::cfg!(debug_assertions), &mut || {
                let one = ::core::hint::black_box(1u8);
                ::core::hint::black_box(::core::hint::black_box(u8::MAX) + one);
            })
        }

        /// Runs the port on one input. Not reentrant.
        ///
        /// # Safety
        ///
        /// `input` points to `len` readable bytes that nobody changes during the call, or `len` is
        /// 0. `reply` points to a writable reply. What it is given is valid until the next call.
        #[unsafe(no_mangle)]
        pub unsafe extern "C" fn lockstep_run(
            input: *const u8,
            len: u64,
            flags: u32,
            reply: *mut $crate::abi::Reply,
        ) -> u32 {
            // SAFETY: the caller's promises are the ones that `run` asks for.
            unsafe {
                $crate::abi::run(input, len, flags, reply, &mut |$input, $encoder| $run)
            }
        }
    };
}
