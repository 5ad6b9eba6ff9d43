package dev.lockstep.oracle;

import dev.lockstep.Acceptance;
import dev.lockstep.Difference;
import dev.lockstep.Fingerprint;
import dev.lockstep.Kind;
import dev.lockstep.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Collects the differences that nobody has accepted, one for each fingerprint, and counts the rest.
 */
final class Differences {
  /** More would only say that everything differs. */
  private static final int DIFFERENCES_MAX = 32;

  private final String target;
  private final Acceptance acceptance;
  private final byte[] input;
  private final Map<String, Difference> byFingerprint = new LinkedHashMap<>();
  private final Map<String, SortedSet<String>> traits = new HashMap<>();
  private final Set<String> accepted = new HashSet<>();
  private final Set<String> acceptedBy = new LinkedHashSet<>();
  private int count;
  private long met;

  /**
   * Collects the differences that an input shows.
   *
   * @param acceptance says which of them have been accepted; they take no room from the others
   */
  Differences(String target, Acceptance acceptance, byte[] input) {
    this.target = target;
    this.acceptance = acceptance;
    this.input = input;
  }

  void add(Kind kind, DiffPath path, String original, String port, String classes) {
    add(kind, path, original, port, classes, "");
  }

  void add(Kind kind, DiffPath path, String original, String port, String classes, String trait) {
    met++;
    String text = kind.word() + " " + path.erased() + " " + classes;
    if (accepted.contains(text)) {
      return;
    }
    traits.computeIfAbsent(text, _ -> new TreeSet<>()).add(trait);
    if (byFingerprint.containsKey(text)) {
      count++;
      return;
    }
    add(new Difference(kind, path.shown(), original, port, new Fingerprint(target, text)));
  }

  /** How many were met at all, accepted ones included: whether something differs or not. */
  long met() {
    return met;
  }

  /** One that has a fingerprint of its own. */
  void add(Difference difference) {
    met++;
    Optional<String> entry = acceptance.accepts(difference.fingerprint(), input);
    if (entry.isPresent()) {
      accepted.add(difference.fingerprint().text());
      acceptedBy.add(entry.get());
      return;
    }
    count++;
    if (byFingerprint.size() < DIFFERENCES_MAX) {
      byFingerprint.putIfAbsent(difference.fingerprint().text(), difference);
    }
  }

  /**
   * The verdict on what was collected.
   *
   * @param rules the rules of the target that explained some differences away
   */
  Verdict verdict(List<String> rules) {
    if (!byFingerprint.isEmpty()) {
      return new Verdict.Divergence(
          byFingerprint.values().stream().map(this::withTraits).toList(), count);
    }
    List<String> all = new ArrayList<>(rules);
    acceptedBy.stream().filter(entry -> !rules.contains(entry)).forEach(all::add);
    return all.isEmpty() ? new Verdict.Agree() : new Verdict.Accepted(List.copyOf(all));
  }

  private Difference withTraits(Difference first) {
    return new Difference(
        first.kind(),
        first.path(),
        first.original(),
        first.port(),
        first.fingerprint(),
        List.copyOf(
            traits.getOrDefault(first.fingerprint().text(), new TreeSet<>(first.traits()))));
  }
}
