//! Two histograms, of which operations change and ask the first.

use std::mem;

use hdrhistogram::Histogram;
use lockstep_port::{Bytes, OrReject, Rejection};
use serde::Serialize;

use crate::format;
use crate::iterations::{PercentileStep, Step, percentile_steps, steps};
use crate::operation::{BASE_MAX, Operation};

const DIGITS: u8 = 1;

/// What one correction may add: a small interval would make it billions.
const MISSING_MAX: u64 = 1_000;

/// What is smaller and not 0 may be 0 after a division by 100.
const PERCENTILE_MIN: f64 = 1e-6;

/// What an operation did.
#[derive(Serialize)]
pub(crate) struct Done {
    answer: Answer,
    /// Of all that is recorded afterwards.
    count: u64,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Answer {
    Nothing,
    Number(u64),
    Real(f64),
    Summary(Summary),
    Equivalent(Equivalent),
    Shape(Shape),
    Steps(Vec<Step>),
    /// Through an empty histogram: whether there are any is another question.
    OfNothing {
        of_nothing: Vec<Step>,
    },
    Percentiles(Vec<PercentileStep>),
    Written {
        bytes: Bytes<Vec<u8>>,
    },
}

#[derive(Serialize)]
struct Summary {
    min: u64,
    max: u64,
    /// Nothing where nothing above 0 is recorded.
    min_non_zero: Option<u64>,
    /// As a share of the greatest value, like the deviation.
    mean: f64,
    deviation: f64,
}

#[derive(Serialize)]
struct Equivalent {
    lowest: u64,
    highest: u64,
    median: u64,
    next: u64,
    range: u64,
}

#[derive(Serialize)]
struct Shape {
    low: u64,
    high: u64,
    digits: u8,
    resizes: bool,
    slots: usize,
}

pub(crate) struct Histograms {
    a: Histogram<u64>,
    b: Histogram<u64>,
}

impl Histograms {
    pub(crate) fn new() -> Result<Self, Rejection> {
        Ok(Self {
            a: Histogram::new(DIGITS).or_reject("refused")?,
            b: Histogram::new(DIGITS).or_reject("refused")?,
        })
    }

    pub(crate) fn run(&mut self, operation: Operation) -> Result<Done, Rejection> {
        let answer = self.answer(operation)?;
        let count = self.a.len();
        Ok(Done { answer, count })
    }

    fn answer(&mut self, operation: Operation) -> Result<Answer, Rejection> {
        let a = &mut self.a;
        Ok(match operation {
            Operation::Create { low, high, digits } => {
                *a = Histogram::new_with_bounds(low, high, digits).or_reject("refused")?;
                Answer::Nothing
            }
            Operation::CreateResizing { digits } => {
                *a = Histogram::new(digits).or_reject("refused")?;
                Answer::Nothing
            }
            Operation::RecordOne { value } => {
                a.record(value).or_reject("refused")?;
                Answer::Nothing
            }
            Operation::RecordMany { value, count } => {
                a.record_n(value, count.into()).or_reject("refused")?;
                Answer::Nothing
            }
            Operation::RecordCorrected { value, interval } => {
                bound(value.into(), interval.into())?;
                self.whole(|a, _| a.record_correct(value.into(), interval.into()))?
            }
            Operation::Add => self.whole(|a, b| a.add(b))?,
            Operation::AddCorrected { interval } => {
                bound(farthest(&self.b), interval.into())?;
                self.whole(|a, b| a.add_correct(b, interval.into()))?
            }
            Operation::Subtract => self.whole(|a, b| a.subtract(b))?,
            Operation::Swap => {
                mem::swap(&mut self.a, &mut self.b);
                Answer::Nothing
            }
            Operation::Copy => {
                self.b = a.clone();
                Answer::Nothing
            }
            Operation::CopyCorrected { interval } => {
                bound(farthest(a), interval.into())?;
                self.b = a.clone_correct(interval.into());
                Answer::Number(self.b.len())
            }
            Operation::Reset => {
                a.reset();
                Answer::Nothing
            }
            asked => self.asked(asked)?,
        })
    }

