package dev.lockstep.supervise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** When the first input of a run fell to each entry of the ledger, as often as it is looked at. */
final class FirstAccepted {
  private final Map<Integer, Double> seconds = new LinkedHashMap<>();

  /** Looks at what has been counted by now. */
  void look(RunCounts counts, double now) {
    List<Long> acceptedBy = counts.acceptedBy();
    for (int entry = 0; entry < acceptedBy.size(); entry++) {
      if (acceptedBy.get(entry) > 0) {
        seconds.putIfAbsent(entry, now);
      }
    }
  }

  /**
   * Seconds since the first input, by the index of the entry; those that were not met are left out.
   */
  Map<Integer, Double> seconds() {
    return Map.copyOf(seconds);
  }
}
