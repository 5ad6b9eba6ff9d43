package dev.lockstep.gate;

import dev.lockstep.gate.GateResult.Base;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a gate shall do.
 *
 * @param verb of the command line
 * @param seconds how long each target is fuzzed, properties included; of a night, how long all of
 *     it takes
 * @param seed of all randomness
 * @param base what the change is measured against: only targets that it touches are looked at, and
 *     what the base shows as well does not fail
 * @param ports for some targets, the folder of the crate that takes the place of the port's adapter
 * @param night whether old findings are looked at again and do not fail, and corpora are pruned
 */
public record GatePlan(
    String verb,
    double seconds,
    long seed,
    Optional<Base> base,
    Map<String, Path> ports,
    boolean night) {}
