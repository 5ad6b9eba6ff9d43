//! The first steps of an iterator.

use hdrhistogram::iterators::IterationValue;
use serde::Serialize;

const STEPS_MAX: usize = 12;

#[derive(Serialize)]
pub(crate) struct Step {
    /// That it went on to.
    value: u64,
    /// How many are recorded at that value.
    at: u64,
    /// How many were passed by this step.
    added: u64,
}

#[derive(Serialize)]
pub(crate) struct PercentileStep {
    value: u64,
    at: u64,
    added: u64,
    /// That it went on to.
    percentile: f64,
}

pub(crate) fn steps(values: impl Iterator<Item = IterationValue<u64>>) -> Vec<Step> {
    values
        .take(STEPS_MAX)
        .map(|step| Step {
            value: step.value_iterated_to(),
            at: step.count_at_value(),
            added: step.count_since_last_iteration(),
        })
        .collect()
}

pub(crate) fn percentile_steps(
    values: impl Iterator<Item = IterationValue<u64>>,
) -> Vec<PercentileStep> {
    values
        .take(STEPS_MAX)
        .map(|step| PercentileStep {
            value: step.value_iterated_to(),
            at: step.count_at_value(),
            added: step.count_since_last_iteration(),
            percentile: step.quantile_iterated_to() * 100.0,
        })
        .collect()
}
