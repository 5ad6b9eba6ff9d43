package dev.lockstep.gate;

import dev.lockstep.gate.GateResult.Base;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a gate shall do.
 *
 * @param verb of the command line
 * @param seconds how long each target is fuzzed, properties included; of a night, how long all of
 *     it takes; where it is empty, five seconds, and of many targets each its share of a minute
 * @param seed of all randomness
 * @param base what the change is measured against: only targets that it touches are looked at, and
 *     what the base shows as well does not fail
 * @param ports for some targets, the folder of the crate that takes the place of the port's adapter
 * @param night whether old findings are looked at again and do not fail, and corpora are pruned
 */
public record GatePlan(
    String verb,
    OptionalDouble seconds,
    long seed,
    Optional<Base> base,
    Map<String, Path> ports,
    boolean night) {
  private static final double EACH_SECONDS = 5;
  private static final double ALL_SECONDS = 60;

  /** How long each of so many targets is fuzzed. */
  double secondsEach(int targets) {
    return seconds.orElse(Math.min(EACH_SECONDS, ALL_SECONDS / Math.max(1, targets)));
  }
}
