//! How children end, and what is known about it.

mod client;
#[path = "client/sides.rs"]
mod sides;

use std::path::Path;
use std::sync::atomic::Ordering::Relaxed;
use std::time::{Duration, Instant};

use client::{Death, Sizes, Worker};
use lockstep_worker::exchange::{
    END_EXITED, END_NOT_LOADED, END_SIGNALLED, END_STOPPED, FAULT_JUMP, FAULT_READ, FAULT_STACK,
    FAULT_WRITE, PHASE_IDLE, PHASE_READING, PHASE_RUNNING,
};
use lockstep_worker::turn::ASKED;
use sides::{keep, sick, sick_within, zoo_port};

/// Fault, its address, and the phase.
fn about(worker: &Worker) -> (u32, u64, u32) {
    let header = worker.header();
    (
        header.fault.load(Relaxed),
        header.fault_address.load(Relaxed),
        header.phase.load(Relaxed),
    )
}

#[test]
fn deaths_are_told_apart() {
    let mut worker = sick();
    for (input, death, fault, address) in [
        ("abort", Death(END_SIGNALLED, libc::SIGABRT), 0, Some(0)),
        ("raise 9", Death(END_SIGNALLED, libc::SIGKILL), 0, Some(0)),
        ("raise 15", Death(END_SIGNALLED, libc::SIGTERM), 0, Some(0)),
        ("raise 11", Death(END_SIGNALLED, libc::SIGSEGV), 0, Some(0)),
        ("raise 19", Death(END_STOPPED, libc::SIGSTOP), 0, Some(0)),
        ("_exit 0", Death(END_EXITED, 0), 0, Some(0)),
        ("_exit 3", Death(END_EXITED, 3), 0, Some(0)),
        (
            "read 0",
            Death(END_SIGNALLED, libc::SIGSEGV),
            FAULT_READ,
            Some(0),
        ),
        (
            "read 4660",
            Death(END_SIGNALLED, libc::SIGSEGV),
            FAULT_READ,
            Some(0x1234),
        ),
        (
            "write 4660",
            Death(END_SIGNALLED, libc::SIGSEGV),
            FAULT_WRITE,
            Some(0x1234),
        ),
        (
            "jump 4660",
            Death(END_SIGNALLED, libc::SIGSEGV),
            FAULT_JUMP,
            Some(0x1234),
        ),
        (
            "write_input",
            Death(END_SIGNALLED, libc::SIGSEGV),
            FAULT_WRITE,
            None,
        ),
        (
            "recurse 1000000000",
            Death(END_SIGNALLED, libc::SIGSEGV),
            FAULT_STACK,
            None,
        ),
        ("divide", Death(END_SIGNALLED, libc::SIGFPE), 0, None),
        // No address that a processor can have: it does not say which.
        (
            "read 12297829382473034410",
            Death(END_SIGNALLED, libc::SIGSEGV),
            0,
            None,
        ),
    ] {
        assert_eq!(worker.ask(input.as_bytes(), 0), Err(death), "{input}");
        let header = worker.header();
        let (asked, answered) = (header.asked.load(Relaxed), header.answered.load(Relaxed));
        assert_eq!(asked, answered + 1, "{input}");
        assert_eq!(header.exit_called.load(Relaxed), 0, "{input}");
        let (seen_fault, seen_address, phase) = about(&worker);
        assert_eq!((seen_fault, phase), (fault, PHASE_RUNNING), "{input}");
        if let Some(address) = address {
            assert_eq!(seen_address, address, "{input}");
        }
        assert_eq!(worker.start(), Ok(()), "{input}");
        assert_eq!(about(&worker), (0, 0, PHASE_IDLE), "{input}");
        let answer = worker.ask(b"echo again", 0).expect("lives");
        assert_eq!(answer.reply, b"echo again", "{input}");
    }
}

#[test]
fn exit_is_told_from_its_namesake() {
    let mut worker = sick();
    for (input, code) in [("exit 0", 0), ("exit 1", 1)] {
        assert_eq!(
            worker.ask(input.as_bytes(), 0),
            Err(Death(END_EXITED, code))
        );
        assert_eq!(worker.header().exit_called.load(Relaxed), 1);
        worker.start().expect("loads");
        assert_eq!(worker.header().exit_called.load(Relaxed), 0);
    }
}

#[test]
fn a_reply_that_cannot_be_read_ends_the_child_while_it_is_read() {
    let worker = sick();
    let death = worker.ask(b"wild 4660", 0);
    assert_eq!(death, Err(Death(END_SIGNALLED, libc::SIGSEGV)));
    assert_eq!(about(&worker), (FAULT_READ, 0x1234, PHASE_READING));
}

#[test]
fn a_stack_is_as_large_as_it_was_asked_for() {
    // A level of the recursion takes more than 512 bytes.
    let (small, large) = (b"recurse 600", b"recurse 50000");
    let worker = sick_within(&["--stack-kib", "512"]);
    worker.ask(small, 0).expect("lives");
    assert_eq!(
        worker.ask(large, 0),
        Err(Death(END_SIGNALLED, libc::SIGSEGV))
    );
    assert_eq!(about(&worker).0, FAULT_STACK);
    let worker = sick_within(&["--stack-kib", "65536"]);
    worker.ask(large, 0).expect("lives");
}

#[test]
fn another_threads_stack_overflow_is_a_death_too() {
    let worker = sick();
    let death = worker.ask(b"recurse_elsewhere 1000000000", 0);
    assert_eq!(death, Err(Death(END_SIGNALLED, libc::SIGSEGV)));
}

