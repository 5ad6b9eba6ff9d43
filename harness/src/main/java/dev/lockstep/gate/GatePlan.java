package dev.lockstep.gate;

import dev.lockstep.gate.GateResult.Base;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a gate shall do.
 *
 * @param verb of the command line
 * @param fuzzSeconds how long each target is fuzzed, properties included
 * @param seed of all randomness
 * @param base what the change is measured against: only targets that it touches are looked at, and
 *     what the base shows as well does not fail
 * @param ports for some targets, the folder of the crate that takes the place of the port's adapter
 */
public record GatePlan(
    String verb, double fuzzSeconds, long seed, Optional<Base> base, Map<String, Path> ports) {}
