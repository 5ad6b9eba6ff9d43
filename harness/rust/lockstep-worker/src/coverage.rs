//! The coverage of a fuzz build: its counters, its PC table, and what it compares.

use std::arch::naked_asm;
use std::ptr::{null, null_mut};
use std::slice;
use std::sync::atomic::Ordering::{Acquire, Relaxed, Release};
use std::sync::atomic::{AtomicPtr, AtomicU32, AtomicU64, AtomicUsize};

use crate::exchange::Exchange;

pub(crate) const HOOKS: usize = 13;

const WORD: usize = size_of::<u64>();

/// `lockstep_coverage`.
pub(crate) type LocationFunction = unsafe extern "C" fn(*mut Location);

/// `struct lockstep_coverage`: where a port keeps its coverage.
#[repr(C)]
#[derive(Debug)]
pub(crate) struct Location {
    counters: *mut u8,
    counters_len: usize,
    pcs: *const u8,
    pcs_len: usize,
    hooks: *mut *const (),
    hooks_len: usize,
}

impl Location {
    /// Asks a port.
    ///
    /// # Safety
    ///
    /// `function` is a port's `lockstep_coverage`.
    pub(crate) unsafe fn ask(function: LocationFunction) -> Self {
        let mut location = Self {
            counters: null_mut(),
            counters_len: 0,
            pcs: null(),
            pcs_len: 0,
            hooks: null_mut(),
            hooks_len: 0,
        };
        // SAFETY: the caller's promise; there is room for the answer.
        unsafe { function(&raw mut location) };
        location
    }

    /// Publishes the PC table, clears the counters and listens to comparisons, as far as the client has room for them.
    pub(crate) fn publish(&self, exchange: Exchange) {
        let (header, areas) = (exchange.header(), exchange.areas());
        if areas.counters.length > 0 {
            self.counters().fill(0);
            header
                .counters_length
                .store(self.counters_len as u64, Relaxed);
        }
        if areas.pcs.length > 0 && self.pcs_len > 0 {
            // SAFETY: the port's own table, which does not change.
            exchange.fill(areas.pcs, unsafe {
                slice::from_raw_parts(self.pcs, self.pcs_len)
            });
            header.pcs_length.store(self.pcs_len as u64, Relaxed);
        }
        let slots = areas.comparisons.length / size_of::<Slot>();
        if slots > 0 {
            SLOTS_LEN.store(slots, Relaxed);
            SLOTS.store(exchange.writable(areas.comparisons).cast(), Release);
            self.listen(hooks());
        }
    }

    /// Sets what the trace functions jump to, in the order of docs/seam.md.
    pub(crate) fn listen(&self, hooks: [*const (); HOOKS]) {
        for (at, hook) in hooks.into_iter().enumerate().take(self.hooks_len) {
            // SAFETY: that many hooks are there to be set. Pointers are written in one go.
            unsafe { self.hooks.add(at).write_volatile(hook) };
        }
    }

    /// The address of each edge, by its number.
    pub(crate) fn addresses(&self) -> Vec<u64> {
        if self.pcs_len == 0 {
            return Vec::new();
        }
        // SAFETY: the port's own table, which does not change.
        let table = unsafe { slice::from_raw_parts(self.pcs, self.pcs_len) };
        let (edges, _) = table.as_chunks::<{ 2 * WORD }>();
        edges
            .iter()
            .map(|edge| {
                let (address, _) = edge.split_first_chunk::<WORD>().expect("two words");
                u64::from_ne_bytes(*address)
            })
            .collect()
    }

    /// Publishes the counters, on top of what is there or in place of it, and clears them.
    pub(crate) fn move_counters(&self, exchange: Exchange, keep: bool) {
        let area = exchange.areas().counters;
        if area.length > 0 {
            let counters = self.counters();
            if keep {
                let length = area.length.min(counters.len());
                // SAFETY: the client leaves the area alone until it is answered, and this process has one that answers.
                let published =
                    unsafe { slice::from_raw_parts_mut(exchange.writable(area), length) };
                for (own, before) in counters.iter_mut().zip(published) {
                    *own = own.saturating_add(*before);
                }
            }
            exchange.fill(area, counters);
            counters.fill(0);
        }
    }

