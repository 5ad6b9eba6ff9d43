//! Whose turn it is: a word of the exchange to wait on.

use std::hint::spin_loop;
use std::ptr::{null, null_mut};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use crate::patience::{Patience, nanos};

/// The child has not loaded the side yet.
pub const STARTING: u32 = 0;

/// The child waits for its first question.
pub const READY: u32 = 1;

/// The client has asked.
pub const ASKED: u32 = 2;

/// The child has answered.
pub const ANSWERED: u32 = 3;

/// There is no child any more.
pub const ENDED: u32 = 4;

/// How long to look before sleeping.
const LOOK_NANOS: u64 = 20_000;

/// Looks between two looks at the clock.
const LOOKS: u32 = 32;

/// There is one wait at a time in a process, and if not, it does no harm.
static PATIENCE: Patience = Patience::new();

/// Whose turn it is. Shared between processes.
#[repr(transparent)]
#[derive(Debug)]
pub struct Turn(AtomicU32);

impl Turn {
    /// Whose turn it is now.
    pub fn get(&self) -> u32 {
        self.0.load(Ordering::Acquire)
    }

    /// Hands the turn over, whoever had it, and wakes who waits.
    pub fn set(&self, turn: u32) {
        self.0.store(turn, Ordering::Release);
        self.wake();
    }

    /// Hands the turn over if it is still `from`, and wakes who waits.
    pub fn pass(&self, from: u32, to: u32) -> bool {
        let passed = self
            .0
            .compare_exchange(from, to, Ordering::AcqRel, Ordering::Acquire)
            .is_ok();
        if passed {
            self.wake();
        }
        passed
    }

    /// Waits for as long as `not_yet` says so of the turn, or until `deadline`. Returns the turn.
    pub fn wait(&self, not_yet: impl Fn(u32) -> bool, deadline: Option<Instant>) -> u32 {
        let mut turn = self.get();
        if !not_yet(turn) {
            return turn;
        }
        let start = nanos();
        if PATIENCE.has_some(start) {
            while nanos() - start < LOOK_NANOS {
                for _ in 0..LOOKS {
                    spin_loop();
                    turn = self.get();
                    if !not_yet(turn) {
                        PATIENCE.paid();
                        return turn;
                    }
                }
            }
            PATIENCE.did_not_pay();
        }
        while not_yet(turn) {
            let left = deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
            if left == Some(Duration::ZERO) {
                return turn;
            }
            self.sleep(turn, left);
            turn = self.get();
        }
        turn
    }

    /// Sleeps while the turn is `turn`; may return early.
    fn sleep(&self, turn: u32, left: Option<Duration>) {
        let left = left.map(|left| libc::timespec {
            tv_sec: left.as_secs().try_into().unwrap_or(libc::time_t::MAX),
            tv_nsec: left.subsec_nanos().into(),
        });
        let timeout = left.as_ref().map_or(null(), |left| &raw const *left);
        // SAFETY: the word and the timeout are live. Whatever it says, the caller looks again.
        unsafe {
            libc::syscall(
                libc::SYS_futex,
                self.0.as_ptr(),
                libc::FUTEX_WAIT,
                turn,
                timeout,
            );
        }
    }

    fn wake(&self) {
        // SAFETY: the word is live.
        unsafe {
            libc::syscall(
                libc::SYS_futex,
                self.0.as_ptr(),
                libc::FUTEX_WAKE,
                i32::MAX,
                null_mut::<libc::timespec>(),
            );
        }
    }
}
