//! How a child comes into being: a fork of the keeper, cut off from it.

use std::convert::Infallible;
use std::ffi::CString;
use std::io::{self, Error};
use std::mem;
use std::os::fd::{AsRawFd, OwnedFd, RawFd};
use std::ptr::{null, null_mut};
use std::sync::atomic::Ordering::Relaxed;

use libc::pid_t;

use crate::child;
use crate::exchange::{Exchange, PHASE_REFUSED};
use crate::limits::no_core;
use crate::options::Side;
use crate::processes::check;

/// The highest number for the child's own copy of its output.
const COPY_MAX: RawFd = 1000;

/// A child that nobody has reaped.
#[derive(Debug)]
pub(crate) struct Child {
    pub(crate) pid: pid_t,
}

/// Forks a child that prints into `output`.
pub(crate) fn start(exchange: Exchange, side: &Side, output: OwnedFd) -> io::Result<Child> {
    // SAFETY: takes nothing.
    let keeper = unsafe { libc::getpid() };
    // SAFETY: the keeper has one thread, so the child may do what it likes.
    let pid = check(unsafe { libc::fork() })?;
    if pid == 0 {
        let Err(error) = become_child(exchange, side, &output, keeper);
        refuse(
            exchange,
            &format!("cannot start: {error}\n\nhint: see `docs/worker.md`"),
        );
    }
    drop(output);
    // SAFETY: it is this process's child. The child does the same; whoever is first, both find it done. It fails if
    // the child has become another program, which has done it before.
    unsafe { libc::setpgid(pid, pid) };
    name(exchange, pid);
    Ok(Child { pid })
}

/// Says who the child is. Both say it: the child may be ready before the keeper runs again, and gone before it has run.
fn name(exchange: Exchange, child: pid_t) {
    exchange
        .header()
        .child_pid
        .store(child.cast_unsigned(), Relaxed);
}

/// Ends a child that cannot do its work, with the reason.
pub(crate) fn refuse(exchange: Exchange, reason: &str) -> ! {
    exchange.say(reason);
    exchange.header().phase.store(PHASE_REFUSED, Relaxed);
    // SAFETY: nothing is left to be done.
    unsafe { libc::_exit(1) }
}

fn become_child(
    exchange: Exchange,
    side: &Side,
    output: &OwnedFd,
    keeper: pid_t,
) -> io::Result<Infallible> {
    // SAFETY: takes nothing.
    name(exchange, unsafe { libc::getpid() });
    // SAFETY: these take numbers.
    unsafe {
        check(libc::setpgid(0, 0))?;
        check(libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGKILL, 0, 0, 0))?;
        if libc::getppid() != keeper {
            libc::_exit(1); // The keeper died before that.
        }
    }
    no_core()?;
    let copy = redirect(output.as_raw_fd())?;
    unblock_signals()?;
    match side {
        Side::Port(options) => {
            close_others(copy)?;
            child::run(exchange, options, copy)
        }
        Side::Command(command) => execute(exchange, command),
    }
}

/// Nothing to read, and all that is printed into the keeper's pipe. Returns a third copy of the pipe's end, at a
/// number that a side is unlikely to touch.
fn redirect(output: RawFd) -> io::Result<RawFd> {
    // SAFETY: plain numbers; descriptors that are open.
    unsafe {
        let nothing = check(libc::open(
            c"/dev/null".as_ptr(),
            libc::O_RDONLY | libc::O_CLOEXEC,
        ))?;
        check(libc::dup2(nothing, 0))?;
        check(libc::dup2(output, 1))?;
        check(libc::dup2(output, 2))?;
        let mut limit: libc::rlimit = mem::zeroed();
        check(libc::getrlimit(libc::RLIMIT_NOFILE, &raw mut limit))?;
        let most = RawFd::try_from(limit.rlim_cur).unwrap_or(RawFd::MAX);
        let at = COPY_MAX.min(most - 1);
        check(libc::fcntl(output, libc::F_DUPFD_CLOEXEC, at))
    }
}

/// Closes all that a side must not find: the keeper's, and what the keeper inherited.
fn close_others(copy: RawFd) -> io::Result<()> {
    let copy = copy.cast_unsigned();
    // SAFETY: nothing of this process uses them any more.
    unsafe {
        check(libc::close_range(3, copy - 1, 0))?;
        check(libc::close_range(copy + 1, u32::MAX, 0))?;
    }
    Ok(())
}

fn unblock_signals() -> io::Result<()> {
    // SAFETY: a set is plain memory, and `sigemptyset` makes it one.
    unsafe {
        let mut none: libc::sigset_t = mem::zeroed();
        libc::sigemptyset(&raw mut none);
        check(libc::sigprocmask(
            libc::SIG_SETMASK,
            &raw const none,
            null_mut(),
        ))?;
    }
    Ok(())
}

fn execute(exchange: Exchange, command: &[CString]) -> ! {
    let mut arguments: Vec<_> = command.iter().map(|word| word.as_ptr()).collect();
    arguments.push(null());
    // SAFETY: strings and a list that end in zero. Broken pipes are ignored by Rust's start-up code and not by
    // other programs.
    unsafe {
        libc::signal(libc::SIGPIPE, libc::SIG_DFL);
        libc::execvp(arguments[0], arguments.as_ptr());
    }
    let error = Error::last_os_error();
    let program = command[0].to_string_lossy();
    refuse(
        exchange,
        &format!("cannot start `{program}`: {error}\n\nhint: run `./lockstep doctor`"),
    )
}
