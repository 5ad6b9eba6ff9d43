package dev.lockstep;

/**
 * The answer of an adapter that has written something with the original: an input like any other,
 * and both sides are asked what they make of it. So it is of the form that {@link Original#observe}
 * takes for an input to be read.
 *
 * <p>Only as the whole answer, not inside an observation.
 *
 * @param input handed over, not to be changed any more
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record Written(byte[] input) {}
