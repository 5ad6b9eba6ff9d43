package dev.lockstep.port;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;

/**
 * Where a fuzz build keeps its coverage.
 *
 * @param counters address of the counters, one byte an edge
 * @param countersLength how many edges there are
 * @param pcs address of the PC table, two words an edge
 * @param pcsLength its length in bytes
 * @param hooks address of the pointers through which comparisons are reported
 * @param hooksLength how many pointers there are
 */
public record PortCoverage(
    long counters, long countersLength, long pcs, long pcsLength, long hooks, long hooksLength) {
  static final long TABLE_BYTES = 6 * Long.BYTES;

  static PortCoverage read(MemorySegment table) {
    return new PortCoverage(
        word(table, 0),
        word(table, 1),
        word(table, 2),
        word(table, 3),
        word(table, 4),
        word(table, 5));
  }

  private static long word(MemorySegment table, int index) {
    return table.get(JAVA_LONG, (long) index * Long.BYTES);
  }
}
