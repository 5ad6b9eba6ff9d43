package dev.lockstep.engine;

import dev.lockstep.port.Counters;
import dev.lockstep.port.PortCoverage;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Counts the edges that were ever reached, on each side, from the same counters that guide
 * libFuzzer.
 *
 * <p>libFuzzer only tells the sum of both sides, and nothing at all while jqwik runs. Looking at
 * the counters after every execution costs one pass over them, as it does in libFuzzer: some
 * microseconds for the largest ports.
 */
final class CoverageMonitor {
  /** Jazzer puts this class on the boot class path when it starts, so it can only be found then. */
  private static final Class<?> COVERAGE_MAP = coverageMap();

  /** How many counters of the original are in use; Jazzer tells only itself. */
  private static final VarHandle ORIGINAL_LENGTH = field("currentNumCounters", int.class);

  private final Counters original = new Counters((long) field("countersAddress", long.class).get());
  private final Counters port;
  private final long portLength;

  CoverageMonitor(PortCoverage coverage) {
    this.port = new Counters(coverage.counters());
    this.portLength = coverage.countersLength();
  }

  /** Makes Jazzer load its driver, if it has not yet: coverage is joined to that. */
  static void loadDriver() {
    // Initializing this class did so.
  }

  /** Takes in what the last execution reached; says whether any of it is new. */
  boolean update() {
    boolean originalMore = original.update((int) ORIGINAL_LENGTH.get());
    boolean portMore = port.update(portLength);
    return originalMore || portMore;
  }

  /**
   * Sets all counters to zero, as libFuzzer does between executions when it is the one in charge.
   */
  void clear() {
    original.clear((int) ORIGINAL_LENGTH.get());
    port.clear(portLength);
  }

  /** Edges of the original that were ever reached. */
  int original() {
    return original.reached();
  }

  /** Edges of the port that were ever reached. */
  int port() {
    return port.reached();
  }

  private static Class<?> coverageMap() {
    try {
      return Class.forName("com.code_intelligence.jazzer.runtime.CoverageMap", true, null);
    } catch (ClassNotFoundException e) {
      throw otherJazzer(e);
    }
  }

  private static VarHandle field(String name, Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(COVERAGE_MAP, MethodHandles.lookup())
          .findStaticVarHandle(COVERAGE_MAP, name, type);
    } catch (ReflectiveOperationException e) {
      throw otherJazzer(e);
    }
  }

  private static IllegalStateException otherJazzer(ReflectiveOperationException e) {
    return new IllegalStateException("this is not the Jazzer that Lockstep is pinned to", e);
  }
}
