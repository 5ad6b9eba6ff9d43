//! The memory that client, keeper and child share: its layout, and how it is mapped.

use std::ffi::c_void;
use std::fs::OpenOptions;
use std::io::{self, Error};
use std::mem::offset_of;
use std::os::fd::AsRawFd;
use std::path::Path;
use std::ptr::{self, null_mut};
use std::slice;
use std::sync::atomic::{AtomicI32, AtomicU32, AtomicU64, Ordering};

use crate::turn::Turn;

/// The first eight bytes.
pub const MAGIC: u64 = 0x524b_524f_574b_434c;

/// The version of the layout.
pub const VERSION: u32 = 1;

/// Of `flags`: format details and messages.
pub const FLAG_EXPLAIN: u32 = 1;

/// Of `flags`: wait for the output, and say how much memory is in use.
pub const FLAG_INSPECT: u32 = 2;

/// Of `flags`: add to the counters and comparisons of the answer before, in place of beginning anew.
pub const FLAG_KEEP: u32 = 4;

/// Of `status`: the reply is longer than its area.
pub const STATUS_TOO_LONG: u32 = 16;

/// Of `status`: the reply has a length and no address.
pub const STATUS_NO_ADDRESS: u32 = 17;

/// Of `phase`: the child has not loaded the side yet.
pub const PHASE_LOADING: u32 = 0;

/// Of `phase`: the child waits for a question.
pub const PHASE_IDLE: u32 = 1;

/// Of `phase`: the side is running.
pub const PHASE_RUNNING: u32 = 2;

/// Of `phase`: the side has answered, and its reply is being read.
pub const PHASE_READING: u32 = 3;

/// Of `phase`: the side did not load; the reason is in the reply area.
pub const PHASE_REFUSED: u32 = 4;

/// Of `end_kind`: ended with an exit code.
pub const END_EXITED: u32 = 1;

/// Of `end_kind`: ended by a signal.
pub const END_SIGNALLED: u32 = 2;

/// Of `end_kind`: stopped by a signal, and then killed.
pub const END_STOPPED: u32 = 3;

/// Of `end_kind`: did not load.
pub const END_NOT_LOADED: u32 = 4;

/// Of `fault`: the stack was too small.
pub const FAULT_STACK: u32 = 1;

/// Of `fault`: a read from where nothing is.
pub const FAULT_READ: u32 = 2;

/// Of `fault`: a write to where nothing is, or that may not be written to.
pub const FAULT_WRITE: u32 = 3;

/// Of `fault`: a jump to where no code is.
pub const FAULT_JUMP: u32 = 4;

/// The start of the exchange. `docs/worker.md` says what each field means and who writes it.
#[repr(C)]
#[derive(Debug)]
#[allow(
    missing_docs,
    reason = "docs/worker.md lists them, with what they mean"
)]
pub struct Header {
    pub magic: AtomicU64,
    pub version: AtomicU32,
    pub turn: Turn,
    pub flags: AtomicU32,
    pub status: AtomicU32,
    pub asked: AtomicU64,
    pub answered: AtomicU64,
    pub input_length: AtomicU64,
    pub reply_length: AtomicU64,
    pub cpu_nanos: AtomicU64,
    pub allocated_bytes: AtomicU64,
    pub live_bytes: AtomicU64,
    pub child_pid: AtomicU32,
    pub phase: AtomicU32,
    pub end_kind: AtomicU32,
    pub end_code: AtomicI32,
    pub fault: AtomicU32,
    pub exit_called: AtomicU32,
    pub fault_address: AtomicU64,
    pub end_cpu_nanos: AtomicU64,
    pub peak_bytes: AtomicU64,
    pub output_bytes: AtomicU64,
    pub words_length: AtomicU64,
    pub counters_length: AtomicU64,
    pub pcs_length: AtomicU64,
    pub build: AtomicU32,
    pub output_moving: AtomicU32,
    pub effects_length: AtomicU64,
    free: [AtomicU64; 10],
    pub areas: [[AtomicU64; 2]; AREAS],
}

const AREAS: usize = 6;
const HEADER_BYTES: usize = size_of::<Header>();

const _: () = {
    assert!(offset_of!(Header, turn) == 12);
    assert!(offset_of!(Header, child_pid) == 80);
    assert!(offset_of!(Header, end_cpu_nanos) == 112);
    assert!(offset_of!(Header, build) == 160);
    assert!(offset_of!(Header, areas) == 256);
};

/// A part of the exchange, in bytes from its start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// Where it starts.
    pub offset: usize,
    /// How long it is; 0 if there is none.
    pub length: usize,
}

/// The parts of the exchange.
#[derive(Clone, Copy, Debug, Default)]
pub struct Areas {
    /// The end of what a child printed.
    pub words: Area,
    /// What the side is asked.
    pub input: Area,
    /// What it answers.
    pub reply: Area,
    /// How often each edge was taken.
    pub counters: Area,
    /// Where each edge is.
    pub pcs: Area,
    /// What was compared.
    pub comparisons: Area,
}

