package dev.lockstep.cause;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the inputs of one cause have in common, where they come in several forms: patterns, of which
 * one has to match. Written as the patterns with {@code |} between them.
 *
 * @param patterns one at least, the one that says most first
 */
public record Forms(List<BytePattern> patterns) {

  /** Copies the list. */
  public Forms {
    patterns = List.copyOf(patterns);
    if (patterns.isEmpty()) {
      throw new IllegalArgumentException("a cause has one form at least");
    }
  }

  /** A single one. */
  public static Forms of(BytePattern pattern) {
    return new Forms(List.of(pattern));
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if one is no pattern, with what and at which character, from 1
   */
  public static Forms parse(String text) {
    return new Forms(BytePattern.parseAll(text));
  }

  /** Whether one matches a whole input. */
  public boolean matches(byte[] input) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(input));
  }

  /** All but the first. */
  public List<BytePattern> others() {
    return patterns.subList(1, patterns.size());
  }

  /** These and then others, each once. */
  public Forms and(List<BytePattern> more) {
    List<BytePattern> all = new ArrayList<>(patterns);
    all.addAll(more);
    return new Forms(all.stream().distinct().toList());
  }

  /** How they are written; {@link #parse} reads them again. */
  @Override
  public String toString() {
    return patterns.stream().map(BytePattern::toString).collect(Collectors.joining(" | "));
  }
}
