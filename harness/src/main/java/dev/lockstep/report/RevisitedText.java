package dev.lockstep.report;

import dev.lockstep.finding.Finding.Environment;
import dev.lockstep.finding.Revisited;
import dev.lockstep.finding.Revisited.Now;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code repro} prints where there are many findings: a line or two for each. */
public final class RevisitedText {
  private RevisitedText() {}

  /**
   * The lines of one finding.
   *
   * @param environment with what it was replayed
   * @param regression where its input was moved to, if it was
   */
  public static String of(Revisited revisited, Environment environment, Optional<Path> regression) {
    String text =
        String.format(
            Locale.ROOT,
            "%-22s %s  %s%n",
            word(revisited.now()),
            revisited.finding().id(),
            revisited.detail().isEmpty() ? revisited.finding().fingerprint() : revisited.detail());
    if (revisited.now() != Now.GONE) {
      return text;
    }
    text += "  then      " + revisited.finding().environment().sides() + "\n";
    text += "  now       " + environment.sides() + "\n";
    return text + regression.map(file -> "  moved to  " + file + "\n").orElse("");
  }

  /** The last line. */
  public static String summary(List<Now> all) {
    return Stream.of(Now.values())
        .map(
            now -> String.format(Locale.ROOT, "%,d %s", Collections.frequency(all, now), word(now)))
        .collect(Collectors.joining(", ", "repro: ", ""));
  }

  private static String word(Now now) {
    return switch (now) {
      case REPRODUCED -> "reproduced";
      case DIFFERENT -> "diverges differently";
      case ACCEPTED -> "accepted";
      case UNSURE -> "cannot be compared";
      case GONE -> "no longer diverges";
    };
  }
}
