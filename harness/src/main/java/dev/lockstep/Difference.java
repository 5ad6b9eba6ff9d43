package dev.lockstep;

import java.util.List;

/**
 * One place where the two sides part.
 *
 * @param kind what sort of divergence it is
 * @param path where in the observation, such as {@code $.glyphs[12].advance}; {@code $} for the
 *     whole
 * @param original what the original has there, in one short line
 * @param port what the port has there, in one short line
 * @param fingerprint the stable identity of this difference
 * @param traits what else tells the values apart wherever this fingerprint was met in the
 *     observation, sorted, each once, such as {@code same length}: too fine for an identity, and a
 *     hint at the cause
 */
public record Difference(
    Kind kind,
    String path,
    String original,
    String port,
    Fingerprint fingerprint,
    List<String> traits) {

  /** Copies the list. */
  public Difference {
    traits = List.copyOf(traits);
  }

  /** A difference of which no more is to be said. */
  public Difference(Kind kind, String path, String original, String port, Fingerprint fingerprint) {
    this(kind, path, original, port, fingerprint, List.of(""));
  }
}
