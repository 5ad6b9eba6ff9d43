//! What a worker answers as long as the side lives.

mod client;
#[path = "client/sides.rs"]
mod sides;

use std::sync::atomic::Ordering::Relaxed;
use std::thread;
use std::time::Duration;

use client::{Answer, Sizes};
use lockstep_worker::exchange::{FLAG_EXPLAIN, FLAG_INSPECT, STATUS_NO_ADDRESS, STATUS_TOO_LONG};
use sides::{keep, sick, zoo_port};

#[test]
fn a_value_and_a_rejection_come_back_as_the_port_gave_them() {
    let mut worker = keep(&zoo_port("zoo-rejects", false), Sizes::default(), &[]);
    worker.start().expect("loads");
    let value = worker.ask(b"", 0).expect("lives");
    assert_eq!(value.status, 0);
    let rejection = worker.ask(b"REJECT", 0).expect("lives");
    assert_eq!(rejection.status, 1);
    assert_ne!(value.reply, rejection.reply);
    assert_eq!(worker.ask(b"", 0), Ok(value));
}

#[test]
fn a_panic_is_an_answer() {
    let mut worker = keep(&zoo_port("zoo-panics", false), Sizes::default(), &[]);
    worker.start().expect("loads");
    let panic = worker.ask(b"PANIC", FLAG_EXPLAIN).expect("lives");
    assert_eq!(panic.status, 2);
    let text = String::from_utf8_lossy(&panic.reply);
    assert!(text.contains("asked to panic, by 5 bytes"), "{text}");
    assert_eq!(worker.words(), "");
}

#[test]
fn inputs_of_all_lengths_arrive_whole() {
    let worker = sick();
    for length in [0, 1, 100, 4096, (64 << 10) - 5] {
        let input = [b"echo ".as_slice(), &vec![b'i'; length]].concat();
        let reply = input.clone();
        assert_eq!(worker.ask(&input, 0), Ok(Answer { status: 0, reply }));
    }
}

#[test]
fn the_port_gets_the_flags_that_are_its_own() {
    let worker = sick();
    for (flags, seen) in [(0, 0), (FLAG_EXPLAIN, 1), (FLAG_INSPECT, 0), (3, 1)] {
        let answer = worker.ask(b"flags", flags).expect("lives");
        assert_eq!(answer.reply, [seen]);
    }
}

#[test]
fn a_status_that_nobody_knows_is_passed_on() {
    let worker = sick();
    assert_eq!(worker.ask(b"status 99", 0).expect("lives").status, 99);
}

#[test]
fn a_reply_that_does_not_fit_has_a_status_and_its_length() {
    let worker = sick();
    let fits = worker.ask(b"reply 65536", 0).expect("lives");
    assert_eq!((fits.status, fits.reply.len()), (0, 65536));
    let too_long = worker.ask(b"reply 65537", 0).expect("lives");
    assert_eq!(too_long.status, STATUS_TOO_LONG);
    assert_eq!(worker.header().reply_length.load(Relaxed), 65537);
}

#[test]
fn a_reply_without_an_address_has_a_status_unless_it_is_empty() {
    let worker = sick();
    assert_eq!(worker.ask(b"null 0", 0).expect("lives").status, 0);
    assert_eq!(
        worker.ask(b"null 7", 0).expect("lives").status,
        STATUS_NO_ADDRESS
    );
    assert_eq!(worker.ask(b"status 0", 0).expect("lives").status, 0);
}

#[test]
fn output_is_counted_and_its_end_is_kept() {
    const LINES: u64 = 50_000;
    let worker = sick();
    worker
        .ask(format!("print {LINES}").as_bytes(), FLAG_INSPECT)
        .expect("lives");
    let last_words = "the last words\n";
    let bytes = LINES * 100 + last_words.len() as u64;
    assert_eq!(worker.header().output_bytes.load(Relaxed), bytes);
    let words = worker.words();
    assert_eq!(words.len(), 4096);
    assert!(words.ends_with(&format!("-\n{last_words}")), "{words}");
    assert!(words.contains("line     49999"));
}

#[test]
fn output_without_an_end_of_line_is_seen_when_asked_for() {
    let worker = sick();
    worker.ask(b"status 0", FLAG_INSPECT).expect("lives");
    assert_eq!(worker.header().output_bytes.load(Relaxed), 0);
    for times in 1..100 {
        worker.ask(b"printf", FLAG_INSPECT).expect("lives");
        assert_eq!(worker.words(), "no end of line".repeat(times));
        let bytes = worker.header().output_bytes.load(Relaxed);
        assert_eq!(bytes, 14 * times as u64);
    }
}

#[test]
fn memory_that_is_not_freed_is_seen_when_asked_for() {
    let worker = sick();
    let live = || {
        worker.ask(b"status 0", FLAG_INSPECT).expect("lives");
        worker.header().live_bytes.load(Relaxed)
    };
    let (before, again) = (live(), live());
    assert_eq!(before, again);
    for bytes in [3_000, 3_000_000] {
        let before = live();
        worker
            .ask(format!("leak {bytes}").as_bytes(), 0)
            .expect("lives");
        let more = live() - before;
        assert!((bytes..bytes + 10_000).contains(&more), "{more}");
    }
}

#[test]
fn an_answer_says_what_it_cost() {
    let worker = sick();
    worker.ask(b"status 0", 0).expect("lives");
    let little = worker.header().cpu_nanos.load(Relaxed);
    worker.ask(b"allocate 100", 0).expect("lives");
    let much = worker.header().cpu_nanos.load(Relaxed);
    assert!(
        little > 0 && much > 1_000_000 && much > little,
        "{little} {much}"
    );
}

#[test]
fn a_port_finds_nothing_of_the_keepers() {
    let worker = sick();
    let open = worker.ask(b"descriptors", 0).expect("lives").reply;
    let open = String::from_utf8(open).expect("is text");
    // 3 is the folder that the port reads, 1000 or so the copy of its output.
    let open: Vec<u32> = open
        .split_whitespace()
        .map(|word| word.parse().expect("is a number"))
        .collect();
    assert_eq!(open.iter().filter(|&&fd| fd <= 3).count(), 4, "{open:?}");
    assert_eq!(open.len(), 5, "{open:?}");

    let status = worker.ask(b"status_of_self", 0).expect("lives").reply;
    let status = String::from_utf8(status).expect("is text");
    assert!(status.contains("SigBlk:\t0000000000000000\n"), "{status}");
}

#[test]
fn a_port_that_closes_all_it_finds_still_answers() {
    let worker = sick();
    worker.ask(b"mute", 0).expect("lives");
    let answer = worker.ask(b"echo ", FLAG_INSPECT).expect("lives");
    assert_eq!(answer.reply, b"echo ");
}

#[test]
fn a_copy_of_the_process_that_comes_back_from_the_port_does_not_answer() {
    let worker = sick();
    let child = worker.header().child_pid.load(Relaxed);
    for _ in 0..3 {
        worker.ask(b"fork", 0).expect("lives");
    }
    for _ in 0..50 {
        // Long enough for all to sleep: whoever looks without sleeping is always first.
        thread::sleep(Duration::from_millis(1));
        let answer = worker.ask(b"pid", 0).expect("lives");
        assert_eq!(answer.reply, child.to_ne_bytes());
    }
}

#[test]
fn the_build_is_published() {
    let worker = sick();
    assert_eq!(worker.header().build.load(Relaxed), 6);
}
