package dev.lockstep.pile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was judged. */
public final class Tally {
  private long agree;
  private long accepted;
  private long incomparable;
  private final List<Judged> diverging = new ArrayList<>();
  private final Map<String, Long> acceptedBy = new TreeMap<>();
  private final Map<String, Long> reasons = new TreeMap<>();

  /** Starts at nothing. */
  public Tally() {}

  /** Counts one more. */
  public void add(Judged judged) {
    switch (judged.verdict()) {
      case AGREE -> agree++;
      case ACCEPTED -> {
        accepted++;
        judged.rules().stream()
            .filter(rule -> !rule.startsWith("$"))
            .forEach(entry -> acceptedBy.merge(entry, 1L, Long::sum));
      }
      case INCOMPARABLE -> {
        incomparable++;
        reasons.merge(String.valueOf(judged.reason()), 1L, Long::sum);
      }
      case DIVERGENCE -> diverging.add(judged);
    }
  }

  /** How many were counted. */
  public long total() {
    return agree + diverging.size() + accepted + incomparable;
  }

  /** How many agree. */
  public long agree() {
    return agree;
  }

  /** How many are accepted. */
  public long accepted() {
    return accepted;
  }

  /** How many cannot be compared. */
  public long incomparable() {
    return incomparable;
  }

  /** Those that diverge. */
  public List<Judged> diverging() {
    return List.copyOf(diverging);
  }

  /** How many diverge. */
  public int divergence() {
    return diverging.size();
  }

  /** How many fell to which entry of the ledger. */
  public Map<String, Long> acceptedBy() {
    return Map.copyOf(acceptedBy);
  }

  /** How many cannot be compared for which reason. */
  public Map<String, Long> reasons() {
    return Map.copyOf(reasons);
  }
}
