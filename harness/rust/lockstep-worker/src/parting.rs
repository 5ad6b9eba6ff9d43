//! Where the ways of a port part that it takes through its code on two inputs.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::os::fd::AsRawFd;
use std::path::{Path, PathBuf};
use std::ptr::null_mut;
use std::thread::sleep;
use std::time::{Duration, Instant};

use libc::pid_t;

use crate::limits::no_core;
use crate::port::Port;
use crate::processes::check;
use crate::symbols::{Parts, Place, Rank, Symbols};
use crate::way::{Follower, Step, Way};

/// How this is called.
pub const USAGE: &str = "lockstep-worker --parting PORT.so GLUE CRATE AGREEING DIVERGING";

/// A port that takes longer is ended; what it did up to then counts.
const TIME_MAX: Duration = Duration::from_secs(10);

const LOOK: Duration = Duration::from_millis(2);

/// Runs a fuzz build on two inputs, in a process of its own, and says on stdout after which line its ways part, in a line:
/// `LINE TAB FILE TAB FUNCTION`. Says nothing if they do not, or if the port takes different ways on one input before they
/// do. What counts are the lines of `CRATE`, which is the port (empty if it has no name), if the ways part there; else those of
/// what it depends on; else those of the adapter, whose folder is `GLUE`.
///
/// # Errors
///
/// What is wrong with the arguments, or with the library.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Result<(), String> {
    let arguments: Vec<PathBuf> = arguments.into_iter().map(PathBuf::from).collect();
    let [library, glue, port, agreeing, diverging] = &arguments[..] else {
        return Err("there are five arguments".into());
    };
    let (agreeing, diverging) = (read(agreeing)?, read(diverging)?);
    let ways = Ways::of(library, &agreeing, &diverging)?;
    let parts = Parts {
        glue: glue.clone(),
        port: port.to_string_lossy().into_owned(),
    };
    let mut symbols = Symbols::read(library, parts)?;
    let line = [Rank::Port, Rank::Dependency, Rank::Glue]
        .into_iter()
        .find_map(|rank| parting(&ways, &mut symbols, rank));
    if let Some(Place {
        file,
        line,
        function,
        ..
    }) = line
    {
        writeln!(io::stdout(), "{line}\t{file}\t{function}")
            .map_err(|error| format!("stdout: {error}"))?;
    }
    Ok(())
}

fn read(file: &Path) -> Result<Vec<u8>, String> {
    fs::read(file).map_err(|error| format!("`{}`: {error}", file.display()))
}

/// The ways that were taken.
struct Ways {
    agreeing: Way,
    again: Way,
    diverging: Way,
}

impl Ways {
    /// Runs the port in a child. However that ends, what it did before is known.
    fn of(library: &Path, agreeing: &[u8], diverging: &[u8]) -> Result<Self, String> {
        let way = || Way::shared().map_err(|error| format!("no memory to share: {error}"));
        let ways = Self {
            agreeing: way()?,
            again: way()?,
            diverging: way()?,
        };
        // SAFETY: takes nothing.
        let parent = unsafe { libc::getpid() };
        // SAFETY: this process has one thread, so the child may do what it likes.
        let child =
            check(unsafe { libc::fork() }).map_err(|error| format!("cannot fork: {error}"))?;
        if child == 0 {
            let done = ways.take(parent, library, agreeing, diverging);
            // SAFETY: nothing is left to be done.
            unsafe { libc::_exit(i32::from(done.is_err())) }
        }
        await_end(child).map_err(|error| format!("the port's process: {error}"))?;
        Ok(ways)
    }

