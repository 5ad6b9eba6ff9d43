//! What a child may use.

use std::fs;
use std::io::{self, Error};

use crate::processes::check;

/// No core is dumped.
pub(crate) fn no_core() -> io::Result<()> {
    // Not 0 unless it is that already: with 0, the kernel still feeds a core to a program that is set up to collect it. 1 is its word for
    // neither a file, which needs a page at least, nor a program.
    limit(libc::RLIMIT_CORE, most(libc::RLIMIT_CORE)?.min(1))
}

/// The highest limit that this process may set.
fn most(resource: libc::__rlimit_resource_t) -> io::Result<u64> {
    let mut limit = libc::rlimit {
        rlim_cur: 0,
        rlim_max: 0,
    };
    // SAFETY: there is room for the answer.
    check(unsafe { libc::getrlimit(resource, &raw mut limit) })?;
    Ok(limit.rlim_max)
}

/// Limits the address space to `more` bytes beyond what is in use.
pub(crate) fn limit_memory(more: u64) -> io::Result<()> {
    limit(libc::RLIMIT_AS, address_space()?.saturating_add(more))
}

fn limit(resource: libc::__rlimit_resource_t, most: u64) -> io::Result<()> {
    let limit = libc::rlimit {
        rlim_cur: most,
        rlim_max: most,
    };
    // SAFETY: the limit is live.
    check(unsafe { libc::setrlimit(resource, &raw const limit) })?;
    Ok(())
}

/// The size of this process's address space in bytes.
fn address_space() -> io::Result<u64> {
    let sizes = fs::read_to_string("/proc/self/statm")?;
    let pages = sizes
        .split(' ')
        .next()
        .and_then(|size| size.parse::<u64>().ok());
    let pages =
        pages.ok_or_else(|| Error::other("/proc/self/statm does not start with a number"))?;
    // SAFETY: takes a number.
    let page = unsafe { libc::sysconf(libc::_SC_PAGESIZE) };
    Ok(pages * u64::try_from(page).map_err(Error::other)?)
}
