package dev.lockstep.bench;

/**
 * How fast both sides are as they ship, in one process, on the same inputs.
 *
 * @param inputs how many different inputs
 * @param rounds how often each was run on each side; the figures are medians over the rounds
 * @param originalNanos the original, in nanoseconds an execution, without encoding its answer
 * @param portNanos the release build of the port, through the seam, with its answer encoded
 * @param speedRatio how many times as fast as the original the port is: the median of each round's
 *     own ratio
 */
public record SpeedResult(
    int inputs, int rounds, double originalNanos, double portNanos, double speedRatio) {}
