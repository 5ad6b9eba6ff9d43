package dev.lockstep.finding;

import dev.lockstep.files.SafeFiles;
import dev.lockstep.finding.Finding.Environment;
import dev.lockstep.target.Target;
import dev.lockstep.target.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The inputs of a target that once diverged and must never do so again: {@code
 * regressions/<id>.bin} in its corpora, each with a line in {@code regressions.md} beside that
 * folder that says where it comes from.
 */
public final class Regressions {
  /** Nothing else is written there: whoever builds seeds writes the {@code README.md} anew. */
  private static final String PAGE = "regressions.md";

  private static final String INTRODUCTION =
      "Inputs that once diverged, kept by `./lockstep keep` or when they no longer did.";

  private final Target target;
  private final Clock clock;

  /** The regressions of a target. */
  public Regressions(Target target, Clock clock) {
    this.target = target;
    this.clock = clock;
  }

  /**
   * Keeps a finding's input. One that is there already stays as it is.
   *
   * @return where it lies
   * @throws UsageException if the finding needs more than one input
   * @throws IOException if it cannot be written
   */
  public Path keep(Finding finding) throws IOException {
    return keep(finding, "");
  }

  /**
   * Keeps the input of a finding that no longer diverges; see {@link #keep(Finding)}.
   *
   * @param now with what it no longer does
   */
  Path keepMended(Finding finding, Environment now) throws IOException {
    return keep(finding, ", not with " + now.sides());
  }

  private Path keep(Finding finding, String since) throws IOException {
    if (!finding.earlierInputsBase64().isEmpty()) {
      throw new UsageException(
          "`" + finding.id() + "` needs earlier inputs in the same process",
          "a regression is a single input; `accept` keeps all of them as a witness");
    }
    Path file = file(finding);
    if (!Files.isRegularFile(file)) {
      SafeFiles.write(file, finding.input());
    }
    note(file, finding, since);
    return file;
  }

  /** A place for its input: that of the same bytes, or one that is free. */
  private Path file(Finding finding) throws IOException {
    for (int number = 1; ; number++) {
      String name = finding.id() + (number == 1 ? "" : "-" + number) + ".bin";
      Path file = target.regressions().resolve(name);
      if (!Files.exists(file) || Arrays.equals(Files.readAllBytes(file), finding.input())) {
        return file;
      }
    }
  }

  private void note(Path file, Finding finding, String since) throws IOException {
    Path page = target.corpora().resolve(PAGE);
    List<String> lines =
        new ArrayList<>(
            Files.isRegularFile(page)
                ? Files.readAllLines(page)
                : List.of("# Regressions of `" + target.name() + "`", "", INTRODUCTION, ""));
    String name = "* `" + file.getFileName() + "`:";
    if (lines.stream().anyMatch(line -> line.startsWith(name))) {
      return;
    }
    lines.add(
        "%s kept on %s. `%s`, seen with %s%s."
            .formatted(
                name,
                LocalDate.now(clock),
                finding.fingerprint().replace('`', '\''),
                finding.environment().sides(),
                since));
    SafeFiles.write(page, String.join("\n", lines) + "\n");
  }
}
