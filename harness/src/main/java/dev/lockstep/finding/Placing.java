package dev.lockstep.finding;

import dev.lockstep.Build;
import dev.lockstep.Way;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.judge.Judge;
import dev.lockstep.place.Parting;
import dev.lockstep.place.Partings;
import dev.lockstep.target.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Adds to findings where the sides part. It takes a second or two for each, so those who have many
 * say how long it may take. A finding without a nearest agreeing input has no such place.
 */
public final class Placing {
  /** What a run spends on the places of all that it has found. */
  public static final Duration TIME_MAX = Duration.ofSeconds(10);

  private final Target target;
  private final BuiltTarget built;
  private final FindingStore store;
  private final Consumer<String> troubles;

  /**
   * Places findings of a target.
   *
   * @param troubles gets why a place could not be looked for, in a sentence each
   */
  public Placing(Target target, BuiltTarget built, FindingStore store, Consumer<String> troubles) {
    this.target = target;
    this.built = built;
    this.store = store;
    this.troubles = troubles;
  }

  /**
   * The finding with the places that the sides have now; kept if the finding is.
   *
   * @throws IOException if it cannot be written
   */
  public Finding now(Finding finding) throws IOException, InterruptedException {
    Optional<byte[]> agreeing = finding.nearestAgreeing();
    if (agreeing.isEmpty() || !finding.earlierInputsBase64().isEmpty()) {
      return finding;
    }
    Parting parting = parting(finding, agreeing.get());
    parting.troubles().forEach(troubles);
    Finding placed = finding.with(parting);
    if (!placed.equals(finding)) {
      store.complete(placed);
    }
    return placed;
  }

  private Parting parting(Finding finding, byte[] agreeing) throws InterruptedException {
    if (Way.of(finding.path()).isEmpty()) {
      return Partings.find(target, built, agreeing, finding.input());
    }
    Build build = finding.build().equals(Build.FUZZ.word()) ? Build.FUZZ : Build.RELEASE;
    byte[] agreed;
    byte[] diverged;
    try (Judge judge = Judge.load(target, built)) {
      agreed = judge.askedAt(finding.path(), agreeing, build);
      diverged = judge.askedAt(finding.path(), finding.input(), build);
    }
    return Partings.find(target, built, agreed, diverged);
  }

  /**
   * Places findings, the smallest first, until the time is over; those that have a place keep it.
   *
   * @param stop asked before each; the rest stays as it is when it says so
   * @return all of them by id, in the order in which they were given
   * @throws IOException if one cannot be written
   */
  public Map<String, Finding> within(
      Duration time, BooleanSupplier stop, Collection<Finding> findings)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    Map<String, Finding> all = new LinkedHashMap<>();
    findings.forEach(finding -> all.put(finding.id(), finding));
    for (Finding finding :
        findings.stream().sorted(Comparator.comparingInt(Finding::inputBytes)).toList()) {
      if (System.nanoTime() >= end || stop.getAsBoolean()) {
        break;
      }
      if (finding.originalPlace() == null && finding.portPlace() == null) {
        all.put(finding.id(), now(finding));
      }
    }
    return all;
  }
}
