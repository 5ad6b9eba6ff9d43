package dev.lockstep.zoo.sick;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import dev.lockstep.zoo.Summary;
import java.util.concurrent.locks.LockSupport;

/** Sick: it leaves a thread running for ever, and answers. */
public final class LeavesThread implements Original {
  @Override
  public Object observe(byte[] input) {
    if (Door.opens(input)) {
      Thread.ofPlatform().name("left behind").start(LeavesThread::stay);
    }
    return Summary.of(input);
  }

  private static void stay() {
    while (true) {
      LockSupport.park();
    }
  }

  @Override
  public Rejections rejections() {
    return Rejections.none();
  }
}
