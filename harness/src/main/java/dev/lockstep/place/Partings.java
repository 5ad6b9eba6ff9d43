package dev.lockstep.place;

import dev.lockstep.Build;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.target.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out where the sides part, in a second or two. */
public final class Partings {
  private Partings() {}

  /**
   * Runs both sides on two inputs, each in a process of its own, and compares their ways. Whatever
   * a side does there, the caller is not touched: at worst there is no place.
   *
   * @param agreeing the nearest input on which they agree
   */
  public static Parting find(Target target, BuiltTarget built, byte[] agreeing, byte[] diverging)
      throws InterruptedException {
    List<String> troubles = new ArrayList<>();
    Optional<Place> original =
        tried(() -> OriginalParting.find(target, built, agreeing, diverging), troubles);
    Optional<Place> port =
        built.ports().containsKey(Build.FUZZ)
            ? tried(() -> PortParting.find(target, built, agreeing, diverging), troubles)
            : Optional.empty();
    return new Parting(original, port, troubles);
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
