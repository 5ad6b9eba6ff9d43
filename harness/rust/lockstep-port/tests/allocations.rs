//! A port that runs on and on allocates nothing.

mod port;

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use lockstep_port::{Bytes, OrReject, Part, Rejection, Utf16, part};
use serde::Serialize;

use port::look;

thread_local!(static ALLOCATIONS: Cell<u64> = const { Cell::new(0) });

struct Counting;

#[global_allocator]
static GLOBAL: Counting = Counting;

// SAFETY: all is passed on to the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.set(ALLOCATIONS.get() + 1);
        // SAFETY: the caller's promise.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: the caller's promise.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        ALLOCATIONS.set(ALLOCATIONS.get() + 1);
        // SAFETY: the caller's promise.
        unsafe { System.realloc(pointer, layout, size) }
    }
}

lockstep_port::port!(observe);

#[derive(Serialize)]
struct Observed<'a> {
    tables: Bytes<&'a [u8]>,
    name: Utf16<&'static [u16]>,
    advance: f64,
    glyph: Part<Glyph>,
    lazy: Part<u8>,
    map: &'static BTreeMap<u8, [Option<&'static str>; 2]>,
    nested: [[Glyph; 2]; 3],
}

#[derive(Serialize, Clone, Copy, Default)]
struct Glyph {
    y: i32,
    x: i32,
    width: u128,
}

static MAP: LazyLock<BTreeMap<u8, [Option<&str>; 2]>> =
    LazyLock::new(|| (0..50).map(|key| (key, [None, Some("x")])).collect());

fn observe(input: &[u8]) -> Result<impl Serialize, Rejection> {
    if input.first() == Some(&b'r') {
        return "x"
            .parse::<u8>()
            .or_reject("malformed")
            .map(|_| unreachable!());
    }
    Ok(Observed {
        tables: Bytes(input),
        name: Utf16(&[0x41, 0xd83d, 0xde00]),
        advance: 1.1,
        glyph: part(|| Ok(Glyph::default())),
        lazy: part(|| Err(Rejection::new("missing").because("never boxed"))),
        map: &MAP,
        nested: [[Glyph::default(); 2]; 3],
    })
}

#[test]
fn a_warm_port_allocates_nothing_for_values_and_rejections() {
    let inputs: [&[u8]; 3] = [b"", b"a longer input than the others", b"r"];
    let once = || {
        for input in inputs {
            let len = look(lockstep_run, input, 0, |status, reply| {
                assert_eq!(status, u32::from(input == b"r"));
                reply.len()
            });
            assert!(len > 0);
        }
    };
    once();
    let before = ALLOCATIONS.get();
    for _ in 0..1000 {
        once();
    }
    assert_eq!(ALLOCATIONS.get() - before, 0);
}
