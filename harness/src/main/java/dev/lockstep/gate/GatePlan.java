package dev.lockstep.gate;

/**
 * What a gate shall do.
 *
 * @param verb of the command line
 * @param fuzzSeconds how long each target is fuzzed, properties included
 * @param seed of all randomness
 */
public record GatePlan(String verb, double fuzzSeconds, long seed) {}
