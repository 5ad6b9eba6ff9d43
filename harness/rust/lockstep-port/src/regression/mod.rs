//! What a regression test that `./lockstep repro ID --emit rust` writes is made of.
//!
//! Such a test runs the adapter that it is compiled with, through the C interface, in a process of
//! its own: a port that aborts, exits, hangs, overflows its stack or eats all memory fails the test
//! and nothing else. `docs/regression-tests.md` shows one.

mod child;
mod item;

use std::time::Duration;

use child::{Ended, Limits};
use item::Item;

use crate::abi::Reply;

const VALUE: u32 = 0;
const REJECTED: u32 = 1;

/// The C interface of a port: `crate::lockstep_run`, which [`port!`](crate::port) defines.
pub type Run = unsafe extern "C" fn(*const u8, u64, u32, *mut Reply) -> u32;

/// One step from an observation to a place in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A field, or an entry of a map with a text key.
    Field(&'static str),
    /// An item of a list, from 0, or an entry of a map with an integer key.
    At(i64),
}

/// What has to be at the place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// This value, encoded as `docs/observation-format.md` says.
    Value(&'static [u8]),
    /// Some value: neither a rejection nor a failure.
    SomeValue,
    /// A rejection of this kind.
    Rejected(&'static str),
    /// Nothing: the place is not there, but what is around it is.
    Absent,
    /// A value or a rejection: it does not fail.
    Answer,
}

/// A test of one input, to be put together and then [checked](Self::check).
#[derive(Debug)]
#[must_use = "nothing is run before `check`"]
pub struct Regression {
    run: Run,
    test: String,
    earlier: &'static [&'static [u8]],
    input: &'static [u8],
    limits: Limits,
    place: &'static [Step],
    expected: Expected,
}

impl Regression {
    /// A test of a port's answer to the empty input, which has to be one.
    ///
    /// `module` is `module_path!()` and `name` the name of the `#[test]` that calls: the test's own
    /// binary is started again to run it. One test has one regression.
    pub fn of(run: Run, module: &str, name: &str) -> Self {
        let path = module.split_once("::").map_or("", |(_, path)| path);
        let test = if path.is_empty() {
            name.to_owned()
        } else {
            format!("{path}::{name}")
        };
        Self {
            run,
            test,
            earlier: &[],
            input: &[],
            limits: Limits::DEFAULT,
            place: &[],
            expected: Expected::Answer,
        }
    }

    /// The input.
    pub fn input(mut self, input: &'static [u8]) -> Self {
        self.input = input;
        self
    }

    /// What has to run before the input in the same process, in this order.
    pub fn after(mut self, earlier: &'static [&'static [u8]]) -> Self {
        self.earlier = earlier;
        self
    }

    /// How long it may take, by the clock on the wall; 10 s if nothing is said.
    pub fn within(mut self, time: Duration) -> Self {
        self.limits.time = time;
        self
    }

    /// How much address space the process may have; 2 GiB if nothing is said.
    pub fn memory_mib(mut self, mib: u64) -> Self {
        self.limits.memory_mib = mib;
        self
    }

    /// The stack of the thread that runs the port; 8 MiB if nothing is said.
    pub fn stack_kib(mut self, kib: usize) -> Self {
        self.limits.stack_kib = kib;
        self
    }

    /// What has to be where. Without a step, the place is the whole observation.
    pub fn expect(mut self, place: &'static [Step], expected: Expected) -> Self {
        self.place = place;
        self.expected = expected;
        self
    }

    /// Runs the port.
    ///
    /// # Panics
    ///
    /// The port does not do what is expected, or cannot be run.
    pub fn check(self) {
        if let Err(failure) = self.verdict() {
            panic!("{failure}");
        }
    }

    /// What is wrong, in words.
    fn verdict(&self) -> Result<(), String> {
        match child::run(self.run, &self.test, self.earlier, self.input, &self.limits) {
            Ended::Answered(status, reply) => self.judge(status, &reply),
            Ended::Late => Err(format!(
                "the port has not answered within {:?}",
                self.limits.time
            )),
            Ended::Died(how) => Err(format!("the port ended its process: {how}")),
            Ended::NotRun(why) => Err(format!("the test could not be run: {why}")),
        }
    }

    fn judge(&self, status: u32, reply: &[u8]) -> Result<(), String> {
        let met = if self.place.is_empty() {
            self.met_by_all(status, reply)
        } else {
            status == VALUE && self.met_by_place(reply)
        };
        if met {
            return Ok(());
        }
        let whole = Item(reply);
        let said = match status {
            VALUE => match whole.at(self.place) {
                Some(there) => there.to_string(),
                None => format!("nothing: {whole}"),
            },
            REJECTED => format!("rejected{whole}"),
            _ => format!("failed{whole}"),
        };
        Err(format!(
            "the port does not do what is expected\n  at        {}\n  expected  {}\n  port      {said}",
            path(self.place),
            words(self.expected)
        ))
    }

    fn met_by_all(&self, status: u32, reply: &[u8]) -> bool {
        match self.expected {
            Expected::Value(value) => status == VALUE && reply == value,
            Expected::SomeValue => status == VALUE,
            Expected::Rejected(kind) => {
                status == REJECTED
                    && Item(reply)
                        .at(&[Step::At(0)])
                        .is_some_and(|item| item.is_text(kind))
            }
            Expected::Absent => false,
            Expected::Answer => status == VALUE || status == REJECTED,
        }
    }

    fn met_by_place(&self, reply: &[u8]) -> bool {
        let Some(there) = Item(reply).at(self.place) else {
            let around = &self.place[..self.place.len() - 1];
            return self.expected == Expected::Absent && Item(reply).at(around).is_some();
        };
        match self.expected {
            Expected::Value(value) => there.0 == value,
            Expected::SomeValue => !there.is_rejected() && !there.is_crashed(),
            Expected::Rejected(kind) => there.is_rejected_as(kind),
            Expected::Absent => false,
            Expected::Answer => !there.is_crashed(),
        }
    }
}

fn path(place: &[Step]) -> String {
    place.iter().fold("$".to_owned(), |path, step| match step {
        Step::Field(name) => format!("{path}.{name}"),
        Step::At(number) => format!("{path}[{number}]"),
    })
}

fn words(expected: Expected) -> String {
    match expected {
        Expected::Value(value) => Item(value).to_string(),
        Expected::SomeValue => "some value".to_owned(),
        Expected::Rejected(kind) => format!("rejected({kind})"),
        Expected::Absent => "nothing there".to_owned(),
        Expected::Answer => "an answer".to_owned(),
    }
}
