//! Processes below the keeper: how they end, and that none is left.

use std::fs;
use std::io::{self, Error};
use std::mem;
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd, RawFd};
use std::process;
use std::ptr::null_mut;

use libc::{c_int, pid_t};

/// How a child ended.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) end: End,
    /// Of all its threads.
    pub(crate) cpu_nanos: u64,
    /// The most that it had in memory.
    pub(crate) peak_bytes: u64,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum End {
    Exited(i32),
    Signalled(i32),
    Stopped(i32),
}

/// Processes whose parent is gone become children of this one, and not of a stranger.
pub(crate) fn adopt_orphans() -> io::Result<()> {
    // SAFETY: takes a number.
    check(unsafe { libc::prctl(libc::PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) })?;
    Ok(())
}

/// Signals to this process, as something to read.
#[derive(Debug)]
pub(crate) struct Signals(OwnedFd);

impl Signals {
    /// Blocks the signals that ask to end, and those about children, for this process to read.
    ///
    /// Those of a terminal are read and forgotten: they go to the client as well, and this process ends with the
    /// client. If it were first, the client would see a child that ended for no reason.
    pub(crate) fn open() -> io::Result<Self> {
        // SAFETY: a set is plain memory, and `sigemptyset` makes it one.
        let mut set: libc::sigset_t = unsafe { mem::zeroed() };
        // SAFETY: the set is live.
        unsafe {
            libc::sigemptyset(&raw mut set);
            for signal in [libc::SIGCHLD, libc::SIGTERM, libc::SIGINT, libc::SIGHUP] {
                libc::sigaddset(&raw mut set, signal);
            }
            check(libc::sigprocmask(
                libc::SIG_BLOCK,
                &raw const set,
                null_mut(),
            ))?;
        }
        // SAFETY: the set is live.
        let fd = check(unsafe {
            libc::signalfd(-1, &raw const set, libc::SFD_CLOEXEC | libc::SFD_NONBLOCK)
        })?;
        // SAFETY: open and nobody else's.
        Ok(Self(unsafe { OwnedFd::from_raw_fd(fd) }))
    }

    pub(crate) fn descriptor(&self) -> RawFd {
        self.0.as_raw_fd()
    }

    /// Takes what has come. Returns whether this process is to end.
    pub(crate) fn told_to_leave(&self) -> io::Result<bool> {
        let mut leave = false;
        loop {
            // SAFETY: plain numbers.
            let mut signal: libc::signalfd_siginfo = unsafe { mem::zeroed() };
            // SAFETY: there is room for one.
            let read = unsafe {
                libc::read(
                    self.0.as_raw_fd(),
                    (&raw mut signal).cast(),
                    size_of_val(&signal),
                )
            };
            if read < 0 {
                let error = Error::last_os_error();
                return match error.kind() {
                    io::ErrorKind::WouldBlock => Ok(leave),
                    _ => Err(error),
                };
            }
            leave |= signal.ssi_signo == libc::SIGTERM.cast_unsigned();
        }
    }
}

/// Whether a child has ended or was stopped. It stays to be reaped.
pub(crate) fn has_ended(child: pid_t) -> io::Result<bool> {
    Ok(peek(child, libc::WEXITED | libc::WSTOPPED | libc::WNOHANG)?.is_some())
}

/// Ends a child that may have ended by itself, and all that came from it; says how the child ended.
pub(crate) fn end(child: pid_t) -> io::Result<Ended> {
    let before = peek(child, libc::WEXITED | libc::WSTOPPED | libc::WNOHANG)?;
    // SAFETY: the child is not reaped, so that its number, also as its group's, is nobody else's. It may have left
    // the group.
    unsafe {
        libc::kill(-child, libc::SIGKILL);
        libc::kill(child, libc::SIGKILL);
    }
    let mut status = 0;
    // SAFETY: plain numbers.
    let mut usage: libc::rusage = unsafe { mem::zeroed() };
    // SAFETY: both are live.
    while check(unsafe { libc::wait4(child, &raw mut status, 0, &raw mut usage) })
        .as_ref()
        .is_err_and(again)
    {}
    end_orphans();
    let end = if let Some(stopped @ End::Stopped(_)) = before {
        stopped
    } else if libc::WIFEXITED(status) {
        End::Exited(libc::WEXITSTATUS(status))
    } else {
        End::Signalled(libc::WTERMSIG(status))
    };
    Ok(Ended {
        end,
        cpu_nanos: nanos(usage.ru_utime) + nanos(usage.ru_stime),
        peak_bytes: u64::try_from(usage.ru_maxrss).unwrap_or(0) << 10,
    })
}

