package dev.lockstep.supervise;

import dev.lockstep.ledger.Ledger;
import dev.lockstep.port.FlightRecorder;
import dev.lockstep.port.FlightRecorder.Count;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run has counted so far, over all its engines.
 *
 * @param executions inputs that both sides ran
 * @param coverageOriginal edges of the original that were reached, by the engine that reached most
 * @param coveragePort edges of the port that were reached, by the engine that reached most
 * @param spared of the incomparable, those that were not run because inputs like them have cost too
 *     much
 * @param acceptedBy how many inputs fell to each entry of the ledger, in its order; what is beyond
 *     the last entry is zero
 */
public record RunCounts(
    long executions,
    long agree,
    long divergence,
    long accepted,
    long incomparable,
    long coverageOriginal,
    long coveragePort,
    long fingerprints,
    long spared,
    List<Long> acceptedBy) {
  static final RunCounts NONE = new RunCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, List.of());

  /** Copies the list. */
  public RunCounts {
    acceptedBy = List.copyOf(acceptedBy);
  }

  /** Adds up what recorders hold. */
  static RunCounts of(Collection<FlightRecorder> recorders) {
    Map<Count, Long> sum = new EnumMap<>(Count.class);
    Map<Count, Long> most = new EnumMap<>(Count.class);
    List<Long> acceptedBy = new ArrayList<>();
    for (int entry = 0; entry < FlightRecorder.ENTRIES_MAX; entry++) {
      long inputs = 0;
      for (FlightRecorder recorder : recorders) {
        inputs += recorder.accepted(entry);
      }
      acceptedBy.add(inputs);
    }
    for (FlightRecorder recorder : recorders) {
      for (Count count : Count.values()) {
        sum.merge(count, recorder.get(count), Long::sum);
        most.merge(count, recorder.get(count), Math::max);
      }
    }
    return new RunCounts(
        sum.getOrDefault(Count.EXECUTIONS, 0L),
        sum.getOrDefault(Count.AGREE, 0L),
        sum.getOrDefault(Count.DIVERGENCE, 0L),
        sum.getOrDefault(Count.ACCEPTED, 0L),
        sum.getOrDefault(Count.INCOMPARABLE, 0L),
        most.getOrDefault(Count.COVERAGE_ORIGINAL, 0L),
        most.getOrDefault(Count.COVERAGE_PORT, 0L),
        most.getOrDefault(Count.FINGERPRINTS, 0L),
        sum.getOrDefault(Count.SPARED, 0L),
        acceptedBy);
  }

  /** Adds what other engines have counted. */
  RunCounts and(RunCounts other) {
    return new RunCounts(
        executions + other.executions,
        agree + other.agree,
        divergence + other.divergence,
        accepted + other.accepted,
        incomparable + other.incomparable,
        Math.max(coverageOriginal, other.coverageOriginal),
        Math.max(coveragePort, other.coveragePort),
        Math.max(fingerprints, other.fingerprints),
        spared + other.spared,
        sum(acceptedBy, other.acceptedBy));
  }

  /** How many inputs fell to each entry of a ledger, by its id; those without any are left out. */
  public Map<String, Long> acceptedBy(Ledger ledger) {
    Map<String, Long> byId = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(ledger.entries().size(), acceptedBy.size()); i++) {
      if (acceptedBy.get(i) > 0) {
        byId.put(ledger.entries().get(i).id(), acceptedBy.get(i));
      }
    }
    return byId;
  }

  private static List<Long> sum(List<Long> one, List<Long> other) {
    List<Long> sum = new ArrayList<>();
    for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
      sum.add((i < one.size() ? one.get(i) : 0) + (i < other.size() ? other.get(i) : 0));
    }
    return sum;
  }
}