    #[allow(
        clippy::mut_from_ref,
        reason = "the memory is the port's, and lives as long as this process"
    )]
    pub(crate) fn counters(&self) -> &mut [u8] {
        if self.counters_len == 0 {
            return &mut [];
        }
        // SAFETY: the range is the port's own. A thread of the port may be counting: then a count more or less is lost.
        unsafe { slice::from_raw_parts_mut(self.counters, self.counters_len) }
    }
}

/// What was compared where.
#[repr(C)]
struct Slot {
    pc: AtomicU64,
    a: AtomicU64,
    b: AtomicU64,
    hook: AtomicU32,
    reserved: u32,
}

/// The cases of a `switch` that are reported.
const CASES_MAX: usize = 8;

/// How many slots are tried before a comparison takes the place of another.
const PROBES: usize = 8;

static SLOTS: AtomicPtr<Slot> = AtomicPtr::new(null_mut());
static SLOTS_LEN: AtomicUsize = AtomicUsize::new(0);

/// Writes a comparison down. Any thread of the port may come by here.
#[inline]
fn log(a: u64, b: u64, pc: u64, hook: u32, nth: u64) {
    let slots = SLOTS.load(Acquire);
    if a == b || slots.is_null() {
        return;
    }
    let place = pc.wrapping_add(nth);
    let slot = slot(slots, SLOTS_LEN.load(Relaxed), place);
    slot.pc.store(place, Relaxed);
    slot.a.store(a, Relaxed);
    slot.b.store(b, Relaxed);
    slot.hook.store(hook, Relaxed);
}

