package dev.lockstep;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Which of the ways of a round trip broke. Its word stands where the path of a difference begins,
 * such as {@code $.port_reads_original.name}.
 */
public enum Way {
  /** The original makes something else of what it wrote than the port does, and is alone in it. */
  ORIGINAL_READS_OWN("the original does not read what it wrote itself"),
  /** The original does not make of what the port wrote what the port does. */
  ORIGINAL_READS_PORT("the original does not read what the port wrote"),
  /** The port makes something else of what it wrote than the original does, and is alone in it. */
  PORT_READS_OWN("the port does not read what it wrote itself"),
  /** The port does not make of what the original wrote what the original does. */
  PORT_READS_ORIGINAL("the port does not read what the original wrote"),
  /** Both wrote the same bytes, and make different things of them. */
  BOTH_WROTE("the sides read differently what both wrote"),
  /** Either side's work is read alike by both, and is not the same as the other's. */
  EACH_WROTE("the sides wrote different things");

  private static final String ROOT = "$.";

  private final String sentence;

  Way(String sentence) {
    this.sentence = sentence;
  }

  /** The word in paths. No observation of a target that writes has a field of that name. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What broke, for people. */
  public String sentence() {
    return sentence;
  }

  /** Where its differences begin. */
  public String path() {
    return ROOT + word();
  }

  /** The way that the path of a difference begins with. */
  public static Optional<Way> of(String path) {
    return Arrays.stream(values())
        .filter(way -> path.startsWith(way.path()))
        .filter(way ->
            path.length() == way.path().length()
                || ".[".indexOf(path.charAt(way.path().length())) >= 0)
        .findFirst();
  }

  /** Who wrote what the sides read differently; empty if they wrote different things. */
  public Optional<Side> writer() {
    return switch (this) {
      case ORIGINAL_READS_OWN, PORT_READS_ORIGINAL, BOTH_WROTE -> Optional.of(Side.ORIGINAL);
      case ORIGINAL_READS_PORT, PORT_READS_OWN -> Optional.of(Side.PORT);
      case EACH_WROTE -> Optional.empty();
    };
  }

  /** The same path as it is in what was read. */
  public String within(String path) {
    return "$" + path.substring(path().length());
  }
}
