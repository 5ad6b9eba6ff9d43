//! The way of a port through its code, written down step by step while it runs.
//!
//! A step is a comparison, as the fuzz build's trace functions report it, or an edge that was counted since the one before.
//! So the steps of one thread stand in the order in which they were taken, but for edges between two comparisons, which
//! stand in the order of their numbers.

use std::arch::naked_asm;
use std::io;
use std::ptr::null_mut;
use std::slice;
use std::sync::atomic::AtomicPtr;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::{Acquire, Relaxed, Release};

use libc::pid_t;

use crate::coverage::{HOOKS, Location};

/// More steps than that are not written down.
pub(crate) const STEPS_MAX: usize = 1 << 20;

/// How many counters are looked at in one go.
const BLOCK: usize = 64;

/// Marks an edge: no address is that high.
const EDGE: u64 = 1 << 63;

/// One step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Step(u64);

impl Step {
    /// The comparison in front of a return address.
    pub(crate) fn comparison(returns_to: u64) -> Self {
        Self(returns_to.wrapping_sub(1) & !EDGE)
    }

    /// The edge that begins at an address.
    pub(crate) fn edge(begins_at: u64) -> Self {
        Self(begins_at | EDGE)
    }

    /// Whether it is a comparison.
    pub(crate) fn is_comparison(self) -> bool {
        self.0 & EDGE == 0
    }

    /// Where it is, in the library's file.
    pub(crate) fn address(self) -> u64 {
        self.0 & !EDGE
    }
}

/// The steps of one run, in memory that a child shares with its parent: what is there stays when the child ends.
#[derive(Debug)]
pub(crate) struct Way {
    len: &'static AtomicUsize,
    steps: *mut Step,
}

impl Way {
    /// An empty one.
    pub(crate) fn shared() -> io::Result<Self> {
        let bytes = (STEPS_MAX + 1) * size_of::<Step>();
        // SAFETY: takes numbers, and gives memory that nobody else has. It stays for good.
        unsafe {
            let start = libc::mmap(
                null_mut(),
                bytes,
                libc::PROT_READ | libc::PROT_WRITE,
                libc::MAP_SHARED | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE,
                -1,
                0,
            );
            if start == libc::MAP_FAILED {
                return Err(io::Error::last_os_error());
            }
            Ok(Self {
                len: &*start.cast::<AtomicUsize>(),
                steps: start.cast::<Step>().add(1),
            })
        }
    }

    fn add(&self, step: Step) {
        let len = self.len.load(Relaxed);
        if len < STEPS_MAX {
            // SAFETY: there is room for that many, and one thread writes.
            unsafe { self.steps.add(len).write(step) };
            self.len.store(len + 1, Release);
        }
    }

    /// What was written down.
    pub(crate) fn steps(&self) -> &[Step] {
        let len = self.len.load(Acquire).min(STEPS_MAX);
        // SAFETY: these were written, and nobody writes any more.
        unsafe { slice::from_raw_parts(self.steps, len) }
    }
}

/// Follows a port that runs in this thread.
pub(crate) struct Follower<'a> {
    location: &'a Location,
    addresses: Vec<u64>,
    base: u64,
    seen: Vec<u8>,
    way: &'a Way,
    thread: pid_t,
}

static FOLLOWER: AtomicPtr<Follower<'static>> = AtomicPtr::new(null_mut());

impl<'a> Follower<'a> {
    /// Calls `run`, which runs the port, and writes its way down.
    ///
    /// `base` is where the library begins in memory.
    pub(crate) fn follow(location: &'a Location, base: u64, way: &'a Way, run: impl FnOnce()) {
        location.counters().fill(0);
        let mut follower = Self {
            location,
            addresses: location.addresses(),
            base,
            seen: vec![0; location.counters().len()],
            way,
            thread: thread(),
        };
        location.listen(hooks());
        FOLLOWER.store((&raw mut follower).cast(), Release);
        run();
        FOLLOWER.store(null_mut(), Release);
        follower.count();
    }

    fn compared(&mut self, returns_to: u64) {
        self.count();
        self.way
            .add(Step::comparison(returns_to.wrapping_sub(self.base)));
    }

    /// Adds the edges that were counted since the last time.
    fn count(&mut self) {
        let now: &[u8] = self.location.counters();
        for (block, seen) in self.seen.chunks_mut(BLOCK).enumerate() {
            let start = block * BLOCK;
            let counters = &now[start..start + seen.len()];
            if *seen == *counters {
                continue;
            }
            for (at, (before, after)) in seen.iter_mut().zip(counters).enumerate() {
                if *before != *after {
                    *before = *after;
                    if let Some(address) = self.addresses.get(start + at) {
                        self.way.add(Step::edge(address.wrapping_sub(self.base)));
                    }
                }
            }
        }
    }
}

fn thread() -> pid_t {
    // SAFETY: takes nothing.
    unsafe { libc::gettid() }
}

extern "C" fn step(returns_to: u64) {
    let follower = FOLLOWER.load(Acquire);
    if follower.is_null() {
        return;
    }
    // SAFETY: it lives until the pointer is null again. Other threads of the port turn back before they change anything.
    unsafe {
        if (*follower).thread == thread() && (*follower).way.len.load(Relaxed) < STEPS_MAX {
            (*follower).compared(returns_to);
        }
    }
}

#[unsafe(naked)]
extern "C" fn compared() {
    naked_asm!(
        "mov rdi, qword ptr [rsp]",
        "jmp {to}",
        to = sym step,
    )
}

#[unsafe(naked)]
extern "C" fn nothing() {
    naked_asm!("ret")
}

/// In the order of docs/seam.md: nine sorts of comparisons come first.
fn hooks() -> [*const (); HOOKS] {
    let mut hooks = [nothing as extern "C" fn() as *const (); HOOKS];
    hooks[..9].fill(compared as extern "C" fn() as *const ());
    hooks
}
