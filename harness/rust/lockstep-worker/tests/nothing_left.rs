//! Nothing outlives what started it.

mod client;
#[path = "client/sides.rs"]
mod sides;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::Ordering::Relaxed;
use std::thread;
use std::time::{Duration, Instant};

use client::{Death, PATIENCE, Sizes, Worker, make};
use lockstep_worker::exchange::END_SIGNALLED;
use lockstep_worker::turn::{ENDED, STARTING};
use sides::{sick, sick_port};

/// Whether a process is there and not only waiting to be reaped.
fn lives(pid: u32) -> bool {
    fs::read_to_string(format!("/proc/{pid}/stat"))
        .is_ok_and(|stat| !stat[stat.rfind(')').expect("has a name")..].starts_with(") Z"))
}

fn assert_dies(pid: u32, what: &str) {
    let deadline = Instant::now() + PATIENCE;
    while lives(pid) {
        assert!(Instant::now() < deadline, "{what} lives");
        thread::sleep(Duration::from_millis(2));
    }
}

/// Has the port start a process that stays. Returns its number.
fn left_behind(worker: &Worker, how: &[u8]) -> u32 {
    let reply = worker.ask(how, 0).expect("lives").reply;
    let pid = u32::from_ne_bytes(reply.try_into().expect("is a number"));
    assert!(lives(pid));
    pid
}

#[test]
fn what_a_port_started_is_gone_when_its_end_is_known() {
    let mut worker = sick();
    for how in [b"leave", b"hide "] {
        let how = how.trim_ascii_end();
        for again in [b"abort".as_slice(), b"_exit 0"] {
            let left = left_behind(&worker, how);
            worker.ask(again, 0).expect_err("dies");
            assert!(!lives(left), "{how:?}");
            worker.start().expect("loads");
        }
        let left = left_behind(&worker, how);
        worker.kill();
        assert!(!lives(left), "{how:?}");
        worker.start().expect("loads");
    }
}

#[test]
fn nothing_is_left_when_the_keepers_stdin_ends() {
    let mut worker = sick();
    let child = worker.header().child_pid.load(Relaxed);
    let left = [
        left_behind(&worker, b"leave"),
        left_behind(&worker, b"hide"),
    ];
    worker.hang_up();
    let ended = worker.keeper.wait().expect("is a child");
    assert!(ended.success());
    for pid in [child, left[0], left[1]] {
        assert!(!lives(pid));
    }
    assert_eq!(worker.header().turn.get(), ENDED);
    assert_eq!(worker.death(), Death(END_SIGNALLED, libc::SIGKILL));
}

#[test]
fn nothing_is_left_when_the_keeper_is_told_to_end() {
    let mut worker = sick();
    let child = worker.header().child_pid.load(Relaxed);
    let left = left_behind(&worker, b"hide");
    // SAFETY: it is this process's child and not reaped.
    unsafe { libc::kill(worker.keeper.id().cast_signed(), libc::SIGTERM) };
    let ended = worker.keeper.wait().expect("is a child");
    assert!(ended.success());
    assert!(!lives(child) && !lives(left));
}

#[test]
fn a_terminals_signals_are_for_the_client_to_act_upon() {
    let worker = sick();
    for signal in [libc::SIGINT, libc::SIGHUP] {
        // SAFETY: it is this process's child and not reaped.
        unsafe { libc::kill(worker.keeper.id().cast_signed(), signal) };
        thread::sleep(Duration::from_millis(20));
        let answer = worker.ask(b"echo", 0).expect("lives");
        assert_eq!(answer.reply, b"echo");
    }
}

#[test]
fn a_child_dies_with_a_keeper_that_is_killed() {
    for busy in [false, true] {
        let mut worker = sick();
        let child = worker.header().child_pid.load(Relaxed);
        if busy {
            worker.say(b"spin", 0).expect("lives");
        }
        assert!(lives(child));
        worker.keeper.kill().expect("can be killed");
        assert_dies(child, "the child");
    }
}

#[test]
fn what_a_keeper_does_not_know_ends_it_with_a_message() {
    let (exchange, name) = make(Sizes::default());
    let mut keeper = Command::new(env!("CARGO_BIN_EXE_lockstep-worker"))
        .arg("--exchange")
        .arg(name)
        .arg("--library")
        .arg(sick_port())
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("starts");
    let header = exchange.header();
    let mut commands = keeper.stdin.take().expect("is a pipe");
    std::io::Write::write_all(&mut commands, b"s").expect("reads");
    header
        .turn
        .wait(|turn| turn == STARTING, Some(Instant::now() + PATIENCE));
    let child = header.child_pid.load(Relaxed);
    std::io::Write::write_all(&mut commands, b"x").expect("reads");
    let ended = keeper.wait_with_output().expect("ends");
    assert_eq!(ended.status.code(), Some(1));
    assert_eq!(ended.stdout, b"");
    assert_eq!(
        String::from_utf8_lossy(&ended.stderr),
        "lockstep-worker: 0x78 is no command\n"
    );
    assert!(!lives(child));
}

#[test]
fn a_wrong_command_line_or_exchange_is_refused_with_a_message() {
    let (_, name) = make(Sizes::default());
    let name = name.to_str().expect("is UTF-8");
    let no_exchange = Path::new(env!("CARGO_TARGET_TMPDIR")).join("no_exchange");
    fs::write(&no_exchange, [0; 8192]).expect("can be written");
    let no_exchange = no_exchange.to_str().expect("is UTF-8");
    for (arguments, message) in [
        (vec![], "`--exchange` is missing"),
        (vec!["--exchange", name], "`--library` is missing"),
        (
            vec!["--exchange", name, "--library"],
            "`--library` needs a value",
        ),
        (
            vec!["--exchange", name, "--colour"],
            "`--colour` is no option of the worker",
        ),
        (
            vec!["--exchange", name, "--stack-kib", "x"],
            "`--stack-kib` needs a number, not `x`",
        ),
        (
            vec!["--exchange", name, "--"],
            "a command is missing after `--`",
        ),
        (
            vec!["--exchange", "/no/such", "--library", "x"],
            "the exchange `/no/such`: No such file",
        ),
        (
            vec!["--exchange", no_exchange, "--library", "x"],
            "no_exchange`: is no exchange",
        ),
    ] {
        let ended = Command::new(env!("CARGO_BIN_EXE_lockstep-worker"))
            .args(arguments)
            .output();
        let ended = ended.expect("starts");
        assert_eq!(ended.status.code(), Some(1));
        let said = String::from_utf8_lossy(&ended.stderr);
        assert!(said.contains(message), "{said}");
    }
}
