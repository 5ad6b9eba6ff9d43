//! The child: loads a port and answers.

use std::io;
use std::mem;
use std::os::fd::RawFd;
use std::process;
use std::ptr;
use std::ptr::null_mut;
use std::sync::OnceLock;
use std::sync::atomic::Ordering::{Relaxed, SeqCst};
use std::thread;
use std::time::{Duration, Instant};

use crate::exchange::{
    Exchange, FLAG_EXPLAIN, FLAG_INSPECT, FLAG_KEEP, Header, PHASE_IDLE, PHASE_READING,
    PHASE_RUNNING, STATUS_NO_ADDRESS, STATUS_TOO_LONG,
};
use crate::faults;
use crate::limits::limit_memory;
use crate::options::PortOptions;
use crate::port::{Port, Reply};
use crate::spawn::refuse;
use crate::turn::{ANSWERED, ASKED, READY, STARTING};

/// How long to wait for the keeper to read what was printed.
const OUTPUT_WAIT: Duration = Duration::from_millis(50);

/// How long to sleep between two looks at the pipe.
const OUTPUT_SLEEP: Duration = Duration::from_micros(50);

/// Where the function that `atexit` calls finds the exchange.
static EXITING: OnceLock<&'static Header> = OnceLock::new();

/// Answers for a port until the process ends. `output` is a copy of the end of the pipe that is printed into.
pub(crate) fn run(exchange: Exchange, options: &PortOptions, output: RawFd) -> ! {
    EXITING.get_or_init(|| exchange.header());
    let port = prepare(exchange, options).unwrap_or_else(|reason| refuse(exchange, &reason));
    let memory = options.memory;
    let answering = Answering {
        exchange,
        port,
        output,
    };
    let thread = thread::Builder::new()
        .name("port".to_owned())
        .stack_size(options.stack)
        .spawn(move || {
            let answering = answering;
            match limit(answering.exchange, memory) {
                Ok(()) => answering.forever(),
                Err(error) => refuse(
                    answering.exchange,
                    &format!("cannot set the limits: {error}"),
                ),
            }
        });
    match thread {
        Ok(thread) => {
            // It does not return, unless the port ends its own thread.
            drop(thread.join());
            eprintln!("lockstep-worker: the port ended the thread that it was called on");
            process::abort()
        }
        Err(error) => refuse(exchange, &format!("cannot start a thread: {error}")),
    }
}

fn prepare(exchange: Exchange, options: &PortOptions) -> Result<Port, String> {
    let refused = |error: io::Error| format!("cannot prepare: {error}");
    // One heap for all threads: the memory limit is spent on what a port asks for, and not on reserves.
    // SAFETY: takes numbers.
    unsafe { libc::mallopt(libc::M_ARENA_MAX, 1) };
    print_line_by_line();
    notice_exit();
    faults::listen(exchange).map_err(refused)?;
    let port = Port::load(&options.library)?;
    // Again: functions are called from the last to the first, and one of the port's may not come back.
    notice_exit();
    exchange.header().build.store(port.build(), Relaxed);
    if let Some(coverage) = port.coverage() {
        coverage.publish(exchange);
    }
    Ok(port)
}

/// On the thread that is going to run the port.
fn limit(exchange: Exchange, memory: Option<u64>) -> io::Result<()> {
    // Again: the port may have brought its own.
    faults::listen(exchange)?;
    faults::watch_this_stack()?;
    memory.map_or(Ok(()), limit_memory)
}

/// C keeps what is printed into a pipe until its buffer is full, and loses it when the process dies.
fn print_line_by_line() {
    unsafe extern "C" {
        static stdout: *mut libc::FILE;
    }
    // SAFETY: C's own stream, on which nothing was printed yet; it gets a buffer of its own.
    unsafe { libc::setvbuf(stdout, null_mut(), libc::_IOLBF, 0) };
}

fn notice_exit() {
    // SAFETY: the function is there for good.
    unsafe { libc::atexit(on_exit) };
}

extern "C" fn on_exit() {
    if let Some(header) = EXITING.get() {
        header.exit_called.store(1, Relaxed);
    }
}

struct Answering {
    exchange: Exchange,
    port: Port,
    output: RawFd,
}

// SAFETY: all its pointers are into memory that stays for as long as the process lives, and it is used by one thread.
unsafe impl Send for Answering {}

