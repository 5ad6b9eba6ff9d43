//! What a deadly signal was about, written down before it kills.

use std::io;
use std::mem;
use std::ptr::null_mut;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::atomic::{AtomicPtr, AtomicU32, AtomicUsize};

use libc::{c_int, c_void, siginfo_t};

use crate::exchange::{Exchange, FAULT_JUMP, FAULT_READ, FAULT_STACK, FAULT_WRITE, Header};
use crate::processes::check;

const DEADLY: [c_int; 4] = [libc::SIGSEGV, libc::SIGBUS, libc::SIGILL, libc::SIGFPE];

const HANDLER_STACK_BYTES: usize = 64 << 10;

/// How far below the guard of a stack a function with a large frame may reach past it.
const BELOW_GUARD_BYTES: usize = 1 << 20;

const PAGE_FAULT: i64 = 14;
const ERROR_WRITE: i64 = 1 << 1;
const ERROR_JUMP: i64 = 1 << 4;

static HEADER: AtomicPtr<Header> = AtomicPtr::new(null_mut());

/// The lowest address of the stack that the port runs on, above its guard; 0 as long as there is none.
static STACK_LOW: AtomicUsize = AtomicUsize::new(0);
static GUARD_LOW: AtomicUsize = AtomicUsize::new(0);

/// Listens to deadly signals, on all threads.
pub(crate) fn listen(exchange: Exchange) -> io::Result<()> {
    HEADER.store((&raw const *exchange.header()).cast_mut(), Relaxed);
    // SAFETY: plain memory, of which zeros are the start.
    let mut action: libc::sigaction = unsafe { mem::zeroed() };
    action.sa_sigaction = on_deadly as extern "C" fn(c_int, *mut siginfo_t, *mut c_void) as usize;
    action.sa_flags = libc::SA_SIGINFO | libc::SA_ONSTACK;
    for signal in DEADLY {
        // SAFETY: the action is live, and its function does what is allowed in a handler.
        check(unsafe { libc::sigaction(signal, &raw const action, null_mut()) })?;
    }
    Ok(())
}

/// Gives the handler a stack of its own on this thread, and remembers where this thread's stack ends.
pub(crate) fn watch_this_stack() -> io::Result<()> {
    let handler_stack = vec![0_u8; HANDLER_STACK_BYTES].leak();
    let stack = libc::stack_t {
        ss_sp: handler_stack.as_mut_ptr().cast(),
        ss_flags: 0,
        ss_size: HANDLER_STACK_BYTES,
    };
    // SAFETY: the memory is there for good.
    check(unsafe { libc::sigaltstack(&raw const stack, null_mut()) })?;

    let (mut low, mut size, mut guard) = (null_mut(), 0, 0);
    // SAFETY: plain memory, which `pthread_getattr_np` makes attributes.
    let known = unsafe {
        let mut attributes: libc::pthread_attr_t = mem::zeroed();
        let known = libc::pthread_getattr_np(libc::pthread_self(), &raw mut attributes);
        if known == 0 {
            libc::pthread_attr_getstack(&raw const attributes, &raw mut low, &raw mut size);
            libc::pthread_attr_getguardsize(&raw const attributes, &raw mut guard);
            libc::pthread_attr_destroy(&raw mut attributes);
        }
        known
    };
    if known != 0 {
        return Err(io::Error::from_raw_os_error(known));
    }
    GUARD_LOW.store(low.addr() - guard, Relaxed);
    STACK_LOW.store(low.addr(), Relaxed);
    Ok(())
}

extern "C" fn on_deadly(signal: c_int, info: *mut siginfo_t, context: *mut c_void) {
    // SAFETY: the kernel's own, for this call; the exchange is mapped for good. All calls are among those that are
    // allowed in a handler.
    unsafe {
        let header = HEADER.load(Relaxed);
        // Somebody's `kill` is about no address.
        if !header.is_null() && (*info).si_code > 0 {
            let address = (*info).si_addr().addr();
            let fault = classify(signal, address, &*context.cast::<libc::ucontext_t>());
            let first: &AtomicU32 = &(*header).fault;
            if first.load(Relaxed) == 0 {
                (*header).fault_address.store(address as u64, Relaxed);
                first.store(fault, Relaxed);
            }
        }
        // The signal is blocked until this function returns, and then does what it does by default.
        libc::signal(signal, libc::SIG_DFL);
        libc::raise(signal);
    }
}

fn classify(signal: c_int, address: usize, context: &libc::ucontext_t) -> u32 {
    let register = |name: c_int| context.uc_mcontext.gregs[name.cast_unsigned() as usize];
    if !matches!(signal, libc::SIGSEGV | libc::SIGBUS) || register(libc::REG_TRAPNO) != PAGE_FAULT {
        return 0;
    }
    let (stack, guard) = (STACK_LOW.load(Relaxed), GUARD_LOW.load(Relaxed));
    if address < stack
        && address >= guard.saturating_sub(BELOW_GUARD_BYTES)
        && on_this_stack(register(libc::REG_RSP))
    {
        return FAULT_STACK;
    }
    let error = register(libc::REG_ERR);
    if error & ERROR_JUMP != 0 {
        FAULT_JUMP
    } else if error & ERROR_WRITE != 0 {
        FAULT_WRITE
    } else {
        FAULT_READ
    }
}

/// Whether a stack pointer is near the end of the stack that the port runs on: not that of another thread, which may
/// lie just below.
fn on_this_stack(pointer: i64) -> bool {
    let pointer = usize::try_from(pointer).unwrap_or(0);
    let (stack, guard) = (STACK_LOW.load(Relaxed), GUARD_LOW.load(Relaxed));
    pointer >= guard.saturating_sub(BELOW_GUARD_BYTES) && pointer < stack + BELOW_GUARD_BYTES
}
