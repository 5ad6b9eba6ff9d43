package dev.lockstep.gate;

/**
 * Why a target's gate cannot be believed or does not hold: nothing that was found, but something to
 * mend.
 *
 * @param step in which it came up
 * @param what is wrong and where, and on a line of its own what to do next
 */
public record Problem(Step step, String what) {}
