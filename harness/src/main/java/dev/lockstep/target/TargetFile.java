package dev.lockstep.target;

import java.nio.file.Path;
import java.util.List;

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
    List<Equivalence> equivalences) {

  /** Copies the list. */
  public TargetFile {
    equivalences = List.copyOf(equivalences);
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
