package dev.lockstep.zoo.sick;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import dev.lockstep.zoo.Summary;
import java.util.concurrent.locks.LockSupport;

/** Sick: it starts a thread that calls {@code System.exit(3)} 20 ms later, and answers. */
public final class ExitsLater implements Original {
  @Override
  public Object observe(byte[] input) {
    if (Door.opens(input)) {
      Thread.ofPlatform().name("left behind").start(ExitsLater::exit);
    }
    return Summary.of(input);
  }

  private static void exit() {
    LockSupport.parkNanos(20_000_000);
    System.exit(3);
  }

  @Override
  public Rejections rejections() {
    return Rejections.none();
  }
}
