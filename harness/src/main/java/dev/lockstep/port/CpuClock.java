package dev.lockstep.port;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** How much processor time a process or a thread has used. Not thread-safe. */
public final class CpuClock {
  private static final int THREAD = 3;

  private final int number;
  private final MemorySegment time = Arena.ofAuto().allocate(2 * Long.BYTES, Long.BYTES);

  private CpuClock(int number) {
    this.number = number;
  }

  /** The clock of a process, all its threads together. */
  public static CpuClock ofProcess(int pid) {
    return new CpuClock((~pid << 3) | 2);
  }

  /** The clock of whichever thread reads it. */
  public static CpuClock ofThisThread() {
    return new CpuClock(THREAD);
  }

  /** Nanoseconds so far; -1 if the process is gone. */
  public long nanos() {
    return SystemCalls.clock(number, time);
  }
}
