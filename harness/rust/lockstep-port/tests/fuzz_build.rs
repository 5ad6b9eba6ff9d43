//! The two builds of a port, loaded with nothing else in the process.
//!
//! Builds two ports of the zoo as `rustc-coverage` says at its top, so the first time takes a
//! while.
#![cfg(all(target_os = "linux", target_arch = "x86_64"))]

use std::env;
use std::ffi::{CStr, CString, c_char, c_int, c_void};
use std::mem::transmute_copy;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::ptr::null;
use std::slice;
use std::sync::{Mutex, MutexGuard, PoisonError};

use lockstep_port::abi::Reply;

const TARGET: &str = "x86_64-unknown-linux-gnu";

/// `struct lockstep_coverage`, written down once more: the tests read what a caller in another
/// language would.
#[repr(C)]
struct Coverage {
    counters: *mut u8,
    counters_len: usize,
    pcs: *const [usize; 2],
    pcs_len: usize,
    hooks: *mut *const c_void,
    hooks_len: usize,
}

unsafe extern "C" {
    fn dlopen(name: *const c_char, flags: c_int) -> *mut c_void;
    fn dlsym(library: *mut c_void, name: *const c_char) -> *mut c_void;
    fn dlerror() -> *const c_char;
}

const RTLD_NOW: c_int = 2;

/// A port takes one call at a time, and its counters and hooks are there once: the tests take
/// turns.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A loaded port; never unloaded.
struct Port(*mut c_void);

impl Port {
    fn load(path: &Path) -> Self {
        let name = CString::new(path.to_str().expect("is UTF-8")).expect("has no zero");
        // SAFETY: the name ends in zero. The library's constructors only note down their ranges.
        let library = unsafe { dlopen(name.as_ptr(), RTLD_NOW) };
        if library.is_null() {
            // SAFETY: after a failure there is a message.
            let why = unsafe { CStr::from_ptr(dlerror()) };
            panic!("{}: {}", path.display(), why.to_string_lossy());
        }
        Self(library)
    }

    fn symbol(&self, name: &CStr) -> Option<*mut c_void> {
        // SAFETY: the library is loaded and the name ends in zero.
        let symbol = unsafe { dlsym(self.0, name.as_ptr()) };
        (!symbol.is_null()).then_some(symbol)
    }

    /// # Safety
    ///
    /// `F` is the type of the function.
    unsafe fn function<F>(&self, name: &CStr) -> F {
        let symbol = self.symbol(name).expect("the symbol is exported");
        // SAFETY: the caller's promise; a function pointer is as wide as any other.
        unsafe { transmute_copy(&symbol) }
    }

    fn build(&self) -> u32 {
        // SAFETY: the type is the one in docs/seam.md.
        unsafe { self.function::<extern "C" fn() -> u32>(c"lockstep_build")() }
    }

    fn run(&self, input: &[u8]) -> (u32, Vec<u8>) {
        type Run = unsafe extern "C" fn(*const u8, u64, u32, *mut Reply) -> u32;
        let mut reply = Reply {
            data: null(),
            len: 0,
        };
        let len = input.len() as u64;
        // SAFETY: the type is the one in docs/seam.md; input and reply are live for the call.
        let status = unsafe {
            self.function::<Run>(c"lockstep_run")(input.as_ptr(), len, 1, &raw mut reply)
        };
        let len = usize::try_from(reply.len).expect("fits in memory");
        // SAFETY: lent until the next call.
        let bytes = unsafe { slice::from_raw_parts(reply.data, len) };
        (status, bytes.to_vec())
    }

    fn coverage(&self) -> Coverage {
        type Where = unsafe extern "C" fn(*mut Coverage);
        let mut coverage = Coverage {
            counters: std::ptr::null_mut(),
            counters_len: 0,
            pcs: null(),
            pcs_len: 0,
            hooks: std::ptr::null_mut(),
            hooks_len: 0,
        };
        // SAFETY: the type is the one in docs/seam.md, and there is room for the answer.
        unsafe { self.function::<Where>(c"lockstep_coverage")(&raw mut coverage) };
        coverage
    }

    /// The counters that one input moves, having set all to zero.
    fn counters(&self, input: &[u8]) -> Vec<u8> {
        let coverage = self.coverage();
        // SAFETY: the range is the library's own, and nothing else counts.
        unsafe { coverage.counters.write_bytes(0, coverage.counters_len) };
        self.run(input);
        // SAFETY: as above.
        unsafe { slice::from_raw_parts(coverage.counters, coverage.counters_len) }.to_vec()
    }
}

