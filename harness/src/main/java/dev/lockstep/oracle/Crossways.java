package dev.lockstep.oracle;

import dev.lockstep.Difference;
import dev.lockstep.Outcome;
import dev.lockstep.Outcome.Value;
import dev.lockstep.Outcome.Wrote;
import dev.lockstep.Verdict;
import dev.lockstep.Way;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges what the sides make of each other's work: what the original wrote, as both read it; what
 * the port wrote, as both read it; and, where each side says that the two works are not the same,
 * one work against the other, as each side reads its own. Where both wrote the same bytes there is
 * only one work.
 *
 * <p>Of two sides that read one work differently, the one broke that does not take it. If both take
 * it, the one that is alone among the four readings; and if that does not tell either, the one that
 * did not write it.
 */
final class Crossways {
  private final boolean isSameWork;
  private final Outcome originalOfOriginals;
  private final Outcome portOfOriginals;
  private final Outcome originalOfPorts;
  private final Outcome portOfPorts;

  /** Takes two sides that both wrote and were asked what they make of both works. */
  Crossways(Wrote original, Wrote port) {
    this.isSameWork = Arrays.equals(original.written(), port.written());
    this.originalOfOriginals = original.own().orElseThrow();
    this.originalOfPorts = original.others().orElseThrow();
    this.portOfPorts = port.own().orElseThrow();
    this.portOfOriginals = port.others().orElseThrow();
  }

  Verdict judge(Comparison comparison) {
    List<Verdict> verdicts = new ArrayList<>();
    verdicts.add(
        comparison.judge(DiffPath.of(brokenForOriginals()), originalOfOriginals, portOfOriginals));
    if (!isSameWork) {
      verdicts.add(comparison.judge(DiffPath.of(brokenForPorts()), originalOfPorts, portOfPorts));
    }
    if (!originalOfOriginals.sameAs(originalOfPorts)
        && !portOfOriginals.sameAs(portOfPorts)
        && !originalOfOriginals.sameAs(portOfPorts)) {
      verdicts.add(comparison.judge(DiffPath.of(Way.EACH_WROTE), originalOfOriginals, portOfPorts));
    }
    return joined(verdicts);
  }

  /** Which way broke if the sides read differently what the original wrote. */
  private Way brokenForOriginals() {
    Optional<Boolean> original = isTheOriginals(originalOfOriginals, portOfOriginals);
    if (isSameWork) {
      return original
          .map(its -> its ? Way.ORIGINAL_READS_OWN : Way.PORT_READS_OWN)
          .orElse(Way.BOTH_WROTE);
    }
    boolean alone = portOfOriginals.sameAs(originalOfPorts) && portOfOriginals.sameAs(portOfPorts);
    return original.orElse(alone) ? Way.ORIGINAL_READS_OWN : Way.PORT_READS_ORIGINAL;
  }

  /** Which way broke if the sides read differently what the port wrote. */
  private Way brokenForPorts() {
    boolean portIsAlone =
        originalOfPorts.sameAs(portOfOriginals) && originalOfPorts.sameAs(originalOfOriginals);
    return isTheOriginals(originalOfPorts, portOfPorts).orElse(!portIsAlone)
        ? Way.ORIGINAL_READS_PORT
        : Way.PORT_READS_OWN;
  }

  /** Whether it is the original that does not take a work; empty if both do, or neither. */
  private static Optional<Boolean> isTheOriginals(Outcome original, Outcome port) {
    return original instanceof Value == port instanceof Value
        ? Optional.empty()
        : Optional.of(port instanceof Value);
  }

  /** The heaviest of them, with all that is of its weight. */
  private static Verdict joined(List<Verdict> verdicts) {
    List<Difference> differences = new ArrayList<>();
    int count = 0;
    Set<String> rules = new LinkedHashSet<>();
    Optional<Verdict> incomparable = Optional.empty();
    for (Verdict verdict : verdicts) {
      switch (verdict) {
        case Verdict.Agree _ -> {}
        case Verdict.Accepted(List<String> its) -> rules.addAll(its);
        case Verdict.Incomparable _ -> incomparable = Optional.of(verdict);
        case Verdict.Divergence(List<Difference> its, int many) -> {
          differences.addAll(its);
          count += many;
        }
      }
    }
    if (!differences.isEmpty()) {
      return new Verdict.Divergence(List.copyOf(differences), count);
    }
    return incomparable.orElseGet(
        () -> rules.isEmpty() ? new Verdict.Agree() : new Verdict.Accepted(List.copyOf(rules)));
  }

  /** Judges one work, as two sides read it. */
  @FunctionalInterface
  interface Comparison {
    Verdict judge(DiffPath root, Outcome original, Outcome port);
  }
}
