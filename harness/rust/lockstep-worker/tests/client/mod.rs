//! A client of the worker, as `docs/worker.md` says.
#![allow(dead_code, reason = "each user of it uses a part")]

use std::fs::File;
use std::io::Write;
use std::mem::ManuallyDrop;
use std::os::fd::{AsRawFd, FromRawFd};
use std::path::{Path, PathBuf};
use std::process::{self, Child, ChildStdin, Command, Stdio};
use std::sync::atomic::Ordering::Relaxed;
use std::time::{Duration, Instant};

use lockstep_worker::exchange::{Area, Areas, Exchange, Header, MAGIC, VERSION};
use lockstep_worker::turn::{ANSWERED, ASKED, ENDED, READY, STARTING};

/// Far more than anything takes.
pub const PATIENCE: Duration = Duration::from_secs(20);

const AREAS_AT: usize = 4096;

/// How large the areas are, in the order of the header.
#[derive(Clone, Copy)]
pub struct Sizes(pub [usize; 6]);

impl Default for Sizes {
    fn default() -> Self {
        Self([4096, 64 << 10, 64 << 10, 0, 0, 0])
    }
}

impl Sizes {
    /// With room for the coverage of a small port.
    pub fn with_coverage() -> Self {
        let mut sizes = Self::default();
        sizes.0[3..].copy_from_slice(&[64 << 10, 1 << 20, 64 * 32]);
        sizes
    }
}

/// An answer.
#[derive(Debug, PartialEq, Eq)]
pub struct Answer {
    pub status: u32,
    pub reply: Vec<u8>,
}

/// How a child ended: `end_kind`, `end_code`.
#[derive(Debug, PartialEq, Eq)]
pub struct Death(pub u32, pub i32);

/// A worker. Dropped, it ends.
pub struct Worker {
    pub exchange: Exchange,
    pub keeper: Child,
    commands: Option<ChildStdin>,
}

impl Worker {
    /// Starts a keeper, and no child yet.
    pub fn keep(program: &Path, sizes: Sizes, arguments: &[&str]) -> Self {
        let exchange = make(sizes);
        let mut keeper = Command::new(program)
            .arg("--exchange")
            .arg(exchange.1)
            .args(arguments)
            .stdin(Stdio::piped())
            .spawn()
            .expect("the worker starts");
        let commands = keeper.stdin.take();
        Self {
            exchange: exchange.0,
            keeper,
            commands,
        }
    }

    pub fn header(&self) -> &'static Header {
        self.exchange.header()
    }

    pub fn command(&mut self, command: u8) {
        let commands = self.commands.as_mut().expect("is open");
        commands.write_all(&[command]).expect("the keeper reads");
    }

    /// Starts a child and waits until it is ready, or has ended.
    pub fn start(&mut self) -> Result<(), Death> {
        self.header().turn.set(STARTING);
        self.command(b's');
        self.wait(&[STARTING], PATIENCE)
    }

    /// Kills the child and waits for its end.
    pub fn kill(&mut self) -> Death {
        self.command(b'k');
        self.death()
    }

    /// Asks, and waits for the answer.
    pub fn ask(&self, input: &[u8], flags: u32) -> Result<Answer, Death> {
        self.say(input, flags)?;
        self.wait(&[ASKED], PATIENCE)?;
        Ok(self.answer())
    }

    /// Asks, and does not wait.
    pub fn say(&self, input: &[u8], flags: u32) -> Result<(), Death> {
        let header = self.header();
        let area = self.exchange.areas().input;
        assert!(input.len() <= area.length);
        self.exchange.fill(area, input);
        header.input_length.store(input.len() as u64, Relaxed);
        header.flags.store(flags, Relaxed);
        header.asked.fetch_add(1, Relaxed);
        if header.turn.pass(READY, ASKED) || header.turn.pass(ANSWERED, ASKED) {
            return Ok(());
        }
        Err(self.death())
    }

    /// Waits while the turn is one of these.
    pub fn wait(&self, turns: &[u32], patience: Duration) -> Result<(), Death> {
        let deadline = Instant::now() + patience;
        let turn = self
            .header()
            .turn
            .wait(|turn| turns.contains(&turn), Some(deadline));
        assert!(!turns.contains(&turn), "nothing happened; turn {turn}");
        if turn == ENDED {
            Err(self.death())
        } else {
            Ok(())
        }
    }

    pub fn answer(&self) -> Answer {
        let header = self.header();
        assert_eq!(header.answered.load(Relaxed), header.asked.load(Relaxed));
        let length = header.reply_length.load(Relaxed);
        Answer {
            status: header.status.load(Relaxed),
            reply: self.exchange.copy(self.exchange.areas().reply, length),
        }
    }

    /// Waits for the child's end.
    pub fn death(&self) -> Death {
        let header = self.header();
        let deadline = Instant::now() + PATIENCE;
        let turn = header.turn.wait(|turn| turn != ENDED, Some(deadline));
        assert_eq!(turn, ENDED, "the child lives");
        Death(header.end_kind.load(Relaxed), header.end_code.load(Relaxed))
    }

    /// The end of what was printed.
    pub fn words(&self) -> String {
        let length = self.header().words_length.load(Relaxed);
        let words = self.exchange.copy(self.exchange.areas().words, length);
        String::from_utf8_lossy(&words).into_owned()
    }

    /// What is in the reply area.
    pub fn reason(&self) -> String {
        let length = self.header().reply_length.load(Relaxed);
        let text = self.exchange.copy(self.exchange.areas().reply, length);
        String::from_utf8(text).expect("is UTF-8")
    }

    /// Closes the keeper's stdin.
    pub fn hang_up(&mut self) {
        self.commands = None;
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.hang_up();
        let ended = self.keeper.wait();
        assert!(ended.is_ok(), "the keeper ends with its stdin");
    }
}

/// Makes an exchange. Returns it with the name that others open it by.
pub fn make(sizes: Sizes) -> (Exchange, PathBuf) {
    let mut areas = Areas::default();
    let mut end = AREAS_AT;
    for (area, length) in [
        &mut areas.words,
        &mut areas.input,
        &mut areas.reply,
        &mut areas.counters,
        &mut areas.pcs,
        &mut areas.comparisons,
    ]
    .into_iter()
    .zip(sizes.0)
    {
        *area = Area {
            offset: end,
            length,
        };
        end += length.next_multiple_of(4096);
    }
    // SAFETY: a name that ends in zero; the descriptor is nobody else's.
    let memory = unsafe {
        let fd = libc::memfd_create(c"exchange".as_ptr(), libc::MFD_CLOEXEC);
        assert!(fd >= 0);
        // It stays open: by its number others find it.
        ManuallyDrop::new(File::from_raw_fd(fd))
    };
    memory.set_len(end as u64).expect("memory can grow");
    let mut header = [0_u64; 44];
    header[0] = MAGIC;
    header[1] = u64::from(VERSION);
    for (at, area) in [
        areas.words,
        areas.input,
        areas.reply,
        areas.counters,
        areas.pcs,
        areas.comparisons,
    ]
    .into_iter()
    .enumerate()
    {
        header[32 + 2 * at] = area.offset as u64;
        header[33 + 2 * at] = area.length as u64;
    }
    let bytes: Vec<u8> = header.iter().flat_map(|word| word.to_ne_bytes()).collect();
    (&*memory).write_all(&bytes).expect("there is room");
    let name = PathBuf::from(format!("/proc/{}/fd/{}", process::id(), memory.as_raw_fd()));
    let exchange = Exchange::open(&name).expect("is an exchange");
    (exchange, name)
}