/// Builds a port of the zoo.
fn built(package: &str, fuzz: bool) -> Port {
    let rust = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("is in a folder");
    let root = rust.ancestors().nth(2).expect("is in a workspace");
    let mut target: PathBuf = root.join("target");
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root).env_remove("RUSTFLAGS");
    cargo.args(["build", "--release", "--package", package]);
    if fuzz {
        target.push("lockstep-fuzz");
        cargo
            .args(["--target", TARGET])
            .env("RUSTC_WRAPPER", rust.join("rustc-coverage"))
            .env("CARGO_PROFILE_RELEASE_OVERFLOW_CHECKS", "true")
            .env("CARGO_PROFILE_RELEASE_DEBUG_ASSERTIONS", "true")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "line-tables-only");
    }
    cargo.arg("--target-dir").arg(&target);
    assert!(cargo.status().expect("cargo starts").success());
    if fuzz {
        target.push(TARGET);
    }
    let library = format!("lib{}.so", package.replace('-', "_"));
    Port::load(&target.join("release").join(library))
}

#[test]
fn a_fuzz_build_checks_what_a_release_build_ships_without() {
    let _alone = alone();
    let release = built("zoo-overflows", false);
    let fuzz = built("zoo-overflows", true);
    assert_eq!(release.build(), 0);
    assert_eq!(fuzz.build(), 1 | 2 | 4);
    assert!(release.symbol(c"lockstep_coverage").is_none());

    assert_eq!(release.run(&[1, 2]), fuzz.run(&[1, 2]));
    let wrapped = b"\xa3\x63sum\x01\x65first\x18\xff\x66length\x02".to_vec();
    assert_eq!(release.run(&[255, 2]), (0, wrapped));
    let (status, reply) = fuzz.run(&[255, 2]);
    assert_eq!(status, 2);
    assert!(reply.starts_with(b"\x83\x65panic\x78\x21zoo/ports/overflows/src/lib.rs:"));
    assert!(reply.ends_with(b"attempt to add with overflow"));
}

#[test]
fn the_counters_of_a_fuzz_build_tell_branches_apart() {
    let _alone = alone();
    let port = built("zoo-hidden-branch", true);
    let coverage = port.coverage();
    assert!(coverage.counters_len > 0);
    assert_eq!(coverage.pcs_len, coverage.counters_len * 16);
    // SAFETY: two words a counter, in the library's own memory.
    let pcs = unsafe { slice::from_raw_parts(coverage.pcs, coverage.counters_len) };
    assert!(pcs.iter().any(|[_, flags]| flags & 1 == 1));
    assert!(pcs.iter().all(|[pc, _]| *pc != 0));

    let other = port.counters(b"XXXXXXXX");
    assert!(other.iter().any(|&count| count > 0));
    assert_eq!(port.counters(b"XXXXXXXX"), other);
    assert_eq!(port.counters(b"XYYYYYYY"), other, "the same way through");
    assert_ne!(port.counters(b"RXXXXXXX"), other);
    assert_ne!(port.counters(b"RXXXXXXX"), port.counters(b"RUXXXXXX"));
    assert_ne!(
        port.counters(b"RUST1234"),
        port.counters(b"RUST\xe5\x1c\xed\x5e")
    );
}

/// What the hook saw: the caller's address, and the operands.
static SEEN: Mutex<Vec<(u32, u32)>> = Mutex::new(Vec::new());

extern "C" fn compared(constant: u32, variable: u32) {
    SEEN.lock()
        .expect("nobody panics with it")
        .push((constant, variable));
}

#[test]
fn a_comparison_of_a_fuzz_build_goes_through_the_hooks_once_they_are_set() {
    const TRACE_CONST_CMP4: usize = 6;
    let _alone = alone();
    let port = built("zoo-hidden-branch", true);
    port.run(b"RUSTabcd");
    let coverage = port.coverage();
    assert_eq!(coverage.hooks_len, 13);
    // SAFETY: there are 13 hooks, and this one takes what `compared` takes.
    unsafe {
        coverage
            .hooks
            .add(TRACE_CONST_CMP4)
            .write(compared as extern "C" fn(u32, u32) as *const c_void);
    }
    port.run(b"RUSTabcd");
    let abcd = u32::from_le_bytes(*b"abcd");
    let seen = SEEN.lock().expect("nobody panics with it");
    assert!(seen.contains(&(0x5EED_1CE5, abcd)), "{seen:x?}");
}
