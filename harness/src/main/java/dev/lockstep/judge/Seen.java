package dev.lockstep.judge;

import dev.lockstep.Outcome;
import dev.lockstep.worker.Usage;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one side made of a case.
 *
 * @param outcome how it ended
 * @param effects what it left behind in its process, in stable words
 * @param usage what it cost
 */
record Seen(Outcome outcome, List<String> effects, Usage usage) {

  /** This and what was seen right after it, as one. */
  Seen and(Seen next) {
    return new Seen(
        next.outcome,
        Stream.concat(effects.stream(), next.effects.stream()).distinct().sorted().toList(),
        usage.and(next.usage));
  }

  /** The same with another outcome. */
  Seen with(Outcome other) {
    return new Seen(other, effects, usage);
  }
}
