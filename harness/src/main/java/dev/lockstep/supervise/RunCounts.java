package dev.lockstep.supervise;

import dev.lockstep.port.FlightRecorder;
import dev.lockstep.port.FlightRecorder.Count;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a run has counted so far, over all its engines.
 *
 * @param executions inputs that both sides ran
 * @param coverageOriginal edges of the original that were reached, by the engine that reached most
 * @param coveragePort edges of the port that were reached, by the engine that reached most
 * @param spared of the incomparable, those that were not run because inputs like them have cost too
 *     much
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
    long spared) {
  static final RunCounts NONE = new RunCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Adds up what recorders hold. */
  static RunCounts of(Collection<FlightRecorder> recorders) {
    Map<Count, Long> sum = new EnumMap<>(Count.class);
    Map<Count, Long> most = new EnumMap<>(Count.class);
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
        sum.getOrDefault(Count.SPARED, 0L));
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
        spared + other.spared);
  }
}
