package dev.lockstep.report;

import dev.lockstep.pile.Cause;
import dev.lockstep.pile.Judged;
import dev.lockstep.pile.Tally;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;

/** What {@code compare} prints: a line for each input that does not agree, and totals. */
public final class CompareText {
  /** More differences of one cause are counted. */
  private static final int SHOWN_MAX = 6;

  private CompareText() {}

  /** The line, or the few lines, for one input. */
  public static String line(Judged judged) {
    String input = judged.input();
    return switch (judged.verdict()) {
      case AGREE -> "agree        " + input + "\n";
      case ACCEPTED -> "accepted     " + input + "  by " + String.join(", ", judged.rules()) + "\n";
      case INCOMPARABLE -> "incomparable " + input + "  " + judged.reason() + "\n";
      case DIVERGENCE -> {
        Judged.Shown first = judged.differences().getFirst();
        int count = judged.count();
        yield String.format(
            Locale.ROOT,
            "divergence   %s  %s at %s%s%n             original  %s%n             port      %s%n",
            input,
            first.kind(),
            first.path(),
            count > 1 ? " and " + (count - 1) + " more" : "",
            first.original(),
            first.port());
      }
    };
  }

  /**
   * The last lines.
   *
   * @param causes of what diverges
   * @param causesMany how many they are, if something finer than fingerprints has told
   * @param kept the ids of the kept findings that were met under a fingerprint
   */
  public static String summary(
      String target,
      double seconds,
      Tally tally,
      List<Cause> causes,
      int causesMany,
      Function<String, List<String>> kept) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "compare %s: %,d %s in %.1f s: %,d agree, %,d diverge%s, %,d accepted, %,d incomparable%n",
            target,
            tally.total(),
            tally.total() == 1 ? "input" : "inputs",
            seconds,
            tally.agree(),
            tally.divergence(),
            causesMany == 0
                ? ""
                : String.format(
                    Locale.ROOT, ", %,d %s", causesMany, causesMany == 1 ? "cause" : "causes"),
            tally.accepted(),
            tally.incomparable()));
    causes.forEach(cause -> add(text, cause, kept));
    new TreeMap<>(tally.acceptedBy())
        .forEach((entry, count) ->
            text.append(String.format(Locale.ROOT, "  %,7d  accepted: %s%n", count, entry)));
    new TreeMap<>(tally.reasons())
        .forEach((reason, count) ->
            text.append(String.format(Locale.ROOT, "  %,7d  incomparable: %s%n", count, reason)));
    return text.toString();
  }

  private static void add(StringBuilder text, Cause cause, Function<String, List<String>> kept) {
    int shown = Math.min(SHOWN_MAX, cause.shown().size());
    for (int i = 0; i < shown; i++) {
      String fingerprint = cause.shown().get(i).fingerprint();
      text.append(
          i == 0
              ? String.format(Locale.ROOT, "  %,7d  %s", cause.inputs().size(), fingerprint)
              : " ".repeat(11) + fingerprint);
      kept.apply(fingerprint).forEach(id -> text.append("  ").append(id));
      text.append('\n');
    }
    if (shown < cause.shown().size()) {
      text.append(
          String.format(Locale.ROOT, "%11sand %,d more%n", "", cause.shown().size() - shown));
    }
    if (cause.inputs().size() > 1) {
      text.append(
          String.format(
              Locale.ROOT,
              "%11ssuch as %s, %,d bytes%n",
              "",
              cause.smallest().input(),
              cause.smallest().bytes()));
    }
  }
}
