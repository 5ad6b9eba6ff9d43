package dev.lockstep.report;

import dev.lockstep.Difference;
import dev.lockstep.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What {@code compare} prints: a line for each input that does not agree, and totals. */
public final class CompareText {
  private CompareText() {}

  /** The line, or the few lines, for one input. */
  public static String line(String input, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Agree _ -> "agree        " + input + "\n";
      case Verdict.Accepted(var rules) ->
          "accepted     " + input + "  by " + String.join(", ", rules) + "\n";
      case Verdict.Incomparable(String reason) -> "incomparable " + input + "  " + reason + "\n";
      case Verdict.Divergence(var differences, int count) -> {
        Difference first = differences.getFirst();
        yield String.format(
            Locale.ROOT,
            "divergence   %s  %s at %s%s%n             original  %s%n             port      %s%n",
            input,
            first.kind().word(),
            first.path(),
            count > 1 ? " and " + (count - 1) + " more" : "",
            first.original(),
            first.port());
      }
    };
  }

  /** Counts verdicts, and how many inputs show each fingerprint. */
  public static final class Tally {
    private long agree;
    private long divergence;
    private long accepted;
    private long incomparable;
    private final Map<String, Integer> fingerprints = new TreeMap<>();
    private final Map<String, Long> acceptedBy = new TreeMap<>();
    private final Map<String, Integer> reasons = new TreeMap<>();

    /** Starts at nothing. */
    public Tally() {}

    /** Counts one more. */
    public void add(Verdict verdict) {
      switch (verdict) {
        case Verdict.Agree _ -> agree++;
        case Verdict.Accepted(var rules) -> {
          accepted++;
          rules.stream()
              .filter(rule -> !rule.startsWith("$"))
              .forEach(entry -> acceptedBy.merge(entry, 1L, Long::sum));
        }
        case Verdict.Incomparable(String reason) -> {
          incomparable++;
          reasons.merge(reason, 1, Integer::sum);
        }
        case Verdict.Divergence(var differences, int _) -> {
          divergence++;
          for (Difference difference : differences) {
            fingerprints.merge(difference.fingerprint().text(), 1, Integer::sum);
          }
        }
      }
    }

    /** How many were counted. */
    public long total() {
      return agree + divergence + accepted + incomparable;
    }

    /** How many diverge. */
    public long divergence() {
      return divergence;
    }

    /** The counts for machines. */
    public RunReport.Verdicts verdicts() {
      return new RunReport.Verdicts(
          agree, divergence, accepted, incomparable, acceptedBy, Map.of(), List.of());
    }

    /**
     * The last lines.
     *
     * @param kept the ids of the kept findings that were met under a fingerprint
     */
    public String summary(String target, double seconds, Function<String, List<String>> kept) {
      StringBuilder text = new StringBuilder();
      text.append(
          String.format(
              Locale.ROOT,
              "compare %s: %,d %s in %.1f s: %,d agree, %,d diverge, %,d accepted, %,d incomparable%n",
              target,
              total(),
              total() == 1 ? "input" : "inputs",
              seconds,
              agree,
              divergence,
              accepted,
              incomparable));
      fingerprints.forEach((fingerprint, count) ->
          text.append(
              String.format(
                  Locale.ROOT,
                  "  %,7d  %s%s%n",
                  count,
                  fingerprint,
                  kept.apply(fingerprint).stream()
                      .map(id -> "  " + id)
                      .collect(Collectors.joining()))));
      acceptedBy.forEach((entry, count) ->
          text.append(String.format(Locale.ROOT, "  %,7d  accepted: %s%n", count, entry)));
      reasons.forEach((reason, count) ->
          text.append(String.format(Locale.ROOT, "  %,7d  incomparable: %s%n", count, reason)));
      return text.toString();
    }
  }
}
