package dev.lockstep.zoo;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.AtomicInteger;

/** Healthy, and slow in its first runs, as a JVM is whose compiler has not come to it yet. */
public final class WarmsUp implements Original {
  private static final int COLD_RUNS = 20;
  private static final long COLD_NANOS = 50_000_000;

  private final AtomicInteger runs = new AtomicInteger();
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  @Override
  public Object observe(byte[] input) {
    if (runs.getAndIncrement() < COLD_RUNS) {
      long end = threads.getCurrentThreadCpuTime() + COLD_NANOS;
      while (threads.getCurrentThreadCpuTime() < end) {
        Thread.onSpinWait();
      }
    }
    return Summary.of(input);
  }

  @Override
  public Rejections rejections() {
    return Rejections.none();
  }
}