impl Answering {
    fn forever(&self) -> ! {
        let header = self.exchange.header();
        // SAFETY: takes nothing.
        let us = unsafe { libc::getpid() };
        header.phase.store(PHASE_IDLE, Relaxed);
        header.turn.pass(STARTING, READY);
        loop {
            header.turn.wait(|turn| turn != ASKED, None);
            self.answer(us);
        }
    }

    /// Answers one question. `us` is the number of this process.
    fn answer(&self, us: libc::pid_t) {
        let header = self.exchange.header();
        let flags = header.flags.load(Relaxed);
        let length = header
            .input_length
            .load(Relaxed)
            .min(self.exchange.areas().input.length as u64);
        let asked = header.asked.load(Relaxed);
        let before = cpu_nanos();
        header.phase.store(PHASE_RUNNING, SeqCst);
        // SAFETY: the client leaves the input alone until it is answered.
        let (status, reply) = unsafe {
            self.port.run(
                self.exchange.shown(self.exchange.areas().input),
                length,
                flags & FLAG_EXPLAIN,
            )
        };
        header.phase.store(PHASE_READING, SeqCst);
        // SAFETY: takes nothing.
        if unsafe { libc::getpid() } != us {
            // The port forked, and both have returned. The other one answers.
            // SAFETY: the copy of a process has nothing to tidy up.
            unsafe { libc::_exit(0) };
        }
        header.cpu_nanos.store(cpu_nanos() - before, Relaxed);
        let status = self.take(&reply).unwrap_or(status);
        header.status.store(status, Relaxed);
        if let Some(coverage) = self.port.coverage() {
            coverage.move_counters(self.exchange, flags & FLAG_KEEP != 0);
        }
        if flags & FLAG_INSPECT != 0 {
            self.inspect();
        }
        header.phase.store(PHASE_IDLE, Relaxed);
        header.answered.store(asked, Relaxed);
        header.turn.pass(ASKED, ANSWERED);
    }

    /// Copies the reply. Returns a status if it cannot be copied.
    fn take(&self, reply: &Reply) -> Option<u32> {
        let header = self.exchange.header();
        let area = self.exchange.areas().reply;
        header.reply_length.store(reply.len, Relaxed);
        if reply.len == 0 {
            return None;
        }
        if reply.data.is_null() {
            return Some(STATUS_NO_ADDRESS);
        }
        match usize::try_from(reply.len) {
            Ok(length) if length <= area.length => {
                // SAFETY: there is room. That the reply can be read is the port's promise; if it breaks it, this
                // process dies with a phase that says so. It may even point into the exchange.
                unsafe { ptr::copy(reply.data, self.exchange.writable(area), length) };
                None
            }
            _ => Some(STATUS_TOO_LONG),
        }
    }

    /// Brings what is known about output and memory up to date.
    fn inspect(&self) {
        // SAFETY: flushes all of C's streams.
        unsafe { libc::fflush(null_mut()) };
        self.wait_for_output();
        // SAFETY: takes nothing.
        let memory = unsafe { libc::mallinfo2() };
        let live = memory.uordblks + memory.hblkhd;
        self.exchange
            .header()
            .live_bytes
            .store(live as u64, Relaxed);
    }

    fn wait_for_output(&self) {
        let deadline = Instant::now() + OUTPUT_WAIT;
        while self.output_is_moving() && Instant::now() < deadline {
            thread::sleep(OUTPUT_SLEEP);
        }
    }

    /// Whether something is in the pipe, or with the keeper and not counted yet.
    fn output_is_moving(&self) -> bool {
        let mut left = 0;
        // SAFETY: there is room for a number. If the port has closed the pipe, there is nothing to wait for.
        let known = unsafe { libc::ioctl(self.output, libc::FIONREAD, &raw mut left) } == 0;
        (known && left > 0) || self.exchange.header().output_moving.load(SeqCst) != 0
    }
}

/// CPU time of this thread.
fn cpu_nanos() -> u64 {
    // SAFETY: plain numbers.
    let mut time: libc::timespec = unsafe { mem::zeroed() };
    // SAFETY: there is room for the answer. This clock is always there.
    unsafe { libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, &raw mut time) };
    time.tv_sec.cast_unsigned() * 1_000_000_000 + time.tv_nsec.cast_unsigned()
}
