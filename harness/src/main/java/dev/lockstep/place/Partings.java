package dev.lockstep.place;

import dev.lockstep.Build;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.target.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds out where the sides of a target part: runs a side on two inputs, in a process of its own,
 * and compares its ways. Whatever a side does there, the caller is not touched: at worst there is
 * no place.
 */
public final class Partings {
  private final Target target;
  private final BuiltTarget built;

  /** Those of a target. */
  public Partings(Target target, BuiltTarget built) {
    this.target = target;
    this.built = built;
  }

  /**
   * Asks both sides, in a second or two.
   *
   * @param agreeing the nearest input on which they agree
   */
  public Parting find(byte[] agreeing, byte[] diverging) throws InterruptedException {
    List<String> troubles = new ArrayList<>();
    Optional<Place> original = tried(() -> ofOriginal(agreeing, diverging), troubles);
    Optional<Place> port = tried(() -> ofPort(agreeing, diverging), troubles);
    return new Parting(original, port, troubles);
  }

  /**
   * The last line that the original's ways with two inputs have in common.
   *
   * @throws IOException if it cannot be followed
   */
  public Optional<Place> ofOriginal(byte[] agreeing, byte[] diverging)
      throws IOException, InterruptedException {
    return OriginalParting.find(target, built, agreeing, diverging);
  }

  /**
   * The same of the port; none without a fuzz build.
   *
   * @throws IOException if it cannot be followed
   */
  public Optional<Place> ofPort(byte[] agreeing, byte[] diverging)
      throws IOException, InterruptedException {
    return built.ports().containsKey(Build.FUZZ)
        ? PortParting.find(target, built, agreeing, diverging)
        : Optional.empty();
  }

  private static Optional<Place> tried(Search search, List<String> troubles)
      throws InterruptedException {
    try {
      return search.find();
    } catch (IOException e) {
      troubles.add(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  @FunctionalInterface
  private interface Search {
    Optional<Place> find() throws IOException, InterruptedException;
  }
}