/// The slot of a place: its own, or the first free one of the next few, or the one where the search began.
#[inline]
fn slot<'a>(slots: *mut Slot, len: usize, place: u64) -> &'a Slot {
    // The upper half of a product depends on all bits of its factors.
    let mixed = (place.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize;
    // SAFETY: within the area, and all that changes is atomic.
    let at = |probe: usize| unsafe { &*slots.add((mixed + probe) % len) };
    (0..PROBES)
        .map(at)
        .find(|slot| slot.hook.load(Relaxed) == 0 || slot.pc.load(Relaxed) == place)
        .unwrap_or_else(|| at(0))
}

extern "C" fn compared(a: u64, b: u64, pc: u64, hook: u32) {
    // Callers leave rubbish above a narrow argument.
    let mask = match hook {
        1 | 5 => 0xff,
        2 | 6 => 0xffff,
        3 | 7 => 0xffff_ffff,
        _ => u64::MAX,
    };
    log(a & mask, b & mask, pc, hook, 0);
}

/// `cases`: how many, how wide, and then the values.
unsafe extern "C" fn switched(value: u64, cases: *const u64, pc: u64, hook: u32) {
    // SAFETY: the instrumentation's own table.
    let many = unsafe { *cases };
    let many = usize::try_from(many).unwrap_or(usize::MAX);
    for nth in 0..many.min(CASES_MAX) {
        // SAFETY: as many follow.
        let case = unsafe { *cases.add(2 + nth) };
        log(case, value, pc, hook, nth as u64);
    }
}

extern "C" fn divided(by: u64, _: u64, pc: u64, hook: u32) {
    let by = if hook == 10 { by & 0xffff_ffff } else { by };
    log(by, 0, pc, hook, 0);
}

/// A hook that adds the caller's address and its own number to the arguments and goes on.
macro_rules! stubs {
    ($($name:ident = $number:literal => $to:path;)*) => {
        $(
            #[unsafe(naked)]
            extern "C" fn $name() {
                naked_asm!(
                    "mov rdx, qword ptr [rsp]",
                    "mov ecx, {number}",
                    "jmp {to}",
                    number = const $number,
                    to = sym $to,
                )
            }
        )*
    };
}

stubs! {
    cmp1 = 1 => compared;
    cmp2 = 2 => compared;
    cmp4 = 3 => compared;
    cmp8 = 4 => compared;
    const_cmp1 = 5 => compared;
    const_cmp2 = 6 => compared;
    const_cmp4 = 7 => compared;
    const_cmp8 = 8 => compared;
    switch = 9 => switched;
    div4 = 10 => divided;
    div8 = 11 => divided;
}

#[unsafe(naked)]
extern "C" fn nothing() {
    naked_asm!("ret")
}

/// In the order of docs/seam.md.
fn hooks() -> [*const (); HOOKS] {
    [
        cmp1, cmp2, cmp4, cmp8, const_cmp1, const_cmp2, const_cmp4, const_cmp8, switch, div4, div8,
        nothing, nothing,
    ]
    .map(|hook: extern "C" fn()| hook as *const ())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::mem::transmute;

    use super::*;

    /// Hook, operands; as many as there are slots that are taken.
    fn seen(slots: &[Slot]) -> BTreeSet<(u32, u64, u64)> {
        let seen = slots.iter().filter(|slot| slot.hook.load(Relaxed) != 0);
        seen.inspect(|slot| assert_ne!(slot.pc.load(Relaxed), 0))
            .map(|slot| {
                (
                    slot.hook.load(Relaxed),
                    slot.a.load(Relaxed),
                    slot.b.load(Relaxed),
                )
            })
            .collect()
    }

    #[test]
    fn hooks_note_unequal_operands_as_wide_as_they_are() {
        let hooks = hooks();
        // SAFETY: what the instrumentation calls them with: two words, or a word and a table.
        let call = |hook: usize, a: u64, b: u64| unsafe {
            transmute::<*const (), extern "C" fn(u64, u64)>(hooks[hook - 1])(a, b);
        };
        let table = [3_u64, 32, 10, 20, 30];
        let long_table: Vec<u64> = [100, 64].into_iter().chain(100..200).collect();

        // Nobody listens yet.
        call(1, 1, 2);

        let slots: Vec<Slot> = (0..4096)
            .map(|_| Slot {
                pc: AtomicU64::new(0),
                a: AtomicU64::new(0),
                b: AtomicU64::new(0),
                hook: AtomicU32::new(0),
                reserved: 0,
            })
            .collect();
        SLOTS_LEN.store(slots.len(), Relaxed);
        SLOTS.store(slots.as_ptr().cast_mut(), Release);

        let rubbish = 0x1234_5678_0000_0000;
        let expected = [
            (1, 1, 2),
            (2, 0x102, 0x103),
            (3, 7, 8),
            (4, rubbish | 9, 9),
            (5, 0x11, 0x12),
            (6, 0x13, 0x14),
            (7, 21, 22),
            (8, 23, 24),
            (9, 10, 20),
            (9, 30, 20),
            (10, 41, 0),
            (11, 43, 0),
        ];
        for (hook, a, b) in expected {
            for slot in &slots {
                slot.hook.store(0, Relaxed);
            }
            match hook {
                9 => call(9, b, table.as_ptr() as u64),
                1 => call(1, a | 0xff00, b),
                3 | 10 => call(hook as usize, a | rubbish, b),
                _ => call(hook as usize, a, b),
            }
            assert!(seen(&slots).contains(&(hook, a, b)), "{hook}");
        }
        for slot in &slots {
            slot.hook.store(0, Relaxed);
        }
        call(3, rubbish | 5, 5);
        call(11, 0, 0);
        assert_eq!(seen(&slots), BTreeSet::new());
        call(9, 7, long_table.as_ptr() as u64);
        assert_eq!(seen(&slots).len(), CASES_MAX);
        SLOTS.store(null_mut(), Release);
    }
}
