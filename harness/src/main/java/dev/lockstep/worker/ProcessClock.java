package dev.lockstep.worker;

import dev.lockstep.port.CpuClock;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process has done with its time since this clock was made. Time in which it would have run,
 * but others had the processors, is neither busy nor idle: a loaded machine makes nobody late.
 */
final class ProcessClock {
  private final Path tasks;
  private final CpuClock clock;
  private final long start = System.nanoTime();
  private final long busyBefore;
  private final long queuedBefore;

  /** Starts to watch a process. */
  ProcessClock(int pid) {
    this.tasks = Path.of("/proc/" + pid + "/task");
    this.clock = CpuClock.ofProcess(pid);
    this.busyBefore = clock.nanos();
    this.queuedBefore = queuedNanos();
  }

  /** Processor time of all its threads. */
  long busyNanos() {
    return clock.nanos() - busyBefore;
  }

  /** Time in which it had nothing to run. */
  long idleNanos() {
    return System.nanoTime() - start - busyNanos() - (queuedNanos() - queuedBefore);
  }

  /** Time in which its threads waited for a processor; 0 where the system does not tell. */
  private long queuedNanos() {
    long sum = 0;
    try (DirectoryStream<Path> all = Files.newDirectoryStream(tasks)) {
      for (Path task : all) {
        String[] times = Files.readString(task.resolve("schedstat")).split(" ", -1);
        sum += Long.parseLong(times[1]);
      }
    } catch (IOException e) {
      // It, or one of its threads, has just ended.
    }
    return sum;
  }
}
