//! A port in the hands of a debugger: this process waits until one has attached, and then runs inputs, without a child,
//! limits or handlers of its own in between.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use crate::port::Port;

/// How this is called.
pub const USAGE: &str = "lockstep-worker --attended PORT.so INPUT…
       lockstep-worker --attended -- COMMAND [ARGUMENT…]";

const LOOK: Duration = Duration::from_millis(50);

/// Loads a port, says so on stdout in a line (`waiting PID`), waits for a debugger and runs the inputs in their order, in
/// this thread. Says how each was answered, in a line: `answered STATUS LENGTH`. A command brings its own way to wait: this
/// process becomes it. Neither outlives who started it.
///
/// # Errors
///
/// What is wrong with the arguments, or with the port.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Result<(), String> {
    let mut arguments = arguments.into_iter();
    let first = arguments.next().ok_or("a library is missing")?;
    // SAFETY: these only set what the kernel keeps of this process. A debugger that is no parent may attach.
    unsafe {
        libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGKILL);
        libc::prctl(libc::PR_SET_PTRACER, libc::PR_SET_PTRACER_ANY);
    }
    if first == "--" {
        let program = arguments.next().ok_or("a command is missing after `--`")?;
        let error = Command::new(&program).args(arguments).exec();
        return Err(format!("`{}`: {error}", program.display()));
    }
    let library = PathBuf::from(first);
    let inputs = arguments
        .map(|file| read(Path::new(&file)))
        .collect::<Result<Vec<_>, _>>()?;
    if inputs.is_empty() {
        return Err("an input is missing".into());
    }
    let port = Port::load(&library)?;
    say(&format!("waiting {}", std::process::id()))?;
    while !is_traced()? {
        sleep(LOOK);
    }
    for input in &inputs {
        // SAFETY: the input is live, and this thread is alone.
        let (status, reply) = unsafe { port.run(input.as_ptr(), input.len() as u64, 0) };
        say(&format!("answered {status} {}", reply.len))?;
    }
    Ok(())
}

fn read(file: &Path) -> Result<Vec<u8>, String> {
    fs::read(file).map_err(|error| format!("`{}`: {error}", file.display()))
}

fn say(line: &str) -> Result<(), String> {
    let mut out = io::stdout().lock();
    writeln!(out, "{line}")
        .and_then(|()| out.flush())
        .map_err(|error| format!("stdout: {error}"))
}

/// Whether a debugger has attached, as `proc(5)` tells.
fn is_traced() -> Result<bool, String> {
    let status = fs::read_to_string("/proc/self/status")
        .map_err(|error| format!("`/proc/self/status`: {error}"))?;
    let tracer = status
        .lines()
        .find_map(|line| line.strip_prefix("TracerPid:"))
        .ok_or("`/proc/self/status` names no tracer")?;
    Ok(tracer.trim() != "0")
}
