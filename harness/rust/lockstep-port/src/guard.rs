//! The one place where panics end.

use std::any::Any;
use std::cell::Cell;
use std::mem;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, Once, PoisonError};

use crate::explain::{explaining, running};
use crate::place::place;

/// A panic that was caught.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crash {
    place: String,
    message: String,
}

/// What the standard library panics with when a second panic comes out of a destructor.
const IN_CLEANUP: &str = "panic in a destructor during cleanup";

/// The place of a panic that no hook saw.
const UNKNOWN: &str = "unknown";

impl Crash {
    /// The kind of every crash on the Rust side.
    pub const KIND: &str = "panic";

    /// Where the panic was raised, as `file:line`; `unknown` if it was resumed from a place that
    /// nobody saw.
    #[must_use]
    pub fn place(&self) -> &str {
        &self.place
    }

    /// The panic's message; empty unless the run explains itself.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Whether the hook saw it when it was raised.
    pub(crate) fn was_seen(&self) -> bool {
        self.place != UNKNOWN
    }
}

thread_local! {
    /// How many guards this thread is inside of.
    static GUARDS: Cell<u32> = const { Cell::new(0) };
    /// What the hook saw last on this thread, inside the innermost guard.
    static SEEN: Cell<Option<Crash>> = const { Cell::new(None) };
}

/// The first panic of a run that came on another thread, outside all guards.
static STRAY: Mutex<Option<Crash>> = Mutex::new(None);

/// Whether there is one: the lock is for runs that have something to hide.
static STRAYED: AtomicBool = AtomicBool::new(false);

/// Takes the stray panic of the run, if there was one; to be called at its end. One that comes
/// between that and the very end is left to the next run: better there than nowhere.
pub(crate) fn take_stray() -> Option<Crash> {
    if !STRAYED.load(Ordering::Acquire) {
        return None;
    }
    let mut stray = STRAY.lock().unwrap_or_else(PoisonError::into_inner);
    STRAYED.store(false, Ordering::Relaxed);
    stray.take()
}

fn keep_stray(crash: Crash) {
    let mut stray = STRAY.lock().unwrap_or_else(PoisonError::into_inner);
    stray.get_or_insert(crash);
    STRAYED.store(true, Ordering::Release);
}

/// Runs `work` and catches its panic. Prints nothing. Guards nest.
///
/// What `work` had borrowed may be half done after a panic: the caller throws it away or starts it
/// anew.
pub(crate) fn catch<R>(work: impl FnOnce() -> R) -> Result<R, Crash> {
    let outer = enter();
    let ended = panic::catch_unwind(AssertUnwindSafe(work));
    let seen = leave(outer);
    ended.map_err(|payload| conclude(seen, payload))
}

fn enter() -> Option<Crash> {
    listen();
    GUARDS.set(GUARDS.get() + 1);
    SEEN.take()
}

fn leave(outer: Option<Crash>) -> Option<Crash> {
    GUARDS.set(GUARDS.get() - 1);
    SEEN.replace(outer)
}

/// What to say about a panic, given what the hook saw of it. Disposes of the payload.
fn conclude(seen: Option<Crash>, payload: Box<dyn Any + Send>) -> Crash {
    let crash = seen.unwrap_or_else(|| Crash {
        place: UNKNOWN.to_owned(),
        message: message(&*payload),
    });
    dispose(payload);
    crash
}

/// Drops a payload, which may panic in turn if it is a type of the port's own. A second such
/// payload is leaked: dropping could go on for ever.
fn dispose(payload: Box<dyn Any + Send>) {
    if payload.is::<&'static str>() || payload.is::<String>() {
        return;
    }
    let outer = enter();
    if let Err(another) = panic::catch_unwind(AssertUnwindSafe(|| drop(payload))) {
        mem::forget(another);
    }
    leave(outer);
}

/// Installs the hook, once for this library: a cdylib has a standard library, and so a hook, of its
/// own.
fn listen() {
    static LISTENING: Once = Once::new();
    LISTENING.call_once(|| {
        let previous = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if info.payload().downcast_ref() == Some(&IN_CLEANUP) {
                // The process is about to abort, and nothing else will say why.
                eprintln!("{IN_CLEANUP}");
            }
            if GUARDS.get() > 0 {
                SEEN.set(Some(see(info)));
            } else if running() {
                keep_stray(see(info));
            } else {
                previous(info);
            }
        }));
    });
}

/// No backtrace, and no message that nobody reads.
fn see(info: &PanicHookInfo<'_>) -> Crash {
    Crash {
        place: info
            .location()
            .map_or_else(|| UNKNOWN.to_owned(), |at| place(at.file(), at.line())),
        message: message(info.payload()),
    }
}

fn message(payload: &dyn Any) -> String {
    if !explaining() {
        return String::new();
    }
    if let Some(text) = payload.downcast_ref::<&'static str>() {
        (*text).to_owned()
    } else if let Some(text) = payload.downcast_ref::<String>() {
        text.clone()
    } else {
        "a panic payload that is not text".to_owned()
    }
}
