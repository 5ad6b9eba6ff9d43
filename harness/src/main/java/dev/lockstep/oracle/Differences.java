package dev.lockstep.oracle;

import dev.lockstep.Difference;
import dev.lockstep.Fingerprint;
import dev.lockstep.Kind;
import dev.lockstep.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects differences, one for each fingerprint, and counts the rest. */
final class Differences {
  /** More would only say that everything differs. */
  private static final int DIFFERENCES_MAX = 32;

  private final String target;
  private final Map<String, Difference> byFingerprint = new LinkedHashMap<>();
  private int count;

  Differences(String target) {
    this.target = target;
  }

  void add(Kind kind, DiffPath path, String original, String port, String classes) {
    count++;
    String text = kind.word() + " " + path.erased() + " " + classes;
    if (byFingerprint.size() < DIFFERENCES_MAX && !byFingerprint.containsKey(text)) {
      byFingerprint.put(
          text, new Difference(kind, path.shown(), original, port, new Fingerprint(target, text)));
    }
  }

  /**
   * The verdict on what was collected.
   *
   * @param rules the rules of the target that explained some differences away
   */
  Verdict verdict(List<String> rules) {
    if (!byFingerprint.isEmpty()) {
      return new Verdict.Divergence(List.copyOf(byFingerprint.values()), count);
    }
    return rules.isEmpty() ? new Verdict.Agree() : new Verdict.Accepted(rules);
  }
}
