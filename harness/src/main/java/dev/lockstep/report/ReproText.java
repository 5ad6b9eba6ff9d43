package dev.lockstep.report;

import dev.lockstep.Build;
import dev.lockstep.Difference;
import dev.lockstep.Outcome;
import dev.lockstep.Verdict;
import dev.lockstep.Way;
import dev.lockstep.oracle.OutcomeText;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a replay prints: what each build says, each difference, and both answers side by side where
 * they part.
 */
public final class ReproText {
  private static final int CONTEXT_LINES = 2;
  private static final int LINES_MAX = 40;
  private static final int DIFFERENCES_MAX = 8;

  private ReproText() {}

  /** One line for each build of the port. */
  public static String verdicts(Map<Build, Verdict> verdicts) {
    StringBuilder text = new StringBuilder();
    verdicts.forEach((build, verdict) ->
        text.append(String.format(Locale.ROOT, "  %-9s %s%n", build.word(), word(verdict))));
    return text.toString();
  }

  /** What an input is, where its target says it. */
  public static String program(List<String> lines) {
    return lines.isEmpty() ? "" : FindingText.program(lines) + "\n";
  }

  /** Every difference: its path and both values. */
  public static String differences(Verdict.Divergence divergence) {
    StringBuilder text = new StringBuilder();
    List<Difference> differences = divergence.differences();
    for (Difference difference :
        differences.subList(0, Math.min(DIFFERENCES_MAX, differences.size()))) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %s: %s | %s%n",
              difference.path(),
              difference.original(),
              difference.port()));
      Way.of(difference.path())
          .ifPresent(way -> text.append(String.format(Locale.ROOT, "    %s%n", way.sentence())));
    }
    if (differences.size() > DIFFERENCES_MAX) {
      text.append(
          String.format(Locale.ROOT, "  … and %d more%n", differences.size() - DIFFERENCES_MAX));
    }
    return text.toString();
  }

  /**
   * Both answers, line by line: common lines once, others marked by side, long common runs left
   * out.
   */
  public static String answers(Outcome original, Outcome port) {
    List<String> left = OutcomeText.full(original).lines().toList();
    List<String> right = OutcomeText.full(port).lines().toList();
    int front = 0;
    int shared = Math.min(left.size(), right.size());
    while (front < shared && left.get(front).equals(right.get(front))) {
      front++;
    }
    int back = 0;
    while (back < shared - front
        && left.get(left.size() - 1 - back).equals(right.get(right.size() - 1 - back))) {
      back++;
    }
    StringBuilder text = new StringBuilder();
    text.append("  - original\n  + port\n");
    if (front > CONTEXT_LINES) {
      text.append("    …\n");
    }
    lines(text, "    ", left.subList(Math.max(0, front - CONTEXT_LINES), front));
    lines(text, "  - ", left.subList(front, left.size() - back));
    lines(text, "  + ", right.subList(front, right.size() - back));
    lines(
        text,
        "    ",
        left.subList(
            left.size() - back, Math.min(left.size(), left.size() - back + CONTEXT_LINES)));
    if (back > CONTEXT_LINES) {
      text.append("    …\n");
    }
    return text.toString();
  }

  /** A verdict in a few words. */
  public static String word(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Agree _ -> "agree";
      case Verdict.Accepted(var rules) -> "accepted by " + String.join(", ", rules);
      case Verdict.Incomparable(String reason) -> "incomparable: " + reason;
      case Verdict.Divergence(var differences, int count) ->
          "divergence at "
              + differences.getFirst().path()
              + switch (count) {
                case 1 -> "";
                case 2 -> " and 1 more place";
                default -> " and " + (count - 1) + " more places";
              };
    };
  }

  private static void lines(StringBuilder text, String mark, List<String> lines) {
    for (String line : lines.subList(0, Math.min(LINES_MAX, lines.size()))) {
      text.append(mark).append(line).append('\n');
    }
    if (lines.size() > LINES_MAX) {
      text.append(mark).append("… ").append(lines.size() - LINES_MAX).append(" more lines\n");
    }
  }
}
