//! The fuzz build's coverage: what the instrumentation of LLVM's `SanitizerCoverage` calls, and
//! where its counters are.
//!
//! The symbols are hidden, so that nothing else in the process (a preloaded libFuzzer, Jazzer's
//! driver) can take a port's calls away from it.

use std::arch::naked_asm;
use std::ptr::null_mut;
use std::sync::atomic::{AtomicPtr, Ordering};

#[cfg(not(target_arch = "x86_64"))]
compile_error!(
    "the trace functions are written for x86-64: see docs/decisions/002-the-port-carries-its-coverage-hooks.md"
);

const HOOKS: usize = 13;

/// Where the coverage lives. All of it belongs to the port's library and stays until it is
/// unloaded.
#[repr(C)]
#[derive(Debug)]
pub struct Coverage {
    /// One byte an edge, counting up and wrapping; zeroed by whoever reads them.
    pub counters: *mut u8,
    /// How many counters.
    pub counters_len: u64,
    /// Two words an edge: its address, and flags of which bit 0 says that a function starts there.
    pub pcs: *const u8,
    /// In bytes.
    pub pcs_len: u64,
    /// What the trace functions jump to, in the order of `docs/seam.md`; written by the engine.
    pub hooks: *mut *mut (),
    /// How many hooks.
    pub hooks_len: u64,
}

/// Says where the coverage lives.
///
/// # Safety
///
/// `out` is writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn lockstep_coverage(out: *mut Coverage) {
    let (counters, counters_len) = COUNTERS.get();
    let (pcs, pcs_len) = PCS.get();
    let coverage = Coverage {
        counters,
        counters_len,
        pcs,
        pcs_len,
        hooks: TABLE.as_ptr().cast_mut().cast(),
        hooks_len: HOOKS as u64,
    };
    // SAFETY: the caller's promise.
    unsafe { out.write(coverage) };
}

/// A range of memory that grows by what is announced.
struct Range {
    start: AtomicPtr<u8>,
    end: AtomicPtr<u8>,
}

impl Range {
    const fn new() -> Self {
        Self {
            start: AtomicPtr::new(null_mut()),
            end: AtomicPtr::new(null_mut()),
        }
    }

    /// Adds a range. Each crate's constructor announces the one section that the linker made for
    /// the whole library, so ranges are the same, or touch; one that does neither belongs to
    /// something else and is left out.
    fn add(&self, start: *mut u8, end: *mut u8) {
        if start >= end {
            return;
        }
        let (old_start, old_end) = (self.start.load(RELAXED), self.end.load(RELAXED));
        if old_start.is_null() {
            self.start.store(start, RELAXED);
            self.end.store(end, RELAXED);
        } else if start <= old_end && end >= old_start {
            self.start.store(start.min(old_start), RELAXED);
            self.end.store(end.max(old_end), RELAXED);
        }
    }

    /// The start, and the length in bytes.
    fn get(&self) -> (*mut u8, u64) {
        let (start, end) = (self.start.load(RELAXED), self.end.load(RELAXED));
        (start, (end.addr() - start.addr()) as u64)
    }
}

/// Constructors run one after the other, while the library is being loaded.
const RELAXED: Ordering = Ordering::Relaxed;

static COUNTERS: Range = Range::new();
static PCS: Range = Range::new();

extern "C" fn add_counters(start: *mut u8, end: *mut u8) {
    COUNTERS.add(start, end);
}

extern "C" fn add_pcs(start: *mut u8, end: *mut u8) {
    PCS.add(start, end);
}

/// What the trace functions jump to.
static TABLE: [AtomicPtr<()>; HOOKS] = [const { AtomicPtr::new(NOTHING) }; HOOKS];

const NOTHING: *mut () = nothing as extern "C" fn() as *mut ();

/// The answer to a comparison while nobody listens.
#[unsafe(naked)]
extern "C" fn nothing() {
    naked_asm!("ret")
}

/// A hidden function of the given name that jumps to `sym` with everything in its place.
macro_rules! jump {
    ($name:ident, $to:path) => {
        #[unsafe(naked)]
        #[unsafe(no_mangle)]
        extern "C" fn $name() {
            naked_asm!(
                concat!(".hidden ", stringify!($name)),
                "jmp {to}",
                to = sym $to,
            )
        }
    };
}

/// Hidden functions that jump through the table, each through its own place in it. The caller's
/// arguments and its return address stay where they are, so that whoever answers sees the
/// instrumented code as its caller.
macro_rules! trace {
    ($($index:literal $name:ident)*) => {
        $(
            #[unsafe(naked)]
            #[unsafe(no_mangle)]
            extern "C" fn $name() {
                naked_asm!(
                    concat!(".hidden ", stringify!($name)),
                    "jmp qword ptr [rip + {table} + 8 * {index}]",
                    table = sym TABLE,
                    index = const $index,
                )
            }
        )*
    };
}

jump!(__sanitizer_cov_8bit_counters_init, add_counters);
jump!(__sanitizer_cov_pcs_init, add_pcs);

trace! {
    0 __sanitizer_cov_trace_cmp1
    1 __sanitizer_cov_trace_cmp2
    2 __sanitizer_cov_trace_cmp4
    3 __sanitizer_cov_trace_cmp8
    4 __sanitizer_cov_trace_const_cmp1
    5 __sanitizer_cov_trace_const_cmp2
    6 __sanitizer_cov_trace_const_cmp4
    7 __sanitizer_cov_trace_const_cmp8
    8 __sanitizer_cov_trace_switch
    9 __sanitizer_cov_trace_div4
    10 __sanitizer_cov_trace_div8
    11 __sanitizer_cov_trace_gep
    12 __sanitizer_cov_trace_pc_indir
}
