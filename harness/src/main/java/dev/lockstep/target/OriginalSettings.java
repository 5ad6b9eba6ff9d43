package dev.lockstep.target;

import java.util.List;
import java.util.Optional;

/**
 * The section {@code [original]} of a {@code target.toml}.
 *
 * @param className the adapter, an implementation of {@link dev.lockstep.Original}
 * @param library the original's name for people
 * @param artifact {@code group:artifact} in Maven's terms, or {@code jdk}: where its version comes
 *     from
 * @param instrument patterns of the classes whose coverage guides the fuzzing
 * @param generator the class that generates inputs for property-based runs
 * @param structure the class that says how inputs can be made smaller, a {@link
 *     dev.lockstep.Structure}
 * @param project the folder with the adapter's {@code pom.xml}, relative to the target's
 */
public record OriginalSettings(
    String className,
    String library,
    Optional<String> artifact,
    List<String> instrument,
    Optional<String> generator,
    Optional<String> structure,
    String project) {

  /** What stands for {@link #artifact} when the original is a part of the JDK. */
  static final String JDK = "jdk";

  /** Copies the list. */
  public OriginalSettings {
    instrument = List.copyOf(instrument);
  }
}
