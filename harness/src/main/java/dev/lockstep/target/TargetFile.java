package dev.lockstep.target;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a {@code target.toml} says. {@code docs/adding-a-target.md} lists its keys.
 *
 * @param summary what is compared, in a line for people
 */
public record TargetFile(
    String summary,
    OriginalSettings original,
    PortSettings port,
    Limits limits,
    List<Equivalence> equivalences,
    List<Specification> specifications) {

  /** Copies the lists. */
  public TargetFile {
    equivalences = List.copyOf(equivalences);
    specifications = List.copyOf(specifications);
  }

  /**
   * What the specification says of a place: the word on the deepest place above it.
   *
   * @param path of an observation, such as {@code $.glyphs[12].advance}
   */
  public Optional<Specification> specificationAt(String path) {
    return specifications.stream()
        .filter(word -> word.coversBelow(path))
        .max(Comparator.comparingInt(word -> word.path().length()));
  }

  /**
   * Reads a {@code target.toml}.
   *
   * @throws UsageException if there is no such file
   * @throws BrokenBaselineException if it is not TOML, has an unknown key, lacks one, or a value
   *     makes no sense; with file, line and column
   */
  public static TargetFile read(Path file) {
    return new TargetFileReader(file).read();
  }
}