    /// What changes nothing, but for what is read.
    fn asked(&mut self, operation: Operation) -> Result<Answer, Rejection> {
        let a = &self.a;
        Ok(match operation {
            Operation::Statistics => Answer::Summary(summary(a)),
            Operation::AtPercentile { percentile } => {
                if percentile != 0.0 && percentile.abs() < PERCENTILE_MIN {
                    return Err(Rejection::new("refused").because("too small a percentile"));
                }
                Answer::Number(a.value_at_percentile(percentile))
            }
            Operation::PercentileBelow { value } => Answer::Real(a.percentile_below(value)),
            Operation::CountBetween { from, to } => Answer::Number(a.count_between(from, to)),
            Operation::CountAt { value } => Answer::Number(a.count_at(value)),
            Operation::Equivalents { value } => Answer::Equivalent(Equivalent {
                lowest: a.lowest_equivalent(value),
                highest: a.highest_equivalent(value),
                median: a.median_equivalent(value),
                next: a.next_non_equivalent(value),
                range: a.equivalent_range(value),
            }),
            Operation::Layout => Answer::Shape(Shape {
                low: a.low(),
                high: a.high(),
                digits: a.sigfig(),
                resizes: a.is_auto_resize(),
                slots: a.distinct_values(),
            }),
            Operation::Recorded => Answer::Steps(steps(a.iter_recorded())),
            Operation::All => Answer::Steps(steps(a.iter_all())),
            Operation::Linear { step } => of(a, steps(a.iter_linear(step.into()))),
            Operation::Logarithmic { first, base } => {
                if !(base > 1.0 && base <= BASE_MAX) {
                    return Err(Rejection::new("refused").because("a factor above 1 and up to 10"));
                }
                of(a, steps(a.iter_log(first.into(), base)))
            }
            Operation::Percentiles { halvings } => {
                Answer::Percentiles(percentile_steps(a.iter_quantiles(1 << halvings)))
            }
            Operation::WriteV2 => {
                let bytes = format::write(a)?;
                self.go_on(format::read(&bytes)?);
                Answer::Written {
                    bytes: Bytes(bytes),
                }
            }
            Operation::WriteDeflated => {
                let bytes = format::write_deflated(a)?;
                self.go_on(format::read_deflated(&bytes)?);
                Answer::Written {
                    bytes: Bytes(format::inflated(&bytes)?),
                }
            }
            Operation::ReadV2 { written } => {
                format::sound(&written)?;
                self.a = format::read(&written)?;
                Answer::Nothing
            }
            Operation::ReadDeflated { written } => {
                format::sound(&format::inflated(&written)?)?;
                self.a = format::read_deflated(&written)?;
                Answer::Nothing
            }
            _ => unreachable!("an operation that changes something"),
        })
    }

    /// With what was read of what was written; the formats do not say whether it resizes itself.
    fn go_on(&mut self, mut read: Histogram<u64>) {
        read.auto(self.a.is_auto_resize());
        self.a = read;
    }

    /// Neither side says what an operation leaves that it gives up on the way: so it is nothing.
    fn whole<E: std::error::Error + 'static>(
        &mut self,
        operation: impl FnOnce(&mut Histogram<u64>, &Histogram<u64>) -> Result<(), E>,
    ) -> Result<Answer, Rejection> {
        let done = operation(&mut self.a, &self.b);
        if done.is_err() {
            self.a.reset();
        }
        done.or_reject("refused")?;
        Ok(Answer::Nothing)
    }
}

fn of(histogram: &Histogram<u64>, steps: Vec<Step>) -> Answer {
    if histogram.is_empty() {
        Answer::OfNothing { of_nothing: steps }
    } else {
        Answer::Steps(steps)
    }
}

/// 0 if there is none: both sides leave that open.
fn greatest(histogram: &Histogram<u64>) -> u64 {
    if histogram.is_empty() {
        0
    } else {
        histogram.max()
    }
}

/// How far a correction goes down from: the end of the slot of the greatest value.
fn farthest(histogram: &Histogram<u64>) -> u64 {
    if histogram.is_empty() {
        0
    } else {
        histogram.highest_equivalent(histogram.max())
    }
}

#[allow(clippy::cast_precision_loss)] // a share
fn summary(a: &Histogram<u64>) -> Summary {
    let scale = greatest(a).max(1) as f64;
    Summary {
        min: a.min(),
        max: greatest(a),
        min_non_zero: Some(a.min_nz()).filter(|&least| least != u64::MAX),
        mean: a.mean() / scale,
        deviation: a.stdev() / scale,
    }
}

fn bound(value: u64, interval: u64) -> Result<(), Rejection> {
    if interval > 0 && value / interval > MISSING_MAX {
        return Err(Rejection::new("refused").because("too many values are missing"));
    }
    Ok(())
}
