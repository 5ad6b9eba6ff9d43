package dev.lockstep.engine;

import dev.lockstep.operations.ProgramArbitrary;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

/**
 * Property-based runs: jqwik generates inputs from the target's own description of what is likely
 * to matter, edge cases first among them. The property is always the same: both sides agree.
 */
final class PropertyRun {
  /** What jqwik calls the number of tries: it spreads sizes over it. */
  private static final int GENERATION_SIZE = 1_000;

  private static final long NANOS = 1_000_000_000L;

  private final RandomGenerator<byte[]> generator;
  private final Random random;
  private final int inputBytesMax;

  /**
   * Prepares a run.
   *
   * @param generatorClass a {@code Supplier<Arbitrary<byte[]>>} with a public constructor without
   *     parameters, or the sealed interface of the target's operations
   * @param seed of the generation: the same seed gives the same inputs
   * @param inputBytesMax longer inputs are passed over
   */
  PropertyRun(String generatorClass, long seed, int inputBytesMax) {
    this.random = new Random(seed);
    this.inputBytesMax = inputBytesMax;
    if (!JqwikSession.isActive()) {
      JqwikSession.start();
    }
    this.generator = arbitrary(generatorClass).generator(GENERATION_SIZE, true);
  }

  /** Gives inputs to {@code each} until the time is over. */
  void run(double seconds, Consumer<byte[]> each) {
    long end = System.nanoTime() + (long) (seconds * NANOS);
    while (System.nanoTime() < end) {
      byte[] input = generator.next(random).value();
      if (input.length <= inputBytesMax) {
        each.accept(input);
      }
    }
  }

  @SuppressWarnings("unchecked") // what the class supplies is checked by its first use
  private static Arbitrary<byte[]> arbitrary(String generatorClass) {
    try {
      Class<?> named = Class.forName(generatorClass);
      if (named.isInterface()) {
        return ProgramArbitrary.of(named).inputs();
      }
      Object supplier = named.getConstructor().newInstance();
      return ((Supplier<Arbitrary<byte[]>>) supplier).get();
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IllegalStateException(
          "the generator `"
              + generatorClass
              + "` must be a public class with a public constructor that implements"
              + " `Supplier<Arbitrary<byte[]>>`, or the sealed interface of the operations",
          e);
    }
  }
}