/// The exchange, mapped for as long as the process lives.
#[derive(Clone, Copy, Debug)]
pub struct Exchange {
    base: *mut Header,
    shown: *const u8,
    areas: Areas,
}

impl Exchange {
    /// Maps the exchange that a client made.
    ///
    /// # Errors
    ///
    /// If the file cannot be opened and mapped, or is no exchange of this version.
    pub fn open(file: &Path) -> io::Result<Self> {
        let memory = OpenOptions::new().read(true).write(true).open(file)?;
        let length = usize::try_from(memory.metadata()?.len()).map_err(Error::other)?;
        if length < HEADER_BYTES {
            return Err(Error::other(format!(
                "is {length} bytes long, shorter than the header of an exchange"
            )));
        }
        let base = map(&memory, length, libc::PROT_READ | libc::PROT_WRITE)?;
        let shown = map(&memory, length, libc::PROT_READ)?;
        let mut exchange = Self {
            base: base.cast(),
            shown: shown.cast(),
            areas: Areas::default(),
        };
        exchange.areas = areas(exchange.header(), length)?;
        Ok(exchange)
    }

    /// The start of the exchange.
    #[must_use]
    pub fn header(&self) -> &'static Header {
        // SAFETY: mapped for good, long enough, aligned to a page, and all fields are atomic.
        unsafe { &*self.base }
    }

    /// Where the parts are, as they were when the exchange was mapped.
    #[must_use]
    pub fn areas(&self) -> &Areas {
        &self.areas
    }

    /// The first byte of an area, to be written to.
    #[must_use]
    pub fn writable(&self, area: Area) -> *mut u8 {
        // SAFETY: areas lie within the mapping.
        unsafe { self.base.cast::<u8>().add(area.offset) }
    }

    /// The first byte of an area in the mapping that cannot be written to.
    #[must_use]
    pub fn shown(&self, area: Area) -> *const u8 {
        // SAFETY: areas lie within the mapping.
        unsafe { self.shown.add(area.offset) }
    }

    /// Copies as much of `bytes` into an area as fits.
    pub fn fill(&self, area: Area, bytes: &[u8]) {
        let length = bytes.len().min(area.length);
        // SAFETY: an area lies within the mapping, and nothing of this process overlaps with it.
        unsafe { ptr::copy(bytes.as_ptr(), self.writable(area), length) };
    }

    /// A copy of the first bytes of an area.
    #[must_use]
    pub fn copy(&self, area: Area, length: u64) -> Vec<u8> {
        let length = usize::try_from(length).map_or(area.length, |length| length.min(area.length));
        // SAFETY: an area lies within the mapping. Who reads it knows that nobody writes now.
        unsafe { slice::from_raw_parts(self.shown(area), length) }.to_vec()
    }

    /// Puts text into the reply area.
    pub fn say(&self, text: &str) {
        let length = text.len().min(self.areas.reply.length);
        self.fill(self.areas.reply, text.as_bytes());
        self.header()
            .reply_length
            .store(length as u64, Ordering::Relaxed);
    }
}

fn map(memory: &impl AsRawFd, length: usize, protection: i32) -> io::Result<*mut c_void> {
    // SAFETY: a new mapping takes nothing away.
    let base = unsafe {
        libc::mmap(
            null_mut(),
            length,
            protection,
            libc::MAP_SHARED,
            memory.as_raw_fd(),
            0,
        )
    };
    if base == libc::MAP_FAILED {
        return Err(Error::last_os_error());
    }
    Ok(base)
}

fn areas(header: &Header, length: usize) -> io::Result<Areas> {
    let (magic, version) = (
        header.magic.load(Ordering::Acquire),
        header.version.load(Ordering::Relaxed),
    );
    if magic != MAGIC {
        return Err(Error::other("is no exchange"));
    }
    if version != VERSION {
        return Err(Error::other(format!(
            "is an exchange of version {version}, this worker speaks version {VERSION}"
        )));
    }
    let area = |at: usize| -> io::Result<Area> {
        let [offset, size] = &header.areas[at];
        let (offset, size) = (offset.load(Ordering::Relaxed), size.load(Ordering::Relaxed));
        if size == 0 {
            return Ok(Area::default());
        }
        let inside = offset >= HEADER_BYTES as u64
            && offset
                .checked_add(size)
                .is_some_and(|end| end <= length as u64);
        match (usize::try_from(offset), usize::try_from(size)) {
            (Ok(offset), Ok(length)) if inside => Ok(Area { offset, length }),
            _ => Err(Error::other(format!(
                "has an area at {offset} of {size} bytes, outside its {length} bytes"
            ))),
        }
    };
    Ok(Areas {
        words: area(0)?,
        input: area(1)?,
        reply: area(2)?,
        counters: area(3)?,
        pcs: area(4)?,
        comparisons: area(5)?,
    })
}
