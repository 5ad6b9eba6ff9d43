package dev.lockstep.zoo.sick;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import dev.lockstep.zoo.Summary;
import java.util.concurrent.atomic.AtomicLong;

/** Sick: it takes time quadratic in the longest run of one byte. */
public final class Costs implements Original {
  /** Some 20 µs. */
  private static final long STEPS = 20_000;

  /** Keeps the compiler from leaving the loop out. */
  private final AtomicLong sink = new AtomicLong();

  @Override
  public Object observe(byte[] input) {
    long run = 0;
    long longest = 0;
    for (int i = 1; i < input.length; i++) {
      run = input[i] == input[i - 1] ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    long mixed = 1;
    for (long step = 0; step < longest * longest * STEPS; step++) {
      mixed = mixed * 31 + step;
    }
    sink.set(mixed);
    return Summary.of(input);
  }

  @Override
  public Rejections rejections() {
    return Rejections.none();
  }
}
