//! Whether to look for the other side's turn before sleeping.

use std::mem;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// Remembers whether looking was worth it lately. On a busy machine it is not: it takes the processor's time from whom
/// it waits for.
#[derive(Debug)]
pub(crate) struct Patience(AtomicU32);

impl Patience {
    const MOST: u32 = 8;
    const LOSS: u32 = 2;

    /// Out of so many nanoseconds of the system's clock...
    const PERIOD_NANOS: u64 = 1 << 24;

    /// ... the first so many are for looking anyway. All processes have the same clock: only if both sides look at the
    /// same time can they find out that it is worth it again.
    const TRIAL_NANOS: u64 = 1 << 20;

    pub(crate) const fn new() -> Self {
        Self(AtomicU32::new(Self::MOST))
    }

    /// Whether to look, at this time of the system's clock.
    pub(crate) fn has_some(&self, now: u64) -> bool {
        let worth_it = self.0.load(Ordering::Relaxed) > 0;
        (worth_it || now % Self::PERIOD_NANOS < Self::TRIAL_NANOS) && several_processors()
    }

    /// The other side came while this one looked.
    pub(crate) fn paid(&self) {
        let more = self.0.load(Ordering::Relaxed) + 1;
        self.0.store(more.min(Self::MOST), Ordering::Relaxed);
    }

    /// It did not.
    pub(crate) fn did_not_pay(&self) {
        let less = self.0.load(Ordering::Relaxed).saturating_sub(Self::LOSS);
        self.0.store(less, Ordering::Relaxed);
    }
}

/// The system's clock, the same in all processes.
pub(crate) fn nanos() -> u64 {
    // SAFETY: plain numbers.
    let mut time: libc::timespec = unsafe { mem::zeroed() };
    // SAFETY: there is room for the answer. This clock is always there.
    unsafe { libc::clock_gettime(libc::CLOCK_MONOTONIC, &raw mut time) };
    time.tv_sec.cast_unsigned() * 1_000_000_000 + time.tv_nsec.cast_unsigned()
}

/// On one processor, the other side cannot run while this one looks.
fn several_processors() -> bool {
    static SEVERAL: OnceLock<bool> = OnceLock::new();
    *SEVERAL.get_or_init(|| {
        // SAFETY: plain numbers, for which zeros will do.
        let mut set: libc::cpu_set_t = unsafe { mem::zeroed() };
        // SAFETY: there is room for a set.
        let known = unsafe { libc::sched_getaffinity(0, size_of_val(&set), &raw mut set) } == 0;
        // SAFETY: a set that was filled in.
        known && unsafe { libc::CPU_COUNT(&set) } > 1
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const IN_TRIAL: u64 = 5 * Patience::PERIOD_NANOS + Patience::TRIAL_NANOS - 1;
    const AFTER_TRIAL: u64 = IN_TRIAL + 1;

    #[test]
    fn patience_runs_out_and_comes_back_in_a_trial_that_pays() {
        if !several_processors() {
            return;
        }
        let patience = Patience::new();
        assert!(patience.has_some(AFTER_TRIAL));
        for _ in 0..Patience::MOST / Patience::LOSS {
            assert!(patience.has_some(AFTER_TRIAL));
            patience.did_not_pay();
        }
        assert!(!patience.has_some(AFTER_TRIAL));
        assert!(patience.has_some(IN_TRIAL));
        patience.did_not_pay();
        assert!(!patience.has_some(AFTER_TRIAL));
        patience.paid();
        assert!(patience.has_some(AFTER_TRIAL));
    }

    #[test]
    fn patience_has_an_end_however_long_it_paid() {
        let patience = Patience::new();
        for _ in 0..1000 {
            patience.paid();
        }
        for _ in 0..Patience::MOST / Patience::LOSS {
            patience.did_not_pay();
        }
        assert!(!patience.has_some(AFTER_TRIAL));
    }
}
