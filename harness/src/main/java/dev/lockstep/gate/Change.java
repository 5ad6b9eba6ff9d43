package dev.lockstep.gate;

/**
 * A change that is looked at.
 *
 * @param touched what it touches
 * @param base the ports as they were before it
 */
record Change(Touched touched, BasePort base) {}
