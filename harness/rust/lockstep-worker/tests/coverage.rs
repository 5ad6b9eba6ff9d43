//! What a fuzz build in a worker shows of its coverage.
#![cfg(all(target_os = "linux", target_arch = "x86_64"))]

mod client;
#[path = "client/sides.rs"]
mod sides;

use std::sync::atomic::Ordering::Relaxed;

use client::{Sizes, Worker};
use sides::{keep, zoo_port};

const SLOT_BYTES: usize = 32;

fn hidden_branch(fuzz: bool) -> Worker {
    let library = zoo_port("zoo-hidden-branch", fuzz);
    let mut worker = keep(&library, Sizes::with_coverage(), &[]);
    worker.start().expect("loads");
    worker
}

fn counters(worker: &Worker, input: &[u8]) -> Vec<u8> {
    worker.ask(input, 0).expect("lives");
    let length = worker.header().counters_length.load(Relaxed);
    worker
        .exchange
        .copy(worker.exchange.areas().counters, length)
}

/// `pc`, `a`, `b`, `hook` of the slots that are taken.
fn comparisons(worker: &Worker, input: &[u8]) -> Vec<(u64, u64, u64, u64)> {
    let area = worker.exchange.areas().comparisons;
    worker.exchange.fill(area, &vec![0; area.length]);
    worker.ask(input, 0).expect("lives");
    let bytes = worker.exchange.copy(area, u64::MAX);
    let word = |slot: &[u8], at| u64::from_ne_bytes(slot[at..at + 8].try_into().expect("eight"));
    bytes
        .chunks(SLOT_BYTES)
        .map(|slot| (word(slot, 0), word(slot, 8), word(slot, 16), word(slot, 24)))
        .filter(|slot| slot.3 != 0)
        .collect()
}

#[test]
fn the_counters_are_those_of_the_last_answer() {
    let worker = hidden_branch(true);
    let other = counters(&worker, b"XXXXXXXX");
    assert!(other.iter().any(|&count| count > 0));
    assert_eq!(counters(&worker, b"XXXXXXXX"), other);
    assert_eq!(
        counters(&worker, b"XYYYYYYY"),
        other,
        "the same way through"
    );
    assert_ne!(
        counters(&worker, b"RXXXXXXX"),
        counters(&worker, b"RUXXXXXX")
    );
}

#[test]
fn the_counters_start_at_zero_in_a_new_child() {
    let mut worker = hidden_branch(true);
    let first = counters(&worker, b"RUXXXXXX");
    worker.kill();
    worker.start().expect("loads");
    assert_eq!(counters(&worker, b"RUXXXXXX"), first);
}

#[test]
fn the_pc_table_has_two_words_a_counter() {
    let worker = hidden_branch(true);
    let header = worker.header();
    let edges = header.counters_length.load(Relaxed);
    assert!(edges > 0);
    assert_eq!(header.pcs_length.load(Relaxed), edges * 16);
    let table = worker
        .exchange
        .copy(worker.exchange.areas().pcs, edges * 16);
    assert!(table.chunks(16).all(|edge| edge[..8] != [0; 8]));
    assert!(table.chunks(16).any(|edge| edge[8] & 1 == 1));
}

#[test]
fn a_comparison_is_reported_with_its_place_operands_and_hook() {
    const CONST_CMP4: u64 = 7;
    let worker = hidden_branch(true);
    let abcd = u64::from(u32::from_le_bytes(*b"abcd"));
    let seen = comparisons(&worker, b"RUSTabcd");
    let of_key =
        |&(_, a, b, hook): &(u64, u64, u64, u64)| (a, b, hook) == (0x5EED_1CE5, abcd, CONST_CMP4);
    let key: Vec<_> = seen.iter().filter(|slot| of_key(slot)).collect();
    assert_eq!(key.len(), 1, "{seen:x?}");

    let again = comparisons(&worker, b"RUSTefgh");
    assert!(
        again
            .iter()
            .any(|slot| slot.0 == key[0].0 && slot.2 != abcd),
        "{again:x?}"
    );
    let equal = comparisons(&worker, b"RUST\xe5\x1c\xed\x5e");
    assert!(equal.iter().all(|slot| slot.0 != key[0].0), "{equal:x?}");
}

#[test]
fn a_release_build_has_no_coverage() {
    let worker = hidden_branch(false);
    assert_eq!(counters(&worker, b"RUSTabcd"), []);
    assert_eq!(worker.header().pcs_length.load(Relaxed), 0);
    assert_eq!(comparisons(&worker, b"RUSTabcd"), []);
}

#[test]
fn a_fuzz_build_runs_without_room_for_its_coverage() {
    let library = zoo_port("zoo-hidden-branch", true);
    let mut worker = keep(&library, Sizes::default(), &[]);
    worker.start().expect("loads");
    assert_eq!(counters(&worker, b"RUSTabcd"), []);
    assert_eq!(worker.header().build.load(Relaxed), 1 | 2 | 4);
}