#[test]
fn memory_ends_at_its_limit() {
    let mut worker = sick_within(&["--memory-mib", "64"]);
    worker.ask(b"allocate 50", 0).expect("lives");
    let death = worker.ask(b"allocate 70", 0);
    assert_eq!(death, Err(Death(END_SIGNALLED, libc::SIGABRT)));
    let words = worker.words();
    let expected = "memory allocation of 1048576 bytes failed\n";
    assert!(words.starts_with(expected), "{words}");
    let peak = worker.header().peak_bytes.load(Relaxed);
    assert!((50 << 20..100 << 20).contains(&peak), "{peak}");

    worker.start().expect("loads");
    let at_once = worker.ask(b"malloc 35184372088832", 0).expect("lives");
    assert_eq!(at_once.reply, [1]);
    let worker = sick();
    worker.ask(b"allocate 70", 0).expect("has no limit");
}

#[test]
fn an_endless_loop_can_be_killed() {
    let mut worker = sick();
    worker.say(b"spin", 0).expect("lives");
    let patience = Instant::now() + Duration::from_millis(100);
    let turn = worker
        .header()
        .turn
        .wait(|turn| turn == ASKED, Some(patience));
    assert_eq!(turn, ASKED);
    assert_eq!(worker.kill(), Death(END_SIGNALLED, libc::SIGKILL));
    assert_eq!(about(&worker).2, PHASE_RUNNING);
    let cpu = worker.header().end_cpu_nanos.load(Relaxed);
    assert!(cpu > 1_000_000, "{cpu}");
    worker.start().expect("loads");
    worker.ask(b"echo", 0).expect("lives");
}

#[test]
fn a_port_that_masks_signals_can_be_killed() {
    let mut worker = sick();
    worker.ask(b"mask", 0).expect("lives");
    worker.say(b"spin", 0).expect("lives");
    assert_eq!(worker.kill(), Death(END_SIGNALLED, libc::SIGKILL));
}

#[test]
fn a_kill_without_a_child_does_nothing() {
    let mut worker = keep(sides::sick_port(), Sizes::default(), &[]);
    worker.command(b'k');
    worker.start().expect("loads");
    worker.ask(b"abort", 0).expect_err("dies");
    worker.command(b'k');
    worker.start().expect("loads");
    worker.ask(b"echo", 0).expect("lives");
}

#[test]
fn a_thread_that_dies_later_ends_a_child_that_has_answered() {
    let worker = sick();
    worker.ask(b"die_later 50", 0).expect("answers");
    assert_eq!(worker.death(), Death(END_SIGNALLED, libc::SIGABRT));
    let header = worker.header();
    assert_eq!(header.asked.load(Relaxed), header.answered.load(Relaxed));
    assert_eq!(about(&worker).2, PHASE_IDLE);
    let asked_too_late = worker.ask(b"echo", 0);
    assert_eq!(asked_too_late, Err(Death(END_SIGNALLED, libc::SIGABRT)));
}

#[test]
fn the_last_words_of_the_dead_are_kept_until_the_next_child() {
    let mut worker = sick();
    worker.ask(b"printf_and_abort", 0).expect_err("dies");
    assert_eq!(worker.words(), "a line\n");
    worker.start().expect("loads");
    assert_eq!(worker.words(), "");
    assert_eq!(worker.header().output_bytes.load(Relaxed), 0);
}

#[test]
fn what_does_not_load_says_why() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let no_library = folder.join("no_library.so");
    std::fs::write(&no_library, "#!/bin/sh\n").expect("can be written");
    for (library, reason) in [
        (
            folder.join("not_there.so"),
            "not_there.so`: there is no such readable file\n\nhint: ",
        ),
        (
            no_library,
            "no_library.so`: it is no shared library\n\nhint: ",
        ),
        (
            zoo_port("zoo-wrong-abi", false),
            "speaks version 999 of the port's interface, this Lockstep speaks version 2\n\nhint: ",
        ),
        (
            zoo_port("zoo-missing-symbol", false),
            "has no function `lockstep_run`\n\nhint: ",
        ),
    ] {
        let mut worker = keep(&library, Sizes::default(), &[]);
        for _ in 0..2 {
            let Err(Death(kind, _)) = worker.start() else {
                panic!("{} loads", library.display())
            };
            assert_eq!(kind, END_NOT_LOADED);
            assert!(worker.reason().contains(reason), "{}", worker.reason());
        }
    }
}

#[test]
fn a_command_that_does_not_start_says_why() {
    let program = Path::new(env!("CARGO_BIN_EXE_lockstep-worker"));
    let mut worker = Worker::keep(program, Sizes::default(), &["--", "no-such-program"]);
    assert_eq!(worker.start(), Err(Death(END_NOT_LOADED, 1)));
    assert!(
        worker
            .reason()
            .starts_with("cannot start `no-such-program`: No such file")
    );
}

#[test]
fn a_command_runs_cut_off_and_its_end_is_seen() {
    let program = Path::new(env!("CARGO_BIN_EXE_lockstep-worker"));
    let script = "cat; echo out; echo err >&2; exit 7";
    let mut worker = Worker::keep(program, Sizes::default(), &["--", "sh", "-c", script]);
    assert_eq!(worker.start(), Err(Death(END_EXITED, 7)));
    assert_eq!(worker.words(), "out\nerr\n");
}
