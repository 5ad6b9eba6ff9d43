package dev.lockstep.finding;

import dev.lockstep.build.BuiltTarget;
import dev.lockstep.finding.Filing.Filed;
import dev.lockstep.place.Parting;
import dev.lockstep.place.Partings;
import dev.lockstep.target.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Adds to findings where the sides part. It takes a second or two for each, so those who have many
 * say how long it may take. A finding without a nearest agreeing input has no such place.
 */
public final class Placing {
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
    Parting parting = Partings.find(target, built, agreeing.get(), finding.input());
    parting.troubles().forEach(troubles);
    Finding placed = finding.with(parting);
    if (!placed.equals(finding)) {
      store.complete(placed);
    }
    return placed;
  }

  /**
   * Places those that have no place yet, in their order, and leaves the rest as it is when the time
   * is over.
   *
   * @throws IOException if one cannot be written
   */
  public List<Filed> within(Duration time, List<Filed> findings)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    List<Filed> placed = new ArrayList<>();
    for (Filed filed : findings) {
      boolean isPlaced =
          filed.finding().originalPlace() != null || filed.finding().portPlace() != null;
      placed.add(
          isPlaced || System.nanoTime() >= end
              ? filed
              : new Filed(now(filed.finding()), filed.state()));
    }
    return placed;
  }
}
