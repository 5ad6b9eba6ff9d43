//! The keeper: starts children, reads what they print, sees how they end.

use std::io::{self, Error};
use std::mem;
use std::sync::atomic::Ordering::Relaxed;

use crate::exchange::{
    END_EXITED, END_NOT_LOADED, END_SIGNALLED, END_STOPPED, Exchange, PHASE_LOADING, PHASE_REFUSED,
};
use crate::options::Side;
use crate::output::Output;
use crate::processes::{self, End, Ended, Signals};
use crate::spawn::{self, Child};
use crate::turn::{ENDED, STARTING};

/// Commands that may lie in the pipe together.
const COMMANDS: usize = 16;

/// What a client talks to.
#[derive(Debug)]
pub struct Keeper {
    exchange: Exchange,
    side: Side,
    signals: Signals,
    output: Output,
    child: Option<Child>,
}

/// Whether there is more to do.
#[derive(PartialEq, Eq)]
enum Next {
    Wait,
    Leave,
}

impl Keeper {
    /// Prepares this process to keep children.
    ///
    /// # Errors
    ///
    /// If the system refuses.
    pub fn new(exchange: Exchange, side: Side) -> io::Result<Self> {
        processes::adopt_orphans()?;
        Ok(Self {
            exchange,
            side,
            signals: Signals::open()?,
            output: Output::new(exchange),
            child: None,
        })
    }

    /// Does what it is told until its stdin ends, and leaves nothing running.
    ///
    /// # Errors
    ///
    /// If the system refuses, or a command makes no sense. Nothing is left running then, either.
    pub fn run(&mut self) -> io::Result<()> {
        let served = self.serve();
        let ended = self.end();
        served.and(ended)
    }

    fn serve(&mut self) -> io::Result<()> {
        loop {
            let mut watched =
                [0, self.signals.descriptor(), self.output.descriptor()].map(|fd| libc::pollfd {
                    fd,
                    events: libc::POLLIN,
                    revents: 0,
                });
            // SAFETY: three that are live. A negative descriptor is skipped.
            if unsafe { libc::poll(watched.as_mut_ptr(), 3, -1) } < 0 {
                let error = Error::last_os_error();
                if error.kind() == io::ErrorKind::Interrupted {
                    continue;
                }
                return Err(error);
            }
            let [commands, signals, output] = watched.map(|one| one.revents != 0);
            if output {
                self.output.read()?;
            }
            if signals && self.look_at_signals()? == Next::Leave {
                return Ok(());
            }
            if commands && self.obey()? == Next::Leave {
                return Ok(());
            }
        }
    }

    fn look_at_signals(&mut self) -> io::Result<Next> {
        if self.signals.told_to_leave()? {
            return Ok(Next::Leave);
        }
        if let Some(child) = &self.child
            && processes::has_ended(child.pid)?
        {
            self.end()?;
        }
        processes::reap_orphans(self.child.as_ref().map(|child| child.pid));
        Ok(Next::Wait)
    }

    fn obey(&mut self) -> io::Result<Next> {
        let mut commands = [0; COMMANDS];
        // SAFETY: there is room for as many.
        let read = unsafe { libc::read(0, commands.as_mut_ptr().cast(), COMMANDS) };
        let Ok(read) = usize::try_from(read) else {
            return Err(Error::last_os_error());
        };
        for command in &commands[..read] {
            match command {
                b's' => self.start()?,
                b'k' => self.end()?,
                other => {
                    return Err(Error::other(format!("{other:#04x} is no command")));
                }
            }
        }
        Ok(if read == 0 { Next::Leave } else { Next::Wait })
    }

    fn start(&mut self) -> io::Result<()> {
        if self.child.is_some() {
            return Err(Error::other("told to start a child while there is one"));
        }
        let header = self.exchange.header();
        for field in [
            &header.phase,
            &header.end_kind,
            &header.fault,
            &header.exit_called,
            &header.child_pid,
            &header.build,
        ] {
            field.store(0, Relaxed);
        }
        for field in [
            &header.fault_address,
            &header.end_cpu_nanos,
            &header.peak_bytes,
            &header.counters_length,
            &header.pcs_length,
            &header.reply_length,
            &header.live_bytes,
            &header.effects_length,
        ] {
            field.store(0, Relaxed);
        }
        header.end_code.store(0, Relaxed);
        debug_assert_eq!(PHASE_LOADING, 0);
        let end_to_write = self.output.open()?;
        header.turn.set(STARTING);
        self.child = Some(spawn::start(self.exchange, &self.side, end_to_write)?);
        Ok(())
    }

    /// Ends the child, if there is one, with all that it started, and says how it ended.
    fn end(&mut self) -> io::Result<()> {
        let Some(child) = mem::take(&mut self.child) else {
            return Ok(());
        };
        let ended = processes::end(child.pid)?;
        self.output.finish()?;
        self.report(&ended);
        Ok(())
    }

    fn report(&self, ended: &Ended) {
        let header = self.exchange.header();
        let (kind, code) = match ended.end {
            End::Exited(code) if header.phase.load(Relaxed) == PHASE_REFUSED => {
                (END_NOT_LOADED, code)
            }
            End::Exited(code) => (END_EXITED, code),
            End::Signalled(signal) => (END_SIGNALLED, signal),
            End::Stopped(signal) => (END_STOPPED, signal),
        };
        header.end_kind.store(kind, Relaxed);
        header.end_code.store(code, Relaxed);
        header.end_cpu_nanos.store(ended.cpu_nanos, Relaxed);
        header.peak_bytes.store(ended.peak_bytes, Relaxed);
        header.turn.set(ENDED);
    }
}
