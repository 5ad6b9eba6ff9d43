package dev.lockstep.zoo.sick;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import dev.lockstep.zoo.Summary;
import java.util.concurrent.locks.LockSupport;

/** Sick: it starts a thread that throws 20 ms later, and answers. */
public final class ThreadThrows implements Original {
  @Override
  public Object observe(byte[] input) {
    if (Door.opens(input)) {
      Thread.ofPlatform().name("left behind").start(ThreadThrows::fail);
    }
    return Summary.of(input);
  }

  private static void fail() {
    LockSupport.parkNanos(20_000_000);
    throw new IllegalStateException("on purpose");
  }

  @Override
  public Rejections rejections() {
    return Rejections.none();
  }
}
