//! A port in the hands of a debugger.

mod client;
#[path = "client/sides.rs"]
mod sides;

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use sides::sick_port;

struct Attended {
    process: Child,
    out: BufReader<ChildStdout>,
}

impl Attended {
    fn start(inputs: &[&Path]) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_lockstep-worker"))
            .arg("--attended")
            .arg(sick_port())
            .args(inputs)
            .stdout(Stdio::piped())
            .spawn()
            .expect("starts");
        let out = BufReader::new(process.stdout.take().expect("is piped"));
        Self { process, out }
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.out.read_line(&mut line).expect("can be read");
        line.trim_end().to_owned()
    }
}

impl Drop for Attended {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        self.process.wait().expect("is a child");
    }
}

fn input(name: &str, bytes: &[u8]) -> PathBuf {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&file, bytes).expect("can be written");
    file
}

#[test]
fn inputs_run_in_their_order_once_a_debugger_has_attached() {
    let first = input("attended-first", b"echo one");
    let second = input("attended-second", b"echo four");
    let mut attended = Attended::start(&[&first, &second]);
    assert_eq!(
        attended.line(),
        format!("waiting {}", attended.process.id())
    );

    let pid = i32::try_from(attended.process.id()).expect("is a pid");
    // SAFETY: it attaches to a process of ours and touches none of its memory.
    let seized = unsafe { libc::ptrace(libc::PTRACE_SEIZE, pid, 0, 0) };
    assert_eq!(seized, 0, "{}", std::io::Error::last_os_error());

    assert_eq!(attended.line(), "answered 0 8");
    assert_eq!(attended.line(), "answered 0 9");
    assert!(attended.process.wait().expect("is a child").success());
}

#[test]
fn nothing_runs_without_a_debugger() {
    let echo = input("attended-alone", b"echo one");
    let mut attended = Attended::start(&[&echo]);
    assert!(attended.line().starts_with("waiting "));

    std::thread::sleep(std::time::Duration::from_millis(300));
    attended.process.kill().expect("is alive");
    let mut rest = String::new();
    attended.out.read_to_string(&mut rest).expect("is text");
    assert_eq!(rest, "");
}

#[test]
fn an_input_that_is_not_there_is_named() {
    let output = Command::new(env!("CARGO_BIN_EXE_lockstep-worker"))
        .args(["--attended", "port.so", "nowhere.bin"])
        .output()
        .expect("starts");
    assert!(!output.status.success());
    let words = String::from_utf8_lossy(&output.stderr);
    assert!(words.contains("`nowhere.bin`: No such file"), "{words}");
}
