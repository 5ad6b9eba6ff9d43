package dev.lockstep.report;

import dev.lockstep.bisect.Asked;
import dev.lockstep.bisect.Bisection;
import dev.lockstep.bisect.Commit;
import java.util.Locale;

/** What {@code bisect} prints. */
public final class BisectText {
  private static final int SHORT_DIGITS = 12;

  private BisectText() {}

  /** The line of a commit that was asked. */
  public static String line(Asked asked) {
    return String.format(
        Locale.ROOT,
        "%-8s %s%s%n",
        asked.mark().name().toLowerCase(Locale.ROOT),
        line(asked.commit()),
        asked.why().isEmpty() ? "" : "  (" + asked.why() + ")");
  }

  /**
   * What it came to.
   *
   * @param id of the finding
   */
  public static String of(String id, Bisection.Result result) {
    if (result.firstBad().isPresent()) {
      Commit commit = result.firstBad().get();
      return "%nfirst bad commit of %s%n  commit   %s%n  written  %s%n  subject  %s%n"
          .formatted(id, commit.commit(), commit.authorDate(), commit.subject());
    }
    if (result.possible().isEmpty()) {
      return "%nstopped before the first bad commit of %s was found%n".formatted(id);
    }
    StringBuilder text = new StringBuilder();
    text.append("%n%s began with one of these, of which some cannot be asked%n".formatted(id));
    result.possible().forEach(commit -> text.append("  ").append(line(commit)).append('\n'));
    return text.toString();
  }

  private static String line(Commit commit) {
    return commit.commit().substring(0, SHORT_DIGITS)
        + "  "
        + commit.authorDate()
        + "  "
        + commit.subject();
  }
}