/// Reaps what has ended, except for `child`.
pub(crate) fn reap_orphans(child: Option<pid_t>) {
    while let Some(ended) = any_ended() {
        if Some(ended) == child {
            return;
        }
        // SAFETY: it has ended, and its status is of no interest.
        unsafe { libc::waitpid(ended, null_mut(), 0) };
    }
}

/// Ends and reaps all children.
fn end_orphans() {
    loop {
        // SAFETY: statuses are of no interest.
        match unsafe { libc::waitpid(-1, null_mut(), libc::WNOHANG) } {
            0 => {
                for orphan in children() {
                    // SAFETY: it is this process's child and not reaped, so that its number is nobody else's.
                    unsafe {
                        libc::kill(orphan, libc::SIGKILL);
                        libc::waitpid(orphan, null_mut(), 0);
                    }
                }
            }
            ended if ended > 0 => {}
            // There are no children.
            _ => return,
        }
    }
}

/// The living children of this process.
fn children() -> Vec<pid_t> {
    let Ok(all) = fs::read_dir("/proc") else {
        return Vec::new();
    };
    let us = process::id().cast_signed();
    all.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .filter(|&pid: &pid_t| parent(pid) == Some(us))
        .collect()
}

/// The parent of a process, if both are there.
fn parent(pid: pid_t) -> Option<pid_t> {
    let stat = fs::read(format!("/proc/{pid}/stat")).ok()?;
    // The name, in parentheses, may hold anything.
    let after_name = stat.iter().rposition(|&byte| byte == b')')? + 1;
    let rest = str::from_utf8(&stat[after_name..]).ok()?;
    rest.split_ascii_whitespace().nth(1)?.parse().ok()
}

fn any_ended() -> Option<pid_t> {
    // SAFETY: plain numbers; zero says that nobody has ended.
    let mut info: libc::siginfo_t = unsafe { mem::zeroed() };
    let options = libc::WEXITED | libc::WNOHANG | libc::WNOWAIT;
    // SAFETY: there is room for the answer, which `waitid` fills in.
    unsafe {
        let asked = libc::waitid(libc::P_ALL, 0, &raw mut info, options);
        (asked == 0 && info.si_pid() != 0).then(|| info.si_pid())
    }
}

/// How a child ended, without reaping it.
fn peek(child: pid_t, options: c_int) -> io::Result<Option<End>> {
    // SAFETY: plain numbers; zero says that nobody has ended.
    let mut info: libc::siginfo_t = unsafe { mem::zeroed() };
    let options = options | libc::WNOWAIT;
    // SAFETY: there is room for the answer, which `waitid` fills in.
    let (pid, status) = unsafe {
        check(libc::waitid(
            libc::P_PID,
            child.cast_unsigned(),
            &raw mut info,
            options,
        ))?;
        (info.si_pid(), info.si_status())
    };
    Ok((pid != 0).then_some(match info.si_code {
        libc::CLD_EXITED => End::Exited(status),
        libc::CLD_STOPPED => End::Stopped(status),
        _ => End::Signalled(status),
    }))
}

fn nanos(time: libc::timeval) -> u64 {
    let seconds = u64::try_from(time.tv_sec).unwrap_or(0);
    let micros = u64::try_from(time.tv_usec).unwrap_or(0);
    (seconds * 1_000_000 + micros) * 1000
}

fn again(error: &Error) -> bool {
    error.kind() == io::ErrorKind::Interrupted
}

/// The answer of a system call, or why there is none.
pub(crate) fn check(answer: c_int) -> io::Result<c_int> {
    if answer < 0 {
        Err(Error::last_os_error())
    } else {
        Ok(answer)
    }
}
