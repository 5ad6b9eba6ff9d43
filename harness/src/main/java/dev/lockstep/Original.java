package dev.lockstep;

import org.jspecify.annotations.Nullable;

/**
 * The Java side of a target: runs the original on one input and says what it made of it.
 *
 * <p>What is asked of the original in several ways is shorter with {@link Parts}.
 *
 * <p>An implementation has a public constructor without parameters and keeps no state from one
 * input to the next. It is called from one thread at a time.
 */
public interface Original {

  /**
   * Runs the original on one input.
   *
   * @param input the bytes that both sides get; the callee may keep but must not change them
   * @return the observation: a tree of records, maps, lists, arrays, text, numbers, {@code
   *     Optional}s and {@link Part}s, as {@code docs/observation-format.md} lists them
   * @throws Exception what the original throws: a rejection if {@link #rejections} names its type,
   *     otherwise a crash of the original
   */
  @Nullable Object observe(byte[] input) throws Exception;

  /**
   * Names the exceptions by which the original says that it does not take an input. None, if an
   * adapter does not say otherwise.
   */
  default Rejections rejections() {
    return Rejections.none();
  }
}
