//! Whether anybody wants to read the details.

use std::sync::atomic::{AtomicBool, Ordering};

/// Outside a run there is a person (a unit test, a debugger), so details are kept.
static EXPLAINING: AtomicBool = AtomicBool::new(true);
static RUNNING: AtomicBool = AtomicBool::new(false);

/// Whether this run was asked to explain itself, so that details and messages are worth their cost.
/// True outside a run.
#[must_use]
pub fn explaining() -> bool {
    EXPLAINING.load(Ordering::Relaxed)
}

/// Whether a run is under way on any thread.
pub(crate) fn running() -> bool {
    RUNNING.load(Ordering::Relaxed)
}

/// One run, from `begin` to drop. There is one at a time.
pub(crate) struct Run;

impl Run {
    pub(crate) fn begin(explain: bool) -> Self {
        EXPLAINING.store(explain, Ordering::Relaxed);
        RUNNING.store(true, Ordering::Relaxed);
        Self
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        RUNNING.store(false, Ordering::Relaxed);
        EXPLAINING.store(true, Ordering::Relaxed);
    }
}
