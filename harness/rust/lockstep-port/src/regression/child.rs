//! Runs a port in a process of its own: the test's binary again, which runs only this test.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::{self, Child, Command, ExitStatus, Stdio};
use std::ptr::null;
use std::slice;
use std::thread;
use std::time::{Duration, Instant};

use super::Run;
use crate::abi::Reply;

/// Names the file that the child leaves its reply in; whoever has it is the child.
const REPLY: &str = "LOCKSTEP_REGRESSION_REPLY";

const WRITTEN: u32 = 4;

const POLL: Duration = Duration::from_millis(5);

/// What the process may use.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    pub(super) time: Duration,
    pub(super) memory_mib: u64,
    pub(super) stack_kib: usize,
}

impl Limits {
    pub(super) const DEFAULT: Self = Self {
        time: Duration::from_secs(10),
        memory_mib: 2048,
        stack_kib: 8192,
    };
}

/// How it ended.
pub(super) enum Ended {
    /// With a status and a reply.
    Answered(u32, Vec<u8>),
    /// Not in time.
    Late,
    /// Without an answer.
    Died(String),
    /// It was not run at all.
    NotRun(String),
}

/// Runs a port on some inputs and says what it made of the last. In the child, it does not return.
pub(super) fn run(
    run: Run,
    test: &str,
    earlier: &[&[u8]],
    input: &'static [u8],
    limits: &Limits,
) -> Ended {
    if let Some(file) = env::var_os(REPLY) {
        be_the_child(run, earlier, input, limits.stack_kib, Path::new(&file));
    }
    let name = format!(
        "lockstep-{}-{}.reply",
        test.replace(|c: char| !c.is_ascii_alphanumeric(), "-"),
        process::id()
    );
    let file = env::temp_dir().join(name);
    let ended = match start(test, limits, file.clone().into_os_string()) {
        Ok(child) => attend(child, limits.time, &file),
        Err(why) => Ended::NotRun(why.to_string()),
    };
    // There is none if the port died, and whoever cannot remove it has lost nothing.
    let _ = fs::remove_file(&file);
    ended
}

fn start(test: &str, limits: &Limits, reply: OsString) -> std::io::Result<Child> {
    let kib = limits.memory_mib.saturating_mul(1024);
    Command::new("sh")
        .args([
            "-c",
            "ulimit -c 0; ulimit -v \"$1\" && shift && exec \"$@\"",
            "sh",
        ])
        .arg(kib.to_string())
        .arg(env::current_exe()?)
        .args([test, "--exact", "--nocapture", "--include-ignored"])
        .env(REPLY, reply)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .spawn()
}

fn attend(mut child: Child, time: Duration, file: &Path) -> Ended {
    let start = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return conclude(status, file),
            Ok(None) if start.elapsed() < time => thread::sleep(POLL),
            Ok(None) => {
                let killed = child.kill().and_then(|()| child.wait());
                return killed.map_or_else(|why| Ended::NotRun(why.to_string()), |_| Ended::Late);
            }
            Err(why) => return Ended::NotRun(why.to_string()),
        }
    }
}

fn conclude(status: ExitStatus, file: &Path) -> Ended {
    let reply = fs::read(file).unwrap_or_default();
    match reply.split_first_chunk::<4>() {
        Some((word, reply)) if status.success() => {
            Ended::Answered(u32::from_le_bytes(*word), reply.to_vec())
        }
        _ => Ended::Died(status.to_string()),
    }
}

fn be_the_child(
    run: Run,
    earlier: &[&[u8]],
    input: &'static [u8],
    stack_kib: usize,
    file: &Path,
) -> ! {
    let earlier: Vec<Vec<u8>> = earlier.iter().map(|&input| input.to_vec()).collect();
    let answer = thread::Builder::new()
        .stack_size(stack_kib * 1024)
        .spawn(move || {
            for before in &earlier {
                ask_for_observation(run, before);
            }
            ask_for_observation(run, input)
        })
        .map(thread::JoinHandle::join);
    if let Ok(Ok(answer)) = answer
        && fs::write(file, answer).is_ok()
    {
        process::exit(0);
    }
    process::exit(1);
}

/// What the port makes of an input; where it writes something, what it makes of that.
fn ask_for_observation(run: Run, input: &[u8]) -> Vec<u8> {
    let answer = ask(run, input);
    match answer.split_first_chunk::<4>() {
        Some((word, written)) if u32::from_le_bytes(*word) == WRITTEN => ask(run, written),
        _ => answer,
    }
}

/// Status and reply, one after the other.
fn ask(run: Run, input: &[u8]) -> Vec<u8> {
    let mut reply = Reply {
        data: null(),
        len: 0,
    };
    // SAFETY: the input and the reply are live for the call, and this process makes one at a time.
    let status = unsafe { run(input.as_ptr(), input.len() as u64, 0, &raw mut reply) };
    let mut answer = status.to_le_bytes().to_vec();
    if let Ok(len @ 1..) = usize::try_from(reply.len) {
        // SAFETY: the port lends the reply until the next call.
        answer.extend_from_slice(unsafe { slice::from_raw_parts(reply.data, len) });
    }
    answer
}
