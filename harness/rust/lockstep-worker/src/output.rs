//! What a child prints: counted, and its end kept.

use std::io::{self, Error};
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd, RawFd};
use std::sync::atomic::Ordering::{Relaxed, SeqCst};

use crate::exchange::Exchange;

const BUFFER_BYTES: usize = 64 << 10;

/// The keeper's end of the pipe that a child prints into.
#[derive(Debug)]
pub(crate) struct Output {
    exchange: Exchange,
    pipe: Option<OwnedFd>,
    buffer: Box<[u8]>,
    /// The end of all that came.
    words: Vec<u8>,
    bytes: u64,
}

impl Output {
    pub(crate) fn new(exchange: Exchange) -> Self {
        Self {
            exchange,
            pipe: None,
            buffer: vec![0; BUFFER_BYTES].into(),
            words: Vec::new(),
            bytes: 0,
        }
    }

    /// Starts anew with a pipe. Returns the end to write into; closed on `exec`.
    pub(crate) fn open(&mut self) -> io::Result<OwnedFd> {
        let mut ends = [0; 2];
        // SAFETY: there is room for two.
        if unsafe { libc::pipe2(ends.as_mut_ptr(), libc::O_CLOEXEC) } < 0 {
            return Err(Error::last_os_error());
        }
        // SAFETY: they are open and nobody else's.
        let (read, write) =
            unsafe { (OwnedFd::from_raw_fd(ends[0]), OwnedFd::from_raw_fd(ends[1])) };
        // SAFETY: an open descriptor. Only this end: a child is to wait when the pipe is full.
        if unsafe { libc::fcntl(read.as_raw_fd(), libc::F_SETFL, libc::O_NONBLOCK) } < 0 {
            return Err(Error::last_os_error());
        }
        self.pipe = Some(read);
        self.words.clear();
        self.bytes = 0;
        self.publish();
        Ok(write)
    }

    /// What to poll; negative if there is nothing to read from.
    pub(crate) fn descriptor(&self) -> RawFd {
        self.pipe.as_ref().map_or(-1, OwnedFd::as_raw_fd)
    }

    /// Reads once. Returns whether there may be more.
    pub(crate) fn read(&mut self) -> io::Result<bool> {
        let Some(pipe) = &self.pipe else {
            return Ok(false);
        };
        // A child that waits for its output to be read looks at the pipe, then at this word. What left the
        // pipe is on its way until it is published.
        let moving = &self.exchange.header().output_moving;
        moving.store(1, SeqCst);
        // SAFETY: there is room for as many.
        let read = unsafe {
            libc::read(
                pipe.as_raw_fd(),
                self.buffer.as_mut_ptr().cast(),
                BUFFER_BYTES,
            )
        };
        let more = match usize::try_from(read) {
            Ok(0) => {
                self.pipe = None;
                Ok(false)
            }
            Ok(read) => {
                self.keep(read);
                Ok(true)
            }
            Err(_) => {
                let error = Error::last_os_error();
                match error.kind() {
                    io::ErrorKind::WouldBlock => Ok(false),
                    io::ErrorKind::Interrupted => Ok(true),
                    _ => Err(error),
                }
            }
        };
        moving.store(0, SeqCst);
        more
    }

    /// Reads what is left after the last writer is gone.
    pub(crate) fn finish(&mut self) -> io::Result<()> {
        while self.read()? {}
        self.pipe = None;
        Ok(())
    }

    fn keep(&mut self, read: usize) {
        let room = self.exchange.areas().words.length;
        let new = &self.buffer[read.saturating_sub(room)..read];
        let old = self.words.len().min(room - new.len());
        self.words.drain(..self.words.len() - old);
        self.words.extend_from_slice(new);
        self.bytes += read as u64;
        self.publish();
    }

    fn publish(&self) {
        let header = self.exchange.header();
        self.exchange.fill(self.exchange.areas().words, &self.words);
        header.words_length.store(self.words.len() as u64, Relaxed);
        header.output_bytes.store(self.bytes, Relaxed);
    }
}