    fn take(
        &self,
        parent: pid_t,
        library: &Path,
        agreeing: &[u8],
        diverging: &[u8],
    ) -> Result<(), String> {
        cut_off(parent).map_err(|error| error.to_string())?;
        let port = Port::load(library)?;
        let location = port.coverage().ok_or("it is no fuzz build")?;
        let base = port.base()?;
        let run = |input: &[u8]| {
            // SAFETY: the input is live, and this thread is alone.
            let _ = unsafe { port.run(input.as_ptr(), input.len() as u64, 0) };
        };
        // What a port sets up once and keeps belongs to neither way.
        run(agreeing);
        Follower::follow(location, base, &self.agreeing, || run(agreeing));
        Follower::follow(location, base, &self.again, || run(agreeing));
        Follower::follow(location, base, &self.diverging, || run(diverging));
        Ok(())
    }
}

/// Makes this child end with its parent, print nowhere and leave no core.
fn cut_off(parent: pid_t) -> io::Result<()> {
    let nowhere = File::options().read(true).write(true).open("/dev/null")?;
    // SAFETY: these take numbers.
    unsafe {
        check(libc::setpgid(0, 0))?;
        check(libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGKILL, 0, 0, 0))?;
        if libc::getppid() != parent {
            libc::_exit(1); // The parent died before that.
        }
        for fd in 0..=2 {
            check(libc::dup2(nowhere.as_raw_fd(), fd))?;
        }
    }
    no_core()
}

/// Waits until a child has ended, or ends it, and what is left of its group.
fn await_end(child: pid_t) -> io::Result<()> {
    let end = Instant::now() + TIME_MAX;
    loop {
        // SAFETY: it is this process's child, and nobody else waits for it.
        if check(unsafe { libc::waitpid(child, null_mut(), libc::WNOHANG) })? != 0 {
            break;
        }
        if Instant::now() >= end {
            // SAFETY: it is this process's child, which nobody has reaped.
            unsafe {
                libc::kill(child, libc::SIGKILL);
                check(libc::waitpid(child, null_mut(), 0))?;
            }
            break;
        }
        sleep(LOOK);
    }
    // SAFETY: the child's own group, if any of it is left.
    unsafe { libc::kill(-child, libc::SIGKILL) };
    Ok(())
}

/// The last line that both ways have in common, of those that rank as high.
fn parting(ways: &Ways, symbols: &mut Symbols, rank: Rank) -> Option<Place> {
    let mut counting = |way: &Way| -> Vec<Step> {
        way.steps()
            .iter()
            .copied()
            .filter(|step| symbols.line(step.address(), rank).is_some())
            .collect()
    };
    let agreeing = counting(&ways.agreeing);
    let at = differs_at(&agreeing, &counting(&ways.diverging))?;
    let unsteady = differs_at(&agreeing, &counting(&ways.again));
    if unsteady.is_some_and(|unsteady| unsteady <= at) {
        return None;
    }
    let common = &agreeing[..at];
    let last = common
        .iter()
        .rfind(|step| step.is_comparison())
        .or(common.last())?;
    symbols.line(last.address(), rank).cloned()
}

fn differs_at(one: &[Step], other: &[Step]) -> Option<usize> {
    let shorter = one.len().min(other.len());
    one.iter()
        .zip(other)
        .position(|(a, b)| a != b)
        .or((one.len() != other.len()).then_some(shorter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_part_at_the_first_step_that_differs_or_where_one_ends() {
        let steps = |numbers: &[u64]| numbers.iter().map(|&n| Step::edge(n)).collect::<Vec<_>>();
        assert_eq!(differs_at(&steps(&[1, 2, 3]), &steps(&[1, 2, 3])), None);
        assert_eq!(differs_at(&steps(&[1, 2, 3]), &steps(&[1, 4, 3])), Some(1));
        assert_eq!(differs_at(&steps(&[1, 2, 3]), &steps(&[1])), Some(1));
        assert_eq!(differs_at(&steps(&[]), &steps(&[1])), Some(0));
    }

    #[test]
    fn a_comparison_and_an_edge_at_one_address_are_two_steps() {
        assert_ne!(Step::comparison(8), Step::edge(7));
        assert_eq!(Step::comparison(8).address(), Step::edge(7).address());
    }
}
